//! Opens packs and reads them in place.
//!
//! [`Pack::open`] walks over everything once and refuses what does not make sense, so that no later read can
//! fail: the accessors below answer plainly, and where an impossible read would fail they give an empty value.

use std::ops::Range;

use super::bytes::Cursor;
use super::cards::{self, Point, Position};
use super::documents::{Record, record_bytes};
use super::layout::{Layout, Section};
use super::postings::{FIELDS, Postings};
use super::terms::{Dictionary, Term};
use crate::Error;
use crate::text::Fold;

/// An opened pack over any bytes: a slice, a vector, a mapped file. Text, terms and postings stay in place;
/// the little that is derived at opening (folding table, lengths, stem classes) is held beside them.
#[derive(Debug)]
pub struct Pack<D> {
    data: D,
    layout: Layout,
    sections: [Range<usize>; Section::ALL.len()],
    title: String,
    documents: u32,
    origins: u32,
    fold: Fold,
    lengths: Vec<[u32; FIELDS]>,
    classes: Classes,
    points: Vec<Point>,
}

impl<D: AsRef<[u8]>> Pack<D> {
    /// Opens a pack.
    ///
    /// # Errors
    /// The bytes are no pack, cut short, of another version, or damaged: the error says where.
    pub fn open(data: D) -> Result<Self, Error> {
        let bytes = data.as_ref();
        let layout = Layout::read(bytes)?;
        let sections = Section::ALL.map(|section| layout.section(section));
        let check = Check { bytes, sections: &sections };
        let (title, documents, origins) = check.meta()?;
        let fold = Fold::decode(check.section(Section::Fold))
            .ok_or_else(|| Error::damaged("fold", 0, "a folding table", 0))?;
        let lengths = check.lengths(documents)?;
        check.documents(documents, origins)?;
        let classes = check.terms(documents)?;
        let points = check.cards(documents)?;
        Ok(Self { layout, sections, title, documents, origins, fold, lengths, classes, points, data })
    }

    fn section(&self, section: Section) -> &[u8] {
        let range = self.sections.get(section as usize).cloned().unwrap_or_default();
        self.data.as_ref().get(range).unwrap_or_default()
    }

    /// Where everything lies.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Title of the briefing.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Number of documents.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.documents
    }

    /// Whether the pack has no document.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// Number of independent texts.
    #[must_use]
    pub fn origins(&self) -> u32 {
        self.origins
    }

    pub(crate) fn fold(&self) -> &Fold {
        &self.fold
    }

    /// Words of every document, by field.
    pub(crate) fn lengths(&self) -> &[[u32; FIELDS]] {
        &self.lengths
    }

    pub(crate) fn points(&self) -> &[Point] {
        &self.points
    }

    pub(crate) fn record(&self, document: u32) -> Option<Record<'_>> {
        Record::decode(record_bytes(self.section(Section::Documents), self.documents, document)?)
    }

    /// A piece of the text section.
    pub(crate) fn text(&self, range: Range<usize>) -> &str {
        let bytes = self.section(Section::Text).get(range).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    pub(crate) fn dictionary(&self) -> Dictionary<'_> {
        Dictionary::new(self.section(Section::Terms)).unwrap_or_else(Dictionary::empty)
    }

    pub(crate) fn postings(&self, term: &Term) -> Postings<'_> {
        Postings::new(self.section(Section::Postings).get(term.postings.clone()).unwrap_or_default())
    }

    /// Ordinals of the terms of a stem class, in order.
    pub(crate) fn class(&self, class: u32) -> &[u32] {
        self.classes.get(class)
    }
}

/// The terms of every stem class: those of class `c` are `terms[starts[c]..starts[c + 1]]`.
#[derive(Debug, Default)]
struct Classes {
    starts: Vec<u32>,
    terms: Vec<u32>,
}

