//! A text as paragraphs, sentences and tokens, each quotation one token.
//!
//! Quoted words are masked before sentences are looked for, so that a quotation of several sentences stands in one
//! sentence with its cue. What stands in brackets is left out: it parts a speaker from his verb.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::{class, classes};
use super::marks::{Marked, marked};
use crate::text::sentences;

/// Longest bracket, in bytes, that is passed over.
const LONGEST_BRACKET: usize = 200;
/// Most tokens of a sentence: what is longer is no prose, and is read as several.
const LONGEST_SENTENCE: usize = 400;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Comma,
    Colon,
    /// A semicolon or a full stop within a sentence.
    Stop,
    Dash,
    /// A quotation, by its number in the paragraph.
    Quote(usize),
}

/// A word, a mark or a quotation, by bytes of the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// Bits of `lexicon::class`.
    pub class: u32,
    pub capital: bool,
    /// Whether it ends in 's or s'.
    pub genitive: bool,
}

impl Token {
    pub fn is(&self, bits: u32) -> bool {
        self.class & bits != 0
    }
}

/// A sentence.
pub(super) struct Sentence {
    pub range: Range<usize>,
    pub tokens: Vec<Token>,
}

/// A paragraph.
pub(super) struct Paragraph {
    pub range: Range<usize>,
    pub quotes: Vec<Marked>,
    pub sentences: Vec<Sentence>,
}

/// Reads the paragraphs of a text.
pub(super) fn paragraphs(text: &str, ranges: &[Range<usize>]) -> Vec<Paragraph> {
    ranges.iter().map(|range| paragraph(text, range.clone())).collect()
}

fn paragraph(text: &str, range: Range<usize>) -> Paragraph {
    let quotes = marked(text, range.clone());
    let masked = mask(text, &range, &quotes);
    let found = sentences(&masked);
    let mut all = Vec::with_capacity(found.len());
    for sentence in found {
        let sentence = range.start + sentence.start..range.start + sentence.end;
        let words = tokens(text, &sentence, &quotes);
        if words.len() <= LONGEST_SENTENCE {
            all.push(Sentence { tokens: words, range: sentence });
            continue;
        }
        for words in words.chunks(LONGEST_SENTENCE) {
            let start = words.first().map_or(sentence.start, |token| token.start);
            let end = words.last().map_or(sentence.end, |token| token.end);
            all.push(Sentence { tokens: words.to_vec(), range: start..end });
        }
    }
    Paragraph { range, quotes, sentences: all }
}

/// The paragraph with x for whatever is quoted, byte for byte, but for a first capital and a last terminator.
fn mask<'t>(text: &'t str, range: &Range<usize>, quotes: &[Marked]) -> Cow<'t, str> {
    if quotes.is_empty() {
        return text.get(range.clone()).unwrap_or_default().into();
    }
    let mut masked = String::with_capacity(range.len());
    let mut at = range.start;
    for quote in quotes {
        masked.push_str(text.get(at..quote.inner.start).unwrap_or_default());
        let inner = text.get(quote.inner.clone()).unwrap_or_default();
        let last = inner.char_indices().next_back().map_or(0, |(last, _)| last);
        for (place, c) in inner.char_indices() {
            if place == last && matches!(c, '.' | '!' | '?' | '…') {
                masked.push(c);
            } else if place == 0 && c.is_uppercase() {
                masked.push('X');
                masked.extend(std::iter::repeat_n('x', c.len_utf8() - 1));
            } else {
                masked.extend(std::iter::repeat_n('x', c.len_utf8()));
            }
        }
        at = quote.inner.end;
    }
    masked.push_str(text.get(at..range.end).unwrap_or_default());
    masked.into()
}

