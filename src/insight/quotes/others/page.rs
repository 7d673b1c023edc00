//! A paragraph of another language than English as tokens, each quotation one.

use std::ops::Range;

use super::words::{class, classes};
use crate::insight::grammar::Grammar;
use crate::insight::quotes::marks::Marked;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Comma,
    Colon,
    /// The end of a sentence.
    Stop,
    /// A dash, a bracket.
    Aside,
    /// A quotation, by its number in the paragraph.
    Quote(usize),
}

/// A token at its place, in bytes of the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// Bits of `words::class`.
    pub class: u16,
    pub capital: bool,
}

impl Token {
    pub fn is(&self, bits: u16) -> bool {
        self.class & bits != 0
    }
}

/// Cuts a paragraph.
pub(super) fn tokens(grammar: Grammar, text: &str, range: &Range<usize>, quotes: &[Marked]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut quotes = quotes.iter().enumerate().peekable();
    let mut at = range.start;
    while let Some(c) = text.get(at..range.end).and_then(|rest| rest.chars().next()) {
        if let Some((number, quote)) = quotes.next_if(|(_, quote)| quote.outer.start <= at) {
            let end = quote.outer.end.max(at + c.len_utf8());
            found.push(mark(at..end, Kind::Quote(number)));
            at = end;
            continue;
        }
        let end = at + c.len_utf8();
        let kind = match c {
            ',' | '،' => Some(Kind::Comma),
            ':' => Some(Kind::Colon),
            '.' | '!' | '?' | ';' | '؟' | '؛' | '…' => Some(Kind::Stop),
            '–' | '—' | '(' | ')' | '[' | ']' => Some(Kind::Aside),
            c if c.is_whitespace() || matches!(c, '\'' | '’') => None,
            _ => Some(Kind::Aside),
        };
        if c.is_alphanumeric() {
            let end = word_end(text, at, range.end);
            let written = text.get(at..end).unwrap_or_default();
            found.push(Token {
                start: at,
                end,
                kind: Kind::Word,
                class: classes(grammar, written),
                capital: written.starts_with(char::is_uppercase) && !written.contains(char::is_numeric),
            });
            at = end;
            continue;
        }
        // The stop of "Dr." and of a day ends no sentence.
        let short = found.last().is_some_and(|last| {
            last.kind == Kind::Word
                && last.end == at
                && c == '.'
                && (last.is(class::TITLE) && last.end - last.start < 4
                    || text.get(last.start..last.end).is_some_and(|word| {
                        word.len() < 3 && word.chars().all(|c| c.is_numeric() || c.is_uppercase())
                    }))
        });
        if let Some(kind) = kind.filter(|_| !short) {
            found.push(mark(at..end, kind));
        }
        at = end;
    }
    found
}

fn mark(range: Range<usize>, kind: Kind) -> Token {
    Token { start: range.start, end: range.end, kind, class: 0, capital: false }
}

/// Where a word ends: a hyphen joins its parts; an apostrophe parts "l'État", "d'après".
fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let piece = text.get(start..limit).unwrap_or_default();
    let mut chars = piece.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let vowel = matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}');
        let joins = matches!(c, '-' | '‑') && next.is_some_and(char::is_alphanumeric);
        if !(c.is_alphanumeric() || vowel || joins) {
            break;
        }
        end = at + c.len_utf8();
    }
    start + end
}
