//! Who stands beside a verb of speech: the name, where it surely is one, and what he is.
//!
//! A name is a run of capitals. In German every noun has one, so a first name or a title must tell; in French and Spanish
//! a place may stand right before ("la ministre des Transports Anne Leroy"), and a first name tells where the person begins.
//! Arabic has no capitals: a speaker is all that stands between the verb and what is said, where that is short.

use std::ops::Range;

use super::page::{Kind, Token};
use super::words::{class, is_given};
use crate::insight::grammar::Grammar;

/// Words of a name at most.
const LONGEST_NAME: usize = 4;
/// Words of what a speaker is at most, and of an Arabic speaker.
const LONGEST_ROLE: usize = 9;
const LONGEST_ARABIC: usize = 6;

/// A speaker, by tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    pub name: Range<usize>,
    pub role: Option<Range<usize>>,
}

/// A paragraph with its language.
#[derive(Clone, Copy)]
pub(super) struct Page<'t> {
    pub grammar: Grammar,
    pub text: &'t str,
    pub tokens: &'t [Token],
    /// Surnames of those whose full names the article has.
    pub known: &'t [&'t str],
}

impl<'t> Page<'t> {
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub fn is(&self, at: usize, bits: u16) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(bits))
    }

    pub fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Word && token.capital)
    }

    /// The end of the words from a place on.
    fn words_end(&self, at: usize) -> usize {
        (at..).find(|&at| self.kind(at) != Some(Kind::Word)).unwrap_or(at)
    }

    /// The speaker who stands behind a verb or "according to".
    pub fn behind(&self, at: usize) -> Option<Speaker> {
        if self.is(at, class::PRONOUN) {
            return None;
        }
        let end = self.words_end(at);
        if self.grammar == Grammar::Arabic {
            return self.arabic(at, end);
        }
        let articled = self.is(at, class::ARTICLE);
        let at = at + usize::from(articled);
        let found =
            if self.is(at, class::TITLE) { self.titled(at, end) } else { self.run_from(at, end, false) };
        let found = found
            .or_else(|| self.apposed(at, end))
            .or_else(|| if articled { self.described(at, end) } else { None });
        // Of two persons, neither speaks alone.
        found.filter(|found| !self.is(found.name.end, class::AND))
    }

    /// The speaker who stands before a verb, whose words end at `end`.
    pub fn before(&self, end: usize) -> Option<Speaker> {
        if self.grammar == Grammar::Arabic {
            return None;
        }
        let mut end = end;
        while end > 0 && self.is(end - 1, class::ADVERB) && !self.is_capital(end - 1) {
            end -= 1;
        }
        let begin = |end: usize| {
            (0..end).rev().find(|&at| self.kind(at) != Some(Kind::Word)).map_or(0, |mark| mark + 1)
        };
        let start = begin(end);
        // "Anna Berg, die Ministerin, sagte".
        if start == end && self.kind(end.checked_sub(1)?) == Some(Kind::Comma) {
            let aside = begin(end - 1);
            let name_end = aside.checked_sub(1).filter(|&comma| self.kind(comma) == Some(Kind::Comma))?;
            let first = begin(name_end);
            // "El ministro de Transporte, Pablo Ruiz, dijo".
            let role = first + usize::from(self.is(first, class::ARTICLE));
            if let Some(found) = self.apposed(role, name_end).filter(|found| found.name.end + 1 == end) {
                return Some(found);
            }
            return (end - aside <= LONGEST_ROLE).then(|| self.run_to(first, name_end)).flatten();
        }
        self.run_to(start, end)
    }

    /// The name that some words are, with what stands before it: "die Ministerin Anna Berg". Of "das Team um Anna Berg" it is
    /// none, nor of two persons.
    fn run_to(&self, start: usize, end: usize) -> Option<Speaker> {
        let articled = self.is(start, class::ARTICLE);
        let at = start + usize::from(articled);
        let found = if self.is(at, class::TITLE) {
            self.titled(at, end)
        } else if articled {
            self.described(at, end)
        } else {
            self.run_from(at, end, true)
        };
        found.filter(|found| found.name.end == end)
    }

    /// The name behind an article and one word that tells what somebody is: "der Spediteur Karl Brandt".
    fn described(&self, at: usize, end: usize) -> Option<Speaker> {
        let person = at + 1;
        let found = self.run_from(person, end, true).filter(|_| self.is_person(person, end))?;
        let word = !self.is(at, class::PREPOSITION | class::OF | class::ARTICLE | class::CALLED);
        // "Der Bruder Karl Brandts".
        let owner = self.grammar == Grammar::German && self.word(found.name.end - 1).ends_with('s');
        (word && !owner).then_some(Speaker { role: Some(at..person), ..found })
    }

    /// The person who is named from a place on: by a first name, or by a title that stands there.
    pub fn named(&self, at: usize) -> Option<Speaker> {
        if self.grammar == Grammar::Arabic {
            return self.honoured(at);
        }
        let end = self.words_end(at);
        // Inside of a longer name, or what is called after somebody.
        let before = at.checked_sub(1).filter(|&before| self.kind(before) == Some(Kind::Word));
        let called = before.is_some_and(|before| {
            self.is(before, class::CALLED)
                || self.is_capital(before)
                    && !self.is(before, class::TITLE | class::ARTICLE)
                    && self.grammar != Grammar::German
        });
        if called {
            return None;
        }
        if self.is(at, class::TITLE) && !self.is_person(at, end) {
            return self.titled(at, end);
        }
        if self.is_person(at, end) { self.run_from(at, end, false) } else { None }
    }

    /// A first name and a surname with the article behind an Arabic title: "الدكتور سامي الخوري".
    fn honoured(&self, at: usize) -> Option<Speaker> {
        let family = |at: usize| self.word(at).starts_with("ال") && self.word(at).chars().count() > 4;
        let plain = |at: usize| {
            !self.is(at, class::PREPOSITION | class::SPEECH | class::TITLE | class::THAT | class::PRONOUN)
        };
        // "Servant of", "father of" begin names of more words.
        let open = ["عبد", "أبو", "ابو", "أم", "ابن", "بن"].contains(&self.word(at + 1));
        let found = self.is(at, class::HONORIFIC)
            && self.words_end(at) >= at + 3
            && !self.word(at + 1).starts_with("ال")
            && family(at + 2)
            && plain(at + 1)
            && plain(at + 2)
            && !open;
        found.then(|| Speaker { name: at + 1..at + 3, role: Some(at..at + 1) })
    }

    /// The name behind a title: "Ministerin Anna Berg", "la ministre des Transports Anne Leroy", "el alcalde Pérez".
    fn titled(&self, title: usize, end: usize) -> Option<Speaker> {
        let mut at = title;
        while at < end && (self.is(at, class::TITLE) && !self.is_person(at, end)) {
            at += 1;
        }
        let role = |to: usize| Some(title..to);
        if let Some(found) = self.run_from(at, end, false) {
            return Some(Speaker { role: role(found.name.start), ..found });
        }
        // One name is enough right behind a title: "Präsidentin Vogt".
        // In German another noun may follow: "Ihrem Zahnarzt Informationen".
        let open = title.checked_sub(1).is_some_and(|before| {
            self.kind(before) == Some(Kind::Word)
                && !self.is(before, class::SPEECH | class::PREPOSITION | class::OF)
                || self.is(before, class::ARTICLE)
        });
        let german = self.grammar == Grammar::German;
        let goes_on = self.is_capital(at + 1) || self.is(at + 1, class::PARTICLE) && self.is_capital(at + 2);
        let lone = self.is_capital(at) && !goes_on;
        if at > title && lone && !(german && open) {
            return Some(Speaker { name: at..at + 1, role: role(at) });
        }
        // What somebody is minister of stands between; a first name tells where the person begins.
        let person = (at..end.min(title + LONGEST_ROLE)).find(|&at| self.is_person(at, end))?;
        let small = |at: &usize| !self.is_capital(*at) && !self.is(*at, class::OF | class::ARTICLE);
        let between = (at..person).filter(small).count();
        let met = (at..person).any(|at| self.is(at, class::PREPOSITION) && !self.is(at, class::OF));
        // "L'avocat d'Anne Leroy", "die Sprecherin der Ministerin Anna Berg" are others.
        let other = self.is(person - 1, class::OF) || (at..person).any(|at| self.is(at, class::TITLE));
        (self.is(at, class::OF) && between <= 1 && !met && !other).then_some(())?;
        let found = self.run_from(person, end, false)?;
        Some(Speaker { role: role(person), ..found })
    }

    /// The name in commas behind what somebody is: "der Leiter des Amts, Jonas Weber,".
    fn apposed(&self, at: usize, end: usize) -> Option<Speaker> {
        let role =
            self.is(at, class::TITLE) && self.kind(end) == Some(Kind::Comma) && end - at <= LONGEST_ROLE;
        let close = self.words_end(end + 1);
        let found = role.then(|| self.run_from(end + 1, close, false))??;
        (found.name.end == close && self.is_person(end + 1, close))
            .then_some(Speaker { role: Some(at..end), ..found })
    }

    /// Whether a first name stands there with another name behind it.
    fn is_person(&self, at: usize, end: usize) -> bool {
        let next = (at + 1..end).find(|&at| !self.is(at, class::PARTICLE | class::ARTICLE));
        let named = next.is_some_and(|next| self.is_capital(next) && !self.is(next, class::CALLED));
        named && self.is_capital(at) && is_given(self.word(at))
    }

    /// The name that begins at a place; one that may be the beginning of a sentence needs more.
    fn run_from(&self, at: usize, end: usize, headed: bool) -> Option<Speaker> {
        if !self.is_capital(at) || at >= end {
            return None;
        }
        let mut stop = at + 1;
        let mut next = stop;
        while next < end && (self.is_capital(next) || self.is(next, class::PARTICLE)) {
            // "Charles de Gaulle", but "Anne Leroy de Brest", "Paul Hamon d'Anne Leroy".
            let surname = !is_given(self.word(next - 1));
            if self.is(next, class::OF) && surname {
                break;
            }
            // "Dijo a Pablo Gil Ana Ruiz": two persons, and no sign where the one ends.
            if stop > at + 1 && surname && self.is_capital(next - 1) && self.is_person(next, end) {
                return None;
            }
            next += 1;
            if self.is_capital(next - 1) && !self.is(next - 1, class::PARTICLE | class::ARTICLE) {
                stop = next;
            }
        }
        let name = at..stop;
        let german = self.grammar == Grammar::German;
        let found = match name.clone().filter(|&at| self.is_capital(at)).count() {
            1 => self.known.contains(&self.word(at)),
            2 => self.is_person(at, end) || !(headed || german),
            words if words <= LONGEST_NAME && !german => self.is_person(at, end) || !headed,
            // A noun may follow: "sagte Anna Berg Journalisten".
            words => words <= LONGEST_NAME && (at..stop - 1).all(|at| is_given(self.word(at))),
        };
        found.then_some(Speaker { name, role: None })
    }

    /// All that stands between an Arabic verb and what is said.
    fn arabic(&self, at: usize, end: usize) -> Option<Speaker> {
        let stop = (at..end).find(|&at| self.is(at, class::PREPOSITION | class::THAT)).unwrap_or(end);
        let words = stop - at;
        let titled = self.is(at, class::TITLE);
        let named = words >= 2 || words == 1 && self.known.contains(&self.word(at));
        (named && (titled && words <= LONGEST_ARABIC || words <= 3))
            .then_some(Speaker { name: at..stop, role: None })
    }
}
