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
mod tokens;

use std::ops::Range;

use crate::api::{TitleFrom, Value};
use crate::pack::documents::Record;
use crate::text::{Fold, each_word, is_shouting};
pub(crate) use catalogue::{Catalogue, Date, Facet};
use interner::Interner;
pub(crate) use lexicon::{Lexicon, sort};
use lexicon::{in_order, list};
pub(crate) use tokens::Token;
use tokens::{Read, Tokens};

/// How much a word of a title counts, where a word of the text counts 1. At 0 titles are not searched; at 1 they are
/// as text. Measured, nDCG@10 on Cranfield and CISI: .525 and .406 at 1, .531 and .411 at 2, .528 and .410 at 3. The
/// first sentence counts as text: at 1.25 and 1.5 two of five collections lost and none gained.
pub(crate) const TITLE_WEIGHT: u32 = 2;

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
    tokens: Tokens,
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
    pub(crate) fn title(&self, document: u32) -> Read<'_> {
        self.field(document * 2)
    }

    /// Tokens of a document's text.
    pub(crate) fn text(&self, document: u32) -> Read<'_> {
        self.field(document * 2 + 1)
    }

    #[inline(never)]
    fn field(&self, number: u32) -> Read<'_> {
        self.tokens.read(list(&self.starts, number))
    }

    /// Lists the documents of every term; `places` has where they begin in the list of all.
    fn post(&mut self, places: &mut [Place]) {
        for document in 0..self.lengths.len() as u32 {
            self.post_document(document, places);
        }
    }

    // A function of its own, so that a browser's better compiler takes it over while documents are still to come.
    #[inline(never)]
    fn post_document(&mut self, document: u32, places: &mut [Place]) {
        let number = document + 1;
        for (field, weight) in [(document * 2, TITLE_WEIGHT), (document * 2 + 1, 1)] {
            for term in self.tokens.read(list(&self.starts, field)).filter_map(Token::term) {
                let place = &mut places[term as usize];
                if place.last == number {
                    let posting = &mut self.postings[place.at as usize - 1];
                    posting.0 = posting.0 & !255 | (posting.count() + weight).min(255);
                } else {
                    self.postings[place.at as usize] = Posting(document << 8 | weight);
                    *place = Place { last: number, at: place.at + 1 };
                }
            }
        }
    }
}

/// What is kept of each term while documents are read.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// The last document that has it, one more than it is.
    last: u32,
    /// How many documents have it; then where the next of them is listed.
    at: u32,
}

/// Reads documents one after another.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    terms: Interner,
    places: Vec<Place>,
    index: Index,
    /// How many terms there may be.
    expected: usize,
}

/// Units of tokens for which there is room from the beginning, for so many bytes of text: as much as tokens and postings
/// take together (measured: 10 units for 24.3 bytes in news), because memory that a browser has once given is never given
/// back, and what the tokens leave over becomes that of the postings.
const ROOM: (usize, usize) = (10, 23);

/// Bytes of text of a term at the least, where room is made for terms that a pack only says to have: a corpus of a few
/// articles has one for 20 bytes (measured), a larger one fewer.
const BYTES_OF_TERM: usize = 16;

impl Builder {
    /// A builder for the corpus that a stems section is of: it has a byte for nearly every term.
    pub(crate) fn expecting(stems: &[u8]) -> Self {
        Self { expected: stems.len(), ..Self::default() }
    }

    /// Takes the next document; `text` is the whole text section of the pack.
    pub(crate) fn add(&mut self, fold: &Fold, record: &Record<'_>, text: &str) {
        if self.index.starts.is_empty() {
            self.index.tokens.reserve(text.len() / ROOM.1 * ROOM.0);
            let terms = self.expected.min(text.len() / BYTES_OF_TERM);
            self.terms.reserve(terms);
            self.places.reserve_exact(terms);
        }
        let mut length = 0;
        self.index.starts.push(self.index.tokens.end());
        // A title cut from the text would count its words twice.
        if record.title_from != TitleFrom::Text {
            length += self.add_words(fold, record.title, &[]) * TITLE_WEIGHT;
        }
        self.index.starts.push(self.index.tokens.end());
        for block in &record.blocks {
            self.index.tokens.push(Token::BLOCK);
            length +=
                self.add_words(fold, text.get(block.text.clone()).unwrap_or_default(), &block.sentences);
        }
        self.index.lengths.push(length);
        self.index.catalogue.add(record);
    }

