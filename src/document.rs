//! What ingest hands to the build: articles as blocks of verbatim text.

use std::ops::Range;

pub use crate::api::{BlockKind, TitleFrom};

/// Everything that one briefing is built from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// Title of the briefing, where one is given.
    pub title: Option<String>,
    /// The articles as readers number them: those that an editor gave a place, then the others by date, undated ones last, those
    /// of one day by identifier. Identifiers are unique. Nothing relies on the order of dates.
    pub documents: Vec<Document>,
    /// What the pack is to keep beside the documents, so that ingest can read them back into what they were made of; it may
    /// be empty.
    pub remains: Vec<u8>,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Document {
    /// Unique identifier: the `id` that a line or row gives, or the file name without its ending.
    pub id: String,
    /// Its title; never empty.
    pub title: String,
    /// Where the title was found. A title found as a line of the text is no block any more.
    pub title_from: TitleFrom,
    /// The outlet.
    pub source: Option<String>,
    /// Day of publication, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, checked.
    pub date: Option<String>,
    /// Where the original stands.
    pub url: Option<String>,
    /// BCP 47 language tag: as given, else of the language that ingest found the text to be in.
    pub lang: Option<String>,
    /// Tags given by the editor.
    pub tags: Vec<String>,
    /// The editor's note.
    pub note: Option<String>,
    /// The text in order, page furniture left out.
    pub blocks: Vec<Block>,
}

impl Document {
    /// The language, as the primary subtag of its tag in lower case: `de` for `de-AT`.
    #[must_use]
    pub fn language(&self) -> Option<String> {
        primary_subtag(self.lang.as_deref()?)
    }
}

/// The primary subtag of a language tag in lower case.
pub(crate) fn primary_subtag(tag: &str) -> Option<String> {
    let subtag = tag.split(['-', '_']).next()?;
    (!subtag.is_empty()).then(|| subtag.to_ascii_lowercase())
}

/// A paragraph, a heading, an item of a list: a slice of the source text, trimmed, never empty, without list marker.
/// Where the source breaks the lines of a paragraph at a width, the line breaks stand in the text as they are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Verbatim text.
    pub text: String,
    /// Where the text begins in the document's source text, in UTF-16 code units.
    pub start: u32,
    /// Sentences as byte ranges into `text`: in order, apart, none empty, trimmed.
    pub sentences: Vec<Range<usize>>,
}

/// One sentence of the corpus, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceRef {
    /// Index into [`Corpus::documents`].
    pub document: u32,
    /// Index into [`Document::blocks`].
    pub block: u32,
    /// Index into [`Block::sentences`].
    pub sentence: u32,
}

/// A stretch of a block's text, by position.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Index into [`Corpus::documents`].
    pub document: u32,
    /// Index into [`Document::blocks`].
    pub block: u32,
    /// UTF-8 bytes of [`Block::text`].
    pub range: Range<usize>,
}

impl Place {
    /// The words that stand there; nothing where the corpus has no such place.
    #[must_use]
    pub fn text<'c>(&self, corpus: &'c Corpus) -> &'c str {
        let document = corpus.documents.get(self.document as usize);
        let block = document.and_then(|document| document.blocks.get(self.block as usize));
        block.and_then(|block| block.text.get(self.range.clone())).unwrap_or_default()
    }
}
