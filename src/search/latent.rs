//! Latent likeness: documents of one matter in other words.
//!
//! A pack may hold a short vector for each document, learnt from the corpus itself (latent semantic analysis,
//! Deerwester et al. 1990). The query's vector is made of theirs: of the documents that have its words, and of the
//! best documents so far (pseudo-relevance feedback, Rocchio 1971, in the latent space). What is near to it rises
//! among the best documents; nothing else is found by it.

use super::rank::{Having, K1, Scored};
use crate::pack::DIMENSIONS;

/// Bytes of a vector: two signed numbers a byte, the first in the low half.
const BYTES: usize = DIMENSIONS / 2;

/// How much of the score likeness makes up for a long query. At 0 none; at 1 the words of the query would not count any
/// more. Measured, nDCG@10 on Cranfield and CISI: .538 and .406 at 0, .572 and .425 at .6, .575 and .430 at .7, .575 and
/// .425 at .8; on day summaries against the articles of the day .306 at 0, .309 at .7; on news titles .809 and .830.
pub(super) const WEIGHT: f64 = 0.7;

/// A query of so many words gets half of [`WEIGHT`]: a name asks for the documents that have it, a long question for
/// what they are about. Measured as above: .574 and .423 at 2, .575 and .430 at 4, .572 and .428 at 6.
pub(super) const HALF: f64 = 4.0;

/// How much of the query's vector is made of the best documents. At 0 all is made of documents that have its words, at 1
/// nothing. Measured as above: .564 and .404 at 0, .573 and .428 at .5, .575 and .430 at .6, .569 and .428 at 1.
pub(super) const FEEDBACK: f64 = 0.6;

/// How many of the best documents. Measured as above, all of the vector made of them: .570 and .413 with 3, .569 and .428
/// with 5, .565 and .429 with 10.
pub(super) const BEST: usize = 5;

/// How many of the documents of a word are looked at; of more, each n-th. Measured: .572 and .429 with 16, no loss with
/// 64.
pub(super) const SAMPLE: usize = 64;

type Vector = [f64; DIMENSIONS];

/// Moves the documents nearest to the query up. `best` are the best documents, best first; their scores become
/// shares of the best one's.
pub(super) fn rerank(vectors: &[u8], having: &[Having], best: &mut [Scored]) {
    if vectors.is_empty() {
        return;
    }
    let asked = || having.iter().filter(|having| having.weight > 0.0 && !having.documents.is_empty());
    let words = asked().count() as f64;
    let weight = WEIGHT * words / (words + HALF);
    let mut of_words = [0.0; DIMENSIONS];
    for having in asked() {
        let step = having.documents.len().div_ceil(SAMPLE);
        let sampled = having.documents.iter().step_by(step);
        let share = having.weight / having.documents.len().div_ceil(step) as f64;
        for &(document, count) in sampled {
            add(&mut of_words, vectors, document, share * f64::from(count) / (K1 + f64::from(count)));
        }
    }
    let mut of_best = [0.0; DIMENSIONS];
    for &(document, score) in best.iter().take(BEST) {
        add(&mut of_best, vectors, document, score);
    }
    let (words, feedback) = ((1.0 - FEEDBACK) / length(&of_words), FEEDBACK / length(&of_best));
    let mut query = [0.0; DIMENSIONS];
    for (number, (word, best)) in query.iter_mut().zip(of_words.iter().zip(&of_best)) {
        *number = word * words + best * feedback;
    }
    let scale = length(&query);
    let top = best.first().map_or(1.0, |&(_, score)| score);
    for (document, score) in best.iter_mut() {
        let mut vector = [0.0; DIMENSIONS];
        add(&mut vector, vectors, *document, 1.0);
        let dot: f64 = vector.iter().zip(&query).map(|(a, b)| a * b).sum();
        let likeness = dot / (length(&vector) * scale);
        *score = ((1.0 - weight) * *score / top + weight * likeness).max(LEAST);
    }
}

/// The score of a document that is as unlike the query as can be.
pub(super) const LEAST: f64 = 1e-6;

fn add(sum: &mut Vector, vectors: &[u8], document: u32, weight: f64) {
    let at = document as usize * BYTES;
    let bytes = vectors.get(at..at + BYTES).unwrap_or_default();
    for (pair, &byte) in sum.chunks_exact_mut(2).zip(bytes) {
        if let [low, high] = pair {
            *low += weight * f64::from((byte << 4) as i8 >> 4);
            *high += weight * f64::from(byte as i8 >> 4);
        }
    }
}

/// The length of a vector, 1 for none.
fn length(vector: &Vector) -> f64 {
    let square: f64 = vector.iter().map(|number| number * number).sum();
    if square > 0.0 { square.sqrt() } else { 1.0 }
}
