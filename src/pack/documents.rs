//! The documents section: what is known of each document, and where its blocks and sentences lie.
//!
//! ```text
//! documents := offset:u32[count+1] record*             (offsets from the end of the offset table)
//! record    := id:string title:string titleFrom:u8 flags:u8
//!              [source:string] [date:string] [url:string] [lang:string] [note:string]   (flag bits 0 to 4)
//!              tags:varint tag:string*
//!              origin:varint copyOf:varint                        (copyOf: 0 for none, else document + 1)
//!              words:varint textStart:varint
//!              blocks:varint block*
//! block     := kind:u8 gap:varint length:varint wide:varint sentences:varint (gap:varint length:varint)*
//! ```
//!
//! A block's `length` is in bytes of the text section, where the blocks of a document lie end to end from
//! `textStart`; `wide` is how many fewer UTF-16 code units that is, 0 for ASCII; its `gap` is in UTF-16 code units of the source
//! text, from the end of the block before.
//! A sentence's `gap` and `length` are in bytes of its block.

use std::ops::Range;

use super::bytes::Cursor;
use crate::api::{BlockKind, TitleFrom};

/// One document as the pack holds it; strings are slices of the pack.
#[derive(Clone, Debug)]
pub(crate) struct Record<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub title_from: TitleFrom,
    pub source: Option<&'a str>,
    pub date: Option<&'a str>,
    pub url: Option<&'a str>,
    pub lang: Option<&'a str>,
    pub note: Option<&'a str>,
    pub tags: Vec<&'a str>,
    pub origin: u32,
    pub copy_of: Option<u32>,
    pub words: u32,
    pub blocks: Vec<BlockRecord>,
}

/// One block: what it is, where it lies, and its sentences.
#[derive(Clone, Debug)]
pub(crate) struct BlockRecord {
    pub kind: BlockKind,
    /// UTF-16 code units of source text between the block before and this one.
    pub gap: u32,
    /// Bytes in the text section.
    pub text: Range<usize>,
    /// How many fewer UTF-16 code units that is; 0 for ASCII.
    pub wide: u32,
    /// Bytes within the block.
    pub sentences: Vec<Range<usize>>,
}

const TITLES: [TitleFrom; 3] = [TitleFrom::Metadata, TitleFrom::Heading, TitleFrom::Text];
const KINDS: [BlockKind; 6] = [
    BlockKind::Paragraph,
    BlockKind::Heading,
    BlockKind::Item,
    BlockKind::Lead,
    BlockKind::Caption,
    BlockKind::Credit,
];

/// The bytes of one record; empty where the section does not hold it.
pub(crate) fn record_bytes(section: &[u8], count: u32, document: u32) -> &[u8] {
    let offset = |index: usize| Cursor::new(section.get(index * 4..).unwrap_or_default()).u32() as usize;
    let records = section.get((count as usize + 1) * 4..).unwrap_or_default();
    records.get(offset(document as usize)..offset(document as usize + 1)).unwrap_or_default()
}

impl<'a> Record<'a> {
    pub(crate) fn decode(bytes: &'a [u8]) -> Option<Self> {
        let mut cursor = Cursor::new(bytes);
        let id = cursor.str();
        let title = cursor.str();
        let title_from = *TITLES.get(cursor.u8() as usize)?;
        let flags = cursor.u8();
        let mut optional = |bit: u8| (flags & (1 << bit) != 0).then(|| cursor.str());
        let (source, date, url, lang, note) =
            (optional(0), optional(1), optional(2), optional(3), optional(4));
        let tags = (0..cursor.count()).map(|_| cursor.str()).collect();
        let origin = cursor.varint();
        let copy_of = cursor.varint().checked_sub(1);
        let words = cursor.varint();
        let mut start = cursor.size();
        let mut blocks = Vec::new();
        for _ in 0..cursor.count() {
            let block = BlockRecord::decode(&mut cursor, start)?;
            start = block.text.end;
            blocks.push(block);
        }
        let record = Self {
            id,
            title,
            title_from,
            source,
            date,
            url,
            lang,
            note,
            tags,
            origin,
            copy_of,
            words,
            blocks,
        };
        cursor.is_done().then_some(record)
    }

    /// Whether every range of the record lies within `text` at the edges of characters.
    pub(crate) fn fits(&self, text: &str) -> bool {
        self.blocks.iter().all(|block| {
            text.get(block.text.clone()).is_some_and(|text| {
                block.sentences.iter().all(|sentence| text.get(sentence.clone()).is_some())
            })
        })
    }
}

impl BlockRecord {
    /// UTF-16 code units of its text.
    pub(crate) fn units(&self) -> u32 {
        (self.text.len() as u32).saturating_sub(self.wide)
    }

    fn decode(cursor: &mut Cursor<'_>, start: usize) -> Option<Self> {
        let kind = *KINDS.get(cursor.u8() as usize)?;
        let gap = cursor.varint();
        let text = start..start.saturating_add(cursor.size());
        let wide = cursor.varint();
        let mut sentences = Vec::new();
        let mut end = 0usize;
        for _ in 0..cursor.count() {
            let begin = end.saturating_add(cursor.size());
            end = begin.saturating_add(cursor.size());
            sentences.push(begin..end);
        }
        Some(Self { kind, gap, text, wide, sentences })
    }
}

/// Writes one record. `words` counts the document's words; its text begins at byte `text_start` of the text
/// section.
#[cfg(feature = "build")]
pub(crate) fn encode(out: &mut Vec<u8>, document: &super::writer::DocumentParts<'_>, text_start: u32) {
    use super::bytes::{put_str, put_varint, size};
    let article = document.article;
    put_str(out, &article.id);
    put_str(out, &article.title);
    out.push(TITLES.iter().position(|&from| from == article.title_from).unwrap_or_default() as u8);
    let optional = [&article.source, &article.date, &article.url, &article.lang, &article.note];
    out.push((0..).zip(optional).map(|(bit, text)| u8::from(text.is_some()) << bit).sum());
    optional.into_iter().flatten().for_each(|text| put_str(out, text));
    put_varint(out, size(article.tags.len()));
    article.tags.iter().for_each(|tag| put_str(out, tag));
    put_varint(out, document.origin);
    put_varint(out, document.copy_of.map_or(0, |original| original + 1));
    put_varint(out, document.words);
    put_varint(out, text_start);
    put_varint(out, size(article.blocks.len()));
    let mut source_end = 0;
    for block in &article.blocks {
        out.push(KINDS.iter().position(|&kind| kind == block.kind).unwrap_or_default() as u8);
        put_varint(out, block.start - source_end);
        let units = crate::text::utf16_len(&block.text);
        source_end = block.start + units;
        put_varint(out, size(block.text.len()));
        put_varint(out, size(block.text.len()) - units);
        put_varint(out, size(block.sentences.len()));
        let mut end = 0;
        for sentence in &block.sentences {
            put_varint(out, size(sentence.start - end));
            put_varint(out, size(sentence.len()));
            end = sentence.end;
        }
    }
}
