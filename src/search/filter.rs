//! Filters and counts: by day, outlet and tag.

use super::query::{Filter, Phrase};
use crate::api::{FacetCount, Facets};
use crate::index::{Date, Facet, Index};
use crate::text::{Fold, words};

/// Most values of a facet that are told, those of most documents.
const VALUES: usize = 12;

/// A filter, looked up: what a document must be.
enum Wanted {
    /// One of the values of a facet, told by number.
    Source(Vec<bool>),
    Tag(Vec<bool>),
    Before(u32),
    After(u32),
    /// A day within these, both included.
    Within(u32, u32),
}

/// Whether documents pass all filters of a query.
pub(super) struct Sieve<'i> {
    index: &'i Index,
    wanted: Vec<Wanted>,
}

impl<'i> Sieve<'i> {
    pub(super) fn new(index: &'i Index, fold: &Fold, filters: &[Filter<'_>]) -> Self {
        let days = |date: &str| Date::read(date).unwrap_or_default().days();
        let wanted = filters.iter().map(|filter| match filter {
            Filter::Source(words) => Wanted::Source(matching(fold, &index.catalogue().sources, words)),
            Filter::Tag(words) => Wanted::Tag(matching(fold, &index.catalogue().tags, words)),
            Filter::Before(date) => Wanted::Before(days(date).start),
            Filter::After(date) => Wanted::After(days(date).end),
            Filter::On(date) => Wanted::Within(days(date).start, days(date).end),
        });
        Self { index, wanted: wanted.collect() }
    }

    pub(super) fn passes(&self, document: u32) -> bool {
        let catalogue = self.index.catalogue();
        let any = |facet: &Facet, wanted: &[bool]| {
            facet.of(document).iter().any(|&value| wanted.get(value as usize) == Some(&true))
        };
        let days = catalogue.date(document).map(Date::days);
        self.wanted.iter().all(|wanted| match (wanted, &days) {
            (Wanted::Source(wanted), _) => any(&catalogue.sources, wanted),
            (Wanted::Tag(wanted), _) => any(&catalogue.tags, wanted),
            (_, None) => false,
            (Wanted::Before(day), Some(days)) => days.end < *day,
            (Wanted::After(day), Some(days)) => days.start > *day,
            (Wanted::Within(first, last), Some(days)) => days.start >= *first && days.end <= *last,
        })
    }
}

/// Which values of a facet have the words, one after another.
fn matching(fold: &Fold, facet: &Facet, sought: &Phrase<'_>) -> Vec<bool> {
    let matches = |value: u32| {
        let mut terms = Vec::new();
        words(fold, facet.value(value), true, |_, term| terms.push(term.to_owned()));
        let same = |window: &[String]| {
            window.iter().zip(sought).all(|(term, word)| term.eq_ignore_ascii_case(&word.term))
        };
        terms.windows(sought.len().max(1)).any(same)
    };
    (0..facet.len()).map(matches).collect()
}

/// Counts the values of documents.
pub(super) fn count<'i>(index: &'i Index, documents: &[u32]) -> Facets<'i> {
    let catalogue = index.catalogue();
    Facets {
        sources: values(&catalogue.sources, documents),
        years: values(&catalogue.years, documents),
        tags: values(&catalogue.tags, documents),
    }
}

fn values<'i>(facet: &'i Facet, documents: &[u32]) -> Vec<FacetCount<'i>> {
    let mut counts = vec![0u32; facet.len() as usize];
    for &value in documents.iter().flat_map(|&document| facet.of(document)) {
        if let Some(count) = counts.get_mut(value as usize) {
            *count += 1;
        }
    }
    let mut counted =
        (0..).zip(&counts).filter(|&(_, &count)| count > 0).map(|(value, &count)| (u64::from(count), value));
    let most = super::rank::largest(&mut counted, VALUES);
    most.into_iter()
        .map(|(count, value)| FacetCount { value: facet.value(value), documents: count as u32 })
        .collect()
}
