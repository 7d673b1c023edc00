//! Dates in figures: `2024-05-12`, `5/12/2024`, `12.5.2024`, `2019/Aug/01`, `5/12`, `20240512`.

use super::calendar::Period;
use super::civil::Day;
use super::days::month_day;
use super::explicit::LEADS;
use super::lex::{Key, Sense};
use super::parser::{Parser, Reading, Shape};
use super::years::full_year;

impl Parser<'_> {
    /// `2024-05-12`, `5/12/2024`, `12.5.2024`, `2019/Aug/01`, `5/12`, `20240512`.
    pub fn numeric(&self, at: usize) -> Option<Reading> {
        let Sense::Number(first, length) = self.sense(at) else { return None };
        if length == 8 {
            let tied =
                |at: usize| self.glued(at) && matches!(self.sense(at), Sense::Number(..) | Sense::Other);
            let led = at > 0 && self.glued(at) && !matches!(self.sense(at - 1), Sense::Mark(_));
            (!tied(at + 1) && !led).then_some(())?;
            let year = first / 10_000;
            (1900..2100).contains(&year).then_some(())?;
            return known_day(year, first / 100 % 100, first % 100, at + 1);
        }
        let Sense::Mark(mark @ ('/' | '-' | '.')) = self.sense(at + 1) else { return None };
        (self.glued(at + 1) && self.glued(at + 2)).then_some(())?;
        let third = (self.mark(at + 3, mark) && self.glued(at + 3) && self.glued(at + 4))
            .then_some(())
            .and_then(|()| match self.sense(at + 4) {
                Sense::Number(value, length) => Some((value, length)),
                _ => None,
            });
        if let Sense::Month(month) = self.sense(at + 2) {
            let month = month.unsigned_abs().into();
            return match third? {
                (day, 1..=2) if length == 4 => known_day(first, month, day, at + 5),
                (year, digits) => known_day(full_year(year, digits)?, month, first, at + 5),
            };
        }
        let Sense::Number(second, digits) = self.sense(at + 2) else { return None };
        if length == 4
            && self.glued(at + 3)
            && self.mark(at + 3, mark)
            && let Sense::Month(month) = self.sense(at + 4)
        {
            return known_day(first, month.unsigned_abs().into(), second, at + 5);
        }
        let hyphen = |at: usize| self.mark(at, '-') && self.glued(at) && self.glued(at + 1);
        match third {
            Some((third, 1..=2)) if length == 4 => {
                known_day(first, second, third, at + 5).or_else(|| known_day(first, third, second, at + 5))
            }
            Some((year, digits)) if length <= 2 && (mark != '.' || digits == 4) => {
                let year = full_year(year, digits)?;
                known_day(year, first, second, at + 5).or_else(|| known_day(year, second, first, at + 5))
            }
            Some(_) => None,
            None if length <= 2 && digits == 4 && mark != '.' => {
                Some(Reading::explicit(Shape::Known(month_of(second, small(first, 12)?)?), at + 3))
            }
            None if length == 4 && digits == 2 && mark == '-' && !self.goes_on(at + 3) && !hyphen(at + 3) => {
                Some(Reading::explicit(Shape::Known(month_of(first, small(second, 12)?)?), at + 3))
            }
            None if length <= 2 && digits <= 2 => self.month_slash_day(at, first, second, mark),
            None => None,
        }
    }

    /// "5/12", where something says that it is a date and no fraction.
    fn month_slash_day(&self, at: usize, first: u32, second: u32, mark: char) -> Option<Reading> {
        let end = at + 3;
        (!self.goes_on(end)).then_some(())?;
        if (first, second, mark) == (9, 11, '/') {
            return known_day(2001, 9, 11, end);
        }
        let listed = at > 3
            && self.mark(at - 3, '/')
            && matches!(
                self.sense(at - 1),
                Sense::Mark(',' | '-') | Sense::Key(Key::Or | Key::And | Key::To)
            );
        let lists = mark == '/'
            && self.joiner(end).is_some_and(|next| {
                matches!(self.sense(next), Sense::Number(_, 1..=2))
                    && self.mark(next + 1, '/')
                    && self.glued(next + 1)
            });
        let weekday = at > 0 && matches!(self.sense(at - 1), Sense::Weekday(_));
        let led = self.preceded(at, LEADS) || self.preceded(at, &[Key::To, Key::For]);
        (weekday || lists || mark == '/' && (led || listed)).then_some(())?;
        let pattern = |month, day| month_day(month, day).map(|pattern| self.with_year(pattern, end));
        pattern(first, second).or_else(|| pattern(second, first))
    }

    /// Whether a figure goes on at a place with digits or letters.
    fn goes_on(&self, at: usize) -> bool {
        self.glued(at) && matches!(self.sense(at), Sense::Number(..) | Sense::Other)
    }
}

pub(super) fn small(value: u32, most: u32) -> Option<i8> {
    (1..=most).contains(&value).then(|| i8::try_from(value).ok()).flatten()
}

pub(super) fn known_day(year: u32, month: u32, day: u32, end: usize) -> Option<Reading> {
    let (year, month, day) = (i16::try_from(year).ok()?, small(month, 12)?, small(day, 31)?);
    (1000..2200).contains(&year).then_some(())?;
    let shape = match Day::new(year, month, day) {
        Some(day) => Shape::Known(Period::day(day)?),
        None => Shape::Unresolved,
    };
    Some(Reading::explicit(shape, end))
}

fn month_of(year: u32, month: i8) -> Option<Period> {
    Period::month(i16::try_from(full_year(year, 4)?).ok()?, month)
}
