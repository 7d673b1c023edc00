//! Writes packs: the same parts give the same bytes.

use super::bytes::{put_str, put_varint, size};
use super::layout::{Section, frame};
use super::{cards, documents, postings, terms};
use crate::Error;
use crate::document::{Document, SentenceRef};
use crate::index::Index;
use crate::insight::Brief;
use crate::text::Fold;

/// Text and postings are cut into blocks of about this many bytes, at the edges of documents and of lists: some
/// 10 to 20 kB after compression, which is about what one round trip carries on a slow network.
const BLOCK_BYTES: usize = 48 * 1024;

/// One document with all that was found out about it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DocumentParts<'a> {
    pub article: &'a Document,
    pub origin: u32,
    pub copy_of: Option<u32>,
    pub words: u32,
    pub summary: &'a [SentenceRef],
}

/// All that goes into a pack.
#[derive(Debug)]
pub(crate) struct Parts<'a> {
    pub title: &'a str,
    pub origins: u32,
    pub documents: Vec<DocumentParts<'a>>,
    pub fold: &'a Fold,
    pub index: &'a Index,
    pub briefs: &'a [Brief],
}

/// Writes a pack.
///
/// # Errors
/// The pack would reach 4 GiB.
pub(crate) fn write(parts: &Parts<'_>) -> Result<Vec<u8>, Error> {
    let (records, text) = documents_and_text(&parts.documents)?;
    let (dictionary, lists) = dictionary_and_lists(parts.index);
    let mut meta = Vec::new();
    put_str(&mut meta, parts.title);
    put_varint(&mut meta, size(parts.documents.len()));
    put_varint(&mut meta, parts.origins);
    let mut lengths = Vec::new();
    for length in parts.index.lengths.iter().flatten() {
        put_varint(&mut lengths, *length);
    }
    let mut blocks = vec![
        (Section::Meta, meta),
        (Section::Fold, parts.fold.encode()),
        (Section::Cards, cards::encode(parts.briefs)),
        (Section::Documents, records),
        (Section::Lengths, lengths),
        (Section::Terms, dictionary),
    ];
    blocks.extend(lists.into_iter().map(|block| (Section::Postings, block)));
    blocks.extend(text.into_iter().map(|block| (Section::Text, block)));
    frame(&blocks)
}

/// Collects pieces into blocks of [`BLOCK_BYTES`] and more, never parting a piece.
#[derive(Default)]
struct Blocks {
    full: Vec<Vec<u8>>,
    open: Vec<u8>,
}

impl Blocks {
    fn push(&mut self, piece: &[u8]) {
        self.open.extend_from_slice(piece);
        if self.open.len() >= BLOCK_BYTES {
            self.full.push(std::mem::take(&mut self.open));
        }
    }

    fn finish(mut self) -> Vec<Vec<u8>> {
        if !self.open.is_empty() {
            self.full.push(self.open);
        }
        self.full
    }
}

fn documents_and_text(all: &[DocumentParts<'_>]) -> Result<(Vec<u8>, Vec<Vec<u8>>), Error> {
    let mut offsets = Vec::new();
    let mut records = Vec::new();
    let mut text = Blocks::default();
    let mut start = 0usize;
    for document in all {
        offsets.extend_from_slice(&size(records.len()).to_le_bytes());
        let text_start = u32::try_from(start).map_err(|_| Error::TooLarge { bytes: start })?;
        documents::encode(&mut records, document, text_start);
        let piece: String = document.article.blocks.iter().map(|block| block.text.as_str()).collect();
        start += piece.len();
        text.push(piece.as_bytes());
    }
    offsets.extend_from_slice(&size(records.len()).to_le_bytes());
    offsets.extend_from_slice(&records);
    Ok((offsets, text.finish()))
}

fn dictionary_and_lists(index: &Index) -> (Vec<u8>, Vec<Vec<u8>>) {
    let mut lists = Blocks::default();
    let mut lengths = Vec::with_capacity(index.terms.len());
    for term in &index.terms {
        let mut list = Vec::new();
        postings::encode(&mut list, &term.postings);
        lengths.push(list.len());
        lists.push(&list);
    }
    let entries = index
        .terms
        .iter()
        .zip(lengths)
        .map(|(term, length)| (term.spelling.as_str(), term.class, size(term.postings.len()), length));
    (terms::encode(entries), lists.finish())
}
