//! Search: from a query to a page of hits.
//!
//! A query is taken apart by [`query::parse`]; [`concept::Reader`] finds the terms of the corpus for each part: forms,
//! aliases, corrections. [`rank`] scores all documents that have any part, [`closeness`] and [`latent`] put the best of
//! them in their final order. [`passage`] cites; only the hits of the page asked for get excerpts.

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

use crate::api::{Excerpt, Hit, Order, SearchOptions, SearchResponse};
use crate::index::Index;
use crate::pack::Pack;
use crate::view::DocumentView;
pub(crate) use aliases::Aliases;
use concept::{Concept, Reader};
use query::Demand;
use rank::{Cover, Having, Scored, largest};
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
}

impl Searcher {
    pub(crate) fn new(index: Index, aliases: Aliases) -> Self {
        Self { norms: rank::norms(&index), index, aliases }
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
        let reader = Reader { index, aliases: &self.aliases, fold: pack.fold() };
        let reading = reader.read(query, &parsed);
        let concepts = &reading.concepts[..];
        let having = rank::gather(index, concepts);
        let cover = Cover::new(concepts, &having);
        let sieve = filter::Sieve::new(index, pack.fold(), &parsed.filters);
        let found = self.found(concepts, &having, &cover, &sieve, !parsed.filters.is_empty());
        let scanner = Scanner::new(index, concepts);
        let wanted = (options.offset as usize).saturating_add(options.limit as usize);
        let best = self.best(&found, wanted.max(DEPTH), |best| {
            for (document, score) in best.iter_mut() {
                let norm = self.norms.get(*document as usize).copied().unwrap_or(1.0);
                *score += closeness::closeness(index, &scanner, concepts, &having, *document, norm);
            }
            sort(best);
            latent::rerank(pack.vectors(), &having, best);
            sort(best);
        });
        let documents: Vec<u32> = found.iter().map(|&(document, _)| document).collect();
        let worth = |parts: u64| cover.of(parts);
        let answering: Vec<u32> = best.iter().take(ANSWERING).map(|&(document, _)| document).collect();
        let answer = if concepts.iter().all(|concept| concept.demand == Demand::Not) {
            Vec::new()
        } else {
            passage::answer(index, &scanner, &answering, worth)
        };
        let ordered = match options.order {
            Order::Relevance => best,
            order => self.by_date(&found, order),
        };
        let page = ordered.into_iter().skip(options.offset as usize).take(options.limit as usize);
        let hits = page.filter_map(|(document, score)| {
            let view = DocumentView::new(pack, document)?;
            let passage = passage::best(index, &scanner, document, worth);
            let (span, marks) = passage::cite(&view, index, &scanner, &passage);
            let record = &view.record;
            Some(Hit {
                document: record.id,
                score,
                title: record.title,
                source: record.source,
                date: record.date,
                excerpt: Excerpt { span, marks },
            })
        });
        let hits = hits.collect();
        let cite = |passage: &passage::Passage| {
            Some(passage::cite(&DocumentView::new(pack, passage.document)?, index, &scanner, passage).0)
        };
        let nearest = |word: &str| spelling::nearest(index, word, Some(OFFERED_EDITS));
        SearchResponse {
            query,
            total: documents.len() as u32,
            hits,
            answer: answer.iter().filter_map(cite).collect(),
            nearest: if documents.is_empty() {
                parsed
                    .words()
                    .flat_map(|word| nearest(&word.term))
                    .map(|term| index.lexicon().spelling(term))
                    .collect()
            } else {
                Vec::new()
            },
            facets: filter::count(index, &documents),
            corrections: reading.corrections,
            aliases: reading.aliases,
            ignored: reading.ignored,
            unread: parsed.unread,
        }
    }

