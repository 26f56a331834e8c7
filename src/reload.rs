//! Takes over a changed policy file while the bot runs. A file that is wrong changes nothing: the rules in force stay, and
//! the log says what to put right.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use tokio::time::{MissedTickBehavior, interval};

use crate::policy::{Policy, file};

/// How often to look. Reading a small file costs nothing, works on every file system (mounts of container orchestrators
/// swap links, which watchers miss), and nobody waits for a rule any shorter.
pub const EVERY: Duration = Duration::from_secs(5);

/// The policy file, and the text of it that was looked at last.
pub struct PolicyFile {
    path: PathBuf,
    /// Remembered so that each change is taken or refused once. Never logged.
    seen: Option<String>,
}

impl fmt::Debug for PolicyFile {
    /// Without the text: it may be the wrong file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PolicyFile").field("path", &self.path).finish_non_exhaustive()
    }
}

impl PolicyFile {
    /// A file whose present text is in force already.
    #[must_use]
    pub fn in_force(path: PathBuf, text: String) -> Self {
        Self { path, seen: Some(text) }
    }

    /// Looks at the file again and again, and puts what it says in force.
    pub async fn follow(mut self, policy: Arc<ArcSwap<Policy>>, every: Duration) {
        let mut ticks = interval(every);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            let path = self.path.clone();
            let Ok(read) = tokio::task::spawn_blocking(move || std::fs::read_to_string(path)).await else { continue };
            if let Some(changed) = self.look(read, &policy.load()) {
                policy.store(Arc::new(changed));
            }
        }
    }

    /// The policy after what was read of the file, if that is another one.
    fn look(&mut self, read: io::Result<String>, in_force: &Policy) -> Option<Policy> {
        let text = match read {
            Ok(text) if self.seen.as_ref() != Some(&text) => text,
            Ok(_) => return None,
            Err(error) => {
                // Once, not every time.
                if self.seen.take().is_some() {
                    tracing::error!(%error, "the policy file cannot be read any more; its rules stay in force");
                }
                return None;
            }
        };
        let parsed = file::parse(&text);
        self.seen = Some(text);
        match parsed {
            Ok(policy) => {
                tracing::info!("the policy file has changed and is in force");
                // Set in the environment, and so not the file's to change.
                Some(Policy { default_country: in_force.default_country, ..policy })
            }
            Err(faults) => {
                for fault in faults {
                    tracing::error!(
                        fault,
                        "the policy file has changed and is not valid; the rules before it stay in force"
                    );
                }
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reach::country::Country;

    #[test]
    fn a_right_file_is_taken_once_and_a_wrong_one_never() {
        let in_force = Policy { default_country: Country::of_code("DE"), ..Policy::default() };
        let mut file = PolicyFile::in_force("policy.toml".into(), String::new());
        assert!(file.look(Ok(String::new()), &in_force).is_none(), "nothing has changed");
        let taken = file.look(Ok("share = false".to_owned()), &in_force).unwrap();
        assert!(!taken.share);
        assert_eq!(taken.default_country, in_force.default_country, "the environment's stays");
        assert!(file.look(Ok("share = false".to_owned()), &taken).is_none(), "once is enough");
        assert!(file.look(Ok("shear = true".to_owned()), &taken).is_none(), "a wrong one changes nothing");
        assert!(file.look(Err(io::ErrorKind::NotFound.into()), &taken).is_none(), "neither does a missing one");
        assert!(file.look(Ok("share = true".to_owned()), &taken).unwrap().share, "put right, it counts");
    }
}
