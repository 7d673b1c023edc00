//! Bodies, places, agreements, events: which names are of one and the same.
//!
//! A name is known by its words without country and year: the 2008 U.S.-Iraq Strategic Framework Agreement. Two
//! countries make two bodies (Iraqi and Syrian Ministry of Defense); a name without country is the one with, where
//! the corpus has only one such. Acronyms go with the long form that a document gives them.

use super::super::EntityKind;
use super::super::lexicon::{LONGEST_PHRASE, country, is, known};
use super::reading::Raw;
use crate::document::{Corpus, Place};
use crate::hash::{HashMap, HashSet};
use crate::insight::acronyms::{Glossary, Initialism};
use crate::order::{Arrange as _, Map};
use crate::text::stem;

/// Words with which a long name goes on where its short one ends: Global Coalition (to Defeat …).
const GOES_ON: [&str; 6] = ["to", "in", "for", "of", "against", "on"];
/// What a name is known by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Key {
    /// The words of the name, stemmed.
    core: Vec<String>,
    /// Countries before it.
    of: Vec<&'static str>,
}

/// Groups of names that are of one, as a forest.
#[derive(Default)]
struct Groups {
    number: HashMap<Key, usize>,
    keys: Vec<Key>,
    parent: Vec<usize>,
}

impl Groups {
    fn of(&mut self, key: Key) -> usize {
        if let Some(&number) = self.number.get(&key) {
            return number;
        }
        let number = self.keys.len();
        self.keys.push(key.clone());
        self.parent.push(number);
        self.number.insert(key, number);
        number
    }

