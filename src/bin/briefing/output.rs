//! What leaves the command: files that are whole or absent, JSON, and text that cannot steer a terminal.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use briefing::api::Span;
use serde::Serialize;

/// A file written beside its place, to be put there when all else went well.
pub(crate) struct Staged {
    file: tempfile::NamedTempFile,
    path: PathBuf,
}

/// A link leads to another, and that to a third; more are a circle.
const MOST_LINKS: usize = 40;

/// Endings of what the command writes and nobody writes by hand.
const OURS: [&str; 3] = ["brief", "wasm", "js"];

/// Writes a file beside its place, or beside that to which a link leads. Dropped without [`Staged::put`], it leaves no trace.
pub(crate) fn stage(path: &Path, bytes: &[u8]) -> Result<Staged> {
    let cannot = || format!("cannot write {}", path.display());
    if path == Path::new("-") {
        bail!("{}: nothing is written to standard output but what is told; name a file, or ./-", cannot());
    }
    if path.exists() && !path.is_file() {
        bail!("{}: it is there already and is no file; name a file", cannot());
    }
    if path.exists() && !is_ours(path) {
        bail!(
            "{}: it is there already and may be an article, or no briefing at all; name another file",
            cannot()
        );
    }
    let path = behind_links(path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".briefing-")
        .permissions(readable_by_all())
        .tempfile_in(folder)
        .map_err(|error| error_without_path(&error))
        .with_context(cannot)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).with_context(cannot)?;
    Ok(Staged { file, path })
}

/// Whether a file is an output of an earlier build, or empty, and may be written over.
fn is_ours(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    let is_empty = || path.metadata().is_ok_and(|metadata| metadata.len() == 0);
    let is_briefing = || {
        std::fs::read(path).is_ok_and(|bytes| {
            briefing::pack::Pack::open(&*bytes).is_ok() || briefing::ingest::is_briefing_page(&bytes)
        })
    };
    OURS.iter().any(|&ours| ending.eq_ignore_ascii_case(ours)) || is_empty() || is_briefing()
}

/// Where a link leads: what it names is written, and the link stays.
fn behind_links(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(target) = std::fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    path
}

impl Staged {
    /// Puts the file in its place, over one of that name.
    pub(crate) fn put(self) -> Result<()> {
        self.file
            .persist(&self.path)
            .map_err(|error| error.error)
            .with_context(|| format!("cannot write {}", self.path.display()))?;
        Ok(())
    }
}

#[cfg(unix)]
fn readable_by_all() -> std::fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o666)
}

#[cfg(not(unix))]
fn readable_by_all() -> std::fs::Permissions {
    std::fs::metadata(".").map(|metadata| metadata.permissions()).expect("the working folder is there")
}

/// The error without the name of the temporary file, which tells a user nothing.
fn error_without_path(error: &io::Error) -> anyhow::Error {
    match (error.kind(), error.raw_os_error()) {
        (io::ErrorKind::NotFound, _) => anyhow::anyhow!("there is no such folder; make it first"),
        (_, Some(code)) => io::Error::from_raw_os_error(code).into(),
        (kind, None) => io::Error::from(kind).into(),
    }
}

/// Says on stderr, in one line, what is wrong or worth knowing. Where nobody listens, nothing is lost.
pub(crate) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "briefing: {}", without_numbers(&one_line(message)));
}

/// A message without the numbers that systems give their errors: they tell nobody anything, and differ between systems.
fn without_numbers(message: &str) -> String {
    let mut parts = message.split(" (os error ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |told, part| told + part.split_once(')').map_or(part, |(_, rest)| rest))
}

/// Prints a value as JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)?;
    Ok(())
}

/// Prints a value as JSON in one line.
pub(crate) fn json_line(value: &impl Serialize) -> Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, value)?;
    writeln!(out)?;
    Ok(())
}

/// Text for a terminal: control characters, which could steer it, become spaces.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A message as one line.
pub(crate) fn one_line(message: &str) -> String {
    plain(message).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A citation: the sentence, then where it stands.
pub(crate) fn cite(span: &Span) -> String {
    format!("{} [{} {}–{}]", plain(span.text), plain(span.document), span.start, span.end)
}

/// Whether marks can be shown by terminal styles.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether the reader of our output closed it, as `| head` does.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let kind = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        kind.or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}
