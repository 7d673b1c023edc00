//! The engine's search against a brute-force search that reads the documents instead of an index.

use std::sync::LazyLock;

use proptest::prelude::*;
use rust_stemmers::{Algorithm, Stemmer};

use super::query::{PREFIX_TERMS, PREFIX_WEIGHT, STEM_WEIGHT};
use super::rank::{B, FIELD_WEIGHTS, K1};
use crate::Briefing;
use crate::api::SearchOptions;
use crate::document::Corpus;
use crate::fixture;

/// Words with shared stems, shared beginnings, and no stop word.
const VOCABULARY: [&str; 16] = [
    "talk",
    "talks",
    "talking",
    "pact",
    "pacts",
    "minister",
    "ministers",
    "ministry",
    "negotiate",
    "negotiation",
    "negotiating",
    "storm",
    "2008",
    "dying",
    "die",
    "zurich",
];

static TALKS: LazyLock<Vec<u8>> = LazyLock::new(|| crate::build(&fixture::talks()).unwrap());

/// A document as the oracle sees it: the words of title, lead and body.
type Fields = [Vec<String>; 3];

fn fields(corpus: &Corpus) -> Vec<Fields> {
    let split = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let of = |document: &crate::document::Document| {
        let mut lead = Vec::new();
        let mut body = Vec::new();
        for (at, block) in document.blocks.iter().enumerate() {
            let end = if at == 0 { block.sentences[0].end } else { 0 };
            lead.extend(split(&block.text[..end]));
            body.extend(split(&block.text[end..]));
        }
        [split(&document.title), lead, body]
    };
    corpus.documents.iter().map(of).collect()
}

/// Weight of a document's word for a word of the query, by the rules of `query.rs`.
fn weights(all: &[Fields], word: &str, open: bool) -> impl Fn(&str) -> f64 {
    let english = Stemmer::create(Algorithm::English);
    let stem = move |word: &str| english.stem(word).into_owned();
    let mut terms: Vec<&String> = all.iter().flatten().flatten().collect();
    terms.sort();
    terms.dedup();
    let documents =
        |term: &str| all.iter().filter(|fields| fields.iter().flatten().any(|word| word == term)).count();
    let mut longer: Vec<&String> = terms.into_iter().filter(|term| open && term.starts_with(word)).collect();
    longer.retain(|term| stem(term) != stem(word));
    longer.sort_by_key(|term| std::cmp::Reverse(documents(term)));
    longer.truncate(PREFIX_TERMS);
    let longer: Vec<String> = longer.into_iter().cloned().collect();
    let word = word.to_owned();
    move |term| {
        if term == word {
            1.0
        } else if stem(term) == stem(&word) {
            STEM_WEIGHT
        } else if longer.iter().any(|longer| longer == term) {
            PREFIX_WEIGHT
        } else {
            0.0
        }
    }
}

fn brute_force(corpus: &Corpus, query: &str, prefix: bool) -> Vec<(u32, f64)> {
    let all = fields(corpus);
    let average = |field: usize| {
        let lengths: Vec<f64> =
            all.iter().map(|fields| fields[field].len() as f64).filter(|&n| n > 0.0).collect();
        if lengths.is_empty() { 1.0 } else { lengths.iter().sum::<f64>() / lengths.len() as f64 }
    };
    let mut asked: Vec<&str> = Vec::new();
    for word in query.split(' ').filter(|word| !word.is_empty()) {
        if !asked.contains(&word) {
            asked.push(word);
        }
    }
    let last = query.split(' ').next_back().unwrap_or_default();
    // A word that stands twice is read as its first place; only the last place is open.
    let is_open =
        |word: &str| prefix && word == last && query.split(' ').filter(|other| *other == word).count() == 1;
    let mut scores = vec![0.0; all.len()];
    for word in asked {
        let weight = weights(&all, word, is_open(word));
        let repeats = query.split(' ').filter(|other| *other == word).count() as f64;
        let frequencies: Vec<f64> = all
            .iter()
            .map(|fields| {
                (0..3)
                    .map(|field| {
                        let norm = 1.0 - B + B * fields[field].len() as f64 / average(field);
                        let count: f64 = fields[field].iter().map(|term| weight(term)).sum();
                        if count > 0.0 { FIELD_WEIGHTS[field] * count / norm } else { 0.0 }
                    })
                    .sum()
            })
            .collect();
        let having = frequencies.iter().filter(|&&tf| tf > 0.0).count() as f64;
        let idf = ((all.len() as f64 - having + 0.5) / (having + 0.5) + 1.0).ln();
        for (score, tf) in scores.iter_mut().zip(frequencies) {
            *score += repeats * idf * tf / (K1 + tf);
        }
    }
    let mut ranked: Vec<(u32, f64)> = (0..).zip(scores).filter(|&(_, score)| score > 0.0).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked
}

fn words(count: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&VOCABULARY[..]), count).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn the_index_ranks_as_brute_force_does(
        articles in prop::collection::vec((words(1..4), words(1..20), words(1..30)), 1..12),
        query in words(1..5),
        cut in 0usize..4,
        prefix: bool,
    ) {
        let texts: Vec<(String, String)> = articles
            .into_iter()
            .map(|(title, lead, body)| (title, format!("The {lead}. And {body}.\n\nMore {body}.")))
            .collect();
        let corpus = fixture::corpus(texts.iter().map(|(title, text)| (title.as_str(), text.as_str())));
        let query = &query[..query.len() - cut.min(query.len() - 1)];
        let briefing = Briefing::open(crate::build(&corpus).unwrap()).unwrap();
        let expected = brute_force(&corpus, query, prefix);
        let found = briefing.search(query, &SearchOptions { limit: 100, offset: 0, prefix });
        prop_assert_eq!(found.total as usize, expected.len());
        let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
        for (hit, (_, score)) in found.hits.iter().zip(&expected) {
            prop_assert!(close(hit.score, *score), "{} {score}", hit.score);
            let at = corpus.documents.iter().position(|document| document.id == hit.document).unwrap();
            let own = expected.iter().find(|(document, _)| *document as usize == at).unwrap();
            prop_assert!(close(hit.score, own.1));
        }
        let page = briefing.search(query, &SearchOptions { limit: 2, offset: 1, prefix });
        prop_assert_eq!(&page.hits[..], &found.hits[1.min(found.hits.len())..3.min(found.hits.len())]);
    }

    #[test]
    fn any_string_is_a_query_that_returns(query: String) {
        let briefing = Briefing::open(TALKS.as_slice()).unwrap();
        let found = briefing.search(&query, &SearchOptions::default());
        prop_assert!(found.hits.len() <= 3);
    }
}
