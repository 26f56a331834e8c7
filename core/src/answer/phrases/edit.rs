//! The words of an edit.

use jiff::Timestamp;

use crate::answer::ClickTarget;
use crate::answer::edit::{EditPage, EditStep, Outcome, Saved, ShownDifference};
use crate::answer::language::Language;
use crate::answer::phrases::form::label;
use crate::answer::phrases::{BETWEEN, card};
use crate::answer::text::plain;
use crate::answer::words::{Words, cut, theirs};
use crate::edit::check::Problem;
use crate::edit::compare::Side;
use crate::edit::outcome::Failure;
use crate::edit::{EditField, Part};

/// The longest value that is quoted on one line, and the most lines of a list that are.
const LONGEST: usize = 200;
const MOST_LINES: usize = 12;

/// Discord's limit for the label of a button.
const MAX_LABEL: usize = 80;

pub fn title(page: &EditPage, language: Language) -> Words {
    let sentence = match &page.step {
        EditStep::Hub if page.subject.contact.is_none() => "edit-title-new",
        EditStep::Hub => "edit-title",
        EditStep::Problems { .. } => "edit-title-problems",
        EditStep::Nothing => "edit-title-nothing",
        EditStep::Preview { .. } => "edit-title-preview",
        EditStep::Unknown => "edit-title-unknown",
        EditStep::NotSaved { .. } => "edit-title-not-saved",
        EditStep::Discarded => "edit-title-discarded",
        EditStep::NoUndo => "edit-title-no-undo",
    };
    language.say_with(sentence, [("name", card::name(&page.subject.name, language).into())])
}

pub fn lines(page: &EditPage, language: Language) -> Vec<Words> {
    let say = |sentence| language.say(sentence);
    let mut lines: Vec<Words> = page.subject.organization.iter().map(|(_, name)| theirs(name)).collect();
    match &page.step {
        EditStep::Hub => lines.push(say("edit-hub")),
        EditStep::Problems { problems, .. } => {
            lines.extend(problems.iter().map(|problem| of_problem(problem, language)));
            lines.push(say("edit-problems-hint"));
        }
        EditStep::Nothing => lines.push(say("edit-nothing")),
        EditStep::Preview { differences, duplicates, again } => {
            lines.extend(again.then(|| say("edit-again")));
            lines.extend(differences.iter().flat_map(|difference| of_difference(difference, language)));
            lines.extend((!duplicates.is_empty()).then(|| say("edit-duplicates")));
            lines.push(say("edit-not-yet"));
        }
        EditStep::Unknown => lines.push(say("edit-unknown")),
        EditStep::NotSaved { failure, rest } => {
            lines.push(of_failure(failure, language));
            lines.extend(rest.then(|| say("edit-rest")));
        }
        EditStep::Discarded => lines.push(say("edit-discarded")),
        EditStep::NoUndo => lines.push(say("edit-no-undo")),
    }
    lines
}

type Buttons = Vec<(String, ClickTarget)>;

