//! Days of publication: what people write, checked and brought to `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

use jiff::fmt::temporal::Pieces;

use crate::insight::dates::Date;

/// The day of an ISO 8601 date or timestamp, as precise as it was given; a timestamp's day is the one written, in
/// its own time zone. `None` where it is no such date or names a day that never was.
pub(super) fn day(text: &str) -> Option<String> {
    let text = text.trim();
    if let Ok(date) = text.parse::<Date>() {
        return Some(date.to_string());
    }
    let day = Pieces::parse(text).ok()?.date();
    (day.year() >= 0).then(|| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision_and_timestamps_their_day() {
        for (given, kept) in [
            ("2024", "2024"),
            ("2024-02", "2024-02"),
            ("2024-02-29", "2024-02-29"),
            (" 2024-02-29 ", "2024-02-29"),
            ("2024-02-29T23:30:00-08:00", "2024-02-29"),
            ("2024-02-29 23:30:00", "2024-02-29"),
            ("2024-02-29T23:30:00Z", "2024-02-29"),
            ("2024-02-29T23:30:00.123+01:00", "2024-02-29"),
        ] {
            assert_eq!(day(given).as_deref(), Some(kept), "{given}");
        }
    }

    #[test]
    fn days_that_never_were_are_no_dates() {
        for given in [
            "2023-02-29",
            "2024-13",
            "2024-00",
            "yesterday",
            "26 January 2024",
            "",
            "24",
            "2024-1",
            "-002024-01-01",
        ] {
            assert_eq!(day(given), None, "{given}");
        }
    }
}