    fn root(&self, mut at: usize) -> usize {
        while let Some(&parent) = self.parent.get(at).filter(|&&parent| parent != at) {
            at = parent;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(parent) = self.parent.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }
}

/// Groups all mentions but those of people, `taken`: kind and indices of the mentions, ascending.
pub(super) fn group(
    corpus: &Corpus,
    raws: &[Raw],
    taken: &HashSet<usize>,
    glossary: &Glossary,
    initialisms: &[Initialism],
) -> Vec<(EntityKind, Vec<usize>)> {
    let mut groups = Groups::default();
    let mut members: Vec<(usize, usize)> = Vec::new();
    let mut met: HashMap<&str, Option<usize>> = HashMap::default();
    for (index, raw) in
        raws.iter().enumerate().filter(|(index, raw)| !raw.reference && !taken.contains(index))
    {
        let text = raw.place.text(corpus);
        let group = *met.entry(text).or_insert_with(|| {
            let bits = known(&text.to_lowercase());
            // Iraqis and Iraqi names are not Iraq.
            let people = bits & is::PEOPLE != 0 && bits & is::COUNTRY == 0;
            key(text).filter(|_| !people).map(|key| groups.of(key))
        });
        members.extend(group.map(|group| (group, index)));
    }
    join_acronyms(corpus, &mut groups, glossary, initialisms);
    join_parts(&mut groups);
    let mut found: Map<usize, Vec<usize>> = Map::new();
    for (group, index) in members {
        found.entry(groups.root(group)).or_default().push(index);
    }
    found.into_values().filter_map(|group| Some((kind(corpus, raws, &group)?, group))).collect()
}

/// Joins short forms with the long forms that documents give them, and with a long name that they are the initials of.
fn join_acronyms(corpus: &Corpus, groups: &mut Groups, glossary: &Glossary, initialisms: &[Initialism]) {
    let mut senses: HashMap<&str, usize> = HashMap::new();
    for entry in &glossary.entries {
        *senses.entry(entry.short.as_str()).or_default() += 1;
    }
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for entry in glossary.entries.iter().filter(|entry| senses.get(entry.short.as_str()) == Some(&1)) {
        for long in &entry.defined {
            pairs.extend(entry.variants.iter().map(|short| (short.as_str(), long.long.text(corpus))));
        }
    }
    for (at, alias) in initialisms.iter().enumerate() {
        let other = |other: Option<&Initialism>| other.is_some_and(|other| other.short == alias.short);
        let alone =
            !other(initialisms.get(at + 1)) && !other(at.checked_sub(1).and_then(|at| initialisms.get(at)));
        if alone && alias.is_telling() {
            pairs.push((alias.short.as_str(), alias.long.text(corpus)));
        }
    }
    for (short, long) in pairs {
        if let (Some(short), Some(long)) = (key(short), key(long)) {
            let (short, long) = (groups.of(short), groups.of(long));
            groups.join(short, long);
        }
    }
}

/// Joins names with and without country, and short names with the long ones that they begin, where there is only one.
fn join_parts(groups: &mut Groups) {
    let mut by_core: Map<&[String], Vec<usize>> = Map::new();
    for (number, key) in groups.keys.iter().enumerate().filter(|(_, key)| key.core.len() > 1) {
        by_core.entry(&key.core).or_default().push(number);
    }
    let mut joins = Vec::new();
    for all in by_core.values() {
        let bare = |number: &&usize| groups.keys.get(**number).is_some_and(|key| key.of.is_empty());
        let with: Vec<usize> = all.iter().filter(|number| !bare(number)).copied().collect();
        if let (Some(&bare), &[one]) = (all.iter().find(bare), with.as_slice()) {
            joins.push((bare, one));
        }
    }
    // In the order of the map, names that begin with a core follow it.
    let mut rest = by_core.iter();
    while let Some((core, all)) = rest.next() {
        let begins = rest.clone().take_while(|(other, _)| other.starts_with(core));
        let on: Vec<usize> = begins
            .filter(|(other, _)| other.get(core.len()).is_some_and(|next| GOES_ON.contains(&next.as_str())))
            .flat_map(|(_, all)| all.iter().copied())
            .take(2)
            .collect();
        if let (&[one], &[long]) = (all.as_slice(), on.as_slice()) {
            joins.push((one, long));
        }
    }
    for (a, b) in joins {
        groups.join(a, b);
    }
}

/// The kind that most mentions have; none where it is unclear or a person.
fn kind(corpus: &Corpus, raws: &[Raw], group: &[usize]) -> Option<EntityKind> {
    let mut counts: Map<EntityKind, usize> = Map::new();
    let all: Vec<&Raw> = group.iter().filter_map(|&index| raws.get(index)).collect();
    for raw in &all {
        // An acronym does not show what it stands for; its long form does.
        let words = raw.place.text(corpus).contains(char::is_lowercase);
        *counts.entry(raw.kind).or_default() += if words { 100 } else { 1 } * (1 + usize::from(!raw.weak));
    }
    // An emergency disconnect system (EDS) is a thing; a Higher Military Commission is not, though once written small.
    let capitals = |text: &str| text.contains(char::is_uppercase) && text.contains(char::is_lowercase);
    let small =
        |raw: &&Raw| raw.kind == EntityKind::Other && !raw.place.text(corpus).contains(char::is_uppercase);
    if all.iter().any(small) && !all.iter().any(|raw| capitals(raw.place.text(corpus))) {
        return None;
    }
    let unclear = counts.get(&EntityKind::Other).copied().unwrap_or_default();
    let clear = counts.iter().filter(|&(kind, _)| !matches!(kind, EntityKind::Person | EntityKind::Other));
    if let Some((&kind, _)) = clear.max_by_key(|&(kind, &count)| (count, std::cmp::Reverse(*kind))) {
        return Some(kind);
    }
    // A single word that things happen in is a town.
    let local = all.iter().filter(|raw| raw.local && !raw.weak).count();
    (unclear > 0 && local > 1 && local * 2 >= all.len()).then_some(EntityKind::Place)
}

/// What a name is known by; none where nothing is left.
fn key(name: &str) -> Option<Key> {
    let mut words: Vec<String> = Vec::new();
    for word in name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '–' | '—' | '/' | ','))
    {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let small = bare.to_lowercase();
        let small = if small.trim_end_matches('.').contains('.') {
            small.replace('.', "")
        } else {
            small.trim_end_matches('.').to_owned()
        };
        if !small.is_empty() && small != "the" {
            words.push(small);
        }
    }
    let mut of: Vec<&str> = Vec::new();
    let mut rest = words.as_slice();
    loop {
        let longest = (1..=LONGEST_PHRASE.min(rest.len())).rev();
        let here =
            longest.filter_map(|length| Some((length, country(&rest.get(..length)?.join(" "))?))).next();
        let dated = rest.first().is_some_and(|word| {
            let year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
            year || (known(word) & is::CALENDAR != 0 && rest.len() > 1)
        });
        if let Some((length, country)) = here {
            of.push(country);
            rest = rest.get(length..)?;
        } else if dated {
            rest = rest.get(1..)?;
        } else {
            break;
        }
    }
    of.arrange();
    of.dedup();
    let core = if rest.is_empty() {
        // A country, or several: "U.S.-Iraq" names neither.
        let &[only] = of.as_slice() else { return None };
        of.clear();
        vec![only.to_owned()]
    } else {
        core(rest)
    };
    Some(Key { core, of })
}

/// The words without country as stems; Department of Defense and Defense Department alike.
fn core(words: &[String]) -> Vec<String> {
    let stems = |words: &[String]| words.iter().map(|word| stem(word)).collect::<Vec<_>>();
    match words {
        [head, of, rest @ ..]
            if matches!(head.as_str(), "department" | "ministry") && of == "of" && !rest.is_empty() =>
        {
            let mut all = stems(rest);
            all.push(stem(head));
            all
        }
        [city, state] if state == "dc" => stems(std::slice::from_ref(city)),
        words => stems(words),
    }
}

/// Names of three words and more, for finding them written small: the words of each with the group it belongs to.
pub(super) fn long_names(
    corpus: &Corpus,
    raws: &[Raw],
    groups: &[(EntityKind, Vec<usize>)],
) -> Vec<(Place, usize)> {
    let mut all = Vec::new();
    let mut seen = HashSet::new();
    for (number, (kind, group)) in groups.iter().enumerate() {
        if matches!(kind, EntityKind::Place | EntityKind::Person | EntityKind::Other) {
            continue;
        }
        for raw in group.iter().filter_map(|&index| raws.get(index)) {
            let text = raw.place.text(corpus);
            if text.split_whitespace().count() > 2 && seen.insert(text.to_lowercase()) {
                all.push((raw.place.clone(), number));
            }
        }
    }
    all
}
