//! One name for what took place at two times: the summit of last year and the summit of this year.
//!
//! The name of an event is a run of capitals that ends in a word such as "Summit"; its time is the date in the same
//! sentence, or at the head of the next one ("Held on …"). Names are compared by their last words, so that "the
//! Franco-German Alpine Youth Summit" and "the Alpine Youth Summit" are one.

use std::ops::Range;

use super::side::{class, classes};
use super::{Difference, DifferenceKind, Passage, Severity};
use crate::document::{Document, SentenceRef};
use crate::insight::dates::{Date, dates};
use crate::insight::grammar::Grammar;
use crate::order::{Arrange as _, Map};

/// Words of a name that tell one event from another.
const NAME_WORDS: usize = 3;
/// Bytes between a name and the date that is its own.
const NEAR: usize = 60;
/// Words between them.
const BETWEEN: usize = 4;

/// An event that an article names with its time.
#[derive(Debug)]
pub(in crate::insight) struct Held {
    /// The last words of its name, the last one first.
    name: Vec<String>,
    /// Index of the block, and of the sentence in it.
    at: (u32, u32),
    /// The name and its date, bytes of the block's text.
    marks: Vec<Range<usize>>,
    days: (Date, Date),
}

/// The events that an article names with their times, in order.
pub(in crate::insight) fn held(article: &Document) -> Vec<Held> {
    let mut all = Vec::new();
    if Grammar::of(article) != Grammar::English {
        return all;
    }
    let published = article.date.as_deref().and_then(|date| date.parse().ok());
    for (block, part) in (0u32..).zip(&article.blocks) {
        for (sentence, range) in (0u32..).zip(&part.sentences) {
            let text = part.text.get(range.clone()).unwrap_or_default();
            for (span, name) in names(text) {
                let at = (block, sentence);
                let mark = |span: &Range<usize>| span.start + range.start..span.end + range.start;
                if let Some((date, days)) = own_date(text, &span, published) {
                    let mut marks = vec![mark(&span), mark(&date)];
                    marks.arrange_by_key(|mark| mark.start);
                    all.push(Held { name, at, marks, days });
                } else if let Some(days) = next_date(article, at, published) {
                    all.push(Held { name, at, marks: vec![mark(&span)], days });
                }
            }
        }
    }
    all
}

/// Finds names that are used for two events; `held` are the events of each document.
pub(super) fn events(held: &[&Vec<Held>]) -> Vec<(f64, Difference)> {
    let mut named: Map<&[String], Vec<(u32, &Held)>> = Map::new();
    for (document, held) in (0u32..).zip(held) {
        for held in held.iter() {
            named.entry(&held.name).or_default().push((document, held));
        }
    }
    let mut found = Vec::new();
    for held in named.values() {
        // The first of each year stand for it.
        let mut by_year: Map<i16, (u32, &Held)> = Map::new();
        for one in held.iter().filter(|(_, one)| one.days.0.year() == one.days.1.year()) {
            by_year.entry(one.1.days.0.year()).or_insert(*one);
        }
        let years: Vec<(u32, &Held)> = by_year.into_values().collect();
        for pair in years.windows(2) {
            if let &[a, b] = pair
                && a.0 != b.0
            {
                let (a, b) = (passage(a), passage(b));
                found.push((
                    1.0,
                    Difference { kind: DifferenceKind::Events, severity: Severity::Medium, a, b: Some(b) },
                ));
            }
        }
    }
    found
}

fn passage((document, held): (u32, &Held)) -> Passage {
    let (block, sentence) = held.at;
    Passage { at: SentenceRef { document, block, sentence }, marks: held.marks.clone() }
}

/// Names of events in a sentence, with the words that tell them apart.
fn names(text: &str) -> Vec<(Range<usize>, Vec<String>)> {
    let mut found = Vec::new();
    let mut run: Vec<(Range<usize>, String)> = Vec::new();
    let mut at = 0;
    for piece in text.split(|c: char| c.is_whitespace() || c == '-' || c == '–') {
        let start = at;
        at += piece.len()
            + text.get(at + piece.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.starts_with(char::is_uppercase) {
            run.clear();
            continue;
        }
        let offset = piece.len() - piece.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let range = start + offset..start + offset + word.len();
        let lower = word.to_lowercase();
        let event = classes(&lower) & class::EVENT != 0;
        run.push((range.clone(), lower));
        if event && run.len() >= NAME_WORDS {
            let begin = run.first().map_or(range.start, |(first, _)| first.start);
            let key = run.iter().rev().take(NAME_WORDS).map(|(_, word)| word.clone()).collect();
            found.push((begin..range.end, key));
        }
        if event || piece.ends_with([',', '.', ';', ':']) && !piece.contains("U.S.") {
            run.clear();
        }
    }
    found
}

/// The date that stands by a name.
fn own_date(
    text: &str,
    name: &Range<usize>,
    published: Option<Date>,
) -> Option<(Range<usize>, (Date, Date))> {
    let distance = |range: &Range<usize>| {
        if range.start >= name.end { range.start - name.end } else { name.start.saturating_sub(range.end) }
    };
    let dated = dates(text, published).into_iter().filter_map(|mention| {
        let days = mention.value?.interval()?;
        Some((mention.span, days))
    });
    // Little stands between, or tells that it was held.
    let beside = |range: &Range<usize>| {
        let between = if range.start >= name.end { name.end..range.start } else { range.end..name.start };
        let between = text.get(between).unwrap_or_default();
        let mut words = between.split_whitespace();
        let held = words.any(|word| matches!(word, "held" | "place" | "met"));
        let named = |word: &str| word.starts_with(char::is_uppercase) && !word.starts_with("U.S");
        held || !between.split_whitespace().any(named) && between.split_whitespace().count() <= BETWEEN
    };
    dated
        .filter(|(range, _)| distance(range) <= NEAR && beside(range))
        .min_by_key(|(range, _)| distance(range))
}

/// The days that the next sentence gives, where it tells of the event: "Held on …", "It took place …", "… the meeting".
fn next_date(article: &Document, at: (u32, u32), published: Option<Date>) -> Option<(Date, Date)> {
    let text = |block: u32, sentence: u32| {
        let block = article.blocks.get(block as usize)?;
        block.text.get(block.sentences.get(sentence as usize)?.clone())
    };
    let text = text(at.0, at.1 + 1).or_else(|| text(at.0 + 1, 0))?;
    let opens = ["Held ", "It was held ", "It took place "].iter().any(|head| text.starts_with(head));
    let mut words =
        text.split(|c: char| !c.is_alphanumeric()).zip(text.split(|c: char| !c.is_alphanumeric()).skip(1));
    let tells = words.any(|(the, noun)| {
        matches!(the, "the" | "The" | "this" | "This") && classes(noun) & class::EVENT != 0
    });
    (opens || tells).then_some(())?;
    let days = dates(text, published).into_iter().find_map(|mention| mention.value?.interval())?;
    days.0.day().is_some().then_some(days)
}
