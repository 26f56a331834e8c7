//! A technician at Discord: sends interactions to the pure core and reads what comes back.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex};

use arc_swap::ArcSwap;

use callsheet::discord::custom_id::CustomId;
use callsheet::discord::interaction::{self, Incoming};
use callsheet::discord::render::{self, Reader};
use callsheet::discord::respond::{Payload, Response};
use callsheet::discord::seal::Seal;
use callsheet::terminal::{self, Conversation, Line};
use callsheet_core::answer::language::Language;
use callsheet_core::answer::lookups::Trail;
use callsheet_core::answer::notice::Notice;
use callsheet_core::answer::phrases;
use callsheet_core::answer::{Body, ClickTarget, Content, Effect, File, Reply};
use callsheet_core::directory::Directory;
use callsheet_core::directory::snapshot::{Snapshot, Status};
use callsheet_core::domain::id::{ContactId, GuildId};
use callsheet_core::edit::outcome::{Became, Failure};
use callsheet_core::edit::record::Record;
use callsheet_core::edits::{EditChange, Edits, Found, Sent, State};
use callsheet_core::health::Health;
use callsheet_core::journal::Entry;
use callsheet_core::notebook::Change;
use callsheet_core::notebook::guilds::Notebooks;
use callsheet_core::plan::{Question, What, World, plan};
use callsheet_core::policy::{Layout, Policy};
use callsheet_core::reach::country::Country;
use commands::Command;
use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use serde_json::{Value, json};

use super::account::{Account, now};
use super::discord::TOKEN;
use super::payload::{check_callback, check_edit};
use super::records::{changed, record};

/// The served guild.
pub const GUILD: u64 = 1000;

/// Another guild, where a test has the bot serve two.
pub const OTHER_GUILD: u64 = 2000;

/// A place where commands can be typed.
pub struct Chat {
    guilds: BTreeSet<u64>,
    policy: Arc<ArcSwap<Policy>>,
    seal: Seal,
    snapshot: Snapshot,
    /// The notebooks so far.
    notebooks: Mutex<Notebooks>,
    /// The edits so far, and those that there were at first.
    edits: Mutex<Edits>,
    first_edits: Edits,
    health: Health,
    now: Mutex<Timestamp>,
    /// Differences in the caller or the place: JSON pointers into the interaction, and their values.
    sender: Vec<(&'static str, Value)>,
}

/// What is sent back for an interaction, and what becomes of it besides.
pub struct Answered {
    pub interaction: u64,
    pub token: SecretString,
    pub body: Value,
    pub file: Option<File>,
    /// What the journal notes.
    pub entry: Option<Entry>,
    /// What is done.
    pub effect: Option<Effect>,
    now: Timestamp,
    /// `None` for a ping.
    asked: Option<(Question, Reader, Reply)>,
}

/// What came back. Every body passes Discord's schema and limits, or the test fails here.
#[derive(Debug)]
pub struct Shown {
    body: Value,
    /// The attached file.
    file: Option<File>,
    /// The moment at which it is read.
    now: Timestamp,
}

impl Chat {
    pub fn about(account: &Account) -> Self {
        Self::over(account.snapshot())
    }

    /// Cards are shown in full, unless the policy file says otherwise: most tests are about something on them.
    pub fn over(snapshot: Snapshot) -> Self {
        let policy = at_home(Policy { layout: Some(Layout::Full), ..Policy::default() });
        let policy = Arc::new(ArcSwap::from_pointee(policy));
        let (guilds, seal) = (BTreeSet::from([GUILD]), Seal::of(&TOKEN.to_owned().into()));
        let (notebooks, edits, now) = (Mutex::default(), Mutex::default(), Mutex::new(now()));
        let (health, first_edits) = (Health::default(), Edits::default());
        Self { guilds, policy, seal, snapshot, notebooks, edits, first_edits, health, now, sender: Vec::new() }
    }

    /// An account that a desk answers from.
    pub fn of(directory: &Directory) -> Self {
        Self::over(directory.current())
    }

