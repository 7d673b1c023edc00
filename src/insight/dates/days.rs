//! Days and months with their names: "July 22, 2024", "the 4th of July", "Tuesday, March 7", "May".

use super::calendar::Period;
use super::civil::Day;
use super::explicit::LEADS;
use super::lex::{Key, Sense};
use super::mention::Unit;
use super::numeric::small;
use super::parser::{Parser, Reading, Shape};
use super::pattern::Pattern;
use super::years::full_year;

impl Parser<'_> {
    /// "22 April 2016", "the 4th of July", "the 23rd day of May", "3 to 12 of September".
    pub fn day_month(&self, at: usize) -> Option<Reading> {
        let (mut day, mut next) = self.day_number(at)?;
        let mut first = None;
        if let Some(joined) = self.joiner(next)
            && let Some((last, end)) = self.day_number(self.skip(joined, Key::The))
            && last > day
        {
            first = Some(day);
            (day, next) = (last, end);
        }
        next += usize::from(self.sense(next) == Sense::Unit(Some(Unit::Day)) && self.key(next + 1, Key::Of));
        if let Some(found) = self.day_of_that_month(at, first, day, next) {
            return Some(found);
        }
        next = self.skip(next, Key::Of);
        if self.mark(next, '-') && self.glued(next) {
            next += 1;
        }
        let Sense::Month(month) = self.sense(next) else { return None };
        // "In 2017 May resigned": a day and a month are no day and a name.
        (at == 0 || !self.glued(at) || !matches!(self.sense(at - 1), Sense::Number(..))).then_some(())?;
        next = self.skip_dot(next + 1);
        let pattern = match first {
            Some(first) => days(month, first, day)?,
            None => month_day(month.unsigned_abs().into(), day)?,
        };
        Some(self.with_year(pattern, next))
    }

    /// "The 26th of the month", "3 to 12 in next month".
    fn day_of_that_month(&self, at: usize, first: Option<u32>, last: u32, next: usize) -> Option<Reading> {
        let ordinal = self.ordinal(at).is_some() || first.is_some();
        (ordinal && self.any(next, &[Key::Of, Key::In]) && !matches!(self.sense(next + 1), Sense::Month(_)))
            .then_some(())?;
        let mut outer = self.deeper(|| self.outer(next + 1))?;
        let month = match outer.shape {
            Shape::Known(period) if period.unit == Unit::Month => period,
            _ => return None,
        };
        let day = |day| Pattern::DayOfMonth(small(day, 31)?).inside(month);
        let (start, end) = (day(first.unwrap_or(last))?, day(last)?);
        outer.shape = Shape::Known(Period { end: end.end, ..start });
        Some(outer)
    }

    /// A number that may be a day of a month.
    pub fn day_number(&self, at: usize) -> Option<(u32, usize)> {
        let (day, end) = self.ordinal(at).or_else(|| match self.digits(at) {
            Some((value, 1..=2)) => Some((value, at + 1)),
            Some(_) => None,
            None => self.number(at),
        })?;
        // "5:30", "8 pm" are times of the day.
        let time = self.mark(end, ':') || self.key(end, Key::Clock);
        ((1..=31).contains(&day) && !time).then_some((day, end))
    }

    /// The place behind a word or dash between two ends of a range.
    pub fn joiner(&self, at: usize) -> Option<usize> {
        match self.sense(at) {
            Sense::Mark('-') | Sense::Key(Key::To | Key::Through | Key::Until) => Some(at + 1),
            Sense::Key(Key::And) => Some(at + 1),
            _ => None,
        }
    }

    /// "July 22", "July 22-23, 2024", "July 2024", "Jan/3", "Dec-2018", "July".
    pub fn month_first(&self, at: usize, month: i8) -> Option<Reading> {
        let mut next = self.skip_dot(at + 1);
        if matches!(self.sense(next), Sense::Mark('/' | '-')) && self.glued(next) && self.glued(next + 1) {
            next += 1;
        }
        let day_at = self.skip(next, Key::The);
        if self.year_in_words(next).is_none()
            && let Some((day, end)) = self.day_number(day_at)
            && let Some(pattern) = month_day(month.unsigned_abs().into(), day)
        {
            let between = self.preceded(at, &[Key::Between]);
            return Some(self.days_of_month(month, day, between, pattern, end));
        }
        let year_at = match self.sense(next) {
            Sense::Mark(',') | Sense::Key(Key::Of | Key::In) => next + 1,
            _ => self.skip_possessive(next),
        };
        if let Some((year, end)) = self.year_number(year_at) {
            return Some(Reading::explicit(Shape::Known(Period::month(year, month)?), end));
        }
        let next = self.skip_dot(at + 1);
        self.stands_alone(at, next).then(|| Reading::relative(Shape::Pattern(Pattern::Month(month)), next))
    }

    fn days_of_month(&self, month: i8, day: u32, between: bool, pattern: Pattern, end: usize) -> Reading {
        if let Some(joined) = self.joiner(end)
            && let Some((last, end)) = self.day_number(self.skip(joined, Key::The))
            && !matches!(self.sense(end), Sense::Month(_) | Sense::Mark('/'))
            && !matches!(self.sense(end), Sense::Key(Key::Of))
            && (!self.key(joined - 1, Key::And) || between || last == day + 1)
            && let Some(run) = days(month, day, last)
        {
            return self.with_year(run, end);
        }
        self.with_year(pattern, end)
    }

    /// Completes a day of a month with the year behind it.
    pub fn with_year(&self, pattern: Pattern, end: usize) -> Reading {
        let place = match self.sense(end) {
            Sense::Mark(',') | Sense::Key(Key::Of | Key::In) => end + 1,
            // "Sep-23-2020".
            Sense::Mark('-') if self.glued(end) && self.glued(end + 1) => end + 1,
            _ => end,
        };
        let year = self.year_number(place).or_else(|| {
            // "15 April of 87".
            let of = self.key(end, Key::Of).then(|| self.digits(place)).flatten();
            of.filter(|(_, length)| *length == 2)
                .and_then(|(year, _)| Some((i16::try_from(full_year(year, 2)?).ok()?, place + 1)))
        });
        match year {
            // 30 February is no date at all.
            Some((year, end)) => match pattern.in_year(year) {
                Some(period) => Reading::explicit(Shape::Known(period), end),
                None => Reading::explicit(Shape::Unresolved, end),
            },
            None => Reading::relative(Shape::Pattern(pattern), end),
        }
    }

    /// Whether a month's or season's name without day and year is a date here: in the middle of other words it may be
    /// a name, a verb or an adjective.
    pub fn stands_alone(&self, at: usize, end: usize) -> bool {
        if self.any(end, &[Key::This, Key::Last, Key::Next])
            && self.sense(end + 1) == Sense::Unit(Some(Unit::Year))
        {
            return true;
        }
        // "The death of April Smith".
        let given = ["april", "may", "june", "august", "jan"].iter().any(|name| self.is_word(at, name));
        let person = given && self.sense(end) == Sense::Other && self.capital(end);
        if person && !self.preceded(at, &[Key::In, Key::Since, Key::Last, Key::This, Key::Next]) {
            return false;
        }
        if self.preceded(at, LEADS) || matches!(self.sense(end), Sense::Unit(_)) {
            return self.capital(at)
                || self.word(at).len() > 3
                || self.preceded(at, &[Key::In, Key::Last, Key::Next]);
        }
        let distinct = ["january", "february", "september", "october", "november", "december", "july"];
        let joined = at > 0
            && matches!(
                self.sense(at - 1),
                Sense::Mark('-' | '/') | Sense::Key(Key::And | Key::Or | Key::To)
            );
        let joins = self.joiner(end).is_some_and(|next| matches!(self.sense(next), Sense::Month(_)));
        joined || joins || distinct.iter().any(|month| self.is_word(at, month))
    }

    pub fn skip_dot(&self, at: usize) -> usize {
        let short = self.word(at.wrapping_sub(1)).len() <= 5;
        at + usize::from(short && self.mark(at, '.') && self.glued(at) && !self.ends_text(at + 1))
    }

    fn ends_text(&self, at: usize) -> bool {
        at >= self.tokens.len()
    }

    /// "Tuesday, March 7", "Monday the 21st", "Friday".
    pub fn weekday_first(&self, at: usize, weekday: i8) -> Option<Reading> {
        let next = self.skip_dot(at + 1);
        let tied = matches!(self.sense(next), Sense::Mark(',')) || self.mark(next, '-') && self.glued(next);
        let day_at = self.skip(next + usize::from(tied), Key::The);
        let date = self.deeper(|| match self.sense(day_at) {
            Sense::Month(month) => self.month_first(day_at, month),
            _ => self.numeric(day_at).or_else(|| self.day_month(day_at)),
        });
        if let Some(date) = date.filter(|date| match &date.shape {
            Shape::Known(period) => period.unit == Unit::Day,
            Shape::Pattern(pattern) => pattern.unit() == Unit::Day,
            _ => false,
        }) {
            return Some(date);
        }
        if let Some((day, end)) = self.day_number(day_at)
            && (self.ordinal(day_at).is_some()
                || matches!(self.sense(end), Sense::Mark('.' | ',' | '!' | '?' | '\n')))
        {
            let pattern = Pattern::WeekdayOfMonth(weekday, small(day, 31)?);
            return Some(Reading::relative(Shape::Pattern(pattern), end));
        }
        let short = self.word(at).len() <= 4;
        let led = self.preceded(at, LEADS)
            || at > 0 && matches!(self.sense(at - 1), Sense::Unit(_) | Sense::Mark('-'));
        let sun = self.preceded(at, &[Key::The]) && !self.capital(at);
        (!short || led || self.capital(at) && !self.preceded(at, &[Key::The]) && !sun).then_some(())?;
        let end = match self.sense(at + 1) {
            Sense::Key(Key::Morning) => at + 2,
            _ => at + 1,
        };
        Some(Reading::relative(Shape::Pattern(Pattern::Weekday(weekday)), end))
    }

    /// "On the 4th", "on 4th", where nothing follows that it could count.
    pub fn day_alone(&self, at: usize) -> Option<Reading> {
        let (day, end) = self.ordinal(at)?;
        let lead = at - usize::from(self.preceded(at, &[Key::The]));
        let closed = matches!(
            self.sense(end),
            Sense::Mark('.' | ',' | '?' | '!' | ';' | '-' | '\n') | Sense::Key(Key::At)
        );
        (self.preceded(lead, &[Key::On, Key::Of, Key::By, Key::Until, Key::Before, Key::After, Key::Since])
            && closed)
            .then_some(())?;
        Some(Reading::relative(Shape::Pattern(Pattern::DayOfMonth(small(day, 31)?)), end))
    }
}

/// A day that some year has.
pub(super) fn month_day(month: u32, day: u32) -> Option<Pattern> {
    let (month, day) = (small(month, 12)?, small(day, 31)?);
    // 2000 is a leap year. A day that no year has is read, so that nothing else is made of it.
    (month == 2 || Day::new(2000, month, day).is_some()).then_some(Pattern::MonthDay(month, day))
}

pub(super) fn days(month: i8, first: u32, last: u32) -> Option<Pattern> {
    let (first, last) = (small(first, 31)?, small(last, 31)?);
    (first < last && Day::new(2000, month, last).is_some()).then_some(Pattern::Days(month, first, last))
}
