//! The query language: what a reader types, taken apart.
//!
//! ```text
//! query  := part*                          parted by spaces
//! part   := ["-"] term                     "-": not
//!         | term ("OR" term)+              any of them, and at least one
//!         | field ":" value
//! term   := words | '"' words '"'          in quotes: just so, one after another
//! field  := source | tag | person | before | after | on
//! ```
//!
//! Any string is a query. What looks like a part of the language but cannot be one (a quote that is not closed, a day
//! that is none) is taken as words, and told as [`Query::unread`].

use std::ops::Range;

use crate::index::Date;
use crate::text::{Fold, is_stop_word, words};

/// Most different words of a query that are looked up; a longer one is a text, and its first words tell what it is
/// about.
const WORDS: usize = 512;

/// A query of more parts than this is a text, not a question in the query language: all of it is words.
pub(super) const TEXT: usize = 32;

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'q> {
    /// As typed.
    pub typed: &'q str,
    /// Its term.
    pub term: String,
}

/// What a part of a query asks of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// The more, the better.
    Should,
    /// Not without it.
    Must,
    /// Not with it.
    Not,
    /// Not without it, as the name of a person.
    Person,
    /// Its outlet has these words.
    Source,
    /// One of its tags has these words.
    Tag,
    /// It names an entity of exactly this name, or where there is none, one whose name has these words.
    Name,
    /// It is of a day before this one,
    Before(Date),
    /// after it,
    After(Date),
    /// of it.
    On(Date),
}

impl Demand {
    /// Whether it asks for words of the text.
    pub(super) fn asks_words(self) -> bool {
        matches!(self, Self::Should | Self::Must | Self::Not | Self::Person)
    }
}

/// One part of a query: words just so, one after another, where they are several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part<'q> {
    pub demand: Demand,
    pub words: Vec<Word<'q>>,
    /// Whether the part before will do as well.
    pub or: bool,
    /// How often the query has it; its score counts so often.
    pub repeats: u32,
}

impl<'q> Part<'q> {
    /// Its word, where it is one that a document should have.
    pub(super) fn single(&self) -> Option<&Word<'q>> {
        match (&self.words[..], self.demand) {
            ([word], Demand::Should) => Some(word),
            _ => None,
        }
    }
}

/// A query, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query<'q> {
    pub parts: Vec<Part<'q>>,
    /// Parts that look like something else than words but could only be taken as words.
    pub unread: Vec<&'q str>,
    /// Whether the last part is a word that may be the beginning of a longer one.
    pub open: bool,
}

/// The length of the quotation mark that a text begins with, 0 where it does not.
fn quote(text: &str) -> usize {
    ["\"", "\u{201C}", "\u{201D}"].iter().find(|mark| text.starts_with(**mark)).map_or(0, |mark| mark.len())
}

/// The next part: a run without spaces, or up to the end of its quotes; and whether it is sound.
fn next_part(query: &str, from: usize) -> (Range<usize>, bool) {
    let mut at = from;
    let mut end = from;
    let mut quoted = false;
    while let Some(&byte) = query.as_bytes().get(at) {
        let mark = query.get(at..).map_or(0, quote);
        quoted ^= mark > 0;
        at += mark.max(1);
        if byte.is_ascii_whitespace() && !quoted {
            return (from..at - 1, true);
        }
        if byte.is_ascii_whitespace() && end == from {
            end = at - 1;
        }
    }
    // Not closed: the part ends where any other would.
    (from..if quoted && end > from { end } else { at }, !quoted)
}

/// How many words parted by spaces a query has.
fn word_count(query: &str) -> usize {
    let (mut count, mut space) = (0, true);
    for byte in query.bytes() {
        count += usize::from(space && !byte.is_ascii_whitespace());
        space = byte.is_ascii_whitespace();
    }
    count
}

