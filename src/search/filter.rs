//! Filters and counts: by day, outlet, tag and entity.

use super::query::{Demand, Part};
use super::rank::{Largest, Scored};
use crate::api::{FacetCount, Facets};
use crate::index::{Facet, Index};
use crate::text::{Fold, words};

/// Most values of a facet that are told, those of most documents.
const VALUES: usize = 12;

/// Whether documents pass all filters of a query.
pub(super) struct Sieve<'i> {
    index: &'i Index,
    /// Each filter, with the values of its facet that have its words.
    filters: Vec<(Demand, Vec<bool>)>,
}

impl<'i> Sieve<'i> {
    pub(super) fn new(index: &'i Index, fold: &Fold, parts: &[Part<'_>]) -> Self {
        let mut filters = Vec::new();
        for part in parts {
            let values = match part.demand {
                Demand::Source => matching(fold, &index.catalogue().sources, part, false),
                Demand::Tag => matching(fold, &index.catalogue().tags, part, false),
                Demand::Name => named(fold, &index.catalogue().entities, part),
                Demand::Before(_) | Demand::After(_) | Demand::On(_) => Vec::new(),
                _ => continue,
            };
            filters.push((part.demand, values));
        }
        Self { index, filters }
    }

    /// Whether every document passes.
    pub(super) fn is_open(&self) -> bool {
        self.filters.is_empty()
    }

    pub(super) fn passes(&self, document: u32) -> bool {
        let catalogue = self.index.catalogue();
        let any = |facet: &Facet, wanted: &[bool]| {
            facet.of(document).iter().any(|&value| wanted.get(value as usize) == Some(&true))
        };
        let dated = |fits: &dyn Fn((u32, u32)) -> bool| {
            catalogue.date(document).is_some_and(|date| fits(date.days()))
        };
        self.filters.iter().all(|(demand, wanted)| match demand {
            Demand::Source => any(&catalogue.sources, wanted),
            Demand::Tag => any(&catalogue.tags, wanted),
            Demand::Name => any(&catalogue.entities, wanted),
            Demand::Before(date) => dated(&|days| days.1 < date.days().0),
            Demand::After(date) => dated(&|days| days.0 > date.days().1),
            Demand::On(date) => dated(&|days| days.0 >= date.days().0 && days.1 <= date.days().1),
            _ => true,
        })
    }
}

/// Which values of a facet have the words, one after another; with `alone`, and nothing else.
fn matching(fold: &Fold, facet: &Facet, sought: &Part<'_>, alone: bool) -> Vec<bool> {
    let matches = |value: u32| {
        // How many of the words stand one behind the other up to here, and how many there are.
        let (mut met, mut count) = (0, 0);
        let mut has = false;
        words(fold, facet.value(value), true, |_, term| {
            let fits =
                |at: usize| sought.words.get(at).is_some_and(|word| word.term.eq_ignore_ascii_case(term));
            met = if fits(met) { met + 1 } else { usize::from(fits(0)) };
            has |= met == sought.words.len();
            count += 1;
        });
        has && !(alone && count != sought.words.len())
    };
    (0..facet.len()).map(matches).collect()
}

/// Which values are the words and nothing else; where none is, which have them.
fn named(fold: &Fold, facet: &Facet, sought: &Part<'_>) -> Vec<bool> {
    let exact = matching(fold, facet, sought, true);
    if exact.contains(&true) { exact } else { matching(fold, facet, sought, false) }
}

/// Counts the values of documents.
pub(super) fn count<'i>(index: &'i Index, found: &[Scored]) -> Facets<'i> {
    let catalogue = index.catalogue();
    Facets {
        sources: values(&catalogue.sources, found),
        years: values(&catalogue.years, found),
        tags: values(&catalogue.tags, found),
        entities: values(&catalogue.entities, found),
    }
}

fn values<'i>(facet: &'i Facet, found: &[Scored]) -> Vec<FacetCount<'i>> {
    if facet.len() == 0 {
        return Vec::new();
    }
    let mut counts = vec![0u64; facet.len() as usize];
    for &(document, _) in found {
        for &value in facet.of(document) {
            if let Some(count) = counts.get_mut(value as usize) {
                *count += 1;
            }
        }
    }
    let mut most = Largest::of(VALUES);
    for (value, &count) in (0..).zip(&counts).filter(|(_, count)| **count > 0) {
        most.add(count, value);
    }
    let told = most.sorted().into_iter();
    told.map(|(count, value)| FacetCount { value: facet.value(value), documents: count as u32 }).collect()
}