/// What goes on with the edit, then its other buttons.
pub fn buttons(page: &EditPage, language: Language) -> [Buttons; 2] {
    let button = |sentence: &str, target| (language.text(sentence), target);
    let parts = || {
        page.parts.iter().filter_map(|&part| {
            let target = match (page.draft, page.subject.contact) {
                (Some(draft), _) => ClickTarget::DraftPart { draft, part },
                (None, Some(contact)) => ClickTarget::EditPart { contact, part },
                (None, None) => return None,
            };
            Some(button(part_label(part), target))
        })
    };
    let back = page.subject.contact.map(|contact| button("back-to-card", ClickTarget::Person(contact)));
    let draft = page.draft;
    match &page.step {
        EditStep::Hub => [parts().collect(), back.into_iter().collect()],
        EditStep::Problems { part, .. } => {
            let fix = draft.map(|draft| button("edit-fix", ClickTarget::DraftPart { draft, part: *part }));
            let discard = draft.map(|draft| button("edit-discard", ClickTarget::Discard(draft)));
            [fix.into_iter().collect(), discard.into_iter().collect()]
        }
        EditStep::Preview { differences, duplicates, .. } => {
            let Some(draft) = draft else { return [Vec::new(), Vec::new()] };
            let undecided = || differences.iter().filter(|one| matches!(one.becomes, Outcome::Undecided(_)));
            let choices = undecided().flat_map(|one| {
                [(Side::Mine, "edit-keep-mine"), (Side::Theirs, "edit-keep-theirs")].map(|(side, sentence)| {
                    let field = language.say(label(one.field)).into();
                    let words = language.say_with(sentence, [("field", field)]);
                    let label = cut(&plain(&words, Timestamp::UNIX_EPOCH), MAX_LABEL);
                    (label, ClickTarget::DraftSide { draft, field: one.field, side })
                })
            });
            let changes = differences.iter().any(|one| matches!(one.becomes, Outcome::Changed(_)));
            let save = if duplicates.is_empty() { "edit-save" } else { "edit-save-anyway" };
            let save = (undecided().next().is_none() && changes).then(|| button(save, ClickTarget::Save(draft)));
            let more = (!page.parts.is_empty()).then(|| button("edit-more", ClickTarget::Draft(draft)));
            let discard = button("edit-discard", ClickTarget::Discard(draft));
            // A row holds five, and the choice of one field is made before the next.
            [choices.take(2).chain(save).collect(), more.into_iter().chain([discard]).collect()]
        }
        EditStep::NotSaved { rest, failure } => {
            let save = draft.filter(|_| *rest).map(|draft| button("edit-save-rest", ClickTarget::Save(draft)));
            let again = draft.filter(|_| !*rest && is_passing(failure));
            let again = again.map(|draft| button("edit-save-again", ClickTarget::Save(draft)));
            let more = draft.map(|draft| button("edit-more", ClickTarget::Draft(draft)));
            [save.into_iter().chain(again).collect(), more.into_iter().chain(back).collect()]
        }
        EditStep::Unknown => {
            let again = draft.map(|draft| button("edit-look-again", ClickTarget::Save(draft)));
            [again.into_iter().collect(), back.into_iter().collect()]
        }
        EditStep::Nothing | EditStep::Discarded | EditStep::NoUndo => [Vec::new(), back.into_iter().collect()],
    }
}

/// Whether the same may be saved a little later.
fn is_passing(failure: &Failure) -> bool {
    matches!(failure, Failure::TooMany { .. } | Failure::TimedOut | Failure::Unreachable)
}

/// What was saved, above its card.
pub fn saved(saved: &Saved, language: Language) -> Vec<Words> {
    let names = |fields: &[EditField]| list_of(fields, language).into();
    let mut lines = Vec::new();
    if !saved.done.is_empty() {
        let sentence = match (saved.is_undo, saved.is_new) {
            (true, _) => "edit-undone",
            (false, true) => "edit-added",
            (false, false) => "edit-saved",
        };
        lines.push(language.say_with(sentence, [("fields", names(&saved.done))]));
    }
    if !saved.reformatted.is_empty() {
        lines.push(language.say_with("edit-reformatted", [("fields", names(&saved.reformatted))]));
    }
    if !saved.not_done.is_empty() {
        lines.push(language.say_with("edit-not-done", [("fields", names(&saved.not_done))]));
    }
    lines
}

pub fn undo(saved: &Saved, language: Language) -> Option<(String, ClickTarget)> {
    saved.undo.map(|edit| (language.text("edit-undo"), ClickTarget::UndoEdit(edit)))
}

fn list_of(fields: &[EditField], language: Language) -> Words {
    Words::default().list(fields.iter().map(|field| language.say(label(*field))), ", ")
}

fn part_label(part: Part) -> &'static str {
    match part {
        Part::Name => "edit-part-name",
        Part::Emails => "field-emails",
        Part::Phones => "field-phones",
        Part::Notes => "field-notes",
        Part::Place => "edit-part-place",
    }
}

