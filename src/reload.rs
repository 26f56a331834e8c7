//! Takes over a changed policy file while the bot runs.
//!
//! A file can be read while it is being written: empty, cut short, or half old and half new. So a new text has to pass
//! three checks. Two consecutive reads agree on it. It is whole: it ends with the last line `[end]`, if the text in
//! force does. And if it shows any caller more than the rules in force, or has others called or asked to approve, a
//! revision higher than any before confirms it. If a check fails, the rules in force stay, and the log says what to
//! correct.

use std::fmt;
use std::io;
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use tokio::time::{MissedTickBehavior, interval};

use callsheet_core::directory::Directory;
use callsheet_core::policy::change::{counts, widened};
use callsheet_core::policy::{Policy, file};

/// How often the file is read. Reading a small file costs nothing and works on every file system (container orchestrators
/// swap links in mounts, which watchers miss). Two reads agree before an operator checks whether the change is in force.
pub const EVERY: Duration = Duration::from_secs(2);

/// The policy file, and what was read of it. No text of it is ever logged.
pub struct PolicyFile {
    path: PathBuf,
    /// The text taken or refused last, so that each text is decided on once.
    decided: String,
    /// A different text that was read once.
    read_once: Option<String>,
    is_missing: bool,
}

impl fmt::Debug for PolicyFile {
    /// Without the text: it may be the wrong file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PolicyFile").field("path", &self.path).finish_non_exhaustive()
    }
}

impl PolicyFile {
    /// Starts from a file whose text is already in force.
    pub fn in_force(path: PathBuf, text: String) -> Self {
        Self { path, decided: text, read_once: None, is_missing: false }
    }

    /// Reads the file regularly and puts its changes in force.
    pub async fn follow(mut self, policy: Arc<ArcSwap<Policy>>, directory: Arc<Directory>, every: Duration) {
        let mut ticks = interval(every);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            let path = self.path.clone();
            let Ok(read) = tokio::task::spawn_blocking(move || std::fs::read_to_string(path)).await else { continue };
            if let Some(changed) = self.look(read, &policy.load()) {
                let (rules, directory) = (changed.access.clone(), Arc::clone(&directory));
                // The policy holds at once; a caller who asks before the views are prepared waits for them.
                policy.store(Arc::new(changed));
                let _made = tokio::task::spawn_blocking(move || directory.prepare(&rules)).await;
            }
        }
    }

    /// Returns the new policy if this read changes it.
    pub fn look(&mut self, read: io::Result<String>, in_force: &Policy) -> Option<Policy> {
        let text = self.read_twice(read)?;
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

    /// Returns a text that two consecutive reads agree on and that is not decided on yet.
    fn read_twice(&mut self, read: io::Result<String>) -> Option<String> {
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
                // Log it once, not at every read.
                if !mem::replace(&mut self.is_missing, true) {
                    tracing::error!(%error, "the policy file cannot be read any more; its rules stay in force");
                }
            }
        }
        None
    }
}

/// Warns at the start about rules that may be wider, narrower or less safe than the operator expects.
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

/// Decides on a whole and valid policy; `None` refuses it.
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
        // The environment sets it, not the file.
        default_country: in_force.default_country,
        // After an older file is restored, the texts in between still need a higher revision to widen the rules.
        revision: policy.revision.max(in_force.revision),
        ..policy
    })
}

#[cfg(test)]
mod tests;
