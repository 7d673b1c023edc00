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

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::form::{
    self, ends_sentence, folded, has_list_ending, is_all_caps, is_drawn, is_running, is_statement,
    opens_as_title, size,
};
use super::label::{Label, label};
use super::unit::{Mark, Text};
use super::vocabulary::{self, Interface, interface};

/// Why a line was dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

/// Words up to which a line at an edge is a label, not a line of text.
const LABEL: usize = 4;

/// Words up to which a line between two lines of furniture, before the article, is furniture.
const BETWEEN: usize = 6;

/// Words up to which a line of capitals after the article is a label.
const CAPITAL_LABEL: usize = 8;

/// A longer run of short lines at the end, that no block title announces, is data.
const LONGEST_RUN: usize = 3;

/// Largest share of a page's words that form and place alone may drop.
const MOST_DROPPED: f64 = 0.3;

/// What was found of one page.
#[derive(Debug, Default)]
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

    fn drop(&mut self, index: usize, rule: Rule) {
        if let Some(slot @ None) = self.dropped.get_mut(index) {
            *slot = Some(rule);
        }
    }

    fn drops(&self, index: usize) -> bool {
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

fn is_edge_word(text: &str) -> bool {
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

/// Applies the rules of place and repetition (5 and 6). `title` is the unit that is the title, `common` holds the
/// folded lines that stand at the edges of several pages.
pub(super) fn judge_edges(
    text: &Text,
    verdict: &mut Verdict,
    title: Option<usize>,
    common: &HashSet<String>,
) {
    let before = verdict.dropped.clone();
    if let Some(title) = title {
        let words = folded(text.at(title));
        verdict.drop(title, Rule::Title);
        for index in 0..verdict.body.start {
            if folded(text.at(index)) == words {
                verdict.drop(index, Rule::Title);
            }
        }
    }
    let by_title = verdict.dropped.clone();
    head(text, verdict);
    tail(text, verdict);
    repeated(text, verdict, common);
    let words = |is: &dyn Fn(usize) -> bool| -> usize {
        (0..text.units.len()).filter(|&i| is(i)).map(|i| size(text.at(i))).sum()
    };
    let all = words(&|_| true);
    let by_form = words(&|i| {
        verdict.drops(i)
            && by_title.get(i) == Some(&None)
            && verdict.dropped.get(i) != Some(&Some(Rule::Interface))
    });
    if by_form as f64 > MOST_DROPPED * all as f64 {
        verdict.dropped = by_title;
    }
    if !(0..text.units.len()).any(|i| verdict.keeps(i)) {
        verdict.dropped = before;
    }
}

fn head(text: &Text, verdict: &mut Verdict) {
    let end = verdict.body.start;
    let site = site_header(text, verdict);
    let is_label = |verdict: &Verdict, index: usize| {
        matches!(text.units.get(index).map(|unit| unit.mark), Some(Mark::None))
            && !text.at(index).contains([',', '('])
            && label(text, verdict, end, index).is_none()
    };
    for index in 0..end {
        let line = text.at(index);
        if verdict.keeps(index) && (is_edge_word(line) || is_crumbs(line)) {
            verdict.drop(index, Rule::Interface);
        } else if verdict.keeps(index) && !has_word(line) && !ends_sentence(line) && is_label(verdict, index)
        {
            verdict.drop(index, Rule::Edge);
        }
    }
    for index in 0..end {
        if verdict.keeps(index)
            && (index < site || is_label(verdict, index) && is_head_label(text, verdict, index))
        {
            verdict.drop(index, Rule::Edge);
        }
    }
}

/// What stands above the crumbs ("Home > World") is the header of the site: the unit of the last crumbs before the
/// article.
pub(super) fn site_header(text: &Text, verdict: &Verdict) -> usize {
    (0..verdict.body.start).rfind(|&i| is_crumbs(text.at(i))).unwrap_or(0)
}

fn is_head_label(text: &Text, verdict: &Verdict, index: usize) -> bool {
    let line = text.at(index);
    if ends_sentence(line) || has_list_ending(line) {
        return false;
    }
    let between = index > 0
        && verdict.drops(index - 1)
        && verdict.dropped.get(index - 1) != Some(&Some(Rule::Title))
        && verdict.drops(index + 1);
    // The line right before the article may be the heading of its first part.
    size(line) <= LABEL && index + 1 < verdict.body.start || size(line) <= BETWEEN && between
}

fn is_short_label(line: &str) -> bool {
    size(line) <= LABEL && !ends_sentence(line) && !has_list_ending(line)
}

/// "Home > World > Africa": three or more short parts, or two of which one is a word of the interface.
fn is_crumbs(line: &str) -> bool {
    [" > ", " » ", " › ", " / ", " | ", " → "].into_iter().any(|separator| {
        let parts: Vec<&str> = line.split(separator).collect();
        parts.iter().all(|part| (1..=3).contains(&size(part)) && !ends_sentence(part))
            && (parts.len() >= 3
                || parts.len() == 2
                    && separator != " / "
                    && parts.iter().any(|part| interface(part).is_some()))
    })
}

fn tail(text: &Text, verdict: &mut Verdict) {
    let start = verdict.body.end;
    let mut announced = false;
    // Labels that nothing but their form tells of, and whether all else out here is furniture, too.
    let mut labels: Vec<usize> = Vec::new();
    let mut only_labels = true;
    for index in start..text.units.len() {
        let line = text.at(index);
        if verdict.drops(index) {
            announced |= verdict.dropped.get(index) != Some(&Some(Rule::Drawn));
            continue;
        }
        if is_edge_word(line) || is_crumbs(line) {
            verdict.drop(index, Rule::Interface);
            announced = true;
            continue;
        }
        let follows_lead = index > 0 && verdict.keeps(index - 1) && has_list_ending(text.at(index - 1));
        if label(text, verdict, start, index).is_some() || follows_lead {
            continue;
        }
        let mark = text.units.get(index).map_or(Mark::None, |unit| unit.mark);
        let plain = matches!(mark, Mark::None | Mark::Heading(_));
        let caps = plain
            && is_all_caps(line)
            && size(line) <= CAPITAL_LABEL
            && !ends_sentence(line)
            && is_plain(line);
        let teaser = announced && !is_statement(line) && !has_list_ending(line);
        if caps || teaser {
            verdict.drop(index, Rule::Edge);
            announced = true;
        } else if plain && is_short_label(line) && opens_as_title(line) && is_plain(line) {
            labels.push(index);
        } else {
            only_labels = false;
        }
    }
    if only_labels && labels.len() <= LONGEST_RUN {
        labels.into_iter().for_each(|index| verdict.drop(index, Rule::Edge));
    }
}

/// Whether a line holds nothing but words: no number, comma, bracket or dash, as lines of data do.
fn is_plain(line: &str) -> bool {
    !line.chars().any(|c| c.is_numeric() || ",;:()[]–—=/".contains(c)) && !line.contains(" - ")
}

/// Whether a line is at an edge and could be furniture: what repetition is asked of.
fn may_repeat(text: &Text, verdict: &Verdict, index: usize) -> bool {
    let line = text.at(index);
    !verdict.body.contains(&index) && !is_running(line) && !line.ends_with(':') && size(line) > 0
}

/// The folded lines at the edges of a page, for the count over pages.
pub(super) fn edge_lines(text: &Text, verdict: &Verdict) -> HashSet<String> {
    (0..text.units.len())
        .filter(|&i| verdict.keeps(i) && may_repeat(text, verdict, i))
        .map(|i| folded(text.at(i)))
        .collect()
}

fn repeated(text: &Text, verdict: &mut Verdict, common: &HashSet<String>) {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, unit) in text.units.iter().enumerate() {
        let line = text.of(unit);
        if verdict.keeps(index) && !is_running(line) {
            places.entry(folded(line)).or_default().push(index);
        }
    }
    for (line, places) in places {
        // A longer line that stands again after the article is rather one of a table of results.
        let furniture = places.iter().any(|&index| {
            let short = index < verdict.body.start || size(&line) <= LABEL;
            may_repeat(text, verdict, index) && (places.len() > 1 && short || common.contains(&line))
        });
        if furniture {
            places.into_iter().for_each(|index| verdict.drop(index, Rule::Repeated));
        }
    }
}

/// Whether a line has a word of some length, as headings have.
pub(super) fn has_word(text: &str) -> bool {
    form::words(text).any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 3)
        || text.chars().any(|c| c > '\u{2e7f}')
}
