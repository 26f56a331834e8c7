//! Entries for other programs.

use std::io::{self, Write};

use jiff::Timestamp;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::audit::listed;
use crate::audit::proof::Mark;
use crate::cli::Format;
use crate::failure::Failure;
use callsheet_core::journal::chain::Row;
use callsheet_core::journal::{Action, Audience, Entry, Outcome};

/// An export in progress.
pub(super) enum Export<W: Write> {
    Jsonl(W),
    Csv(Box<csv::Writer<W>>),
}

/// Everything needed to check the chain without Callsheet. The entry is the stored line itself.
#[derive(Serialize)]
struct ExportLine<'a> {
    seq: u64,
    hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    seal: Option<String>,
    /// Only where nothing proves the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    unproven: Option<Unproven>,
    entry: &'a RawValue,
}

#[derive(Serialize)]
struct Unproven {
    why: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Timestamp>,
}

/// A row of the table. A space separates the members of a list.
#[derive(Serialize)]
struct Cells<'a> {
    seq: u64,
    at: String,
    user: String,
    guild: String,
    channel: String,
    action: &'a str,
    what: String,
    contacts: String,
    organizations: String,
    fields: String,
    also: String,
    organization_notes: String,
    audience: &'a str,
    outcome: &'a str,
    why: String,
    hash: String,
    seal: String,
    unproven: &'a str,
    unproven_since: String,
}

impl<W: Write> Export<W> {
    pub(super) fn begin(format: Format, out: W) -> Result<Self, Failure> {
        Ok(match format {
            Format::Jsonl => Self::Jsonl(out),
            Format::Csv => {
                let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
                // The header, even without entries.
                writer.write_record(COLUMNS).map_err(io::Error::from)?;
                Self::Csv(Box::new(writer))
            }
        })
    }

    pub(super) fn write(&mut self, row: &Row, entry: &Entry, mark: Option<Mark>) -> Result<(), Failure> {
        match self {
            Self::Jsonl(out) => {
                let line = ExportLine {
                    seq: row.seq,
                    hash: hex::encode(&row.hash),
                    seal: row.seal.as_ref().map(hex::encode),
                    unproven: mark.map(|Mark { why, since }| Unproven { why, since }),
                    entry: serde_json::from_slice(&row.entry).map_err(io::Error::from)?,
                };
                serde_json::to_writer(&mut *out, &line).map_err(io::Error::from)?;
                out.write_all(b"\n")?;
            }
            Self::Csv(writer) => writer.serialize(cells(row, entry, mark)).map_err(io::Error::from)?,
        }
        Ok(())
    }

    pub(super) fn end(self) -> Result<(), Failure> {
        match self {
            Self::Jsonl(mut out) => out.flush()?,
            Self::Csv(mut writer) => writer.flush()?,
        }
        Ok(())
    }
}

const COLUMNS: [&str; 19] = [
    "seq",
    "at",
    "user",
    "guild",
    "channel",
    "action",
    "what",
    "contacts",
    "organizations",
    "fields",
    "also",
    "organization_notes",
    "audience",
    "outcome",
    "why",
    "hash",
    "seal",
    "unproven",
    "unproven_since",
];

fn cells<'a>(row: &Row, entry: &Entry, mark: Option<Mark>) -> Cells<'a> {
    let (action, what) = match &entry.action {
        Action::Command(name) => ("command", name.to_string()),
        Action::Terminal(name) => ("terminal", name.to_string()),
        Action::Button(name) => ("button", name.to_string()),
        Action::Suggestions(name) => ("suggestions", name.to_string()),
        Action::Share => ("share", String::new()),
        Action::ContactFile => ("contact_file", String::new()),
        Action::Alert => ("alert", String::new()),
        Action::Release => ("release", listed(entry.subject, "")),
        Action::Pruned(through) => ("pruned", through.to_string()),
        Action::Damaged { base, lost, rechained } => ("damaged", format!("{base} {lost} {rechained}")),
        Action::Broken { noted } => ("broken", listed(*noted, "")),
        Action::Keyed => ("keyed", String::new()),
        Action::Unkeyed => ("unkeyed", String::new()),
    };
    let (outcome, why) = match &entry.outcome {
        Outcome::Disclosed => ("disclosed", String::new()),
        Outcome::Refused(why) => ("refused", why.to_string()),
        Outcome::Nothing => ("nothing", listed(entry.reason.as_ref(), "")),
    };
    let also = entry.also.iter().map(|also| format!("{}: {}", listed(&also.contacts, " "), listed(&also.fields, " ")));
    Cells {
        seq: row.seq,
        at: entry.at.to_string(),
        user: listed(entry.user, " "),
        guild: listed(entry.guild, " "),
        channel: listed(entry.channel, " "),
        action,
        what,
        contacts: listed(&entry.contacts, " "),
        organizations: listed(&entry.organizations, " "),
        fields: listed(&entry.fields, " "),
        also: also.collect::<Vec<_>>().join("; "),
        organization_notes: listed(&entry.organization_notes, " "),
        audience: match entry.audience {
            Audience::Caller => "caller",
            Audience::Channel => "channel",
        },
        outcome,
        why,
        hash: hex::encode(&row.hash),
        seal: row.seal.as_ref().map(hex::encode).unwrap_or_default(),
        unproven: mark.map_or("", |mark| mark.why),
        unproven_since: listed(mark.and_then(|mark| mark.since), ""),
    }
}
