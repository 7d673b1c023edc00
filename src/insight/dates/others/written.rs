//! Dates as other languages than English write them: "3. März 2024", "le 1er mars", "3 de marzo de 2024", "٣ آذار/مارس",
//! "03/03/2024", "im März", "en 2024".

use crate::insight::dates::calendar::Period;
use crate::insight::dates::days::{days, month_day};
use crate::insight::dates::lex::{Key, Sense};
use crate::insight::dates::mention::{Part, Unit};
use crate::insight::dates::numeric::known_day;
use crate::insight::dates::parser::{Parser, Reading, Shape};
use crate::insight::dates::pattern::Pattern;
use crate::insight::grammar::Grammar;

/// Words before a month or a year that stands alone.
const LEADS: &[Key] = &[
    Key::In,
    Key::Since,
    Key::Until,
    Key::Before,
    Key::After,
    Key::Between,
    Key::From,
    Key::To,
    Key::Start,
    Key::Middle,
    Key::End,
];

/// The years that four digits can be.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2150;

/// The longest date written at a place.
pub(super) fn find(parser: &Parser, at: usize) -> Option<Reading> {
    match parser.sense(at) {
        Sense::Number(..) | Sense::Ordinal(_) => {
            [iso(parser, at), figures(parser, at), day_of_month(parser, at), year(parser, at)]
                .into_iter()
                .flatten()
                .max_by_key(|reading| reading.end)
        }
        Sense::Month(month) => month_alone(parser, at, month),
        Sense::Weekday(weekday) => weekday_first(parser, at, weekday),
        Sense::Key(Key::Start) => part(parser, at, Part::Start),
        Sense::Key(Key::Middle) => part(parser, at, Part::Mid),
        Sense::Key(Key::End) => part(parser, at, Part::End),
        _ => None,
    }
}

/// `2024-05-12`, which is the same in every language.
pub(super) fn iso(parser: &Parser, at: usize) -> Option<Reading> {
    let (year, month, day, end) = three(parser, at, '-')?;
    match (year, month, day) {
        ((year, 4), (month, 2), (day, 2)) => known_day(year, month, day, end),
        _ => None,
    }
}

type Digits = (u32, u8);

/// Three numbers with one mark between them, no part of more.
fn three(parser: &Parser, at: usize, mark: char) -> Option<(Digits, Digits, Digits, usize)> {
    let number = |at: usize| match parser.sense(at) {
        Sense::Number(value, length) => Some((value, length)),
        _ => None,
    };
    let tied = (at + 1..at + 5).all(|at| parser.glued(at));
    (tied && parser.mark(at + 1, mark) && parser.mark(at + 3, mark)).then_some(())?;
    // "1.2.2024.5", "A-3-3-2024".
    let begun = parser.glued(at) && !matches!(parser.sense(at - 1), Sense::Mark('(' | '[' | '"' | '«' | '„'));
    let goes_on = parser.glued(at + 5)
        && (matches!(parser.sense(at + 5), Sense::Number(..) | Sense::Other)
            || matches!(parser.sense(at + 5), Sense::Mark('.' | '/' | '-'))
                && parser.glued(at + 6)
                && matches!(parser.sense(at + 6), Sense::Number(..)));
    (!begun && !goes_on).then_some(())?;
    Some((number(at)?, number(at + 2)?, number(at + 4)?, at + 5))
}

/// Day, month and year in figures: by points in German, by points, slashes or hyphens elsewhere.
fn figures(parser: &Parser, at: usize) -> Option<Reading> {
    let marks: &[char] = if parser.grammar() == Grammar::German { &['.'] } else { &['/', '.', '-'] };
    marks.iter().find_map(|&mark| match three(parser, at, mark)? {
        ((day, 1..=2), (month, 1..=2), (year, 4), end) => known_day(year, month, day, end),
        ((year, 4), (month, 1..=2), (day, 1..=2), end) if mark == '/' => known_day(year, month, day, end),
        _ => None,
    })
}

