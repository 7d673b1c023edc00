//! Files to documents: what the build makes a briefing of.
//!
//! [`parse`] is the pure part and works on bytes that somebody else has read (a browser, a test); [`read`] walks
//! folders and hands it their files. The way of an article: its file's bytes become text (`file`), the text is cut
//! into units by its format (`plain`, `markdown`, `jsonl`), units that are page furniture are dropped (`furniture`,
//! by form and place, never by a list of lines), a title is found (`title`), and what is left becomes blocks
//! (`article`). What is kept is kept to the byte: a block is a slice of the *source text*, which is the file for
//! `.txt` (without byte order mark), the member `text` for `.jsonl`, the rendered text for Markdown.
//!
//! Metadata comes from YAML front matter (`.md`, `.txt`) or the line's members (`.jsonl`), and from a
//! `briefing.toml` in the folder or one above it, which wins.
//!
//! With the feature `formats`, `formats` reads more kinds of file: pages (`html`), tables (`table`), feeds (`feed`), mail
//! (`mail`), documents (`docx`), archives of all of these (`archive`), and texts that are not UTF-8 (`encoding`). Each is
//! pure as well, and comes to the same drafts; what is rendered has its blocks one blank line apart in the source text.

#[cfg(feature = "formats")]
mod archive;
mod article;
mod date;
#[cfg(feature = "formats")]
mod docx;
mod edges;
#[cfg(feature = "formats")]
mod encoding;
#[cfg(feature = "formats")]
mod feed;
mod file;
mod folder;
mod form;
#[cfg(feature = "formats")]
mod formats;
mod front_matter;
mod furniture;
#[cfg(feature = "formats")]
mod html;
mod jsonl;
mod label;
#[cfg(feature = "formats")]
mod mail;
mod manifest;
mod markdown;
mod metadata;
mod plain;
#[cfg(feature = "formats")]
mod rendered;
#[cfg(feature = "formats")]
mod table;
mod title;
mod unit;
mod vocabulary;

use std::collections::{BTreeMap, HashMap, HashSet};

pub use article::DroppedLine;
pub(crate) use file::KINDS;
pub use file::is_input;
pub use folder::read;
pub use furniture::Rule;
#[cfg(feature = "formats")]
pub use html::is_briefing as is_briefing_page;

use crate::Error;
use crate::document::{Corpus, Document};
use article::Draft;
use file::Format;
use manifest::Manifest;
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
    /// The source text of each document, in the order of the corpus: what the offsets of its blocks count in.
    pub sources: Vec<String>,
    /// What somebody should know and need not act on: files that were passed over.
    pub notices: Vec<String>,
    /// Files that were refused, and why; the briefing is made of the others.
    pub refused: Vec<Error>,
    /// Lines that were dropped as page furniture, and title lines, document by document.
    pub dropped: Vec<DroppedLine>,
}

/// From so many pages on, that begin differently, a line at their edges is furniture.
const COMMON: usize = 3;

/// Fewest characters in common, of 1, for an identifier to be offered in place of another (Jaro–Winkler). Below
/// this, words that share little more than their first letters come up.
const NEAR: f64 = 0.8;

/// Makes documents of files. Hidden files and READMEs are no articles; files of other kinds are passed over with a
/// notice, and so are files without text. A file that cannot be read is refused, and the others are read all the same.
/// The order of the files does not matter.
///
/// # Errors
/// Any of the variants of [`Error`] that name a file: where no file can be read, what is wrong with the first; whatever
/// is wrong with a `briefing.toml`; two documents of one name.
pub fn parse(mut files: Vec<InputFile>) -> Result<Ingested, Error> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
    let mut notices = Vec::new();
    let mut refused = Vec::new();
    #[cfg(feature = "formats")]
    let files = formats::unpacked(files, &mut refused);
    let mut manifests = Vec::new();
    let mut drafts = Vec::new();
    for InputFile { path, bytes } in files {
        if file::base_name(&path) == file::MANIFEST {
            manifests.push(manifest::read(&path, &file::text(&path, bytes, &mut notices)?)?);
        } else if file::is_aside(&path) {
            continue;
        } else if let Some(name) = file::name(&path) {
            match read_drafts(&path, name, bytes, &mut notices) {
                Ok(read) => drafts.extend(read),
                Err(error) => refused.push(error),
            }
        } else {
            notices.push(format!("{path}: passed over: its ending tells of no kind of article"));
        }
    }
    check_unique(&drafts)?;
    let title = apply_manifests(manifests, &mut drafts).map_err(|error| {
        // The document that a `briefing.toml` names may be in a file that was refused.
        refused.first().cloned().unwrap_or(error)
    })?;
    let (mut documents, dropped) = judge(drafts, &mut notices);
    if documents.is_empty() {
        return Err(refused.into_iter().next().unwrap_or(Error::NoArticles { paths }));
    }
    documents.sort_by(|(a, _), (b, _)| {
        (a.date.is_none(), &a.date, &a.id).cmp(&(b.date.is_none(), &b.date, &b.id))
    });
    let (documents, sources) = documents.into_iter().unzip();
    Ok(Ingested { corpus: Corpus { title, documents }, sources, notices, refused, dropped })
}

