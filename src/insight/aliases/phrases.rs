//! Which names a corpus has, each a run of search terms: one walk over its words, and an index of the names by
//! their first terms.

use std::ops::Range;

use crate::document::Corpus;
use crate::hash::HashMap;
use crate::insight::acronyms::is_acronym;
use crate::order::Set;
use crate::text::{Fold, is_shouting, languages, words};

/// A name as search terms, with its uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The terms with spaces between; empty where the name has none.
    pub terms: String,
    /// How often the corpus has it as it should be written: an acronym with its capitals, a name with the first.
    pub capitals: u32,
    /// How often it has its words in other letters.
    pub small: u32,
}

/// How a name should be written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// NATO: nothing less than two capitals.
    Acronym,
    /// Islamic State: a capital first.
    Name,
    /// memorandum of understanding: anything.
    Any,
}

struct Sought {
    terms: Vec<u32>,
    case: Case,
}

/// Looks up names in the titles and paragraphs of a corpus: one result for each, in their order.
pub(super) fn find<'n>(corpus: &Corpus, names: impl Iterator<Item = &'n str> + Clone) -> Vec<Phrase> {
    let fold = Fold::learn(&characters(corpus, names.clone())).speaking(&languages(corpus));
    let mut numbers: HashMap<Box<str>, u32> = HashMap::default();
    let mut sought = Vec::new();
    let mut phrases = Vec::new();
    for name in names {
        let mut terms = Vec::new();
        let mut phrase = Phrase::default();
        words(&fold, name, false, |_, term| {
            let next = numbers.len() as u32;
            terms.push(*numbers.entry(term.into()).or_insert(next));
            if !phrase.terms.is_empty() {
                phrase.terms.push(' ');
            }
            phrase.terms.push_str(term);
        });
        let case = match name {
            name if is_acronym(name) => Case::Acronym,
            name if name.starts_with(char::is_uppercase) => Case::Name,
            _ => Case::Any,
        };
        sought.push(Sought { terms, case });
        phrases.push(phrase);
    }
    let mut by_first = vec![Vec::new(); numbers.len()];
    for (index, sought) in sought.iter().enumerate() {
        if let Some(list) = sought.terms.first().and_then(|&first| by_first.get_mut(first as usize)) {
            list.push(index);
        }
    }
    let mut line: Vec<(Option<u32>, Range<usize>)> = Vec::new();
    for text in texts(corpus) {
        line.clear();
        let shouting = is_shouting(&fold, text);
        words(&fold, text, shouting, |range, term| line.push((numbers.get(term).copied(), range)));
        for (at, (first, range)) in line.iter().enumerate() {
            let here = first.and_then(|first| by_first.get(first as usize)).map_or(&[][..], Vec::as_slice);
            for &index in here {
                let (Some(sought), Some(phrase)) = (sought.get(index), phrases.get_mut(index)) else {
                    continue;
                };
                let Some(stands) = line.get(at..at + sought.terms.len()) else { continue };
                if !stands.iter().zip(&sought.terms).all(|((term, _), sought)| *term == Some(*sought)) {
                    continue;
                }
                let end = stands.last().map_or(range.end, |(_, last)| last.end);
                let written = text.get(range.start..end).unwrap_or_default();
                if shouting || is_written(written, sought.case) {
                    phrase.capitals += 1;
                } else {
                    phrase.small += 1;
                }
            }
        }
    }
    phrases
}

fn is_written(text: &str, case: Case) -> bool {
    match case {
        Case::Acronym => text.chars().filter(|&c| c.is_uppercase() || c.is_ascii_digit()).count() > 1,
        Case::Name => !text.starts_with(char::is_lowercase),
        Case::Any => true,
    }
}

fn texts(corpus: &Corpus) -> impl Iterator<Item = &str> {
    corpus.documents.iter().flat_map(|article| {
        let blocks = article.blocks.iter().map(|block| block.text.as_str());
        std::iter::once(article.title.as_str()).chain(blocks)
    })
}

/// The characters that are to be folded; ASCII needs no table.
fn characters<'n>(corpus: &Corpus, names: impl Iterator<Item = &'n str>) -> Set<char> {
    let wide = |text: &&str| !text.is_ascii();
    let ours = names.filter(wide).flat_map(str::chars);
    texts(corpus).filter(wide).flat_map(str::chars).chain(ours).filter(|c| !c.is_ascii()).collect()
}