    pub fn with_status(self, status: Status) -> Self {
        Self { snapshot: self.snapshot.with_status(status), ..self }
    }

    /// The tasks report this of themselves.
    pub fn with_health(self, health: Health) -> Self {
        Self { health, ..self }
    }

    /// The operator has written this policy file.
    pub fn with_policy(self, toml: &str) -> Self {
        let policy = callsheet_core::policy::file::parse(toml).unwrap();
        let layout = policy.layout.or(Some(Layout::Full));
        self.policy.store(Arc::new(at_home(Policy { layout, ..policy })));
        self
    }

    /// The operator has set the country of numbers without one.
    pub fn in_country(self, code: &str) -> Self {
        let policy = Policy { default_country: Country::of_code(code), ..Policy::clone(&self.policy.load()) };
        self.policy.store(Arc::new(policy));
        self
    }

    /// The operator has left cards as short as they are without a word about it.
    pub fn in_compact(self) -> Self {
        let policy = Policy { layout: Some(Layout::Compact), ..Policy::clone(&self.policy.load()) };
        self.policy.store(Arc::new(policy));
        self
    }

    /// From here on, it is this moment.
    pub fn at(self, now: &str) -> Self {
        *self.now.lock().unwrap() = now.parse().unwrap();
        self
    }

    pub fn later(&self, by: SignedDuration) {
        *self.now.lock().unwrap() += by;
    }

    /// From here on, the technician is this user.
    pub fn by_user(self, user: u64) -> Self {
        self.but("/member/user/id", user.to_string().into())
    }

    /// From here on, the technician has these roles in the guild.
    pub fn having_roles(self, roles: &[u64]) -> Self {
        self.but("/member/roles", roles.iter().map(u64::to_string).collect())
    }

    /// From here on, the technician has these permissions, as Discord's bits.
    pub fn permitted(self, permissions: u64) -> Self {
        self.but("/member/permissions", permissions.to_string().into())
    }

    /// From here on, the technician is in this channel.
    pub fn in_channel(self, channel: u64) -> Self {
        self.but("/channel_id", channel.to_string().into()).but("/channel/id", channel.to_string().into())
    }

    /// The bot serves another guild too.
    pub fn serving_two(mut self) -> Self {
        self.guilds.insert(OTHER_GUILD);
        self
    }

    /// From here on, the technician is in this guild.
    pub fn in_guild(self, guild: u64) -> Self {
        self.but("/guild_id", guild.to_string().into())
    }

    /// From here on, the technician's Discord is in this language.
    pub fn speaking(self, locale: &str) -> Self {
        self.but("/locale", locale.into())
    }

    /// From here on, the technician is in this thread of a channel.
    pub fn in_thread(self, thread: u64, channel: u64) -> Self {
        let chat = self.in_channel(thread).but("/channel/type", 11.into());
        chat.but("/channel/parent_id", channel.to_string().into())
    }

    /// The notebook has these changes already.
    pub fn remembering(self, changes: impl IntoIterator<Item = Change>) -> Self {
        let notebooks = self.notebooks.into_inner().unwrap();
        let remember = |notebooks: Notebooks, change| notebooks.with(GuildId(GUILD), change);
        Self { notebooks: Mutex::new(changes.into_iter().fold(notebooks, remember)), ..self }
    }

    /// The notebooks so far.
    pub fn remembered(&self) -> Notebooks {
        self.notebooks.lock().unwrap().clone()
    }

    /// Empties the notebooks, and puts the edits back to what they were at first.
    pub fn forgets(&self) {
        *self.notebooks.lock().unwrap() = Notebooks::default();
        *self.edits.lock().unwrap() = self.first_edits.clone();
    }

    /// There are these edits already.
    pub fn editing(self, edits: Edits) -> Self {
        Self { edits: Mutex::new(edits.clone()), first_edits: edits, ..self }
    }

