//! Dates of a text: where they stand and which days they mean.
//!
//! `lex` cuts the text into tokens with the few meanings that dates are made of; `parser` walks them and, at each
//! place, takes the longest reading that `explicit` (dates as written: `numeric`, `days`, `years`, `nth`), `relative`
//! (what depends on another day; `counted` counts) and `range` find. `settle` says which days a reading means, by
//! `calendar` (periods and their arithmetic) and `pattern` (what comes round every week, month or year); `mention` is
//! what is given out.
//!
//! All of this is English. Of German, French, Spanish and Arabic, `others` reads what is common and sure, with the words of
//! each language as data; of any other language, only `2024-05-12`.
//!
//! # Conventions
//! - A date without a year is the nearer occurrence, the coming one where the words before it look ahead ("will",
//!   "scheduled"). A bare weekday is the past one or today, as in news, unless the words before it look ahead.
//! - `5/12/2024` is May 12, as in the United States, `22/4` April 22 as it can be nothing else, `12.5.2024` is May 12.
//! - Weeks begin on Monday (ISO 8601); "next Friday" is the one of next week.
//! - "Two months ago" is as exact as its unit: a month.
//! - "The day before", "that year", "two years later" count from the date last named, else from the publication.
//!
//! The kinds of expressions are those of TIMEX3 (ISO 24617-1): dates, durations, sets and vague times are told apart.

mod calendar;
mod civil;
mod counted;
mod days;
mod explicit;
mod lex;
mod mention;
mod nth;
mod numeric;
mod others;
mod parser;
mod pattern;
mod range;
mod relative;
mod settle;
#[cfg(test)]
mod tests;
mod years;

pub use mention::{Basis, Bound, Date, DateMention, Part, Unit, Value};
pub(super) use settle::Thread;

use super::grammar::Grammar;

/// The dates of an English text, in order, none overlapping. Relative ones are resolved against the day of
/// publication, as exactly as it is known, or against a date named before; where neither is there, their value is
/// `None`. Durations, recurring and vague times are found too and have values of their own kinds.
///
/// Cost: linear in the text.
///
/// ```
/// use briefing::insight::dates::{Basis, dates};
///
/// let published = "2024-01-25".parse().ok();
/// let found = dates("The pact of May 2008 was renewed last year, after two years of talks.", published);
/// let values: Vec<String> = found.iter().filter_map(|date| Some(date.value?.to_string())).collect();
/// assert_eq!(values, ["2008-05", "2023", "P2Y"]);
/// assert_eq!(found[1].basis, Basis::Relative);
/// assert_eq!(dates("It was renewed last year.", None)[0].value, None);
/// ```
#[must_use]
pub fn dates(text: &str, published: Option<Date>) -> Vec<DateMention> {
    dates_after(Grammar::English, Thread::default(), text, published).0
}

/// The dates of a text that follows others, by the rules of its language: with the date that they named last, and giving the next one's.
pub(super) fn dates_after(
    grammar: Grammar,
    thread: Thread,
    text: &str,
    published: Option<Date>,
) -> (Vec<DateMention>, Thread) {
    parser::Parser::new(grammar, text, published, thread).mentions()
}
