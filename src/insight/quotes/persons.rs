//! The persons of a text, and whom a pronoun or "the official" stands for.
//!
//! A pronoun is resolved only where it surely is one person: he who was the subject of the attribution before, or
//! the only one named in the paragraphs around whose gender fits. Two that fit are one too many.

use std::ops::Range;

use super::lexicon::class;
use super::page::{Kind, Paragraph, Token};
use super::phrase::{apposition, named};
use crate::hash::HashMap;

/// Most paragraphs that one looks back for a person when none is named in this and the last.
const BACK: usize = 3;

/// A person of the text.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// First mention by full name.
    pub name: Range<usize>,
    pub role: Option<Range<usize>>,
    /// `class::HE`, `class::SHE`, or 0.
    gender: u32,
    /// Whether this is a person and not some body that speaks.
    sure: bool,
}

/// A place where a person is named.
struct Mention {
    at: usize,
    paragraph: usize,
    person: usize,
}

/// Everybody who is named in a text.
pub(super) struct Persons {
    all: Vec<Person>,
    by_last_name: HashMap<String, Option<usize>>,
    mentions: Vec<Mention>,
}

impl Persons {
    /// Finds the persons of a text: those with a title or a known given name.
    pub fn of(text: &str, paragraphs: &[Paragraph]) -> Self {
        let mut found = Self { all: Vec::new(), by_last_name: HashMap::new(), mentions: Vec::new() };
        for paragraph in paragraphs {
            for sentence in &paragraph.sentences {
                for run in runs(&sentence.tokens) {
                    found.introduce(text, &sentence.tokens, run);
                }
                found.suspect(text, &sentence.tokens);
            }
        }
        for (number, paragraph) in paragraphs.iter().enumerate() {
            for token in paragraph.sentences.iter().flat_map(|sentence| &sentence.tokens) {
                if token.kind == Kind::Word
                    && token.capital
                    && let Some(&Some(person)) = found.by_last_name.get(bare(text, token))
                {
                    found.mentions.push(Mention { at: token.start, paragraph: number, person });
                }
            }
        }
        found
    }

    fn introduce(&mut self, text: &str, tokens: &[Token], run: Range<usize>) {
        let Some(words) = tokens.get(run.clone()) else { return };
        let known = words.iter().any(|token| token.is(class::GIVEN | class::ADDRESS))
            || words.first().is_some_and(|token| token.is(class::TITLE))
            || apposition(tokens, run.end, tokens.len()).is_some_and(|what| is_person(tokens, &what));
        let Some(found) = named(tokens, &run).filter(|_| known) else { return };
        let Some(name) = tokens.get(found.name.clone()) else { return };
        let courtesy = name.first().is_some_and(|token| token.is(class::ADDRESS));
        let titled = found.role.is_some() || courtesy;
        let suffix = |token: &Token| matches!(bare(text, token), "Jr" | "Jr." | "Sr." | "II" | "III" | "IV");
        let Some(last) = name.iter().rev().find(|token| !suffix(token)) else { return };
        if name.len() < 2 && !titled || last.is(class::BODY | class::TIME) {
            return;
        }
        // A last name alone may look like a given name: Senator Warren.
        let tells = name.first().filter(|token| courtesy || name.len() > 1 && token.is(class::GIVEN));
        let both = class::HE | class::SHE;
        let gender = tells.map(|token| token.class & both).filter(|&bits| bits != both).unwrap_or_default();
        let key = bare(text, last).to_owned();
        let number = self.all.len();
        let start = name.first().map_or(0, |token| token.start);
        let end = name.last().map_or(start, |token| token.end - genitive_width(text, token));
        let role = found
            .role
            .clone()
            .and_then(|role| Some(tokens.get(role.start)?.start..tokens.get(role.end.checked_sub(1)?)?.end));
        match self.by_last_name.get_mut(&key) {
            None => {
                self.by_last_name.insert(key, Some(number));
                self.all.push(Person { name: start..end, role, gender, sure: true });
            }
            Some(Some(known)) => {
                let known = *known;
                if let Some(person) = self.all.get_mut(known) {
                    if !person.sure {
                        *person = Person { name: start..end, role, gender, sure: true };
                        return;
                    }
                    let given = |range: &Range<usize>| {
                        text.get(range.clone()).and_then(|name| name.split(' ').next()).map(str::to_owned)
                    };
                    let whole = name.len() > 1 && !courtesy;
                    let known_whole = text
                        .get(person.name.clone())
                        .is_some_and(|name| name.contains(' ') && !name.starts_with("Mr"));
                    if whole && known_whole && given(&person.name) != given(&(start..end))
                        || gender != 0 && person.gender != 0 && gender != person.gender
                    {
                        // Two persons of one name: the name alone tells neither.
                        self.by_last_name.insert(key, None);
                        return;
                    }
                    if person.role.is_none() {
                        person.role = role;
                    }
                    person.gender |= gender;
                    if whole && !known_whole {
                        person.name = start..end;
                    }
                }
            }
            Some(None) => {}
        }
    }

