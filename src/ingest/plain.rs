//! Plain text to units: lines, list markers, table rows, and the lines that belong to one paragraph.
//!
//! A crawled article has one line to a paragraph; typed or mailed text is *hard-wrapped*: its lines are broken at
//! a width, wherever a sentence stands at that moment. Which of the two a text is shows in its form:
//!
//! - A break is *forced* when the next line's first word would not have fitted on the line any more, given the
//!   width of the text's widest line. In wrapped text nearly every break inside a paragraph is forced.
//! - A break is *inside a sentence* when the line ends in no terminal punctuation and the next line begins with a
//!   small letter. In wrapped text that holds for most breaks; in text with one line to a paragraph for hardly any.
//!
//! In wrapped text, lines on both sides of a forced break, or of one inside a sentence, are one unit, and its text
//! keeps the line break as it stands. Elsewhere only a break inside a sentence, after a line of some length, joins
//! (the inline links of some pages come out of a crawl on lines of their own). A blank line, a list marker, a table
//! row or a deeper indent always begins a new unit.

use std::ops::Range;

use super::form::{ends_sentence, is_blank, is_drawn};
use super::unit::{Mark, Text, Unit};

/// Text is wrapped at 60 to 100 columns by habit; beyond this width a line is a paragraph.
const WIDEST_WRAP: usize = 120;

/// Of the breaks of wrapped English, about 70 % stand before a small letter.
const WRAPPED_INSIDE_SENTENCE: f64 = 0.4;

/// Share of forced breaks from which a text without capitals counts as wrapped.
const WRAPPED_FORCED: f64 = 0.8;

/// Fewest breaks that can tell of a width.
const FEWEST_BREAKS: usize = 3;

/// A shorter line that breaks inside a sentence may be a list of words.
const SHORTEST_BROKEN: usize = 30;

/// One line: where its words stand, and how it begins.
struct Line {
    range: Range<usize>,
    mark: Mark,
    apart: bool,
    indent: usize,
}

/// Cuts plain text into units. `body` is the byte where the article begins (front matter stands before it).
pub(super) fn cut(source: String, body: usize) -> Text {
    let lines = lines(&source, body);
    let joins = joins(&source, &lines);
    let mut units: Vec<Unit> = Vec::with_capacity(lines.len());
    for (line, joins) in lines.into_iter().zip(joins) {
        match units.last_mut() {
            Some(unit) if joins => unit.range.end = line.range.end,
            _ => units.push(Unit { range: line.range, mark: line.mark, apart: line.apart }),
        }
    }
    Text { source, units }
}

/// What ends a line, after Unicode's UAX 14; CR LF is one break.
const BREAKS: &[char] = &['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The lines that hold something.
fn lines(source: &str, body: usize) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let (mut apart, mut start) = (true, body);
    while start < source.len() {
        let end = slice(source, start..source.len()).find(BREAKS).map_or(source.len(), |at| start + at);
        let line = slice(source, start..end);
        let range = trimmed(source, start..end);
        if range.is_empty() {
            apart = true;
        } else {
            let indent = line.chars().take_while(|&c| is_blank(c)).count();
            out.push(marked(source, range, apart, indent));
            apart = false;
        }
        let after = slice(source, end..source.len());
        start =
            end + if after.starts_with("\r\n") { 2 } else { after.chars().next().map_or(1, char::len_utf8) };
    }
    unmark_lone_numbers(source, &mut out);
    out
}

fn slice(source: &str, range: Range<usize>) -> &str {
    source.get(range).unwrap_or_default()
}

fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = slice(source, range.clone());
    let start = range.start + (text.len() - text.trim_start_matches(is_blank).len());
    let end = range.end - (text.len() - text.trim_end_matches(is_blank).len());
    start..end.max(start)
}

/// Tells list items and table rows, and takes marker and outer bars off.
fn marked(source: &str, range: Range<usize>, apart: bool, indent: usize) -> Line {
    let text = slice(source, range.clone());
    if !is_drawn(text) {
        if text.starts_with('|') || text.ends_with('|') {
            let bars = |c: char| c == '|' || is_blank(c);
            let start = range.start + (text.len() - text.trim_start_matches(bars).len());
            let end = range.end - (text.len() - text.trim_end_matches(bars).len());
            let cells = text.split('|').filter(|cell| !cell.chars().all(is_blank)).count();
            return Line { range: start..end, mark: Mark::Row(cells), apart, indent };
        }
        if let Some(length) = marker(text) {
            return Line { range: range.start + length..range.end, mark: Mark::Item, apart, indent };
        }
    }
    Line { range, mark: Mark::None, apart, indent }
}