/// A day of a month in figures or as an ordinal, and the place behind it and its stop.
fn day_number(parser: &Parser, at: usize) -> Option<(u32, usize)> {
    let (day, end) = match parser.sense(at) {
        Sense::Number(day, 1..=2) => (day, at + 1),
        Sense::Ordinal(day) => (day, at + 1),
        _ => return None,
    };
    let glued = at > 0 && parser.glued(at) && matches!(parser.sense(at - 1), Sense::Mark('.' | ',' | ':'));
    (!glued && (1..=31).contains(&day)).then_some(())?;
    // German days have a stop.
    match parser.grammar() {
        Grammar::German => (parser.mark(end, '.') && parser.glued(end)).then_some((day, end + 1)),
        _ => Some((day, end)),
    }
}

/// "3. März 2024", "3 au 5 mars", "3 de marzo de 2024", "3 آذار/مارس".
fn day_of_month(parser: &Parser, at: usize) -> Option<Reading> {
    let (mut first, (mut day, mut end)) = (None, day_number(parser, at)?);
    let joins = parser.mark(end, '-') || parser.any(end, &[Key::To, Key::Until, Key::And]);
    let behind = parser.skip(parser.skip(end + 1, Key::The), Key::On);
    if joins
        && let Some((last, last_end)) = day_number(parser, behind)
        && last > day
        // "On 3 and 9 March" are two days.
        && (!parser.key(end, Key::And) || last == day + 1 || parser.preceded(lead(parser, at), &[Key::Between]))
    {
        (first, day, end) = (Some(day), last, last_end);
    }
    end = parser.skip(end, Key::Of);
    let (month, end) = month(parser, end)?;
    let pattern = match first {
        Some(first) => days(month, first, day)?,
        None => month_day(month.unsigned_abs().into(), day)?,
    };
    in_year(parser, pattern, end)
}

/// The place of the article before a date, or its own.
fn lead(parser: &Parser, at: usize) -> usize {
    at - usize::from(parser.preceded(at, &[Key::The]))
}

/// A month, in one name or in two of different calendars of names, and the place behind it.
pub(super) fn month(parser: &Parser, at: usize) -> Option<(i8, usize)> {
    let at = at + usize::from(parser.sense(at) == Sense::Unit(Some(Unit::Month)));
    let Sense::Month(month) = parser.sense(at) else { return None };
    // The stop of "janv. 2024", not that of a sentence.
    let short = parser.mark(at + 1, '.') && matches!(parser.sense(at + 2), Sense::Number(..));
    let end = at + 1 + usize::from(short);
    match (parser.mark(end, '/'), parser.sense(end + 1)) {
        (true, Sense::Month(other)) => (other == month).then_some((month, end + 2)),
        _ => Some((month, end)),
    }
}

/// The year behind a month: "2024", "de 2024", "من عام 2024".
fn year_behind(parser: &Parser, at: usize) -> Option<(i16, usize)> {
    let mut at = parser.skip(at, Key::Of);
    at = parser.skip(at, Key::The);
    at += usize::from(parser.sense(at) == Sense::Unit(Some(Unit::Year)));
    let Sense::Number(year, 4) = parser.sense(at) else { return None };
    YEARS.contains(&year).then_some((i16::try_from(year).ok()?, at + 1))
}

/// Completes a pattern with the year behind it. Other figures there are a year that is not read, and leave it open:
/// "septembre 417", "Juni '97".
fn in_year(parser: &Parser, pattern: Pattern, end: usize) -> Option<Reading> {
    if let Some((year, end)) = year_behind(parser, end) {
        return Some(Reading::explicit(pattern.in_year(year).map_or(Shape::Unresolved, Shape::Known), end));
    }
    let figures = parser.skip_mark(parser.skip(end, Key::Of), '\'');
    (!matches!(parser.sense(figures), Sense::Number(..)))
        .then(|| Reading::relative(Shape::Pattern(pattern), end))
}

/// "März 2024", "im März"; alone it may be a name or a planet.
fn month_alone(parser: &Parser, at: usize, number: i8) -> Option<Reading> {
    let (_, end) = month(parser, at)?;
    let pattern = Pattern::Month(number);
    if year_behind(parser, end).is_some() {
        return in_year(parser, pattern, end);
    }
    let lead = if parser.preceded(at, &[Key::Of, Key::The]) { at - 1 } else { at };
    let named = lead > 0 && parser.sense(lead - 1) == Sense::Unit(Some(Unit::Month));
    (named || parser.preceded(at, LEADS)).then(|| in_year(parser, pattern, end)).flatten()
}

