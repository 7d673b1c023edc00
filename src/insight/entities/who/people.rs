//! People: which names are of one and the same.
//!
//! Two full names are of one person where first names, middle initials and surnames agree in sound; a surname or a
//! first name alone is of the one person of its document that bears it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::super::EntityKind;
use super::super::lexicon::{is, known};
use super::super::words::is_article;
use super::reading::Raw;
use crate::document::{Corpus, Place};

/// The parts of a name, as sounds.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Name {
    /// First name and further ones before the surname; an initial is one letter.
    given: Vec<String>,
    surname: String,
    suffix: Option<String>,
    /// Where the surname stands in the name, in bytes.
    surname_at: Range<usize>,
}

/// A person in the making.
struct Person {
    name: Name,
    raws: Vec<usize>,
    documents: BTreeSet<u32>,
    /// Heads of the roles: secretary, minister.
    roles: BTreeSet<String>,
}

/// Groups the mentions of people: for each person, the indices of its mentions, ascending. Sets the surname of each
/// mention that has one of its own.
pub(super) fn group(corpus: &Corpus, raws: &mut [Raw]) -> Vec<Vec<usize>> {
    let evident = evidence(corpus, raws);
    let mut people: Vec<Person> = Vec::new();
    let mut by_surname: HashMap<String, Vec<usize>> = HashMap::new();
    let mut short: Vec<(usize, Name)> = Vec::new();
    for (index, raw) in raws.iter_mut().enumerate().filter(|(_, raw)| !raw.reference) {
        let text = raw.place.text(corpus);
        let Some(name) = parse(text) else { continue };
        if name.given.is_empty() || raw.kind != EntityKind::Person {
            let lone = name.given.is_empty() && known(&text.to_lowercase()) & (is::COUNTRY | is::PEOPLE) == 0;
            if lone && matches!(raw.kind, EntityKind::Person | EntityKind::Other | EntityKind::Place) {
                short.push((index, name));
            }
            continue;
        }
        if !evident.contains(text) {
            continue;
        }
        let place = &raw.place;
        let range = place.range.start + name.surname_at.start..place.range.start + name.surname_at.end;
        raw.surname = Some(Place { range, ..place.clone() });
        let same = by_surname.get(&name.surname).into_iter().flatten().copied();
        let same: Vec<usize> = same
            .filter(|&person| people.get(person).is_some_and(|person| agree(&person.name, &name)))
            .collect();
        // Between two that it could be, it is neither.
        let person = match same.as_slice() {
            &[person] => person,
            _ => {
                by_surname.entry(name.surname.clone()).or_default().push(people.len());
                people.push(Person {
                    name: name.clone(),
                    raws: Vec::new(),
                    documents: BTreeSet::new(),
                    roles: BTreeSet::new(),
                });
                people.len() - 1
            }
        };
        if let Some(person) = people.get_mut(person) {
            add(corpus, person, index, raw);
            if name.given.len() > person.name.given.len() {
                person.name = name;
            }
        }
    }
    attach(corpus, raws, &mut people, short);
    refer(corpus, raws, &mut people);
    let unique = |person: &Person| by_surname.get(&person.name.surname).is_none_or(|all| all.len() == 1);
    for person in people.iter().filter(|person| !unique(person)) {
        for &index in &person.raws {
            if let Some(raw) = raws.get_mut(index) {
                raw.surname = None;
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = people.into_iter().map(|person| person.raws).collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups
}

fn add(corpus: &Corpus, person: &mut Person, index: usize, raw: &Raw) {
    person.raws.push(index);
    person.documents.insert(raw.place.document);
    person.roles.extend(raw.role.iter().flat_map(|role| head(role.text(corpus))));
}

/// The word of a role that names it: Assistant Secretary of Defense → secretary.
fn head(role: &str) -> Option<String> {
    let before = role.split(" of ").next().unwrap_or(role).to_lowercase();
    let title = |word: &&str| known(word) & is::TITLE != 0;
    before.split_whitespace().rfind(title).map(str::to_owned)
}

/// Names that something tells to be of people: a first name, a title, a verb of speech, an initial.
fn evidence(corpus: &Corpus, raws: &[Raw]) -> BTreeSet<String> {
    let mut evident = BTreeSet::new();
    for raw in raws.iter().filter(|raw| raw.kind == EntityKind::Person && !raw.reference) {
        let text = raw.place.text(corpus);
        let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
        let given = first.split('-').all(|part| known(part) & is::GIVEN != 0);
        let initial = text.split_whitespace().any(|part| part.len() == 2 && part.ends_with('.'));
        if given || initial || raw.personal {
            evident.insert(text.to_owned());
        }
    }
    evident
}

/// Gives surnames and first names that stand alone to the people who bear them.
fn attach(corpus: &Corpus, raws: &[Raw], people: &mut Vec<Person>, short: Vec<(usize, Name)>) {
    let mut rest: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, person) in people.iter().enumerate() {
        bearers.entry(person.name.surname.clone()).or_default().push(index);
        for given in person.name.given.iter().take(1).filter(|given| given.chars().count() > 1) {
            bearers.entry(given.clone()).or_default().push(index);
        }
    }
    for (index, name) in short {
        let Some(raw) = raws.get(index) else { continue };
        let document = raw.place.document;
        let all = bearers.get(&name.surname).map(Vec::as_slice).unwrap_or_default();
        let here: Vec<usize> = all
            .iter()
            .copied()
            .filter(|&p| people.get(p).is_some_and(|p| p.documents.contains(&document)))
            .collect();
        let role = raw.role.iter().find_map(|role| head(role.text(corpus)));
        let titled: Vec<usize> = all
            .iter()
            .copied()
            .filter(|&p| {
                people.get(p).is_some_and(|p| {
                    p.name.surname == name.surname && role.as_ref().is_some_and(|role| p.roles.contains(role))
                })
            })
            .collect();
        let place = raw.kind == EntityKind::Place && !raw.personal;
        match (here.as_slice(), titled.as_slice()) {
            // A surname that is also a town is the person where nothing makes it the town.
            (&[one], _) if !(place && raw.local) => {
                people.get_mut(one).into_iter().for_each(|person| add(corpus, person, index, raw))
            }
            ([], &[one]) => {
                people.get_mut(one).into_iter().for_each(|person| add(corpus, person, index, raw))
            }
            ([], _) if !place => rest.entry(format!("{document} {}", name.surname)).or_default().push(index),
            _ => {}
        }
    }
    // A surname with a title or a verb of speech, whose bearer no document names in full.
    for group in rest.into_values() {
        let personal = group.iter().filter_map(|&index| raws.get(index)).any(|raw| raw.personal);
        let Some(name) =
            group.first().and_then(|&index| raws.get(index)).and_then(|raw| parse(raw.place.text(corpus)))
        else {
            continue;
        };
        if personal {
            let mut person =
                Person { name, raws: Vec::new(), documents: BTreeSet::new(), roles: BTreeSet::new() };
            for index in group {
                if let Some(raw) = raws.get(index) {
                    add(corpus, &mut person, index, raw);
                }
            }
            join_titled(people, person);
        }
    }
}

/// Adds a person known by surname and title alone: to the same of another document where surname and role agree.
fn join_titled(people: &mut Vec<Person>, person: Person) {
    let same = |other: &&mut Person| {
        other.name.given.is_empty()
            && other.name.surname == person.name.surname
            && !other.roles.is_disjoint(&person.roles)
    };
    match people.iter_mut().find(same) {
        Some(other) => {
            other.raws.extend(person.raws);
            other.documents.extend(person.documents);
            other.roles.extend(person.roles);
        }
        None => people.push(person),
    }
}

/// Gives "the secretary" to the one person of the document who was called so before.
fn refer(corpus: &Corpus, raws: &[Raw], people: &mut [Person]) {
    let at = |raw: &Raw| (raw.place.document, raw.place.block, raw.place.range.start);
    let mut by_document: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (index, person) in people.iter().enumerate() {
        for &document in &person.documents {
            by_document.entry(document).or_default().push(index);
        }
    }
    for (index, raw) in raws.iter().enumerate().filter(|(_, raw)| raw.reference) {
        let text = raw.place.text(corpus).to_lowercase();
        let Some(role) = text.split_whitespace().last() else { continue };
        let here = by_document.get(&raw.place.document).map(Vec::as_slice).unwrap_or_default();
        // Anyone of the document whose title has the word at all makes it unsure.
        let called = |raw: &Raw| {
            let title = raw.role.as_ref().map(|role| role.text(corpus).to_lowercase());
            title.is_some_and(|title| title.split([' ', '-']).any(|word| word == role))
        };
        let bears = |&&person: &&usize| {
            let mentions = people.get(person).map(|person| person.raws.as_slice()).unwrap_or_default();
            mentions
                .iter()
                .filter_map(|&index| raws.get(index))
                .any(|other| other.place.document == raw.place.document && called(other))
        };
        let bearers: Vec<usize> = here.iter().filter(bears).copied().collect();
        let &[one] = bearers.as_slice() else { continue };
        let before = people.get(one).is_some_and(|person| {
            person
                .raws
                .iter()
                .filter_map(|&index| raws.get(index))
                .any(|other| at(other) < at(raw) && other.place.document == raw.place.document)
        });
        if before && let Some(person) = people.get_mut(one) {
            person.raws.push(index);
        }
    }
}

/// Whether two full names can be of one person.
fn agree(a: &Name, b: &Name) -> bool {
    let suffix = a.suffix.is_none() || b.suffix.is_none() || a.suffix == b.suffix;
    let (Some(first), Some(other)) = (a.given.first(), b.given.first()) else { return false };
    let middle = a.given.iter().skip(1).zip(b.given.iter().skip(1)).all(|(a, b)| alike(a, b));
    suffix && a.surname == b.surname && alike(first, other) && middle
}

/// Whether two first names agree: the same sound, or one the initial of the other.
fn alike(a: &str, b: &str) -> bool {
    let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
    a == b || initial(a, b) || initial(b, a)
}

/// The parts of a name; none where it has no surname.
fn parse(text: &str) -> Option<Name> {
    let mut parts: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for part in text.split(' ') {
        match parts.last_mut() {
            // Al Abbasi is one part, as al-Abbasi is.
            Some((start, article)) if is_article(&article.to_lowercase()) => {
                *article = text.get(*start..at + part.len()).unwrap_or(part);
            }
            _ => parts.push((at, part)),
        }
        at += part.len() + 1;
    }
    let suffix =
        parts.last().filter(|(_, last)| parts.len() > 1 && known(&last.to_lowercase()) & is::SUFFIX != 0);
    let suffix = suffix.map(|(_, last)| last.trim_end_matches('.').to_lowercase());
    if suffix.is_some() {
        parts.pop();
    }
    let (mut start, last) = parts.pop()?;
    let end = start + last.len();
    let surname = sound(last);
    while let Some(&(at, _)) = parts.last().filter(|(_, part)| part.starts_with(char::is_lowercase)) {
        start = at;
        parts.pop();
    }
    let given = parts.into_iter().map(|(_, part)| sound(part)).filter(|sound| !sound.is_empty()).collect();
    (!surname.is_empty()).then_some(Name { given, surname, suffix, surname_at: start..end })
}

/// A name as it sounds, whatever way it is spelt with our letters: al-Abbasi, Al Abassi → abasi; Thabet → thabit.
fn sound(name: &str) -> String {
    let small: String = name.nfd().flat_map(char::to_lowercase).collect();
    let parted = small.split_once(['-', ' ']).filter(|(article, _)| is_article(article));
    let stem = parted.map_or(small.as_str(), |(_, rest)| rest);
    let letters: Vec<char> = stem.chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.len() < 4 {
        return letters.into_iter().collect();
    }
    let mut sound = String::new();
    for c in letters {
        let c = match c {
            'e' | 'y' => 'i',
            'o' => 'u',
            c => c,
        };
        if !sound.ends_with(c) {
            sound.push(c);
        }
    }
    sound
}
