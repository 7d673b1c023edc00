//! Segments in the order in which they are read: columns one after another, lines from top to bottom.
//!
//! A gutter is where, in several lines one under another, a segment ends left of it and another begins right of it,
//! both too long to be cells of a table. What stands across a gutter parts what is above from what is below.

use super::lines::{Segment, stand_together};
use super::script;

/// A line as it is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// Its text; more than one where wide gaps part it, as the cells of a table.
    pub(super) cells: Vec<String>,
    /// The gaps part single words and are alike, as those are that set a line to the width of its column.
    pub(super) even: bool,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) artifact: bool,
}

/// Lines of one column, from top to bottom.
pub(super) type Flow = Vec<Line>;

/// Columns within columns.
const DEEPEST: usize = 6;

/// Fewest lines on both sides of a gutter, and characters in the middle one of them.
const FEWEST_LINES: usize = 3;
const SHORTEST_LINE: usize = 14;

/// Wider pages than so many points, and pages of more segments, are not searched for gutters.
const WIDEST: usize = 20_000;
const MOST_SEGMENTS: usize = 10_000;

/// A gap of so many sizes of the type parts cells.
const CELL_GAP: f64 = 2.0;

/// Gaps are alike where the narrowest is at least this share of the widest.
const ALIKE: f64 = 0.8;

/// The columns of a page in order. `leftward`: the right one is read first.
pub(super) fn flows(segments: Vec<Segment>, leftward: bool) -> Vec<Flow> {
    let mut out = Vec::new();
    columns(segments, leftward, 0, &mut out);
    out
}

fn columns(mut segments: Vec<Segment>, leftward: bool, depth: usize, out: &mut Vec<Flow>) {
    segments.sort_by(|a, b| b.base.total_cmp(&a.base).then(a.left.total_cmp(&b.left)));
    let Some(gutter) =
        (depth < DEEPEST && segments.len() <= MOST_SEGMENTS).then(|| gutter(&segments)).flatten()
    else {
        let flow = rows(segments, leftward);
        if !flow.is_empty() {
            out.push(flow);
        }
        return;
    };
    let mut sides: [Vec<Segment>; 3] = Default::default();
    let close = |sides: &mut [Vec<Segment>; 3], out: &mut Vec<Flow>| {
        let [left, across, right] = std::mem::take(sides);
        let (first, second) = if leftward { (right, left) } else { (left, right) };
        let flow = rows(across, leftward);
        if !flow.is_empty() {
            out.push(flow);
        }
        columns(first, leftward, depth + 1, out);
        columns(second, leftward, depth + 1, out);
    };
    for segment in segments {
        let side = usize::from(segment.left >= gutter) * 2
            + usize::from(segment.left < gutter && segment.right > gutter);
        // What stands across begins a new part, unless nothing stands below the one before.
        let [left, _, right] = &sides;
        if side == 1 && !(left.is_empty() && right.is_empty()) {
            close(&mut sides, out);
        }
        if let Some(list) = sides.get_mut(side) {
            list.push(segment);
        }
    }
    close(&mut sides, out);
}

