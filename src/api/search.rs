//! What a search is asked, and what it answers.

use serde::Deserialize;

use super::value::Members;
use super::{Range, Span, Value};

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
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct Excerpt<'a> {
    /// The passage: whole sentences of the document.
    pub span: Span<'a>,
    /// Matched words, as ranges into the source text (the same offsets as the span's), in order, apart.
    pub marks: Vec<Range>,
}

/// A sentence that answers a query: a [`Span`] with more members.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct Answer<'a> {
    /// The sentence.
    #[cfg_attr(feature = "wasm", serde(flatten))]
    pub span: Span<'a>,
    /// Matched words, as in [`Excerpt::marks`].
    pub marks: Vec<Range>,
    /// Differences in which the sentence takes part: [`super::Difference::id`].
    pub warnings: Vec<&'a str>,
}

/// One document found.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct Hit<'a> {
    /// Identifier of the document.
    pub document: &'a str,
    /// Relevance, above 0; only the order within one response means anything.
    pub score: f64,
    /// Title of the document.
    pub title: &'a str,
    /// The outlet.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub source: Option<&'a str>,
    /// Day of publication.
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub date: Option<&'a str>,
    /// The passage that answers the query best.
    pub excerpt: Excerpt<'a>,
    /// Differences in which a sentence of the passage takes part: [`super::Difference::id`].
    pub warnings: Vec<&'a str>,
}

/// A word of the query, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct Replacement<'a> {
    /// As typed.
    pub from: &'a str,
    /// What was looked for too, or instead where nothing has the typed.
    pub to: &'a str,
}

/// How many of the documents found share something.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct FacetCount<'a> {
    /// What they share.
    pub value: &'a str,
    /// How many they are.
    pub documents: u32,
}

/// The documents found, counted: for each kind at most 12 values, those of most documents first.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct Facets<'a> {
    /// By outlet.
    pub sources: Vec<FacetCount<'a>>,
    /// By year of publication.
    pub years: Vec<FacetCount<'a>>,
    /// By tag.
    pub tags: Vec<FacetCount<'a>>,
    /// By person, body, place, agreement or event, as [`super::Entity::name`].
    pub entities: Vec<FacetCount<'a>>,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename_all = "camelCase"))]
pub struct SearchResponse<'a> {
    /// The query as it was asked.
    pub query: &'a str,
    /// Documents that match, the ones beyond `limit` included.
    pub total: u32,
    /// The page of hits asked for, best first; ties stand in the order of the documents of `info`.
    pub hits: Vec<Hit<'a>>,
    /// The two or three sentences of all the best documents that have most of the query, no two alike; none where no
    /// sentence has half of it.
    pub answer: Vec<Answer<'a>>,
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
    /// Every document found, counted by outlet, year, tag and name.
    pub facets: Facets<'a>,
}

// Written out, not derived: one serializer of values serves every answer, which in the engine is a few kB less.
impl<'a> SearchResponse<'a> {
    pub(super) fn tell(&self, out: &mut Members<'a>) {
        out.text("query", self.query);
        out.number("total", self.total);
        out.list("hits", &self.hits, Hit::tell);
        out.list("answer", &self.answer, Answer::tell);
        out.list("corrections", &self.corrections, Replacement::tell);
        out.list("aliases", &self.aliases, Replacement::tell);
        out.texts("ignored", &self.ignored);
        out.texts("unread", &self.unread);
        out.texts("nearest", &self.nearest);
        let mut facets = Members::default();
        facets.list("sources", &self.facets.sources, FacetCount::tell);
        facets.list("years", &self.facets.years, FacetCount::tell);
        facets.list("tags", &self.facets.tags, FacetCount::tell);
        facets.list("entities", &self.facets.entities, FacetCount::tell);
        out.put("facets", facets.done());
    }
}

impl<'a> Hit<'a> {
    fn tell(&self, out: &mut Members<'a>) {
        out.text("document", self.document);
        out.put("score", Value::Score(self.score));
        out.text("title", self.title);
        out.text_if_any("source", self.source);
        out.text_if_any("date", self.date);
        let mut excerpt = Members::default();
        excerpt.put("span", Value::Span(self.excerpt.span.clone()));
        excerpt.ranges("marks", &self.excerpt.marks);
        out.put("excerpt", excerpt.done());
        out.texts("warnings", &self.warnings);
    }
}

impl<'a> Answer<'a> {
    fn tell(&self, out: &mut Members<'a>) {
        self.span.tell(out);
        out.ranges("marks", &self.marks);
        out.texts("warnings", &self.warnings);
    }
}

impl<'a> Replacement<'a> {
    fn tell(&self, out: &mut Members<'a>) {
        out.text("from", self.from);
        out.text("to", self.to);
    }
}

impl<'a> FacetCount<'a> {
    fn tell(&self, out: &mut Members<'a>) {
        out.text("value", self.value);
        out.number("documents", self.documents);
    }
}
