//! Lines to paragraphs: by their gaps, their indents, and whether the next word would still have fitted.
//!
//! A paragraph that breaks off at the end of a column or a page goes on in the next.

use std::collections::HashMap;

use super::join::Words;
use super::layout::{Flow, Line};
use super::script::is_unspaced;
use crate::ingest::form::ends_sentence;
use crate::ingest::plain::marker;
use crate::ingest::unit::Mark;

/// A block of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) mark: Mark,
    size: f64,
}

/// Lines further apart than so many times the usual begin a paragraph.
const APART: f64 = 1.35;

/// The usual distance of lines in sizes of their type, where too few lines tell it.
const LEADING: f64 = 1.25;

/// Type that differs by more is of another kind; type that is so much larger than the text's is a heading's.
const ALIKE: f64 = 0.1;
const HEADING: f64 = 1.15;

/// A line that begins so many sizes further in begins a paragraph.
const INDENT: f64 = 0.8;

/// Where the next word and so many sizes would have fitted, the line was ended on purpose.
const ROOM: f64 = 1.0;

/// A heading has at most so many characters; below the type of the text by so much, text is a note.
const LONGEST_HEADING: usize = 200;
const NOTE: f64 = 0.92;

/// The paragraphs of a document.
pub(super) fn of(pages: &[Vec<Flow>]) -> Vec<Paragraph> {
    let lines = || pages.iter().flatten().flatten();
    let body = body_size(lines());
    let words = Words::of(lines());
    let mut all: Vec<Paragraph> = Vec::new();
    for page in pages {
        let mut blocks = Vec::new();
        for flow in page {
            paragraphs(flow, body, &words, &mut blocks);
        }
        // What a page ends with goes on over its notes.
        let notes = blocks.iter().rev().take_while(|block| is_note(block, body)).count();
        let notes = if notes < blocks.len() { blocks.split_off(blocks.len() - notes) } else { Vec::new() };
        for block in blocks {
            push(&mut all, block, body, &words);
        }
        all.extend(notes);
    }
    headings(&mut all, body);
    all
}

/// The size of most of the text.
fn body_size<'l>(lines: impl Iterator<Item = &'l Line>) -> f64 {
    let mut sizes: HashMap<u64, usize> = HashMap::new();
    for line in lines {
        let length: usize = line.cells.iter().map(|cell| cell.chars().count()).sum();
        *sizes.entry((line.size * 4.0).round() as u64).or_default() += length;
    }
    sizes.into_iter().max_by_key(|&(size, count)| (count, size)).map_or(10.0, |(size, _)| size as f64 / 4.0)
}

fn alike(a: f64, b: f64) -> bool {
    (a - b).abs() <= ALIKE * a.max(b)
}

fn is_note(block: &Paragraph, body: f64) -> bool {
    block.size < NOTE * body
        && block.text.starts_with(|c: char| c.is_numeric() || matches!(c, '*' | '†' | '‡' | '[' | '('))
}

fn paragraphs(flow: &Flow, body: f64, words: &Words, out: &mut Vec<Paragraph>) {
    let edge = |of: fn(&Line) -> f64, most: bool| {
        let mut edges: Vec<f64> = flow.iter().filter(|line| line.cells.len() == 1).map(of).collect();
        edges.sort_by(f64::total_cmp);
        // A line or two may stand out.
        let skipped = edges.len() / 20;
        edges
            .get(if most { edges.len().saturating_sub(1 + skipped) } else { skipped })
            .copied()
            .unwrap_or(0.0)
    };
    let (left, right) = (edge(|line| line.left, false), edge(|line| line.right, true));
    let mut distances: Vec<f64> = flow
        .windows(2)
        .filter_map(|two| match two {
            [a, b] if alike(a.size, body) && alike(b.size, body) && a.base > b.base => Some(a.base - b.base),
            _ => None,
        })
        .collect();
    distances.sort_by(f64::total_cmp);
    // Of wide-set lists of short paragraphs, most distances are between paragraphs.
    let leading = distances
        .get(distances.len() / 3)
        .copied()
        .filter(|leading| *leading < 2.5 * body)
        .unwrap_or(LEADING * body);
    let column = Column { left, right, leading, body };
    let mut before: Option<&Line> = None;
    let mut before_that: Option<&Line> = None;
    let lines: Vec<Line> = flow.iter().map(|line| column.set(line)).collect();
    for line in &lines {
        let text = line.cells.join("\t");
        let goes_on = before.is_some_and(|before| column.goes_on(before_that, before, line));
        match out.last_mut() {
            Some(paragraph) if goes_on => words.join(&mut paragraph.text, &text),
            _ => {
                let mark = if line.cells.len() > 1 { Mark::Row(line.cells.len()) } else { Mark::None };
                let item = marker(&text).filter(|_| mark == Mark::None && line.size <= HEADING * body);
                let (text, mark) = match item {
                    Some(length) => (text.get(length..).unwrap_or_default().to_owned(), Mark::Item),
                    None => (text, mark),
                };
                let mark = if line.bold && mark == Mark::None { Mark::Heading(BOLD) } else { mark };
                out.push(Paragraph { text, mark, size: line.size });
            }
        }
        if !line.bold
            && let Some(paragraph) = out.last_mut()
            && paragraph.mark == Mark::Heading(BOLD)
        {
            paragraph.mark = Mark::None;
        }
        before_that = before;
        before = Some(line);
    }
}

