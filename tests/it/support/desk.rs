//! A technician at Discord as in [`super::chat`], but over a whole desk, which journals each answer and saves notebook
//! changes first.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use callsheet::config::audit::Audit;
use callsheet::desk::Desk;
use callsheet::directory::Directory;
use callsheet::journal::Entry;
use callsheet::store::Store;
use callsheet::store::journal::Journal;
use callsheet::store::keeper::Keeper;
use futures_util::TryStreamExt;
use jiff::Timestamp;
use serde_json::Value;
use tempfile::TempDir;

use super::bot::api;
use super::chat::{Chat, Shown, asked, clicked, typed};

/// A place where commands can be typed, with its database and journal.
pub(crate) struct DeskChat {
    chat: Chat,
    desk: Arc<Desk>,
    folder: TempDir,
}

impl DeskChat {
    /// A desk over the chat's account and policy, with an empty journal and notebook.
    pub(crate) async fn of(chat: Chat) -> Self {
        Self::audited(chat, Audit { required: true, retention: None }).await
    }

    /// The same, with these settings of the journal.
    pub(crate) async fn audited(chat: Chat, audit: Audit) -> Self {
        let folder = TempDir::new().unwrap();
        let database = folder.path().join("callsheet.db");
        let store = Store::open(&database).await.unwrap();
        let desk = Desk {
            served: chat.served().clone(),
            directory: Arc::new(Directory::default()),
            keeper: Keeper::open(store.clone(), &chat.served().guilds).await.unwrap(),
            journal: Journal::of(&store).await.unwrap(),
            audit,
            brake: Mutex::default(),
            language: Mutex::default(),
            // Alerts are not tested here, and no server listens there.
            api: api(&"http://127.0.0.1:1".parse().unwrap()),
        };
        desk.directory.publish(chat.snapshot().clone());
        Self { chat, desk: Arc::new(desk), folder }
    }

    /// From here on, the chat differs this way.
    pub(crate) fn with(self, change: impl FnOnce(Chat) -> Chat) -> Self {
        let chat = change(self.chat);
        self.desk.directory.publish(chat.snapshot().clone());
        Self { chat, ..self }
    }

    pub(crate) async fn asks(&self, command: &str, options: &[(&str, &str)]) -> Shown {
        self.sends(&asked(command, options)).await
    }

    /// The technician is typing the last of these options.
    pub(crate) async fn types(&self, command: &str, options: &[(&str, &str)]) -> Shown {
        self.sends(&typed(command, options)).await
    }

    /// The technician uses a button, or (`Some`) an entry of a menu.
    pub(crate) async fn clicks(&self, custom_id: &str, entry: Option<&str>) -> Shown {
        self.sends(&clicked(custom_id, entry)).await
    }

    pub(crate) async fn presses(&self, shown: &Shown, label: &str) -> Shown {
        self.sends(&shown.pressed(label)).await
    }

    pub(crate) async fn picks(&self, shown: &Shown, name: &str) -> Shown {
        self.sends(&shown.picked(name)).await
    }

    /// What comes back, seen by the technician alone.
    pub(crate) async fn sends(&self, interaction: &Value) -> Shown {
        let shown = self.posts(interaction).await;
        shown.check_for_one_person();
        shown
    }

    /// What comes back, also if the channel sees it.
    pub(crate) async fn posts(&self, interaction: &Value) -> Shown {
        let answer = Arc::clone(&self.desk).answer(self.chat.sent(interaction), self.chat.now());
        Shown::unchecked(&answer.await.unwrap())
    }

    /// What the answers are made from, and where they are noted.
    pub(crate) fn desk(&self) -> &Desk {
        &self.desk
    }

    /// When the technician asks.
    pub(crate) fn now(&self) -> Timestamp {
        self.chat.now()
    }

    /// The database beside the journal.
    pub(crate) fn database(&self) -> PathBuf {
        self.folder.path().join("callsheet.db")
    }

    /// The journal's entries, first to last.
    pub(crate) async fn entries(&self) -> Vec<Entry> {
        let mut reader = self.desk.journal.reader().await.unwrap();
        reader.rows().map_ok(|row| Entry::decode(&row.entry).unwrap()).try_collect().await.unwrap()
    }
}
