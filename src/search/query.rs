//! From the words that a reader types to the terms that they stand for.

use super::rank::largest;
use crate::pack::Pack;
use crate::pack::terms::{Dictionary, Term};
use crate::text::{is_stop_word, shared_prefix, stem, words};

/// Weight of another form of the same stem, where the form as typed has 1. At 0 only exact forms are found;
/// at 1 the form makes no difference. Measured, nDCG@10 on Cranfield and CISI: .519 and .370 at 0, .536 and .417
/// at .7, .535 and .423 at .8, .530 and .412 at 1.
pub(super) const STEM_WEIGHT: f64 = 0.8;

/// Weight of a term that only begins with the last word. At 0 nothing is found before the word is typed out;
/// at 1 a longer word counts as much as the word itself.
pub(super) const PREFIX_WEIGHT: f64 = 0.5;

/// Most terms that a prefix stands for, the ones with the most documents first: after one letter more would
/// cost time and tell nothing.
pub(super) const PREFIX_TERMS: usize = 48;

/// Most different words of a query that are looked up; a longer one is a text, and its first words tell what it is
/// about.
const WORDS: usize = 512;

/// One word of a query.
#[derive(Debug)]
pub(crate) struct QueryWord<'q> {
    /// As typed.
    pub typed: &'q str,
    /// The terms that it stands for, each with its weight; empty where no document has it.
    pub terms: Vec<(Term, f64)>,
    /// How often the query has it; its score counts so often.
    pub repeats: f64,
}

impl QueryWord<'_> {
    /// At most how many documents have the word; terms of one word rarely share a document.
    pub(crate) fn documents(&self) -> usize {
        self.terms.iter().map(|(term, _)| term.documents as usize).sum()
    }
}

/// Reads a query: any string is one. Words that say nothing of a subject are left out where another word does.
pub(crate) fn parse<'q, D: AsRef<[u8]>>(pack: &Pack<D>, query: &'q str, prefix: bool) -> Vec<QueryWord<'q>> {
    let dictionary = pack.dictionary();
    let mut typed = Vec::new();
    words(pack.fold(), query, false, |range, term| {
        let open = prefix && range.end == query.len();
        typed.push((query.get(range).unwrap_or_default(), term.to_owned(), open));
    });
    let has_subject = typed.iter().any(|(_, term, _)| !is_stop_word(term));
    let mut known: Vec<String> = Vec::new();
    let mut parsed: Vec<QueryWord<'q>> = Vec::new();
    for (word, term, open) in typed {
        if has_subject && is_stop_word(&term) && !open {
            continue;
        }
        let at = known.iter().position(|known| *known == term);
        if let Some(repeated) = at.and_then(|at| parsed.get_mut(at)) {
            repeated.repeats += 1.0;
        } else if parsed.len() < WORDS {
            let terms = expand(pack, &dictionary, &term, open);
            parsed.push(QueryWord { typed: word, terms, repeats: 1.0 });
            known.push(term);
        }
    }
    parsed
}

/// The terms that a word stands for: itself, the other forms of its stem, and where the word is still being
/// typed the terms that begin with it.
fn expand<D: AsRef<[u8]>>(
    pack: &Pack<D>,
    dictionary: &Dictionary<'_>,
    word: &str,
    open: bool,
) -> Vec<(Term, f64)> {
    let exact = dictionary.get(word);
    let class = exact.as_ref().map(|term| term.class).or_else(|| class_of_stem(dictionary, word));
    let mut terms: Vec<(Term, f64)> = class
        .map(|class| pack.class(class))
        .unwrap_or_default()
        .iter()
        .filter_map(|&ordinal| Some(dictionary.at(ordinal)?.0))
        .map(|term| {
            let weight = if exact.as_ref() == Some(&term) { 1.0 } else { STEM_WEIGHT };
            (term, weight)
        })
        .collect();
    if open {
        let mut longer = Vec::new();
        let mut entries = dictionary.from(word);
        while let Some(term) = entries.advance().filter(|_| entries.spelling().starts_with(word)) {
            if terms.iter().all(|(known, _)| known.ordinal != term.ordinal) {
                longer.push((u64::from(term.documents), term.ordinal));
            }
        }
        let most = largest(&mut longer.into_iter(), PREFIX_TERMS);
        let most = most.into_iter().filter_map(|(_, ordinal)| Some(dictionary.at(ordinal)?.0));
        terms.extend(most.map(|term| (term, PREFIX_WEIGHT)));
    }
    terms
}

/// The stem class of a word that is itself no term.
fn class_of_stem(dictionary: &Dictionary<'_>, word: &str) -> Option<u32> {
    let sought = stem(word);
    let prefix = shared_prefix(&sought);
    let mut entries = dictionary.from(prefix);
    while let Some(term) = entries.advance() {
        if !entries.spelling().starts_with(prefix) {
            return None;
        }
        if stem(entries.spelling()) == sought {
            return Some(term.class);
        }
    }
    None
}