/// Where a gutter is, if there is one. The segments stand from top to bottom.
fn gutter(segments: &[Segment]) -> Option<f64> {
    let least = segments.iter().map(|segment| segment.left).fold(f64::INFINITY, f64::min);
    let bin = |x: f64| ((x - least).max(0.0) as usize).min(WIDEST);
    // How many pairs of neighbours have a gap at each point.
    let mut changes = vec![0isize; WIDEST + 2];
    let mut pairs = Vec::new();
    for (index, segment) in segments.iter().enumerate() {
        let Some(next) = neighbour(segments, index) else { continue };
        if next.left - segment.right < 0.5 * segment.size {
            continue;
        }
        for (at, change) in [(bin(segment.right) + 1, 1), (bin(next.left), -1)] {
            if let Some(slot) = changes.get_mut(at) {
                *slot += change;
            }
        }
        pairs.push((segment, next));
    }
    let counts: Vec<isize> = changes
        .iter()
        .scan(0, |count, change| {
            *count += change;
            Some(*count)
        })
        .collect();
    let most = counts.iter().copied().max().filter(|&most| most >= FEWEST_LINES as isize)?;
    let first = counts.iter().position(|&count| count == most)?;
    let length = counts.iter().skip(first).take_while(|&&count| count == most).count();
    let gutter = least + first as f64 + length as f64 / 2.0;
    let mut sides = [Vec::new(), Vec::new()];
    for (segment, next) in pairs.iter().filter(|(segment, next)| segment.right < gutter && next.left > gutter)
    {
        for (side, segment) in sides.iter_mut().zip([segment, next]) {
            // An ideograph says as much as two letters.
            let wide = segment.pieces.iter().filter(|piece| piece.chars().all(script::is_unspaced)).count();
            side.push(segment.characters() + wide);
        }
    }
    let is_text = |side: &mut Vec<usize>| {
        side.sort_unstable();
        side.len() >= FEWEST_LINES && side.get(side.len() / 2).is_some_and(|&middle| middle >= SHORTEST_LINE)
    };
    sides.iter_mut().all(is_text).then_some(gutter)
}

/// The next segment to the right of one, among those beside it.
fn neighbour(segments: &[Segment], index: usize) -> Option<&Segment> {
    let segment = segments.get(index)?;
    let reach = segment.size.max(1.0);
    let above = segments.get(..index)?.iter().rev().take_while(|other| other.base - segment.base < reach);
    let below = segments.get(index + 1..)?.iter().take_while(|other| segment.base - other.base < reach);
    above.chain(below).filter(|other| other.left >= segment.right).min_by(|a, b| a.left.total_cmp(&b.left))
}

/// Segments of one column as lines.
fn rows(segments: Vec<Segment>, leftward: bool) -> Flow {
    let mut flow = Flow::new();
    let mut row: Vec<Segment> = Vec::new();
    for segment in segments {
        let beside = row
            .first()
            .is_some_and(|first| stand_together((first.base, first.size), (segment.base, segment.size)));
        if !beside && !row.is_empty() {
            flow.push(line(std::mem::take(&mut row), leftward));
        }
        row.push(segment);
    }
    if !row.is_empty() {
        flow.push(line(row, leftward));
    }
    flow
}

fn line(mut row: Vec<Segment>, leftward: bool) -> Line {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let longest = row.iter().max_by_key(|segment| segment.characters());
    let mut line = Line {
        cells: Vec::new(),
        even: is_even(&row),
        left: f64::INFINITY,
        right: f64::NEG_INFINITY,
        base: longest.map_or(0.0, |segment| segment.base),
        size: longest.map_or(0.0, |segment| segment.size),
        bold: row.iter().all(|segment| segment.bold),
        artifact: row.iter().any(|segment| segment.artifact),
    };
    let mut cells: Vec<Vec<&str>> = Vec::new();
    for segment in &row {
        match cells.last_mut() {
            Some(cell) if segment.left - line.right < CELL_GAP * segment.size => cell.push(" "),
            _ => cells.push(Vec::new()),
        }
        if let Some(cell) = cells.last_mut() {
            cell.extend(segment.pieces.iter().map(String::as_str));
        }
        line.left = line.left.min(segment.left);
        line.right = line.right.max(segment.right);
    }
    line.cells = cells.iter().map(|cell| script::read(cell, leftward)).collect();
    if leftward {
        line.cells.reverse();
    }
    line
}

/// Whether segments that stand from left to right are single words, evenly apart.
fn is_even(row: &[Segment]) -> bool {
    let gaps = row.windows(2).filter_map(|two| match two {
        [a, b] => Some(b.left - a.right),
        _ => None,
    });
    let (narrowest, widest) =
        gaps.fold((f64::INFINITY, 0.0f64), |(low, high), gap| (low.min(gap), high.max(gap)));
    narrowest >= ALIKE * widest && row.iter().all(|segment| segment.pieces.iter().all(|piece| piece != " "))
}
