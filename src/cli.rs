//! The command line as data.

#![allow(rustdoc::broken_intra_doc_links, reason = "the help has brackets of its own")]
#![expect(clippy::doc_markdown, reason = "a terminal prints these texts as they stand, backticks too")]

use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use callsheet_core::domain::id::{ContactId, UserId};
use callsheet_core::journal::chain::Head;

/// Find out who to call at a client. A Discord bot that answers from a local copy of your IT Glue contacts
#[derive(Debug, Parser)]
#[command(name = "callsheet", version, about, after_help = AFTER_HELP)]
pub struct Cli {
    /// What to do; `run` where nothing is said.
    #[command(subcommand)]
    pub action: Option<Action>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Run the bot
    Run,
    /// Try Callsheet with made-up data. Needs no credentials and no network
    Demo {
        /// Run this command, such as '/primary acme', and exit. Repeat it to go on as in the demo: a number or a word in
        /// [brackets] picks from the answer before. A line that can't be read ends the run with exit code 2
        #[arg(long, value_name = "COMMAND")]
        exec: Vec<String>,
        /// Open the demo's page in the browser
        #[arg(long, conflicts_with = "exec")]
        open: bool,
        /// In which language
        #[command(flatten)]
        language: Wish,
    },
    /// Run one command on the local copy, offline, such as: callsheet ask /primary acme
    ///
    /// Works while the bot runs. The audit log records what is shown. Of the policy file, [brake] limits it and [[access]] does not.
    /// `callsheet ask help` shows every command with an example. Flags such as --language are never searched for, wherever
    /// they stand.
    Ask {
        /// In which language
        #[command(flatten)]
        language: Wish,
        /// The command, as typed on Discord; the slash can be left out. Or help
        #[arg(required = true, allow_negative_numbers = true, value_name = "COMMAND")]
        words: Vec<String>,
    },
    /// Sync everything from IT Glue once
    ///
    /// Not while the bot runs, which syncs by itself.
    Sync {
        /// Apply the sync even if it removes more than SWEEP_REMOVAL_LIMIT
        #[arg(long)]
        accept_removals: bool,
    },
    /// Create or rotate the key that encrypts the database
    #[command(subcommand)]
    Key(KeyAction),
    /// Delete the local copy of IT Glue data
    ///
    /// Keeps call attempts, channel links and favorites. Works without the key; a running bot syncs again.
    Wipe {
        /// Confirm the deletion
        #[arg(long, required = true)]
        yes: bool,
    },
    /// Read the audit log: who was shown what. Works while the bot runs
    #[command(subcommand)]
    Journal(Journal),
}

/// What to do with keys.
#[derive(Debug, Subcommand)]
pub enum KeyAction {
    /// Generate a key for CALLSHEET_KEY or CALLSHEET_KEY_FILE
    New,
    /// Encrypt an unencrypted database with CALLSHEET_KEY
    ///
    /// Run it once, before the first start with a key: its data is trusted as it is. Without it the bot syncs again and leaves
    /// out the call attempts, channel links and favorites from before.
    Encrypt,
    /// Re-encrypt the database with a new key, with the bot stopped. Safe to run again if interrupted
    Rotate {
        /// File that holds the new key
        #[arg(long, value_name = "FILE")]
        new_key_file: PathBuf,
    },
}

/// What to read of the audit log. Each of these also checks it, and ends with exit code 7 where it was altered, is damaged or
/// missing, and with 8 where parts of it are unproven.
#[derive(Debug, Subcommand)]
pub enum Journal {
    /// Check the audit log for tampering
    ///
    /// With CALLSHEET_KEY by its seals. Without the key, only --head shows whether the whole log was rewritten.
    Verify {
        /// Also check that the log still contains this head, printed earlier by `journal head`. Proves the entries up to it
        #[arg(long, value_name = "NUMBER:HASH")]
        head: Option<Head>,
    },
    /// Print the number and hash of the last entry. Keep it elsewhere: it proves later that no entries were cut off
    Head,
    /// Export entries as JSON Lines or CSV
    Export {
        /// Output format. In spreadsheets, import the IDs as text
        #[arg(long)]
        format: Format,
        /// Only entries from this time on, such as 2026-11-30 (UTC) or 2026-11-30T08:00:00+01:00
        #[arg(long, value_name = "TIME", value_parser = moment)]
        since: Option<Timestamp>,
        /// Only entries before this time
        #[arg(long, value_name = "TIME", value_parser = moment)]
        until: Option<Timestamp>,
    },
    /// Show who looked up a contact, what a user looked up, or both combined
    #[command(group = ArgGroup::new("about").required(true).multiple(true))]
    Report {
        /// Contact ID: the number at the end of its IT Glue URL
        #[arg(long, value_name = "ID", group = "about")]
        contact: Option<ContactId>,
        /// Discord user ID (turn on Developer Mode, then right-click the user > Copy User ID)
        #[arg(long, value_name = "ID", group = "about")]
        user: Option<UserId>,
        /// Only entries from this time on, such as 2026-11-30 (UTC) or 2026-11-30T08:00:00+01:00
        #[arg(long, value_name = "TIME", value_parser = moment)]
        since: Option<Timestamp>,
    },
}

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object per line, with everything needed to verify the hash chain
    Jsonl,
    /// Comma-separated table
    Csv,
}

/// Reads a moment, or a day as its beginning.
fn moment(text: &str) -> Result<Timestamp, String> {
    let day = |day: Date| TimeZone::UTC.to_timestamp(day.to_datetime(Time::midnight()));
    let moment = text.parse::<Timestamp>().or_else(|_| text.parse().and_then(day));
    moment.map_err(|_| "must be a date such as 2026-11-30 or a time such as 2026-11-30T08:00:00Z".to_owned())
}

/// The language that answers are wished for in.
#[derive(Debug, Args)]
pub struct Wish {
    /// Language of the answers: en, de, fr or es. Others fall back to English [default: from the locale]
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
}

const AFTER_HELP: &str = "\
Settings are read from environment variables and from .env in the working folder. See .env.example.

Exit codes:
  0  success, or stopped on request
  1  unexpected error; see the log
  2  invalid command line, question or settings
  3  Discord rejected the token
  4  Discord rejected the gateway connection (intents, sharding, version)
  5  IT Glue rejected the key, or the sync failed
  6  database unusable, in use, encrypted with another key or still empty, or audit log not writable
  7  audit log altered, damaged, incomplete or missing
  8  audit log consistent, but parts of it unproven: after a break, or without a seal";