    /// From here on, the account is this one; the notebooks stay.
    pub fn about_now(self, account: &Account) -> Self {
        Self { snapshot: account.snapshot(), ..self }
    }

    /// From here on, this part of the caller or the place differs.
    pub fn but(mut self, pointer: &'static str, value: Value) -> Self {
        self.sender.push((pointer, value));
        self
    }

    /// The technician finishes a command: `("contact", &[("name", "jane")])`.
    pub fn asks(&self, command: &str, options: &[(&str, &str)]) -> Shown {
        self.sends(&asked(command, options))
    }

    /// The technician is typing the last of these options.
    pub fn types(&self, command: &str, options: &[(&str, &str)]) -> Shown {
        self.sends(&typed(command, options))
    }

    /// The technician uses a command on a message.
    pub fn uses_on(&self, command: &str, message: &Value) -> Shown {
        self.sends(&used_on(command, message))
    }

    /// The technician uses a button of a message only they see.
    pub fn clicks(&self, target: ClickTarget) -> Shown {
        self.sends(&clicked(target))
    }

    /// The technician presses the button that shares a card with the channel.
    pub fn shares(&self, shown: &Shown) -> Shown {
        let shared = self.posts(&shown.pressed("Share in channel"));
        assert_eq!(shared.kind(), 4, "it is a message of its own");
        assert!(shared.body["data"].get("flags").is_none_or(|flags| flags == 0), "everybody sees it");
        shared
    }

    pub fn picks(&self, shown: &Shown, name: &str) -> Shown {
        self.sends(&shown.picked(name))
    }

    pub fn presses(&self, shown: &Shown, label: &str) -> Shown {
        self.sends(&shown.pressed(label))
    }

    /// The technician reports the number shown first, for this reason.
    pub fn reports(&self, shown: &Shown, reason: &str) -> Shown {
        let form = self.presses(shown, "Wrong number");
        self.sends(&form.submitted_on_card(&[("reason", reason)]))
    }

    pub fn sends(&self, interaction: &Value) -> Shown {
        Shown::of(&self.answers(&self.sent(interaction)).unwrap())
    }

    /// What comes back, also if the channel sees it.
    pub fn posts(&self, interaction: &Value) -> Shown {
        let answered = self.responds(interaction);
        Shown::unchecked(&answered.body, answered.file.as_ref(), answered.now)
    }

    /// What comes back, with what is written down of it; whether Discord would take it is for others to say.
    pub fn responds(&self, interaction: &Value) -> Answered {
        self.answers(&self.sent(interaction)).unwrap()
    }

    /// A record as IT Glue holds it: as it was synced.
    fn in_it_glue(&self, contact: ContactId) -> Option<Record> {
        self.snapshot.contact(contact).map(record)
    }

    /// The servers that get answers.
    pub fn guilds(&self) -> &BTreeSet<u64> {
        &self.guilds
    }

    /// What the operator has decided.
    pub fn policy(&self) -> &Arc<ArcSwap<Policy>> {
        &self.policy
    }

    /// What binds buttons to whom they are for.
    pub fn own_seal(&self) -> &Seal {
        &self.seal
    }

    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    pub fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    /// An interaction as it arrives, with this technician's differences.
    pub fn sent(&self, interaction: &Value) -> String {
        let mut interaction = interaction.clone();
        for (pointer, value) in &self.sender {
            *interaction.pointer_mut(pointer).unwrap() = value.clone();
        }
        self.seal(&mut interaction);
        interaction.to_string()
    }

    /// The sealed data of a button that the bot makes for this technician.
    pub fn sealed(&self, carried: &str) -> String {
        let mut click = used(carried, None);
        for (pointer, value) in &self.sender {
            *click.pointer_mut(pointer).unwrap() = value.clone();
        }
        self.seal(&mut click);
        click["data"]["custom_id"].as_str().unwrap().to_owned()
    }

