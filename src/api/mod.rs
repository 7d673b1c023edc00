//! The plain data that leaves the engine: what `--json` prints and what the npm package returns.
//!
//! These are the only serde types of the crate. Their JSON is camelCase; an absent optional member is left
//! out, unless its type says `null`. Offsets are UTF-16 code units into a document's source text (see [`Span`]), so
//! that JavaScript can slice with them; inside the core, offsets are UTF-8 bytes, and they are converted once, where
//! these values are made. Texts are borrowed from the pack: nothing is copied before it leaves.
//!
//! The cards are made whole when a briefing is built, in the shapes of this module, and stand in the pack as a tree of
//! values; the engine gives that tree as [`Value`], which serializes to the same shapes.

mod cards;
mod search;
mod value;

pub use cards::{
    ArticleParts, Basis, CardKind, Difference, DifferenceKind, Differences, Entity, EntityType, Event,
    Glossary, GlossaryEntry, KeyPoint, Overview, OverviewOptions, Quote, Quotes, Severity, Speech, Timeline,
    Who,
};
pub use search::{
    Answer, Excerpt, FacetCount, Facets, Hit, Order, Replacement, SearchOptions, SearchResponse,
};
pub use value::Value;

pub(crate) use value::Members;

/// Half-open range of UTF-16 code units, `[start, end)`.
#[cfg_attr(feature = "wasm", tsify::declare)]
pub type Range = (u32, u32);

/// A verbatim piece of one document.
///
/// `start` and `end` are UTF-16 code units into the document's *source text*: the file for `.txt`, the member
/// `text` for `.jsonl`, the cell for `.csv`, and for Markdown, HTML, feeds, mail and `.docx` the text they render to:
/// without front matter or what surrounds the article on its page, blocks one blank line apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct Span<'a> {
    /// Identifier of the document: its `id` (JSONL) or its file name without the ending.
    pub document: &'a str,
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// The source's own text, byte for byte.
    pub text: &'a str,
}

impl<'a> Span<'a> {
    fn tell(&self, out: &mut Members<'a>) {
        out.text("document", self.document);
        out.number("start", self.start);
        out.number("end", self.end);
        out.text("text", self.text);
    }
}

/// Where the title of a document was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "ingest", derive(serde::Serialize))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(any(feature = "ingest", feature = "wasm"), serde(rename_all = "lowercase"))]
pub enum TitleFrom {
    /// Given: front matter, `briefing.toml` or the JSONL member `title`.
    Metadata,
    /// A heading or title line of the text.
    Heading,
    /// The beginning of the first sentence, for want of anything better.
    Text,
}

/// What one document says about itself: enough for a source card.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct Source<'a> {
    /// Identifier of the document.
    pub document: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Where the title was found.
    pub title_from: TitleFrom,
    /// The outlet.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub source: Option<&'a str>,
    /// Day of publication: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub date: Option<&'a str>,
    /// Where the original stands.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub url: Option<&'a str>,
    /// BCP 47 language tag: as given, else of the language that the text was found to be in.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub lang: Option<&'a str>,
    /// Tags given by the editor.
    pub tags: Vec<&'a str>,
    /// The editor's note about this document.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub note: Option<&'a str>,
    /// Words of text.
    pub words: u32,
    /// Reading time at 238 words a minute (Brysbaert 2019), rounded up.
    pub minutes: u32,
    /// Number of the independent text, from 0, that this document is (a copy of).
    pub origin: u32,
    /// The document that this one is a near-copy of.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub near_copy_of: Option<&'a str>,
}

impl<'a> Source<'a> {
    /// Tells the members of a source, alone or as a part of a document or a card.
    pub(crate) fn tell(&self, out: &mut Members<'a>) {
        let title_from = match self.title_from {
            TitleFrom::Metadata => "metadata",
            TitleFrom::Heading => "heading",
            TitleFrom::Text => "text",
        };
        out.text("document", self.document);
        out.text("title", self.title);
        out.text("titleFrom", title_from);
        out.text_if_any("source", self.source);
        out.text_if_any("date", self.date);
        out.text_if_any("url", self.url);
        out.text_if_any("lang", self.lang);
        out.texts("tags", &self.tags);
        out.text_if_any("note", self.note);
        out.number("words", self.words);
        out.number("minutes", self.minutes);
        out.number("origin", self.origin);
        out.text_if_any("nearCopyOf", self.near_copy_of);
    }
}

/// What a briefing is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct Info<'a> {
    /// Title of the briefing.
    pub title: &'a str,
    /// Every document: by date, then by identifier, undated ones last, behind those that an editor gave a place.
    pub documents: Vec<Source<'a>>,
    /// Number of independent texts.
    pub origins: u32,
    /// Number of different outlets named.
    pub outlets: u32,
}

impl<'a> Info<'a> {
    fn tell(&self, out: &mut Members<'a>) {
        out.text("title", self.title);
        out.list("documents", &self.documents, Source::tell);
        out.number("origins", self.origins);
        out.number("outlets", self.outlets);
    }
}

/// What kind of text a block of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "lowercase"))]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading inside the text.
    Heading,
    /// One item of a list.
    Item,
    /// A line that announces the list under it.
    Lead,
    /// Caption of a picture.
    Caption,
    /// A line that credits sources.
    Credit,
}

/// One block of a document: a paragraph, a heading, an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct Block<'a> {
    /// What the block is.
    pub kind: BlockKind,
    /// First code unit in the source text.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
    /// The block's text.
    pub text: &'a str,
    /// Sentences, as ranges into the source text.
    pub sentences: Vec<Range>,
}

impl<'a> Block<'a> {
    fn tell(&self, out: &mut Members<'a>) {
        let kind = match self.kind {
            BlockKind::Paragraph => "paragraph",
            BlockKind::Heading => "heading",
            BlockKind::Item => "item",
            BlockKind::Lead => "lead",
            BlockKind::Caption => "caption",
            BlockKind::Credit => "credit",
        };
        out.text("kind", kind);
        out.number("start", self.start);
        out.number("end", self.end);
        out.text("text", self.text);
        out.ranges("sentences", &self.sentences);
    }
}

/// A whole document, for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct Document<'a> {
    /// What the document says about itself.
    #[cfg_attr(feature = "wasm", serde(flatten))]
    pub about: Source<'a>,
    /// Its text, page furniture left out.
    pub blocks: Vec<Block<'a>>,
}

impl<'a> Document<'a> {
    fn tell(&self, out: &mut Members<'a>) {
        self.about.tell(out);
        out.list("blocks", &self.blocks, Block::tell);
    }
}
