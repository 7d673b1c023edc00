//! `briefing build`: articles in, a pack out, and where asked the engine with that pack inside.

use std::path::PathBuf;

use anyhow::Result;
use briefing::Briefing;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::bundle;
use crate::output::{plain, stage};

#[derive(Args)]
pub(crate) struct Options {
    /// Articles, or folders of them; a `briefing.toml` in a folder tells what its articles do not
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Where to write the pack
    #[arg(short, long, value_name = "FILE.brief")]
    output: PathBuf,
    /// Title of the briefing, in the place of any that `briefing.toml` gives
    #[arg(long)]
    title: Option<String>,
    /// Also write one HTML page that holds widget, engine and pack, to be opened anywhere
    #[arg(long, value_name = "FILE.html")]
    html: Option<PathBuf>,
    /// Also write the engine with the pack inside
    #[arg(long, value_name = "FILE.wasm")]
    wasm: Option<PathBuf>,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    // Hidden where stderr is no terminal.
    let progress = ProgressBar::new(3).with_style(ProgressStyle::with_template("{bar:20} {msg}")?);
    let step = |message: &'static str| {
        progress.inc(1);
        progress.set_message(message);
    };
    progress.set_message("reading the articles");
    let mut ingested = briefing::ingest::read(&options.paths)?;
    if options.title.is_some() {
        ingested.corpus.title.clone_from(&options.title);
    }
    step("finding what they say");
    let pack = briefing::build(&ingested.corpus)?;
    step("writing");
    let report = write(options, &pack)?;
    progress.finish_and_clear();
    for notice in &ingested.notices {
        eprintln!("briefing: {}", plain(notice));
    }
    if !ingested.dropped.is_empty() {
        eprintln!(
            "briefing: left out {} lines of page furniture and repeated titles",
            ingested.dropped.len()
        );
    }
    println!("{report}");
    Ok(())
}

/// Writes all files that were asked for, or none.
fn write(options: &Options, pack: &[u8]) -> Result<String> {
    let briefing = Briefing::open(pack)?;
    let mut staged = vec![stage(&options.output, pack)?];
    if let Some(path) = &options.html {
        staged.push(stage(path, bundle::html(briefing.pack().title(), pack)?.as_bytes())?);
    }
    if let Some(path) = &options.wasm {
        staged.push(stage(path, &bundle::wasm(pack)?)?);
    }
    staged.into_iter().try_for_each(|file| file.put())?;
    Ok(format!(
        "{}: {} documents, {} independent texts, {} bytes",
        options.output.display(),
        briefing.pack().len(),
        briefing.pack().origins(),
        pack.len()
    ))
}
