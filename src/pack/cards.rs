//! The cards section: the key points of overviews of several lengths, as positions of sentences.
//!
//! ```text
//! cards    := points:varint point* briefs:varint brief*
//! point    := sentence support:varint sentence*
//! sentence := document:varint block:varint sentence:varint
//! brief    := words:varint points:varint number:varint*
//! ```
//!
//! A brief is the best overview of so many words, by the numbers of its points; briefs stand from the shortest on.

use super::bytes::Cursor;

/// Position of a sentence: document, block, sentence.
pub(crate) type Position = (u32, u32, u32);

/// One key point and the sentences of other documents that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub sentence: Position,
    pub support: Vec<Position>,
}

/// The best overview of a length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Brief {
    /// Words that its points have together.
    pub words: u32,
    /// Numbers of its points.
    pub points: Vec<u32>,
}

/// The cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cards {
    pub points: Vec<Point>,
    pub briefs: Vec<Brief>,
}

pub(crate) fn decode(section: &[u8]) -> Option<Cards> {
    let mut cursor = Cursor::new(section);
    let mut points = Vec::new();
    for _ in 0..cursor.count() {
        let sentence = position(&mut cursor);
        let support = (0..cursor.count()).map(|_| position(&mut cursor)).collect();
        points.push(Point { sentence, support });
    }
    let mut briefs = Vec::new();
    for _ in 0..cursor.count() {
        let words = cursor.varint();
        briefs.push(Brief { words, points: (0..cursor.count()).map(|_| cursor.varint()).collect() });
    }
    let known = briefs.iter().flat_map(|brief| &brief.points).all(|&number| (number as usize) < points.len());
    (cursor.is_done() && known).then_some(Cards { points, briefs })
}

fn position(cursor: &mut Cursor<'_>) -> Position {
    (cursor.varint(), cursor.varint(), cursor.varint())
}

#[cfg(feature = "build")]
pub(crate) fn encode(briefs: &[crate::insight::Brief]) -> Vec<u8> {
    use super::bytes::{put_varint, size};
    let put = |out: &mut Vec<u8>, at: &crate::document::SentenceRef| {
        [at.document, at.block, at.sentence].into_iter().for_each(|number| put_varint(out, number));
    };
    let mut points: Vec<&crate::insight::KeyPoint> = briefs.iter().flat_map(|brief| &brief.points).collect();
    points.sort_unstable_by_key(|point| point.sentence);
    points.dedup_by_key(|point| point.sentence);
    let mut out = Vec::new();
    put_varint(&mut out, size(points.len()));
    for point in &points {
        put(&mut out, &point.sentence);
        put_varint(&mut out, size(point.support.len()));
        point.support.iter().for_each(|sentence| put(&mut out, sentence));
    }
    put_varint(&mut out, size(briefs.len()));
    for brief in briefs {
        put_varint(&mut out, brief.words);
        put_varint(&mut out, size(brief.points.len()));
        for point in &brief.points {
            put_varint(&mut out, size(points.partition_point(|other| other.sentence < point.sentence)));
        }
    }
    out
}
