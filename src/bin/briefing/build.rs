//! `briefing build`: articles in, a pack out, and where asked a page, a site, or the engine with that pack inside.

use std::collections::HashSet;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use briefing::Briefing;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::output::{complain, stage};
use crate::prebuilt::parts;

#[derive(Args)]
pub(crate) struct Options {
    /// Articles (.txt, .md, .html, .jsonl, .csv, .tsv, .rss, .atom, .xml, .eml, .mbox, .docx; all also as .gz), .zip of them, or folders; a `briefing.toml` in a folder tells what its articles do not
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
    /// Also write a folder for any web host: the page, the widget, and the engine with the pack inside
    #[arg(long, value_name = "FOLDER")]
    site: Option<PathBuf>,
    /// Also write the engine with the pack inside
    #[arg(long, value_name = "FILE.wasm")]
    wasm: Option<PathBuf>,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    check_apart(options)?;
    // Hidden where stderr is no terminal.
    let progress = ProgressBar::new(3).with_style(ProgressStyle::with_template("{bar:20} {msg}")?);
    progress.set_message("reading the articles");
    let mut ingested = briefing::ingest::read(&options.paths)?;
    if options.title.is_some() {
        ingested.corpus.title.clone_from(&options.title);
    }
    progress.inc(1);
    let pack = briefing::build_in_steps(&ingested.corpus, &mut |step| progress.set_message(step.name()))?;
    progress.inc(1);
    progress.set_message("writing");
    let report = write(options, &pack)?;
    progress.finish_and_clear();
    for error in &ingested.refused {
        complain(&format!("left out: {error}"));
    }
    for notice in &ingested.notices {
        complain(notice);
    }
    let dropped: usize = ingested.rows.iter().filter(|row| !row.excluded).map(|row| row.dropped.len()).sum();
    if dropped > 0 {
        complain(&format!("left out {dropped} lines of page furniture and repeated titles"));
    }
    writeln!(io::stdout(), "{report}")?;
    Ok(())
}

/// Two outputs in one place would leave only the one that is written last.
fn check_apart(options: &Options) -> Result<()> {
    let files = [Some(&options.output), options.html.as_ref(), options.wasm.as_ref()];
    let site = match &options.site {
        Some(folder) => parts()?.site_paths().map(|path| folder.join(path)).collect(),
        None => Vec::new(),
    };
    let outputs: Vec<PathBuf> = files.into_iter().flatten().cloned().chain(site).collect();
    let place = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // The folder of a site may not be there yet.
        let folder = folder.canonicalize().or_else(|_| std::path::absolute(folder)).ok()?;
        Some((folder, path.file_name()?.to_owned()))
    };
    let mut places = HashSet::new();
    for output in outputs {
        if let Some(place) = place(&output)
            && !places.insert(place)
        {
            bail!("{}: named for two outputs; give each a file of its own", output.display());
        }
    }
    Ok(())
}

/// Writes all files that were asked for, or none.
fn write(options: &Options, pack: &[u8]) -> Result<String> {
    let mut staged = vec![stage(&options.output, pack)?];
    if let Some(path) = &options.html {
        staged.push(stage(path, parts()?.html(pack)?.as_bytes())?);
    }
    let site = options.site.as_ref().map(|folder| site(folder, pack)).transpose()?.unwrap_or_default();
    for (path, bytes) in &site {
        staged.push(stage(path, bytes)?);
    }
    if let Some(path) = &options.wasm {
        staged.push(stage(path, &parts()?.wasm(pack)?)?);
    }
    staged.into_iter().try_for_each(|file| file.put())?;
    let briefing = Briefing::open(pack)?;
    Ok(format!(
        "{}: {} documents, {} independent texts, {} bytes",
        options.output.display(),
        briefing.pack().len(),
        briefing.pack().origins(),
        pack.len()
    ))
}

/// The files of a site by their places; makes the folders.
fn site(folder: &Path, pack: &[u8]) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let parts = parts()?;
    let files = parts.site(pack)?;
    let places: Vec<PathBuf> = parts.site_paths().map(|path| folder.join(path)).collect();
    for folder in places.iter().filter_map(|place| place.parent()) {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    Ok(places.into_iter().zip(files).collect())
}
