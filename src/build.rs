//! The whole build: from a corpus to the bytes of a pack.

use std::collections::BTreeSet;

use crate::Error;
use crate::document::Corpus;
use crate::index::Index;
use crate::insight::Insight;
use crate::pack::writer::{DocumentParts, Parts, write};
use crate::text::{Fold, words};

/// Title of a briefing that is given none.
const UNTITLED: &str = "Briefing";

/// Builds a pack. The same corpus gives the same bytes.
///
/// # Errors
/// The pack would reach 4 GiB.
pub fn build(corpus: &Corpus) -> Result<Vec<u8>, Error> {
    let fold = Fold::learn(&characters(corpus));
    let index = Index::new(&fold, &corpus.documents);
    let Insight { origins, briefs, summaries, .. } = Insight::of(corpus);
    let documents = corpus.documents.iter().enumerate().map(|(at, article)| DocumentParts {
        article,
        origin: origins.of[at],
        copy_of: origins.copy_of[at],
        words: article.blocks.iter().map(|block| count_words(&fold, &block.text)).sum(),
        summary: &summaries[at],
    });
    write(&Parts {
        title: corpus.title.as_deref().unwrap_or(UNTITLED),
        origins: origins.count,
        documents: documents.collect(),
        fold: &fold,
        index: &index,
        briefs: &briefs,
    })
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
