//! Entries for other programs.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::value::RawValue;

use crate::audit::{Mark, listed};
use crate::cli::Format;
use crate::failure::Result;
use callsheet_core::journal::chain::Row;
use callsheet_core::journal::{Action, Audience, Entry, Outcome};

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
    unproven: Option<Mark>,
    entry: &'a RawValue,
}

impl<W: Write> Export<W> {
    pub(super) fn begin(format: Format, out: W) -> Result<Self> {
        Ok(match format {
            Format::Jsonl => Self::Jsonl(out),
            Format::Csv => {
                let mut writer = csv::Writer::from_writer(out);
                // The header, even without entries.
                writer.write_record(HEADER.split(',')).map_err(io::Error::from)?;
                Self::Csv(Box::new(writer))
            }
        })
    }

    pub(super) fn write(&mut self, row: &Row, entry: &Entry, mark: Option<Mark>) -> Result<()> {
        match self {
            Self::Jsonl(out) => {
                let line = ExportLine {
                    seq: row.seq,
                    hash: hex::encode(&row.hash),
                    seal: row.seal.as_ref().map(hex::encode),
                    unproven: mark,
                    entry: serde_json::from_slice(&row.entry).map_err(io::Error::from)?,
                };
                serde_json::to_writer(&mut *out, &line).map_err(io::Error::from)?;
                out.write_all(b"\n")?;
            }
            Self::Csv(writer) => writer.write_record(cells(row, entry, mark)).map_err(io::Error::from)?,
        }
        Ok(())
    }

    pub(super) fn end(self) -> Result<()> {
        match self {
            Self::Jsonl(mut out) => out.flush()?,
            Self::Csv(mut writer) => writer.flush()?,
        }
        Ok(())
    }
}

const HEADER: &str = "seq,at,user,guild,channel,action,what,contacts,organizations,fields,also,organization_notes,audience,\
                      outcome,why,hash,seal,unproven,unproven_since";

/// A row of the table, in the order of [`HEADER`]. A space separates the members of a list.
fn cells(row: &Row, entry: &Entry, mark: Option<Mark>) -> [String; 19] {
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
        Outcome::Disclosed => ("disclosed", listed(entry.reason.as_ref(), "")),
        Outcome::Refused(why) => ("refused", why.to_string()),
        Outcome::Nothing => ("nothing", listed(entry.reason.as_ref(), "")),
    };
    let also = entry.also.iter().map(|also| format!("{}: {}", listed(&also.contacts, " "), listed(&also.fields, " ")));
    let audience = match entry.audience {
        Audience::Caller => "caller",
        Audience::Channel => "channel",
    };
    [
        row.seq.to_string(),
        entry.at.to_string(),
        listed(entry.user, " "),
        listed(entry.guild, " "),
        listed(entry.channel, " "),
        action.to_owned(),
        what,
        listed(&entry.contacts, " "),
        listed(&entry.organizations, " "),
        listed(&entry.fields, " "),
        also.collect::<Vec<_>>().join("; "),
        listed(&entry.organization_notes, " "),
        audience.to_owned(),
        outcome.to_owned(),
        why,
        hex::encode(&row.hash),
        row.seal.as_ref().map(hex::encode).unwrap_or_default(),
        mark.map_or("", |mark| mark.why).to_owned(),
        listed(mark.and_then(|mark| mark.since), ""),
    ]
}