    /// Adds the words of a title or a block, and tells how many they are.
    fn add_words(&mut self, fold: &Fold, text: &str, sentences: &[Range<usize>]) -> u32 {
        let Self { terms, places, index, .. } = self;
        let document = index.lengths.len() as u32 + 1;
        let mut sentences = sentences.iter();
        let mut start = sentences.next().map_or(usize::MAX, |sentence| sentence.start);
        let (mut count, mut end) = (0, 0);
        each_word(fold, text, is_shouting(fold, text), &mut |range, key, term| {
            while start <= range.start {
                index.tokens.push(Token::SENTENCE);
                start = sentences.next().map_or(usize::MAX, |sentence| sentence.start);
            }
            let first = text.as_bytes().get(range.start).copied().unwrap_or_default();
            let (capital, length) = if first.is_ascii() {
                (first.is_ascii_uppercase(), 1)
            } else {
                let first = text.get(range.start..).and_then(|word| word.chars().next()).unwrap_or_default();
                (fold.get(first).is_some(), first.len_utf8())
            };
            // A unit alone behind others is not in the way of phrases, as an initial is not.
            let single = range.len() == length || range.end == end;
            end = range.end;
            let term = terms.intern(key, term);
            match places.get_mut(term as usize) {
                Some(place) if place.last == document => {}
                Some(place) => *place = Place { last: document, at: place.at + 1 },
                None => places.push(Place { last: document, at: 1 }),
            }
            index.tokens.push(Token::word(term, capital, single));
            count += 1;
        });
        // Sentences without a word keep their number.
        if start < usize::MAX {
            index.tokens.push(Token::SENTENCE);
        }
        sentences.for_each(|_| index.tokens.push(Token::SENTENCE));
        count
    }

    /// Ends the reading: gives back the memory that only it needs. Who is named in which documents can be told now, in that
    /// memory, which the postings will take afterwards.
    pub(crate) fn all_read(mut self) -> Self {
        self.index.starts.push(self.index.tokens.end());
        self.index.tokens.close();
        self.terms = self.terms.closed();
        self
    }

    /// Tells who is named in which documents.
    pub(crate) fn set_entities(&mut self, entities: &[Value<'_>]) {
        self.index.catalogue.entities = Facet::of_values(self.index.documents() as u32, entities);
    }

    /// The index, but for what the stems section has to tell.
    pub(crate) fn close(self) -> Unstemmed {
        let Self { terms, mut places, mut index, .. } = self;
        let mut all = 0;
        for place in &mut places {
            let count = place.at;
            *place = Place { last: 0, at: all };
            all += count;
        }
        index.postings = vec![Posting::default(); all as usize];
        index.post(&mut places);
        // Where the documents of a term end, those of the next one begin.
        index.posting_starts = Vec::with_capacity(places.len() + 1);
        index.posting_starts.push(0);
        places.iter().for_each(|place| index.posting_starts.push(place.at));
        drop(places);
        Unstemmed { sorted: in_order(&terms), terms, index }
    }
}

/// An index without its stems.
#[derive(Debug)]
pub(crate) struct Unstemmed {
    terms: Interner,
    sorted: Vec<u32>,
    index: Index,
}

impl Unstemmed {
    /// The terms in the order of their spellings.
    #[cfg(feature = "build")]
    pub(crate) fn terms(&self) -> impl Iterator<Item = &str> {
        self.sorted.iter().map(|&term| self.terms.get(term))
    }

    /// The whole index; none where the stems section, see [`Lexicon::new`], does not fit the terms.
    pub(crate) fn stemmed(self, stems: &[u8]) -> Option<Index> {
        let lexicon = Lexicon::new(self.terms, self.sorted, stems)?;
        Some(Index { lexicon, ..self.index })
    }
}
