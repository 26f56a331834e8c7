//! Answers about a few contacts that no caller sees: what is read or compiled at its first use is there from then on.

use std::sync::Arc;

use commands::options::Pick;
use commands::{Command, contact};

use crate::answer::language::Language;
use crate::answer::{Content, text};
use crate::directory::records::Records;
use crate::directory::snapshot::Snapshot;
use crate::plan::{Question, What, World, plan};

/// Contacts in a rehearsal: enough that the account's usual numbers, notes and places are among theirs.
const REHEARSED: usize = 20;

pub fn rehearse(world: &World<'_>) {
    let all = world.snapshot.records();
    let step = (all.contacts.len() / REHEARSED).max(1);
    let contacts = all.contacts.iter().step_by(step).map(|(id, contact)| (*id, Arc::clone(contact))).collect();
    let few = Records { contacts, ..all.clone() };
    let few = Snapshot::build(&few, world.snapshot.status().clone());
    for contact in few.contacts() {
        let request = contact::Contact { name: Pick::Id(contact.id.0), organization: None, contact_type: None };
        let what = What::Command(Ok(Command::Contact(request)));
        let plan = plan(&Question::at_terminal(what, Language::default()), &World { snapshot: &few, ..*world });
        if let Content::Message(answer) = &plan.reply.content {
            drop(text::render(answer, plan.reply.language, world.now));
        }
    }
}
