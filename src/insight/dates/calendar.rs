//! Calendar arithmetic: stretches of whole days and how to step between them.
//!
//! Weeks are those of ISO 8601: they begin on Monday, and a week belongs to the month and the year that its
//! Thursday stands in. Seasons are the meteorological ones of the northern hemisphere, three whole months each.

use super::Unit;
use super::civil::Day;

/// Whole days from `start` up to, not including, `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub start: Day,
    pub end: Day,
    /// What it is one of.
    pub unit: Unit,
}

impl Period {
    /// One day.
    pub fn day(day: Day) -> Option<Self> {
        Some(Self { start: day, end: day.tomorrow()?, unit: Unit::Day })
    }

    /// A month of a year.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Self::months(year, month, 1, Unit::Month)
    }

    /// A year.
    pub fn year(year: i16) -> Option<Self> {
        Self::months(year, 1, 12, Unit::Year)
    }

    /// Ten years from `year` on.
    pub fn decade(year: i16) -> Option<Self> {
        Self::months(year, 1, 120, Unit::Decade)
    }

    /// The 19th century is 1800 to 1899, as people say.
    pub fn century(number: i16) -> Option<Self> {
        Self::months(number.checked_sub(1)?.checked_mul(100)?, 1, 1200, Unit::Century)
    }

    /// A run of months.
    pub fn months(year: i16, month: i8, count: i32, unit: Unit) -> Option<Self> {
        let start = Day::new(year, month, 1)?;
        Some(Self { start, end: shifted(start, count, Unit::Month)?, unit })
    }

    /// A week of a year.
    pub fn week(year: i16, week: i8) -> Option<Self> {
        // The fourth of January stands in the first week of its year.
        let first = Self::around(Day::new(year, 1, 4)?, Unit::Week)?;
        let thursday = first.start.after(7 * (i64::from(week) - 1) + 3)?;
        (thursday.year() == year).then(|| Self::around(thursday, Unit::Week)).flatten()
    }

    /// The one of its kind that a day stands in; for a weekend the one of the day's week.
    pub fn around(day: Day, unit: Unit) -> Option<Self> {
        let (year, month) = (day.year(), day.month());
        match unit {
            Unit::Day => Self::day(day),
            Unit::Week | Unit::Weekend | Unit::Fortnight => {
                let monday = day.after(1 - i64::from(day.weekday()))?;
                let (first, last) = match unit {
                    Unit::Week => (0, 7),
                    Unit::Weekend => (5, 7),
                    _ => (0, 14),
                };
                Some(Self { start: monday.after(first)?, end: monday.after(last)?, unit })
            }
            Unit::Month => Self::month(year, month),
            Unit::Quarter => Self::months(year, (month - 1) / 3 * 3 + 1, 3, unit),
            Unit::Half => Self::months(year, (month - 1) / 6 * 6 + 1, 6, unit),
            Unit::Season => {
                let year = if month < 3 { year.checked_sub(1)? } else { year };
                Self::months(year, if month < 3 { 12 } else { month / 3 * 3 }, 3, unit)
            }
            Unit::Year => Self::year(year),
            Unit::Decade => Self::decade(year.checked_sub(year.rem_euclid(10))?),
            Unit::Century => Self::months(year.checked_sub(year.rem_euclid(100))?, 1, 1200, unit),
        }
    }

    /// The one of the same kind so many further on; negative goes back.
    pub fn step(self, count: i32) -> Option<Self> {
        let (size, base) = match self.unit {
            Unit::Weekend => (Unit::Week, self.start),
            unit => (unit, self.start),
        };
        Self::around(shifted(base, count, size)?, self.unit)
    }

    /// Whether a day stands in it.
    pub fn holds(self, day: Day) -> bool {
        self.start <= day && day < self.end
    }

    /// Days between it and a day outside; 0 for one inside.
    pub fn distance(self, day: Day) -> i64 {
        if day < self.start {
            days_between(day, self.start)
        } else if day >= self.end {
            days_between(self.end, day) + 1
        } else {
            0
        }
    }

    /// The part of it that begins so many units in, counted from 0, or from the end with -1; `length` of them.
    pub fn nth(self, nth: i32, length: i32, unit: Unit) -> Option<Self> {
        // The week of a longer period is the one whose Thursday it holds.
        let own = |period: Self| match unit {
            Unit::Week => period.start.after(3),
            _ => Some(period.start),
        };
        let edge = if nth < 0 { self.end.yesterday()? } else { self.start };
        let mut first = Self::around(edge, unit)?;
        if nth < 0 && !self.holds(own(first)?) {
            first = first.step(-1)?;
        } else if nth >= 0 && own(first)? < self.start {
            first = first.step(1)?;
        }
        let first = if nth < 0 { first.step(nth + 1)?.step(1 - length)? } else { first.step(nth)? };
        let last = if length > 1 { first.step(length - 1)? } else { first };
        (self.holds(own(first)?) && self.holds(own(last)?)).then_some(Self { end: last.end, ..first })
    }

    /// The nth day of the week in it, counted as in `nth`.
    pub fn nth_weekday(self, nth: i32, weekday: i8) -> Option<Self> {
        let day = if nth < 0 {
            let last = self.end.yesterday()?;
            let back = (last.weekday() - weekday).rem_euclid(7);
            last.after(-i64::from(back) + 7 * i64::from(nth + 1))?
        } else {
            let ahead = (weekday - self.start.weekday()).rem_euclid(7);
            self.start.after(i64::from(ahead) + 7 * i64::from(nth))?
        };
        self.holds(day).then(|| Self::day(day)).flatten()
    }
}

