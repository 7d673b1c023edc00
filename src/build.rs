//! The whole build: from a corpus to the bytes of a pack.

use std::collections::BTreeSet;

use crate::Error;
use crate::document::Corpus;
use crate::index::{Builder, Index};
use crate::insight::{Insight, latent};
use crate::pack::documents::{Record, record_bytes};
use crate::pack::writer::{DocumentParts, Parts, Written, documents_and_text, write};
use crate::search::weights;
use crate::text::{Fold, words};

/// Title of a briefing that is given none.
const UNTITLED: &str = "Briefing";

/// Builds a pack. The same corpus gives the same bytes.
///
/// # Errors
/// The pack would reach 4 GiB.
pub fn build(corpus: &Corpus) -> Result<Vec<u8>, Error> {
    let fold = Fold::learn(&characters(corpus));
    let Insight { origins, briefs, summaries, aliases, .. } = Insight::of(corpus);
    let documents = corpus.documents.iter().enumerate().map(|(at, article)| DocumentParts {
        article,
        origin: origins.of[at],
        copy_of: origins.copy_of[at],
        words: article.blocks.iter().map(|block| count_words(&fold, &block.text)).sum(),
        summary: &summaries[at],
    });
    let parts = Parts {
        title: corpus.title.as_deref().unwrap_or(UNTITLED),
        origins: origins.count,
        documents: documents.collect(),
        fold: &fold,
        aliases: &aliases,
        briefs: &briefs,
    };
    let written = documents_and_text(&parts.documents)?;
    let index = index(&fold, &written, parts.documents.len());
    let vectors = latent::vectors(&weights(&index), index.lexicon().classes() as usize);
    write(&parts, written, vectors)
}

/// The index that opening the pack will derive.
fn index(fold: &Fold, written: &Written, documents: usize) -> Index {
    let text = written.text();
    let mut builder = Builder::default();
    for document in 0..documents as u32 {
        let bytes = record_bytes(&written.records, documents as u32, document);
        if let Some(record) = Record::decode(bytes) {
            builder.add(fold, &record, &text);
        }
    }
    builder.finish()
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
