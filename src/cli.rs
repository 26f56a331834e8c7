//! The command line: what can be asked of the program, as data.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::domain::id::{ContactId, UserId};
use crate::journal::chain::Head;

/// Who do I call at this client, and at which number? Answers /contact, /primary and the like on Discord from a local
/// copy of an IT Glue account's contacts.
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
    /// Run the bot until it is told to stop
    Run,
    /// Try it without credentials: an invented account, synced from a server on this machine, and a prompt
    Demo {
        /// Answer this one command, such as '/primary acme', and exit
        #[arg(long, value_name = "COMMAND")]
        exec: Option<String>,
        /// In which language
        #[command(flatten)]
        language: Wish,
    },
    /// Answer one command from the copy on disk, without any network: /contact jane organization: acme. Works while the bot
    /// runs, and is noted in the audit journal. The policy file does not limit what it shows
    Ask {
        /// In which language
        #[command(flatten)]
        language: Wish,
        /// The command as it would be typed on Discord
        #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true, value_name = "COMMAND")]
        words: Vec<String>,
    },
    /// Read the whole account once, into the copy on disk. Not while the bot runs, which does the same by itself
    Sync {
        /// Take over a sweep that drops more of the directory than the limit allows
        #[arg(long)]
        accept_removals: bool,
    },
    /// Make up or change the key that contacts are encrypted with on disk
    #[command(subcommand)]
    Key(KeyAction),
    /// Delete the copy of the account from disk. Attempts, bindings, favourites and the like stay. Needs no key, so it is
    /// also the way out when the key is lost; a running bot reads the account again
    Wipe {
        /// Really do it
        #[arg(long, required = true)]
        yes: bool,
    },
    /// Read the audit journal: who was shown what. Works while the bot runs
    #[command(subcommand)]
    Journal(Journal),
}

/// What to do with keys.
#[derive(Debug, Subcommand)]
pub enum KeyAction {
    /// Print a new key, for `CALLSHEET_KEY` or the file that `CALLSHEET_KEY_FILE` names
    New,
    /// Encrypt a database that is in the clear with `CALLSHEET_KEY`, once, before the first start with a key: all that is
    /// found in it is believed. Without this the bot reads the account anew, and what it remembered is left out
    Encrypt,
    /// Encrypt the database with another key in place of `CALLSHEET_KEY`, with the bot stopped. Can be repeated after it was
    /// interrupted
    Rotate {
        /// The file with the new key
        #[arg(long, value_name = "FILE")]
        new_key_file: PathBuf,
    },
}

/// What to read of the audit journal. Each of these also checks that it is what was written, and ends with exit code 7
/// where it is not or is gone, and with 8 where parts of it are unproven.
#[derive(Debug, Subcommand)]
pub enum Journal {
    /// Check that nothing in it was changed, removed, inserted or moved: by the seals where `CALLSHEET_KEY` is set. Without, a
    /// journal that was written anew as a whole looks the same, unless --head is given
    Verify {
        /// Check too that it still goes up to this head, which `journal head` printed some time ago. It proves what is before
        #[arg(long, value_name = "NUMBER:HASH")]
        head: Option<Head>,
    },
    /// Print number and hash of the last entry, to be noted elsewhere: only that shows later that no end was cut off
    Head,
    /// Print entries for other programs
    Export {
        /// In which form; spreadsheets have to import the ids as text
        #[arg(long)]
        format: Format,
        /// Only entries from this moment on: 2026-11-30 (in UTC) or 2026-11-30T08:00:00+01:00
        #[arg(long, value_name = "TIME", value_parser = moment)]
        since: Option<Timestamp>,
        /// Only entries before this moment
        #[arg(long, value_name = "TIME", value_parser = moment)]
        until: Option<Timestamp>,
    },
    /// Tell who looked up a contact, what a user looked up, or whether a user looked up a contact
    #[command(group = ArgGroup::new("about").required(true).multiple(true))]
    Report {
        /// The contact, by the number at the end of its address in IT Glue
        #[arg(long, value_name = "ID", group = "about")]
        contact: Option<ContactId>,
        /// The user, by Discord's id (Developer Mode, then right-click the user > Copy User ID)
        #[arg(long, value_name = "ID", group = "about")]
        user: Option<UserId>,
        /// Only entries from this moment on
        #[arg(long, value_name = "TIME", value_parser = moment)]
        since: Option<Timestamp>,
    },
}

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object a line, each with all that is needed to check the chain
    Jsonl,
    /// A table
    Csv,
}

/// A moment, or a day for its beginning.
fn moment(text: &str) -> Result<Timestamp, String> {
    let day = |day: Date| TimeZone::UTC.to_timestamp(day.to_datetime(Time::midnight()));
    let moment = text.parse::<Timestamp>().or_else(|_| text.parse().and_then(day));
    moment.map_err(|_| "must be a day such as 2026-11-30, or a time such as 2026-11-30T08:00:00Z".to_owned())
}

/// The language that answers are wished for in.
#[derive(Debug, Args)]
pub struct Wish {
    /// Language of the answers: en, de, fr, es; English where it is another [default: that of the terminal's locale]
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
}

const AFTER_HELP: &str = "\
Settings come from the environment and from a file named .env in the working folder; .env.example explains each.

Exit codes:
  0  done, or stopped when told to
  1  an unexpected failure; the log line says what
  2  the command line or the configuration needs attention
  3  Discord refuses the token
  4  Discord refuses what the bot asks of the gateway (intents, sharding, version)
  5  IT Glue refuses the key, or the sync did not succeed
  6  the database cannot be used, is used by another callsheet, is encrypted with another key, or holds nothing to
     answer from yet; or what would be shown cannot be noted
  7  the audit journal is not what was written: changed, damaged, or missing in part or as a whole
  8  the audit journal's entries fit each other, but parts of it are unproven: after a break, or without the key's seal";