/// A day so many units later, earlier if negative; the last day of a month stays within a shorter one.
pub(super) fn shifted(day: Day, count: i32, unit: Unit) -> Option<Day> {
    let count = i64::from(count);
    match unit {
        Unit::Day => day.after(count),
        Unit::Week | Unit::Weekend => day.after(count * 7),
        Unit::Fortnight => day.after(count * 14),
        Unit::Month => day.after_months(count),
        Unit::Quarter | Unit::Season => day.after_months(count * 3),
        Unit::Half => day.after_months(count * 6),
        Unit::Year => day.after_months(count * 12),
        Unit::Decade => day.after_months(count * 120),
        Unit::Century => day.after_months(count * 1200),
    }
}

/// A day so many working days later, earlier if negative: Monday to Friday, holidays not known.
pub(super) fn business_days(mut day: Day, count: i32) -> Option<Day> {
    let step = i64::from(count.signum());
    for _ in 0..count.unsigned_abs().min(MOST_BUSINESS_DAYS) {
        day = day.after(step)?;
        while day.weekday() > 5 {
            day = day.after(step)?;
        }
    }
    Some(day)
}

/// Nobody counts further than a few years in working days.
const MOST_BUSINESS_DAYS: u32 = 2_000;

/// Days from one day to a later one.
pub(super) fn days_between(from: Day, to: Day) -> i64 {
    to.number() - from.number()
}

/// Easter Sunday in the Gregorian calendar (the anonymous algorithm in Meeus, Astronomical Algorithms, ch. 8).
pub(super) fn easter(year: i16) -> Option<Day> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Day::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?)
}

/// The nth weekday of a month, from the end if negative.
pub(super) fn weekday_of_month(year: i16, month: i8, nth: i8, weekday: i8) -> Option<Day> {
    let nth = if nth > 0 { nth - 1 } else { nth };
    Some(Period::month(year, month)?.nth_weekday(nth.into(), weekday)?.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i16, month: i8, day: i8) -> Day {
        Day::new(year, month, day).unwrap()
    }

    #[test]
    fn easter_falls_where_the_church_has_it() {
        for (year, month, day) in [(1961, 4, 2), (2000, 4, 23), (2019, 4, 21), (2024, 3, 31), (2038, 4, 25)] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn weeks_belong_to_the_month_of_their_thursday() {
        let july = Period::month(2016, 7).unwrap();
        assert_eq!(july.nth(-1, 1, Unit::Week).unwrap().start, date(2016, 7, 25));
        let july = Period::month(2017, 7).unwrap();
        assert_eq!(july.nth(-1, 1, Unit::Week).unwrap().start, date(2017, 7, 24));
        let year = Period::year(2015).unwrap();
        assert_eq!(year.nth(0, 1, Unit::Week).unwrap().start, date(2014, 12, 29));
        let weeks = Period::year(2021).unwrap().nth(0, 2, Unit::Week).unwrap();
        assert_eq!((weeks.start, weeks.end), (date(2021, 1, 4), date(2021, 1, 18)));
        assert_eq!(july.nth(5, 1, Unit::Week), None);
    }

    #[test]
    fn weekdays_are_counted_from_either_end() {
        let may = Period::month(2024, 5).unwrap();
        assert_eq!(may.nth_weekday(0, 1).unwrap().start, date(2024, 5, 6));
        assert_eq!(may.nth_weekday(-1, 1).unwrap().start, date(2024, 5, 27));
        assert_eq!(may.nth_weekday(4, 1), None);
    }

    #[test]
    fn steps_end_with_the_calendar_and_do_not_fail() {
        assert_eq!(Period::year(9999).and_then(|year| year.step(1)), None);
        assert_eq!(shifted(date(2024, 1, 1), i32::MAX, Unit::Century), None);
        assert_eq!(business_days(date(2024, 1, 5), 1), Some(date(2024, 1, 8)));
    }

    #[test]
    fn winter_reaches_into_the_next_year() {
        let winter = Period::around(date(2024, 1, 15), Unit::Season).unwrap();
        assert_eq!((winter.start, winter.end), (date(2023, 12, 1), date(2024, 3, 1)));
    }
}
