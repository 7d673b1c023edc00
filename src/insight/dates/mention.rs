//! What is given out: a place in the text with the days it means.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::calendar::Period;
use super::civil::Day;
pub use crate::api::Basis;

/// A day, a month or a year of the Gregorian calendar, from year 0 to 9999; always one that exists. Ordered by its
/// first day, the less exact first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    /// 0 where not known.
    month: i8,
    /// 0 where not known.
    day: i8,
}

impl Date {
    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, where it is known.
    #[must_use]
    pub fn day(self) -> Option<i8> {
        (self.day > 0).then_some(self.day)
    }

    /// First and last day of it.
    ///
    /// ```
    /// use briefing::insight::dates::Date;
    ///
    /// let (first, last) = "2024-02".parse::<Date>().unwrap().days();
    /// assert_eq!((first.to_string(), last.to_string()), ("2024-02-01".into(), "2024-02-29".into()));
    /// ```
    #[must_use]
    pub fn days(self) -> (Self, Self) {
        let month = self.month().unwrap_or(12);
        let last = || Some(Day::new(self.year, month, 1)?.last_of_month());
        (
            Self { year: self.year, month: self.month.max(1), day: self.day.max(1) },
            Self { year: self.year, month, day: self.day().or_else(last).unwrap_or(31) },
        )
    }

    /// Whether all days of another date are days of this one.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        let (own, others) = (self.days(), other.days());
        own.0 <= others.0 && others.1 <= own.1
    }

    /// Days from the first day of another date to the first day of this one; negative if it is later.
    #[must_use]
    pub fn days_after(self, other: Self) -> i64 {
        match (self.first_day(), other.first_day()) {
            (Some(own), Some(others)) => own.number() - others.number(),
            _ => 0,
        }
    }

    pub(super) fn of_day(day: Day) -> Self {
        Self { year: day.year(), month: day.month(), day: day.day() }
    }

    pub(super) fn first_day(self) -> Option<Day> {
        Day::new(self.year, self.month.max(1), self.day.max(1))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

/// Something that is no `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or a day that never was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDate;

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected YYYY, YYYY-MM or YYYY-MM-DD, a day that was")
    }
}

impl std::error::Error for NoDate {}

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let mut parts = text.split('-');
        let mut number = |length| match parts.next() {
            Some(part) if part.len() == length && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(|_| NoDate)
            }
            Some(_) => Err(NoDate),
            None => Ok(None),
        };
        let small = |part: Option<i16>| i8::try_from(part.unwrap_or(1)).map_err(|_| NoDate);
        let (year, month, day) = (number(4)?.ok_or(NoDate)?, number(2)?, number(2)?);
        if parts.next().is_some() {
            return Err(NoDate);
        }
        let known = Day::new(year, small(month)?, small(day)?).ok_or(NoDate)?;
        Ok(Self { year, month: month.map_or(0, |_| known.month()), day: day.map_or(0, |_| known.day()) })
    }
}

/// Measures of time, from short to long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Unit {
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
}

/// Which part of a date is meant: "early 2024", "mid-May", "the end of the year".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The first half.
    Early,
    /// About the middle.
    Mid,
    /// The second half.
    Late,
    /// The beginning: of a year its first third.
    Start,
    /// The end: of a year its last third.
    End,
}

/// Which side of a date is meant, by the words before it: "before 2010", "since May".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Bound {
    Before,
    After,
    Since,
    /// Until, by, no later than.
    Until,
}