/// Reads a query; with `prefix` its last word may be the beginning of a longer one.
pub(super) fn parse<'q>(fold: &Fold, query: &'q str, prefix: bool) -> Query<'q> {
    let mut parsed = Query::default();
    let mut at = 0;
    if word_count(query) > TEXT {
        parsed.add_words(terms(fold, query));
        at = query.len();
    }
    // Whether the part before may be one of several, and whether this part is another of them.
    let (mut term, mut or) = (false, false);
    while at < query.len() {
        let (range, sound) = next_part(query, at);
        let part = query.get(range.clone()).unwrap_or_default();
        at = range.end + 1;
        let rest = query.get(at..).unwrap_or_default().trim_ascii_start();
        if part.is_empty() {
            continue;
        }
        if part == "OR" && query.trim_ascii() != part {
            or = term && !rest.is_empty();
            if !or {
                parsed.unread.push(part);
            }
            continue;
        }
        let mut words = terms(fold, part);
        let demand = if sound { read(fold, part, &mut words) } else { None };
        if demand.is_none() {
            parsed.unread.push(part);
        }
        let demand = demand.unwrap_or(Demand::Should);
        term = !words.is_empty() && matches!(demand, Demand::Should | Demand::Must);
        let first = rest.strip_prefix("OR").is_some_and(|after| {
            after.bytes().next().is_some_and(|byte| byte.is_ascii_whitespace())
                && !after.trim_ascii().is_empty()
        });
        if demand == Demand::Should && !(first || or) {
            parsed.add_words(words);
        } else if !words.is_empty() {
            let demand = if demand == Demand::Should { Demand::Must } else { demand };
            parsed.parts.push(Part { demand, words, or: or && term, repeats: 1 });
        }
        or = false;
    }
    let last = parsed.parts.last().and_then(Part::single);
    let end = |text: &str| text.as_ptr() as usize + text.len();
    parsed.open = prefix && last.is_some_and(|word| end(word.typed) == end(query));
    parsed.drop_stop_words(fold);
    parsed
}

fn terms<'q>(fold: &Fold, text: &'q str) -> Vec<Word<'q>> {
    let mut all = Vec::new();
    words(fold, text, false, |range, term| {
        all.push(Word { typed: text.get(range).unwrap_or_default(), term: term.to_owned() });
    });
    all
}

/// What a part asks, none where it looks like the language but is not of it; leaves in `words` those that it asks for.
fn read<'q>(fold: &Fold, part: &'q str, words: &mut Vec<Word<'q>>) -> Option<Demand> {
    if part.len() > 1 && part.starts_with('-') {
        return Some(Demand::Not);
    }
    if quote(part) > 0 {
        return Some(Demand::Must);
    }
    let Some(colon) = part.bytes().position(|byte| byte == b':') else { return Some(Demand::Should) };
    let value = part.get(colon + 1..).unwrap_or_default();
    let date = Date::read(value);
    let demand = match part.get(..colon).unwrap_or_default() {
        "source" => Some(Demand::Source),
        "tag" => Some(Demand::Tag),
        "name" => Some(Demand::Name),
        "person" => Some(Demand::Person),
        "before" => date.map(Demand::Before),
        "after" => date.map(Demand::After),
        "on" => date.map(Demand::On),
        _ => return Some(Demand::Should),
    }?;
    let asked = terms(fold, value);
    if asked.is_empty() {
        return None;
    }
    *words = asked;
    Some(demand)
}

impl<'q> Query<'q> {
    fn add_words(&mut self, words: Vec<Word<'q>>) {
        for word in words {
            let mut same = self
                .parts
                .iter_mut()
                .filter(|part| part.single().is_some_and(|known| known.term == word.term));
            if let Some(known) = same.next() {
                known.repeats += 1;
            } else if self.parts.len() < WORDS {
                self.parts.push(Part { demand: Demand::Should, words: vec![word], or: false, repeats: 1 });
            }
        }
    }

    /// Leaves out words that say nothing of a subject where another part does, but for the word being typed.
    fn drop_stop_words(&mut self, fold: &Fold) {
        let silent = |part: &Part<'_>| part.single().is_some_and(|word| is_stop_word(fold, &word.term));
        if !self.parts.iter().all(|part| silent(part) || !part.demand.asks_words()) {
            let last = self.parts.len() - usize::from(self.open);
            let mut at = 0;
            self.parts.retain(|part| {
                at += 1;
                at > last || !silent(part)
            });
        }
    }
}
