//! What a near-copy leaves out of its original: denials and quotations whose words it has nowhere, where it retells most
//! of the rest.

use super::pairs::{Pairs, across};
use super::side::{LONGEST, Side, class};
use super::voices::Voices;
use super::{Difference, DifferenceKind, OMISSIONS, Passage, Severity};
use crate::insight::overview::is_told;
use crate::insight::quotes::Speech;
use crate::insight::reading::Reading;
use crate::order::Arrange as _;

/// Share of the weight of a sentence that no sentence of the copy may have.
const LOST: f64 = 0.4;
/// The same for what denies something, where the copy's likest sentence denies nothing.
const LOST_DENIAL: f64 = 0.6;
/// Words in a row that show that a copy has taken over a part of a sentence.
const TAKEN_OVER: usize = 6;
/// Fewest words of a sentence that tells something.
const FEWEST: usize = 7;

/// Finds what copies leave out.
pub(super) fn omissions(reading: &Reading, pairs: &Pairs, voices: &Voices) -> Vec<(f64, Difference)> {
    let mut all = Vec::new();
    let english =
        |document: usize| u32::try_from(document).is_ok_and(|document| reading.is_english(document));
    for &(copy, original) in
        pairs.copies.iter().filter(|(copy, original)| english(*copy) && english(*original))
    {
        let mut found = Vec::new();
        let (mut told, mut retold) = (0, 0);
        let (Some(ours), Some(theirs)) = (reading.documents.get(copy), reading.documents.get(original))
        else {
            continue;
        };
        let mut last = None;
        for number in theirs.clone() {
            let (Some(statement), Some(sentence)) =
                (pairs.statements.all.get(number), reading.sentences.get(number))
            else {
                continue;
            };
            let kept = |other: usize| {
                pairs
                    .statements
                    .all
                    .get(other)
                    .map_or(0.0, |other| pairs.statements.rarity.covered(statement, other))
            };
            let best = across(number, theirs, ours)
                .map(|other| (kept(other), other))
                .max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)));
            let (most, at) = best.unwrap_or((0.0, ours.start));
            let side = Side::of(reading, sentence);
            let rival = reading.sentences.get(at).map(|sentence| Side::of(reading, sentence));
            let negates = |side: &Side| side.words.iter().any(|word| word.is(class::NEGATOR));
            let denies = negates(&side) && !rival.as_ref().is_some_and(negates);
            told += usize::from(is_told(sentence.kind));
            let short = |side: &Side| side.words.len() < LONGEST;
            let taken =
                rival.is_some_and(|rival| short(&side) && short(&rival) && run(&side, &rival) >= TAKEN_OVER);
            if most >= if denies { LOST_DENIAL } else { LOST } || taken {
                last = Some(at);
                retold += usize::from(is_told(sentence.kind));
                continue;
            }
            if !is_told(sentence.kind) || !(FEWEST..LONGEST).contains(&side.words.len()) {
                continue;
            }
            // What nobody stands for may be furniture.
            let said = voices.of(sentence.at);
            let severity = match said.first() {
                Some(quote) if denies && quote.speaker.is_some() => Severity::High,
                Some(quote) if quote.speech == Speech::Direct && quote.speaker.is_some() => Severity::Low,
                _ => continue,
            };
            let neighbour = last.and_then(|at| reading.sentences.get(at));
            let whole = 0..side.words.len();
            found.push((
                1.0 - most,
                Difference {
                    kind: DifferenceKind::Omission,
                    severity,
                    a: side.passage(std::slice::from_ref(&whole)),
                    b: neighbour.map(|sentence| Passage { at: sentence.at, marks: Vec::new() }),
                },
            ));
        }
        // Of an original of which little is taken over, nothing is left out.
        if retold * 2 < told {
            continue;
        }
        found.arrange_by(|(x, a), (y, b)| {
            b.severity.cmp(&a.severity).then(y.total_cmp(x)).then(a.a.at.cmp(&b.a.at))
        });
        found.truncate(OMISSIONS);
        all.append(&mut found);
    }
    all
}

/// The longest run of words that both sentences have.
fn run(a: &Side, b: &Side) -> usize {
    let mut above = vec![0usize; b.words.len() + 1];
    let mut longest = 0;
    for one in &a.words {
        let mut row = vec![0usize; b.words.len() + 1];
        for (at, other) in b.words.iter().enumerate() {
            if one.stem == other.stem
                && let (Some(cell), Some(&before)) = (row.get_mut(at + 1), above.get(at))
            {
                *cell = before + 1;
                longest = longest.max(*cell);
            }
        }
        above = row;
    }
    longest
}