/// Bytes of the list marker that a line begins with, and of the blanks after it.
pub(super) fn marker(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let rest = if "-–—*+•·▪▫◦‣⁃●○■□◆▶►➤➢✓✔".contains(first) {
        text.get(first.len_utf8()..)?
    } else {
        number(text)?.1
    };
    let item = rest.trim_start_matches(is_blank);
    // "-5 degrees" is no item, "•Item" is one; a marker with nothing behind it is no marker.
    let spaced = item.len() < rest.len() || "•▪◦‣●■".contains(first);
    (spaced && !item.is_empty()).then(|| text.len() - item.len())
}

/// The number of "1. ", "1) " or "(1) ", and what follows.
fn number(text: &str) -> Option<(u32, &str)> {
    let open = text.strip_prefix('(');
    let text = open.unwrap_or(text);
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text.get(digits..)?;
    let rest = rest.strip_prefix(if open.is_none() && rest.starts_with('.') { '.' } else { ')' })?;
    // More than two digits is a year or an amount.
    (1..=2).contains(&digits).then_some(())?;
    Some((text.get(..digits)?.parse().ok()?, rest))
}

/// A number marks an item only where its neighbour among the numbered lines is one less or one more.
fn unmark_lone_numbers(source: &str, lines: &mut [Line]) {
    let mut start_of = vec![None; lines.len()];
    let mut before = 0;
    let mut numbered: Vec<(usize, u32)> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let lead = slice(source, before..line.range.start).trim_start_matches(is_blank);
        if line.mark == Mark::Item
            && let Some((value, _)) = number(lead)
        {
            numbered.push((index, value));
            if let Some(slot) = start_of.get_mut(index) {
                *slot = Some(line.range.start - lead.len());
            }
        }
        before = line.range.end;
    }
    for (position, &(index, value)) in numbered.iter().enumerate() {
        let follows =
            position.checked_sub(1).and_then(|p| numbered.get(p)).is_some_and(|&(_, v)| v + 1 == value);
        let leads = numbered.get(position + 1).is_some_and(|&(_, v)| v == value + 1);
        if !follows
            && !leads
            && let Some(line) = lines.get_mut(index)
            && let Some(Some(start)) = start_of.get(index)
        {
            line.range.start = *start;
            line.mark = Mark::None;
        }
    }
}