    /// Seals what a test makes up for a button or an entry as the bot would; what the bot has sealed stays.
    fn seal(&self, interaction: &mut Value) {
        let user = interaction["member"]["user"]["id"].as_str().and_then(|id| id.parse().ok()).unwrap_or_default();
        let now = *self.now.lock().unwrap();
        for pointer in ["/data/values/0", "/data/custom_id"] {
            let carried = interaction.pointer_mut(pointer).filter(|carried| carried.is_string());
            if let Some(carried) = carried.filter(|carried| !carried.as_str().unwrap().contains('~')) {
                *carried = self.seal.close(carried.as_str().unwrap(), user, now).into();
            }
        }
    }

    pub fn answers(&self, interaction: &str) -> Option<Answered> {
        let now = self.now();
        let Incoming { id, token, question, .. } = interaction::read(interaction, &self.seal, now)?;
        let Some(question) = question else {
            let (body, file) = (json!({ "type": 1 }), None);
            return Some(Answered { interaction: id, token, body, file, entry: None, effect: None, now, asked: None });
        };
        let (notebooks, policy) = (self.remembered(), self.policy.load());
        let (guilds, snapshot) = (&self.guilds, &self.snapshot);
        let health = || self.health.clone();
        let (mut found, mut entry) = (None, None);
        let (reply, effect) = loop {
            let edits = self.edits.lock().unwrap().clone();
            let world = World {
                guilds,
                policy: &policy,
                snapshot,
                notebooks: &notebooks,
                edits: &edits,
                found: found.as_ref(),
                health: &health,
                now,
            };
            let planned = plan(&question, &world);
            entry = planned.entry.or(entry);
            match planned.effect {
                Some(Effect::Read { contact, keep }) => {
                    if let Some(draft) = keep {
                        *self.edits.lock().unwrap() = edits.with(EditChange::Keep(draft));
                    }
                    found = Some(Found::Record(self.in_it_glue(contact).map(Box::new).ok_or(Failure::Gone)));
                }
                Some(Effect::Edit(EditChange::Send(sent))) => {
                    found = Some(Found::Sent(sent.id));
                    *self.edits.lock().unwrap() = edits.with(EditChange::Send(Box::new(done(*sent))));
                }
                effect => {
                    if let Some(Effect::Edit(change)) = &effect {
                        *self.edits.lock().unwrap() = edits.with(change.clone());
                    }
                    break (planned.reply, effect);
                }
            }
        };
        if let (Some(Effect::Remember(change)), Some(guild)) = (&effect, question.caller.guild) {
            *self.notebooks.lock().unwrap() = notebooks.with(guild, *change);
        }
        let reader = Reader::new(&question, &self.seal, id, now);
        let body = render::reply(&reply, &reader).unwrap();
        let file = if let Content::Message(answer) = &reply.content { answer.file.clone() } else { None };
        let asked = Some((question, reader, reply));
        Some(Answered { interaction: id, token, body, file, entry, effect, now, asked })
    }
}

/// A change that IT Glue has taken as it was sent.
fn done(sent: Sent) -> Sent {
    let after = changed(&sent.before.clone().unwrap_or_default(), &sent.request);
    let became = Became::of(&sent.request, &after);
    Sent { state: State::Done { after: Box::new(after), became }, ..sent }
}

impl Answered {
    /// What the gateway sends.
    pub fn response(self) -> Response {
        let Self { interaction, token, body, file, .. } = self;
        Response { interaction, token, first: Payload { body, file }, later: None }
    }

    /// What is sent instead where this must not be.
    pub fn instead(&self, notice: Notice) -> Value {
        let (question, reader, _) = self.asked.as_ref().unwrap();
        render::reply(&question.say(notice), reader).unwrap()
    }

