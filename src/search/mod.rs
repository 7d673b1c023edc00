//! Search: from a query to a page of hits.
//!
//! A query goes through [`query::parse`] (words to weighed terms), [`rank::Ranker::score`] (terms to scored
//! documents) and [`excerpt::excerpt`] (a document to its best passage); only the hits of the page asked for
//! get excerpts.

mod excerpt;
#[cfg(all(test, feature = "build"))]
mod oracle;
mod query;
mod rank;
#[cfg(all(test, feature = "build"))]
mod tests;

use crate::api::{Hit, SearchOptions, SearchResponse};
use crate::pack::Pack;
use crate::view::DocumentView;
use excerpt::Matches;
pub(crate) use rank::Ranker;

/// Searches a pack.
pub(crate) fn search<'a, D: AsRef<[u8]>>(
    pack: &'a Pack<D>,
    ranker: &Ranker,
    query: &'a str,
    options: &SearchOptions,
) -> SearchResponse<'a> {
    let words = query::parse(pack, query, options.prefix);
    let scored = ranker.score(pack, &words);
    let total = u32::try_from(scored.len()).unwrap_or(u32::MAX);
    let weights = words.iter().map(|word| rank::idf(pack.len() as usize, word.documents())).collect();
    let matches = Matches::new(pack, &words, weights);
    let hits = rank::page(&scored, options.offset as usize, options.limit as usize).into_iter().filter_map(
        |(document, score)| Some(hit(pack, &DocumentView::new(pack, document)?, score, &matches)),
    );
    SearchResponse {
        query,
        total,
        hits: hits.collect(),
        ignored: words.iter().filter(|word| word.terms.is_empty()).map(|word| word.typed).collect(),
    }
}

fn hit<'p, D: AsRef<[u8]>>(
    pack: &Pack<D>,
    view: &DocumentView<'p, D>,
    score: f64,
    matches: &Matches,
) -> Hit<'p> {
    let record = &view.record;
    Hit {
        document: record.id,
        score,
        title: record.title,
        source: record.source,
        date: record.date,
        excerpt: excerpt::excerpt(pack, view, matches),
    }
}
