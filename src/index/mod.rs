//! The index of a briefing, derived from its text when it is opened: the words of every document in order, and for
//! every term the documents that have it.
//!
//! A pack holds no index. Deriving one takes some 10 ms a megabyte of text, about what fetching, decompressing and
//! checking a stored one would take, and saves a third of the bytes; and words in order are what phrases, closeness,
//! excerpts and answers are found by.

mod catalogue;
mod interner;
mod lexicon;
#[cfg(all(test, feature = "build"))]
mod tests;

use std::ops::Range;

use crate::api::TitleFrom;
use crate::pack::documents::Record;
use crate::text::{Fold, is_shouting, words};
pub(crate) use catalogue::{Catalogue, Date, Facet};
pub(crate) use lexicon::Lexicon;
use lexicon::{Collector, list};

/// How much a word of a title counts, where a word of the text counts 1. At 0 titles are not searched; at 1 they are
/// as text. Measured, nDCG@10 on Cranfield and CISI: .525 and .406 at 1, .531 and .411 at 2, .528 and .410 at 3. The
/// first sentence counts as text: at 1.25 and 1.5 two of five collections lost and none gained.
pub(crate) const TITLE_WEIGHT: u32 = 2;

/// One place in the words of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token(u32);

impl Token {
    /// A sentence begins.
    pub(crate) const SENTENCE: Self = Self(0);
    /// The title ends, or a block of the text.
    pub(crate) const BLOCK: Self = Self(1);

    fn word(term: u32, capital: bool, single: bool) -> Self {
        Self((term + 1) << 2 | u32::from(capital && single) << 1 | u32::from(capital))
    }

    /// The term that stands here; none where a sentence or a block begins.
    pub(crate) fn term(self) -> Option<u32> {
        (self.0 >> 2).checked_sub(1)
    }

    /// Whether a word of one letter stands here that is written as a capital.
    pub(crate) fn is_initial(self) -> bool {
        self.0 & 2 == 2
    }

    /// Whether the word is written with a capital.
    pub(crate) fn is_capital(self) -> bool {
        self.0 & 1 == 1
    }
}

/// A document that has a term, in 24 bits ([`crate::pack::MOST_DOCUMENTS`]), and how often, in eight: the words of the
/// title counted [`TITLE_WEIGHT`] times, at most 255.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Posting(u32);

impl Posting {
    pub(crate) fn document(self) -> u32 {
        self.0 >> 8
    }

    pub(crate) fn count(self) -> u32 {
        self.0 & 255
    }

    fn add(&mut self, count: u32) {
        self.0 = self.0 & !255 | (self.count() + count).min(255);
    }
}

/// What is searched.
#[derive(Debug, Default)]
pub(crate) struct Index {
    lexicon: Lexicon,
    tokens: Vec<Token>,
    /// For each document where its title's tokens and its text's begin; at the end, where the last text ends.
    starts: Vec<[u32; 2]>,
    /// Words of each document, the title's counted as in a posting.
    lengths: Vec<u32>,
    postings: Vec<Posting>,
    /// Where the postings of each term begin, and where the last end.
    posting_starts: Vec<u32>,
    catalogue: Catalogue,
}

impl Index {
    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub(crate) fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Number of documents.
    pub(crate) fn documents(&self) -> usize {
        self.lengths.len()
    }

    pub(crate) fn lengths(&self) -> &[u32] {
        &self.lengths
    }

    /// The documents that have a term, in order.
    pub(crate) fn postings(&self, term: u32) -> &[Posting] {
        self.postings.get(list(&self.posting_starts, term)).unwrap_or_default()
    }

    /// Tokens of a document's title.
    pub(crate) fn title(&self, document: u32) -> &[Token] {
        let [from, to] = self.starts.get(document as usize).copied().unwrap_or_default();
        self.tokens.get(from as usize..to as usize).unwrap_or_default()
    }

    /// Tokens of a document's text.
    pub(crate) fn text(&self, document: u32) -> &[Token] {
        let at = document as usize;
        let end = |at: usize, which: usize| self.starts.get(at).map_or(0, |starts| starts[which] as usize);
        let range: Range<usize> = end(at, 1)..end(at + 1, 0);
        self.tokens.get(range).unwrap_or_default()
    }
}

