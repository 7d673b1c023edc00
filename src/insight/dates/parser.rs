//! The walk over the tokens, and what all rules share: looking at tokens, reading numbers, settling on a day.

use std::cell::Cell;

use super::calendar::Period;
use super::civil::Day;
use super::lex::{Key, Sense, Token, tokens};
use super::mention::{Basis, Date, DateMention, Part, Unit, Value};
use super::others;
use super::pattern::Pattern;
use super::settle::Thread;
use crate::insight::grammar::Grammar;

/// How deep an expression may stand in another ("the first week after Christmas of last year" is 3).
const DEEPEST: u8 = 4;

/// What an expression means before it is given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// These days.
    Known(Period),
    /// One of many, to be settled.
    Pattern(Pattern),
    /// Days found by counting: "two weeks from May 20".
    Counted(Period),
    /// From the one to the other.
    Between(Period, Period),
    /// So many units next to the day of publication.
    Stretch(Period, u32),
    /// Neither on the calendar nor depending on it.
    Off(Value),
    /// Relative to a day that is not known.
    Unresolved,
}

/// A reading of the tokens from some place up to `end`.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub shape: Shape,
    pub end: usize,
    pub basis: Basis,
    pub part: Option<Part>,
    /// The very day that counting gave, where the period is less exact.
    pub exact: Option<Day>,
}

impl Reading {
    pub fn explicit(shape: Shape, end: usize) -> Self {
        Self { shape, end, basis: Basis::Explicit, part: None, exact: None }
    }

    pub fn relative(shape: Shape, end: usize) -> Self {
        Self { basis: Basis::Relative, ..Self::explicit(shape, end) }
    }

    /// A relative period; without one, relative to something not known.
    pub fn resolved(period: Option<Period>, end: usize) -> Self {
        Self::relative(period.map_or(Shape::Unresolved, Shape::Known), end)
    }
}

pub(super) struct Parser<'a> {
    grammar: Grammar,
    text: &'a str,
    pub tokens: Vec<Token>,
    /// First day of the date of publication, and how exact that is.
    pub now: Option<(Day, Unit)>,
    /// What has been named before.
    pub thread: Thread,
    depth: Cell<u8>,
}

impl<'a> Parser<'a> {
    pub fn new(grammar: Grammar, text: &'a str, published: Option<Date>, thread: Thread) -> Self {
        let now = published.and_then(|date| {
            let unit = match (date.month(), date.day()) {
                (_, Some(_)) => Unit::Day,
                (Some(_), None) => Unit::Month,
                (None, None) => Unit::Year,
            };
            Some((date.first_day()?, unit))
        });
        let tokens = match grammar.built() {
            Grammar::English => tokens(text),
            _ => others::tokens(grammar, text),
        };
        Self { grammar, text, tokens, now, thread, depth: Cell::new(0) }
    }

    /// Whose rules read the text.
    pub fn grammar(&self) -> Grammar {
        self.grammar.built()
    }

