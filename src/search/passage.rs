//! Passages: the sentences that answer a query best, of one document for its excerpt, of all for the answer.

use std::ops::Range;

use super::scan::{Occurrence, Scanner};
use crate::api;
use crate::index::{Index, Token};
use crate::text::{is_shouting, words};
use crate::view::DocumentView;

/// An excerpt takes the next sentence of the paragraph too while it has fewer words than this, about two lines of
/// a result.
pub(super) const SHORT: usize = 20;

/// Most sentences of an answer.
pub(super) const ANSWER: usize = 3;

/// How much of the query's weight a sentence must have to be an answer.
pub(super) const ANSWERS: f64 = 0.5;

/// Sentences that share this much of the shorter one's words say the same.
pub(super) const ALIKE: f64 = 0.5;

/// A sentence, or two neighbours, of a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Passage {
    pub document: u32,
    pub block: usize,
    pub sentences: Range<usize>,
    /// How much of the query it has.
    pub worth: f64,
    /// Its tokens, as positions in the document's text.
    tokens: Range<usize>,
}

/// The sentences of a document that have any part of the query, each with which; in order.
fn sentences(index: &Index, scanner: &Scanner<'_>, document: u32, mut visit: impl FnMut(Passage, u64)) {
    let tokens = index.text(document);
    let mut found: Vec<Occurrence> = Vec::new();
    scanner.scan(tokens, |occurrence| found.push(occurrence));
    let mut found = found.into_iter().peekable();
    let (mut block, mut sentence) = (0usize, 0usize);
    let mut at = 0;
    while at < tokens.len() {
        match tokens.get(at) {
            Some(&Token::BLOCK) => (block, sentence) = (block + 1, 0),
            Some(&Token::SENTENCE) => sentence += 1,
            _ => {}
        }
        at += 1;
        let rest = tokens.get(at..).unwrap_or_default();
        let length = rest.iter().position(|token| token.term().is_none()).unwrap_or(rest.len());
        let end = at + length;
        let mut parts = 0;
        while let Some(occurrence) = found.next_if(|occurrence| occurrence.at < end) {
            parts |= super::rank::bit(occurrence.part);
        }
        if let (Some(block), Some(sentence)) = (block.checked_sub(1), sentence.checked_sub(1)) {
            let sentences = sentence..sentence + 1;
            visit(Passage { document, block, sentences, worth: 0.0, tokens: at..end }, parts);
        }
        at = end;
    }
}

/// The passage of a document that has most of a query; the first of the best. Without any, its first sentence.
pub(super) fn best(
    index: &Index,
    scanner: &Scanner<'_>,
    document: u32,
    worth: impl Fn(u64) -> f64,
) -> Passage {
    let mut best = Passage { document, block: 0, sentences: 0..1, worth: -1.0, tokens: 0..0 };
    // The sentence before, if it is short, and what it has.
    let mut before: Option<(Passage, u64)> = None;
    let mut keep = |mut passage: Passage, parts: u64| {
        passage.worth = worth(parts);
        if passage.worth > best.worth {
            best = passage;
        }
    };
    sentences(index, scanner, document, |passage, parts| {
        if let Some((mut joined, had)) = before.take() {
            if joined.block == passage.block {
                joined.sentences.end = passage.sentences.end;
                joined.tokens.end = passage.tokens.end;
                keep(joined, had | parts);
            } else {
                keep(joined, had);
            }
        }
        if passage.tokens.len() < SHORT {
            before = Some((passage, parts));
        } else {
            keep(passage, parts);
        }
    });
    if let Some((last, parts)) = before {
        keep(last, parts);
    }
    best
}

/// The best sentences of some documents, given best first, no two alike.
pub(super) fn answer(
    index: &Index,
    scanner: &Scanner<'_>,
    documents: &[u32],
    worth: impl Fn(u64) -> f64,
) -> Vec<Passage> {
    let mut answer: Vec<Passage> = Vec::new();
    let mut all: Vec<Passage> = Vec::new();
    for &document in documents {
        sentences(index, scanner, document, |mut passage, parts| {
            passage.worth = worth(parts);
            if passage.worth >= ANSWERS {
                all.push(passage);
            }
        });
    }
    while answer.len() < ANSWER {
        // Of equal ones the first of the best document.
        let mut best: Option<&Passage> = None;
        for passage in &all {
            let fresh = answer.iter().all(|taken| !alike(index, taken, passage));
            if fresh && best.is_none_or(|best| passage.worth > best.worth) {
                best = Some(passage);
            }
        }
        let Some(best) = best.cloned() else { break };
        answer.push(best);
    }
    answer
}

fn terms<'i>(index: &'i Index, passage: &Passage) -> impl Iterator<Item = u32> + Clone + 'i {
    index
        .text(passage.document)
        .get(passage.tokens.clone())
        .unwrap_or_default()
        .iter()
        .filter_map(|token| token.term())
}

/// Whether two passages say the same in mostly the same words.
fn alike(index: &Index, one: &Passage, other: &Passage) -> bool {
    let (one, other) = (terms(index, one), terms(index, other));
    let shorter = one.clone().count().min(other.clone().count());
    let shared = one.filter(|term| other.clone().any(|known| known == *term)).count();
    shared as f64 >= ALIKE * shorter as f64
}

/// Cites a passage, with the places of all that is found in it.
pub(super) fn cite<'p, D: AsRef<[u8]>>(
    view: &DocumentView<'p, D>,
    index: &Index,
    scanner: &Scanner<'_>,
    passage: &Passage,
) -> (api::Span<'p>, Vec<api::Range>) {
    let Some(block) = view.record.blocks.get(passage.block) else {
        return (view.span(passage.block, 0..0), Vec::new());
    };
    let sentences = block.sentences.get(passage.sentences.clone()).unwrap_or_default();
    let bytes = sentences.first().map_or(0, |first| first.start)..sentences.last().map_or(0, |last| last.end);
    let tokens = index.text(passage.document).get(passage.tokens.clone()).unwrap_or_default();
    let mut marked = vec![false; tokens.len()];
    scanner.scan(tokens, |found| {
        marked.get_mut(found.at..found.at + found.length).unwrap_or_default().fill(true);
    });
    let mut marked = tokens.iter().zip(marked).filter(|(token, _)| token.term().is_some());
    let text = view.text(block);
    let mut marks = Vec::new();
    words(view.fold(), text, is_shouting(view.fold(), text), |range, _| {
        if bytes.contains(&range.start) && marked.next().is_some_and(|(_, marked)| marked) {
            marks.push(range);
        }
    });
    let marks = view.ranges(passage.block, marks.into_iter());
    (view.span(passage.block, bytes), marks)
}
