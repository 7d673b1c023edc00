//! What a search is asked, and what it answers.

use serde::Deserialize;

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
    /// The page of hits asked for, best first; ties stand in the order of [`Info::documents`].
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
    /// Every document found, counted by outlet, year and tag.
    pub facets: Facets<'a>,
}

// Written out, not derived: one serializer of values serves every answer, which in the engine is a few kB less.
impl<'a> SearchResponse<'a> {
    pub(super) fn value(&self) -> Value<'a> {
        Value::Object(vec![
            ("query", Value::Text(self.query)),
            ("total", Value::Number(self.total)),
            ("hits", Value::list(&self.hits, Hit::value)),
            ("answer", Value::list(&self.answer, Answer::value)),
            ("corrections", Value::list(&self.corrections, Replacement::value)),
            ("aliases", Value::list(&self.aliases, Replacement::value)),
            ("ignored", Value::of_texts(&self.ignored)),
            ("unread", Value::of_texts(&self.unread)),
            ("nearest", Value::of_texts(&self.nearest)),
            ("facets", self.facets.value()),
        ])
    }
}

impl<'a> Hit<'a> {
    fn value(&self) -> Value<'a> {
        let excerpt = vec![
            ("span", Value::Span(self.excerpt.span.clone())),
            ("marks", Value::of_ranges(&self.excerpt.marks)),
        ];
        let mut members = vec![
            ("document", Value::Text(self.document)),
            ("score", Value::Score(self.score)),
            ("title", Value::Text(self.title)),
            ("excerpt", Value::Object(excerpt)),
            ("warnings", Value::of_texts(&self.warnings)),
        ];
        members.extend(self.source.map(|source| ("source", Value::Text(source))));
        members.extend(self.date.map(|date| ("date", Value::Text(date))));
        Value::Object(members)
    }
}

impl<'a> Answer<'a> {
    fn value(&self) -> Value<'a> {
        let mut members = self.span.members();
        members.push(("marks", Value::of_ranges(&self.marks)));
        members.push(("warnings", Value::of_texts(&self.warnings)));
        Value::Object(members)
    }
}

impl<'a> Replacement<'a> {
    fn value(&self) -> Value<'a> {
        Value::Object(vec![("from", Value::Text(self.from)), ("to", Value::Text(self.to))])
    }
}

impl<'a> Facets<'a> {
    fn value(&self) -> Value<'a> {
        let all = [
            ("sources", &self.sources),
            ("years", &self.years),
            ("tags", &self.tags),
            ("entities", &self.entities),
        ];
        Value::Object(
            all.into_iter().map(|(name, counts)| (name, Value::list(counts, FacetCount::value))).collect(),
        )
    }
}

impl<'a> FacetCount<'a> {
    fn value(&self) -> Value<'a> {
        Value::Object(vec![("value", Value::Text(self.value)), ("documents", Value::Number(self.documents))])
    }
}
