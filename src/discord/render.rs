//! Renders an answer as the body of a response, always within Discord's limits.
//!
//! Answers are embeds and not Components V2. Both were drawn on the demo's page at 390 pixels: with V2 a card has the same lines,
//! and its message is 32 pixels higher, since text and buttons stand in one box there. Embeds hold 6,000 characters instead of 4,000, no
//! mention in them can notify anybody, an old message can be updated without a flag that cannot be taken back, and previews
//! and searches read them. V2 would be shown where a reader has switched embeds off.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde_json::{Value, json};
use serenity::builder::{
    AutocompleteChoice, CreateActionRow, CreateAllowedMentions, CreateAutocompleteResponse, CreateButton, CreateEmbed,
    CreateInteractionResponse, CreateInteractionResponseMessage, CreateMessage, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption,
};
use serenity::model::Colour;
use serenity::model::application::ButtonStyle;
use serenity::model::channel::MessageFlags;

use crate::discord::custom_id::{CustomId, MENU};
use crate::discord::seal::Seal;
use crate::discord::{form, markdown};
use callsheet_core::answer::language::Language;
use callsheet_core::answer::menu::{MAX_ENTRIES, MenuEntry};
use callsheet_core::answer::page::{Edge, Page};
use callsheet_core::answer::phrases;
use callsheet_core::answer::text::plain;
use callsheet_core::answer::words::{Words, cut, width};
use callsheet_core::answer::{Answer, Audience, Body, ClickTarget, Content, Reply};
use callsheet_core::plan::Question;

/// Discord's limit for an embed's title.
const MAX_TITLE: usize = 256;

/// Discord's limit for an embed's description. With the title it stays under the 6,000 of a whole message.
const MAX_DESCRIPTION: usize = 4096;

/// The longest line. Our lines have a few pieces of foreign text each, so only a senseless one is longer.
const MAX_LINE: usize = 1024;

/// Discord's limit for the label and the description of a menu's entry.
const MAX_OPTION: usize = 100;

/// Discord's limit for the address of a link button.
const MAX_URL: usize = 512;

/// Discord's limit for the buttons of a row.
const MAX_BUTTONS: usize = 5;

/// Rows of buttons; more of them push the card off a phone's screen.
const MAX_ROWS: usize = 2;

/// For whom, and when, a reply is rendered.
#[derive(Clone, Debug)]
pub struct Reader {
    language: Language,
    now: Timestamp,
    seal: Seal,
    user: u64,
    interaction: u64,
}

impl Reader {
    /// Renders for the caller of this interaction, who alone can use the buttons.
    pub fn new(question: &Question, seal: &Seal, interaction: u64, now: Timestamp) -> Self {
        let user = question.caller.user.map_or(0, |user| user.0);
        Self { language: question.language, now, seal: seal.clone(), user, interaction }
    }

    /// The sealed id of a button, an entry or a form.
    fn sealed(&self, id: impl Into<CustomId>) -> String {
        self.seal.close(&id.into().write(), self.user, self.now)
    }
}

/// A reply as the body of a callback.
pub fn reply(reply: &Reply, reader: &Reader) -> Option<Value> {
    let response = match &reply.content {
        Content::Choices(choices) => {
            let choices = choices.iter().map(|choice| AutocompleteChoice::new(&*choice.name, &*choice.value));
            let choices = CreateAutocompleteResponse::new().set_choices(choices.collect());
            CreateInteractionResponse::Autocomplete(choices)
        }
        Content::Message(answer) => match (&answer.body, reply.replaces) {
            (Body::Form(opened), _) => {
                // Phones refill a form with earlier input if its id is the same.
                let custom_id = reader.sealed(CustomId::Form(opened.form, reader.interaction));
                return Some(form::modal(opened, &custom_id, reader.language));
            }
            (_, false) => CreateInteractionResponse::Message(message(answer, reader)),
            (_, true) => CreateInteractionResponse::UpdateMessage(message(answer, reader)),
        },
    };
    serde_json::to_value(response).ok()
}

/// The body of a callback that says that the bot is working. Only the caller sees it.
pub fn working() -> Value {
    // Written by hand: this flag is the only field of a message that Discord takes here.
    json!({ "type": 5, "data": { "flags": MessageFlags::EPHEMERAL.bits() } })
}

/// A reply as the replacement of a message that said that the bot is working.
pub fn edit(reply: &Reply, reader: &Reader) -> Option<Value> {
    let Content::Message(answer) = &reply.content else { return None };
    let mut message = serde_json::to_value(message(answer, reader)).ok()?;
    // The first message already decided who sees it.
    message.as_object_mut()?.remove("flags");
    Some(message)
}

/// An answer as a message, which only the caller sees unless it is meant for others.
fn message(answer: &Answer, reader: &Reader) -> CreateInteractionResponseMessage {
    let Reader { language, now, .. } = *reader;
    let page = Page::of(answer, language);
    let mut embed =
        CreateEmbed::new().title(markdown::render(&page.title, now, MAX_TITLE)).description(description(&page, now));
    if let Some(url) = &page.url {
        embed = embed.url(url.as_str());
    }
    if let Some(colour) = colour(page.edge) {
        embed = embed.colour(colour);
    }
    CreateInteractionResponseMessage::new()
        .ephemeral(answer.audience == Audience::Caller)
        .allowed_mentions(CreateAllowedMentions::new())
        .embed(embed)
        // Set even if there are none: an update would keep those of the earlier message.
        .components(components(&page, reader))
}

