//! The Gregorian calendar: days of the years -9999 to 9999, and how they follow each other.

/// A day of a calendar without time zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    year: i16,
    month: i8,
    day: i8,
}

impl Day {
    /// The day of a month from 1 to 12, if there is one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        let known = (-9999..=9999).contains(&year) && (1..=12).contains(&month);
        (known && (1..=days_in_month(year, month)).contains(&day)).then_some(Self { year, month, day })
    }

    /// Its year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Its month, from 1.
    pub fn month(self) -> i8 {
        self.month
    }

    /// Its day of the month, from 1.
    pub fn day(self) -> i8 {
        self.day
    }

    /// The last day of its month.
    pub fn last_of_month(self) -> i8 {
        days_in_month(self.year, self.month)
    }

    /// Its day of the week, from 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> i8 {
        (self.number() + 3).rem_euclid(7) as i8 + 1
    }

    /// The day after it.
    pub fn tomorrow(self) -> Option<Self> {
        self.after(1)
    }

    /// The day before it.
    pub fn yesterday(self) -> Option<Self> {
        self.after(-1)
    }

    /// A day so many days later, earlier if negative.
    pub fn after(self, days: i64) -> Option<Self> {
        Self::numbered(self.number().checked_add(days)?)
    }

    /// The same day so many months later, earlier if negative, or the last one of a shorter month.
    pub fn after_months(self, months: i64) -> Option<Self> {
        let months = (i64::from(self.year) * 12 + i64::from(self.month) - 1).checked_add(months)?;
        let (year, month) = (i16::try_from(months.div_euclid(12)).ok()?, months.rem_euclid(12) as i8 + 1);
        Self::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// Days since 1970-01-01, negative before it. Years are counted from March, so that the leap day is the last of one
    /// (Hinnant, "chrono-compatible low-level date algorithms").
    pub fn number(self) -> i64 {
        let month = (i64::from(self.month) + 9) % 12;
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        year * 365 + leap_days + (153 * month + 2) / 5 + i64::from(self.day) - 1 - 719_468
    }

    /// The day of such a number.
    fn numbered(number: i64) -> Option<Self> {
        const ERA: i64 = 146_097;
        let number = number.checked_add(719_468)?;
        let of_era = number.rem_euclid(ERA);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / (ERA - 1)) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let year = number.div_euclid(ERA) * 400 + year_of_era + i64::from(month >= 10);
        Self::new(i16::try_from(year).ok()?, ((month + 2) % 12 + 1) as i8, day as i8)
    }
}

fn days_in_month(year: i16, month: i8) -> i8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_of_a_cycle_of_leap_years_are_those_of_another_implementation() {
        let (mut day, mut known) = (Day::new(-100, 2, 1), Some(jiff::civil::date(-100, 2, 1)));
        while let (Some(one), Some(other)) = (day.filter(|day| day.year() < 500), known) {
            assert_eq!((one.year, one.month, one.day), (other.year(), other.month(), other.day()));
            assert_eq!(one.weekday(), other.weekday().to_monday_one_offset());
            assert_eq!(one.last_of_month(), other.days_in_month());
            (day, known) = (one.tomorrow(), other.tomorrow().ok());
        }
        assert_eq!(Day::new(9999, 12, 31).and_then(Day::tomorrow), None);
        assert_eq!(Day::new(-9999, 1, 1).and_then(Day::yesterday), None);
    }

    #[test]
    fn months_end_where_another_implementation_ends_them() {
        for months in [-130_000, -1201, -13, -1, 0, 1, 11, 12, 25, 1200, 96_000] {
            for (year, month, day) in
                [(2024, 2, 29), (2023, 12, 31), (-1, 3, 31), (1900, 1, 30), (9999, 10, 31)]
            {
                let expected =
                    jiff::civil::date(year, month, day).checked_add(jiff::Span::new().months(months));
                let expected = expected.ok().map(|day| (day.year(), day.month(), day.day()));
                let found = Day::new(year, month, day).and_then(|day| day.after_months(months.into()));
                assert_eq!(
                    found.map(|day| (day.year, day.month, day.day)),
                    expected,
                    "{year}-{month}-{day} {months}"
                );
            }
        }
        assert_eq!(Day::new(2024, 1, 1).and_then(|day| day.after_months(i64::MAX)), None);
        assert_eq!(Day::new(2024, 1, 1).and_then(|day| day.after(i64::MAX)), None);
        for (year, month, day) in [(2023, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (10_000, 1, 1)]
        {
            assert_eq!(Day::new(year, month, day), None);
        }
    }
}