    /// All expressions of the text, and what it has named last.
    pub fn mentions(mut self) -> (Vec<DateMention>, Thread) {
        let mut all = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let found = match self.grammar() {
                Grammar::English => self.range(at),
                _ => self.other_range(at),
            };
            match found.filter(|reading| reading.end > at) {
                Some(reading) => {
                    let next = reading.end;
                    if !self.is_name(at, next) && !self.is_observed(&reading) {
                        all.extend(self.mention(at, reading));
                    }
                    at = next;
                }
                None => at += 1,
            }
        }
        let thread = self.thread.behind(self.tokens.len());
        (all, thread)
    }

    /// Whether a street, a school or a movement is named after a day, which is then no news: 9 July Avenue, rue du 8 mai 1945.
    fn is_name(&self, at: usize, end: usize) -> bool {
        if self.grammar() == Grammar::English {
            return self.key(end, Key::Named) && self.capital(end);
        }
        self.preceded(at - usize::from(self.preceded(at, &[Key::Of])), &[Key::Named])
    }

    /// Whether a day of no year is told to be a holiday, which is every year: July 14 is a holiday.
    fn is_observed(&self, day: &Reading) -> bool {
        matches!(day.shape, Shape::Pattern(Pattern::MonthDay(..)))
            && self.any(day.end, &[Key::Be, Key::Holiday])
            && (day.end..day.end + 5).any(|at| self.key(at, Key::Holiday))
    }

    /// The day of publication, where it is known as exactly as that unit needs.
    pub fn now(&self, unit: Unit) -> Option<Day> {
        self.now.filter(|(_, exact)| *exact <= unit).map(|(day, _)| day)
    }

    /// Runs a rule inside of another one; too deep, it finds nothing.
    pub fn deeper<T>(&self, rule: impl FnOnce() -> Option<T>) -> Option<T> {
        let depth = self.depth.get();
        if depth >= DEEPEST {
            return None;
        }
        self.depth.set(depth + 1);
        let found = rule();
        self.depth.set(depth);
        found
    }

    pub fn sense(&self, at: usize) -> Sense {
        self.tokens.get(at).map_or(Sense::Mark('\n'), |token| token.sense)
    }

    pub fn key(&self, at: usize, key: Key) -> bool {
        self.sense(at) == Sense::Key(key)
    }

    /// Whether one of them stands there.
    pub fn any(&self, at: usize, keys: &[Key]) -> bool {
        matches!(self.sense(at), Sense::Key(key) if keys.contains(&key))
    }

    /// Whether one of them stands right before.
    pub fn preceded(&self, at: usize, keys: &[Key]) -> bool {
        at > 0 && self.any(at - 1, keys)
    }

    pub fn mark(&self, at: usize, mark: char) -> bool {
        self.sense(at) == Sense::Mark(mark)
    }

    pub fn skip(&self, at: usize, key: Key) -> usize {
        at + usize::from(self.key(at, key))
    }

    pub fn skip_mark(&self, at: usize, mark: char) -> usize {
        at + usize::from(self.mark(at, mark))
    }

    /// The place behind "'s".
    pub fn skip_possessive(&self, at: usize) -> usize {
        if self.mark(at, '\'') && self.glued(at) {
            at + 1 + usize::from(self.key(at + 1, Key::S) && self.glued(at + 1))
        } else {
            at
        }
    }

    pub fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    pub fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    /// Whether a token is a word, given in small letters.
    pub fn is_word(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether a token is the end of a sentence, as far as marks tell.
    pub fn ends_sentence(&self, at: usize) -> bool {
        match self.sense(at) {
            Sense::Mark('!' | '?' | ';' | '\n') => true,
            Sense::Mark('.') => {
                !self.glued(at + 1) && self.capital(at + 1) && self.word(at.wrapping_sub(1)).len() > 3
            }
            _ => false,
        }
    }

    /// A number in digits that is no part of a larger one, of a sum or of a code.
    pub fn digits(&self, at: usize) -> Option<(u32, u8)> {
        let Sense::Number(value, length) = self.sense(at) else { return None };
        let glued_digits = |mark: usize, digits: usize| {
            matches!(self.sense(mark), Sense::Mark('.' | ',' | ':'))
                && matches!(self.sense(digits), Sense::Number(..))
        };
        let behind = self.glued(at + 1) && self.glued(at + 2) && glued_digits(at + 1, at + 2);
        let before = at > 1 && self.glued(at) && self.glued(at - 1) && glued_digits(at - 1, at - 2);
        let sum = at > 0 && matches!(self.sense(at - 1), Sense::Mark('$' | '£' | '€' | '#' | '+'));
        let share = matches!(self.sense(at + 1), Sense::Mark('%'));
        (!(behind || before || sum || share)).then_some((value, length))
    }

    /// A number in digits or words, up to 99 in words, and the place behind it.
    pub fn number(&self, at: usize) -> Option<(u32, usize)> {
        if let Some((value, length)) = self.digits(at) {
            return (length <= 4).then_some((value, at + 1));
        }
        let Sense::Cardinal(value) = self.sense(at) else { return None };
        // "Hundred days", "two hundred years".
        if value >= 100 {
            return self.preceded(at, &[Key::A]).then_some((value, at + 1));
        }
        if let Sense::Cardinal(size @ (100 | 1000)) = self.sense(at + 1) {
            return Some((value * size, at + 2));
        }
        if value >= 20 {
            let next = self.skip_mark(at + 1, '-');
            if let Sense::Cardinal(unit @ 1..=9) = self.sense(next) {
                return Some((value + unit, next + 1));
            }
        }
        Some((value, at + 1))
    }

    /// An ordinal number and the place behind it.
    pub fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
        match self.sense(at) {
            Sense::Ordinal(value) => Some((value, at + 1)),
            Sense::Cardinal(tens @ (20 | 30)) => {
                let next = self.skip_mark(at + 1, '-');
                match self.sense(next) {
                    Sense::Ordinal(unit @ 1..=9) => Some((tens + unit, next + 1)),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}
