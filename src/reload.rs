//! Takes over a changed policy file while the bot runs.
//!
//! A file can be read in the middle of being written: empty, cut short, or half of it the one before. So a text is looked at
//! only when two reads after each other agree on it; it must be whole, which its last line tells where the one in force has
//! such a line; and where it lets anybody see more than the rules in force, or has others called or asked to approve, it must
//! say that this is meant, by a revision higher than any before. Whatever fails in this changes nothing: the rules in force
//! stay, and the log says what to put right.

use std::fmt;
use std::io;
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use tokio::time::{MissedTickBehavior, interval};

use crate::directory::Directory;
use crate::policy::change::{counts, widened};
use crate::policy::{Policy, file};

/// How often to look. Reading a small file costs nothing, works on every file system (mounts of container orchestrators
/// swap links, which watchers miss), and two reads that agree are there before anybody looks whether the rules have changed.
pub const EVERY: Duration = Duration::from_secs(2);

/// The policy file, and what was read of it.
pub struct PolicyFile {
    path: PathBuf,
    /// The text that was decided on last, so that each is taken or refused once. Never logged, and neither is the next.
    decided: String,
    /// Another text, read once.
    read_once: Option<String>,
    /// Whether it could not be read the last time.
    is_missing: bool,
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
        Self { path, decided: text, read_once: None, is_missing: false }
    }

    /// Looks at the file again and again, and puts what it says in force.
    pub async fn follow(mut self, policy: Arc<ArcSwap<Policy>>, directory: Arc<Directory>, every: Duration) {
        let mut ticks = interval(every);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            let path = self.path.clone();
            let Ok(read) = tokio::task::spawn_blocking(move || std::fs::read_to_string(path)).await else { continue };
            if let Some(changed) = self.look(read, &policy.load()) {
                let (rules, directory) = (changed.access.clone(), Arc::clone(&directory));
                // It holds at once; who asks before what it leaves is made waits for that.
                policy.store(Arc::new(changed));
                let _made = tokio::task::spawn_blocking(move || directory.prepare(&rules)).await;
            }
        }
    }

    /// The policy after what was read of the file, if that is another one.
    pub fn look(&mut self, read: io::Result<String>, in_force: &Policy) -> Option<Policy> {
        let text = self.twice(read)?;
        let parsed = file::whole(&text);
        self.decided = text;
        match parsed {
            Ok(policy) if in_force.revision.is_some() && policy.revision.is_none() => {
                tracing::error!(
                    "the policy file has changed and does not end with [end] any more, as if it was cut short; the rules before \
                     it stay in force"
                );
                None
            }
            Ok(policy) => change(policy, in_force),
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

    /// A text that was read twice after each other, and that nothing was decided on yet.
    fn twice(&mut self, read: io::Result<String>) -> Option<String> {
        let before = self.read_once.take();
        match read {
            Ok(text) => {
                if mem::take(&mut self.is_missing) {
                    tracing::warn!("the policy file can be read again");
                }
                if text == self.decided {
                    return None;
                }
                if before.as_ref() == Some(&text) {
                    return before;
                }
                self.read_once = Some(text);
            }
            Err(error) => {
                // Once, not every time.
                if !mem::replace(&mut self.is_missing, true) {
                    tracing::error!(%error, "the policy file cannot be read any more; its rules stay in force");
                }
            }
        }
        None
    }
}

/// Warns at the start where the operator may not know who may look people up.
pub fn say_who_may_look_up(policy: &Policy, is_from_file: bool) {
    if !is_from_file {
        tracing::warn!(
            "without a policy file every member of the served Discord servers may look up every contact that is not restricted \
             in IT Glue; name a file in CALLSHEET_CONFIG that says open = true to confirm this, or who may see what in \
             [[access]] rules to close it (callsheet.example.toml explains them)"
        );
        return;
    }
    if policy.access.grants.is_empty() {
        tracing::warn!(
            "by the policy file nobody may look anybody up; write [[access]] rules, or open = true for every member, to open it"
        );
    }
    if policy.revision.is_none() {
        tracing::warn!(
            "the policy file does not end with [end], so that one that is cut short while it is written cannot be told from a \
             whole one: write [end] below everything else, and end_required = true at the top"
        );
    }
}

/// What is in force after a whole file was read, if anything changes.
fn change(policy: Policy, in_force: &Policy) -> Option<Policy> {
    let wider = widened(in_force, &policy);
    if !wider.is_empty() && policy.revision.unwrap_or_default() <= in_force.revision.unwrap_or_default() {
        let (revision, in_force) = (policy.revision, in_force.revision);
        tracing::warn!(
            revision,
            in_force,
            wider = wider.join("; "),
            "the policy file has changed and would let more be seen or done, or have others called or asked, without saying that this \
             is meant: none of the change is in force; if it is meant, raise revision = … under [end] at the end of the file \
             above that in force, or start Callsheet again"
        );
        return None;
    }
    let wider = (!wider.is_empty()).then(|| wider.join("; "));
    match counts(&in_force.access, &policy.access) {
        Some(counts) => tracing::warn!(
            grants_before = counts.before,
            grants = counts.after,
            added = counts.added,
            removed = counts.removed,
            redacted_before = counts.redacted_before,
            redacted = counts.redacted,
            wider,
            "the policy file has changed and is in force; who may see what is another than before"
        ),
        None if wider.is_some() => tracing::warn!(wider, "the policy file has changed and is in force"),
        None => tracing::info!("the policy file has changed and is in force"),
    }
    Some(Policy {
        // Set in the environment, and so not the file's to change.
        default_country: in_force.default_country,
        // A file of before that is put back does not make way for what was written in between.
        revision: policy.revision.max(in_force.revision),
        ..policy
    })
}

#[cfg(test)]
mod tests;
