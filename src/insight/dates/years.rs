//! Years, decades, and four digits that are none.

use super::calendar::Period;
use super::explicit::LEADS;
use super::lex::{Key, Sense};
use super::parser::{Parser, Reading, Shape};

impl Parser<'_> {
    /// What begins with a year: "2008", "1990s", "2017 April", "2019-H2".
    pub fn number_first(&self, at: usize) -> Option<Reading> {
        let (value, length) = self.digits(at)?;
        let end = at + 1;
        let plural = self.skip_mark(end, '\'');
        if self.key(plural, Key::S) && self.glued(end) && value % 10 == 0 && (length == 4 || length == 2) {
            // "1990's" is the decade behind an article, else what belongs to the year.
            let owner = plural > end && length == 4 && !self.preceded(at, &[Key::The, Key::Early, Key::Late]);
            if !owner {
                return self.decade(value, length, plural + 1);
            }
        }
        if length == 4 && value % 10 == 0 && self.key(end, Key::S) && !self.glued(end) {
            return self.decade(value, length, end + 1);
        }
        let (year, end) = self.year_number(at)?;
        if let Some(season) = self.two_years(year, end) {
            return Some(season);
        }
        let glue = usize::from(self.mark(end, '-') && self.glued(end + 1));
        if let Sense::Month(month) = self.sense(end + glue)
            && !matches!(self.sense(end + glue + 1), Sense::Number(..) | Sense::Ordinal(_))
        {
            return Some(Reading::explicit(Shape::Known(Period::month(year, month)?), end + glue + 1));
        }
        if let Some(part) = self.quarter_letter(end + glue)
            && let Shape::Pattern(pattern) = &part.shape
        {
            return Some(Reading::explicit(Shape::Known(pattern.in_year(year)?), part.end));
        }
        self.is_year_here(at)
            .then(|| Some(Reading::explicit(Shape::Known(Period::year(year)?), end)))
            .flatten()
    }

    /// "2022-23", "2022/23".
    fn two_years(&self, year: i16, at: usize) -> Option<Reading> {
        let joined = matches!(self.sense(at), Sense::Mark('-' | '/')) && self.glued(at) && self.glued(at + 1);
        let Sense::Number(second, 2) = self.sense(at + 1) else { return None };
        let next = year.checked_add(1)?;
        (joined && i64::from(second) == i64::from(next.rem_euclid(100))).then_some(())?;
        // "2010-11" may be a month; behind a season's or school year's number no other mark follows.
        let both = Shape::Between(Period::year(year)?, Period::year(next)?);
        (!self.glued(at + 2) || !matches!(self.sense(at + 2), Sense::Mark('-' | '/')))
            .then(|| Reading::explicit(both, at + 2))
    }

    pub fn decade(&self, value: u32, length: u8, end: usize) -> Option<Reading> {
        if length == 4 && value < 2000 && value.is_multiple_of(100) {
            // "The 1800s" are a century.
            let century = Period::century(i16::try_from(value / 100 + 1).ok()?)?;
            return Some(Reading::explicit(Shape::Known(century), end));
        }
        let year = if length == 4 { value } else { full_year(value, 2)? };
        Some(Reading::explicit(Shape::Known(Period::decade(i16::try_from(year).ok()?)?), end))
    }

    pub fn nineties(&self, at: usize, decade: u32) -> Option<Reading> {
        let led = self.preceded(at, &[Key::The, Key::Early, Key::Late, Key::Middle])
            || at > 0 && self.mark(at - 1, '-');
        // "In his nineties" is an age.
        led.then(|| self.decade(decade, 2, at + 1)).flatten()
    }

    /// "'87", "the '90s".
    pub fn short_year(&self, at: usize) -> Option<Reading> {
        let Sense::Number(value, 2) = self.sense(at + 1) else { return None };
        (self.glued(at + 1) && !self.glued(at)).then_some(())?;
        if self.key(at + 2, Key::S) && self.glued(at + 2) && value % 10 == 0 {
            return self.decade(value, 2, at + 3);
        }
        let year = i16::try_from(full_year(value, 2)?).ok()?;
        let led = self.preceded(at, LEADS);
        led.then(|| Some(Reading::explicit(Shape::Known(Period::year(year)?), at + 2))).flatten()
    }

    /// A year in four digits or in words, where a year is expected, and the place behind it.
    pub fn year_number(&self, at: usize) -> Option<(i16, usize)> {
        if let Some((value, 4)) = self.digits(at) {
            // Not "2008km" and not the first half of a longer number.
            let glued = self.glued(at + 1) && matches!(self.sense(at + 1), Sense::Other | Sense::Key(Key::S));
            return ((1000..2200).contains(&value) && !glued)
                .then(|| Some((i16::try_from(value).ok()?, at + 1)))?;
        }
        if let (Sense::Mark('\''), Sense::Number(value, 2)) = (self.sense(at), self.sense(at + 1)) {
            return Some((i16::try_from(full_year(value, 2)?).ok()?, at + 2));
        }
        self.year_in_words(at)
    }

    /// "Nineteen ninety-three", "nineteen hundred and five", "two thousand and five".
    pub fn year_in_words(&self, at: usize) -> Option<(i16, usize)> {
        let Sense::Cardinal(first) = self.sense(at) else { return None };
        let (base, next) = match (first, self.sense(at + 1)) {
            (2, Sense::Cardinal(1000)) => (2000, at + 2),
            (16..=20, Sense::Cardinal(100)) => (first * 100, at + 2),
            (16..=20, Sense::Cardinal(10..=90)) => (first * 100, at + 1),
            _ => return None,
        };
        let rest = self.skip(next, Key::And);
        match self.number(rest) {
            Some((value @ 1..=99, end)) => Some((i16::try_from(base + value).ok()?, end)),
            _ if next == at + 2 => Some((i16::try_from(base).ok()?, next)),
            _ => None,
        }
    }

    pub fn spelled_year(&self, at: usize) -> Option<Reading> {
        if let (Sense::Cardinal(century @ 16..=20), Sense::Decade(decade)) =
            (self.sense(at), self.sense(at + 1))
        {
            return self.decade(century * 100 + decade, 4, at + 2);
        }
        let (year, end) = self.year_in_words(at)?;
        (self.preceded(at, LEADS) && !matches!(self.sense(end), Sense::Unit(_))).then_some(())?;
        Some(Reading::explicit(Shape::Known(Period::year(year)?), end))
    }

    /// Whether four digits are a year and no count, price or part of a name.
    fn is_year_here(&self, at: usize) -> bool {
        let Sense::Number(value, _) = self.sense(at) else { return false };
        let led = self.preceded(at, LEADS) || self.preceded(at, &[Key::To, Key::And, Key::The, Key::S]);
        let before = match at.checked_sub(1).map(|before| self.sense(before)) {
            None => true,
            Some(Sense::Number(..) | Sense::Ordinal(_)) => false,
            Some(Sense::Mark('-' | '/')) => {
                !self.glued(at)
                    || !self.glued(at - 1)
                    || at > 1 && !matches!(self.sense(at - 2), Sense::Other)
            }
            Some(Sense::Other | Sense::Key(Key::Approximate)) => !self.glued(at) && !self.approximate(at - 1),
            Some(_) => !self.glued(at),
        };
        let counted = matches!(
            self.sense(at + 1),
            Sense::Unit(_) | Sense::Cardinal(_) | Sense::Mark('%') | Sense::Key(Key::Counted | Key::Time)
        );
        let code = self.glued(at + 1)
            && matches!(self.sense(at + 1), Sense::Mark('/' | '_' | '@' | '+' | '='))
            && !matches!(self.sense(at + 2), Sense::Number(..));
        // Older years are rarer than counts of that size.
        let common = (1900..2100).contains(&value);
        before && !counted && !code && (common || led)
    }

    /// "About", "more than", but not "later than".
    fn approximate(&self, at: usize) -> bool {
        let than = self.is_word(at, "than") && !(at > 0 && self.any(at - 1, &[Key::Later, Key::Earlier]));
        than || self.key(at, Key::Approximate)
    }
}

/// Two digits are a year of the last century from 30 on: POSIX has 69, but births and wars are told of more often than
/// the next decades.
pub(super) fn full_year(year: u32, digits: u8) -> Option<u32> {
    match digits {
        4 => (1000..2200).contains(&year).then_some(year),
        2 => Some(if year < 30 { 2000 + year } else { 1900 + year }),
        _ => None,
    }
}
