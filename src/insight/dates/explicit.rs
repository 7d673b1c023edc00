//! Dates as they are written: days, months, years, decades, quarters, seasons, days with a name. What lacks its
//! year comes back as a pattern.

use jiff::civil::Date as Day;

use super::calendar::Period;
use super::lex::{Key, Sense};
use super::mention::Unit;
use super::parser::{Parser, Reading, Shape};
use super::pattern::{Pattern, holiday};

/// Words after which a month, a year or a short weekday stands as a date and not as a name, a verb or a count.
const LEADS: &[Key] = &[
    Key::In,
    Key::Since,
    Key::Until,
    Key::By,
    Key::From,
    Key::Of,
    Key::Last,
    Key::Next,
    Key::This,
    Key::Early,
    Key::Middle,
    Key::Late,
    Key::Through,
    Key::Between,
    Key::During,
    Key::Before,
    Key::After,
    Key::Past,
    Key::Previous,
    Key::Coming,
    Key::Starting,
    Key::Start,
    Key::End,
    Key::On,
    Key::Earlier,
    Key::Later,
];

impl Parser<'_> {
    /// The longest date written at a place.
    pub fn explicit(&self, at: usize) -> Option<Reading> {
        match self.sense(at) {
            Sense::Number(..) => [self.numeric(at), self.day_month(at), self.number_first(at)]
                .into_iter()
                .flatten()
                .max_by_key(|reading| reading.end),
            Sense::Ordinal(_) | Sense::Cardinal(_) => {
                [self.day_month(at), self.nth(at), self.spelled_year(at)]
                    .into_iter()
                    .flatten()
                    .max_by_key(|r| r.end)
            }
            Sense::Month(month) => self.holiday(at).or_else(|| self.month_first(at, month)),
            Sense::Weekday(weekday) => self.weekday_first(at, weekday),
            Sense::Season(season) => self.season(at, season),
            Sense::Decade(decade) => self.nineties(at, decade),
            Sense::Key(Key::The) => self.deeper(|| self.explicit_after_the(at)),
            Sense::Key(Key::Last) => self.nth(at),
            Sense::Mark('\'') => self.short_year(at),
            Sense::Holiday => self.holiday(at),
            Sense::Other => self.quarter_letter(at),
            _ => None,
        }
    }

    fn explicit_after_the(&self, at: usize) -> Option<Reading> {
        match self.sense(at + 1) {
            // "The 2008 agreement", "the Monday meeting": the article is not the date's.
            Sense::Month(_) | Sense::Weekday(_) => None,
            Sense::Number(_, 4) => self
                .explicit(at + 1)
                .filter(|found| matches!(found.shape, Shape::Known(period) if period.unit == Unit::Decade)),
            Sense::Number(..) => self.day_month(at + 1),
            Sense::Ordinal(_) => self.explicit(at + 1).or_else(|| self.day_alone(at)),
            Sense::Cardinal(_) | Sense::Decade(_) | Sense::Key(Key::Last) | Sense::Mark('\'') => {
                self.explicit(at + 1)
            }
            _ => None,
        }
    }

    /// "The 4th", where nothing follows that it could count.
    fn day_alone(&self, at: usize) -> Option<Reading> {
        let (day, end) = self.ordinal(at + 1)?;
        let closed =
            matches!(self.sense(end), Sense::Mark('.' | ',' | '?' | '!' | ';' | '\n') | Sense::Key(Key::At));
        (self.preceded(at, &[Key::On, Key::By, Key::Until, Key::Before, Key::After, Key::Since]) && closed)
            .then_some(())?;
        Some(Reading::relative(Shape::Pattern(Pattern::DayOfMonth(small(day, 31)?)), end))
    }

    /// `2024-05-12`, `5/12/2024`, `12.5.2024`, `2019/Aug/01`, `5/12`, `20240512`.
    fn numeric(&self, at: usize) -> Option<Reading> {
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
            None if length == 4 && digits == 2 && mark == '-' && !self.glued(at + 3) => {
                Some(Reading::explicit(Shape::Known(month_of(first, small(second, 12)?)?), at + 3))
            }
            None if length <= 2 && digits <= 2 => self.month_slash_day(at, first, second, mark),
            None => None,
        }
    }

    /// "5/12", where something says that it is a date and no fraction.
    fn month_slash_day(&self, at: usize, first: u32, second: u32, mark: char) -> Option<Reading> {
        let end = at + 3;
        (!self.glued(end) || !matches!(self.sense(end), Sense::Number(..) | Sense::Other)).then_some(())?;
        if (first, second, mark) == (9, 11, '/') {
            return known_day(2001, 9, 11, end);
        }
        let listed = at > 3
            && self.mark(at - 3, '/')
            && matches!(
                self.sense(at - 1),
                Sense::Mark(',' | '-') | Sense::Key(Key::Or | Key::And | Key::To)
            );
        let weekday = at > 0 && matches!(self.sense(at - 1), Sense::Weekday(_));
        let led = self.preceded(at, LEADS) || self.preceded(at, &[Key::To, Key::For]);
        (weekday || mark == '/' && (led || listed)).then_some(())?;
        let pattern = |month, day| month_day(month, day).map(|pattern| self.with_year(pattern, end));
        pattern(first, second).or_else(|| pattern(second, first))
    }

    /// "22 April 2016", "the 4th of July", "the 23rd day of May", "3 to 12 of September".
    fn day_month(&self, at: usize) -> Option<Reading> {
        let (day, mut next) = self.day_number(at)?;
        let mut first = None;
        if let Some(joined) = self.joiner(next)
            && let Some((last, end)) = self.day_number(self.skip(joined, Key::The))
            && last > day
        {
            first = Some(day);
            next = end;
            return self.day_month_rest(at, first, last, next);
        }
        self.day_month_rest(at, first, day, next)
    }

    fn day_month_rest(&self, at: usize, first: Option<u32>, day: u32, mut next: usize) -> Option<Reading> {
        if matches!(self.sense(next), Sense::Unit(Some(Unit::Day))) && self.key(next + 1, Key::Of) {
            next += 1;
            if let Some(month) = self.sense_of_month(next) {
                let pattern = Pattern::DayOfMonth(small(day, 31)?);
                return Some(Reading::resolved(pattern.inside(month.0), month.1));
            }
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

    /// "The month", which only a day of it can be of.
    fn sense_of_month(&self, at: usize) -> Option<(Period, usize)> {
        let at = self.skip(at, Key::Of);
        (self.key(at, Key::The) && matches!(self.sense(at + 1), Sense::Unit(Some(Unit::Month))))
            .then_some(())?;
        Some((Period::around(self.now(Unit::Month)?, Unit::Month)?, at + 2))
    }

    /// A number that may be a day of a month.
    fn day_number(&self, at: usize) -> Option<(u32, usize)> {
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
    fn month_first(&self, at: usize, month: i8) -> Option<Reading> {
        let mut next = self.skip_dot(at + 1);
        if matches!(self.sense(next), Sense::Mark('/' | '-')) && self.glued(next) && self.glued(next + 1) {
            next += 1;
        }
        let day_at = self.skip(next, Key::The);
        if self.year_in_words(next).is_none()
            && let Some((day, end)) = self.day_number(day_at)
            && let Some(pattern) = month_day(month.unsigned_abs().into(), day)
        {
            return Some(self.days_of_month(month, day, pattern, end));
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

    fn days_of_month(&self, month: i8, day: u32, pattern: Pattern, end: usize) -> Reading {
        if let Some(joined) = self.joiner(end)
            && let Some((last, end)) = self.day_number(self.skip(joined, Key::The))
            && !matches!(self.sense(end), Sense::Month(_) | Sense::Mark('/'))
            && !matches!(self.sense(end), Sense::Key(Key::Of))
            && (!self.key(joined - 1, Key::And) || last == day + 1)
            && let Some(run) = days(month, day, last)
        {
            return self.with_year(run, end);
        }
        self.with_year(pattern, end)
    }

    /// Completes a day of a month with the year behind it.
    fn with_year(&self, pattern: Pattern, end: usize) -> Reading {
        let place = match self.sense(end) {
            Sense::Mark(',') | Sense::Key(Key::Of | Key::In) => end + 1,
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
    fn stands_alone(&self, at: usize, end: usize) -> bool {
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

    /// "Tuesday, March 7", "Monday the 21st", "Friday".
    fn weekday_first(&self, at: usize, weekday: i8) -> Option<Reading> {
        let next = self.skip_dot(at + 1);
        let day_at = self.skip(self.skip_mark(next, ','), Key::The);
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
            || at > 0 && matches!(self.sense(at - 1), Sense::Unit(_) | Sense::Weekday(_) | Sense::Mark('-'));
        let sun = self.preceded(at, &[Key::The]) && !self.capital(at);
        (!short || led || self.capital(at) && !self.preceded(at, &[Key::The]) && !sun).then_some(())?;
        let end = match self.sense(at + 1) {
            Sense::Key(Key::Morning) => at + 2,
            _ => at + 1,
        };
        Some(Reading::relative(Shape::Pattern(Pattern::Weekday(weekday)), end))
    }

    fn season(&self, at: usize, season: i8) -> Option<Reading> {
        let place = match self.sense(at + 1) {
            Sense::Key(Key::Of | Key::In) => at + 2,
            _ => self.skip_mark(at + 1, ','),
        };
        let pattern = Pattern::Part(Unit::Season, season);
        if let Some((year, end)) = self.year_number(place) {
            return Some(Reading::explicit(Shape::Known(pattern.in_year(year)?), end));
        }
        let verb = matches!(self.word(at).to_ascii_lowercase().as_str(), "fall" | "spring");
        let article = at > 1 && self.preceded(at, &[Key::The]) && self.preceded(at - 1, LEADS);
        let led = self.preceded(
            at,
            &[Key::In, Key::This, Key::Last, Key::Next, Key::Since, Key::By, Key::Until, Key::During],
        );
        (article || led && !(verb && self.preceded(at, &[Key::By]))).then_some(())?;
        Some(Reading::relative(Shape::Pattern(pattern), at + 1))
    }

    /// What begins with a year: "2008", "1990s", "2017 April", "2019-H2".
    fn number_first(&self, at: usize) -> Option<Reading> {
        let (value, length) = self.digits(at)?;
        let end = at + 1;
        let plural = self.skip_mark(end, '\'');
        if self.key(plural, Key::S) && self.glued(end) && value % 10 == 0 && (length == 4 || length == 2) {
            // "1990's" with an apostrophe is the decade only where a year would stand oddly; both are written.
            let owner = plural > end && length == 4;
            if !owner {
                return self.decade(value, length, plural + 1);
            }
        }
        if length == 4 && value % 10 == 0 && self.key(end, Key::S) && !self.glued(end) {
            return self.decade(value, length, end + 1);
        }
        let (year, end) = self.year_number(at)?;
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

    fn decade(&self, value: u32, length: u8, end: usize) -> Option<Reading> {
        let year = if length == 4 { value } else { full_year(value, 2)? };
        Some(Reading::explicit(Shape::Known(Period::decade(i16::try_from(year).ok()?)?), end))
    }

    fn nineties(&self, at: usize, decade: u32) -> Option<Reading> {
        let led = self.preceded(at, &[Key::The, Key::Early, Key::Late, Key::Middle])
            || at > 0 && self.mark(at - 1, '-');
        // "In his nineties" is an age.
        led.then(|| self.decade(decade, 2, at + 1)).flatten()
    }

    /// "'87", "the '90s".
    fn short_year(&self, at: usize) -> Option<Reading> {
        let Sense::Number(value, 2) = self.sense(at + 1) else { return None };
        (self.glued(at + 1) && !self.glued(at)).then_some(())?;
        if self.key(at + 2, Key::S) && self.glued(at + 2) && value % 10 == 0 {
            return self.decade(value, 2, at + 3);
        }
        let year = i16::try_from(full_year(value, 2)?).ok()?;
        let led = self.preceded(at, LEADS);
        led.then(|| Some(Reading::explicit(Shape::Known(Period::year(year)?), at + 2))).flatten()
    }

    /// "Q1", "H2", with a year before or behind.
    fn quarter_letter(&self, at: usize) -> Option<Reading> {
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

    /// "The third quarter", "the 19th century", "the first two weeks of May", "the last Monday in June".
    fn nth(&self, at: usize) -> Option<Reading> {
        let (nth, next) = match self.ordinal(at) {
            Some((nth, next)) => (i32::try_from(nth).ok()? - 1, next),
            None if self.key(at, Key::Last) => (-1, at + 1),
            None => return None,
        };
        let (length, next) = match self.number(next) {
            Some((length @ 2..=31, next)) => (i32::try_from(length).ok()?, next),
            _ => (1, next),
        };
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
                (unit == Unit::Quarter).then(|| Reading::relative(Shape::Pattern(pattern), next + 1))
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

    /// A day with a name, its year behind it.
    fn holiday(&self, at: usize) -> Option<Reading> {
        let mut ends = Vec::new();
        let mut next = at;
        while ends.len() < 4 && !matches!(self.sense(next), Sense::Mark(_)) {
            ends.push(next);
            next = self.skip_possessive(next + 1);
        }
        let (pattern, count) = holiday(|place| Some(self.word(*ends.get(place)?).to_lowercase()))?;
        let mut end = ends.get(count - 1)? + 1;
        let pattern = match (pattern, self.sense(end)) {
            (Pattern::Holiday(number), Sense::Unit(Some(Unit::Weekend))) => {
                end += 1;
                Pattern::HolidayWeekend(number)
            }
            (pattern, _) => pattern,
        };
        let place = match self.sense(end) {
            Sense::Mark(',') | Sense::Key(Key::Of | Key::In) => end + 1,
            _ => end,
        };
        match self.year_number(place) {
            Some((year, end)) => Some(Reading::explicit(Shape::Known(pattern.in_year(year)?), end)),
            None => Some(Reading::relative(Shape::Pattern(pattern), end)),
        }
    }

    fn skip_dot(&self, at: usize) -> usize {
        let short = self.word(at.wrapping_sub(1)).len() <= 5;
        at + usize::from(short && self.mark(at, '.') && self.glued(at) && !self.ends_text(at + 1))
    }

    fn ends_text(&self, at: usize) -> bool {
        at >= self.tokens.len()
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
    fn year_in_words(&self, at: usize) -> Option<(i16, usize)> {
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

    fn spelled_year(&self, at: usize) -> Option<Reading> {
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
                    || at > 1 && PREFIXES.iter().any(|prefix| self.is_word(at - 2, prefix))
            }
            Some(Sense::Other) => !self.glued(at) && !self.approximate(at - 1),
            Some(_) => !self.glued(at),
        };
        let counted = COUNTED.iter().any(|word| self.is_word(at + 1, word))
            || matches!(self.sense(at + 1), Sense::Unit(_) | Sense::Cardinal(_) | Sense::Mark('%'));
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
        than || APPROXIMATE.iter().any(|word| self.is_word(at, word))
    }
}

/// What may be tied to a year by a hyphen.
const PREFIXES: &[&str] = &["post", "pre", "mid", "early", "late", "since", "non"];

/// Words before a count that may look like a year.
const APPROXIMATE: &[&str] = &[
    "about",
    "some",
    "nearly",
    "almost",
    "around",
    "over",
    "least",
    "approximately",
    "roughly",
    "room",
    "flight",
    "highway",
    "route",
    "page",
    "no",
    "number",
    "model",
];

/// What is counted in thousands.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "troops",
    "soldiers",
    "fighters",
    "dollars",
    "euros",
    "pounds",
    "miles",
    "km",
    "kilometers",
    "kilometres",
    "meters",
    "metres",
    "feet",
    "tons",
    "tonnes",
    "percent",
    "homes",
    "jobs",
    "workers",
    "refugees",
    "pages",
    "words",
    "times",
    "degrees",
    "votes",
    "million",
    "billion",
    "acres",
    "hectares",
    "houses",
    "families",
    "students",
    "employees",
    "members",
    "copies",
    "seats",
    "points",
    "m",
    "ft",
];

fn small(value: u32, most: u32) -> Option<i8> {
    (1..=most).contains(&value).then(|| i8::try_from(value).ok()).flatten()
}

/// Two digits are a year of the last century from 30 on: POSIX has 69, but births and wars are told of more often than
/// the next decades.
fn full_year(year: u32, digits: u8) -> Option<u32> {
    match digits {
        4 => (1000..2200).contains(&year).then_some(year),
        2 => Some(if year < 30 { 2000 + year } else { 1900 + year }),
        _ => None,
    }
}

fn known_day(year: u32, month: u32, day: u32, end: usize) -> Option<Reading> {
    let (year, month, day) = (i16::try_from(year).ok()?, small(month, 12)?, small(day, 31)?);
    (1000..2200).contains(&year).then_some(())?;
    let shape = match Day::new(year, month, day) {
        Ok(day) => Shape::Known(Period::day(day)?),
        Err(_) => Shape::Unresolved,
    };
    Some(Reading::explicit(shape, end))
}

fn month_of(year: u32, month: i8) -> Option<Period> {
    Period::month(i16::try_from(full_year(year, 4)?).ok()?, month)
}

/// A day that some year has.
fn month_day(month: u32, day: u32) -> Option<Pattern> {
    let (month, day) = (small(month, 12)?, small(day, 31)?);
    // 2000 is a leap year. A day that no year has is read, so that nothing else is made of it.
    (month == 2 || Day::new(2000, month, day).is_ok()).then_some(Pattern::MonthDay(month, day))
}

fn days(month: i8, first: u32, last: u32) -> Option<Pattern> {
    let (first, last) = (small(first, 31)?, small(last, 31)?);
    (first < last && Day::new(2000, month, last).is_ok()).then_some(Pattern::Days(month, first, last))
}
