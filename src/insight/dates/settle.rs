//! From a reading to what is given out: which occurrence is meant, counted from which day, which side of it.

use super::calendar::Period;
use super::civil::Day;
use super::lex::{Key, Sense};
use super::mention::{Basis, Bound, Date, DateMention, Part, Unit, Value};
use super::parser::{Parser, Reading, Shape};
use super::pattern::{Pattern, Tense};
use crate::insight::grammar::Grammar;

/// How many tokens back words that look ahead may stand: most clauses are shorter.
const CLAUSE: usize = 24;
/// How many tokens back a date may stand that others are counted from: a few sentences.
const NEAR: usize = 120;
/// How many tokens back a date may stand that gives others its year.
const TOLD: usize = 60;

/// The date that a text has named last, for the text that follows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Thread {
    named: Option<Period>,
    /// Whether it is a day or a month written out, and no attribute of something else.
    told: bool,
    /// Where it ends, in tokens of the text it stands in.
    at: usize,
    /// Tokens of that text and of the texts since that are left behind it.
    left: usize,
}

impl Thread {
    /// The same for the next text, after one of so many tokens.
    pub(super) fn behind(self, tokens: usize) -> Self {
        Self { at: 0, left: self.left + tokens.saturating_sub(self.at), ..self }
    }

    fn distance(&self, at: usize) -> usize {
        self.left + at.saturating_sub(self.at)
    }

    /// The date, if it is near.
    pub(super) fn near(&self, at: usize) -> Option<Period> {
        self.named.filter(|_| self.distance(at) <= NEAR)
    }

    fn told(&self, at: usize) -> Option<Period> {
        self.named.filter(|_| self.told && self.distance(at) <= TOLD)
    }
}

impl Parser<'_> {
    /// What a reading from a place gives out.
    pub fn mention(&mut self, at: usize, mut reading: Reading) -> Option<DateMention> {
        let span = self.tokens.get(at)?.start..self.tokens.get(reading.end - 1)?.end;
        if let Shape::Pattern(pattern) = &reading.shape {
            reading.basis = Basis::Relative;
            reading.shape = self.settled(pattern, at).map_or(Shape::Unresolved, Shape::Known);
        }
        let (value, days) = match reading.shape {
            Shape::Known(period) => {
                self.name(period, at, &reading);
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
                self.name(start, at, &reading);
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

    /// Which occurrence is meant at that place.
    fn settled(&self, pattern: &Pattern, at: usize) -> Option<Period> {
        if self.is_open(pattern, at) {
            return None;
        }
        let tense = self.tense(at);
        let monthly =
            matches!(pattern, Pattern::Weekday(_) | Pattern::DayOfMonth(_) | Pattern::WeekdayOfMonth(..));
        if !monthly
            && tense != Tense::Ahead
            && !self.promises(at)
            && let Some(told) = self.told_of(pattern, at)
        {
            // In other languages many texts tell of the past as of the present.
            return Some(told).filter(|_| self.grammar() == Grammar::English || tense == Tense::Back);
        }
        let Some((day, exact)) = self.now else {
            let named = self.thread.near(at)?;
            (!monthly || named.unit <= Unit::Month).then_some(())?;
            return pattern.inside(Period::around(named.start, Unit::Year)?);
        };
        match pattern {
            _ if exact == Unit::Day => pattern.meant(day, tense),
            Pattern::DayOfMonth(_) if exact == Unit::Month => {
                pattern.inside(Period::around(day, Unit::Month)?)
            }
            _ if monthly => None,
            _ if exact == Unit::Month => pattern.meant(day, tense),
            _ => pattern.in_year(day.year()),
        }
    }

    /// The first occurrence behind a date of an earlier year that is being told of: "In March 2003 … In May …".
    fn told_of(&self, pattern: &Pattern, at: usize) -> Option<Period> {
        let told = self.thread.told(at)?;
        let (now, _) = self.now?;
        let found = pattern.around(told.start).1?;
        (told.start.year() < now.year() && found.end <= now).then_some(found)
    }

    /// Remembers a date.
    fn name(&mut self, period: Period, at: usize, reading: &Reading) {
        let english = self.grammar() == Grammar::English;
        let attribute = english && self.preceded(at, &[Key::The]) && self.sense(reading.end) == Sense::Other;
        let told = reading.basis == Basis::Explicit && period.unit <= Unit::Month && !attribute;
        self.thread = Thread { named: Some(period), told, at: reading.end, left: 0 };
    }

    /// The date named last, else the day of publication; but what is told of the past cannot come after that.
    pub fn base(&self, at: usize, unit: Unit, steps: i32) -> Option<Day> {
        match self.thread.near(at) {
            Some(named) if named.unit <= unit => Some(named.start),
            _ => self.now(unit).filter(|_| steps < 0 || !self.narrates(at)),
        }
    }

    /// Whether the sentence tells of the past.
    fn narrates(&self, at: usize) -> bool {
        let behind = (at..self.tokens.len().min(at + CLAUSE)).take_while(|&at| !self.ends_sentence(at));
        self.clause_before(at).chain(behind).any(|at| self.is_past(at))
    }

    /// Whether the words before a place, in the same sentence, look ahead or back; the nearest word decides.
    pub fn tense(&self, at: usize) -> Tense {
        if self.grammar() != Grammar::English {
            return self.other_tense(at);
        }
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

    /// Whether the first verb that tells the time, behind a place in its sentence, looks ahead.
    fn promises(&self, at: usize) -> bool {
        let behind = (at..self.tokens.len().min(at + CLAUSE)).take_while(|&at| !self.ends_sentence(at));
        behind
            .filter(|&at| self.key(at, Key::Future) || self.is_past(at))
            .map(|at| self.key(at, Key::Future))
            .next()
            == Some(true)
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
        let english = self.grammar() == Grammar::English;
        let attribute = self.preceded(at, &[Key::The]) && self.sense(end) == Sense::Other && !self.glued(end);
        (!(attribute && english)).then_some(())?;
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
            // "Vor" is "ago" and "before".
            Sense::Key(Key::Ago) if !english => Some(Bound::Before),
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
}

/// The days that a part of a period may be: halves of a year or its first and last third, a month up to the 15th and
/// after it, the first three days of a week and the others, and the middle half for "mid".
fn part_of(period: Period, part: Option<Part>) -> Option<Period> {
    let Some(part) = part else { return Some(period) };
    let at = |month: i8, day: i8| Day::new(period.start.year(), month, day);
    let month = period.start.month();
    let start = period.start;
    let (first, second, third, fourth) = match period.unit {
        Unit::Year if matches!(part, Part::Start | Part::End) => (start, at(5, 1)?, at(9, 1)?, start),
        Unit::Year => (at(4, 1)?, at(7, 1)?, at(7, 1)?, at(10, 1)?),
        Unit::Month => (at(month, 10)?, at(month, 16)?, at(month, 16)?, at(month, 21)?),
        Unit::Week => (start.after(1)?, start.after(3)?, start.after(3)?, start.after(5)?),
        _ => return Some(period),
    };
    Some(match part {
        Part::Early | Part::Start => Period { end: second, ..period },
        Part::Mid => Period { start: first, end: fourth, ..period },
        Part::Late | Part::End => Period { start: third, ..period },
    })
}
