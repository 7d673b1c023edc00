//! The plain data that leaves the engine: what `--json` prints and what the npm package returns.
//!
//! These are the only serde types of the crate. Their JSON is camelCase; an absent optional member is left
//! out. Offsets are UTF-16 code units into a document's source text (see [`Span`]), so that JavaScript can
//! slice with them; inside the core, offsets are UTF-8 bytes, and they are converted once, where these values
//! are made. Texts are borrowed from the pack: nothing is copied before it leaves.

use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

/// Half-open range of UTF-16 code units, `[start, end)`.
#[cfg_attr(feature = "wasm", tsify::declare)]
pub type Range = (u32, u32);

/// A verbatim piece of one document.
///
/// `start` and `end` are UTF-16 code units into the document's *source text*: the file for `.txt`, the member
/// `text` for `.jsonl`, and for Markdown the text it renders to, without front matter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
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

/// Where the title of a document was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
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
    /// BCP 47 language tag.
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

// Written out, not derived and flattened: three types share these members, and one function serves them all.
impl Source<'_> {
    fn members<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error> {
        out.serialize_field("document", self.document)?;
        out.serialize_field("title", self.title)?;
        out.serialize_field("titleFrom", &self.title_from)?;
        let optional = [
            ("source", self.source),
            ("date", self.date),
            ("url", self.url),
            ("lang", self.lang),
            ("note", self.note),
            ("nearCopyOf", self.near_copy_of),
        ];
        for (name, text) in optional {
            if let Some(text) = text {
                out.serialize_field(name, text)?;
            }
        }
        out.serialize_field("tags", &self.tags)?;
        out.serialize_field("words", &self.words)?;
        out.serialize_field("minutes", &self.minutes)?;
        out.serialize_field("origin", &self.origin)
    }
}

/// Most members that a source has.
const SOURCE_MEMBERS: usize = 13;

impl Serialize for Source<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Source", SOURCE_MEMBERS)?;
        self.members(&mut out)?;
        out.end()
    }
}

/// What a briefing is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Info<'a> {
    /// Title of the briefing.
    pub title: &'a str,
    /// Every document, by date, then by identifier; undated ones last.
    pub documents: Vec<Source<'a>>,
    /// Number of independent texts.
    pub origins: u32,
    /// Number of different outlets named.
    pub outlets: u32,
}

/// What kind of text a block of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
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

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Document", SOURCE_MEMBERS + 1)?;
        self.about.members(&mut out)?;
        out.serialize_field("blocks", &self.blocks)?;
        out.end()
    }
}

/// How to search.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct SearchOptions {
    /// Most hits to return; 10 unless told.
    pub limit: u32,
    /// Hits to pass over first; 0 unless told.
    pub offset: u32,
    /// Whether the last word also stands for the words that begin with it, as while typing; true unless told.
    pub prefix: bool,
    /// What stands first; relevance unless told.
    pub order: Order,
}

/// In which order hits stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// The best answer first.
    #[default]
    Relevance,
    /// By day of publication, the latest first, undated documents last.
    Newest,
    /// By day of publication, the earliest first, undated documents last.
    Oldest,
}

impl Default for SearchOptions {
    fn default() -> Self {
        Self { limit: 10, offset: 0, prefix: true, order: Order::Relevance }
    }
}

/// A passage of a hit, with the words that matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Excerpt<'a> {
    /// The passage: whole sentences of the document.
    pub span: Span<'a>,
    /// Matched words, as ranges into the source text (the same offsets as the span's), in order, apart.
    pub marks: Vec<Range>,
}

/// One document found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Hit<'a> {
    /// Identifier of the document.
    pub document: &'a str,
    /// Relevance, above 0; only the order within one response means anything.
    pub score: f64,
    /// Title of the document.
    pub title: &'a str,
    /// The outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'a str>,
    /// Day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<&'a str>,
    /// The passage that answers the query best.
    pub excerpt: Excerpt<'a>,
}

/// A word of the query, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Replacement<'a> {
    /// As typed.
    pub from: &'a str,
    /// What was looked for too, or instead where nothing has the typed.
    pub to: &'a str,
}

/// How many of the documents found share something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FacetCount<'a> {
    /// What they share.
    pub value: &'a str,
    /// How many they are.
    pub documents: u32,
}

/// The documents found, counted: for each kind at most 12 values, those of most documents first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Facets<'a> {
    /// By outlet.
    pub sources: Vec<FacetCount<'a>>,
    /// By year of publication.
    pub years: Vec<FacetCount<'a>>,
    /// By tag.
    pub tags: Vec<FacetCount<'a>>,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SearchResponse<'a> {
    /// The query as it was asked.
    pub query: &'a str,
    /// Documents that match, the ones beyond `limit` included.
    pub total: u32,
    /// The page of hits asked for, best first; ties stand in the order of [`Info::documents`].
    pub hits: Vec<Hit<'a>>,
    /// The two or three sentences of all the best documents that have most of the query, no two alike; none where no
    /// sentence has half of it.
    pub answer: Vec<Span<'a>>,
    /// Misspelt words and the terms that were looked for instead, in folded spelling.
    pub corrections: Vec<Replacement<'a>>,
    /// Names in the query and other names of the same that were looked for too.
    pub aliases: Vec<Replacement<'a>>,
    /// Words of the query that nothing stands for, among its first 512 different ones; the rest is not read.
    pub ignored: Vec<&'a str>,
    /// Parts that look like the query language but are not of it, and were taken as words.
    pub unread: Vec<&'a str>,
    /// Where nothing was found: terms of the corpus near to the words of the query.
    pub nearest: Vec<&'a str>,
    /// Every document found, counted by outlet, year and tag.
    pub facets: Facets<'a>,
}

/// One key point of the overview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct KeyPoint<'a> {
    /// The sentence.
    pub span: Span<'a>,
    /// Sentences of other documents that say the same.
    pub support: Vec<Span<'a>>,
    /// Outlets that say it, this one included.
    pub outlets: u32,
    /// Independent texts that say it, this one included.
    pub origins: u32,
}

/// Card: what the briefing says, in its most telling sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "kind", rename = "overview", rename_all = "camelCase")]
pub struct Overview<'a> {
    /// Title of the briefing.
    pub title: &'a str,
    /// Number of documents.
    pub documents: u32,
    /// Number of independent texts.
    pub origins: u32,
    /// Most widely reported first.
    pub key_points: Vec<KeyPoint<'a>>,
}

/// Card: one article in two to four sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(tag = "kind", rename = "article", rename_all = "camelCase"))]
pub struct Article<'a> {
    /// What the document says about itself.
    #[cfg_attr(feature = "wasm", serde(flatten))]
    pub about: Source<'a>,
    /// Sentences that sum it up, in their order in the text.
    pub summary: Vec<Span<'a>>,
}

impl Serialize for Article<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Article", SOURCE_MEMBERS + 2)?;
        out.serialize_field("kind", "article")?;
        self.about.members(&mut out)?;
        out.serialize_field("summary", &self.summary)?;
        out.end()
    }
}

/// How long the overview may be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct OverviewOptions {
    /// Most words of all key points together, up to 500; 250 unless told.
    pub words: Option<u32>,
}
