//! Files to documents: what the build makes a briefing of.
//!
//! [`Intake`] is the pure part: it takes bytes that somebody else has read (a browser, a test), file by file; [`parse`] gives
//! it many at once, [`read`] walks folders. The way of an article: its file's bytes become text (`file`), the text is cut
//! into units by its format (`plain`, `markdown`, `jsonl`). That is done once; the rest as often as documents are asked for
//! (`intake`): articles of one name are told apart (`names`), units that are page furniture are dropped (`furniture`,
//! by form and place, never by a list of lines), a title is found (`title`), and what is left becomes blocks
//! (`article`). What is kept is kept to the byte: a block is a slice of the *source text*, which is the file for
//! `.txt` (without byte order mark), the member `text` for `.jsonl`, the rendered text for Markdown.
//!
//! Metadata comes from YAML or TOML front matter (`.md`, `.txt`) or the line's members (`.jsonl`), from a `briefing.toml` in the
//! folder or one above it, which wins, and from [`Edits`], which win over both.
//!
//! A finished briefing is read, too (`briefing`): a pack keeps what is needed to judge its articles again together with others
//! (`remains`).
//!
//! With the feature `formats`, these and `briefing.toml` are read, and `formats` reads more kinds of file: pages (`html`), tables (`table`), feeds (`feed`), mail
//! (`mail`), documents (`docx`; with the feature `pdf`, `pdf`), archives of all of these (`archive`), and texts that are not
//! UTF-8 (`encoding`). Each is pure as well, and comes to the same drafts; what is rendered has its blocks one blank line
//! apart in the source text.

#[cfg(feature = "formats")]
mod archive;
mod article;
#[cfg(feature = "formats")]
mod briefing;
mod contents;
mod date;
#[cfg(feature = "formats")]
mod docx;
mod edges;
mod edits;
#[cfg(feature = "formats")]
mod encoding;
#[cfg(feature = "formats")]
mod feed;
mod file;
#[cfg(feature = "formats")]
mod flowed;
mod folder;
mod form;
#[cfg(feature = "formats")]
mod formats;
#[cfg(feature = "formats")]
mod front_matter;
mod furniture;
#[cfg(feature = "formats")]
mod html;
mod intake;
mod jsonl;
mod label;
#[cfg(feature = "formats")]
mod magic;
#[cfg(feature = "formats")]
mod mail;
#[cfg(feature = "formats")]
mod mailbox;
mod manifest;
#[cfg(feature = "formats")]
mod markdown;
mod metadata;
mod names;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod problem;
#[cfg(feature = "formats")]
mod raised;
mod remains;
#[cfg(feature = "formats")]
mod rendered;
mod row;
mod site;
#[cfg(feature = "formats")]
mod table;
mod title;
mod unit;
mod vocabulary;
mod walk;

pub use article::DroppedLine;
pub use edits::{Edit, Edits};
pub use file::is_input;
pub(crate) use file::{BRIEFINGS, KINDS};
pub use folder::{Folders, read};
pub use furniture::Rule;
#[cfg(feature = "formats")]
pub use html::is_briefing as is_briefing_page;
pub use intake::Intake;
pub use problem::Problem;
pub use row::Row;

use crate::Error;
use crate::document::Corpus;
use crate::order::Arrange as _;
use article::{Draft, Origin};
use contents::Contents;
use file::Format;
use metadata::Metadata;
use unit::Text;

/// A file as somebody else has read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its path, for its kind, the document's identifier, messages, and the reach of a `briefing.toml`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What was made of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ingested {
    /// The documents.
    pub corpus: Corpus,
    /// The source text of each document, in the order of the corpus: what the offsets of its blocks count in. Empty for a
    /// document that was read from a briefing, which does not hold it.
    pub sources: Vec<String>,
    /// What somebody should know and need not act on: files that were passed over.
    pub notices: Vec<String>,
    /// Files that were refused, and why; the briefing is made of the others.
    pub refused: Vec<Error>,
    /// What was read of each article, in the order of the corpus; those that are excluded stand among them.
    pub rows: Vec<Row>,
}

