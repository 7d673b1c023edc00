//! The command `briefing`: builds packs, asks them, looks into them.
//!
//! Errors go to stderr, one line; exit code 1 for data, 2 for usage. What is left out of a build is told and is no error,
//! unless `--strict` makes it one.

mod build;
mod card;
mod change;
mod inspect;
mod output;
mod outputs;
mod prebuilt;
mod progress;
mod report;
mod search;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand};

/// Search and cited summary cards over a folder of news articles.
#[derive(Parser)]
#[command(version, about, propagate_version = true, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 done, though files may have been left out, which stderr or --json tells; 1 something is wrong with the data, \
    or with --strict a file was left out, and nothing was written; 2 wrong usage.";

#[derive(Subcommand)]
enum Command {
    /// Build a briefing from articles (text, Markdown, HTML, JSONL, CSV, feeds, mail, DOCX, PDF, ZIP)
    Build(build::Options),
    /// Add articles to a briefing, in the place of those of the same identifiers
    Add(change::Add),
    /// Take articles out of a briefing
    Remove(change::Remove),
    /// Search a briefing
    Search(search::Options),
    /// Print a card of a briefing
    Card(card::Options),
    /// Show what a briefing is made of: documents, sections, sizes, versions, checksums
    Inspect(inspect::Options),
}

/// The briefing to read.
#[derive(Args)]
struct PackFile {
    /// The briefing pack
    #[arg(value_name = "FILE.brief")]
    pack: PathBuf,
}

impl PackFile {
    fn open(&self) -> anyhow::Result<briefing::Briefing<Vec<u8>>> {
        let path = self.pack.display();
        anyhow::ensure!(
            !self.pack.is_dir(),
            "{path} is a folder; name a file, such as the .brief of a build"
        );
        let bytes =
            std::fs::read(&self.pack).map_err(|error| anyhow::anyhow!("cannot read {path}: {error}"))?;
        briefing::Briefing::open(bytes).map_err(|error| anyhow::anyhow!("{path}: {error}"))
    }
}

/// Under WASI a program begins in the root folder; `PWD` tells the folder that its user is in.
#[cfg(target_os = "wasi")]
fn go_to_working_folder() {
    if let Some(folder) = std::env::var_os("PWD") {
        // A folder that is gone is told with the first path that is sought in it.
        let _ = std::env::set_current_dir(folder);
    }
}

fn main() -> ExitCode {
    #[cfg(target_os = "wasi")]
    go_to_working_folder();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // Help and the version are printed as they are.
        Err(error)
            if error.exit_code() == 0
                || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand =>
        {
            error.exit()
        }
        Err(error) => {
            output::complain(&usage(&error.to_string()));
            return ExitCode::from(2);
        }
    };
    let result = match cli.command {
        Command::Build(options) => build::run(&options),
        Command::Add(options) => change::add(&options),
        Command::Remove(options) => change::remove(&options),
        Command::Search(options) => search::run(&options),
        Command::Card(options) => card::run(&options),
        Command::Inspect(options) => inspect::run(&options),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// What is wrong with the arguments, out of the page that clap makes of it.
fn usage(page: &str) -> String {
    let page = page.split("\nUsage:").next().unwrap_or(page);
    let page = page.split("\nFor more information").next().unwrap_or(page);
    let page = page.strip_prefix("error: ").unwrap_or(page).trim().replace("\n\n  tip: ", "; ");
    format!("{page}; see `briefing --help`")
}
