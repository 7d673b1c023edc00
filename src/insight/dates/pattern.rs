//! Dates that come round: "July 22", "Monday", "the third quarter", "Easter". Each has one occurrence in every year,
//! month or week, and which one is meant follows from a longer period that is named, or from the day of
//! publication.

use std::sync::LazyLock;

use super::Unit;
use super::calendar::{Period, days_between, easter, weekday_of_month};
use super::civil::Day;
use crate::data::data;
use crate::order::Arrange as _;

/// What comes round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// A month of any year.
    Month(i8),
    /// A day of a month of any year; may be 29 February.
    MonthDay(i8, i8),
    /// A run of days of a month, first and last.
    Days(i8, i8, i8),
    /// The nth quarter, half, season or week.
    Part(Unit, i8),
    /// A day with a name: index into the list.
    Holiday(usize),
    /// The week end next to a day with a name.
    HolidayWeekend(usize),
    /// A day of the week.
    Weekday(i8),
    /// A day of any month.
    DayOfMonth(i8),
    /// A day of any month that is a given weekday.
    WeekdayOfMonth(i8, i8),
    /// The nth (from the end if negative), how many, and of what: "the last week of July".
    Nth(i32, i32, Unit, Box<Pattern>),
    /// The nth weekday of it: "the third Monday in January".
    NthWeekday(i32, i8, Box<Pattern>),
}

/// What the words before a date look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// What is to come.
    Ahead,
    /// What has been.
    Back,
    /// Nothing tells.
    Unknown,
}

/// How far an occurrence may be looked for: leap days are at most eight years apart.
const REACH: i16 = 8;
/// A weekday falls on a given day of some month within a year or so (at most 14 months).
const MONTHS: i32 = 15;

impl Pattern {
    /// Its occurrence in a year, if it is one that comes every year.
    pub fn in_year(&self, year: i16) -> Option<Period> {
        match self {
            Self::Month(month) => Period::month(year, *month),
            Self::MonthDay(month, day) => Period::day(Day::new(year, *month, *day)?),
            Self::Days(month, first, last) => {
                let last = Day::new(year, *month, *last)?;
                let start = Day::new(year, *month, *first)?;
                (start < last).then_some(())?;
                Some(Period { start, end: last.tomorrow()?, unit: Unit::Day })
            }
            Self::Part(Unit::Quarter, n) => Period::months(year, (n - 1) * 3 + 1, 3, Unit::Quarter),
            Self::Part(Unit::Half, n) => Period::months(year, (n - 1) * 6 + 1, 6, Unit::Half),
            Self::Part(Unit::Season, n) => Period::months(year, n * 3, 3, Unit::Season),
            Self::Part(_, n) => Period::week(year, *n),
            Self::Holiday(number) => HOLIDAYS.get(*number)?.rule.day(year).and_then(Period::day),
            Self::HolidayWeekend(number) => {
                let day = HOLIDAYS.get(*number)?.rule.day(year)?;
                // A Monday's long week end is the one before it.
                let weekend = Period::around(day.after(-3)?, Unit::Weekend)?;
                Some(Period { end: weekend.end.max(day.tomorrow()?), ..weekend })
            }
            Self::Nth(nth, length, unit, of) => of.in_year(year)?.nth(*nth, *length, *unit),
            Self::NthWeekday(nth, weekday, of) => of.in_year(year)?.nth_weekday(*nth, *weekday),
            Self::Weekday(_) | Self::DayOfMonth(_) | Self::WeekdayOfMonth(..) => None,
        }
    }

    /// Its first occurrence in a longer period.
    pub fn inside(&self, outer: Period) -> Option<Period> {
        let found = match self {
            Self::Weekday(weekday) => outer.nth_weekday(0, *weekday)?,
            Self::DayOfMonth(day) | Self::WeekdayOfMonth(_, day) => {
                Period::day(Day::new(outer.start.year(), outer.start.month(), *day)?)?
            }
            // Week 1 may begin in the year before.
            Self::Part(Unit::Week, _) => return self.in_year(outer.start.year()),
            _ => {
                let years = [outer.start.year(), outer.end.year()];
                years.iter().filter_map(|year| self.in_year(*year)).find(|found| outer.holds(found.start))?
            }
        };
        outer.holds(found.start).then_some(found)
    }

