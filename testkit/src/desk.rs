//! A technician at Discord as in [`super::chat`], but over a whole desk, which journals each answer and saves notebook
//! changes first.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use callsheet::config::audit::Audit;
use callsheet::desk::{Desk, WORKING_AFTER};
use callsheet::discord::respond::{Response, respond};
use callsheet::editor::Editor;
use callsheet::itglue::client::Client;
use callsheet::itglue::patience::Patience;
use callsheet::store::Store;
use callsheet::store::edits::EditStore;
use callsheet::store::journal::Journal;
use callsheet::store::notebooks::NotebookStore;
use callsheet::terminal::{Conversation, Line};
use callsheet_core::answer::ClickTarget;
use callsheet_core::directory::Directory;
use callsheet_core::journal::Entry;
use futures_util::TryStreamExt;
use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::mpsc::unbounded_channel;
use url::Url;

use super::chat::{Chat, Shown, asked, clicked, typed};

/// A test does not wait: a request that fails, fails at once.
const PATIENCE: Patience = Patience {
    answer: Duration::from_secs(1),
    connect: Duration::from_secs(1),
    tell_every: Duration::from_secs(1),
    attempts: 1,
    first_pause: Duration::ZERO,
    longest_pause: Duration::ZERO,
    all_pauses: Duration::ZERO,
};

/// A place where commands can be typed, with its database and journal.
pub struct DeskChat {
    chat: Chat,
    desk: Arc<Desk>,
    folder: TempDir,
}

impl DeskChat {
    /// A desk over the chat's account and policy, with an empty journal and notebook.
    pub async fn of(chat: Chat) -> Self {
        Self::audited(chat, Audit { required: true, retention: None }).await
    }

    /// The same, with these settings of the journal.
    pub async fn audited(chat: Chat, audit: Audit) -> Self {
        let folder = TempDir::new().unwrap();
        let database = folder.path().join("callsheet.db");
        let store = Store::open(&database).await.unwrap();
        let desk = Desk {
            guilds: chat.guilds().clone(),
            policy: Arc::clone(chat.policy()),
            directory: Arc::new(Directory::default()),
            notebooks: NotebookStore::open(store.clone(), chat.guilds()).await.unwrap(),
            edits: Arc::new(EditStore::open(store.clone()).await.unwrap()),
            editor: None,
            journal: Journal::of(&store).await.unwrap(),
            audit_required: audit.required,
            limiter: Mutex::default(),
            health: Arc::default(),
            language: Mutex::default(),
            working_after: WORKING_AFTER,
            // Nobody listens.
            alerts: unbounded_channel().0,
        };
        desk.directory.publish(chat.snapshot().clone());
        Self { chat, desk: Arc::new(desk), folder }
    }

    /// From here on, contacts can be changed in IT Glue at this address, and nothing waits for it.
    pub fn editing(mut self, it_glue: &Url, key: SecretString) -> Self {
        let client = Client::with_patience(it_glue, key, PATIENCE).unwrap();
        let desk = Arc::get_mut(&mut self.desk).unwrap();
        let (edits, directory) = (Arc::clone(&desk.edits), Arc::clone(&desk.directory));
        // What was changed is on no disk here.
        let (adopt, _) = unbounded_channel();
        let editor = Editor::new(Arc::new(client), edits, directory, adopt).with_pauses([Duration::ZERO; 3]);
        desk.editor = Some(Arc::new(editor));
        self
    }

    /// From here on, the caller is told at once that the bot is working, whatever has to be waited for.
    pub fn impatient(mut self) -> Self {
        Arc::get_mut(&mut self.desk).unwrap().working_after = Duration::ZERO;
        self
    }

    /// From here on, this is different about who asks, where, when, and of what account or policy.
    pub fn with(self, change: impl FnOnce(Chat) -> Chat) -> Self {
        let chat = change(self.chat);
        self.desk.directory.publish(chat.snapshot().clone());
        Self { chat, ..self }
    }

    pub async fn asks(&self, command: &str, options: &[(&str, &str)]) -> Shown {
        self.sends(&asked(command, options)).await
    }

    /// The technician is typing the last of these options.
    pub async fn types(&self, command: &str, options: &[(&str, &str)]) -> Shown {
        self.sends(&typed(command, options)).await
    }

    /// The technician uses a button.
    pub async fn clicks(&self, target: ClickTarget) -> Shown {
        self.sends(&clicked(target)).await
    }

    pub async fn presses(&self, shown: &Shown, label: &str) -> Shown {
        self.sends(&shown.pressed(label)).await
    }

    /// The technician reports the number shown first, for this reason.
    pub async fn reports(&self, shown: &Shown, reason: &str) -> Shown {
        let form = self.presses(shown, "Wrong number").await;
        self.sends(&form.submitted_on_card(&[("reason", reason)])).await
    }

    pub async fn picks(&self, shown: &Shown, name: &str) -> Shown {
        self.sends(&shown.picked(name)).await
    }

    /// What comes back, seen by the technician alone.
    pub async fn sends(&self, interaction: &Value) -> Shown {
        let shown = self.posts(interaction).await;
        shown.check_for_one_person();
        shown
    }

    /// What comes back, also if the channel sees it.
    pub async fn posts(&self, interaction: &Value) -> Shown {
        let response = self.responds(interaction).await;
        let Some(later) = response.later else {
            return Shown::unchecked(&response.first.body, response.first.file.as_ref(), self.now());
        };
        Shown::edited(later.edit.await.unwrap(), self.now())
    }

    /// The technician fills in the form that a button opens.
    pub async fn fills_in(&self, shown: &Shown, button: &str, given: &[(&str, &str)]) -> Shown {
        let form = self.presses(shown, button).await;
        assert_eq!(form.kind(), 9, "{form}");
        self.sends(&form.submitted_on_card(given)).await
    }

    /// The technician lets a user go on, because of a busy shift.
    pub async fn releases(&self, user: u64) -> Shown {
        let form = self.asks("release", &[("user", &user.to_string())]).await;
        if form.kind() == 9 { self.sends(&form.submitted(&[("reason", "busy")])).await } else { form }
    }

    /// What the operator's line on a terminal is answered.
    pub async fn types_at_terminal(&self, conversation: &mut Conversation, line: &str) -> String {
        match conversation.read(line) {
            Ok(Line::Question(question)) => {
                let reply = Arc::clone(&self.desk).answer_whole(*question, self.now()).await;
                conversation.show(&reply, self.now())
            }
            Err(said) => said,
            Ok(Line::Quit) => String::new(),
        }
    }

    /// The response to an interaction, whatever comes later.
    pub async fn responds(&self, interaction: &Value) -> Response {
        let (raw, seal) = (self.chat.sent(interaction), self.chat.own_seal());
        respond(&raw, &self.desk, seal, self.chat.now()).await.unwrap()
    }

    /// What the answers are made from, and where they are noted.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// When the technician asks.
    pub fn now(&self) -> Timestamp {
        self.chat.now()
    }

    /// The database beside the journal.
    pub fn database(&self) -> PathBuf {
        self.folder.path().join("callsheet.db")
    }

    /// The journal's entries, first to last.
    pub async fn entries(&self) -> Vec<Entry> {
        let mut reader = self.desk.journal.reader().await.unwrap();
        reader.rows().map_ok(|row| Entry::decode(&row.entry).unwrap()).try_collect().await.unwrap()
    }
}