/// Whether a line goes on the unit of the line before it, for each line.
fn joins(source: &str, lines: &[Line]) -> Vec<bool> {
    let width_of = |line: &Line| slice(source, line.range.clone()).chars().count() + line.indent;
    let widths: Vec<usize> = lines.iter().map(width_of).collect();
    let width = widths.iter().copied().filter(|&w| w <= WIDEST_WRAP).max().unwrap_or(0);
    let narrow = widths.iter().filter(|&&w| w <= WIDEST_WRAP).count();

    struct Break {
        forced: bool,
        inside: bool,
    }
    let breaks: Vec<Option<Break>> = std::iter::once(None)
        .chain(lines.iter().zip(&widths).zip(lines.iter().skip(1)).map(|((line, &w), next)| {
            let joinable = !next.apart
                && next.mark == Mark::None
                && matches!(line.mark, Mark::None | Mark::Item)
                && (next.indent <= line.indent + 1 || line.mark == Mark::Item);
            joinable.then(|| {
                let (text, after) = (slice(source, line.range.clone()), slice(source, next.range.clone()));
                let word = after.split(is_blank).next().unwrap_or_default().chars().count();
                Break {
                    forced: w + 1 + word > width && w <= WIDEST_WRAP,
                    inside: !ends_sentence(text)
                        && !text.ends_with([':', ';'])
                        && after.starts_with(char::is_lowercase),
                }
            })
        }))
        .collect();

    let counted: Vec<&Break> = breaks.iter().flatten().collect();
    let share = |is: fn(&Break) -> bool| {
        counted.iter().filter(|b| is(b)).count() as f64 / counted.len().max(1) as f64
    };
    let cased = lines.iter().any(|line| slice(source, line.range.clone()).starts_with(char::is_uppercase));
    let wrapped = counted.len() >= FEWEST_BREAKS
        && narrow * 20 >= lines.len() * 19
        && if cased {
            share(|b| b.inside) >= WRAPPED_INSIDE_SENTENCE
        } else {
            share(|b| b.forced) >= WRAPPED_FORCED
        };

    breaks
        .iter()
        .zip(std::iter::once(&0).chain(&widths))
        .map(|(b, &w)| match b {
            Some(b) if wrapped => b.forced || b.inside && cased,
            Some(b) => b.inside && cased && w >= SHORTEST_BROKEN,
            None => false,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(source: &str) -> Vec<(Mark, String)> {
        let text = cut(source.to_owned(), 0);
        text.units.iter().map(|unit| (unit.mark, text.of(unit).to_owned())).collect()
    }

    fn plain(source: &str) -> Vec<String> {
        units(source).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn one_line_is_one_paragraph_in_crawled_text() {
        let source = "The council met on Monday.\nIt adjourned after an hour.\nNobody objected to that.\nA vote is due in May.";
        assert_eq!(plain(source).len(), 4);
    }

    #[test]
    fn wrapped_lines_of_a_paragraph_are_one_unit_with_its_line_breaks() {
        let source = "The council met on Monday to talk about the new\nbridge over the river, which Mayor Ann Lee says\nwill cost\
                      \u{20}more than was planned. The bridge has\nbeen under way since March.\n\nA vote is due in May, when the\
                      \u{20}council meets again\nin the old town hall.";
        let plain = plain(source);
        assert_eq!(plain.len(), 2);
        assert!(plain[0].contains("new\nbridge") && plain[0].ends_with("March."));
    }

    #[test]
    fn a_title_on_a_wrapped_text_stays_a_line_of_its_own() {
        let source = "Council quarrels over bridge\nThe council met on Monday to talk about the new\nbridge over the river, which\
                      \u{20}Mayor Ann Lee says\nwill cost more than was planned. The bridge has\nbeen under way since March.";
        assert_eq!(plain(source)[0], "Council quarrels over bridge");
    }

    #[test]
    fn carriage_returns_do_not_shift_offsets() {
        for end in ["\r\n", "\r", "\n", "\u{2028}"] {
            let source = format!("One paragraph stands here.{end}{end}Two stand here.{end}Three.{end}");
            assert_eq!(
                plain(&source),
                ["One paragraph stands here.", "Two stand here.", "Three."],
                "{end:?}"
            );
        }
        assert!(!cut("One.\r\nTwo.".to_owned(), 0).units[1].apart, "CR LF is one break");
    }

    #[test]
    fn list_markers_are_no_part_of_the_text() {
        assert_eq!(
            units("  • First\n- Second\n1. Third\n2) Fourth\n-5 degrees\n2024. A year"),
            [
                (Mark::Item, "First".to_owned()),
                (Mark::Item, "Second".to_owned()),
                (Mark::Item, "Third".to_owned()),
                (Mark::Item, "Fourth".to_owned()),
                (Mark::None, "-5 degrees".to_owned()),
                (Mark::None, "2024. A year".to_owned()),
            ]
        );
    }

    #[test]
    fn a_number_without_a_neighbour_marks_no_item() {
        assert_eq!(
            units("Hello there.\n1. FC Town won again."),
            [(Mark::None, "Hello there.".to_owned()), (Mark::None, "1. FC Town won again.".to_owned()),]
        );
    }

    #[test]
    fn table_rows_lose_their_outer_bars() {
        assert_eq!(
            units("Area |\n| Party | Votes |"),
            [(Mark::Row(1), "Area".to_owned()), (Mark::Row(2), "Party | Votes".to_owned()),]
        );
    }

    #[test]
    fn a_crawled_line_broken_at_a_link_is_mended() {
        let plain = plain(
            "The figures were first reported on Monday by the\nmorning paper, which has seen them.\nNobody replied.",
        );
        assert_eq!(plain.len(), 2);
    }
}