    /// The last occurrence that begins before a day, and the first that does not.
    pub fn around(&self, day: Day) -> (Option<Period>, Option<Period>) {
        match self {
            Self::Weekday(weekday) => {
                let ahead = (weekday - day.weekday()).rem_euclid(7);
                let next = day.after(ahead.into());
                (next.and_then(|next| next.after(-7)).and_then(Period::day), next.and_then(Period::day))
            }
            Self::DayOfMonth(_) | Self::WeekdayOfMonth(..) => {
                let here = Period::around(day, Unit::Month);
                let near = (-MONTHS..=MONTHS).filter_map(|step| self.fitting(here?.step(step)?));
                Self::sides(near, day)
            }
            _ => {
                let year = day.year();
                let years = year.saturating_sub(REACH)..=year.saturating_add(REACH);
                Self::sides(years.filter_map(|year| self.in_year(year)), day)
            }
        }
    }

    fn fitting(&self, month: Period) -> Option<Period> {
        let found = self.inside(month)?;
        match self {
            Self::WeekdayOfMonth(weekday, _) => (found.start.weekday() == *weekday).then_some(found),
            _ => Some(found),
        }
    }

    fn sides(found: impl Iterator<Item = Period>, day: Day) -> (Option<Period>, Option<Period>) {
        let mut sides = (None, None);
        for period in found {
            if period.start < day {
                sides.0 = Some(period);
            } else if sides.1.is_none() {
                sides.1 = Some(period);
            }
        }
        sides
    }

    /// The occurrence that an article of that day means, by the tense of the words before it. Where they tell nothing,
    /// a weekday is the past one, as news tell what has been, anything else the nearer one. What is still going on, or
    /// today, is meant first.
    pub fn meant(&self, day: Day, tense: Tense) -> Option<Period> {
        let (past, next) = self.around(day);
        let (Some(past), Some(next)) = (past, next) else { return past.or(next) };
        if past.holds(day) {
            return Some(past);
        }
        let nearer = days_between(day, next.start) < past.distance(day);
        Some(match tense {
            _ if next.start == day => next,
            Tense::Ahead => next,
            Tense::Unknown if nearer && !matches!(self, Self::Weekday(_)) => next,
            Tense::Back | Tense::Unknown => past,
        })
    }

    /// How exact it is.
    pub fn unit(&self) -> Unit {
        match self {
            Self::Month(_) => Unit::Month,
            Self::Part(unit, _) | Self::Nth(_, _, unit, _) => *unit,
            Self::HolidayWeekend(_) => Unit::Weekend,
            _ => Unit::Day,
        }
    }
}

/// A day with a name.
struct Holiday {
    words: Vec<&'static str>,
    rule: Rule,
}

enum Rule {
    Fixed(i8, i8),
    /// Month, weekday, which one of them, days after it.
    Weekday(i8, i8, i8, i64),
    Easter(i64),
}

impl Rule {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace();
        let (month, day) = (parts.next()?, parts.next()?);
        if month == "easter" {
            return Some(Self::Easter(day.parse().ok()?));
        }
        let month = month.parse().ok()?;
        let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let Some(weekday) = weekdays.iter().position(|name| *name == day) else {
            return Some(Self::Fixed(month, day.parse().ok()?));
        };
        let nth = parts.next()?.parse().ok()?;
        let days = parts.next().map_or(Some(0), |days| days.parse().ok())?;
        Some(Self::Weekday(month, i8::try_from(weekday).ok()? + 1, nth, days))
    }

    fn day(&self, year: i16) -> Option<Day> {
        match *self {
            Self::Fixed(month, day) => Day::new(year, month, day),
            Self::Weekday(month, weekday, nth, days) => {
                weekday_of_month(year, month, nth, weekday)?.after(days)
            }
            Self::Easter(days) => easter(year)?.after(days),
        }
    }
}

