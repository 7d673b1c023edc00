//! What a name stands for, told by its head, its first word and the words around it.

use std::ops::Range;

use super::EntityKind;
use super::lexicon::{LONGEST_PHRASE, is, known};
use super::words::{Gap, Shape, Word, small};

/// The kind of the name that `piece` of `words` is.
pub(super) fn kind(words: &[Word], piece: &Range<usize>) -> EntityKind {
    let Some(name) = words.get(piece.clone()) else { return EntityKind::Other };
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return EntityKind::Other };
    let bits = known_as(name);
    let before = piece.start.checked_sub(1).and_then(|at| words.get(at));
    if bits & is::SOMEWHERE != 0 && bits & is::GIVEN == 0 {
        return EntityKind::Place;
    }
    if bits & is::BODY != 0 || name.iter().any(|word| word.shape == Shape::Ampersand) {
        return EntityKind::Organisation;
    }
    if bits & is::PEOPLE != 0 {
        return EntityKind::Other;
    }
    if last.is(is::STATE) && last.gap == Gap::Comma {
        return EntityKind::Place;
    }
    let titled = before.is_some_and(|word| word.is(is::TITLE) && word.shape == Shape::Capital);
    if titled && !last.is(is::HEAD) {
        return EntityKind::Person;
    }
    // Ada Hill is a person, the Albert Hall a building.
    let lone = !before.is_some_and(|word| matches!(word.text, "the" | "The" | "in" | "at" | "near" | "on"));
    if name.len() == 2 && lone && last.is(is::PLACE_HEAD) && first.is(is::GIVEN) && !first.is(is::SOMEWHERE) {
        return EntityKind::Person;
    }
    if let Some(kind) = by_head(name) {
        return kind;
    }
    let lettered = |word: &Word| {
        let capital = matches!(word.shape, Shape::Capital | Shape::Initial);
        (capital && !word.text.contains(|c: char| c.is_ascii_digit())) || word.is(is::PARTICLE | is::SUFFIX)
    };
    let letters = name.iter().all(lettered) && !first.is(is::PLAIN);
    let shouted = name.iter().all(|word| matches!(word.shape, Shape::Acronym | Shape::Initial));
    let given =
        first.is(is::GIVEN) || first.text.split('-').all(|part| known(&part.to_lowercase()) & is::GIVEN != 0);
    let initial = name.len() > 1 && name.iter().take(name.len() - 1).any(|word| word.shape == Shape::Initial);
    let suffixed = name.len() > 1 && last.is(is::SUFFIX);
    if letters && (given || initial || suffixed) {
        return EntityKind::Person;
    }
    if bits & is::SOMEWHERE != 0 || last.is(is::SOMEWHERE) && name.len() == 2 && first.is(is::PLAIN) {
        return EntityKind::Place;
    }
    if shouted && given && name.len() > 1 {
        return EntityKind::Person;
    }
    if is_acronym(first) || is_acronym(last) {
        return EntityKind::Organisation;
    }
    let common =
        name.iter().any(|word| word.is(is::PLAIN | is::DOMAIN | is::STOP | is::PEOPLE | is::SOMEWHERE));
    if letters && (2..=4).contains(&name.len()) && !common {
        return EntityKind::Person;
    }
    if before.is_some_and(|word| matches!(word.text, "in" | "near" | "at" | "from")) && name.len() == 1 {
        return EntityKind::Place;
    }
    EntityKind::Other
}

/// Letters of an acronym at most; longer words in capitals shout.
const LONGEST_ACRONYM: usize = 5;

fn is_acronym(word: &Word) -> bool {
    word.shape == Shape::Acronym && word.text.chars().filter(|c| c.is_alphabetic()).count() <= LONGEST_ACRONYM
}

/// The kind that a head tells: the word before "of" and the like, else the last word.
fn by_head(name: &[Word]) -> Option<EntityKind> {
    let link = name.iter().position(|word| matches!(word.text, "of" | "for" | "on" | "against" | "to"));
    let heads = [link.and_then(|at| name.get(..at)), Some(name)];
    for part in heads.into_iter().flatten() {
        let last = part.iter().rev().find(|word| !matches!(word.shape, Shape::Number | Shape::Ordinal))?;
        if part.len() == 1 && link.is_none() && !last.is(is::BODY_HEAD) {
            continue;
        }
        let kinds = [
            (is::AGREEMENT_HEAD, EntityKind::Agreement),
            (is::BODY_HEAD, EntityKind::Organisation),
            (is::EVENT_HEAD, EntityKind::Event),
            (is::PLACE_HEAD, EntityKind::Place),
        ];
        if let Some((_, kind)) = kinds.into_iter().find(|&(bits, _)| last.is(bits)) {
            return Some(kind);
        }
        if link.is_some() && last.is(is::OF) {
            return Some(EntityKind::Organisation);
        }
    }
    let operation = name.first().is_some_and(|word| word.text == "Operation") && name.len() > 1;
    operation.then_some(EntityKind::Event)
}

/// What the lexicon knows of a name as a whole.
pub(super) fn known_as(name: &[Word]) -> u32 {
    match name {
        [word] => word.known,
        name if name.len() > LONGEST_PHRASE => 0,
        name => known(&phrase(name)),
    }
}

/// The words of a name in small letters, one space between them.
pub(super) fn phrase(name: &[Word]) -> String {
    let mut phrase = String::new();
    for word in name {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(&small(word.text));
    }
    phrase
}
