//! Two dates that belong together: "from May to July 2024", "2014-2018", "July of last year", "Monday next week".

use super::calendar::Period;
use super::lex::{Key, Sense};
use super::mention::{Basis, Unit};
use super::parser::{Parser, Reading, Shape};
use super::pattern::Pattern;
use crate::insight::grammar::Grammar;

impl Parser<'_> {
    /// The longest expression at a place, ranges tried first.
    pub fn range(&self, at: usize) -> Option<Reading> {
        if self.sense(at) == Sense::Other && !self.may_be_letter(at) {
            return None;
        }
        if self.any(at, &[Key::From, Key::Between])
            && let Some(first) = self.end_point(at + 1)
        {
            let between = self.key(at, Key::Between);
            if let Some(both) = self.joined(&first, between) {
                return Some(both);
            }
            // "Between 3 and 12 September" is one expression already.
            let run = matches!(&first.shape, Shape::Pattern(Pattern::Days(..)))
                || matches!(first.shape, Shape::Known(period) if period.unit == Unit::Day && Period::day(period.start) != Some(period));
            return run.then_some(first);
        }
        let first = self.single(at)?;
        if matches!(first.shape, Shape::Off(_) | Shape::Stretch(..)) {
            return Some(first);
        }
        let dash_or_to = matches!(self.sense(first.end), Sense::Mark('-' | '~'))
            || self.any(first.end, &[Key::To, Key::Through, Key::Until]);
        if dash_or_to && let Some(both) = self.joined(&first, false) {
            return Some(both);
        }
        Some(first)
    }

    fn may_be_letter(&self, at: usize) -> bool {
        self.word(at).len() == 1
    }

    /// One end of a range, which may be "now".
    pub fn end_point(&self, at: usize) -> Option<Reading> {
        if self.key(at, Key::Now) {
            return Some(Reading::resolved(self.now(Unit::Day).and_then(Period::day), at + 1));
        }
        let found = match self.grammar() {
            Grammar::English => self.outer(at).or_else(|| self.single(at))?,
            _ => self.other(at)?,
        };
        matches!(found.shape, Shape::Known(_) | Shape::Pattern(_)).then_some(found)
    }

    pub fn joined(&self, first: &Reading, between: bool) -> Option<Reading> {
        let next = match self.sense(first.end) {
            Sense::Mark('-' | '~') => first.end + 1,
            Sense::Key(Key::And) if between => first.end + 1,
            Sense::Key(Key::To | Key::Through | Key::Until) => first.end + 1,
            _ => return None,
        };
        let second = self.end_point(next)?;
        let basis = first.basis.max(second.basis);
        let (a, b) = match (&first.shape, &second.shape) {
            (Shape::Known(a), Shape::Known(b)) => (*a, *b),
            (Shape::Pattern(a), Shape::Known(b)) => (last_before(a, *b)?, *b),
            (Shape::Known(a), Shape::Pattern(b)) => (*a, b.around(a.start).1?),
            (Shape::Pattern(a), Shape::Pattern(b)) => {
                let a = self.now(a.unit()).and_then(|now| {
                    // What is going on is meant first.
                    let begun = a
                        .around(now)
                        .0
                        .filter(|begun| b.around(begun.start).1.is_some_and(|end| now < end.end));
                    begun.or_else(|| a.meant(now, self.tense(first.end)))
                });
                let Some(a) = a else {
                    return Some(Reading::relative(Shape::Unresolved, second.end));
                };
                (a, b.around(a.start).1?)
            }
            _ => return None,
        };
        // Backwards it is no range, but two dates next to each other.
        (a.start < b.end && a.start <= b.start).then_some(())?;
        let basis = if matches!((&first.shape, &second.shape), (Shape::Pattern(_), Shape::Known(_))) {
            second.basis
        } else if matches!((&first.shape, &second.shape), (Shape::Known(_), Shape::Pattern(_))) {
            first.basis
        } else {
            basis
        };
        Some(Reading { basis, part: second.part, ..Reading::explicit(Shape::Between(a, b), second.end) })
    }

    /// One date, with the longer period that it is said to be in.
    pub fn single(&self, at: usize) -> Option<Reading> {
        self.deeper(|| {
            let explicit = self.explicit(at);
            let relative = self.relative(at);
            let found = match (explicit, relative) {
                (Some(a), Some(b)) => {
                    if b.end > a.end {
                        b
                    } else {
                        a
                    }
                }
                (a, b) => a.or(b)?,
            };
            Some(self.qualified(found))
        })
    }

    fn qualified(&self, found: Reading) -> Reading {
        match &found.shape {
            Shape::Pattern(pattern) => self.inside_of(pattern, &found),
            Shape::Known(outer) if outer.unit > Unit::Day && found.part.is_none() => {
                self.holding(*outer, &found)
            }
            _ => None,
        }
        .unwrap_or(found)
    }

    /// "July of last year", "Monday next week", "Christmas 2010".
    fn inside_of(&self, pattern: &Pattern, found: &Reading) -> Option<Reading> {
        let next = match self.sense(found.end) {
            Sense::Key(Key::Of | Key::In) => found.end + 1,
            Sense::Mark(',') => found.end + 1,
            _ => found.end,
        };
        let outer = self.outer(next)?;
        if let (Pattern::Weekday(_), Some(day)) = (pattern, outer.exact) {
            // "Monday, two weeks from now".
            let day = pattern.inside(Period::around(day, Unit::Week)?)?;
            return Some(Reading::resolved(Some(day), outer.end));
        }
        (!self.mark(found.end, ',')).then_some(())?;
        let Shape::Known(period) = outer.shape else { return None };
        (period.unit > pattern.unit()).then_some(())?;
        // A bare year behind a weekday or so is another date.
        let inner = pattern.inside(period)?;
        let basis = if matches!(pattern, Pattern::Weekday(_)) { Basis::Relative } else { outer.basis };
        Some(Reading { basis, ..Reading::explicit(Shape::Known(inner), outer.end) })
    }

    /// "Next week on Tuesday", "next year's first quarter".
    fn holding(&self, outer: Period, found: &Reading) -> Option<Reading> {
        let next = self.skip_possessive(found.end);
        let inner = self.explicit(self.skip(next, Key::On))?;
        let Shape::Pattern(pattern) = &inner.shape else { return None };
        (pattern.unit() < outer.unit).then_some(())?;
        let possessive = next > found.end || outer.unit == Unit::Week;
        let period = possessive.then(|| pattern.inside(outer)).flatten()?;
        Some(Reading { basis: found.basis, ..Reading::explicit(Shape::Known(period), inner.end) })
    }

    /// The days of a reading, a pattern settled by the day of publication.
    pub fn period_of(&self, reading: &Reading) -> Option<Period> {
        match &reading.shape {
            Shape::Known(period) | Shape::Counted(period) => Some(*period),
            Shape::Pattern(pattern) => pattern.meant(self.now(pattern.unit())?, self.tense(reading.end)),
            _ => None,
        }
    }
}

/// The last occurrence that begins before another date, or with it, not more than a year away.
fn last_before(pattern: &Pattern, other: Period) -> Option<Period> {
    let (past, next) = pattern.around(other.start);
    match next {
        Some(next) if next.start == other.start => Some(next),
        _ => past.filter(|past| past.distance(other.start) < 366),
    }
}
