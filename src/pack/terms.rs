//! The term dictionary: every term of the corpus, sorted, with its stem class and its posting list.
//!
//! ```text
//! terms := count:u32 page-head* page*
//! head  := page:u32 classes:u32 postings:u32      (page: offset from the end of the heads)
//! page  := 16 entries, the last page fewer
//! entry := shared:varint suffix:string class:varint documents:varint postings:varint
//! ```
//!
//! Terms are front-coded: an entry's term is the first `shared` bytes of the term before it in its page and
//! then `suffix`; the first of a page shares 0. Terms of one stem form a *class*; `class` is 0 for a class
//! not seen before, else how many classes ago it was numbered (1 is the newest). A head tells the classes
//! seen before its page, and where its posting lists begin. `postings` is the length in bytes of the term's
//! list; the lists lie end to end in the order of the terms.

use std::ops::Range;

use super::bytes::Cursor;

/// Terms a page. A look-up reads half a page on average; a head costs 12 bytes. 16 keeps heads under a byte
/// a term and a page within two cache lines.
pub(crate) const PAGE: usize = 16;

const HEAD: usize = 12;

/// One term of the dictionary, without its spelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Position among the sorted terms.
    pub ordinal: u32,
    pub class: u32,
    /// Number of documents that have the term.
    pub documents: u32,
    /// Bytes of its posting list within the postings section.
    pub postings: Range<usize>,
}

/// Reads the section.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dictionary<'a> {
    count: u32,
    heads: &'a [u8],
    pages: &'a [u8],
}

impl<'a> Dictionary<'a> {
    /// A section that is too short for its count is a dictionary without terms.
    pub(crate) fn new(section: &'a [u8]) -> Self {
        let mut cursor = Cursor::new(section);
        let count = cursor.u32();
        let heads = cursor.take((count as usize).div_ceil(PAGE).saturating_mul(HEAD));
        Self { count: if cursor.is_sound() { count } else { 0 }, heads, pages: cursor.rest() }
    }

    /// Number of terms.
    pub(crate) fn len(&self) -> u32 {
        self.count
    }

    /// The terms from the first of a page to the last of all.
    fn page(&self, page: usize) -> Entries<'a> {
        let mut head = Cursor::new(self.heads.get(page.saturating_mul(HEAD)..).unwrap_or_default());
        let cursor = Cursor::new(self.pages.get(head.u32() as usize..).unwrap_or_default());
        let ordinal = page.saturating_mul(PAGE).min(self.count as usize) as u32;
        let (classes, postings) = (head.u32(), head.u32() as usize);
        Entries { cursor, term: Vec::new(), ordinal, count: self.count, classes, postings }
    }

    /// All terms in order.
    pub(crate) fn iter(&self) -> Entries<'a> {
        self.page(0)
    }

    /// The terms not below `bound`, in order.
    pub(crate) fn from(&self, bound: &str) -> Entries<'a> {
        let mut low = 0;
        let mut high = self.heads.len() / HEAD;
        // The last page whose first term is not above the bound.
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            let mut page = self.page(middle);
            let is_above = page.advance().is_none() || page.term.as_slice() > bound.as_bytes();
            if is_above { high = middle } else { low = middle }
        }
        let mut entries = self.page(low);
        loop {
            let mut ahead = entries.clone();
            if ahead.advance().is_none() || ahead.term.as_slice() >= bound.as_bytes() {
                return entries;
            }
            entries = ahead;
        }
    }

    /// The term spelt so.
    pub(crate) fn get(&self, spelling: &str) -> Option<Term> {
        let mut entries = self.from(spelling);
        let term = entries.advance()?;
        (entries.term == spelling.as_bytes()).then_some(term)
    }

    /// The term at a position, with its spelling.
    pub(crate) fn at(&self, ordinal: u32) -> Option<(Term, String)> {
        let mut entries = self.page(ordinal as usize / PAGE);
        loop {
            let term = entries.advance()?;
            if term.ordinal == ordinal {
                return Some((term, entries.spelling().to_owned()));
            }
        }
    }
}

/// Walks over terms in order.
#[derive(Clone, Debug)]
pub(crate) struct Entries<'a> {
    cursor: Cursor<'a>,
    term: Vec<u8>,
    ordinal: u32,
    count: u32,
    classes: u32,
    postings: usize,
}

