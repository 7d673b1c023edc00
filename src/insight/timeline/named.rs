//! Sentences that name an event without its date: in articles of its days; and wherever both call it the first of its
//! name, for there is only one such.

use super::super::reading::{Reading, class};
use super::{Candidate, Group, news};
use crate::document::SentenceRef;
use crate::order::{Map, Set};

/// Words that a name must have to be looked for: two are often a body's or a place's.
const FEWEST_WORDS: usize = 3;

/// Words before a name that only one event of it can have.
const FIRST: &[&str] = &["first", "inaugural"];
/// How far before the name they may stand, in words: "the first annual Fishing Forum".
const REACH: usize = 3;

/// A sentence that names an event.
struct Naming {
    group: usize,
    at: SentenceRef,
    first: bool,
}

/// Adds to each group the first such sentence of each document that does not date the event itself.
pub(super) fn support(reading: &Reading, candidates: &[Candidate], groups: &mut [Group]) {
    let mut told: Set<(usize, u32)> = Set::new();
    for (number, group) in groups.iter().enumerate() {
        let members = group.members.iter().filter_map(|&member| candidates.get(member));
        told.extend(members.map(|candidate| (number, candidate.at.document)));
    }
    let dated: Set<SentenceRef> = candidates.iter().map(|candidate| candidate.at).collect();
    let all = namings(reading, candidates, groups);
    let mut firsts: Set<usize> = Set::new();
    let mut add = |naming: &Naming, groups: &mut [Group]| {
        if let Some(group) = groups.get_mut(naming.group)
            && told.insert((naming.group, naming.at.document))
        {
            group.undated.push(naming.at);
        }
    };
    for naming in &all {
        let Some(group) = groups.get(naming.group) else { continue };
        let own =
            group.members.iter().any(|&member| candidates.get(member).is_some_and(|c| c.at == naming.at));
        let fresh = !dated.contains(&naming.at) && news(reading, naming.at.document, group.interval);
        if fresh {
            add(naming, groups);
        }
        if naming.first && (own || fresh) {
            firsts.insert(naming.group);
        }
    }
    for naming in all.iter().filter(|naming| naming.first && firsts.contains(&naming.group)) {
        if !dated.contains(&naming.at) {
            add(naming, groups);
        }
    }
}

/// All sentences that name events by names which their dates have somewhere.
fn namings(reading: &Reading, candidates: &[Candidate], groups: &[Group]) -> Vec<Naming> {
    let mut names: Map<&[u32], Set<usize>> = Map::new();
    for (number, group) in groups.iter().enumerate() {
        for candidate in group.members.iter().filter_map(|&member| candidates.get(member)) {
            if candidate.name.len() >= FEWEST_WORDS {
                names.entry(&candidate.name).or_default().insert(number);
            }
        }
    }
    let mut begins = vec![false; reading.stems];
    for &first in names.keys().filter_map(|name| name.first()) {
        if let Some(begins) = begins.get_mut(first as usize) {
            *begins = true;
        }
    }
    let lengths: Set<usize> = names.keys().map(|name| name.len()).collect();
    let mut all = Vec::new();
    for sentence in &reading.sentences {
        let tokens = reading.tokens(sentence);
        let (text, offset) = reading.text(sentence);
        let (places, stems): (Vec<usize>, Vec<u32>) = tokens
            .iter()
            .enumerate()
            .map(|(place, token)| (place, reading.term(token)))
            .filter(|(_, term)| term.class & (class::STOP | class::NUMBER) == 0)
            .map(|(place, term)| (place, term.stem))
            .unzip();
        let is_first = |place: usize| {
            let start = tokens.get(place).map_or(0, |token| token.start as usize).checked_sub(offset);
            let rest = start.and_then(|start| text.get(start..)).unwrap_or_default();
            let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            FIRST.iter().any(|first| word.eq_ignore_ascii_case(first))
        };
        for &length in &lengths {
            for (window, place) in stems.windows(length).zip(&places) {
                let begins = window.first().is_some_and(|&stem| begins.get(stem as usize) == Some(&true));
                let Some(groups) = begins.then(|| names.get(window)).flatten() else { continue };
                let first = (place.saturating_sub(REACH)..*place).any(is_first);
                all.extend(groups.iter().map(|&group| Naming { group, at: sentence.at, first }));
            }
        }
    }
    all
}
