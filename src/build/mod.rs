//! The whole build: from a corpus to the bytes of a pack.

mod cards;
mod citation;

use std::collections::{BTreeSet, HashMap};

use crate::Error;
use crate::document::Corpus;
use crate::index::{Builder, Index};
use crate::insight::{Insight, latent};
use crate::pack::bytes::put_varint;
use crate::pack::documents::{Record, record_bytes};
use crate::pack::writer::{DocumentParts, Parts, Written, documents_and_text, write};
use crate::search::weights;
use crate::text::{Fold, stem, words};

/// Title of a briefing that is given none.
const UNTITLED: &str = "Briefing";

/// Builds a pack. The same corpus gives the same bytes.
///
/// # Errors
/// The pack would reach 4 GiB.
pub fn build(corpus: &Corpus) -> Result<Vec<u8>, Error> {
    let fold = Fold::learn(&characters(corpus));
    let insight = Insight::of(corpus);
    let documents = corpus.documents.iter().enumerate().map(|(at, article)| DocumentParts {
        article,
        origin: insight.origins.of[at],
        copy_of: insight.origins.copy_of[at],
        words: article.blocks.iter().map(|block| count_words(&fold, &block.text)).sum(),
    });
    let parts = Parts {
        title: corpus.title.as_deref().unwrap_or(UNTITLED),
        origins: insight.origins.count,
        documents: documents.collect(),
        fold: &fold,
        aliases: &insight.aliases,
        cards: cards::section(corpus, &insight),
    };
    let written = documents_and_text(&parts.documents)?;
    let (index, stems) = index(&fold, &written, parts.documents.len());
    let vectors = latent::vectors(&weights(&index), index.lexicon().classes() as usize);
    write(parts, written, stems, vectors)
}

/// The index that opening the pack will derive, and the stems section that it needs for it.
fn index(fold: &Fold, written: &Written, documents: usize) -> (Index, Vec<u8>) {
    let text = written.text();
    let mut builder = Builder::default();
    for document in 0..documents as u32 {
        let bytes = record_bytes(&written.records, documents as u32, document);
        if let Some(record) = Record::decode(bytes) {
            builder.add(fold, &record, &text);
        }
    }
    let index = builder.close();
    let stems = stems_of(index.terms());
    (index.stemmed(&stems).unwrap_or_default(), stems)
}

/// The stems section for terms in the order of their spellings, see [`crate::index::Lexicon`].
fn stems_of<'t>(terms: impl Iterator<Item = &'t str>) -> Vec<u8> {
    let mut classes: HashMap<String, u32> = HashMap::new();
    let mut out = Vec::new();
    for term in terms {
        let count = classes.len() as u32;
        let class = *classes.entry(stem(term)).or_insert(count);
        put_varint(&mut out, count - class);
    }
    out
}

fn count_words(fold: &Fold, text: &str) -> u32 {
    let mut count = 0;
    words(fold, text, false, |_, _| count += 1);
    count
}

/// Every character of the corpus that is not ASCII.
fn characters(corpus: &Corpus) -> BTreeSet<char> {
    let mut seen = BTreeSet::new();
    for document in &corpus.documents {
        let texts = document.blocks.iter().map(|block| &block.text).chain([&document.title]);
        texts.for_each(|text| seen.extend(text.chars().filter(|c| !c.is_ascii())));
    }
    seen
}
