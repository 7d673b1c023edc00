//! The in-memory index of a corpus: from documents to sorted terms with posting lists.

use std::collections::HashMap;

use crate::document::{BlockKind, Document, TitleFrom};
use crate::pack::postings::{BODY, FIELDS, LEAD, Posting, TITLE};
use crate::text::{Fold, is_shouting, stem, words};

/// What is searched: terms, where they stand, and how long the documents are.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Index {
    /// Sorted by spelling.
    pub terms: Vec<IndexTerm>,
    /// Words of every document, by field.
    pub lengths: Vec<[u32; FIELDS]>,
}

/// One term with its posting list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct IndexTerm {
    pub spelling: String,
    /// Terms of one stem share a class; classes are numbered in the order of their first terms.
    pub class: u32,
    /// By rising document.
    pub postings: Vec<Posting>,
}

impl Index {
    /// Indexes documents; their numbers are their positions.
    pub(crate) fn new(fold: &Fold, documents: &[Document]) -> Self {
        let mut builder = Builder::default();
        for document in documents {
            builder.add(fold, document);
        }
        builder.finish()
    }
}

#[derive(Default)]
struct Builder {
    lists: HashMap<String, Vec<Posting>>,
    lengths: Vec<[u32; FIELDS]>,
}

impl Builder {
    fn add(&mut self, fold: &Fold, document: &Document) {
        let number = self.lengths.len() as u32;
        self.lengths.push([0; FIELDS]);
        // A title cut from the text would count its words twice.
        if document.title_from != TitleFrom::Text {
            self.add_words(fold, &document.title, number, |_| TITLE);
        }
        let mut lead_is_open = true;
        for block in &document.blocks {
            let lead_end = match block.sentences.first() {
                Some(first) if lead_is_open && block.kind == BlockKind::Paragraph => first.end,
                _ => 0,
            };
            lead_is_open &= lead_end == 0;
            self.add_words(fold, &block.text, number, |at| if at < lead_end { LEAD } else { BODY });
        }
    }

    /// Counts the words of a text; `field` tells the field of a word by its place.
    fn add_words(&mut self, fold: &Fold, text: &str, document: u32, field: impl Fn(usize) -> usize) {
        let Some(lengths) = self.lengths.last_mut() else {
            return;
        };
        words(fold, text, is_shouting(fold, text), |range, term| {
            let field = field(range.start);
            lengths[field] += 1;
            let list = match self.lists.get_mut(term) {
                Some(list) => list,
                None => self.lists.entry(term.to_owned()).or_default(),
            };
            match list.last_mut() {
                Some(last) if last.document == document => last.counts[field] += 1,
                _ => {
                    let mut counts = [0; FIELDS];
                    counts[field] = 1;
                    list.push(Posting { document, counts });
                }
            }
        });
    }

    fn finish(self) -> Index {
        let mut lists: Vec<_> = self.lists.into_iter().collect();
        lists.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let mut classes = HashMap::new();
        let terms = lists.into_iter().map(|(spelling, postings)| {
            let next = classes.len() as u32;
            let class = *classes.entry(stem(&spelling)).or_insert(next);
            IndexTerm { spelling, class, postings }
        });
        Index { terms: terms.collect(), lengths: self.lengths }
    }
}