/// Reads documents one after another.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    terms: Collector,
    index: Index,
    /// For each term the last document that had it, one more than it is, and how many had it.
    seen: Vec<[u32; 2]>,
}

impl Builder {
    /// Takes the next document; `text` is the whole text section of the pack.
    pub(crate) fn add(&mut self, fold: &Fold, record: &Record<'_>, text: &str) {
        let start = self.index.tokens.len();
        // A title cut from the text would count its words twice.
        if record.title_from != TitleFrom::Text {
            self.add_words(fold, record.title, &[]);
        }
        let title_end = self.index.tokens.len();
        for block in &record.blocks {
            self.index.tokens.push(Token::BLOCK);
            self.add_words(fold, text.get(block.text.clone()).unwrap_or_default(), &block.sentences);
        }
        let words = |tokens: &[Token]| tokens.iter().filter(|token| token.term().is_some()).count() as u32;
        let (title, body) = (self.index.tokens.get(start..title_end), self.index.tokens.get(title_end..));
        let length = words(title.unwrap_or_default()) * TITLE_WEIGHT + words(body.unwrap_or_default());
        self.index.catalogue.add(record);
        self.index.lengths.push(length);
        self.index.starts.push([start as u32, title_end as u32]);
    }

    fn add_words(&mut self, fold: &Fold, text: &str, sentences: &[Range<usize>]) {
        let document = self.index.lengths.len() as u32 + 1;
        let mut coming = sentences.iter().map(|sentence| sentence.start).peekable();
        words(fold, text, is_shouting(fold, text), |range, term| {
            while coming.next_if(|&start| start <= range.start).is_some() {
                self.index.tokens.push(Token::SENTENCE);
            }
            let term = self.terms.number(term);
            if self.seen.len() <= term as usize {
                self.seen.resize(term as usize + 1, [0, 0]);
            }
            if let Some([last, count]) = self.seen.get_mut(term as usize)
                && *last != document
            {
                *last = document;
                *count += 1;
            }
            let first = text.get(range.start..).and_then(|word| word.chars().next()).unwrap_or_default();
            let capital =
                if first.is_ascii() { first.is_ascii_uppercase() } else { fold.get(first).is_some() };
            self.index.tokens.push(Token::word(term, capital, range.len() == first.len_utf8()));
        });
        // Sentences without a word keep their number.
        self.index.tokens.extend(coming.map(|_| Token::SENTENCE));
    }

    /// Lists the documents of every term.
    pub(crate) fn finish(self) -> Index {
        let Self { terms, mut index, seen, .. } = self;
        index.starts.push([index.tokens.len() as u32; 2]);
        let mut sum = 0;
        index.posting_starts.push(0);
        for [_, count] in &seen {
            sum += count;
            index.posting_starts.push(sum);
        }
        index.postings = vec![Posting::default(); sum as usize];
        let mut next = index.posting_starts.clone();
        for document in 0..index.lengths.len() as u32 {
            let title = index.starts.get(document as usize).copied().unwrap_or_default();
            let end = index.starts.get(document as usize + 1).copied().unwrap_or_default();
            for (range, weight) in [(title[0]..title[1], TITLE_WEIGHT), (title[1]..end[0], 1)] {
                let tokens = index.tokens.get(range.start as usize..range.end as usize).unwrap_or_default();
                for term in tokens.iter().filter_map(|token| token.term()) {
                    let Some(next) = next.get_mut(term as usize) else { continue };
                    let first = index.posting_starts.get(term as usize).copied().unwrap_or_default();
                    let last = next.checked_sub(1).filter(|&last| last >= first);
                    match last.and_then(|last| index.postings.get_mut(last as usize)) {
                        Some(posting) if posting.document() == document => posting.add(weight),
                        _ => {
                            if let Some(posting) = index.postings.get_mut(*next as usize) {
                                *posting = Posting(document << 8 | weight);
                            }
                            *next += 1;
                        }
                    }
                }
            }
        }
        index.lexicon = terms.finish();
        index
    }
}
