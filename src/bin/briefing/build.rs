//! `briefing build`: articles in, a pack out, once or as often as they change.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use briefing::ingest::{Edits, Folders, Ingested};
use briefing::{Analyst, Step};
use clap::Args;

use crate::output::{complain, is_broken_pipe};
use crate::outputs::Outputs;
use crate::progress::Progress;
use crate::report::{Report, Telling};

/// How often watched files are looked at.
const PAUSE: Duration = Duration::from_millis(500);

#[derive(Args)]
pub(crate) struct Options {
    /// Articles (.txt, .md, .html, .jsonl, .csv, .tsv, .rss, .atom, .xml, .eml, .mbox, .docx, .pdf; all also as .gz), .zip of them, or folders; a `briefing.toml` in a folder tells what its articles do not. A finished briefing (.brief, .wasm, the page of --html, the folder of --site or a .zip of it) gives its articles. `-` reads paths from standard input, one a line or parted by NUL
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Where to write the pack
    #[arg(short, long, value_name = "FILE.brief")]
    output: PathBuf,
    #[command(flatten)]
    making: Making,
    /// Go on: look at the files twice a second, and build again when they have changed
    #[arg(long)]
    watch: bool,
}

/// How a pack is made, and what is told of it.
#[derive(Args)]
pub(crate) struct Making {
    /// Title of the briefing, in the place of any that the files give
    #[arg(long)]
    pub(crate) title: Option<String>,
    #[command(flatten)]
    pub(crate) outputs: Outputs,
    /// Write nothing if a file would be left out
    #[arg(long)]
    pub(crate) strict: bool,
    #[command(flatten)]
    pub(crate) telling: Telling,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let Options { output, making, .. } = options;
    making.telling.of(|| {
        making.outputs.check_apart(output)?;
        let mut folders = Folders::of(listed(&options.paths)?);
        if options.watch {
            return watch(&mut folders, output, making);
        }
        let progress = Progress::new(making.telling.is_quiet());
        folders.update_telling(&mut |done, of| progress.tell("files", done, of))?;
        drop(progress);
        let ingested = folders.finish(&making.edits())?;
        making.make(output, &ingested)?.tell(&making.telling, &ingested)
    })
}

/// Builds as often as the files change. What is wrong is told, each thing once, and does not end it.
fn watch(folders: &mut Folders, output: &Path, making: &Making) -> Result<()> {
    let (mut analyst, mut written, mut last) = (Analyst::default(), Vec::new(), String::new());
    loop {
        let problem = match again(folders, output, making, &mut analyst, &mut written) {
            Ok(()) => String::new(),
            Err(error) if is_broken_pipe(&error) => return Err(error),
            Err(error) => format!("{error:#}"),
        };
        if problem != last && !problem.is_empty() {
            complain(&problem);
        }
        last = problem;
        std::thread::sleep(PAUSE);
    }
}

/// Builds if the files have changed; `written` is the pack of the last time.
fn again(
    folders: &mut Folders,
    output: &Path,
    making: &Making,
    analyst: &mut Analyst,
    written: &mut Vec<u8>,
) -> Result<()> {
    if !folders.update()? {
        return Ok(());
    }
    let ingested = folders.finish(&making.edits())?;
    let pack = making.pack(&ingested, analyst)?;
    // What is built again from an output among the files is the same; writing it would never end.
    if pack != *written {
        making.outputs.write(output, &pack)?;
        Report::of(output, &making.outputs, &ingested, &pack)?.tell_briefly(&making.telling)?;
        *written = pack;
    }
    Ok(())
}

impl Making {
    fn edits(&self) -> Edits {
        Edits { title: self.title.clone(), ..Edits::default() }
    }

    /// The pack of what was read, unless that is too little.
    fn pack(&self, ingested: &Ingested, analyst: &mut Analyst) -> Result<Vec<u8>> {
        if let Some(error) = ingested.refused.first().filter(|_| self.strict) {
            return Err(error.clone()).context("left out, and so nothing is written");
        }
        let progress = Progress::new(self.telling.is_quiet());
        let mut tell = |step: Step| progress.tell(step.name(), step.number(), Step::COUNT);
        let pack = analyst.build(&ingested.corpus, &mut tell)?;
        Ok(pack)
    }

    /// Builds and writes.
    pub(crate) fn make<'r>(&'r self, output: &'r Path, ingested: &'r Ingested) -> Result<Report<'r>> {
        let pack = self.pack(ingested, &mut Analyst::default())?;
        self.outputs.write(output, &pack)?;
        Report::of(output, &self.outputs, ingested, &pack)
    }
}

/// The paths, with those that standard input lists in the place of `-`.
pub(crate) fn listed(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut all = Vec::with_capacity(paths.len());
    for path in paths {
        if path != Path::new("-") {
            all.push(path.clone());
            continue;
        }
        let mut list = Vec::new();
        std::io::stdin()
            .read_to_end(&mut list)
            .context("cannot read the list of paths from standard input")?;
        let list = list.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&list);
        let ends: &[u8] = if list.contains(&0) { b"\0" } else { b"\n\r" };
        let lines = list.split(|byte| ends.contains(byte)).filter(|path| !path.trim_ascii().is_empty());
        for line in lines {
            all.push(named(line)?);
        }
    }
    if all.is_empty() {
        bail!("standard input lists no path; give one a line, or parted by NUL");
    }
    Ok(all)
}

/// The path that these bytes are; systems other than Unix know none but of Unicode.
#[cfg(unix)]
fn named(bytes: &[u8]) -> Result<PathBuf> {
    Ok(PathBuf::from(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes)))
}

#[cfg(not(unix))]
fn named(bytes: &[u8]) -> Result<PathBuf> {
    let name = std::str::from_utf8(bytes).with_context(|| {
        format!("{}: the list of paths on standard input is not UTF-8 there", String::from_utf8_lossy(bytes))
    })?;
    Ok(PathBuf::from(name))
}
