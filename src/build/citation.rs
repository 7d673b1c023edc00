//! Citations of a corpus that is being built: from positions to spans with UTF-16 offsets.

use std::ops::Range;

use crate::api::{self, Span};
use crate::document::{Corpus, Place, SentenceRef};
use crate::text::utf16_len;

/// Cites one corpus. What it has not is cited as nothing: an empty span.
#[derive(Clone, Copy)]
pub(super) struct Citer<'c>(pub &'c Corpus);

impl<'c> Citer<'c> {
    /// The bytes of a block.
    pub(super) fn span(self, document: u32, block: u32, bytes: Range<usize>) -> Span<'c> {
        let article = self.0.documents.get(document as usize);
        let found = article.and_then(|article| {
            let block = article.blocks.get(block as usize)?;
            Some((&*article.id, block.start, block.text.get(..bytes.start)?, block.text.get(bytes)?))
        });
        let (document, block, before, text) = found.unwrap_or_default();
        let start = block + utf16_len(before);
        Span { document, start, end: start + utf16_len(text), text }
    }

    /// A place.
    pub(super) fn place(self, place: &Place) -> Span<'c> {
        self.span(place.document, place.block, place.range.clone())
    }

    /// A whole sentence.
    pub(super) fn sentence(self, at: SentenceRef) -> Span<'c> {
        self.span(at.document, at.block, self.bytes(at))
    }

    /// Bytes of a sentence in its block.
    pub(super) fn bytes(self, at: SentenceRef) -> Range<usize> {
        let article = self.0.documents.get(at.document as usize);
        let block = article.and_then(|article| article.blocks.get(at.block as usize));
        block.and_then(|block| block.sentences.get(at.sentence as usize)).cloned().unwrap_or_default()
    }

    /// The sentences that have some of the bytes of a block.
    pub(super) fn sentences(self, document: u32, block: u32, bytes: &Range<usize>) -> Vec<SentenceRef> {
        let article = self.0.documents.get(document as usize);
        let all =
            article.and_then(|article| article.blocks.get(block as usize)).map(|block| &block.sentences);
        let here = (0..).zip(all.into_iter().flatten());
        here.filter(|(_, own)| own.start < bytes.end && bytes.start < own.end)
            .map(|(sentence, _)| SentenceRef { document, block, sentence })
            .collect()
    }

    /// Bytes of a sentence's block as offsets of its document.
    pub(super) fn range(self, at: SentenceRef, bytes: &Range<usize>) -> api::Range {
        let span = self.span(at.document, at.block, bytes.clone());
        (span.start, span.end)
    }

    /// Identifier of a document.
    pub(super) fn id(self, document: u32) -> &'c str {
        self.0.documents.get(document as usize).map_or("", |document| &document.id)
    }

    /// Identifiers of documents.
    pub(super) fn ids(self, documents: &[u32]) -> Vec<&'c str> {
        documents.iter().map(|&document| self.id(document)).collect()
    }
}
