//! People: which names are of one and the same.
//!
//! Two full names are of one person where first names, middle initials and surnames agree in sound; a surname or a
//! first name alone is of the one person of its document that bears it.

use std::ops::Range;

use super::super::EntityKind;
use super::super::lexicon::{is, known};
use super::super::words::is_article;
use super::reading::Raw;
use crate::document::{Corpus, Place};
use crate::hash::HashMap;
use crate::order::{Map, Set};
use crate::text::normal::nfd;

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
    documents: Set<u32>,
    /// Heads of the roles: secretary, minister.
    roles: Set<String>,
    /// Mr, Ms …
    addresses: Set<&'static str>,
}

impl Person {
    fn named(name: Name) -> Self {
        Self { name, raws: Vec::new(), documents: Set::new(), roles: Set::new(), addresses: Set::new() }
    }

    /// Whether title and form of address of a surname do not speak against this person.
    fn suits(&self, role: Option<&String>, address: Option<&str>) -> bool {
        let role = role.is_none_or(|role| self.roles.is_empty() || self.roles.contains(role));
        let sex = |address: &str| match address {
            "mr" | "sir" => Some(true),
            "mrs" | "ms" | "miss" => Some(false),
            _ => None,
        };
        let mut sexes = self.addresses.iter().copied().chain(address).filter_map(sex);
        let first = sexes.next();
        role && sexes.all(|other| Some(other) == first)
    }
}