    /// What is sent once the journal was read.
    pub fn with_trail(mut self, trail: Trail) -> Self {
        let (_, reader, reply) = self.asked.as_mut().unwrap();
        let Content::Message(answer) = &mut reply.content else { panic!("no message") };
        let Body::Lookups(lookups) = &mut answer.body else { panic!("not about lookups") };
        lookups.trail = Some(trail);
        self.body = render::reply(reply, reader).unwrap();
        self
    }
}

/// A policy whose links lead to the account's own pages.
fn at_home(policy: Policy) -> Policy {
    let own = || Some("acme.itglue.example".into());
    Policy { it_glue_host: policy.it_glue_host.clone().or_else(own), ..policy }
}

pub fn on_a_terminal(command: &Command, snapshot: &Snapshot) -> String {
    let question = Question::at_terminal(What::Command(Ok(command.clone())), Language::default());
    let policy = at_home(Policy::default());
    terminal::render(&planned(&question, snapshot, &policy, now()), now())
}

/// What a line of a conversation on a terminal is answered.
pub fn says(conversation: &mut Conversation, line: &str, snapshot: &Snapshot) -> Result<String, String> {
    Ok(match conversation.read(line)? {
        Line::Quit => String::new(),
        Line::Question(question) => conversation.show(&planned(&question, snapshot, &Policy::default(), now()), now()),
    })
}

/// The reply to a question of the operator, where nothing is remembered.
pub fn planned(question: &Question, snapshot: &Snapshot, policy: &Policy, now: Timestamp) -> Reply {
    let (guilds, notebooks) = (BTreeSet::new(), Notebooks::default());
    let edits = Edits::default();
    let world = World {
        guilds: &guilds,
        policy,
        snapshot,
        notebooks: &notebooks,
        edits: &edits,
        found: None,
        health: &Health::default,
        now,
    };
    plan(question, &world).reply
}

pub fn asked(command: &str, options: &[(&str, &str)]) -> Value {
    let options: Vec<Value> =
        options.iter().map(|(name, value)| json!({ "type": 3, "name": name, "value": value })).collect();
    interaction(2, &json!({ "id": "5", "name": command, "type": 1, "options": options }))
}

/// The interaction of a command used on a message; `message` has the fields that matter, such as content and embeds.
pub fn used_on(command: &str, message: &Value) -> Value {
    let mut target = json!({
        "id": "8", "channel_id": "3", "type": 0, "flags": 0, "content": "", "components": [], "embeds": [],
        "author": { "id": "12", "username": "alerts", "bot": true }, "attachments": [], "mentions": [],
        "mention_roles": [], "mention_everyone": false, "pinned": false, "tts": false,
        "timestamp": "2026-01-02T03:04:05.678000+00:00", "edited_timestamp": null, "webhook_id": "12",
    });
    for (key, value) in message.as_object().unwrap() {
        target[key] = value.clone();
    }
    let resolved = json!({ "messages": { "8": target } });
    interaction(2, &json!({ "id": "5", "name": command, "type": 3, "target_id": "8", "resolved": resolved }))
}

/// The interaction of a half-typed command, whose last option is being typed.
pub fn typed(command: &str, options: &[(&str, &str)]) -> Value {
    let mut interaction = asked(command, options);
    interaction["type"] = json!(4);
    let last = interaction["data"]["options"].as_array_mut().unwrap().last_mut().unwrap();
    last["focused"] = json!(true);
    interaction
}

/// The interaction of a button.
pub fn clicked(target: ClickTarget) -> Value {
    used(&CustomId::from(target).write(), None)
}

/// The interaction of an entry of a menu.
pub fn picked(target: ClickTarget) -> Value {
    used("menu", Some(&CustomId::from(target).write()))
}

/// The interaction of a button, or (`Some`) of an entry of a menu, whatever it carries.
pub fn used(custom_id: &str, entry: Option<&str>) -> Value {
    let data = match entry {
        Some(entry) => json!({ "custom_id": custom_id, "component_type": 3, "values": [entry] }),
        None => json!({ "custom_id": custom_id, "component_type": 2 }),
    };
    on_card(interaction(3, &data))
}

/// The interaction as one of a message that only the technician sees.
fn on_card(mut interaction: Value) -> Value {
    interaction["message"] = json!({
        "id": "8", "channel_id": "3", "type": 20, "flags": 64, "content": "", "components": [], "embeds": [],
        "author": { "id": "9", "username": "callsheet" },
    });
    interaction
}

/// The interaction of a form that was filled in.
pub fn submitted(custom_id: &str, given: &[(&str, &str)]) -> Value {
    let field = |(name, value): &(&str, &str)| json!({ "type": 18, "id": 1, "component": { "type": 3, "id": 2, "custom_id": name, "values": [value] } });
    let fields: Vec<Value> = given.iter().map(field).collect();
    interaction(5, &json!({ "custom_id": custom_id, "components": fields }))
}

/// An interaction as the gateway delivers it.
fn interaction(kind: u8, data: &Value) -> Value {
    json!({
        "id": "77", "application_id": "9", "type": kind, "token": "secret-token", "version": 1, "data": data,
        "guild_id": GUILD.to_string(), "channel_id": "3", "channel": { "id": "3", "type": 0, "parent_id": null }, "locale": "en-US",
        "guild_locale": "en-US", "context": 0, "authorizing_integration_owners": { "0": GUILD.to_string() },
        "entitlements": [], "attachment_size_limit": 10_485_760, "app_permissions": "0",
        "member": {
            "user": { "id": "4", "username": "tech", "discriminator": "0", "global_name": null, "avatar": null },
            "roles": ["6"], "joined_at": "2024-01-01T00:00:00Z", "deaf": false, "mute": false, "flags": 0,
            "permissions": "0", "nick": null, "pending": false,
        },
    })
}

impl Shown {
    pub fn of(answered: &Answered) -> Self {
        let shown = Self::unchecked(&answered.body, answered.file.as_ref(), answered.now);
        shown.check_for_one_person();
        shown
    }

