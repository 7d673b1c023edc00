//! Glyphs to lines: those that stand on one base line, parted by gaps into words and, by wider ones, into segments.

use hayro_syntax::object::Rect;

use super::glyphs::Glyph;
use super::script::{is_leftward, is_unspaced, letters};

/// A stretch of a line without a wide gap. Lengths are points; the page stands upright, `base` counts upwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Segment {
    /// What it shows from left to right, a piece for each glyph and each space between words.
    pub(super) pieces: Vec<String>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    /// Height of most of its type.
    pub(super) size: f64,
    /// All of its type is bold.
    pub(super) bold: bool,
    /// The page calls it furniture.
    pub(super) artifact: bool,
}

impl Segment {
    pub(super) fn characters(&self) -> usize {
        self.pieces.iter().map(|piece| piece.chars().count()).sum()
    }
}

/// The segments of a page, and those that stand across its text (a stamp at its side).
#[derive(Debug, Default)]
pub(super) struct Upright {
    pub(super) segments: Vec<Segment>,
    pub(super) across: Vec<Segment>,
    /// Most letters are read from right to left.
    pub(super) leftward: bool,
}

/// A gap of so many sizes of the type parts words; between ideographs, that stand in squares, it is wider.
const WORD_GAP: f64 = 0.17;
const IDEOGRAPH_GAP: f64 = 0.6;

/// One of so many parts segments.
const SEGMENT_GAP: f64 = 0.9;

/// Type stands so far below and above its base line, in sizes.
const BELOW: f64 = 0.2;
const ABOVE: f64 = 0.7;

/// Share of the lower of two that must stand beside the other on one line; and how much smaller its type may be.
const BESIDE: f64 = 0.5;
const SMALLEST: f64 = 0.5;

/// Sets the glyphs that stand in `page` upright and makes segments of them.
pub(super) fn of(mut glyphs: Vec<Glyph>, page: Rect) -> Upright {
    let is_on = |&(x, y): &(f64, f64)| (page.x0..=page.x1).contains(&x) && (page.y0..=page.y1).contains(&y);
    glyphs.retain(|glyph| is_on(&glyph.at));
    let shown = |glyph: &&Glyph| !glyph.text.trim().is_empty();
    // Text in no colour is the text of a scanned page, or a copy of what is shown.
    if glyphs.iter().filter(shown).any(|glyph| !glyph.unseen) {
        glyphs.retain(|glyph| !glyph.unseen);
    }
    let all = glyphs.iter().filter(shown).count();
    let artifacts = glyphs.iter().filter(shown).filter(|glyph| glyph.artifact).count();
    let mut ways = [0usize; 4];
    for glyph in glyphs.iter().filter(shown) {
        if let Some(count) = ways.get_mut(turns(glyph)) {
            *count += 1;
        }
    }
    let main = (0..4).max_by_key(|&way| (ways.get(way), 4 - way)).unwrap_or(0);
    let letters = glyphs.iter().flat_map(|glyph| glyph.text.chars()).filter(|c| c.is_alphabetic());
    let (left, right) =
        letters.fold((0, 0), |(l, r), c| if is_leftward(c) { (l + 1, r) } else { (l, r + 1) });
    let mut by_way: [Vec<Glyph>; 4] = Default::default();
    for mut glyph in glyphs {
        let way = turns(&glyph);
        for place in [&mut glyph.at, &mut glyph.advance] {
            let (x, y) = *place;
            *place = match way {
                1 => (y, -x),
                2 => (-x, -y),
                3 => (-y, x),
                _ => (x, y),
            };
        }
        // A page that calls itself furniture altogether is not.
        glyph.artifact &= artifacts * 2 < all;
        if let Some(list) = by_way.get_mut(way) {
            list.push(glyph);
        }
    }
    let mut upright = Upright { leftward: left > right, ..Upright::default() };
    for (way, glyphs) in by_way.into_iter().enumerate() {
        let list = if way == main { &mut upright.segments } else { &mut upright.across };
        list.extend(segments(glyphs));
    }
    upright
}

