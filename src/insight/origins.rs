//! Near-copies: which documents are one text, more or less rewritten, and which stand on their own.
//!
//! Two texts are near-copies when a large part of the shorter one's word 3-shingles stands in the other
//! (containment, Broder 1997). Documents are looked at from the earliest on; each joins the origin of the
//! earlier document that it shares most with, or is an origin of its own.

use super::reading::Reading;
use crate::hash::HashMap;
use crate::order::Arrange as _;

/// Containment from which a text is a near-copy. Measured: rewrites of one report have 0.52 and 0.59; different
/// outlets on one event at most 0.20 (1,400 pairs of news texts of the same day), different reports of one meeting
/// at most 0.18; follow-ups of one outlet that reuse paragraphs lie between 0.2 and 0.45.
const NEAR_COPY: f64 = 0.4;
/// Shingles that a text must have to be judged at all: fewer are a headline and a sentence.
const FEWEST_SHINGLES: usize = 12;
/// Shingles compared at most: a larger corpus is sampled by hash, 1 in 2, 4, 8 …, the same in every document.
const MOST_SHINGLES: usize = 1 << 20;
/// In how many documents a shingle may stand to be compared between all of them; a more common one, an idiom or
/// the closing words of an agency, only links neighbours, which is enough to find a large group of copies.
const COMMON: usize = 16;

/// Which documents are independent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// For each document the number of its origin, from 0, in the order of the originals in the corpus.
    pub of: Vec<u32>,
    /// For each document the one that it is a near-copy of, if it is one: always an original.
    pub copy_of: Vec<Option<u32>>,
    /// Number of origins.
    pub count: u32,
}

/// Groups the documents.
pub(super) fn origins(reading: &Reading) -> Origins {
    let count = reading.documents.len();
    let documents: Vec<Vec<u64>> = (0..count).map(|document| shingles(reading, document)).collect();
    let mut order: Vec<usize> = (0..count).collect();
    let key = |document: usize| {
        let article = reading.corpus.documents.get(document);
        let length: usize =
            article.map_or(0, |article| article.blocks.iter().map(|block| block.text.len()).sum());
        let date = article.and_then(|article| article.date.as_deref());
        // Undated ones last, then the longer one first.
        (
            date.is_none(),
            date.map(str::to_owned),
            usize::MAX - length,
            article.map(|article| article.id.as_str()),
        )
    };
    order.arrange_by_key(|&document| key(document));
    let mut rank = vec![0u32; count];
    for (place, &document) in order.iter().enumerate() {
        if let Some(rank) = rank.get_mut(document) {
            *rank = u32::try_from(place).unwrap_or(u32::MAX);
        }
    }
    let mut original: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
    let mut nearest: Vec<(f64, u32)> = vec![(0.0, 0); count];
    for (a, b) in alike(&documents) {
        let (Some(&x), Some(&y)) = (rank.get(a as usize), rank.get(b as usize)) else {
            continue;
        };
        let (earlier, later) = if x < y { (a, b) } else { (b, a) };
        let (Some(one), Some(other)) = (documents.get(a as usize), documents.get(b as usize)) else {
            continue;
        };
        let share = containment(one, other);
        if let Some(best) = nearest.get_mut(later as usize)
            && share >= NEAR_COPY
            && (share > best.0 || (share == best.0 && rank.get(earlier as usize) < rank.get(best.1 as usize)))
        {
            *best = (share, earlier);
        }
    }
    for &document in &order {
        if let Some(&(share, earlier)) = nearest.get(document)
            && share > 0.0
        {
            original[document] = original.get(earlier as usize).copied().unwrap_or(earlier);
        }
    }
    numbered(&original)
}

fn numbered(original: &[u32]) -> Origins {
    let mut origins = Origins::default();
    let mut numbers = vec![0u32; original.len()];
    for (document, &first) in original.iter().enumerate() {
        if first as usize == document {
            numbers[document] = origins.count;
            origins.count += 1;
        }
    }
    for (document, &first) in original.iter().enumerate() {
        origins.of.push(numbers.get(first as usize).copied().unwrap_or_default());
        origins.copy_of.push((first as usize != document).then_some(first));
    }
    origins
}

/// Hashes of the word 3-shingles of a document, sorted, each once.
fn shingles(reading: &Reading, document: usize) -> Vec<u64> {
    let mut all = Vec::new();
    let mut last = [0u64; 2];
    for (place, term) in reading.terms_of(document).enumerate() {
        let term = u64::from(term) + 1;
        if place >= 2 {
            all.push(mixed(last[0], last[1], term));
        }
        last = [last[1], term];
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Three numbers of terms as one well-spread number (the finalizer of splitmix64, Steele et al. 2014). Terms
/// have fewer than 2^21 numbers in any corpus of this size; more only make rare collisions likelier.
fn mixed(a: u64, b: u64, c: u64) -> u64 {
    let mut x = (a << 42) ^ (b << 21) ^ c;
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// Share of the smaller set that stands in the other.
fn containment(a: &[u64], b: &[u64]) -> f64 {
    let (small, large) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if small.len() < FEWEST_SHINGLES {
        return 0.0;
    }
    let mut rest = large.iter().peekable();
    let mut common = 0usize;
    for shingle in small {
        while rest.next_if(|other| *other < shingle).is_some() {}
        common += usize::from(rest.peek() == Some(&shingle));
    }
    common as f64 / small.len() as f64
}

/// Pairs of documents that may be near-copies, in order: those that share half as many sampled shingles as
/// near-copies would.
fn alike(documents: &[Vec<u64>]) -> Vec<(u32, u32)> {
    let total: usize = documents.iter().map(Vec::len).sum();
    let rate = (total / MOST_SHINGLES + 1).next_power_of_two() as u64;
    let mut sampled = vec![0u32; documents.len()];
    let mut postings: Vec<(u64, u32)> = Vec::with_capacity(total / rate as usize + 1);
    for ((document, shingles), sampled) in (0u32..).zip(documents).zip(&mut sampled) {
        let before = postings.len();
        // The low bits pick; they are as well spread as the others.
        postings.extend(
            shingles.iter().filter(|shingle| *shingle & (rate - 1) == 0).map(|shingle| (*shingle, document)),
        );
        *sampled = u32::try_from(postings.len() - before).unwrap_or(u32::MAX);
    }
    postings.sort_unstable();
    let mut shared: HashMap<(u32, u32), u32> = HashMap::default();
    for run in postings.chunk_by(|a, b| a.0 == b.0) {
        let reach = if run.len() <= COMMON { run.len() } else { 2 };
        for (at, &(_, a)) in run.iter().enumerate() {
            for &(_, b) in run.iter().take(at + reach).skip(at + 1) {
                *shared.entry((a, b)).or_default() += 1;
            }
        }
    }
    let size = |document: u32| sampled.get(document as usize).copied().unwrap_or_default();
    let mut pairs: Vec<(u32, u32)> = shared
        .into_iter()
        .filter(|&((a, b), count)| f64::from(count) >= NEAR_COPY / 2.0 * f64::from(size(a).min(size(b))))
        .map(|(pair, _)| pair)
        .collect();
    pairs.arrange();
    pairs
}
