//! The whole build: from a corpus to the bytes of a pack.

mod analyst;
mod cards;
mod citation;
mod step;

use crate::Error;
use crate::document::Corpus;
use crate::hash::HashMap;
use crate::index::{Builder, Index};
use crate::insight::findings::Findings;
use crate::insight::reading::Reading;
use crate::insight::stems::Stems;
use crate::insight::{Insight, latent};
use crate::pack::bytes::put_varint;
use crate::pack::documents::{Record, record_bytes};
use crate::pack::writer::{DocumentParts, Parts, Written, documents_and_text, write};
use crate::search::weights;

pub use analyst::Analyst;
pub use step::Step;

/// Title of a briefing that is given none.
pub(crate) const UNTITLED: &str = "Briefing";

/// Builds a pack. The same corpus gives the same bytes.
///
/// # Errors
/// The pack would reach 4 GiB.
pub fn build(corpus: &Corpus) -> Result<Vec<u8>, Error> {
    build_in_steps(corpus, &mut |_| ())
}

/// Builds a pack, and names each step before it is taken.
///
/// # Errors
/// The pack would reach 4 GiB.
pub fn build_in_steps(corpus: &Corpus, begin: &mut dyn FnMut(Step)) -> Result<Vec<u8>, Error> {
    Analyst::default().build(corpus, begin)
}

/// The pack of a corpus, given what was found in each of its documents alone.
fn pack(corpus: &Corpus, findings: &[&Findings], begin: &mut dyn FnMut(Step)) -> Result<Vec<u8>, Error> {
    begin(Step::Reading);
    let reading = Reading::of(corpus);
    let insight = Insight::read(&reading, findings, begin);
    begin(Step::Cards);
    let cards = cards::section(corpus, &insight);
    begin(Step::Index);
    let documents = corpus.documents.iter().enumerate().map(|(at, article)| DocumentParts {
        article,
        origin: insight.origins.of[at],
        copy_of: insight.origins.copy_of[at],
        words: reading.count_words(at),
    });
    let parts = Parts {
        title: corpus.title.as_deref().unwrap_or(UNTITLED),
        origins: insight.origins.count,
        documents: documents.collect(),
        fold: &reading.fold,
        aliases: &insight.aliases,
        cards,
        remains: &corpus.remains,
    };
    let written = documents_and_text(&parts.documents)?;
    let (index, stems) = index(&reading, &written, parts.documents.len());
    begin(Step::Vectors);
    let vectors = latent::vectors(&weights(&reading.fold, &index), index.lexicon().classes() as usize);
    begin(Step::Writing);
    write(parts, written, stems, vectors)
}

/// The index that opening the pack will derive, and the stems section that it needs for it.
fn index(reading: &Reading<'_>, written: &Written, documents: usize) -> (Index, Vec<u8>) {
    let text = written.text();
    let mut builder = Builder::default();
    for document in 0..documents as u32 {
        let bytes = record_bytes(&written.records, documents as u32, document);
        if let Some(record) = Record::decode(bytes) {
            builder.add(&reading.fold, &record, &text);
        }
    }
    let index = builder.all_read().close();
    let stems = stems_section(&reading.stems_of, index.terms());
    (index.stemmed(&stems).unwrap_or_default(), stems)
}

/// The stems section for terms in the order of their spellings, see [`crate::index::Lexicon`].
fn stems_section<'t>(stems: &Stems, terms: impl Iterator<Item = &'t str>) -> Vec<u8> {
    let mut classes: HashMap<String, u32> = HashMap::new();
    let mut out = Vec::new();
    for term in terms {
        let count = classes.len() as u32;
        let class = *classes.entry(stems.stem(term)).or_insert(count);
        put_varint(&mut out, count - class);
    }
    out
}