/// Longest names first.
static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    let lines = data!("holidays.txt").lines();
    let mut all: Vec<Holiday> = lines
        .filter_map(|line| line.split_once(':'))
        .flat_map(|(rule, names)| {
            names.split(',').filter_map(|name| {
                Some(Holiday { words: name.split_whitespace().collect(), rule: Rule::parse(rule)? })
            })
        })
        .collect();
    all.arrange_by_key(|holiday| usize::MAX - holiday.words.len());
    all
});

/// First words of names.
pub(super) fn holiday_openers() -> impl Iterator<Item = &'static str> {
    HOLIDAYS.iter().filter_map(|holiday| holiday.words.first().copied())
}

/// The day whose name begins some words, its longest name; and how many words it takes. `word` gives the words in
/// small letters, apostrophes and what stands after them left out.
pub(super) fn holiday(word: impl Fn(usize) -> Option<String>) -> Option<(Pattern, usize)> {
    let longest = HOLIDAYS.first()?.words.len();
    let words: Vec<String> = (0..longest).map_while(word).collect();
    let found = HOLIDAYS.iter().position(|holiday| {
        holiday.words.len() <= words.len() && holiday.words.iter().zip(&words).all(|(a, b)| a == b)
    })?;
    Some((Pattern::Holiday(found), HOLIDAYS.get(found)?.words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i16, month: i8, day: i8) -> Day {
        Day::new(year, month, day).unwrap()
    }

    #[test]
    fn every_line_of_the_list_is_read() {
        let lines = data!("holidays.txt").lines();
        let names: usize = lines.map(|line| line.split(',').count()).sum();
        assert_eq!(HOLIDAYS.len(), names);
        for holiday in HOLIDAYS.iter() {
            assert!(holiday.rule.day(2024).is_some(), "{:?}", holiday.words);
        }
    }

    #[test]
    fn a_weekday_is_the_past_one_and_today_unless_the_text_looks_ahead() {
        let monday = Pattern::Weekday(1);
        let start = |day, tense| monday.meant(day, tense).map(|period| period.start);
        assert_eq!(start(date(2024, 1, 24), Tense::Unknown), Some(date(2024, 1, 22)));
        assert_eq!(start(date(2024, 1, 24), Tense::Ahead), Some(date(2024, 1, 29)));
        assert_eq!(start(date(2024, 1, 22), Tense::Unknown), Some(date(2024, 1, 22)));
    }

    #[test]
    fn a_day_of_a_month_is_the_nearer_one_unless_the_tense_tells() {
        let day = Pattern::MonthDay(12, 20);
        let start = |from, tense| day.meant(from, tense).map(|period| period.start);
        assert_eq!(start(date(2024, 1, 24), Tense::Unknown), Some(date(2023, 12, 20)));
        assert_eq!(start(date(2024, 1, 24), Tense::Ahead), Some(date(2024, 12, 20)));
        assert_eq!(start(date(2024, 12, 1), Tense::Unknown), Some(date(2024, 12, 20)));
        assert_eq!(start(date(2024, 12, 1), Tense::Back), Some(date(2023, 12, 20)));
    }

    #[test]
    fn leap_days_are_found_years_away() {
        let (past, next) = Pattern::MonthDay(2, 29).around(date(2017, 3, 22));
        assert_eq!(past.map(|day| day.start), Some(date(2016, 2, 29)));
        assert_eq!(next.map(|day| day.start), Some(date(2020, 2, 29)));
    }

    #[test]
    fn a_weekday_with_a_day_is_looked_for_in_the_months_around() {
        let (past, next) = Pattern::WeekdayOfMonth(1, 13).around(date(2022, 5, 1));
        assert_eq!(past.map(|day| day.start), Some(date(2021, 12, 13)));
        assert_eq!(next.map(|day| day.start), Some(date(2022, 6, 13)));
    }
}
