//! The dates of one article that can be placed on the calendar and may make events.

use std::ops::Range;

use super::label;
use crate::document::{BlockKind, Document};
use crate::insight::dates::{Basis, Bound, Date, Thread, Unit, Value, dates_after};
use crate::insight::findings::short;
use crate::insight::grammar::Grammar;

/// A date of an article, whatever words stand around it.
#[derive(Debug)]
pub(in crate::insight) struct Dated {
    /// Index of its block, and of its sentence in the block.
    pub at: (u32, u32),
    /// First and last date.
    pub interval: (Date, Date),
    pub basis: Basis,
    /// Bytes of the block's text.
    pub mention: Range<u32>,
    /// Its name, where it has one.
    pub label: Option<Range<u32>>,
    /// The part of the sentence with no other date than this one.
    pub around: Range<u32>,
    /// Whether the sentence is a whole one of running text.
    pub told: bool,
}

/// The dates of an article, in order.
pub(in crate::insight) fn dated(article: &Document) -> Vec<Dated> {
    let published = article.date.as_deref().and_then(|date| date.parse().ok());
    let grammar = Grammar::of(article);
    let mut all = Vec::new();
    let mut thread = Thread::default();
    for (block, part) in (0u32..).zip(&article.blocks) {
        let found;
        (found, thread) = dates_after(grammar, thread, &part.text, published);
        let mut found = found.into_iter().peekable();
        for (number, sentence) in (0u32..).zip(&part.sentences) {
            let mut here = Vec::new();
            while let Some(mention) = found.next_if(|mention| mention.span.start < sentence.end) {
                here.push(mention);
            }
            for (place, mention) in here.iter().enumerate() {
                let span = &mention.span;
                if is_stamp(&part.text, span) {
                    continue;
                }
                let dated = !matches!(mention.bound, Some(Bound::Before | Bound::Until | Bound::After));
                let Some(interval) =
                    mention.value.filter(|value| dated && happens(*value)).and_then(Value::interval)
                else {
                    continue;
                };
                let english = grammar == Grammar::English;
                let label = english.then(|| label::label(&part.text, sentence.clone(), span)).flatten();
                let before = place.checked_sub(1).and_then(|before| here.get(before));
                let left = before.map_or(sentence.start, |before| before.span.end);
                let right = here.get(place + 1).map_or(sentence.end, |next| next.span.start);
                all.push(Dated {
                    at: (block, number),
                    interval,
                    basis: mention.basis,
                    mention: short(span),
                    label: label.as_ref().map(short),
                    around: short(&(left..right)),
                    told: part.kind == BlockKind::Paragraph && is_closed(part.text.get(sentence.clone())),
                });
            }
        }
    }
    all.shrink_to_fit();
    all
}

/// Words before the date that a page, not a text, has.
const STAMPS: &[&str] = &["updated", "published", "posted", "aired", "modified", "accessed", "retrieved"];

/// Whether a date is the page's: behind "updated" or before a time of the day ("26 April 2009 18.45 BST").
fn is_stamp(text: &str, mention: &Range<usize>) -> bool {
    let before = text.get(..mention.start).unwrap_or_default();
    let mut words = before.split_ascii_whitespace().rev();
    let word = words.next().unwrap_or_default().trim_end_matches(':');
    let stamped = before.ends_with([' ', ':']) && STAMPS.iter().any(|stamp| word.eq_ignore_ascii_case(stamp));
    let behind = text.get(mention.end..).unwrap_or_default();
    let rest = behind.trim_start_matches([' ', ',', '-', '–', '|', '·']);
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let clock = rest.get(digits..).is_some_and(|rest| {
        let two = rest.as_bytes().get(1..3).is_some_and(|two| two.iter().all(u8::is_ascii_digit));
        rest.starts_with([':', '.']) && two
    });
    stamped || clock && (1..=2).contains(&digits)
}

/// Whether a sentence ends as sentences do.
fn is_closed(sentence: Option<&str>) -> bool {
    let marks = ['"', '”', '’', '\'', ')'];
    sentence.is_some_and(|text| text.trim_end_matches(marks).ends_with(['.', '!', '?']))
}

/// Whether something can be said to have happened then: not in a century.
fn happens(value: Value) -> bool {
    !matches!(value, Value::Period { unit: Unit::Century, .. })
}