/// The articles of one file.
fn read_drafts(
    path: &str,
    name: file::Name<'_>,
    bytes: Vec<u8>,
    notices: &mut Vec<String>,
) -> Result<Vec<Draft>, Error> {
    let bytes = file::bytes(path, bytes, name.gzip)?;
    match name.format {
        Format::Jsonl => {
            let entries = jsonl::read(path, &file::text(path, bytes, notices)?)?;
            Ok(entries.into_iter().map(|entry| of_entry(path, name, entry)).collect())
        }
        Format::Plain | Format::Markdown => {
            let text = file::text(path, bytes, notices)?;
            let (metadata, body) = front_matter::read(path, &text)?;
            let text = match name.format {
                Format::Markdown => markdown::cut(text.get(body..).unwrap_or_default()),
                _ => plain::cut(text, body),
            };
            Ok(vec![of_file(path, name, metadata, text)])
        }
        #[cfg(feature = "formats")]
        _ => formats::drafts(path, name, bytes, notices),
    }
}

/// The article that is a file of its own.
fn of_file(path: &str, name: file::Name<'_>, metadata: Metadata, text: Text) -> Draft {
    Draft {
        id: name.stem.to_owned(),
        place: path.to_owned(),
        folder: file::folder(path).to_owned(),
        metadata,
        text,
        left_out: Vec::new(),
    }
}

/// The article that is a line or a row of a file.
fn of_entry(path: &str, name: file::Name<'_>, entry: jsonl::Entry) -> Draft {
    Draft {
        id: entry.id.unwrap_or_else(|| format!("{}-{}", name.stem, entry.line)),
        place: format!("{path}:{}", entry.line),
        folder: file::folder(path).to_owned(),
        metadata: entry.metadata,
        text: plain::cut(entry.text, 0),
        left_out: Vec::new(),
    }
}

fn check_unique(drafts: &[Draft]) -> Result<(), Error> {
    let mut places: HashMap<&str, &str> = HashMap::with_capacity(drafts.len());
    for draft in drafts {
        if let Some(first) = places.insert(&draft.id, &draft.place) {
            return Err(Error::DuplicateId {
                id: draft.id.clone(),
                first: first.to_owned(),
                second: draft.place.clone(),
            });
        }
    }
    Ok(())
}

/// Lets what the `briefing.toml` files say win over what the documents say; the deeper file wins over the higher.
/// Gives the title of the briefing, which is the first that any of them names.
fn apply_manifests(mut manifests: Vec<Manifest>, drafts: &mut [Draft]) -> Result<Option<String>, Error> {
    manifests.sort_by_key(|manifest| {
        (file::folder(&manifest.path).matches(['/', '\\']).count(), manifest.path.clone())
    });
    let index: HashMap<String, usize> =
        drafts.iter().enumerate().map(|(i, draft)| (draft.id.clone(), i)).collect();
    let mut title = None;
    for manifest in manifests {
        let folder = file::folder(&manifest.path);
        for (id, line, metadata) in manifest.documents {
            let draft = index
                .get(&id)
                .and_then(|&i| drafts.get_mut(i))
                .filter(|draft| draft.folder.starts_with(folder));
            let Some(draft) = draft else {
                let ids = drafts
                    .iter()
                    .filter(|draft| draft.folder.starts_with(folder))
                    .map(|draft| draft.id.as_str());
                return Err(Error::UnmatchedDocument { near: near(&id, ids), path: manifest.path, line, id });
            };
            draft.metadata = metadata.or(std::mem::take(&mut draft.metadata));
        }
        title = title.or(manifest.title);
    }
    Ok(title)
}

/// Up to three identifiers that are spelt most like the one given.
fn near<'i>(id: &str, ids: impl Iterator<Item = &'i str>) -> Vec<String> {
    let lower = id.to_lowercase();
    let mut near: Vec<(f64, &str)> = ids
        .map(|other| (strsim::jaro_winkler(&lower, &other.to_lowercase()), other))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    near.into_iter().take(3).map(|(_, id)| id.to_owned()).collect()
}

type Judged = (Vec<(Document, String)>, Vec<DroppedLine>);

/// Drops the furniture of all pages, with an eye to what they have in common.
fn judge(drafts: Vec<Draft>, notices: &mut Vec<String>) -> Judged {
    let verdicts: Vec<_> = drafts.iter().map(|draft| furniture::judge(&draft.text)).collect();
    // Near-copies have everything in common; they begin alike and count as one page.
    let mut pages: BTreeMap<String, HashSet<&str>> = BTreeMap::new();
    for (draft, verdict) in drafts.iter().zip(&verdicts) {
        for line in edges::edge_lines(&draft.text, verdict) {
            pages.entry(line).or_default().insert(draft.text.at(verdict.body.start));
        }
    }
    let common: HashSet<String> =
        pages.into_iter().filter(|(_, pages)| pages.len() >= COMMON).map(|(line, _)| line).collect();
    let mut documents = Vec::with_capacity(drafts.len());
    let mut all_dropped = Vec::new();
    for (draft, verdict) in drafts.into_iter().zip(verdicts) {
        match article::document(&draft, verdict, &common) {
            Some((document, dropped)) => {
                all_dropped.extend(dropped);
                documents.push((document, draft.text.source));
            }
            None => notices.push(format!("{}: passed over: it holds no text", draft.place)),
        }
    }
    (documents, all_dropped)
}