impl Classes {
    /// Inverts the list that gives every term's class (a counting sort).
    fn new(class_of: &[u32]) -> Self {
        let classes = class_of.iter().max().map_or(0, |&last| last as usize + 1);
        let mut starts = vec![0u32; classes + 1];
        for &class in class_of {
            if let Some(count) = starts.get_mut(class as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut terms = vec![0u32; class_of.len()];
        for (ordinal, &class) in (0u32..).zip(class_of) {
            if let Some(at) = next.get_mut(class as usize) {
                if let Some(slot) = terms.get_mut(*at as usize) {
                    *slot = ordinal;
                }
                *at += 1;
            }
        }
        Self { starts, terms }
    }

    fn get(&self, class: u32) -> &[u32] {
        let class = class as usize;
        let (Some(&start), Some(&end)) = (self.starts.get(class), self.starts.get(class + 1)) else {
            return &[];
        };
        self.terms.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// The walk over a pack that is being opened.
struct Check<'a> {
    bytes: &'a [u8],
    sections: &'a [Range<usize>; Section::ALL.len()],
}

impl<'a> Check<'a> {
    fn section(&self, section: Section) -> &'a [u8] {
        let range = self.sections.get(section as usize).cloned().unwrap_or_default();
        self.bytes.get(range).unwrap_or_default()
    }

    fn meta(&self) -> Result<(String, u32, u32), Error> {
        let mut cursor = Cursor::new(self.section(Section::Meta));
        let fields = (|| Some((cursor.str()?.to_owned(), cursor.varint()?, cursor.varint()?)))();
        fields
            .ok_or_else(|| Error::damaged("meta", cursor.position(), "title and counts", cursor.remaining()))
    }

    fn lengths(&self, documents: u32) -> Result<Vec<[u32; FIELDS]>, Error> {
        let section = self.section(Section::Lengths);
        let mut cursor = Cursor::new(section);
        let mut lengths = Vec::with_capacity(section.len() / FIELDS);
        while let (Some(title), Some(lead), Some(body)) = (cursor.varint(), cursor.varint(), cursor.varint())
        {
            lengths.push([title, lead, body]);
        }
        if lengths.len() != documents as usize || !cursor.is_at_end() {
            return Err(Error::damaged(
                "lengths",
                cursor.position(),
                "three lengths a document",
                lengths.len(),
            ));
        }
        Ok(lengths)
    }

    fn documents(&self, documents: u32, origins: u32) -> Result<(), Error> {
        let section = self.section(Section::Documents);
        let text = std::str::from_utf8(self.section(Section::Text))
            .map_err(|error| Error::damaged("text", error.valid_up_to(), "UTF-8", 0))?;
        for document in 0..documents {
            let sound =
                record_bytes(section, documents, document).and_then(Record::decode).is_some_and(|record| {
                    record.fits(text)
                        && record.origin < origins
                        && record.copy_of.is_none_or(|original| original < documents && original != document)
                });
            if !sound {
                return Err(Error::damaged(
                    "documents",
                    document as usize * 4,
                    "a sound record",
                    document as usize,
                ));
            }
        }
        Ok(())
    }

    fn terms(&self, documents: u32) -> Result<Classes, Error> {
        let section = self.section(Section::Terms);
        let postings = self.section(Section::Postings);
        let damaged = |expected, ordinal: u32| Error::damaged("terms", 0, expected, ordinal as usize);
        let dictionary = Dictionary::new(section).ok_or_else(|| damaged("a term count that fits", 0))?;
        let mut class_of = Vec::new();
        let mut entries = dictionary.iter();
        let mut before = String::new();
        let mut lists_end = 0;
        for ordinal in 0..dictionary.len() {
            if !entries.agrees_with_head(&dictionary) {
                return Err(damaged("a page where its head says", ordinal));
            }
            let term = entries.advance().ok_or_else(|| damaged("an entry", ordinal))?;
            let spelling = entries.spelling();
            if spelling.is_empty() || (ordinal > 0 && spelling <= before.as_str()) {
                return Err(damaged("terms in rising order", ordinal));
            }
            before.clear();
            before.push_str(spelling);
            lists_end = term.postings.end;
            let mut list = Postings::new(postings.get(term.postings.clone()).unwrap_or_default());
            let known = list.by_ref().take_while(|posting| posting.document < documents).count();
            if known != term.documents as usize || known == 0 || !list.is_at_end() {
                return Err(Error::damaged(
                    "postings",
                    term.postings.start,
                    "as many documents as the term has",
                    known,
                ));
            }
            class_of.push(term.class);
        }
        if lists_end != postings.len() {
            return Err(Error::damaged("postings", lists_end, "the end of the lists", postings.len()));
        }
        Ok(Classes::new(&class_of))
    }

    fn cards(&self, documents: u32) -> Result<Vec<Point>, Error> {
        let points = cards::decode(self.section(Section::Cards))
            .ok_or_else(|| Error::damaged("cards", 0, "key points", 0))?;
        let section = self.section(Section::Documents);
        let stands = |&(document, block, sentence): &Position| {
            let record = record_bytes(section, documents, document).and_then(Record::decode);
            record.is_some_and(|record| record.has_sentence(block, sentence))
        };
        for (at, point) in points.iter().enumerate() {
            if !stands(&point.sentence) || !point.support.iter().all(stands) {
                return Err(Error::damaged(
                    "cards",
                    0,
                    "sentences that stand in a document, in key point",
                    at,
                ));
            }
        }
        Ok(points)
    }
}
