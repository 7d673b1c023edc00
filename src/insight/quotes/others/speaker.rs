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
        let at = at + usize::from(self.is(at, class::ARTICLE));
        let found =
            if self.is(at, class::TITLE) { self.titled(at, end) } else { self.run_from(at, end, false) };
        found.or_else(|| self.apposed(at, end))
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
            return (end - aside <= LONGEST_ROLE).then(|| self.run_to(begin(name_end), name_end)).flatten();
        }
        self.run_to(start, end)
    }

    /// The name at the end of some words.
    fn run_to(&self, start: usize, end: usize) -> Option<Speaker> {
        let title = (start..end).find(|&at| self.is(at, class::TITLE));
        if let Some(title) = title {
            let found = self.titled(title, end)?;
            return (found.name.end == end).then_some(found);
        }
        let mut from = end;
        while from > start && (self.is_capital(from - 1) || from < end && self.is(from - 1, class::PARTICLE))
        {
            from -= 1;
        }
        while from < end && !self.is_capital(from) {
            from += 1;
        }
        let found = self.run_from(from, end, from == start)?;
        // "Das Amt Berg": what an article stands before is no person.
        let called = from > start && self.is(from - 1, class::ARTICLE | class::PARTICLE);
        (found.name.end == end && !called).then_some(found)
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
        let articled = title > 0 && self.is(title - 1, class::ARTICLE);
        let german = self.grammar == Grammar::German;
        let goes_on = self.is_capital(at + 1) || self.is(at + 1, class::PARTICLE) && self.is_capital(at + 2);
        let lone = self.is_capital(at) && !goes_on;
        if at > title && lone && !(german && articled) {
            return Some(Speaker { name: at..at + 1, role: role(at) });
        }
        // What somebody is minister of stands between; a first name tells where the person begins.
        let person = (at..end.min(title + LONGEST_ROLE)).find(|&at| self.is_person(at, end))?;
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
        let next = (at + 1..end).find(|&at| !self.is(at, class::PARTICLE));
        self.is_capital(at) && is_given(self.word(at)) && next.is_some_and(|next| self.is_capital(next))
    }

    /// The name that begins at a place; one that may be the beginning of a sentence needs more.
    fn run_from(&self, at: usize, end: usize, headed: bool) -> Option<Speaker> {
        if !self.is_capital(at) || at >= end {
            return None;
        }
        let mut stop = at + 1;
        let mut next = stop;
        while next < end && (self.is_capital(next) || self.is(next, class::PARTICLE)) {
            next += 1;
            if self.is_capital(next - 1) {
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
