//! Pieces inside the article that are not of it: its byline and day, pull quotes that repeat it, lists of other articles.
//!
//! What names such a piece is its text; pages that name them by class are told from it by `marks`.

use super::pieces::{Piece, Pieces};
use crate::ingest::form::{self, ends_sentence};
use crate::ingest::unit::Mark;
use crate::ingest::vocabulary;

/// Share of numbers and words of time from which a line is a day, anywhere and above the article; and longest such line.
const DAY: f64 = 0.5;
const DAY_ABOVE: f64 = 0.33;
const LONGEST_DAY: usize = 16;

/// Pieces of running text at which the head of the article ends.
const HEAD: usize = 2;

/// Fewest words of a piece that repeats another.
const SHORTEST_REPEAT: usize = 3;

/// Most words of a heading that announces other articles.
const LONGEST_ANNOUNCEMENT: usize = 5;

/// Takes asides out of what was chosen. `start` is the first piece, `prose` the first of running text.
pub(super) fn drop(
    pieces: &Pieces,
    keep: &mut [bool],
    start: usize,
    prose: usize,
    is_running: fn(&Piece) -> bool,
) {
    let list = &pieces.list;
    let kept: Vec<usize> = (0..list.len()).filter(|&i| keep.get(i) == Some(&true)).collect();
    let head_end = kept
        .iter()
        .copied()
        .filter(|&i| i >= prose && list.get(i).is_some_and(is_running))
        .nth(HEAD - 1)
        .unwrap_or(prose);
    let bodies: Vec<(usize, String)> = kept
        .iter()
        .filter_map(|&i| Some((i, list.get(i)?)))
        .filter(|(_, piece)| is_running(piece))
        .map(|(i, piece)| (i, folded(&piece.text)))
        .collect();
    let mut asides = announced(pieces, &kept, prose);
    for &i in &kept {
        let Some(piece) = list.get(i) else { continue };
        if is_byline(piece, i > start && i < head_end) || repeats(i, piece, &bodies) {
            asides.push(i);
        }
    }
    for i in asides {
        if let Some(slot) = keep.get_mut(i) {
            *slot = false;
        }
    }
}

/// "By Ann Lee · 4 March 2031 · 3 min read"; `above`: it stands between the heading and the text.
fn is_byline(piece: &Piece, above: bool) -> bool {
    if !matches!(piece.mark, Mark::None) {
        return false;
    }
    let size = form::size(&piece.text);
    if size > LONGEST_DAY {
        return false;
    }
    let named = || vocabulary::credit(&piece.text).is_some_and(|(phrase, _)| phrase.ends_with("by"));
    let by = above && !ends_sentence(&piece.text) && !piece.text.ends_with(':') && named();
    let share = vocabulary::share_of_time(&piece.text);
    by || share >= DAY || above && share >= DAY_ABOVE && !ends_sentence(&piece.text)
}

/// Whether a short piece says only what another says, too: a sentence set large beside the text.
fn repeats(index: usize, piece: &Piece, bodies: &[(usize, String)]) -> bool {
    if piece.mark != Mark::None || form::size(&piece.text) < SHORTEST_REPEAT {
        return false;
    }
    let text = folded(&piece.text);
    bodies.iter().any(|(other, body)| *other != index && body.len() > text.len() && body.contains(&text))
}

/// Letters and digits in small, words one space apart.
fn folded(text: &str) -> String {
    form::folded_words(text).collect::<Vec<_>>().join(" ")
}

/// What stands under headings like "Related" and "Most read" behind the first running text: all of the element around it, or, where
/// that holds the article too, up to the next heading.
fn announced(pieces: &Pieces, kept: &[usize], prose: usize) -> Vec<usize> {
    let list = &pieces.list;
    let mut out = Vec::new();
    let around = |element: usize| pieces.elements.get(element).map(|around| around.parent);
    for (at, &i) in kept.iter().enumerate() {
        let Some(piece) = list.get(i).filter(|_| i > prose) else { continue };
        let Mark::Heading(level) = piece.mark else { continue };
        let announces = form::size(&piece.text) <= LONGEST_ANNOUNCEMENT
            && vocabulary::titles_block(&piece.text)
            && vocabulary::interface(&piece.text).is_some();
        if !announces {
            continue;
        }
        let block = around(piece.element).unwrap_or(0);
        let apart = !list.get(prose).is_some_and(|first| pieces.is_within(first.element, block));
        out.push(i);
        let rest = kept.get(at + 1..).unwrap_or_default().iter().copied();
        let under = |&j: &usize| {
            list.get(j).is_some_and(|next| {
                if apart {
                    pieces.is_within(next.element, block)
                } else {
                    !matches!(next.mark, Mark::Heading(other) if other <= level)
                }
            })
        };
        out.extend(rest.take_while(under));
    }
    out
}