/// The level of what is a heading by its weight alone.
const BOLD: u8 = 4;

struct Column {
    left: f64,
    right: f64,
    leading: f64,
    body: f64,
}

impl Column {
    /// A line whose words were set apart to fill the column is one cell.
    fn set(&self, line: &Line) -> Line {
        let reach = 0.5 * line.size;
        let fills = (line.left - self.left).abs() < reach + INDENT * line.size
            && (line.right - self.right).abs() < reach;
        if line.even && fills {
            Line { cells: vec![line.cells.join(" ")], ..line.clone() }
        } else {
            line.clone()
        }
    }

    /// Whether a line goes on the paragraph of the one before it.
    fn goes_on(&self, before_that: Option<&Line>, before: &Line, line: &Line) -> bool {
        let text = |line: &Line| line.cells.join(" ");
        if before.cells.len() > 1
            || line.cells.len() > 1
            || !alike(before.size, line.size)
            || marker(&text(line)).is_some()
        {
            return false;
        }
        let large = line.size > HEADING * self.body;
        let leading = if alike(line.size, self.body) { self.leading } else { LEADING * line.size };
        let distance = before.base - line.base;
        if distance <= 0.0 || distance > APART * leading.max(line.size) {
            return false;
        }
        if large {
            return true;
        }
        let open = !ends_sentence(&text(before)) && !text(before).ends_with(':');
        if open && text(line).starts_with(char::is_lowercase) {
            return true;
        }
        if before.bold != line.bold && !open {
            return false;
        }
        let in_by = |line: &Line| line.left - self.left > INDENT * line.size;
        let in_from_right = |line: &Line| self.right - line.right > INDENT * line.size;
        let leftward = text(line).chars().any(super::script::is_leftward);
        let indented = |line: &Line| if leftward { in_from_right(line) } else { in_by(line) };
        let begins_further_in = indented(line) && !indented(before);
        // In a list of hanging indents the first line of each stands out.
        let stands_out = !indented(line) && indented(before) && before_that.is_some_and(indented);
        if begins_further_in || stands_out {
            return false;
        }
        let room = if leftward { before.left - self.left } else { self.right - before.right };
        let word = text(line).split(' ').next().map_or(0.0, |word| {
            word.chars().take_while(|c| !is_unspaced(*c)).count() as f64 * 0.5
                + f64::from(u8::from(word.starts_with(is_unspaced)))
        });
        room <= (word + ROOM) * line.size
    }
}

/// Adds a block; where the one before broke off at the end of its column or page, it goes on there.
fn push(all: &mut Vec<Paragraph>, block: Paragraph, body: f64, words: &Words) {
    let goes_on = |before: &Paragraph| {
        before.mark != Mark::Heading(BOLD)
            && matches!(before.mark, Mark::None | Mark::Item)
            && block.mark == Mark::None
            && alike(before.size, block.size)
            && alike(block.size, body)
            && !ends_sentence(&before.text)
            && !before.text.ends_with(':')
            && (block.text.starts_with(char::is_lowercase)
                || block.text.starts_with(is_unspaced)
                || block.text.starts_with(super::script::is_leftward))
    };
    let notes = all.iter().rev().take_while(|block| is_note(block, body)).count();
    let last = all.len().checked_sub(notes + 1).and_then(|last| all.get_mut(last));
    match last {
        Some(before) if goes_on(before) => words.join(&mut before.text, &block.text),
        _ => all.push(block),
    }
}

/// Tells headings by the size of their type; the largest is the highest.
fn headings(all: &mut [Paragraph], body: f64) {
    let is_large = |block: &Paragraph| {
        block.size > HEADING * body
            && block.text.chars().count() <= LONGEST_HEADING
            && block.mark == Mark::None
            || matches!(block.mark, Mark::Heading(_)) && block.size > HEADING * body
    };
    let mut sizes: Vec<u64> =
        all.iter().filter(|block| is_large(block)).map(|block| (block.size * 4.0).round() as u64).collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    sizes.dedup();
    for block in all.iter_mut() {
        if is_large(block) {
            let level = sizes.iter().position(|&size| size == (block.size * 4.0).round() as u64).unwrap_or(0);
            block.mark = Mark::Heading((level + 1).min(3) as u8);
        } else if block.mark == Mark::Heading(BOLD)
            && (block.text.chars().count() > LONGEST_HEADING || ends_sentence(&block.text))
        {
            block.mark = Mark::None;
        }
    }
}