fn tokens(text: &str, sentence: &Range<usize>, quotes: &[Marked]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut number = quotes.partition_point(|quote| quote.outer.end <= sentence.start);
    let mut at = sentence.start;
    while let Some(c) = text.get(at..sentence.end).and_then(|rest| rest.chars().next()) {
        if let Some(quote) = quotes.get(number)
            && at >= quote.outer.start
        {
            let end = quote.outer.end.max(at + c.len_utf8());
            found.push(plain(at, end, Kind::Quote(number)));
            at = end;
            number += 1;
            continue;
        }
        let limit = quotes.get(number).map_or(sentence.end, |quote| quote.outer.start.min(sentence.end));
        let mut end = at + c.len_utf8();
        match c {
            ',' => found.push(plain(at, end, Kind::Comma)),
            ':' => found.push(plain(at, end, Kind::Colon)),
            ';' | '?' | '!' => found.push(plain(at, end, Kind::Stop)),
            '–' | '—' | '―' => found.push(plain(at, end, Kind::Dash)),
            '-' if text.get(..at).is_some_and(|before| before.ends_with([' ', '-'])) => {
                found.push(plain(at, end, Kind::Dash));
            }
            '(' => match bracket(text, at, limit) {
                Some(close) => end = close,
                None => found.push(plain(at, end, Kind::Comma)),
            },
            ')' => found.push(plain(at, end, Kind::Comma)),
            c if c.is_alphanumeric() || matches!(c, '@' | '#' | '$') => {
                end = word_end(text, at, limit);
                let word = word(text, at..end, found.last());
                found.push(word);
            }
            _ => {}
        }
        at = end;
    }
    found
}

fn plain(start: usize, end: usize, kind: Kind) -> Token {
    Token { start, end, kind, class: 0, capital: false, genitive: false }
}

/// Where a bracket that opens at `at` ends, if it closes before `limit`.
fn bracket(text: &str, at: usize, limit: usize) -> Option<usize> {
    let inside = text.get(at..limit)?.char_indices().take_while(|&(length, _)| length < LONGEST_BRACKET);
    inside.filter(|&(_, c)| c == ')').map(|(length, _)| at + length + 1).next()
}

fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let piece = text.get(start..limit).unwrap_or_default();
    let mut chars = piece.char_indices().skip(1).peekable();
    let mut end = piece.chars().next().map_or(0, char::len_utf8);
    let mut stops = false;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let joins =
            matches!(c, '\'' | '’' | '-' | '.' | '&' | '/') && next.is_some_and(char::is_alphanumeric);
        if c.is_alphanumeric() || joins {
            end = at + c.len_utf8();
            stops |= c == '.';
        } else {
            // U.S., J., Mr.: the stop belongs to the word.
            let word = piece.get(..end).unwrap_or_default();
            let short = stops || word.chars().count() == 1 && word.starts_with(char::is_uppercase);
            let titled = word.chars().count() < 5
                && word.starts_with(char::is_uppercase)
                && classes(word, true, false) & (class::TITLE | class::ADDRESS) != 0;
            if c == '.' && (short || titled) {
                end = at + 1;
            } else if matches!(c, '\'' | '’') && word.ends_with('s') && next.is_none_or(char::is_whitespace)
            {
                end = at + c.len_utf8();
            }
            break;
        }
    }
    start + end
}

fn word(text: &str, range: Range<usize>, before: Option<&Token>) -> Token {
    let written = text.get(range.clone()).unwrap_or_default();
    let capital = written.starts_with(|c: char| c.is_uppercase() || matches!(c, '@' | '#'));
    let genitive = ["'s", "’s", "s'", "s’"].iter().any(|ending| written.ends_with(ending));
    let mut bits =
        classes(written, capital, before.is_none_or(|token| !matches!(token.kind, Kind::Word | Kind::Comma)));
    if before.is_some_and(|token| token.genitive || token.is(class::DETERMINER)) {
        // The report, his call, the disgraced governor: no verbs.
        let past = bits & (class::SPEECH | class::VERDICT) != 0
            && bits & class::UTTERANCE == 0
            && before.is_some_and(|token| token.genitive);
        if !past {
            bits &= !(class::SPEECH | class::VERDICT | class::VERB);
        }
    } else if bits & class::UTTERANCE != 0 && before.is_some_and(|token| token.is(class::VERB | class::CUE))
        || before.is_some_and(|token| {
            token.is(class::PREPOSITION) && !token.is(class::ADVERB) && !token.is(class::SUBORDINATOR)
        })
    {
        bits &= !(class::SPEECH | class::VERDICT);
    }
    Token { start: range.start, end: range.end, kind: Kind::Word, class: bits, capital, genitive }
}
