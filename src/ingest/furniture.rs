//! Page furniture: which lines of a page are no part of its article, told by their form and place.
//!
//! No line of any page is listed here. The signals, and what they rest on:
//!
//! 1. **Drawn lines** hold no letter or digit: rules, `---|`, `* * *`, `###`.
//! 2. **Broken tables**: a row with one cell that is no sentence. Rows with more cells hold data and stay.
//! 3. **Interface words**: every word of the line is of the vocabulary of page interfaces (`furniture.txt`), numbers
//!    apart: "Share", "2 min read", "Sign up for our newsletter". The vocabulary has no word of narration (was, said,
//!    he), so that no statement is made of it alone. Words that are also headings (names of sections, networks,
//!    "video") count only at the edges or beside other furniture. A line that *begins* with an interface word and
//!    consists of them to 70 % is an invitation ("Subscribe to the … newsletter").
//! 4. **Lines that lead elsewhere**: "Read more: …", "Tags: …": a phrase, a colon, and no statement behind it.
//! 5. **Edges.** The article begins with its first statement (six words or more that end in a full stop) and ends
//!    with its last. Before it, lines of one to four words between other such lines, and crumbs ("Home > World"), are
//!    labels. After it, a short line is the title of a block with nothing in it, and longer lines without a full stop
//!    under such a title are teasers. Bylines, dates, captions, leads with their lists and lines of data stay.
//! 6. **Repetition**: a line at an edge that stands twice on the page, or at the edges of three pages whose articles
//!    begin differently.
//!
//! Dropping a sentence is worse than keeping a label. Hence: a statement is dropped by rule 3 only; what form and place alone
//! (5, 6) would drop is kept when it is more than three tenths of the page. Short lines after the article that no block
//! title announces are kept where other lines stand among them, or where there are more than three (a table of results
//! looks like that), and where they hold more than words. A page without a statement has no edges.

use std::ops::Range;

use serde::Serialize;

use super::form::{ends_sentence, is_drawn, is_running, is_statement, size};
use super::label::{Label, label};
use super::unit::{Mark, Text};
use super::vocabulary::{self, Interface, interface};

/// Why a line was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Rule {
    /// It holds no letter or digit.
    Drawn,
    /// It is the only cell of a table row.
    BrokenTable,
    /// It is made of the words of page interfaces.
    Interface,
    /// It leads to another article, or lists labels.
    LeadsElsewhere,
    /// It is a label before or after the article.
    Edge,
    /// It stands again on the page, or on other pages.
    Repeated,
    /// It is, or repeats, the title.
    Title,
    /// It stands outside of the article in the markup of its page.
    Outside,
}

/// Words up to which a line at an edge is a label, not a line of text.
pub(super) const LABEL: usize = 4;

/// What was found of one page.
#[derive(Clone, Debug, Default)]
pub(super) struct Verdict {
    /// For each unit, why it is dropped.
    pub(super) dropped: Vec<Option<Rule>>,
    /// From the first to the last statement.
    pub(super) body: Range<usize>,
}

impl Verdict {
    /// Whether the unit at an index is kept.
    pub(super) fn keeps(&self, index: usize) -> bool {
        matches!(self.dropped.get(index), Some(None))
    }

    /// Drops a unit, if it is still kept.
    pub(super) fn drop(&mut self, index: usize, rule: Rule) {
        if let Some(slot @ None) = self.dropped.get_mut(index) {
            *slot = Some(rule);
        }
    }

    /// Whether the unit at an index is dropped.
    pub(super) fn drops(&self, index: usize) -> bool {
        matches!(self.dropped.get(index), Some(Some(_)))
    }
}

/// Applies the rules that need no more than the line (1 to 4), and finds the edges.
pub(super) fn judge(text: &Text) -> Verdict {
    let mut verdict = Verdict {
        dropped: text.units.iter().map(|unit| by_line(text.of(unit), unit.mark)).collect(),
        ..Verdict::default()
    };
    beside_furniture(text, &mut verdict);
    verdict.body = body(text, &verdict);
    for index in verdict.body.start..text.units.len() {
        if vocabulary::leads_elsewhere(text.at(index)) {
            verdict.drop(index, Rule::LeadsElsewhere);
        }
    }
    teasers_inside(text, &mut verdict);
    verdict
}

fn by_line(text: &str, mark: Mark) -> Option<Rule> {
    if is_drawn(text) {
        Some(Rule::Drawn)
    } else if matches!(mark, Mark::Row(0 | 1)) && !is_running(text) {
        Some(Rule::BrokenTable)
    } else if interface(text) == Some(Interface::Anywhere) || is_copyright(text) {
        Some(Rule::Interface)
    } else {
        None
    }
}

/// "© 2024 …", "Copyright 2024 …".
fn is_copyright(text: &str) -> bool {
    let after = text.strip_prefix('©').or_else(|| {
        text.strip_prefix("Copyright ")
            .filter(|rest| rest.starts_with(|c: char| c == '©' || c == '(' || c.is_ascii_digit()))
    });
    after.is_some() && size(text) <= 25
}

/// Lines of edge vocabulary next to furniture are furniture, and so on from line to line.
fn beside_furniture(text: &Text, verdict: &mut Verdict) {
    let count = text.units.len();
    let spread = |verdict: &mut Verdict, index: usize, neighbour: Option<usize>| {
        if neighbour.is_some_and(|n| verdict.drops(n)) && is_edge_word(text.at(index)) {
            verdict.drop(index, Rule::Interface);
        }
    };
    for index in 0..count {
        spread(verdict, index, index.checked_sub(1));
    }
    for index in (0..count).rev() {
        spread(verdict, index, Some(index + 1));
    }
}

/// Whether a line is made of words that are furniture at an edge, or is nothing but a picture credit.
pub(super) fn is_edge_word(text: &str) -> bool {
    interface(text) == Some(Interface::Edge)
        || vocabulary::is_bare_picture_credit(text) && vocabulary::credit(text).is_none()
}

/// From the first statement that is kept and no caption, to the last.
fn body(text: &Text, verdict: &Verdict) -> Range<usize> {
    let of = |is: fn(&str) -> bool| {
        let mut found = (0..text.units.len()).filter(|&i| verdict.keeps(i) && is(text.at(i)));
        let first = found.next()?;
        let last = found.next_back().unwrap_or(first);
        let start = (first..=last)
            .find(|&i| {
                verdict.keeps(i)
                    && is(text.at(i))
                    && !(i < last && label(text, verdict, first, i) == Some(Label::Caption))
            })
            .unwrap_or(first);
        Some(start..last + 1)
    };
    of(is_statement).or_else(|| of(is_running)).unwrap_or(0..text.units.len())
}

/// Inside the article, two or more lines without a full stop under a title like "Related" are teasers.
fn teasers_inside(text: &Text, verdict: &mut Verdict) {
    let mut index = verdict.body.start;
    while index < verdict.body.end {
        index += 1;
        if verdict.dropped.get(index - 1) != Some(&Some(Rule::Interface))
            || !vocabulary::announces_others(text.at(index - 1))
        {
            continue;
        }
        let run = (index..verdict.body.end)
            .take_while(|&i| {
                !ends_sentence(text.at(i))
                    && (LABEL + 1..=25).contains(&size(text.at(i)))
                    && !text.at(i).ends_with(':')
            })
            .count();
        if run >= 2 {
            (index..index + run).for_each(|i| verdict.drop(i, Rule::Edge));
        }
    }
}
