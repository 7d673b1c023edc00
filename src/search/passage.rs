//! Passages: the sentences that answer a query best, of one document for its excerpt, of all for the answer.

use std::ops::Range;

use super::rank::{Cover, bit};
use super::scan::Scanner;
use crate::api::{Excerpt, Value};
use crate::index::{Index, Token};
use crate::text::{each_word, is_shouting};
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
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Passage {
    pub document: u32,
    block: usize,
    sentences: Range<usize>,
    /// How much of the query it has.
    worth: f64,
    /// Which parts it has, as bits.
    parts: u64,
    /// Its tokens, as positions in the document's text.
    tokens: Range<usize>,
}

/// A sentence that takes part in a difference.
#[derive(Debug)]
pub(crate) struct Warning {
    difference: String,
    document: u32,
    block: usize,
    sentence: usize,
}

impl Warning {
    /// From `{difference, document, block, sentence}`.
    pub(crate) fn new(value: &Value<'_>) -> Self {
        let number = |name| value.number(name).unwrap_or(u32::MAX);
        Self {
            difference: value.text("difference").unwrap_or_default().to_owned(),
            document: number("document"),
            block: number("block") as usize,
            sentence: number("sentence") as usize,
        }
    }
}

impl Passage {
    /// Differences in which its sentences take part.
    pub(super) fn warnings<'s>(&self, all: &'s [Warning]) -> Vec<&'s str> {
        let own = all.iter().filter(|warning| {
            (warning.document, warning.block) == (self.document, self.block)
                && self.sentences.contains(&warning.sentence)
        });
        own.map(|warning| &*warning.difference).collect()
    }
}

/// The sentences of a document.
pub(super) fn sentences(index: &Index, scanner: &Scanner<'_>, cover: &Cover, document: u32) -> Vec<Passage> {
    let tokens = index.text(document).all();
    let mut all: Vec<Passage> = Vec::new();
    let (mut block, mut sentence) = (0usize, 0usize);
    for (at, &token) in tokens.iter().enumerate() {
        if token == Token::BLOCK {
            (block, sentence) = (block + 1, 0);
        } else if token == Token::SENTENCE {
            sentence += 1;
            let (block, sentences, tokens) = (block - 1, sentence - 1..sentence, at + 1..at + 1);
            all.push(Passage { document, block, sentences, tokens, ..Passage::default() });
        } else if let Some(last) = all.last_mut().filter(|_| sentence > 0) {
            last.tokens.end = at + 1;
        }
    }
    let mut at = 0;
    scanner.scan(&tokens, &mut |found| {
        while all.get(at).is_some_and(|passage| passage.tokens.end <= found.at) {
            at += 1;
        }
        if let Some(passage) = all.get_mut(at).filter(|passage| passage.tokens.start <= found.at) {
            passage.parts |= bit(found.part);
        }
    });
    for passage in &mut all {
        passage.worth = cover.of(passage.parts);
    }
    all
}

/// The passage of a document that has most of a query; the first of the best.
pub(super) fn best(cover: &Cover, document: u32, all: &[Passage]) -> Passage {
    let mut best = Passage { document, sentences: 0..1, worth: -1.0, ..Passage::default() };
    for (at, passage) in all.iter().enumerate() {
        let mut passage = passage.clone();
        let short = passage.tokens.len() < SHORT;
        if let Some(next) = all.get(at + 1).filter(|next| short && next.block == passage.block) {
            passage.sentences.end = next.sentences.end;
            passage.tokens.end = next.tokens.end;
            passage.worth = cover.of(passage.parts | next.parts);
        }
        if passage.worth > best.worth {
            best = passage;
        }
    }
    best
}

/// The best sentences of some documents, given best first, no two alike.
pub(super) fn answer(index: &Index, documents: &[Vec<Passage>]) -> Vec<Passage> {
    let mut answer: Vec<Passage> = Vec::new();
    while answer.len() < ANSWER {
        // Of equal ones the first of the best document.
        let mut best: Option<&Passage> = None;
        for passage in documents.iter().flatten() {
            let better = passage.worth >= ANSWERS && best.is_none_or(|best| passage.worth > best.worth);
            if better && !answer.iter().any(|taken| alike(index, taken, passage)) {
                best = Some(passage);
            }
        }
        match best {
            Some(best) => answer.push(best.clone()),
            None => break,
        }
    }
    answer
}

fn tokens(index: &Index, passage: &Passage) -> Vec<Token> {
    let all = index.text(passage.document).all();
    all.get(passage.tokens.clone()).unwrap_or_default().to_vec()
}

/// Whether two passages say the same in mostly the same words.
fn alike(index: &Index, one: &Passage, other: &Passage) -> bool {
    let terms =
        |passage| -> Vec<u32> { tokens(index, passage).into_iter().filter_map(Token::term).collect() };
    let (one, other) = (terms(one), terms(other));
    let shared = one.iter().filter(|term| other.contains(term)).count();
    shared as f64 >= ALIKE * one.len().min(other.len()) as f64
}

/// Cites a passage, with the places of all that is found in it.
pub(super) fn cite<'p, D: AsRef<[u8]>>(
    view: &DocumentView<'p, D>,
    index: &Index,
    scanner: &Scanner<'_>,
    passage: &Passage,
) -> Excerpt<'p> {
    let Some(block) = view.record.blocks.get(passage.block) else {
        return Excerpt { span: view.span(passage.block, 0..0), marks: Vec::new() };
    };
    let sentences = block.sentences.get(passage.sentences.clone()).unwrap_or_default();
    let bytes = sentences.first().map_or(0, |first| first.start)..sentences.last().map_or(0, |last| last.end);
    let tokens = tokens(index, passage);
    let mut marked = vec![false; tokens.len()];
    scanner.scan(&tokens, &mut |found| {
        marked.get_mut(found.at..found.at + found.length).unwrap_or_default().fill(true);
    });
    let mut marked = tokens.iter().zip(marked).filter(|(token, _)| token.term().is_some());
    let text = view.text(block);
    // Words are looked for from a space to a space, which is never within a word.
    let space = |byte: &u8| byte.is_ascii_whitespace();
    let before = text.as_bytes().get(..bytes.start).unwrap_or_default();
    let start = before.iter().rposition(space).unwrap_or_default();
    let after = text.as_bytes().get(bytes.end..).unwrap_or_default();
    let end = after.iter().position(space).map_or(text.len(), |space| bytes.end + space);
    let mut marks: Vec<Range<usize>> = Vec::new();
    each_word(
        view.fold(),
        text.get(start..end).unwrap_or_default(),
        is_shouting(view.fold(), text),
        &mut |range, _, _| {
            let range = start + range.start..start + range.end;
            if bytes.contains(&range.start) && marked.next().is_some_and(|(_, marked)| marked) {
                // Words of scripts without spaces overlap.
                match marks.last_mut() {
                    Some(last) if range.start < last.end => last.end = range.end,
                    _ => marks.push(range),
                }
            }
        },
    );
    let marks = view.ranges(passage.block, marks.into_iter());
    Excerpt { span: view.span(passage.block, bytes), marks }
}