impl Ingested {
    /// These, unless there is no document among them.
    ///
    /// # Errors
    /// What is wrong with the first file that was refused; if none was, [`Error::NoArticles`] with the paths given.
    pub fn with_articles(self, paths: Vec<String>) -> Result<Self, Error> {
        if self.corpus.documents.is_empty() {
            return Err(self.refused.into_iter().next().unwrap_or(Error::NoArticles { paths }));
        }
        Ok(self)
    }
}

/// Makes documents of files. Hidden files and READMEs are no articles; files of other kinds are passed over with a
/// notice, and so are files without text. A file that cannot be read is refused, and the others are read all the same.
/// The order of the files does not matter.
///
/// # Errors
/// Any of the variants of [`Error`] that name a file: where no file can be read, what is wrong with the first; whatever
/// is wrong with a `briefing.toml`; two documents of one name.
pub fn parse(files: Vec<InputFile>) -> Result<Ingested, Error> {
    let mut paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
    paths.arrange();
    let mut intake = Intake::default();
    for file in files {
        intake.add(file);
    }
    intake.finish(&Edits::default())?.with_articles(paths)
}

/// The articles of one file, given what it holds unpacked and of which kind that is. What is wrong with single articles of
/// many is told beside them.
fn read_drafts(
    path: &str,
    name: file::Name<'_>,
    bytes: Vec<u8>,
    contents: &mut Contents,
) -> Result<Vec<Draft>, Error> {
    match name.format {
        Format::Jsonl => {
            let entries = jsonl::read(path, &file::text(path, bytes, &mut contents.notices)?);
            of_entries(path, name, entries, contents)
        }
        // Front matter is left to a build that reads all formats, as Markdown is.
        #[cfg(not(feature = "formats"))]
        Format::Plain => {
            let text = file::text(path, bytes, &mut contents.notices)?;
            if text.starts_with("---") || text.starts_with("+++") {
                return Err(Error::UnknownFormat { path: path.to_owned() });
            }
            Ok(vec![of_file(path, name, Metadata::default(), plain::cut(text, 0))])
        }
        #[cfg(feature = "formats")]
        Format::Plain | Format::Markdown => {
            let text = file::text(path, bytes, &mut contents.notices)?;
            let (metadata, body) = front_matter::read(path, &text)?;
            let text = match name.format {
                Format::Markdown => markdown::cut(text.get(body..).unwrap_or_default()),
                _ => plain::cut(text, body),
            };
            Ok(vec![of_file(path, name, metadata, text)])
        }
        // Whatever it holds is read by `briefing`.
        #[cfg(feature = "formats")]
        Format::Pack | Format::Module => Ok(Vec::new()),
        #[cfg(feature = "formats")]
        _ => formats::drafts(path, name, bytes, contents),
    }
}

/// The article that is a file of its own.
fn of_file(path: &str, name: file::Name<'_>, metadata: Metadata, text: Text) -> Draft {
    Draft {
        id: name.stem.to_owned(),
        place: path.to_owned(),
        path: path.to_owned(),
        metadata,
        text,
        left_out: Vec::new(),
        origin: Origin::File,
    }
}

/// The articles that are the lines or rows of a file. Those that cannot be read are told of one by one; where none can be,
/// the first stands for the file.
///
/// # Errors
/// [`Error::DuplicateId`].
fn of_entries(
    path: &str,
    name: file::Name<'_>,
    entries: Vec<Result<jsonl::Entry, Error>>,
    contents: &mut Contents,
) -> Result<Vec<Draft>, Error> {
    let (mut drafts, mut refused) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry {
            Ok(entry) => drafts.push(of_entry(path, name, entry)),
            Err(error) => refused.push(error),
        }
    }
    names::check(drafts.iter().map(|draft| (draft.id.as_str(), draft)))?;
    if drafts.is_empty() {
        refused.truncate(1);
    }
    contents.refused.append(&mut refused);
    Ok(drafts)
}

/// The article that is a line or a row of a file.
fn of_entry(path: &str, name: file::Name<'_>, entry: jsonl::Entry) -> Draft {
    Draft {
        id: entry.id.unwrap_or_else(|| format!("{}-{}", name.stem, entry.line)),
        place: format!("{path}:{}", entry.line),
        path: path.to_owned(),
        metadata: entry.metadata,
        text: plain::cut(entry.text, 0),
        left_out: Vec::new(),
        origin: Origin::File,
    }
}
