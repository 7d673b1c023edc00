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

use crate::api::{TitleFrom, Value};
use crate::pack::documents::Record;
use crate::text::{Fold, is_shouting, words};
pub(crate) use catalogue::{Catalogue, Date, Facet};
use interner::Interner;
use lexicon::list;
pub(crate) use lexicon::{Lexicon, sort};

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
}

/// What is searched.
#[derive(Debug, Default)]
pub(crate) struct Index {
    lexicon: Lexicon,
    tokens: Vec<Token>,
    /// For each document where its title's tokens begin and where its text's do; at the end, where the last text ends.
    starts: Vec<u32>,
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

    /// Tells who is named in which documents.
    pub(crate) fn set_entities(&mut self, entities: &[Value<'_>]) {
        self.catalogue.entities = Facet::of_values(self.documents() as u32, entities);
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
    #[inline(never)]
    pub(crate) fn postings(&self, term: u32) -> &[Posting] {
        self.postings.get(list(&self.posting_starts, term)).unwrap_or_default()
    }

    /// Tokens of a document's title.
    pub(crate) fn title(&self, document: u32) -> &[Token] {
        self.field(document * 2)
    }

    /// Tokens of a document's text.
    pub(crate) fn text(&self, document: u32) -> &[Token] {
        self.field(document * 2 + 1)
    }

    #[inline(never)]
    fn field(&self, number: u32) -> &[Token] {
        self.tokens.get(list(&self.starts, number)).unwrap_or_default()
    }

    /// Counts the words of every document, and lists the documents of every term.
    fn count(&mut self, terms: u32) {
        // Where the next posting of each term goes: first counted two places on, then moved.
        let mut next = vec![0u32; terms as usize + 2];
        let mut lengths = vec![0; self.starts.len() / 2];
        self.each_word(terms, &mut |term, document, weight, known| {
            next[term + 2] += u32::from(!known);
            lengths[document as usize] += weight;
        });
        for at in 2..next.len() {
            next[at] += next[at - 1];
        }
        let mut postings = vec![Posting::default(); next.last().map_or(0, |&all| all as usize)];
        self.each_word(terms, &mut |term, document, weight, known| {
            let at = &mut next[term + 1];
            if known {
                let posting = &mut postings[*at as usize - 1];
                posting.0 = posting.0 & !255 | (posting.count() + weight).min(255);
            } else {
                postings[*at as usize] = Posting(document << 8 | weight);
                *at += 1;
            }
        });
        next.pop();
        self.posting_starts = next;
        self.postings = postings;
        self.lengths = lengths;
    }

    /// Calls `visit` for every word with its term, its document, what it counts, and whether the document had it before.
    fn each_word(&self, terms: u32, visit: &mut dyn FnMut(usize, u32, u32, bool)) {
        let mut last = vec![0u32; terms as usize];
        for field in 0..self.starts.len() as u32 - 1 {
            let (document, weight) = (field / 2, if field % 2 == 0 { TITLE_WEIGHT } else { 1 });
            for term in self.field(field).iter().filter_map(|token| token.term()) {
                let last = &mut last[term as usize];
                let known = *last == document + 1;
                *last = document + 1;
                visit(term as usize, document, weight, known);
            }
        }
    }
}

/// Reads documents one after another.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    terms: Interner,
    index: Index,
}

impl Builder {
    /// Takes the next document; `text` is the whole text section of the pack.
    pub(crate) fn add(&mut self, fold: &Fold, record: &Record<'_>, text: &str) {
        self.index.starts.push(self.index.tokens.len() as u32);
        // A title cut from the text would count its words twice.
        if record.title_from != TitleFrom::Text {
            self.add_words(fold, record.title, &[]);
        }
        self.index.starts.push(self.index.tokens.len() as u32);
        for block in &record.blocks {
            self.index.tokens.push(Token::BLOCK);
            self.add_words(fold, text.get(block.text.clone()).unwrap_or_default(), &block.sentences);
        }
        self.index.catalogue.add(record);
    }

    fn add_words(&mut self, fold: &Fold, text: &str, sentences: &[Range<usize>]) {
        let mut sentence = 0;
        words(fold, text, is_shouting(fold, text), |range, term| {
            while sentences.get(sentence).is_some_and(|sentence| sentence.start <= range.start) {
                self.index.tokens.push(Token::SENTENCE);
                sentence += 1;
            }
            let first = text.get(range.start..).and_then(|word| word.chars().next()).unwrap_or_default();
            let capital =
                if first.is_ascii() { first.is_ascii_uppercase() } else { fold.get(first).is_some() };
            let term = self.terms.intern(term);
            self.index.tokens.push(Token::word(term, capital, range.len() == first.len_utf8()));
        });
        // Sentences without a word keep their number.
        for _ in sentence..sentences.len() {
            self.index.tokens.push(Token::SENTENCE);
        }
    }

    /// Finishes the index; `stems` is asked for the stems section, see [`Lexicon::new`]. None where that does not fit.
    pub(crate) fn finish(
        self,
        stems: &mut dyn FnMut(&mut dyn Iterator<Item = &str>) -> Vec<u8>,
    ) -> Option<Index> {
        let Self { terms, mut index } = self;
        index.starts.push(index.tokens.len() as u32);
        index.count(terms.len());
        index.lexicon = Lexicon::new(terms, stems)?;
        Some(index)
    }
}