    /// Takes down names that speak, though nothing tells that they are persons: they may be meant by a pronoun.
    fn suspect(&mut self, text: &str, tokens: &[Token]) {
        for pair in tokens.windows(2) {
            if let [name, verb] = pair
                && verb.is(class::SPEECH)
                && name.kind == Kind::Word
                && name.capital
                && !name.is(class::BODY
                    | class::TITLE
                    | class::PERSON
                    | class::COLLECTIVE
                    | class::TIME
                    | class::SUBJECT
                    | class::DETERMINER)
            {
                let key = bare(text, name);
                if !key.chars().skip(1).any(char::is_uppercase) && !self.by_last_name.contains_key(key) {
                    self.by_last_name.insert(key.to_owned(), Some(self.all.len()));
                    self.all.push(Person { name: name.start..name.end, role: None, gender: 0, sure: false });
                }
            }
        }
    }

    /// The person whose last name ends a name.
    pub fn by_name(&self, name: &str) -> Option<&Person> {
        let words = name
            .trim_end_matches(['\'', '’'])
            .trim_end_matches("'s")
            .trim_end_matches("’s")
            .split_whitespace();
        let last = words.rev().find(|word| !matches!(*word, "Jr." | "Jr" | "Sr." | "II" | "III" | "IV"))?;
        self.by_last_name.get(last).copied().flatten().and_then(|person| self.all.get(person))
    }

    fn number(&self, name: &str) -> Option<usize> {
        let person = self.by_name(name)?;
        self.all.iter().position(|other| other.name == person.name)
    }

    /// Who "he" or "she" is at byte `at` of a paragraph. `before` is who spoke last, as written, and where.
    pub fn pronoun(
        &self,
        gender: u32,
        at: usize,
        paragraph: usize,
        before: Option<(&str, usize)>,
    ) -> Option<Range<usize>> {
        let fits = |person: usize| {
            self.all.get(person).is_some_and(|person| person.gender == 0 || person.gender == gender)
        };
        let between = |from: usize, first: usize| {
            let end = self.mentions.partition_point(|mention| mention.at < at);
            let mut found: Vec<usize> = self
                .mentions
                .get(..end)
                .into_iter()
                .flatten()
                .rev()
                .take_while(|mention| mention.paragraph >= first && mention.at >= from)
                .map(|mention| mention.person)
                .filter(|&person| fits(person))
                .collect();
            found.sort_unstable();
            found.dedup();
            found
        };
        let name = |person: usize| {
            self.all.get(person).filter(|person| person.sure).map(|person| person.name.clone())
        };
        if let Some((speaker, place)) = before
            && let Some(person) = self.number(speaker).filter(|&person| fits(person))
            && between(place, 0).iter().all(|&other| other == person)
        {
            return name(person);
        }
        for back in 1..=BACK {
            match between(0, paragraph.saturating_sub(back)).as_slice() {
                [] => {}
                &[only] => return name(only),
                _ => return None,
            }
        }
        None
    }

    /// The only person whose role has this noun.
    pub fn by_role(&self, text: &str, noun: &str) -> Option<&Person> {
        let mut holders = self.all.iter().filter(|person| {
            let role = person.role.clone().and_then(|role| text.get(role)).unwrap_or_default();
            role.split_whitespace().any(|word| word.eq_ignore_ascii_case(noun))
        });
        holders.next().filter(|_| holders.next().is_none())
    }
}

/// Whether an apposition tells a person: its noun does, not one behind a preposition.
fn is_person(tokens: &[Token], apposition: &Range<usize>) -> bool {
    let words = tokens.get(apposition.clone()).unwrap_or_default();
    let end = words
        .iter()
        .skip(1)
        .position(|token| token.is(class::PREPOSITION))
        .map_or(words.len(), |place| place + 1);
    end.checked_sub(1)
        .and_then(|last| words.get(last))
        .is_some_and(|head| head.is(class::PERSON | class::TITLE) && !head.genitive)
}

/// A word without 's.
fn bare<'t>(text: &'t str, token: &Token) -> &'t str {
    text.get(token.start..token.end - genitive_width(text, token)).unwrap_or_default()
}

fn genitive_width(text: &str, token: &Token) -> usize {
    let written = text.get(token.start..token.end).unwrap_or_default();
    ["'s", "’s", "'", "’"].iter().find(|ending| written.ends_with(**ending)).map_or(0, |ending| ending.len())
}

/// Runs of words that may be a name with its titles.
fn runs(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let lead = |at: usize| {
            tokens.get(at).is_some_and(|token| {
                token.kind == Kind::Word
                    && token.capital
                    && !token.is(class::TIME
                        | class::DETERMINER
                        | class::SUBJECT
                        | class::CONJUNCTION
                        | class::SUBORDINATOR)
                    && (!token.is(class::PREPOSITION))
            })
        };
        if !lead(start) {
            start += 1;
            continue;
        }
        let mut end = start;
        let mut titled = false;
        loop {
            if lead(end) {
                titled |= tokens.get(end).is_some_and(|token| token.is(class::TITLE));
                let genitive = tokens.get(end).is_some_and(|token| token.genitive);
                end += 1;
                if genitive {
                    break;
                }
            } else if titled
                && end > start
                && tokens
                    .get(end)
                    .is_some_and(|token| token.is(class::PREPOSITION) && token.end - token.start == 2)
                && lead(end + 1)
                && tokens.get(end - 1).is_some_and(|token| token.is(class::TITLE))
            {
                end += 1;
            } else {
                break;
            }
        }
        found.push(start..end);
        start = end;
    }
    found
}
