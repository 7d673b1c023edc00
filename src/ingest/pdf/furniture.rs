//! What stands at the edges of pages and belongs to none: page numbers, running heads and feet.
//!
//! A row at the top or the bottom is furniture where it comes back on other pages, its numbers apart, or is the number of its
//! page, and a gap parts it from the text.

use std::collections::{BTreeSet, HashMap};

use super::layout::{Flow, Line};

/// So many rows from the top and from the bottom of a page are its edges.
const EDGE: usize = 3;

/// A row that comes back at the edges of one page in so many, and of two at least, is furniture; heads differ by chapter
/// and on left and right pages.
const ONE_IN: usize = 4;

/// The gap to the text, in distances of the page's rows.
const GAP: f64 = 1.2;

/// What stands on one base line of a page.
struct Row {
    base: f64,
    text: String,
    /// The text with its numbers made alike, and the size of its type: a title comes back as a running head in smaller type.
    key: (String, u64),
    is_number: bool,
}

/// Takes the furniture out of the pages, and gives it.
pub(super) fn drop(pages: &mut [Vec<Flow>]) -> Vec<String> {
    let rows: Vec<Vec<Row>> = pages.iter().enumerate().map(|(index, page)| rows(page, index + 1)).collect();
    let mut seen: HashMap<&(String, u64), usize> = HashMap::new();
    for page in &rows {
        let edges = page.iter().take(EDGE).chain(page.iter().rev().take(EDGE));
        for key in edges.map(|row| &row.key).collect::<BTreeSet<_>>() {
            *seen.entry(key).or_default() += 1;
        }
    }
    let fewest = (pages.len() / ONE_IN).max(2);
    let again = |row: &Row| seen.get(&row.key).is_some_and(|&count| count >= fewest);
    let mut dropped = Vec::new();
    for (page, rows) in pages.iter_mut().zip(&rows) {
        let (mut top, mut bottom) = (edge(rows.iter(), again), edge(rows.iter().rev(), again));
        if top + bottom >= rows.len() {
            // A page is not all furniture, but for its number.
            (top, bottom) = (edge(rows.iter(), |_| false), edge(rows.iter().rev(), |_| false));
        }
        if rows.last().is_some_and(|row| is_printed_by_browser(&row.text)) {
            // What prints an address below prints the day above.
            top = top.max(1);
        }
        let is_edge = |line: &Line| {
            let index = rows.iter().position(|row| row.base == line.base || is_beside(row.base, line));
            index.is_some_and(|index| index < top || index >= rows.len() - bottom)
        };
        for flow in page.iter_mut() {
            flow.retain(|line| {
                let is_furniture = line.artifact || is_edge(line);
                if is_furniture {
                    dropped.push(line.cells.join(" "));
                }
                !is_furniture
            });
        }
        page.retain(|flow| !flow.is_empty());
    }
    dropped
}

/// How many rows from an edge are furniture.
fn edge<'r>(rows: impl Iterator<Item = &'r Row> + Clone, again: impl Fn(&Row) -> bool) -> usize {
    let bases: Vec<f64> = rows.clone().map(|row| row.base).collect();
    let distance = |index: usize| Some((bases.get(index)? - bases.get(index + 1)?).abs());
    let mut distances: Vec<f64> = (0..bases.len()).filter_map(distance).collect();
    distances.sort_by(f64::total_cmp);
    let usual = distances.get(distances.len() / 4).copied().unwrap_or(0.0);
    let most = rows.take(EDGE).take_while(|row| row.is_number || again(row)).count();
    (1..=most).rev().find(|&count| distance(count - 1).is_none_or(|gap| gap > GAP * usual)).unwrap_or(0)
}

/// The rows of a page from top to bottom.
fn rows(page: &[Flow], number: usize) -> Vec<Row> {
    let mut lines: Vec<&Line> = page.iter().flatten().filter(|line| !line.artifact).collect();
    lines.sort_by(|a, b| b.base.total_cmp(&a.base).then(a.left.total_cmp(&b.left)));
    let mut rows: Vec<Row> = Vec::new();
    for line in lines {
        let text = line.cells.join(" ");
        match rows.last_mut() {
            Some(row) if is_beside(row.base, line) => {
                row.text.push(' ');
                row.text.push_str(&text);
            }
            _ => rows.push(Row {
                base: line.base,
                text,
                key: (String::new(), line.size.round() as u64),
                is_number: false,
            }),
        }
    }
    for row in &mut rows {
        row.key.0 = key(&row.text);
        row.is_number = is_page_number(&row.text, number) || is_printed_by_browser(&row.text);
    }
    rows
}

fn is_beside(base: f64, line: &Line) -> bool {
    (line.base - base).abs() <= 0.5 * line.size
}

fn key(text: &str) -> String {
    let mut key = String::new();
    for c in text.chars() {
        if !c.is_numeric() {
            key.extend(c.to_lowercase());
        } else if !key.ends_with('#') {
            key.push('#');
        }
    }
    key
}

/// "3", "- iv -"; "Page 3", "3 of 12" and "Page 3 of 12" on the third page.
fn is_page_number(text: &str, page: usize) -> bool {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbers: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    match (numbers.as_slice(), words.len() - numbers.len()) {
        ([only], 0) => only.to_string().len() <= 3,
        ([only], 1) => *only == page,
        ([this, all], 0..=2) => *this == page && this <= all,
        ([], 1) => words.iter().all(|word| word.len() <= 6 && word.chars().all(|c| "ivxlc".contains(c))),
        _ => false,
    }
}

/// "https://… 3/12", as browsers print below.
fn is_printed_by_browser(text: &str) -> bool {
    let Some((address, number)) = text.trim().rsplit_once(' ') else { return false };
    let is_address = ["https://", "http://", "file://"].iter().any(|scheme| address.starts_with(scheme));
    let numbers = number.split_once('/').map(|(this, all)| (this.parse::<usize>(), all.parse::<usize>()));
    is_address && !address.contains(' ') && matches!(numbers, Some((Ok(_), Ok(_))))
}
