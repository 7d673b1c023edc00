//! Writes packs: the same parts give the same bytes.

use super::bytes::{put_str, put_varint, size};
use super::layout::{Section, frame};
use super::{aliases, documents};
use crate::Error;
use crate::document::Document;
use crate::insight::AliasGroup;
use crate::text::Fold;

/// Text is cut into blocks of about this many bytes, at the edges of documents: some
/// 10 to 20 kB after compression, which is about what one round trip carries on a slow network.
const BLOCK_BYTES: usize = 48 * 1024;

/// One document with all that was found out about it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DocumentParts<'a> {
    pub article: &'a Document,
    pub origin: u32,
    pub copy_of: Option<u32>,
    pub words: u32,
}

/// All that goes into a pack.
#[derive(Debug)]
pub(crate) struct Parts<'a> {
    pub title: &'a str,
    pub origins: u32,
    pub documents: Vec<DocumentParts<'a>>,
    pub fold: &'a Fold,
    pub aliases: &'a [AliasGroup],
    /// The cards section.
    pub cards: Vec<u8>,
    /// What follows the records, see [`Corpus::remains`](crate::document::Corpus::remains).
    pub remains: &'a [u8],
}

/// Documents and text, written.
#[derive(Debug)]
pub(crate) struct Written {
    /// The documents section.
    pub records: Vec<u8>,
    text: Vec<Vec<u8>>,
}

impl Written {
    /// The text section.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.text.concat()).unwrap_or_default()
    }
}

/// Writes the rest of a pack: stems and latent vectors too.
///
/// # Errors
/// The pack would reach 4 GiB.
pub(crate) fn write(
    parts: Parts<'_>,
    written: Written,
    stems: Vec<u8>,
    vectors: Vec<u8>,
) -> Result<Vec<u8>, Error> {
    let mut meta = Vec::new();
    put_str(&mut meta, parts.title);
    put_varint(&mut meta, size(parts.documents.len()));
    put_varint(&mut meta, parts.origins);
    let mut blocks = vec![
        (Section::Meta, meta),
        (Section::Fold, parts.fold.encode()),
        (Section::Stems, stems),
        (Section::Aliases, aliases::encode(parts.aliases)),
        (Section::Cards, parts.cards),
        (Section::Documents, written.records),
    ];
    if !parts.remains.is_empty() {
        blocks.push((Section::Documents, parts.remains.to_vec()));
    }
    blocks.push((Section::Vectors, vectors));
    blocks.extend(written.text.into_iter().map(|block| (Section::Text, block)));
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

/// Writes documents and text.
///
/// # Errors
/// The text would reach 4 GiB.
pub(crate) fn documents_and_text(all: &[DocumentParts<'_>]) -> Result<Written, Error> {
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
    Ok(Written { records: offsets, text: text.finish() })
}