/// Quarters of a turn, against the clock, by which a glyph's line is turned.
fn turns(glyph: &Glyph) -> usize {
    let (x, y) = glyph.advance;
    match (x.abs() >= y.abs(), x >= 0.0, y >= 0.0) {
        (true, true, _) => 0,
        (false, _, true) => 1,
        (true, false, _) => 2,
        (false, _, false) => 3,
    }
}

fn segments(mut glyphs: Vec<Glyph>) -> Vec<Segment> {
    glyphs.sort_by(|a, b| b.at.1.total_cmp(&a.at.1));
    let mut segments = Vec::new();
    let mut line: Vec<Glyph> = Vec::new();
    // The base and the size of the tallest of the line.
    let mut tallest = (0.0, 0.0);
    for glyph in glyphs {
        let own = (glyph.at.1, glyph.size);
        if !line.is_empty() && !stand_together(tallest, own) {
            cut(std::mem::take(&mut line), &mut segments);
        }
        if line.is_empty() || own.1 > tallest.1 {
            tallest = own;
        }
        line.push(glyph);
    }
    cut(line, &mut segments);
    segments
}

/// Whether type of these bases and sizes stands on one line.
pub(super) fn stand_together((base, size): (f64, f64), (other, smaller): (f64, f64)) -> bool {
    let (low, high) = (base - BELOW * size, base + ABOVE * size);
    let (bottom, top) = (other - BELOW * smaller, other + ABOVE * smaller);
    let both = high.min(top) - low.max(bottom);
    let (small, large) = if size < smaller { (size, smaller) } else { (smaller, size) };
    both >= BESIDE * small * (ABOVE + BELOW) && small >= SMALLEST * large
}

/// Cuts one line at its gaps.
fn cut(mut line: Vec<Glyph>, segments: &mut Vec<Segment>) {
    line.sort_by(|a, b| a.at.0.total_cmp(&b.at.0));
    let mut open: Option<(Segment, Vec<(f64, f64)>)> = None;
    let mut space = false;
    let mut before: Option<Glyph> = None;
    for glyph in line {
        if glyph.text.trim().is_empty() {
            space = true;
            continue;
        }
        let (left, right) = (glyph.at.0, glyph.at.0 + glyph.advance.0);
        if let (Some((segment, types)), Some(last)) = (&mut open, &before) {
            // Drawn twice, a little apart, to look bold.
            if last.text == glyph.text && left - last.at.0 < 0.15 * glyph.size {
                continue;
            }
            let gap = (left - segment.right) / last.size.max(glyph.size);
            if gap < SEGMENT_GAP {
                let unspaced = |text: &str| text.chars().all(is_unspaced);
                let word =
                    if unspaced(&last.text) && unspaced(&glyph.text) { IDEOGRAPH_GAP } else { WORD_GAP };
                if space && !(word == IDEOGRAPH_GAP && gap < WORD_GAP) || gap > word {
                    segment.pieces.push(" ".to_owned());
                }
                segment.pieces.push(letters(&glyph.text));
                segment.right = segment.right.max(right);
                segment.bold &= glyph.bold;
                segment.artifact |= glyph.artifact;
                types.push((glyph.size, glyph.at.1));
                space = false;
                before = Some(glyph);
                continue;
            }
        }
        segments.extend(open.take().map(closed));
        let segment = Segment {
            pieces: vec![letters(&glyph.text)],
            left,
            right,
            base: glyph.at.1,
            size: glyph.size,
            bold: glyph.bold,
            artifact: glyph.artifact,
        };
        open = Some((segment, vec![(glyph.size, glyph.at.1)]));
        space = false;
        before = Some(glyph);
    }
    segments.extend(open.map(closed));
}

/// A segment is as high, and stands as high, as the middle one of its glyphs.
fn closed((mut segment, mut types): (Segment, Vec<(f64, f64)>)) -> Segment {
    types.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    if let Some(&(size, base)) = types.get(types.len() / 2) {
        (segment.size, segment.base) = (size, base);
    }
    segment
}
