//! Dates that depend on the day of publication: "gestern", "la semaine dernière", "hace dos años", "الأسبوع الماضي".

use super::written::month;
use crate::insight::dates::calendar::{Period, shifted};
use crate::insight::dates::civil::Day;
use crate::insight::dates::lex::{Key, Sense};
use crate::insight::dates::mention::Unit;
use crate::insight::dates::parser::{Parser, Reading};
use crate::insight::dates::pattern::Pattern;
use crate::insight::grammar::Grammar;

/// Units of which there are several.
const PLURALS: [&str; 16] = [
    "jahre",
    "jahren",
    "monate",
    "monaten",
    "wochen",
    "tage",
    "tagen",
    "années",
    "ans",
    "semaines",
    "jours",
    "años",
    "semanas",
    "meses",
    "días",
    "سنوات",
];

/// The longest relative date at a place.
pub(super) fn find(parser: &Parser, at: usize) -> Option<Reading> {
    match parser.sense(at) {
        Sense::Day(days) => near_day(parser, at, days),
        Sense::Key(Key::Ago) => ago(parser, at),
        Sense::Key(Key::Last | Key::Next | Key::This) => before(parser, at),
        Sense::Unit(_) | Sense::Weekday(_) | Sense::Month(_) => behind(parser, at),
        _ => None,
    }
}

/// "Gestern", "mañana". Small words of other meanings: "der Morgen", "por la mañana", "hoy en día".
fn near_day(parser: &Parser, at: usize, days: i8) -> Option<Reading> {
    let noun = parser.preceded(at, &[Key::The, Key::This, Key::Of, Key::On])
        || days == 1 && parser.grammar() == Grammar::German && parser.capital(at)
        || parser.grammar() == Grammar::Spanish && parser.key(at + 1, Key::In);
    (!noun).then_some(())?;
    let end = at + 1 + usize::from(parser.key(at + 1, Key::Morning) || parser.sense(at + 1) == Sense::Day(1));
    let day = parser.now(Unit::Day).and_then(|now| now.after(days.into()));
    // "غدا الاثنين": the weekday must be the same.
    let agrees = |day: &Day| match parser.sense(end) {
        Sense::Weekday(weekday) => day.weekday() == weekday,
        _ => true,
    };
    Some(Reading::resolved(day.filter(agrees).and_then(Period::day), end))
}

/// "Vor zwei Jahren", "il y a un an", "قبل عامين".
fn ago(parser: &Parser, at: usize) -> Option<Reading> {
    let (count, unit, end) = match (parser.sense(at + 1), parser.sense(at + 2)) {
        (Sense::Pair(unit), _) => (2, unit, at + 2),
        (Sense::Number(count, 1..=3) | Sense::Cardinal(count), Sense::Unit(Some(unit))) => {
            (count, unit, at + 3)
        }
        // "قبل عام" is one year ago, "قبل عام 2024" is before it.
        (Sense::Unit(Some(unit)), next)
            if parser.grammar() == Grammar::Arabic
                && !matches!(next, Sense::Number(..) | Sense::Ordinal(_)) =>
        {
            (1, unit, at + 2)
        }
        _ => return None,
    };
    let steps = i32::try_from(count).ok()?.checked_neg()?;
    let day = parser.now(unit).and_then(|now| shifted(now, steps, unit));
    let period = day.and_then(|day| Period::around(day, unit));
    Some(Reading { exact: day, ..Reading::resolved(period, end) })
}

fn steps(parser: &Parser, at: usize) -> Option<i32> {
    match parser.sense(at) {
        Sense::Key(Key::Last) => Some(-1),
        Sense::Key(Key::This | Key::Current) => Some(0),
        Sense::Key(Key::Next) => Some(1),
        _ => None,
    }
}

/// "Vergangene Woche", "cette année", "el próximo lunes", "هذا العام".
fn before(parser: &Parser, at: usize) -> Option<Reading> {
    let steps = steps(parser, at)?;
    // "La dernière semaine" is the last one of something.
    (steps == 0 || matches!(parser.grammar(), Grammar::German | Grammar::Spanish)).then_some(())?;
    let end = at + 2;
    // "In der letzten Woche des Monats".
    let more = parser.key(end, Key::Of) || steps == 0 && steps_behind(parser, end);
    (!more).then_some(())?;
    counted(parser, at + 1, steps, end)
}

/// "La semaine dernière", "le mois prochain", "lundi dernier", "العام الحالي".
fn behind(parser: &Parser, at: usize) -> Option<Reading> {
    (parser.grammar() != Grammar::German).then_some(())?;
    // "الألف عام الماضية": an Arabic unit that is one of its kind has the article.
    let single = !matches!(parser.sense(at), Sense::Unit(_)) || parser.word(at).starts_with("ال");
    (single || parser.grammar() != Grammar::Arabic).then_some(())?;
    let end = month(parser, at).map_or(at + 1, |(_, end)| end);
    let steps = steps(parser, end).filter(|_| !parser.key(end, Key::This))?;
    counted(parser, at, steps, end + 1)
}

fn steps_behind(parser: &Parser, at: usize) -> bool {
    steps(parser, at).is_some_and(|steps| steps != 0)
}

/// The unit, weekday or month at a place so many steps from now.
fn counted(parser: &Parser, at: usize, steps: i32, end: usize) -> Option<Reading> {
    let day = parser.now(Unit::Day);
    let found = match parser.sense(at) {
        Sense::Unit(Some(unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Year))) => {
            let here = parser.now(unit).and_then(|now| Period::around(now, unit));
            here.and_then(|here| if steps == 0 { Some(here) } else { here.step(steps) })
        }
        Sense::Weekday(weekday) => day.and_then(|day| beside(&Pattern::Weekday(weekday), day, steps)),
        Sense::Month(month) => {
            parser.now(Unit::Month).and_then(|now| beside(&Pattern::Month(month), now, steps))
        }
        _ => return None,
    };
    // "In den letzten Jahren" is no year.
    let several = PLURALS.iter().any(|plural| parser.word(at).to_lowercase() == *plural);
    (!several && (steps != 0 || matches!(parser.sense(at), Sense::Unit(_))))
        .then_some(Reading::resolved(found, end))
}

/// The occurrence before a day, or behind it.
fn beside(pattern: &Pattern, day: Day, steps: i32) -> Option<Period> {
    if steps < 0 {
        return pattern.around(day).0.filter(|past| !past.holds(day));
    }
    pattern.around(day.after(1)?).1
}
