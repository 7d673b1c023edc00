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

mod article;
mod date;
mod edges;
mod file;
mod folder;
mod form;
mod front_matter;
mod furniture;
mod jsonl;
mod label;
mod manifest;
mod markdown;
mod metadata;
mod plain;
mod title;
mod unit;
mod vocabulary;

use std::collections::{BTreeMap, HashMap, HashSet};

pub use article::DroppedLine;
pub use file::is_input;
pub use folder::read;
pub use furniture::Rule;

use crate::Error;
use crate::document::{Corpus, Document};
use article::Draft;
use file::Format;
use manifest::Manifest;

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
    /// Lines that were dropped as page furniture, and title lines, document by document.
    pub dropped: Vec<DroppedLine>,
}

/// From so many pages on, that begin differently, a line at their edges is furniture.
const COMMON: usize = 3;

/// Fewest characters in common, of 1, for an identifier to be offered in place of another (Jaro–Winkler). Below
/// this, words that share little more than their first letters come up.
const NEAR: f64 = 0.8;

/// Makes documents of files. Hidden files and READMEs are no articles; files of other kinds are passed over with a
/// notice, and so are files without text. The order of the files does not matter.
///
/// # Errors
/// Any of the variants of [`Error`] that name a file.
pub fn parse(mut files: Vec<InputFile>) -> Result<Ingested, Error> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
    let mut notices = Vec::new();
    let mut manifests = Vec::new();
    let mut drafts = Vec::new();
    for InputFile { path, bytes } in files {
        if file::base_name(&path) == file::MANIFEST {
            manifests.push(manifest::read(&path, &file::text(&path, bytes, false)?)?);
        } else if file::is_aside(&path) {
            continue;
        } else if let Some(name) = file::name(&path) {
            read_drafts(&path, name, bytes, &mut drafts)?;
        } else {
            notices.push(format!("{path}: passed over: its ending tells of no kind of article"));
        }
    }
    check_unique(&drafts)?;
    let title = apply_manifests(manifests, &mut drafts)?;
    let (mut documents, dropped) = judge(drafts, &mut notices);
    if documents.is_empty() {
        return Err(Error::NoArticles { paths });
    }
    documents.sort_by(|(a, _), (b, _)| {
        (a.date.is_none(), &a.date, &a.id).cmp(&(b.date.is_none(), &b.date, &b.id))
    });
    let (documents, sources) = documents.into_iter().unzip();
    Ok(Ingested { corpus: Corpus { title, documents }, sources, notices, dropped })
}

/// The articles of one file.
fn read_drafts(
    path: &str,
    name: file::Name<'_>,
    bytes: Vec<u8>,
    drafts: &mut Vec<Draft>,
) -> Result<(), Error> {
    let text = file::text(path, bytes, name.gzip)?;
    let folder = file::folder(path).to_owned();
    if name.format == Format::Jsonl {
        drafts.extend(jsonl::read(path, &text)?.into_iter().map(|entry| Draft {
            id: entry.id.unwrap_or_else(|| format!("{}-{}", name.stem, entry.line)),
            place: format!("{path}:{}", entry.line),
            folder: folder.clone(),
            metadata: entry.metadata,
            text: plain::cut(entry.text, 0),
        }));
        return Ok(());
    }
    let (metadata, body) = front_matter::read(path, &text)?;
    let text = match name.format {
        Format::Markdown => markdown::cut(text.get(body..).unwrap_or_default()),
        Format::Plain | Format::Jsonl => plain::cut(text, body),
    };
    drafts.push(Draft { id: name.stem.to_owned(), place: path.to_owned(), folder, metadata, text });
    Ok(())
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
