//! The overview card: the key points of all documents, with who says the same.

use super::insert;
use crate::api::{KeyPoint, Overview, OverviewOptions, Span};
use crate::pack::Pack;
use crate::pack::cards::{Point, Position};
use crate::view::DocumentView;

/// The key points, the most widely reported first; as many as fit into `options.words`.
pub(crate) fn overview<'p, D: AsRef<[u8]>>(pack: &'p Pack<D>, options: &OverviewOptions) -> Overview<'p> {
    let mut left = options.words.unwrap_or(u32::MAX);
    let mut key_points = Vec::new();
    for key_point in pack.points().iter().filter_map(|point| key_point(pack, point)) {
        let words = key_point.span.text.split_ascii_whitespace().count();
        let words = u32::try_from(words).unwrap_or(u32::MAX);
        if words <= left {
            left -= words;
            key_points.push(key_point);
        }
    }
    Overview { title: pack.title(), documents: pack.len(), origins: pack.origins(), key_points }
}

fn key_point<'p, D: AsRef<[u8]>>(pack: &'p Pack<D>, point: &Point) -> Option<KeyPoint<'p>> {
    let mut outlets = Vec::new();
    let mut origins = Vec::new();
    let mut cite = |&(document, block, sentence): &Position| -> Option<Span<'p>> {
        let view = DocumentView::new(pack, document)?;
        // A document that names no outlet is counted as one of its own.
        insert(&mut outlets, view.record.source.unwrap_or(view.record.id));
        insert(&mut origins, view.record.origin);
        view.sentence(block, sentence)
    };
    let span = cite(&point.sentence)?;
    let support = point.support.iter().filter_map(cite).collect();
    let count = |items: usize| u32::try_from(items).unwrap_or(u32::MAX);
    Some(KeyPoint { span, support, outlets: count(outlets.len()), origins: count(origins.len()) })
}