/// "En 2024", "im Jahr 2024", "عام 2024", "Ende 2024".
fn year(parser: &Parser, at: usize) -> Option<Reading> {
    let (Sense::Number(_, 4), Some((year, end))) = (parser.sense(at), year_behind(parser, at)) else {
        return None;
    };
    let called = at > 0 && parser.sense(at - 1) == Sense::Unit(Some(Unit::Year));
    // "In 2000 Haushalten", "en 2000 hogares".
    let counts = matches!(parser.sense(end), Sense::Other | Sense::Unit(_) | Sense::Mark('%' | '€' | '$'));
    let behind = parser.glued(end)
        && matches!(parser.sense(end), Sense::Mark('-' | '/' | '.' | ','))
        && matches!(parser.sense(end + 1), Sense::Number(..))
        && parser.glued(end + 1);
    // "Zwischen 1970 und 1973", "de 1982 à 1990".
    let is_year = |at: usize| matches!(parser.sense(at), Sense::Number(_, 4));
    let ties = [Key::And, Key::To, Key::Until];
    let second = at > 1 && parser.preceded(at, &ties) && is_year(at - 2);
    let first = parser.preceded(at, &[Key::Of]) && parser.any(end, &ties) && is_year(end + 1);
    let led = parser.preceded(at, LEADS)
        && !(counts || parser.grammar() == Grammar::German && parser.preceded(at, &[Key::In]));
    (called || (led || first || second) && !behind)
        .then(|| Period::year(year))
        .flatten()
        .map(|year| Reading::explicit(Shape::Known(year), end))
}

/// "Dienstag, 3. März", "mardi 3 mars", "الثلاثاء 3 مارس", "am Dienstag".
fn weekday_first(parser: &Parser, at: usize, weekday: i8) -> Option<Reading> {
    let place = parser.skip(parser.skip(parser.skip_mark(at + 1, ','), Key::On), Key::The);
    if let Some(date) = [figures(parser, place), day_of_month(parser, place)].into_iter().flatten().next() {
        return Some(date);
    }
    // French and Spanish write a weekday with a capital only at the head of a sentence, else it is a name.
    let small = matches!(parser.grammar(), Grammar::French | Grammar::Spanish);
    (!comes_round(parser, at) && !matches!(parser.sense(place), Sense::Number(..))).then_some(())?;
    let headed = at == 0 || matches!(parser.sense(at - 1), Sense::Mark(_));
    (!small || headed || !parser.capital(at)).then_some(())?;
    let end = at + 1 + usize::from(parser.key(at + 1, Key::Morning));
    Some(Reading::relative(Shape::Pattern(Pattern::Weekday(weekday)), end))
}

/// Whether a weekday is one of all such: "jeden Montag", "les lundis", "de lunes a viernes", "samedi et dimanche".
fn comes_round(parser: &Parser, at: usize) -> bool {
    const TIES: [Key; 3] = [Key::To, Key::Until, Key::And];
    let is_weekday = |at: usize| matches!(parser.sense(at), Sense::Weekday(_));
    let behind = parser.any(at + 1, &TIES) && is_weekday(parser.skip(at + 2, Key::The));
    let start = at - usize::from(parser.preceded(at, &[Key::The]));
    let before = start > 1 && parser.preceded(start, &TIES) && is_weekday(start - 2);
    behind || before || parser.preceded(at, &[Key::Any])
}

/// "Ende Oktober", "fin 2024", "a mediados de marzo de 2025", "منتصف عام 2024".
fn part(parser: &Parser, at: usize, part: Part) -> Option<Reading> {
    let mut place = parser.skip_mark(at + 1, '-');
    for key in [Key::Of, Key::The] {
        place = parser.skip(place, key);
    }
    place += usize::from(matches!(parser.sense(place), Sense::Unit(Some(Unit::Month | Unit::Year))));
    place = parser.skip(place, Key::Of);
    let found = match parser.sense(place) {
        Sense::Month(number) => {
            let (_, end) = month(parser, place)?;
            in_year(parser, Pattern::Month(number), end)?
        }
        Sense::Number(_, 4) => {
            let (year, end) = year_behind(parser, place)?;
            Reading::explicit(Shape::Known(Period::year(year)?), end)
        }
        _ => return None,
    };
    Some(Reading { part: Some(part), ..found })
}
