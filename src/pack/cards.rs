//! The cards section: the key points of the overview, as positions of sentences.
//!
//! ```text
//! cards    := points:varint point*
//! point    := sentence support:varint sentence*
//! sentence := document:varint block:varint sentence:varint
//! ```

use super::bytes::Cursor;

/// Position of a sentence: document, block, sentence.
pub(crate) type Position = (u32, u32, u32);

/// One key point and the sentences of other documents that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub sentence: Position,
    pub support: Vec<Position>,
}

pub(crate) fn decode(section: &[u8]) -> Option<Vec<Point>> {
    let mut cursor = Cursor::new(section);
    let mut points = Vec::new();
    for _ in 0..cursor.count() {
        let sentence = position(&mut cursor);
        let support = (0..cursor.count()).map(|_| position(&mut cursor)).collect();
        points.push(Point { sentence, support });
    }
    cursor.is_done().then_some(points)
}

fn position(cursor: &mut Cursor<'_>) -> Position {
    (cursor.varint(), cursor.varint(), cursor.varint())
}

#[cfg(feature = "build")]
pub(crate) fn encode(points: &[crate::insight::KeyPoint]) -> Vec<u8> {
    use super::bytes::{put_varint, size};
    let mut out = Vec::new();
    put_varint(&mut out, size(points.len()));
    let put = |out: &mut Vec<u8>, at: &crate::document::SentenceRef| {
        [at.document, at.block, at.sentence].into_iter().for_each(|number| put_varint(out, number));
    };
    for point in points {
        put(&mut out, &point.sentence);
        put_varint(&mut out, size(point.support.len()));
        point.support.iter().for_each(|sentence| put(&mut out, sentence));
    }
    out
}
