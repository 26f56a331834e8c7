//! Where the tasks report how they fare.

use std::sync::Arc;

use arc_swap::ArcSwap;

use callsheet_core::health::Health;

#[derive(Debug, Default)]
pub struct Board(ArcSwap<Health>);

impl Board {
    pub fn current(&self) -> Arc<Health> {
        self.0.load_full()
    }

    pub fn note(&self, report: impl Fn(&mut Health)) {
        self.0.rcu(|before| {
            let mut after = Health::clone(before);
            report(&mut after);
            after
        });
    }
}
