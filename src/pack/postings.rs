//! Posting lists: for every term, the documents that have it and how often, field by field.
//!
//! ```text
//! list    := posting*
//! posting := varint(step * 4 + shape) [title:varint lead:varint body:varint]
//! ```
//!
//! `step` is the document's number less that of the posting before, less 1 (the first: the number itself).
//! `shape` is 0 for once in the body, 1 for twice in the body, 2 for once in the lead, and nothing else in
//! the document; 3 says that the three counts follow.

use super::bytes::Cursor;

/// The fields that are counted and weighed apart.
pub(crate) const FIELDS: usize = 3;
/// The title, unless it repeats the text.
#[cfg(feature = "build")]
pub(crate) const TITLE: usize = 0;
/// The first sentence of the first paragraph.
#[cfg(feature = "build")]
pub(crate) const LEAD: usize = 1;
/// Everything else.
#[cfg(feature = "build")]
pub(crate) const BODY: usize = 2;

/// How often a term stands in one document, by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    pub document: u32,
    pub counts: [u32; FIELDS],
}

const SHAPES: [[u32; FIELDS]; 3] = [[0, 0, 1], [0, 0, 2], [0, 1, 0]];

/// Walks over one list.
#[derive(Clone, Debug)]
pub(crate) struct Postings<'a> {
    cursor: Cursor<'a>,
    next: u32,
}

impl<'a> Postings<'a> {
    pub(crate) fn new(list: &'a [u8]) -> Self {
        Self { cursor: Cursor::new(list), next: 0 }
    }

    /// Whether the whole list could be read.
    pub(crate) fn is_done(&self) -> bool {
        self.cursor.is_done()
    }
}

impl Iterator for Postings<'_> {
    type Item = Posting;

    #[inline]
    fn next(&mut self) -> Option<Posting> {
        if self.cursor.is_at_end() {
            return None;
        }
        let head = self.cursor.varint();
        let document = self.next.saturating_add(head >> 2);
        self.next = document.saturating_add(1);
        let counts = match SHAPES.get(head as usize & 3) {
            Some(&counts) => counts,
            None => [self.cursor.varint(), self.cursor.varint(), self.cursor.varint()],
        };
        Some(Posting { document, counts })
    }
}

/// Writes one list; documents rise.
#[cfg(feature = "build")]
pub(crate) fn encode(out: &mut Vec<u8>, postings: &[Posting]) {
    use super::bytes::put_varint;
    let mut next = 0;
    for posting in postings {
        let shape = SHAPES.iter().position(|&counts| counts == posting.counts);
        // Documents number less than 2^30: each takes more than four bytes of a pack.
        put_varint(out, (posting.document - next) << 2 | shape.unwrap_or(3) as u32);
        if shape.is_none() {
            posting.counts.into_iter().for_each(|count| put_varint(out, count));
        }
        next = posting.document + 1;
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn a_list_survives_its_bytes(list in prop::collection::btree_map(0u32..1 << 29, [0u32..4, 0u32..4, 1u32..500], 0..50)) {
            let list: BTreeMap<u32, [u32; FIELDS]> = list;
            let postings: Vec<Posting> = list.into_iter().map(|(document, counts)| Posting { document, counts }).collect();
            let mut bytes = Vec::new();
            encode(&mut bytes, &postings);
            let mut walk = Postings::new(&bytes);
            prop_assert_eq!(walk.by_ref().collect::<Vec<_>>(), postings);
            prop_assert!(walk.is_done());
        }
    }
}
