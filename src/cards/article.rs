//! The article card, and the whole article for the reader.

use crate::api::{Article, Block, Document, Source};
use crate::pack::Pack;
use crate::view::DocumentView;

/// Words a minute that adults read of English non-fiction, silently (Brysbaert 2019, a review of 190 studies).
const WORDS_A_MINUTE: u32 = 238;

/// What a document says about itself.
pub(super) fn about<D: AsRef<[u8]>>(pack: &Pack<D>, view: &DocumentView<'_, D>) -> Source {
    let record = &view.record;
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let original = record.copy_of.and_then(|original| pack.record(original));
    Source {
        document: record.id.to_owned(),
        title: record.title.to_owned(),
        title_from: record.title_from,
        source: owned(record.source),
        date: owned(record.date),
        url: owned(record.url),
        lang: owned(record.lang),
        tags: record.tags.iter().map(|&tag| tag.to_owned()).collect(),
        note: owned(record.note),
        words: record.words,
        minutes: record.words.div_ceil(WORDS_A_MINUTE),
        origin: record.origin,
        near_copy_of: original.map(|original| original.id.to_owned()),
    }
}

/// One article in a few of its sentences.
pub(crate) fn article<D: AsRef<[u8]>>(pack: &Pack<D>, view: &DocumentView<'_, D>) -> Article {
    let summary = view.record.summary.iter().filter_map(|&(block, sentence)| view.sentence(block, sentence));
    Article { about: about(pack, view), summary: summary.collect() }
}

/// The whole article.
pub(crate) fn document<D: AsRef<[u8]>>(pack: &Pack<D>, view: &DocumentView<'_, D>) -> Document {
    let blocks = view.record.blocks.iter().enumerate().map(|(number, block)| {
        let text = view.text(block);
        let (start, end) = view.range(number, 0..text.len());
        let sentences = block.sentences.iter().map(|sentence| view.range(number, sentence.clone()));
        Block { kind: block.kind, start, end, text: text.to_owned(), sentences: sentences.collect() }
    });
    Document { about: about(pack, view), blocks: blocks.collect() }
}
