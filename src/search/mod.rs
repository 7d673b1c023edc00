//! Search: from a query to a page of hits.
//!
//! A query is taken apart by [`query::parse`]; [`concept::Reader`] finds the terms of the corpus for each part: forms,
//! aliases, corrections. [`rank`] scores all documents that have any part, [`closeness`] and [`latent`] put the best of
//! them in their final order. [`passage`] cites; only the hits of the page asked for get excerpts.
//!
//! The figures beside the weights were measured with a prototype of these formulas, one weight changed at a time; on five
//! collections (Cranfield, CISI, day summaries, titles of paired news, sentences of highlights), so that none is fitted to
//! one. The engine as it is gives .570 and .433 on Cranfield and CISI, where BM25 of the same words gives .525 and .406.

mod aliases;
mod closeness;
mod concept;
mod filter;
mod latent;
#[cfg(all(test, feature = "build"))]
mod oracle;
mod passage;
mod query;
mod rank;
mod scan;
mod spelling;
#[cfg(all(test, feature = "build"))]
mod tests;

use crate::api::{Answer, Excerpt, Hit, Order, SearchOptions, SearchResponse};
use crate::index::Index;
use crate::pack::Pack;
use crate::view::DocumentView;
pub(crate) use aliases::Aliases;
use concept::{Concept, Reader, Reading};
use passage::Passage;
pub(crate) use passage::Warning;
use rank::{Cover, Largest, Scored, Standing, Standings};
use scan::Scanner;

/// How many of the best documents are put in their final order by closeness and latent likeness. Measured, nDCG@10 on
/// Cranfield and CISI: .575 and .432 with 50, .575 and .430 with 100.
const DEPTH: usize = 50;

/// How many of the best documents an answer may be found in.
const ANSWERING: usize = 10;

/// Terms offered for a word that nothing was found for.
const OFFERED_EDITS: usize = 3;

/// What search holds beside the pack.
#[derive(Debug)]
pub(crate) struct Searcher {
    index: Index,
    aliases: Aliases,
    norms: Vec<f64>,
    warnings: Vec<Warning>,
}

impl Searcher {
    pub(crate) fn new(index: Index, aliases: Aliases, warnings: Vec<Warning>) -> Self {
        Self { norms: rank::norms(&index), index, aliases, warnings }
    }

