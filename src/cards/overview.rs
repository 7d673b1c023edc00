//! The overview card: the key points of all documents, with who says the same.

use super::insert;
use crate::api::{KeyPoint, Overview, OverviewOptions, Span};
use crate::pack::Pack;
use crate::pack::cards::{Point, Position};
use crate::view::DocumentView;

/// Words of key points where no length is asked for: a minute of reading.
pub(crate) const WORDS: u32 = 250;

/// The key points of the best overview of `options.words`, the most widely reported first.
pub(crate) fn overview<'p, D: AsRef<[u8]>>(pack: &'p Pack<D>, options: &OverviewOptions) -> Overview<'p> {
    let cards = pack.cards();
    let words = options.words.unwrap_or(WORDS);
    let brief = cards.briefs.iter().rev().find(|brief| brief.words <= words);
    let points = brief.into_iter().flat_map(|brief| &brief.points);
    let points = points.filter_map(|&number| cards.points.get(number as usize));
    let key_points = points.filter_map(|point| key_point(pack, point)).collect();
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