fn of_problem(problem: &Problem, language: Language) -> Words {
    let field = |field: EditField| language.say(label(field)).into();
    let text = |text: &str| theirs(cut(text, LONGEST)).into();
    match problem {
        Problem::NoFirstName => language.say("problem-no-first-name"),
        Problem::TooLong(of) => language.say_with("problem-too-long", [("field", field(*of))]),
        Problem::Unreadable { field: of, line, text: typed } => language
            .say_with("problem-unreadable", [("field", field(*of)), ("line", (*line).into()), ("text", text(typed))]),
        Problem::NoAddress(typed) => language.say_with("problem-no-address", [("text", text(typed))]),
        Problem::NoNumber(typed) => language.say_with("problem-no-number", [("text", text(typed))]),
        Problem::Twice { text: typed, .. } => language.say_with("problem-twice", [("text", text(typed))]),
        Problem::TwoPrimary(of) => language.say_with("problem-two-primary", [("field", field(*of))]),
        Problem::Unknown(of) => language.say_with("problem-unknown", [("field", field(*of))]),
    }
}

fn of_difference(difference: &ShownDifference, language: Language) -> Vec<Words> {
    let name = || language.say(label(difference.field)).into();
    let value = |lines: &[String]| match lines {
        [] => language.say("edit-blank"),
        lines => Words::default().list(lines.iter().map(|line| theirs(cut(line, LONGEST))), BETWEEN),
    };
    let mut lines = Vec::new();
    if let Some(owner) = &difference.owner {
        lines.push(language.say_with("edit-owned", [("field", name()), ("owner", theirs(owner).into())]));
    }
    let is_list = matches!(difference.field, EditField::Emails | EditField::Phones | EditField::Notes);
    match &difference.becomes {
        Outcome::Changed(after) if is_list => {
            lines.push(language.say_with("edit-list", [("field", name())]));
            lines.extend(changed_lines(&difference.now, after));
        }
        Outcome::Changed(after) => {
            let values = [("field", name()), ("from", value(&difference.now).into()), ("to", value(after).into())];
            lines.push(language.say_with("edit-change", values));
        }
        Outcome::Left => lines.push(language.say_with("edit-left", [("field", name())])),
        Outcome::Hidden => lines.push(language.say_with("edit-hidden", [("field", name())])),
        Outcome::Undecided(mine) => {
            let values = [("field", name()), ("theirs", value(&difference.now).into()), ("mine", value(mine).into())];
            lines.push(language.say_with("edit-undecided", values));
        }
    }
    let is_decided = !matches!(difference.becomes, Outcome::Undecided(_) | Outcome::Hidden);
    if is_decided && difference.was != difference.now {
        let values =
            [("field", name()), ("from", value(&difference.was).into()), ("to", value(&difference.now).into())];
        lines.push(language.say_with("edit-meanwhile", values));
    }
    lines
}

/// The lines that go and come, each with its sign.
fn changed_lines(before: &[String], after: &[String]) -> Vec<Words> {
    let signed = |sign: &'static str, line: &String| Words::new(sign).theirs(cut(line, LONGEST));
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| signed("− ", line));
    let new = after.iter().filter(|line| !before.contains(line)).map(|line| signed("+ ", line));
    gone.chain(new).take(MOST_LINES).collect()
}

fn of_failure(failure: &Failure, language: Language) -> Words {
    let fields = |fields: &[EditField]| list_of(fields, language).into();
    match failure {
        Failure::NoOrganization => language.say("failure-no-organization"),
        Failure::Invalid(of) => language.say_with("failure-invalid", [("fields", fields(of))]),
        Failure::Owned(of) if of.is_empty() => language.say("failure-owned-all"),
        Failure::Owned(of) => language.say_with("failure-owned", [("fields", fields(of))]),
        Failure::Key => language.say("failure-key"),
        Failure::NotPermitted => language.say("failure-not-permitted"),
        Failure::Gone => language.say("failure-gone"),
        Failure::Moved => language.say("failure-moved"),
        Failure::TooMany { .. } => language.say("failure-too-many"),
        Failure::TimedOut => language.say("failure-timed-out"),
        Failure::Unreachable => language.say("failure-unreachable"),
        Failure::Overtaken(of) => language.say_with("failure-overtaken", [("fields", fields(of))]),
        Failure::Refused { title, detail } => {
            let said = [title, detail].into_iter().flatten().map(|text| theirs(cut(text, LONGEST)));
            let said = Words::default().list(said, BETWEEN);
            language.say_with("failure-refused", [("said", said.into())])
        }
    }
}