    pub fn check_for_one_person(&self) {
        if matches!(self.body["type"].as_u64(), Some(4 | 7)) {
            assert_eq!(self.body["data"]["flags"], 64, "only the technician sees it");
        }
    }

    /// What takes the place of a message that said that the bot is working.
    pub fn edited(payload: Payload, now: Timestamp) -> Self {
        if let Err(fault) = check_edit(&payload.body) {
            panic!("Discord would refuse this: {fault}\n{:#}", payload.body);
        }
        Self { body: json!({ "data": payload.body }), file: payload.file, now }
    }

    /// A callback, without checking who sees it.
    pub fn unchecked(body: &Value, file: Option<&File>, now: Timestamp) -> Self {
        if let Err(fault) = check_callback(body) {
            panic!("Discord would refuse this: {fault}\n{body:#}");
        }
        if matches!(body["type"].as_u64(), Some(4 | 7)) {
            assert_eq!(body["data"]["allowed_mentions"]["parse"], json!([]), "a user is pinged");
        }
        Self { body: body.clone(), file: file.cloned(), now }
    }

    /// 4: a new message, 7: in place of the old one, 8: suggestions, 9: a form, 1: the answer to a ping.
    pub fn kind(&self) -> u64 {
        self.body["type"].as_u64().unwrap()
    }

    pub fn body(&self) -> &Value {
        &self.body
    }

    /// Suggestions as (text, value).
    pub fn suggestions(&self) -> Vec<(&str, &str)> {
        let choices = self.body["data"]["choices"].as_array().unwrap();
        choices.iter().map(|choice| (choice["name"].as_str().unwrap(), choice["value"].as_str().unwrap())).collect()
    }

    /// The entries of the menu.
    pub fn options(&self) -> Vec<String> {
        let options = self.components().flat_map(|component| component["options"].as_array().into_iter().flatten());
        options.map(|option| option["label"].as_str().unwrap().to_owned()).collect()
    }

    pub fn file(&self) -> Option<&File> {
        self.file.as_ref()
    }

    /// The interaction of filling in this form.
    pub fn submitted(&self, given: &[(&str, &str)]) -> Value {
        assert_eq!(self.kind(), 9, "{self}");
        submitted(self.body["data"]["custom_id"].as_str().unwrap(), given)
    }

