//! Days of publication: what people write, checked and brought to `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

use crate::insight::dates::Date;

/// The day of an ISO 8601 date or timestamp, as precise as it was given; a timestamp's day is the one written, in
/// its own time zone. `None` where it is no such date or names a day that never was.
pub(super) fn day(text: &str) -> Option<String> {
    let text = text.trim();
    let (date, time) = text.split_once(['T', 't', ' ']).map_or((text, None), |(day, time)| (day, Some(time)));
    let date: Date = as_iso(date).as_deref().unwrap_or(date).parse().ok()?;
    time.is_none_or(|time| date.day().is_some() && is_time(time)).then(|| date.to_string())
}

/// `20240229`, `2024/02/29` and `29.2.2024` as `2024-02-29`: in these orders, no two days are written alike.
fn as_iso(date: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let parted = |sign| date.split(sign).collect::<Vec<&str>>();
    let (year, month, day) = match (parted('/').as_slice(), parted('.').as_slice()) {
        (&[year, month, day], _) | (_, &[day, month, year]) => (year, month, day),
        _ if date.len() == 8 => (date.get(..4)?, date.get(4..6)?, date.get(6..)?),
        _ => return None,
    };
    let within = |part: &str| (1..=2).contains(&part.len()) && digits(part);
    (year.len() == 4 && digits(year) && within(month) && within(day))
        .then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// Whether it is a time of day, maybe with a zone: `10:00`, `10:00:00.5Z`, `1000-0800`, `10:00+01:00[Europe/Malta]`.
fn is_time(text: &str) -> bool {
    let (text, name) = text.split_once('[').map_or((text, None), |(text, name)| (text, Some(name)));
    let (clock, offset) = text.split_at(text.find(['Z', 'z', '+', '-']).unwrap_or(text.len()));
    // A space before the zone is how some write it.
    let clock = clock.strip_suffix(' ').filter(|_| !offset.is_empty()).unwrap_or(clock);
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_zone = matches!(offset, "" | "Z" | "z") || offset.get(1..).is_some_and(is_clock);
    is_clock(clock) && digits(fraction) && is_zone && name.is_none_or(|name| name.ends_with(']'))
}

/// Whether these are hours, minutes and seconds of two digits each, or the first of them, with colons or without.
fn is_clock(text: &str) -> bool {
    let parts: Vec<&[u8]> = match text.contains(':') {
        true => text.split(':').map(str::as_bytes).collect(),
        false => text.as_bytes().chunks(2).collect(),
    };
    let most = [b"23", b"59", b"60"];
    let within = |(part, most): (&&[u8], &&[u8; 2])| {
        part.len() == 2 && part.iter().all(u8::is_ascii_digit) && *part <= most.as_slice()
    };
    (1..=most.len()).contains(&parts.len()) && parts.iter().zip(&most).all(within)
}

/// The day of a feed's item or a page: as [`day`] has it, or as mail writes it ("Tue, 4 Mar 2031 08:15:00 GMT", "March 4, 2031").
/// Time and zone, which feeds write in many ways, are passed over.
#[cfg(feature = "formats")]
pub(super) fn of_feed(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(day) = day(text) {
        return Some(day);
    }
    // "Tue, " may be missing, the zone be of any kind.
    let weekday = text.split_once(',').filter(|(day, _)| day.chars().all(char::is_alphabetic));
    let bare = weekday.map_or(text, |(_, rest)| rest);
    let mut words = bare.split([' ', ',']).filter(|word| !word.is_empty());
    let (mut number, mut month, year) = (words.next()?, words.next()?, words.next()?);
    if month.starts_with(|c: char| c.is_ascii_digit()) {
        std::mem::swap(&mut number, &mut month);
    }
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let short = month.get(..3)?.to_ascii_lowercase();
    let month = 1 + MONTHS.iter().position(|known| *known == short)?;
    if !(1..=2).contains(&number.len()) || year.len() != 4 {
        return None;
    }
    day(&format!("{year}-{month:02}-{number:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "formats")]
    #[test]
    fn feeds_write_days_as_mail_does() {
        for (given, kept) in [
            ("Tue, 04 Mar 2031 08:15:00 GMT", Some("2031-03-04")),
            ("Tue, 4 March 2031 23:15:00 -0800", Some("2031-03-04")),
            ("4 Mar 2031 8:15 XST", Some("2031-03-04")),
            ("Tuesday, March 4, 2031 8:15 am", Some("2031-03-04")),
            ("Mar 04 2031", Some("2031-03-04")),
            ("2031-03-04T08:15:00Z", Some("2031-03-04")),
            ("30 Feb 2031 08:15:00 GMT", None),
            ("last Tuesday", None),
        ] {
            assert_eq!(of_feed(given).as_deref(), kept, "{given}");
        }
    }

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
            ("20240229", "2024-02-29"),
            ("2024/02/29", "2024-02-29"),
            ("2024/2/29 23:30", "2024-02-29"),
            ("29.02.2024", "2024-02-29"),
            ("9.2.2024", "2024-02-09"),
            ("2024-02-29 23:30:00 +0900", "2024-02-29"),
            ("20240229T233000+0100", "2024-02-29"),
            ("2024-02-29t08z", "2024-02-29"),
            ("2024-02-29T23:30+01:00[Europe/Malta]", "2024-02-29"),
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
            "2024-02 10:00",
            "2024-02-29T",
            "2024-02-29T24:00",
            "2024-02-29T23:3",
            "2024-02-29T23:30:00:00",
            "2024-02-29 and later",
            "2024-02-29T23:30+",
            "02/29/2024",
            "29.13.2024",
            "29.2.24",
            "1.2.3.2024",
        ] {
            assert_eq!(day(given), None, "{given}");
        }
    }
}
