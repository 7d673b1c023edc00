//! One name for what took place at two times: the summit of last year and the summit of this year.
//!
//! The name of an event is a run of capitals that ends in a word such as "Summit"; its time is the date in the same
//! sentence, or at the head of the next one ("Held on …"). Names are compared by their last words, so that "the
//! Franco-German Alpine Youth Summit" and "the Alpine Youth Summit" are one.

use std::collections::BTreeMap;
use std::ops::Range;

use super::side::{class, classes};
use super::{Difference, DifferenceKind, Passage, Severity};
use crate::document::{Corpus, Document, SentenceRef};
use crate::insight::dates::{Date, dates};
use crate::insight::grammar::Grammar;

/// Words of a name that tell one event from another.
const NAME_WORDS: usize = 3;
/// Bytes between a name and the date that is its own.
const NEAR: usize = 60;
/// Words between them.
const BETWEEN: usize = 4;

/// An event named with its time.
struct Held {
    passage: Passage,
    days: (Date, Date),
}

/// Finds names that are used for two events.
pub(super) fn events(corpus: &Corpus) -> Vec<(f64, Difference)> {
    let mut named: BTreeMap<Vec<String>, Vec<Held>> = BTreeMap::new();
    let documents = (0u32..).zip(&corpus.documents);
    for (number, article) in documents.filter(|(_, article)| Grammar::of(article) == Grammar::English) {
        let published = article.date.as_deref().and_then(|date| date.parse().ok());
        for (block, part) in (0u32..).zip(&article.blocks) {
            for (sentence, range) in (0u32..).zip(&part.sentences) {
                let text = part.text.get(range.clone()).unwrap_or_default();
                for (name, key) in names(text) {
                    let at = SentenceRef { document: number, block, sentence };
                    if let Some((date, days)) = own_date(text, &name, published) {
                        let marks = [
                            name.start + range.start..name.end + range.start,
                            date.start + range.start..date.end + range.start,
                        ];
                        named
                            .entry(key)
                            .or_default()
                            .push(Held { passage: passage(at, marks.to_vec()), days });
                    } else if let Some(days) = next_date(article, at, published) {
                        let mark = name.start + range.start..name.end + range.start;
                        named.entry(key).or_default().push(Held { passage: passage(at, vec![mark]), days });
                    }
                }
            }
        }
    }
    let mut found = Vec::new();
    for held in named.values() {
        // The first of each year stand for it.
        let mut by_year: BTreeMap<i16, &Held> = BTreeMap::new();
        for one in held.iter().filter(|one| one.days.0.year() == one.days.1.year()) {
            by_year.entry(one.days.0.year()).or_insert(one);
        }
        let years: Vec<&&Held> = by_year.values().collect();
        for pair in years.windows(2) {
            if let [a, b] = pair
                && a.passage.at.document != b.passage.at.document
            {
                let (a, b) = (a.passage.clone(), b.passage.clone());
                found.push((
                    1.0,
                    Difference { kind: DifferenceKind::Events, severity: Severity::Medium, a, b: Some(b) },
                ));
            }
        }
    }
    found
}

fn passage(at: SentenceRef, mut marks: Vec<Range<usize>>) -> Passage {
    marks.sort_by_key(|mark| mark.start);
    Passage { at, marks }
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
fn next_date(article: &Document, at: SentenceRef, published: Option<Date>) -> Option<(Date, Date)> {
    let same = SentenceRef { sentence: at.sentence + 1, ..at };
    let next = SentenceRef { block: at.block + 1, sentence: 0, ..at };
    let text = |at: SentenceRef| {
        let block = article.blocks.get(at.block as usize)?;
        block.text.get(block.sentences.get(at.sentence as usize)?.clone())
    };
    let text = text(same).or_else(|| text(next))?;
    let opens = ["Held ", "It was held ", "It took place "].iter().any(|head| text.starts_with(head));
    let mut words =
        text.split(|c: char| !c.is_alphanumeric()).zip(text.split(|c: char| !c.is_alphanumeric()).skip(1));
    let tells = words.any(|(the, noun)| {
        matches!(the, "the" | "The" | "this" | "This") && classes(noun) & class::EVENT != 0
    });
    let days = dates(text, published).into_iter().find_map(|mention| mention.value?.interval())?;
    ((opens || tells) && days.0.day().is_some()).then_some(days)
}
