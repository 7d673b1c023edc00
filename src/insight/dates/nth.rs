//! What is counted off in a longer period: "the third quarter", "the last week of May", "the 19th century".

use super::calendar::Period;
use super::lex::{Key, Sense};
use super::mention::Unit;
use super::numeric::small;
use super::parser::{Parser, Reading, Shape};
use super::pattern::Pattern;

impl Parser<'_> {
    /// "The third quarter", "the 19th century", "the first two weeks of May", "the last Monday in June".
    pub fn nth(&self, at: usize) -> Option<Reading> {
        let (nth, next) = match self.ordinal(at) {
            Some((nth, next)) => (i32::try_from(nth).ok()? - 1, next),
            None if self.key(at, Key::Last) => (-1, at + 1),
            None => return None,
        };
        let (length, next) = match self.number(next) {
            Some((length @ 2..=31, next)) => (i32::try_from(length).ok()?, next),
            _ => (1, next),
        };
        let next = if self.glued(next) { self.skip_mark(next, '-') } else { next };
        let unit = match self.sense(next) {
            Sense::Unit(Some(unit)) => unit,
            Sense::Weekday(weekday) => {
                return self.nth_of(next + 1, |parser, at| parser.nth_weekday(nth, weekday, at));
            }
            _ => return None,
        };
        match unit {
            Unit::Century if nth >= 0 => {
                let century = Period::century(i16::try_from(nth + 1).ok()?)?;
                Some(Reading::explicit(Shape::Known(century), next + 1))
            }
            Unit::Quarter | Unit::Half if nth >= 0 && length == 1 => {
                let most = if unit == Unit::Quarter { 4 } else { 2 };
                let pattern = Pattern::Part(unit, small(u32::try_from(nth + 1).ok()?, most)?);
                let place = match self.sense(next + 1) {
                    Sense::Key(Key::Of | Key::In) => next + 2,
                    _ => next + 1,
                };
                if let Some((year, end)) = self.year_number(place) {
                    return Some(Reading::explicit(Shape::Known(pattern.in_year(year)?), end));
                }
                // The first half, of a game, is no half of a year; a quarter mostly is one.
                match unit {
                    Unit::Quarter => Some(Reading::relative(Shape::Pattern(pattern), next + 1)),
                    _ => self.nth_of(next + 1, |parser, at| parser.nth_unit(nth, 1, unit, at)),
                }
            }
            Unit::Day
            | Unit::Week
            | Unit::Weekend
            | Unit::Month
            | Unit::Year
            | Unit::Quarter
            | Unit::Half => self.nth_of(next + 1, |parser, at| parser.nth_unit(nth, length, unit, at)),
            _ => None,
        }
    }

    fn nth_of(&self, at: usize, rule: impl FnOnce(&Self, usize) -> Option<Reading>) -> Option<Reading> {
        self.any(at, &[Key::Of, Key::In]).then(|| rule(self, at + 1)).flatten()
    }

    fn nth_unit(&self, nth: i32, length: i32, unit: Unit, at: usize) -> Option<Reading> {
        let mut outer = self.deeper(|| self.outer(at))?;
        outer.shape = match outer.shape {
            Shape::Known(period) if period.unit > unit => {
                period.nth(nth, length, unit).map_or(Shape::Unresolved, Shape::Known)
            }
            Shape::Pattern(pattern) if pattern.unit() > unit => {
                Shape::Pattern(Pattern::Nth(nth, length, unit, Box::new(pattern)))
            }
            _ => return None,
        };
        if length > 1
            && let Shape::Known(period) = outer.shape
        {
            outer.shape = Shape::Counted(period);
        }
        Some(outer)
    }

    fn nth_weekday(&self, nth: i32, weekday: i8, at: usize) -> Option<Reading> {
        let mut outer = self.deeper(|| self.outer(at))?;
        outer.shape = match outer.shape {
            Shape::Known(period) if period.unit > Unit::Week => {
                period.nth_weekday(nth, weekday).map_or(Shape::Unresolved, Shape::Known)
            }
            Shape::Pattern(pattern) if pattern.unit() > Unit::Week => {
                Shape::Pattern(Pattern::NthWeekday(nth, weekday, Box::new(pattern)))
            }
            _ => return None,
        };
        Some(outer)
    }

    /// "Q1", "H2", with a year before or behind.
    pub fn quarter_letter(&self, at: usize) -> Option<Reading> {
        let unit = match self.word(at) {
            "Q" | "q" => Unit::Quarter,
            "H" | "h" => Unit::Half,
            _ => return None,
        };
        let Sense::Number(value, 1) = self.sense(at + 1) else { return None };
        let most = if unit == Unit::Quarter { 4 } else { 2 };
        (self.glued(at + 1)
            && (!self.glued(at)
                || at > 0 && self.mark(at - 1, '-')
                || at > 0 && matches!(self.sense(at - 1), Sense::Number(_, 4))))
        .then_some(())?;
        // "H1N1" is no half of a year.
        (!self.glued(at + 2) || matches!(self.sense(at + 2), Sense::Mark(_))).then_some(())?;
        let pattern = Pattern::Part(unit, small(value, most)?);
        let place = match self.sense(at + 2) {
            Sense::Mark('-' | ',') | Sense::Key(Key::Of | Key::In) => at + 3,
            _ => at + 2,
        };
        if let Some((year, end)) = self.year_number(place) {
            return Some(Reading::explicit(Shape::Known(pattern.in_year(year)?), end));
        }
        Some(Reading::relative(Shape::Pattern(pattern), at + 2))
    }
}
