//! The walk over the tokens, and what all rules share: looking at tokens, reading numbers, settling on a day.

use std::cell::Cell;

use jiff::civil::Date as Day;

use super::calendar::{Period, after};
use super::lex::{Key, Sense, Token, tokens};
use super::mention::{Basis, Bound, Date, DateMention, Part, Unit, Value};
use super::pattern::{Pattern, Tense};

/// How deep an expression may stand in another ("the first week after Christmas of last year" is 3).
const DEEPEST: u8 = 4;
/// How many tokens back words that look ahead may stand: most clauses are shorter.
const CLAUSE: usize = 24;

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
    text: &'a str,
    pub tokens: Vec<Token>,
    /// First day of the date of publication, and how exact that is.
    now: Option<(Day, Unit)>,
    /// The date named last.
    pub anchor: Option<Period>,
    depth: Cell<u8>,
}

impl<'a> Parser<'a> {
    pub fn new(text: &'a str, published: Option<Date>) -> Self {
        let now = published.and_then(|date| {
            let unit = match (date.month(), date.day()) {
                (_, Some(_)) => Unit::Day,
                (Some(_), None) => Unit::Month,
                (None, None) => Unit::Year,
            };
            Some((date.first_day()?, unit))
        });
        Self { text, tokens: tokens(text), now, anchor: None, depth: Cell::new(0) }
    }

