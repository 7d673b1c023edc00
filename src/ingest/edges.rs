//! Page furniture by place: what stands before and after the article (rules 5 and 6 of `furniture`).

use super::form::{
    ends_sentence, folded, has_list_ending, has_word, is_all_caps, is_running, is_statement, opens_as_title,
    size,
};
use super::furniture::{LABEL, Rule, Verdict, is_edge_word};
use super::label::label;
use super::unit::{Mark, Text};
use super::vocabulary::{self, interface};
use crate::hash::{HashMap, HashSet};

/// Words up to which a line between two lines of furniture, before the article, is furniture.
const BETWEEN: usize = 6;

/// Words up to which a line of capitals after the article is a label.
const CAPITAL_LABEL: usize = 8;

/// A longer run of short lines at the end, that no block title announces, is data.
const LONGEST_RUN: usize = 3;

/// Largest share of a page's words that form and place alone may drop.
const MOST_DROPPED: f64 = 0.3;

/// Applies the rules of place and repetition (5 and 6). `title` is the unit that is the title, `common` holds the
/// folded lines that stand at the edges of several pages.
pub(super) fn judge(text: &Text, verdict: &mut Verdict, title: Option<usize>, common: &HashSet<&str>) {
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
    let by_form = words(&|i| {
        verdict.drops(i)
            && by_title.get(i) == Some(&None)
            && verdict.dropped.get(i) != Some(&Some(Rule::Interface))
    });
    if by_form > 0 && by_form as f64 > MOST_DROPPED * words(&|_| true) as f64 {
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
            && is_label(verdict, index)
            && (index < site || is_head_label(text, verdict, index))
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

/// "Home > World > Africa": three or more short parts, or two parted by an arrow of which one is a word of the
/// interface.
fn is_crumbs(line: &str) -> bool {
    [" > ", " » ", " › ", " → ", " / ", " | "].into_iter().any(|separator| {
        let parts: Vec<&str> = line.split(separator).collect();
        let arrow = !matches!(separator, " / " | " | ");
        parts.iter().all(|part| (1..=3).contains(&size(part)) && !ends_sentence(part))
            && (parts.len() >= 3
                || parts.len() == 2 && arrow && parts.iter().any(|part| interface(part).is_some()))
    }) && vocabulary::credit(line).is_none()
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
            announced |= vocabulary::titles_block(line);
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

fn repeated(text: &Text, verdict: &mut Verdict, common: &HashSet<&str>) {
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
            may_repeat(text, verdict, index) && (places.len() > 1 && short || common.contains(line.as_str()))
        });
        if furniture {
            places.into_iter().for_each(|index| verdict.drop(index, Rule::Repeated));
        }
    }
}