    /// Searches; any string is a query.
    pub(crate) fn search<'a, D: AsRef<[u8]>>(
        &'a self,
        pack: &'a Pack<D>,
        query: &'a str,
        options: &SearchOptions,
    ) -> SearchResponse<'a> {
        let index = &self.index;
        let parsed = query::parse(pack.fold(), query, options.prefix);
        let reader = Reader { index, aliases: &self.aliases, fold: pack.fold(), reading: Reading::default() };
        let Reading { concepts, corrections, aliases, ignored } = reader.read(query, &parsed);
        let having = rank::gather(index, &concepts);
        let cover = Cover::new(&concepts, &having);
        let sieve = filter::Sieve::new(index, pack.fold(), &parsed.parts);
        let mut standings = rank::score(&self.norms, &having);
        let found = self.found(&concepts, &mut standings, &cover, &sieve);
        let scanner = Scanner::new(index, &concepts);
        let wanted = (options.offset as usize).saturating_add(options.limit as usize);
        let mut best = best(&found, wanted.max(DEPTH));
        let depth = DEPTH.min(best.len());
        let (top, rest) = best.split_at_mut(depth);
        let before = top.last().map_or(1.0, |&(_, score)| score);
        for (document, score) in top.iter_mut() {
            if !closeness::has_neighbours(standings.of(*document).parts) {
                continue;
            }
            let norm = self.norms.get(*document as usize).copied().unwrap_or(1.0);
            *score += closeness::closeness(index, &scanner, &concepts, &having, *document, norm);
        }
        sort(top);
        latent::rerank(pack.vectors(), &having, top);
        sort(top);
        // The others stay behind.
        let after = top.last().map_or(1.0, |&(_, score)| score);
        for (_, score) in rest {
            *score *= after / before;
        }
        let answers = concepts.iter().any(Concept::attracts);
        let passages: Vec<Vec<Passage>> = best
            .iter()
            .take(if answers { ANSWERING } else { 0 })
            .map(|&(document, _)| passage::sentences(index, &scanner, &cover, document))
            .collect();
        let answer = passage::answer(index, &passages);
        if options.order != Order::Relevance {
            best = self.by_date(&found, options.order);
        }
        let page = best.into_iter().skip(options.offset as usize).take(options.limit as usize);
        let hits = page.filter_map(|(document, score)| {
            let view = DocumentView::new(pack, document)?;
            let known =
                passages.iter().find(|all| all.first().is_some_and(|first| first.document == document));
            let passage = match known {
                Some(all) => passage::best(&cover, document, all),
                None => {
                    passage::best(&cover, document, &passage::sentences(index, &scanner, &cover, document))
                }
            };
            let record = &view.record;
            Some(Hit {
                document: record.id,
                score,
                title: record.title,
                source: record.source,
                date: record.date,
                warnings: passage.warnings(&self.warnings),
                excerpt: passage::cite(&view, index, &scanner, &passage),
            })
        });
        let hits = hits.collect();
        let cite = |passage: &Passage| {
            let view = DocumentView::new(pack, passage.document)?;
            let Excerpt { span, marks } = passage::cite(&view, index, &scanner, passage);
            Some(Answer { span, marks, warnings: passage.warnings(&self.warnings) })
        };
        let mut nearest = Vec::new();
        if found.is_empty() {
            let asked =
                parsed.parts.iter().filter(|part| part.demand.asks_words()).flat_map(|part| &part.words);
            let near = |word: &query::Word<'_>| spelling::nearest(index, &word.term, Some(OFFERED_EDITS));
            nearest.extend(asked.filter_map(near).map(|term| index.lexicon().spelling(term)));
        }
        SearchResponse {
            query,
            total: found.len() as u32,
            hits,
            answer: answer.iter().filter_map(cite).collect(),
            nearest,
            facets: filter::count(index, &found),
            corrections,
            aliases,
            ignored,
            unread: parsed.unread,
        }
    }

    /// Every document that answers, with its score, in no special order.
    fn found(
        &self,
        concepts: &[Concept],
        standings: &mut Standings,
        cover: &Cover,
        sieve: &filter::Sieve<'_>,
    ) -> Vec<Scored> {
        // Where no word is asked for, every document that is not left out answers.
        let listing = !concepts.is_empty() && !concepts.iter().any(Concept::attracts);
        let all = if listing {
            (0..self.norms.len() as u32).collect()
        } else {
            std::mem::take(&mut standings.touched)
        };
        let mut found = Vec::new();
        // Neighbours often have the same parts.
        let mut last = (0, cover.admits(0));
        for document in all {
            let Standing { score, parts } = standings.of(document);
            let score = if listing { 1.0 } else { score };
            if last.0 != parts {
                last = (parts, cover.admits(parts));
            }
            if score > 0.0 && last.1 && (sieve.is_open() || sieve.passes(document)) {
                found.push((document, score));
            }
        }
        found
    }

    /// All that was found by its day, undated documents last.
    fn by_date(&self, found: &[Scored], order: Order) -> Vec<Scored> {
        let key = |document: u32| {
            let day = self.index.catalogue().date(document).map_or(0, |date| u64::from(date.days().0));
            let day = if order == Order::Newest || day == 0 { day } else { u64::from(u32::MAX) - day };
            day << 32 | u64::from(!document)
        };
        let mut ordered = Largest::of(found.len());
        for (at, &(document, _)) in (0..).zip(found) {
            ordered.add(key(document), at);
        }
        ordered.sorted().into_iter().filter_map(|(_, at)| found.get(at as usize).copied()).collect()
    }
}

/// What each stem of each document weighs in the matrix that latent vectors are learnt from: its idf and its saturated
/// count, function words left out.
#[cfg(feature = "build")]
pub(crate) fn weights(fold: &crate::text::Fold, index: &Index) -> Vec<Vec<(u32, f32)>> {
    let norms = rank::norms(index);
    let mut rows = vec![Vec::new(); index.documents()];
    let mut counts = vec![0.0; index.documents()];
    for class in 0..index.lexicon().classes() {
        let terms = index.lexicon().members(class);
        if terms.iter().any(|&term| crate::text::is_stop_word(fold, index.lexicon().spelling(term))) {
            continue;
        }
        let mut documents = Vec::new();
        for posting in terms.iter().flat_map(|&term| index.postings(term)) {
            let at = posting.document() as usize;
            if counts[at] == 0.0 {
                documents.push(at);
            }
            counts[at] += f64::from(posting.count());
        }
        let idf = rank::idf(index.documents(), documents.len());
        for at in documents {
            let count = std::mem::take(&mut counts[at]);
            rows[at].push((class, (idf * count / (norms[at] + count)) as f32));
        }
    }
    rows
}

/// The best documents, best first, ties in the order of the documents.
fn best(found: &[Scored], most: usize) -> Vec<Scored> {
    let mut best = Largest::of(most);
    for &(document, score) in found {
        // The bits of positive numbers rise as the numbers do.
        best.add(score.to_bits(), document);
    }
    best.sorted().into_iter().map(|(bits, document)| (document, f64::from_bits(bits))).collect()
}

/// Best first, ties in the order of the documents.
fn sort(all: &mut [Scored]) {
    let sorted = best(all, all.len());
    all.copy_from_slice(&sorted);
}