/// A message of the bot's own that says what is wrong and what to do.
pub fn posted(lines: &[Words; 2], now: Timestamp) -> Option<Value> {
    let lines = lines.each_ref().map(|line| markdown::render(line, now, MAX_LINE));
    let message = CreateMessage::new().content(lines.join("\n")).allowed_mentions(CreateAllowedMentions::new());
    serde_json::to_value(message).ok()
}

pub(super) fn pong() -> Option<Value> {
    serde_json::to_value(CreateInteractionResponse::Pong).ok()
}

/// The colour of an answer's edge.
fn colour(edge: Edge) -> Option<Colour> {
    match edge {
        Edge::Plain => None,
        Edge::Vip => Some(Colour::GOLD),
        Edge::Stale => Some(Colour::LIGHT_GREY),
        Edge::Warning => Some(Colour::ORANGE),
    }
}

fn description(page: &Page<'_>, now: Timestamp) -> String {
    let closing: Vec<String> = page.closing.iter().map(|line| markdown::line(line, now, MAX_LINE)).collect();
    let closing = closing.join("\n");
    // The room between the beginning and the closing lines, less the line that says that there is more.
    let room = MAX_DESCRIPTION - width(&closing) - "\n…\n".len();
    let mut lines = rendered(page, MAX_LINE, now);
    if !page.entries.is_empty() {
        // Every contact that can be chosen must be visible, so the longest lines are shortened as needed.
        let limit = fair_share(lines.iter().map(|line| width(line)), room);
        lines = rendered(page, limit, now);
    }
    let mut text = String::new();
    for line in lines {
        if width(&text) + 1 + width(&line) > room {
            text.push_str("\n…");
            break;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&line);
    }
    if !closing.is_empty() {
        text.push('\n');
        text.push_str(&closing);
    }
    text
}

fn rendered(page: &Page<'_>, limit: usize, now: Timestamp) -> Vec<String> {
    page.lines.iter().map(|line| markdown::line(line, now, limit)).collect()
}

/// The length to which longer lines are cut, so that all fit into the room.
fn fair_share(lengths: impl Iterator<Item = usize>, mut room: usize) -> usize {
    let mut lengths: Vec<usize> = lengths.map(|length| length + 1).collect();
    lengths.sort_unstable();
    let mut left = lengths.len();
    for length in lengths {
        if length * left > room {
            return (room / left).saturating_sub(1);
        }
        room -= length;
        left -= 1;
    }
    MAX_LINE
}

fn components(page: &Page<'_>, reader: &Reader) -> Vec<CreateActionRow> {
    let language = reader.language;
    let menu = (!page.entries.is_empty()).then(|| {
        let options = options(&page.entries, page.current, reader);
        let menu = CreateSelectMenu::new(MENU, CreateSelectMenuKind::String { options });
        CreateActionRow::SelectMenu(menu.placeholder(language.text("pick-one")))
    });
    let link = page.url.as_ref().filter(|url| width(url.as_str()) <= MAX_URL);
    let link = link.map(|url| CreateButton::new_link(url.as_str()).label(language.text("open-in-it-glue")));
    let button =
        |(label, target): &(String, _), style| CreateButton::new(reader.sealed(*target)).label(label).style(style);
    let first = page.actions.iter().take(1).map(|action| button(action, ButtonStyle::Primary));
    let actions: Vec<_> =
        first.chain(page.actions.iter().skip(1).map(|it| button(it, ButtonStyle::Secondary))).collect();
    let others: Vec<_> = page.buttons.iter().map(|it| button(it, ButtonStyle::Secondary)).chain(link).collect();
    // The work goes on in the first row. What two rows do not hold is the least used, and has another way.
    let rows: Vec<Vec<CreateButton>> = if others.len() <= MAX_BUTTONS {
        vec![actions, others]
    } else {
        [actions, others].concat().chunks(MAX_BUTTONS).map(<[_]>::to_vec).collect()
    };
    let rows = rows.into_iter().filter(|row| !row.is_empty()).take(MAX_ROWS).map(CreateActionRow::Buttons);
    menu.into_iter().chain(rows).collect()
}

fn options(entries: &[&MenuEntry], current: Option<ClickTarget>, reader: &Reader) -> Vec<CreateSelectMenuOption> {
    let Reader { language, now, .. } = *reader;
    // Discord refuses a menu in which two entries lead to the same place.
    let mut seen = BTreeSet::new();
    let entries = entries.iter().filter(|entry| seen.insert(entry.target)).take(MAX_ENTRIES);
    entries
        .map(|entry| {
            let show = |words| cut(&plain(&words, now), MAX_OPTION);
            let option =
                CreateSelectMenuOption::new(show(phrases::entry_name(entry, language)), reader.sealed(entry.target))
                    .default_selection(current == Some(entry.target));
            match show(phrases::entry_details(entry, language)) {
                details if details.is_empty() => option,
                details => option.description(details),
            }
        })
        .collect()
}