/// What an expression of time means. As text ([`Display`](fmt::Display)) it is `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or
/// `start/end` for what lies on the calendar, an ISO 8601 duration, or the name of a vague time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A day, a month, a year.
    Date(Date),
    /// One period that is no [`Date`]: a week, a quarter, the nineties, the first two weeks of May. `start` and `end`
    /// are both in it.
    Period {
        /// What it is one of.
        unit: Unit,
        /// First day, month or year of it.
        start: Date,
        /// Last day, month or year of it.
        end: Date,
    },
    /// From one date to another, both included.
    Range {
        /// The first.
        start: Date,
        /// The last.
        end: Date,
    },
    /// A count of units next to the day of publication: "the past decade", "the next two weeks".
    Stretch {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
        /// First day.
        start: Date,
        /// Last day.
        end: Date,
    },
    /// A length of time with no place on the calendar: "for ten years".
    Duration {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
    },
    /// Again and again: "every Monday".
    Recurring,
    /// Some time that has been: "recently", "the last several years".
    VaguePast,
    /// About now.
    VaguePresent,
    /// Some time to come: "in the coming days".
    VagueFuture,
}

impl Value {
    /// First and last date of what lies on the calendar as a point or an interval of its own; `None` for stretches,
    /// durations, recurring and vague times, at which nothing can be said to have happened.
    #[must_use]
    pub fn interval(self) -> Option<(Date, Date)> {
        match self {
            Self::Date(date) => Some((date, date)),
            Self::Period { start, end, .. } | Self::Range { start, end } => Some((start, end)),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Date(date) => date.fmt(f),
            Self::Period { start, end, .. }
            | Self::Range { start, end }
            | Self::Stretch { start, end, .. } => {
                write!(f, "{start}/{end}")
            }
            Self::Duration { count, unit } => {
                let (factor, letter) = match unit {
                    Unit::Day => (1, 'D'),
                    Unit::Weekend => return write!(f, "P{count}WE"),
                    Unit::Week => (1, 'W'),
                    Unit::Fortnight => (2, 'W'),
                    Unit::Month => (1, 'M'),
                    Unit::Quarter | Unit::Season => (3, 'M'),
                    Unit::Half => (6, 'M'),
                    Unit::Year => (1, 'Y'),
                    Unit::Decade => (10, 'Y'),
                    Unit::Century => (100, 'Y'),
                };
                write!(f, "P{}{letter}", u64::from(count) * factor)
            }
            Self::Recurring => f.write_str("SET"),
            Self::VaguePast => f.write_str("PAST_REF"),
            Self::VaguePresent => f.write_str("PRESENT_REF"),
            Self::VagueFuture => f.write_str("FUTURE_REF"),
        }
    }
}

/// An expression of time at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// What it means; `None` for a relative date where the day that it counts from is not known.
    pub value: Option<Value>,
    /// Whether it is written out.
    pub basis: Basis,
    /// The part of the value that is meant, where only one is; of a range, the part of its last date.
    pub part: Option<Part>,
    /// The side of the value that is meant, where the words before it say so.
    pub bound: Option<Bound>,
    /// First and last day meant, as closely as the words can be read: the first half of the year for "early 2024",
    /// the day of the month two months before for "two months ago". `None` where the value is no interval.
    pub days: Option<(Date, Date)>,
}

impl Date {
    /// A period as a date, where it is one.
    pub(super) fn of_period(period: Period) -> Option<Self> {
        let day = Self::of_day(period.start);
        match period.unit {
            Unit::Day if period.start.tomorrow() == Some(period.end) => Some(day),
            Unit::Month => Some(Self { day: 0, ..day }),
            Unit::Year => Some(Self { month: 0, day: 0, ..day }),
            _ => None,
        }
    }

    /// First and last date of a period, as exact as its unit.
    pub(super) fn edges(period: Period) -> Option<(Self, Self)> {
        let (first, last) = (Self::of_day(period.start), Self::of_day(period.end.yesterday()?));
        Some(match period.unit {
            Unit::Month | Unit::Quarter | Unit::Season | Unit::Half => {
                (Self { day: 0, ..first }, Self { day: 0, ..last })
            }
            Unit::Year | Unit::Decade | Unit::Century => {
                (Self { month: 0, day: 0, ..first }, Self { month: 0, day: 0, ..last })
            }
            _ => (first, last),
        })
    }
}