/// Groups the mentions of people: for each person, the indices of its mentions, ascending. Sets the surname of each
/// mention that has one of its own.
pub(super) fn group(corpus: &Corpus, raws: &mut [Raw]) -> Vec<Vec<usize>> {
    let evident = evidence(corpus, raws);
    let mut people: Vec<Person> = Vec::new();
    let mut by_surname: HashMap<String, Vec<usize>> = HashMap::new();
    let mut short: Vec<(usize, Name)> = Vec::new();
    let mut parsed: HashMap<&str, Option<Name>> = HashMap::default();
    for (index, raw) in raws.iter_mut().enumerate().filter(|(_, raw)| !raw.reference) {
        let text = raw.place.text(corpus);
        let Some(name) = parsed.entry(text).or_insert_with(|| parse(text)).as_ref() else { continue };
        if name.given.is_empty() || raw.kind != EntityKind::Person {
            let lone = name.given.is_empty() && known(&text.to_lowercase()) & (is::COUNTRY | is::PEOPLE) == 0;
            // BLITZER: in a transcript names are in capitals.
            let shouted = raw.kind == EntityKind::Organisation && text.chars().all(char::is_uppercase);
            if lone
                && (shouted || matches!(raw.kind, EntityKind::Person | EntityKind::Other | EntityKind::Place))
            {
                short.push((index, name.clone()));
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
            .filter(|&person| people.get(person).is_some_and(|person| agree(&person.name, name)))
            .collect();
        // Between two that it could be, it is neither.
        let person = match same.as_slice() {
            &[person] => person,
            _ => {
                by_surname.entry(name.surname.clone()).or_default().push(people.len());
                people.push(Person::named(name.clone()));
                people.len() - 1
            }
        };
        if let Some(person) = people.get_mut(person) {
            add(corpus, person, index, raw);
            if name.given.len() > person.name.given.len() {
                person.name = name.clone();
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
    person.addresses.extend(raw.address);
    person.roles.extend(raw.role.iter().flat_map(|role| head(role.text(corpus))));
}

/// The word of a role that names it: Assistant Secretary of Defense → secretary.
fn head(role: &str) -> Option<String> {
    let before = role.split(" of ").next().unwrap_or(role).to_lowercase();
    let title = |word: &&str| known(word) & is::TITLE != 0;
    before.split_whitespace().rfind(title).map(str::to_owned)
}

/// Names that something tells to be of people: a first name, an initial, or a title, an age, a verb of speech at one
/// in five mentions. What mostly has an article is a thing: the Deepwater Horizon.
fn evidence(corpus: &Corpus, raws: &[Raw]) -> Set<String> {
    let mut told: HashMap<&str, [usize; 3]> = HashMap::new();
    for raw in raws.iter().filter(|raw| raw.kind == EntityKind::Person && !raw.reference) {
        let [all, personal, articled] = told.entry(raw.place.text(corpus)).or_default();
        *all += 1;
        *personal += usize::from(raw.personal);
        *articled += usize::from(raw.articled && raw.role.is_none());
    }
    let evident = told.into_iter().filter(|(text, [all, personal, articled])| {
        let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
        let given = first.split('-').all(|part| known(part) & is::GIVEN != 0);
        let initial = text.split_whitespace().any(|part| part.len() == 2 && part.ends_with('.'));
        (given || initial || personal * 5 >= *all && *personal > 0) && articled * 3 <= *all
    });
    evident.map(|(text, _)| text.to_owned()).collect()
}

/// Gives surnames and first names that stand alone to the people who bear them.
fn attach(corpus: &Corpus, raws: &[Raw], people: &mut Vec<Person>, short: Vec<(usize, Name)>) {
    let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, person) in people.iter().enumerate() {
        bearers.entry(person.name.surname.clone()).or_default().push(index);
        for given in person.name.given.iter().take(1).filter(|given| given.chars().count() > 1) {
            bearers.entry(given.clone()).or_default().push(index);
        }
    }
    // What is left, by document, surname and, where the document has somebody else of that surname, role.
    let mut rest: Map<(u32, String, Option<String>), Vec<usize>> = Map::new();
    for (index, name) in short {
        let Some(raw) = raws.get(index) else { continue };
        let text = raw.place.text(corpus);
        let document = raw.place.document;
        let all = bearers.get(&name.surname).map(Vec::as_slice).unwrap_or_default();
        let role = raw.role.iter().find_map(|role| head(role.text(corpus)));
        let is = |person: usize, test: &dyn Fn(&Person) -> bool| people.get(person).is_some_and(test);
        let here: Vec<usize> =
            all.iter().copied().filter(|&p| is(p, &|p| p.documents.contains(&document))).collect();
        let called = |p: &Person| role.as_ref().is_some_and(|role| p.roles.contains(role));
        // A role tells two of one surname apart; and a person of another document, where nobody else bears both.
        let mut told: Vec<usize> = here.iter().copied().filter(|&p| is(p, &called)).collect();
        if here.is_empty() {
            told = all
                .iter()
                .copied()
                .filter(|&p| is(p, &|p| p.name.surname == name.surname && called(p)))
                .collect();
        }
        let somewhere = known(&text.to_lowercase()) & is::SOMEWHERE != 0;
        let person = match (told.as_slice(), here.as_slice()) {
            (&[one], _) => Some(one),
            ([], &[one]) if !(somewhere && raw.local) => Some(one),
            _ => None,
        };
        let person = person.and_then(|person| people.get_mut(person));
        match person.filter(|person| person.suits(role.as_ref(), raw.address)) {
            Some(person) => add(corpus, person, index, raw),
            None if somewhere || raw.kind == EntityKind::Organisation => {}
            None if here.is_empty() => rest.entry((document, name.surname, None)).or_default().push(index),
            None if here.len() == 1 => rest.entry((document, name.surname, role)).or_default().push(index),
            None => {}
        }
    }
    strangers(corpus, raws, people, rest.into_values());
}

/// Adds the people of whom a document tells a title and a surname alone; those of two documents are one where both
/// agree.
fn strangers(
    corpus: &Corpus,
    raws: &[Raw],
    people: &mut Vec<Person>,
    groups: impl Iterator<Item = Vec<usize>>,
) {
    let mut met: HashMap<(String, String), usize> = HashMap::new();
    for group in groups {
        let all: Vec<&Raw> = group.iter().filter_map(|&index| raws.get(index)).collect();
        let titled = all.iter().any(|raw| raw.role.is_some() || raw.address.is_some());
        let Some(name) = all.first().and_then(|raw| parse(raw.place.text(corpus))).filter(|_| titled) else {
            continue;
        };
        let role = all.iter().find_map(|raw| head(raw.role.as_ref()?.text(corpus)));
        let next = people.len();
        let at = match role {
            Some(role) => *met.entry((name.surname.clone(), role)).or_insert(next),
            None => next,
        };
        if at == next {
            people.push(Person::named(name));
        }
        for (index, raw) in group.iter().zip(all) {
            if let Some(person) = people.get_mut(at) {
                add(corpus, person, *index, raw);
            }
        }
    }
}

/// Gives "the secretary" to the one person of the document who was called so before.
fn refer(corpus: &Corpus, raws: &[Raw], people: &mut [Person]) {
    let at = |raw: &Raw| (raw.place.document, raw.place.block, raw.place.range.start);
    let mut by_document: Map<u32, Vec<usize>> = Map::new();
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
    let small: String = nfd(name).chars().flat_map(char::to_lowercase).collect();
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
            'q' => 'k',
            c => c,
        };
        if !sound.ends_with(c) {
            sound.push(c);
        }
    }
    sound
}
