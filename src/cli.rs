//! The command line: what can be asked of the program, as data.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Who do I call at this client, and at which number? Answers /contact, /vip and /primary on Discord from a local copy
/// of an IT Glue account's contacts.
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
    /// Answer one command from the copy on disk, without any network: /contact jane organization: acme
    Ask {
        /// In which language
        #[command(flatten)]
        language: Wish,
        /// The command as it would be typed on Discord
        #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true, value_name = "COMMAND")]
        words: Vec<String>,
    },
    /// Read the whole account once, into the copy on disk
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
}

/// What to do with keys.
#[derive(Debug, Subcommand)]
pub enum KeyAction {
    /// Print a new key, for `CALLSHEET_KEY` or the file that `CALLSHEET_KEY_FILE` names
    New,
    /// Encrypt the database with another key in place of `CALLSHEET_KEY`. Can be repeated after it was interrupted
    Rotate {
        /// The file with the new key
        #[arg(long, value_name = "FILE")]
        new_key_file: PathBuf,
    },
}

/// The language that answers are wished for in.
#[derive(Debug, Args)]
pub struct Wish {
    /// Language of the answers: en, de, fr, es; English where it is another [default: that of the terminal's locale]
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
}

const AFTER_HELP: &str = "\
Settings come from the environment and from a file named .env; .env.example explains each.

Exit codes:
  0  done, or stopped when told to
  1  an unexpected failure; the log line says what
  2  the command line or the configuration needs attention
  3  Discord refuses the token
  4  Discord refuses what the bot asks of the gateway (intents, sharding, version)
  5  IT Glue refuses the key, or the sync did not succeed
  6  the database cannot be used, is encrypted with another key, or holds nothing to answer from yet";
