//! The article card, and the whole article for the reader.

use super::tree;
use crate::Error;
use crate::api::{Block, Document, Members, Source, Value};
use crate::pack::Pack;
use crate::pack::cards::ARTICLES;
use crate::view::DocumentView;

/// Words a minute that adults read of English non-fiction, silently (Brysbaert 2019, a review of 190 studies).
const WORDS_A_MINUTE: u32 = 238;

/// What a document says about itself.
pub(super) fn about<'p, D: AsRef<[u8]>>(pack: &'p Pack<D>, view: &DocumentView<'p, D>) -> Source<'p> {
    let record = &view.record;
    Source {
        document: record.id,
        title: record.title,
        title_from: record.title_from,
        source: record.source,
        date: record.date,
        url: record.url,
        lang: record.lang,
        tags: record.tags.clone(),
        note: record.note,
        words: record.words,
        minutes: record.words.div_ceil(WORDS_A_MINUTE),
        origin: record.origin,
        near_copy_of: record.copy_of.map(|original| pack.id(original)),
    }
}

/// The card of a document: what it says about itself, then what the pack has in its card.
pub(crate) fn article<'p, D: AsRef<[u8]>>(
    pack: &'p Pack<D>,
    at: u32,
    view: &DocumentView<'p, D>,
) -> Result<Value<'p>, Error> {
    let mut members = Members::default();
    members.text("kind", "article");
    about(pack, view).tell(&mut members);
    members.append(tree::value(pack, ARTICLES.saturating_add(at))?);
    Ok(members.done())
}

/// The whole article.
pub(crate) fn document<'p, D: AsRef<[u8]>>(pack: &'p Pack<D>, view: &DocumentView<'p, D>) -> Document<'p> {
    let blocks = view.record.blocks.iter().enumerate().map(|(number, block)| {
        let text = view.text(block);
        let (start, end) = view.range(number, 0..text.len());
        let sentences = view.ranges(number, block.sentences.iter().cloned());
        Block { kind: block.kind, start, end, text, sentences }
    });
    Document { about: about(pack, view), blocks: blocks.collect() }
}
