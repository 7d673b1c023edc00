//! The engine's search against one that reads every document for every query.

mod asked;
mod best;
mod reference;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::Briefing;
use crate::api::{Answer, FacetCount, Order, Replacement, SearchOptions, SearchResponse};
use crate::document::Corpus;
use asked::Asked;
use reference::{Outcome, Reference};

fn pairs(replacements: &[Replacement<'_>]) -> Vec<(String, String)> {
    replacements.iter().map(|pair| (pair.from.to_owned(), pair.to.to_owned())).collect()
}

/// Counts of values, the commonest first.
fn counted<'v>(values: impl Iterator<Item = &'v str>) -> Vec<(&'v str, u32)> {
    let mut counts = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_insert(0) += 1);
    let mut counts: Vec<(&str, u32)> = counts.into_iter().collect();
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts
}

/// The documents of the hits, by position.
fn positions(corpus: &Corpus, response: &SearchResponse<'_>) -> Vec<usize> {
    let position = |id: &str| corpus.documents.iter().position(|document| document.id == id);
    response.hits.iter().filter_map(|hit| position(hit.document)).collect()
}

fn options(asked: &Asked) -> SearchOptions {
    SearchOptions { limit: 1000, offset: 0, prefix: asked.prefix, order: asked.order }
}

/// What is told beside the hits: replacements, ignored words, counts.
fn check_report(
    corpus: &Corpus,
    outcome: &Outcome,
    response: &SearchResponse<'_>,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(pairs(&response.corrections), &outcome.corrections[..]);
    prop_assert_eq!(pairs(&response.aliases), &outcome.aliases[..]);
    prop_assert_eq!(&response.ignored, &outcome.ignored);
    prop_assert!(response.unread.is_empty());
    let found = || outcome.found.iter().map(|&(document, _)| &corpus.documents[document]);
    let expected = [
        counted(found().filter_map(|document| document.source.as_deref())),
        counted(found().filter_map(|document| Some(&document.date.as_deref()?[..4]))),
        counted(found().flat_map(|document| document.tags.iter().map(String::as_str))),
    ];
    let facets = &response.facets;
    for (facet, expected) in [&facets.sources, &facets.years, &facets.tags].into_iter().zip(expected) {
        let mut sorted: Vec<&FacetCount<'_>> = facet.iter().collect();
        prop_assert!(sorted.is_sorted_by(|a, b| a.documents >= b.documents));
        // Values of as many documents may come in any order.
        sorted.sort_by_key(|count| (std::cmp::Reverse(count.documents), count.value));
        let counts: Vec<(&str, u32)> = sorted.iter().map(|count| (count.value, count.documents)).collect();
        prop_assert_eq!(counts, expected);
    }
    Ok(())
}

/// Excerpts, marks and answers.
fn check_passages(
    reference: &Reference<'_>,
    outcome: &Outcome,
    response: &SearchResponse<'_>,
    best: &[usize],
) -> Result<(), TestCaseError> {
    for (hit, document) in response.hits.iter().zip(positions(reference.corpus, response)) {
        let (range, marks) = best::excerpt(reference, &outcome.concepts, document);
        prop_assert_eq!((hit.excerpt.span.start, hit.excerpt.span.end), range);
        prop_assert_eq!(&hit.excerpt.marks, &marks);
    }
    let expected = best::answer(reference, &outcome.concepts, best.iter().copied());
    let expected: Vec<(&str, (u32, u32))> = expected
        .iter()
        .map(|&(document, range)| (reference.corpus.documents[document].id.as_str(), range))
        .collect();
    let answer: Vec<(&str, (u32, u32))> =
        response.answer.iter().map(|Answer { span, .. }| (span.document, (span.start, span.end))).collect();
    prop_assert_eq!(answer, expected);
    Ok(())
}

fn check(corpus: &Corpus, asked: &[Asked]) -> Result<(), TestCaseError> {
    let briefing = Briefing::open(crate::build(corpus).unwrap()).unwrap();
    let reference = Reference::new(corpus);
    for asked in asked {
        let query = asked.query();
        let response = briefing.search(&query, &options(asked));
        let outcome = reference.search(asked);
        prop_assert_eq!(response.total as usize, outcome.found.len(), "{}", query);
        check_report(corpus, &outcome, &response)?;
        let relevant = briefing.search(&query, &SearchOptions { order: Order::Relevance, ..options(asked) });
        let best = positions(corpus, &relevant);
        check_passages(&reference, &outcome, &response, &best)?;
        if asked.order != Order::Relevance {
            let expected: Vec<usize> = outcome.found.iter().map(|&(document, _)| document).collect();
            prop_assert_eq!(positions(corpus, &response), expected, "{}", query);
            continue;
        }
        if let Some(expected) = best::ordered(&reference, &outcome, briefing.pack().vectors()) {
            prop_assert_eq!(best.len(), expected.len());
            for ((hit, document), (_, score)) in response.hits.iter().zip(best).zip(&expected) {
                // Where scores are the same but for rounding, either may come first.
                let own = expected.iter().find(|&&(other, _)| other == document).unwrap().1;
                prop_assert!((hit.score - score).abs() < 1e-5, "{query}: {} {score}", hit.score);
                prop_assert!((hit.score - own).abs() < 1e-5, "{query}: {} {own}", hit.score);
            }
        }
        for page in [2, 5] {
            let paged = SearchOptions { limit: page, offset: page, ..options(asked) };
            let paged = briefing.search(&query, &paged);
            let end = response.hits.len().min(2 * page as usize);
            let start = end.min(page as usize);
            let ids = |hits: &[crate::api::Hit<'_>]| -> Vec<String> {
                hits.iter().map(|hit| hit.document.to_owned()).collect()
            };
            prop_assert_eq!(ids(&paged.hits), ids(&response.hits[start..end]));
            prop_assert_eq!(paged.total, response.total);
            prop_assert_eq!(&paged.answer, &response.answer);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_search_of_few_documents_is_as_told(
        corpus in asked::corpora(1..14, 3, 3),
        asked in prop::collection::vec(asked::queries(), 12),
    ) {
        check(&corpus, &asked)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn a_search_with_latent_vectors_is_as_told(
        corpus in asked::corpora(64..90, 1, 1),
        asked in prop::collection::vec(asked::queries(), 12),
    ) {
        check(&corpus, &asked)?;
    }
}