    /// Every document that answers, with its score, in order.
    fn found(
        &self,
        concepts: &[Concept],
        having: &[Having],
        cover: &Cover,
        sieve: &filter::Sieve<'_>,
        filtered: bool,
    ) -> Vec<Scored> {
        let standings = rank::score(&self.norms, concepts, having);
        let mut allowed = Vec::new();
        for (concept, having) in
            concepts.iter().zip(having).filter(|(concept, _)| concept.demand != Demand::Should)
        {
            let mut has = vec![concept.demand == Demand::Not; standings.len()];
            for &(document, _) in &having.documents {
                if let Some(has) = has.get_mut(document as usize) {
                    *has = !*has;
                }
            }
            if allowed.is_empty() {
                allowed = has;
            } else {
                allowed.iter_mut().zip(has).for_each(|(allowed, has)| *allowed &= has);
            }
        }
        let wordless = concepts.iter().all(|concept| concept.demand == Demand::Not);
        let listed = wordless && (filtered || !concepts.is_empty());
        let mut found = Vec::new();
        let mut last = (0, false);
        for (document, standing) in (0..).zip(&standings) {
            let answers = if standing.score > 0.0 {
                // Neighbours often have the same parts.
                if last.0 != standing.parts {
                    last = (standing.parts, cover.is_enough(standing.parts));
                }
                last.1
            } else {
                listed
            };
            if answers && allowed.get(document as usize) != Some(&false) && sieve.passes(document) {
                found.push((document, if listed { 1.0 } else { standing.score }));
            }
        }
        found
    }

    /// The best documents, best first: as many as wanted, those at the top put in order by `refine`.
    fn best(&self, found: &[Scored], wanted: usize, refine: impl FnOnce(&mut [Scored])) -> Vec<Scored> {
        // The bits of positive numbers rise as the numbers do.
        let mut keyed = found.iter().map(|&(document, score)| (score.to_bits(), document));
        let best = largest(&mut keyed, wanted);
        let mut best: Vec<Scored> =
            best.into_iter().map(|(bits, document)| (document, f64::from_bits(bits))).collect();
        let (top, rest) = best.split_at_mut(DEPTH.min(found.len()).min(wanted));
        let floor = top.last().map_or(1.0, |&(_, score)| score);
        refine(top);
        let lowest = top.last().map_or(1.0, |&(_, score)| score);
        for (_, score) in rest {
            *score *= lowest / floor;
        }
        best
    }

    /// All that was found by its day, undated documents last.
    fn by_date(&self, found: &[Scored], order: Order) -> Vec<Scored> {
        let key = |document: u32| {
            let day = self.index.catalogue().date(document).map_or(0, |date| u64::from(date.days().start));
            if order == Order::Newest || day == 0 { day } else { u64::from(u32::MAX) - day }
        };
        let mut keyed = (0..).zip(found).map(|(at, &(document, _))| (key(document), at));
        let ordered = largest(&mut keyed, found.len());
        ordered.into_iter().filter_map(|(_, at)| found.get(at as usize).copied()).collect()
    }
}

/// What each stem of each document weighs in the matrix that latent vectors are learnt from: its idf and its saturated
/// count, function words left out.
#[cfg(feature = "build")]
pub(crate) fn weights(index: &Index) -> Vec<Vec<(u32, f32)>> {
    let norms = rank::norms(index);
    let mut rows = vec![Vec::new(); index.documents()];
    let mut counts = vec![0.0; index.documents()];
    for class in 0..index.lexicon().classes() {
        let terms = index.lexicon().members(class);
        if terms.iter().any(|&term| crate::text::is_stop_word(index.lexicon().spelling(term))) {
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

/// Best first, ties in the order of the documents.
fn sort(best: &mut [Scored]) {
    let mut keyed = best.iter().map(|&(document, score)| (score.to_bits(), document));
    let ordered = largest(&mut keyed, best.len());
    for (place, (bits, document)) in best.iter_mut().zip(ordered) {
        *place = (document, f64::from_bits(bits));
    }
}
