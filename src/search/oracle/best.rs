//! What is done with the best documents of a search, told plainly: their final order, excerpts, answers.

use super::reference::{Concept, Outcome, Place, Reference, Sentence, share, stands};
use crate::pack::DIMENSIONS;
use crate::search::rank::K1;
use crate::search::{ANSWERING, DEPTH, latent, passage};

/// Bytes of a vector.
const BYTES: usize = DIMENSIONS / 2;

/// Half a byte each number, the lower half first.
fn vector(vectors: &[u8], document: usize) -> Vec<f64> {
    let half = |half: u8| f64::from(if half < 8 { half as i8 } else { half as i8 - 16 });
    vectors[document * BYTES..][..BYTES].iter().flat_map(|byte| [half(byte % 16), half(byte / 16)]).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn length(vector: &[f64]) -> f64 {
    let length = dot(vector, vector).sqrt();
    if length > 0.0 { length } else { 1.0 }
}

fn sum(vectors: impl Iterator<Item = (f64, Vec<f64>)>) -> Vec<f64> {
    let mut sum = Vec::new();
    for (weight, vector) in vectors {
        sum.resize(vector.len(), 0.0);
        sum.iter_mut().zip(vector).for_each(|(sum, number)| *sum += weight * number);
    }
    sum
}

fn sort(all: &mut [(usize, f64)]) {
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
}

/// The final order; `None` where two scores are so near that rounding decides who is among the best, or where a word
/// is in so many documents that the engine looks at a sample.
pub(super) fn ordered(
    reference: &Reference<'_>,
    outcome: &Outcome,
    vectors: &[u8],
) -> Option<Vec<(usize, f64)>> {
    let settled = |all: &[(usize, f64)], at: usize| match all.get(at - 1..=at) {
        Some([one, other]) => one.1 == other.1 || (one.1 - other.1).abs() > 1e-6,
        _ => true,
    };
    let mut top = outcome.found.clone();
    if !settled(&top, DEPTH) {
        return None;
    }
    let rest = top.split_off(top.len().min(DEPTH));
    let floor = top.last().map_or(1.0, |&(_, score)| score);
    for (document, score) in &mut top {
        *score += reference.closeness(*document, &outcome.concepts);
    }
    sort(&mut top);
    if !vectors.is_empty() {
        let many = |concept: &Concept| having(concept) > latent::SAMPLE;
        if !settled(&top, latent::BEST) || outcome.concepts.iter().any(many) {
            return None;
        }
        alike_rise(&outcome.concepts, vectors, &mut top);
        sort(&mut top);
    }
    let lowest = top.last().map_or(1.0, |&(_, score)| score);
    top.extend(rest.into_iter().map(|(document, score)| (document, score * lowest / floor)));
    Some(top)
}

/// How many documents have a part.
fn having(concept: &Concept) -> usize {
    concept.counts.iter().filter(|&&count| count > 0.0).count()
}

/// Scores of the best as shares of the first's, mixed with how like they are to what the query's words and the very
/// best stand for.
fn alike_rise(concepts: &[Concept], vectors: &[u8], top: &mut [(usize, f64)]) {
    let asked: Vec<&Concept> =
        concepts.iter().filter(|concept| concept.is_asked_for() && having(concept) > 0).collect();
    let weight = latent::WEIGHT * asked.len() as f64 / (asked.len() as f64 + latent::HALF);
    let of_words = sum(asked.iter().flat_map(|concept| {
        let share = concept.weight() / having(concept) as f64;
        let having = concept.counts.iter().enumerate().filter(|&(_, &count)| count > 0.0);
        having.map(move |(document, count)| (share * count / (K1 + count), vector(vectors, document)))
    }));
    let best = top.iter().take(latent::BEST);
    let of_best = sum(best.map(|&(document, score)| (score, vector(vectors, document))));
    let query = sum([
        ((1.0 - latent::FEEDBACK) / length(&of_words), of_words),
        (latent::FEEDBACK / length(&of_best), of_best),
    ]
    .into_iter());
    let first = top.first().map_or(1.0, |&(_, score)| score);
    for (document, score) in top.iter_mut() {
        let vector = vector(vectors, *document);
        let likeness = dot(&vector, &query) / (length(&vector) * length(&query));
        *score = ((1.0 - weight) * *score / first + weight * likeness).max(latent::LEAST);
    }
}

/// Which parts of a query stand within some places.
fn parts(concepts: &[Concept], places: &[Place]) -> Vec<bool> {
    concepts.iter().map(|concept| !stands(concept, places).is_empty()).collect()
}

/// The excerpt of a document: its range in the source, and the ranges of the words found.
pub(super) fn excerpt(
    reference: &Reference<'_>,
    concepts: &[Concept],
    document: usize,
) -> ((u32, u32), Vec<(u32, u32)>) {
    let read = &reference.documents[document];
    let mut best: Option<(f64, Vec<&Sentence>)> = None;
    for (number, sentence) in read.sentences.iter().enumerate() {
        let next = read.sentences.get(number + 1).filter(|next| next.block == sentence.block);
        let mut taken = vec![sentence];
        taken.extend(next.filter(|_| sentence.places.len() < passage::SHORT));
        let mut has = vec![false; concepts.len()];
        for sentence in &taken {
            let parts = parts(concepts, &read.text[sentence.places.clone()]);
            has.iter_mut().zip(parts).for_each(|(has, part)| *has |= part);
        }
        let worth = share(concepts, &has);
        if best.as_ref().is_none_or(|&(most, _)| worth > most) {
            best = Some((worth, taken));
        }
    }
    let (_, sentences) = best.expect("a document has a sentence");
    let mut marks = Vec::new();
    for sentence in &sentences {
        let places = &read.text[sentence.places.clone()];
        let mut marked = vec![false; places.len()];
        for range in concepts.iter().flat_map(|concept| stands(concept, places)) {
            marked[range].fill(true);
        }
        let words = places.iter().zip(marked).filter(|&(_, marked)| marked);
        marks.extend(words.filter_map(|(place, _)| place.as_ref()).map(|word| word.range));
    }
    ((sentences[0].range.0, sentences[sentences.len() - 1].range.1), marks)
}

/// The sentences that answer: document and range in the source; `best` are the best documents in order.
pub(super) fn answer(
    reference: &Reference<'_>,
    concepts: &[Concept],
    best: impl Iterator<Item = usize>,
) -> Vec<(usize, (u32, u32))> {
    if !concepts.iter().any(Concept::is_asked_for) {
        return Vec::new();
    }
    let mut all: Vec<(f64, usize, &Sentence)> = Vec::new();
    for document in best.take(ANSWERING) {
        let read = &reference.documents[document];
        for sentence in &read.sentences {
            let worth = share(concepts, &parts(concepts, &read.text[sentence.places.clone()]));
            all.push((worth, document, sentence));
        }
    }
    all.retain(|&(worth, ..)| worth >= passage::ANSWERS);
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    let words = |document: usize, sentence: &Sentence| -> Vec<&str> {
        let places = &reference.documents[document].text[sentence.places.clone()];
        places.iter().flatten().map(|word| word.term.as_str()).collect()
    };
    let mut taken: Vec<(usize, &Sentence)> = Vec::new();
    for (_, document, sentence) in all {
        let other = words(document, sentence);
        let alike = |&(document, sentence): &(usize, &Sentence)| {
            let one = words(document, sentence);
            let shared = one.iter().filter(|word| other.contains(word)).count();
            shared as f64 >= passage::ALIKE * one.len().min(other.len()) as f64
        };
        if taken.len() < passage::ANSWER && !taken.iter().any(alike) {
            taken.push((document, sentence));
        }
    }
    taken.into_iter().map(|(document, sentence)| (document, sentence.range)).collect()
}