    /// The same for a form that was opened from a card.
    pub fn submitted_on_card(&self, given: &[(&str, &str)]) -> Value {
        on_card(self.submitted(given))
    }

    /// The interaction of using a button.
    pub fn pressed(&self, label: &str) -> Value {
        used(self.button(label)["custom_id"].as_str().unwrap(), None)
    }

    /// The interaction of using an entry of the menu.
    pub fn picked(&self, name: &str) -> Value {
        let menu = self.component(3);
        let named = |option: &&Value| option["label"].as_str().unwrap().contains(name);
        let option = menu["options"].as_array().unwrap().iter().find(named).unwrap();
        used(menu["custom_id"].as_str().unwrap(), option["value"].as_str())
    }

    fn button(&self, label: &str) -> &Value {
        let is_named = |component: &&Value| component["label"].as_str().is_some_and(|text| text.contains(label));
        self.components().find(is_named).unwrap()
    }

    fn components(&self) -> impl Iterator<Item = &Value> {
        let rows = self.body["data"]["components"].as_array().into_iter().flatten();
        rows.flat_map(|row| row["components"].as_array().into_iter().flatten().chain(row.get("component")))
    }

    fn component(&self, kind: u64) -> &Value {
        self.components().find(|component| component["type"] == kind).unwrap()
    }
}

/// The text as Discord shows it, then the usable parts in square brackets.
impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let data = &self.body["data"];
        for choice in data["choices"].as_array().into_iter().flatten() {
            writeln!(f, "{} [{}]", choice["name"].as_str().unwrap(), choice["value"].as_str().unwrap())?;
        }
        for embed in data["embeds"].as_array().into_iter().flatten() {
            writeln!(f, "{}", read(embed["title"].as_str().unwrap(), self.now))?;
            writeln!(f, "{}", read(embed["description"].as_str().unwrap(), self.now))?;
        }
        for label in data["components"].as_array().into_iter().flatten().filter_map(|label| label["label"].as_str()) {
            writeln!(f, "{}\n{label}", data["title"].as_str().unwrap())?;
        }
        for component in self.components() {
            for option in component["options"].as_array().into_iter().flatten() {
                let details = option["description"].as_str().unwrap_or("-");
                writeln!(f, "[{} | {details}]", option["label"].as_str().unwrap())?;
            }
            if let Some(label) = component["label"].as_str() {
                writeln!(f, "[{label}]{}", component["url"].as_str().map(|url| format!(" {url}")).unwrap_or_default())?;
            }
        }
        if let Some(file) = &self.file {
            writeln!(f, "({})", file.name)?;
        }
        Ok(())
    }
}

/// Markdown as it looks: without escapes, marks for sizes and gaps, and with moments as Discord says them.
fn read(markdown: &str, now: Timestamp) -> String {
    let mut text = String::new();
    let lines: Vec<&str> =
        markdown.lines().map(|line| line.strip_prefix("## ").or(line.strip_prefix("-# ")).unwrap_or(line)).collect();
    let markdown = lines.join("\n");
    let mut rest = &*markdown;
    while let Some(char) = rest.chars().next() {
        let after = &rest[char.len_utf8()..];
        let moment = rest.strip_prefix("<t:").and_then(|at| at.split_once('>'));
        let moment = moment.and_then(|(at, after)| Some((at.strip_suffix(":R")?.parse().ok()?, after)));
        rest = match (char, moment) {
            (_, Some((at, after))) => {
                text += &phrases::ago(Language::default(), Timestamp::from_second(at).unwrap(), now);
                after
            }
            ('\\', None) => {
                let escaped = after.chars().next();
                text.extend(escaped);
                &after[escaped.map_or(0, char::len_utf8)..]
            }
            ('`' | '\u{200b}', None) => after,
            (_, None) => {
                text.push(char);
                after
            }
        };
    }
    text
}