impl Entries<'_> {
    /// The next term; its spelling is then [`Entries::spelling`].
    #[inline(never)]
    pub(crate) fn advance(&mut self) -> Option<Term> {
        if self.ordinal >= self.count {
            return None;
        }
        let shared = self.cursor.size();
        let suffix_length = self.cursor.size();
        let suffix = self.cursor.take(suffix_length);
        let ago = self.cursor.varint();
        let documents = self.cursor.varint();
        let length = self.cursor.size();
        let first = (self.ordinal as usize).is_multiple_of(PAGE);
        if !self.cursor.is_sound() || shared > self.term.len() || (first && shared > 0) || ago > self.classes
        {
            return None;
        }
        self.term.truncate(shared);
        self.term.extend_from_slice(suffix);
        let class = self.classes - ago.min(self.classes);
        self.classes += u32::from(ago == 0);
        let postings = self.postings..self.postings.saturating_add(length);
        self.postings = postings.end;
        let ordinal = self.ordinal;
        self.ordinal += 1;
        Some(Term { ordinal, class, documents, postings })
    }

    /// Spelling of the term that [`Entries::advance`] gave last.
    pub(crate) fn spelling(&self) -> &str {
        std::str::from_utf8(&self.term).unwrap_or_default()
    }

    /// Whether the walk now stands where a page's head says that it begins.
    pub(crate) fn agrees_with_head(&self, dictionary: &Dictionary<'_>) -> bool {
        if !(self.ordinal as usize).is_multiple_of(PAGE) || self.ordinal >= self.count {
            return true;
        }
        let page = dictionary.page(self.ordinal as usize / PAGE);
        page.classes == self.classes
            && page.postings == self.postings
            && page.cursor.rest().len() == self.cursor.rest().len()
    }
}

/// Writes the section. Each item is a term with its class, the number of documents and the bytes of its
/// posting list; terms are sorted, and classes are numbered in the order of their first terms.
#[cfg(feature = "build")]
pub(crate) fn encode<'t>(terms: impl ExactSizeIterator<Item = (&'t str, u32, u32, usize)>) -> Vec<u8> {
    use super::bytes::{put_str, put_varint, size};
    let mut out = size(terms.len()).to_le_bytes().to_vec();
    let mut pages = Vec::new();
    let (mut classes, mut postings, mut before) = (0, 0, "");
    for (at, (term, class, documents, length)) in terms.enumerate() {
        if at.is_multiple_of(PAGE) {
            for field in [size(pages.len()), classes, size(postings)] {
                out.extend_from_slice(&field.to_le_bytes());
            }
            before = "";
        }
        let mut shared = before.bytes().zip(term.bytes()).take_while(|(a, b)| a == b).count();
        while !term.is_char_boundary(shared) {
            shared -= 1;
        }
        put_varint(&mut pages, size(shared));
        put_str(&mut pages, &term[shared..]);
        put_varint(&mut pages, classes - class);
        classes += u32::from(class == classes);
        put_varint(&mut pages, documents);
        put_varint(&mut pages, size(length));
        postings += length;
        before = term;
    }
    out.extend_from_slice(&pages);
    out
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn every_term_is_found_and_no_other(terms in prop::collection::btree_set("[a-dé]{1,5}", 0..100), probe in "[a-dé]{0,5}") {
            let section = encode(terms.iter().enumerate().map(|(at, term)| (term.as_str(), at as u32 / 2, at as u32, 3)).collect::<Vec<_>>().into_iter());
            let dictionary = Dictionary::new(&section);
            for (at, term) in terms.iter().enumerate() {
                let found = dictionary.get(term).unwrap();
                prop_assert_eq!(&found, &Term { ordinal: at as u32, class: at as u32 / 2, documents: at as u32, postings: at * 3..at * 3 + 3 });
                prop_assert_eq!(dictionary.at(at as u32), Some((found, term.clone())));
            }
            prop_assert_eq!(dictionary.get(&probe).is_some(), terms.contains(&probe));
            let mut walk = dictionary.from(&probe);
            let mut not_below = BTreeSet::new();
            while walk.advance().is_some() { not_below.insert(walk.spelling().to_owned()); }
            prop_assert_eq!(not_below, terms.range(probe..).cloned().collect());
        }
    }
}