    /// All expressions of the text.
    pub fn mentions(mut self) -> Vec<DateMention> {
        let mut all = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.range(at).filter(|reading| reading.end > at) {
                Some(reading) => {
                    let next = reading.end;
                    all.extend(self.mention(at, reading));
                    at = next;
                }
                None => at += 1,
            }
        }
        all
    }

    fn mention(&mut self, at: usize, mut reading: Reading) -> Option<DateMention> {
        let span = self.tokens.get(at)?.start..self.tokens.get(reading.end - 1)?.end;
        if let Shape::Pattern(pattern) = &reading.shape {
            reading.basis = Basis::Relative;
            reading.shape = self.settled(pattern, at).map_or(Shape::Unresolved, Shape::Known);
        }
        let (value, days) = match reading.shape {
            Shape::Known(period) => {
                self.anchor = Some(period);
                let value = match Date::of_period(period) {
                    Some(date) => Value::Date(date),
                    None => {
                        let (start, end) = Date::edges(period)?;
                        match period.unit {
                            Unit::Day => Value::Range { start, end },
                            unit => Value::Period { unit, start, end },
                        }
                    }
                };
                let days = match reading.exact.and_then(Period::day) {
                    Some(day) => day,
                    None => self.told(part_of(period, reading.part)?, period, reading.part),
                };
                (Some(value), Some(days))
            }
            Shape::Counted(period) => {
                let (start, end) = Date::edges(Period { unit: Unit::Day, ..period })?;
                (Some(Value::Period { unit: period.unit, start, end }), Some(period))
            }
            Shape::Between(start, end) => {
                self.anchor = Some(start);
                let value = Value::Range { start: Date::edges(start)?.0, end: Date::edges(end)?.1 };
                (Some(value), Some(Period { end: end.end, ..start }))
            }
            Shape::Stretch(period, count) => {
                let (start, end) = Date::edges(Period { unit: Unit::Day, ..period })?;
                (Some(Value::Stretch { count, unit: period.unit, start, end }), Some(period))
            }
            Shape::Off(value) => (Some(value), None),
            Shape::Pattern(_) | Shape::Unresolved => (None, None),
        };
        let days = days.and_then(|days| Date::edges(Period { unit: Unit::Day, ..days }));
        let bound = self.bound(at, reading.end);
        Some(DateMention { span, value, basis: reading.basis, part: reading.part, bound, days })
    }

    /// The early part of what is still going on ends now: "earlier this year".
    fn told(&self, part: Period, whole: Period, which: Option<Part>) -> Period {
        match self.now(Unit::Day) {
            Some(now) if which == Some(Part::Early) && whole.holds(now) && part.start < now => {
                Period { end: now.max(part.start), ..part }
            }
            _ => part,
        }
    }

    /// The day of publication, where it is known as exactly as that unit needs.
    pub fn now(&self, unit: Unit) -> Option<Day> {
        self.now.filter(|(_, exact)| *exact <= unit).map(|(day, _)| day)
    }

    /// Which occurrence is meant at that place.
    fn settled(&self, pattern: &Pattern, at: usize) -> Option<Period> {
        let tense = self.tense(at);
        if let Some((day, exact)) = self.now {
            return match (pattern, exact) {
                (Pattern::Weekday(_) | Pattern::DayOfMonth(_) | Pattern::WeekdayOfMonth(..), Unit::Day)
                | (_, Unit::Day) => pattern.meant(day, tense),
                (Pattern::DayOfMonth(_), Unit::Month) => pattern.inside(Period::around(day, Unit::Month)?),
                (_, Unit::Month) => pattern.meant(day, tense),
                _ => pattern.in_year(day.year()),
            };
        }
        let anchor = self.anchor?;
        match pattern {
            Pattern::Weekday(_) | Pattern::DayOfMonth(_) | Pattern::WeekdayOfMonth(..)
                if anchor.unit > Unit::Month =>
            {
                None
            }
            _ => pattern.inside(Period::around(anchor.start, Unit::Year)?),
        }
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

    /// Whether the words before a place, in the same sentence, look ahead or back; the nearest word decides.
    pub fn tense(&self, at: usize) -> Tense {
        if self.preceded(at, &[Key::Until, Key::By]) {
            return Tense::Ahead;
        }
        if self.preceded(at, &[Key::Since]) {
            return Tense::Back;
        }
        for at in self.clause_before(at) {
            match self.sense(at) {
                Sense::Key(Key::Future) => return Tense::Ahead,
                Sense::Key(Key::Was) | Sense::Other if self.is_past(at) => {
                    // "To be held", "will be announced".
                    return if self.is_word(at.wrapping_sub(1), "be") { Tense::Ahead } else { Tense::Back };
                }
                _ => {}
            }
        }
        Tense::Unknown
    }

    /// The places before one in its sentence, the nearest first.
    pub fn clause_before(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        (at.saturating_sub(CLAUSE)..at).rev().take_while(|&at| !self.ends_sentence(at))
    }

    /// Whether a word is a past form, or a participle.
    pub fn is_past(&self, at: usize) -> bool {
        let word = self.word(at);
        let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !self.capital(at);
        regular || self.key(at, Key::Was)
    }

    /// Which side of an expression is meant, by the words around it.
    fn bound(&self, at: usize, end: usize) -> Option<Bound> {
        // "After the 2008 accord" is after the accord.
        let attribute = self.preceded(at, &[Key::The]) && self.sense(end) == Sense::Other && !self.glued(end);
        (!attribute).then_some(())?;
        let mut at = at;
        while self.preceded(at, &[Key::The, Key::On])
            || at > 0 && self.sense(at - 1) == Sense::Unit(Some(Unit::Year))
        {
            at -= 1;
        }
        if self.any(end, &[Key::And, Key::Or]) && !self.is_word(end + 2, "than") {
            match self.sense(end + 1) {
                Sense::Key(Key::Later) => return Some(Bound::Since),
                Sense::Key(Key::Earlier) => return Some(Bound::Until),
                _ => {}
            }
        }
        // "More than two weeks ago".
        if (at..end).any(|at| self.any(at, &[Key::Ago, Key::Before]))
            && at > 1
            && self.is_word(at - 1, "than")
            && self.is_word(at - 2, "more")
        {
            return Some(Bound::Before);
        }
        match self.sense(at.checked_sub(1)?) {
            Sense::Key(Key::Before) => Some(Bound::Before),
            Sense::Key(Key::After) => Some(Bound::After),
            Sense::Key(Key::Since | Key::Starting) => Some(Bound::Since),
            Sense::Key(Key::From) if at > 1 && self.any(at - 2, &[Key::Starting, Key::Start]) => {
                Some(Bound::Since)
            }
            Sense::Key(Key::Start) if self.key(at, Key::On) => Some(Bound::Since),
            Sense::Key(Key::Until | Key::By) => Some(Bound::Until),
            // "As early as May".
            Sense::Other if self.is_word(at - 1, "as") && at > 2 && self.is_word(at - 3, "as") => {
                self.key(at - 2, Key::Early).then_some(Bound::Since)
            }
            Sense::Other if self.is_word(at - 1, "than") && at > 1 => {
                let no = at > 2 && self.is_word(at - 3, "no");
                match self.sense(at - 2) {
                    Sense::Key(Key::Later) if no => Some(Bound::Until),
                    Sense::Key(Key::Later) => Some(Bound::After),
                    Sense::Key(Key::Earlier) if no => Some(Bound::Since),
                    Sense::Key(Key::Earlier) => Some(Bound::Before),
                    _ => None,
                }
            }
            _ => None,
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
        if value >= 100 {
            return None;
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

/// The days that a part of a period may be: halves of a year or its first and last third, a month up to the 15th and
/// after it, the first three days of a week and the others, and the middle half for "mid".
fn part_of(period: Period, part: Option<Part>) -> Option<Period> {
    let Some(part) = part else { return Some(period) };
    let at = |month: i8, day: i8| Day::new(period.start.year(), month, day).ok();
    let month = period.start.month();
    let start = period.start;
    let (first, second, third, fourth) = match period.unit {
        Unit::Year if matches!(part, Part::Start | Part::End) => (start, at(5, 1)?, at(9, 1)?, start),
        Unit::Year => (at(4, 1)?, at(7, 1)?, at(7, 1)?, at(10, 1)?),
        Unit::Month => (at(month, 10)?, at(month, 16)?, at(month, 16)?, at(month, 21)?),
        Unit::Week => (after(start, 1)?, after(start, 3)?, after(start, 3)?, after(start, 5)?),
        _ => return Some(period),
    };
    Some(match part {
        Part::Early | Part::Start => Period { end: second, ..period },
        Part::Mid => Period { start: first, end: fourth, ..period },
        Part::Late | Part::End => Period { start: third, ..period },
    })
}
