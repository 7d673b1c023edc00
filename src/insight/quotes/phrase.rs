//! Noun phrases beside a verb: who does it.
//!
//! There is no grammar here, only the order of word classes. A subject stands right before its verb, before an
//! apposition in commas, before a relative pronoun, or at the head of the clause whose first verb it shares.

use std::ops::Range;

use super::lexicon::class;
use super::page::{Kind, Token};

/// Longest noun phrase, and longest apposition, in tokens.
const LONGEST_PHRASE: usize = 18;
const LONGEST_APPOSITION: usize = 26;

/// Words that end a noun phrase.
const NO_NOUN: u32 = class::SPEECH
    | class::SPEAKING
    | class::VERDICT
    | class::JUDGING
    | class::AUXILIARY
    | class::ADVERB
    | class::PREPOSITION
    | class::SUBORDINATOR
    | class::CONJUNCTION
    | class::VERB
    | class::TIME;

/// A speaker as he stands by a cue, by tokens of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// The noun phrase.
    pub phrase: Range<usize>,
    /// What an apposition behind it says of him.
    pub apposition: Option<Range<usize>>,
}

fn at(tokens: &[Token], index: usize) -> Option<&Token> {
    tokens.get(index)
}

fn is(tokens: &[Token], index: usize, bits: u32) -> bool {
    at(tokens, index).is_some_and(|token| token.is(bits))
}

pub(super) fn kind(tokens: &[Token], index: usize) -> Option<Kind> {
    at(tokens, index).map(|token| token.kind)
}

fn is_word(tokens: &[Token], index: usize) -> bool {
    kind(tokens, index) == Some(Kind::Word)
}

/// Whether a token can be part of a noun phrase, other than a preposition in it.
fn is_nominal(tokens: &[Token], index: usize) -> bool {
    at(tokens, index).is_some_and(|token| {
        token.kind == Kind::Word
            && (!token.is(NO_NOUN)
                || token.capital
                    && !token.is(class::TIME
                        | class::PREPOSITION
                        | class::SUBORDINATOR
                        | class::CONJUNCTION
                        | class::SPEAKING
                        | class::JUDGING))
    })
}

fn is_joiner(tokens: &[Token], index: usize) -> bool {
    is_word(tokens, index) && is(tokens, index, class::PREPOSITION)
}

/// Skips auxiliaries and adverbs that stand before `verb`.
fn verb_start(tokens: &[Token], verb: usize, from: usize) -> usize {
    let mut start = verb;
    while start > from
        && is(tokens, start - 1, class::AUXILIARY | class::ADVERB)
        && is_word(tokens, start - 1)
        && !at(tokens, start - 1).is_some_and(|token| token.capital && start > from + 1)
    {
        start -= 1;
    }
    start
}

/// Who does what the verb at `verb` says; nothing before token `from` counts.
pub(super) fn subject(tokens: &[Token], verb: usize, from: usize) -> Option<Subject> {
    let start = verb_start(tokens, verb, from);
    let participle = is(tokens, verb, class::SPEAKING | class::JUDGING);
    if start == from {
        return if participle { after_comma(tokens, verb) } else { None };
    }
    let before = at(tokens, start - 1)?;
    if participle && (start == verb || before.kind == Kind::Comma)
        || before.is(class::CONJUNCTION)
        || before.is(class::PREPOSITION)
    {
        return main(tokens, start, from);
    }
    match before.kind {
        Kind::Comma | Kind::Dash => main(tokens, start - 1, from),
        Kind::Word if before.is(class::RELATIVE) => {
            let end =
                if kind(tokens, start.checked_sub(2)?) == Some(Kind::Comma) { start - 2 } else { start - 1 };
            before_verb(tokens, end, from)
        }
        Kind::Word => before_verb(tokens, start, from),
        _ => None,
    }
}

/// The noun phrase that ends right before token `end`.
fn before_verb(tokens: &[Token], end: usize, from: usize) -> Option<Subject> {
    let last = end.checked_sub(1).filter(|&last| last >= from)?;
    if is(tokens, last, class::SUBJECT) && !at(tokens, last)?.genitive {
        return Some(Subject { phrase: last..end, apposition: None });
    }
    let floor = end.saturating_sub(LONGEST_PHRASE).max(from);
    let mut start = end;
    while start > floor {
        let place = start - 1;
        let joins = place + 1 < end
            && (is_joiner(tokens, place)
                || is(tokens, place, class::CONJUNCTION)
                    && place > floor
                    && is_nominal(tokens, place - 1)
                    && !opens_clause(tokens, place));
        if !(is_nominal(tokens, place) || joins)
            || is(tokens, place, class::SUBJECT | class::RELATIVE) && place + 1 < end
        {
            break;
        }
        start = place;
    }
    // "In Ohio Mr. Smith": what a preposition leads is no subject.
    while start < end && is(tokens, start, class::PREPOSITION | class::CONJUNCTION) {
        let inner =
            (start + 1..end).rev().find(|&place| is(tokens, place, class::PREPOSITION | class::CONJUNCTION));
        start = inner.unwrap_or(start) + 1;
    }
    phrase(tokens, start..end)
}

/// Whether "and" opens a clause of its own: a pronoun follows.
fn opens_clause(tokens: &[Token], conjunction: usize) -> bool {
    is(tokens, conjunction + 1, class::SUBJECT)
}

fn phrase(tokens: &[Token], range: Range<usize>) -> Option<Subject> {
    let words = tokens.get(range.clone())?;
    let speaks = words.iter().any(|token| {
        let common = words.len() > 1 && !token.is(class::DETERMINER | class::OBJECT | class::GERUND);
        token.kind == Kind::Word
            && (token.capital
                || token.is(class::PERSON | class::COLLECTIVE | class::SUBJECT | class::OBJECT)
                || common)
    });
    speaks.then_some(Subject { phrase: range, apposition: None })
}

/// The subject of the clause in which token `end` stands, read from its head.
fn main(tokens: &[Token], end: usize, from: usize) -> Option<Subject> {
    let mut start = from;
    // The last stop, or the last "but", "while" … that a subject follows, opens the clause.
    for place in from..end {
        let opens = match kind(tokens, place) {
            Some(Kind::Stop | Kind::Colon) => true,
            Some(Kind::Word) => {
                is(tokens, place, class::SUBORDINATOR | class::CONJUNCTION)
                    && !is(tokens, place + 1, NO_NOUN)
                    && leads_clause(tokens, place + 1, end)
            }
            _ => false,
        };
        if opens {
            start = place + 1;
        }
    }
    forward(tokens, start, end).map(|(subject, _)| subject)
}

/// Whether a noun phrase and a verb stand at `start`.
fn leads_clause(tokens: &[Token], start: usize, end: usize) -> bool {
    let Some(stop) = forward_phrase(tokens, start, end) else { return false };
    let verb = (stop..end).find(|&place| !is(tokens, place, class::ADVERB));
    verb.is_some_and(|place| is(tokens, place, class::CUE | class::VERB | class::AUXILIARY))
}

/// The first noun phrase from `start` on that is no introduction, and where it ends.
pub(super) fn forward(tokens: &[Token], mut start: usize, end: usize) -> Option<(Subject, usize)> {
    while start < end {
        let token = at(tokens, start)?;
        let comma = || (start..end).find(|&place| kind(tokens, place) == Some(Kind::Comma));
        if token.kind != Kind::Word || token.is(class::CONJUNCTION) {
            start += 1;
        } else if token.is(class::PREPOSITION
            | class::SUBORDINATOR
            | class::GERUND
            | class::SPEAKING
            | class::JUDGING
            | class::TIME
            | class::VERB
            | class::ADVERB)
            && !(token.capital && start > 0 && token.is(class::TIME))
        {
            // An introduction: up to its comma, or to the next name.
            start = match comma() {
                Some(comma) => comma + 1,
                None if token.is(class::ADVERB | class::TIME) => start + 1,
                None => (start + 1..end).rev().find(|&place| is(tokens, place, class::TIME))? + 1,
            };
        } else {
            let stop = forward_phrase(tokens, start, end)?;
            let mut found = phrase(tokens, start..stop)?;
            found.apposition = apposition(tokens, stop, end);
            return Some((found, stop));
        }
    }
    None
}

/// Where the noun phrase that begins at `start` ends.
fn forward_phrase(tokens: &[Token], start: usize, end: usize) -> Option<usize> {
    if is(tokens, start, class::SUBJECT) {
        return Some(start + 1);
    }
    let limit = end.min(start + LONGEST_PHRASE);
    let mut stop = start;
    while stop < limit {
        let joins = stop > start
            && stop + 1 < limit
            && (is_joiner(tokens, stop) && joins_noun(tokens, stop)
                || is(tokens, stop, class::CONJUNCTION)
                    && at(tokens, stop - 1).is_some_and(|token| token.capital)
                    && at(tokens, stop + 1).is_some_and(|token| token.capital));
        if !(is_nominal(tokens, stop) || joins)
            || stop > start && is(tokens, stop, class::SUBJECT | class::RELATIVE)
        {
            break;
        }
        stop += 1;
    }
    (stop > start).then_some(stop)
}

/// Whether a preposition in a noun phrase leads to more of it: the head of the council, not said on Monday.
fn joins_noun(tokens: &[Token], place: usize) -> bool {
    let next = is_nominal(tokens, place + 1);
    let of =
        at(tokens, place).is_some_and(|token| token.end - token.start == 2 && token.is(class::PREPOSITION));
    let common = place > 0
        && at(tokens, place - 1)
            .is_some_and(|token| !token.capital || token.is(class::PERSON | class::TITLE));
    next && (of && !is(tokens, place + 1, class::OBJECT) || common)
}

/// The speaker who stands behind the verb: said X, the Y.
pub(super) fn behind(tokens: &[Token], mut start: usize, end: usize) -> Option<Subject> {
    while is(tokens, start, class::ADVERB) && !is(tokens, start, class::DETERMINER) && start + 1 < end {
        start += 1;
    }
    let first = at(tokens, start).filter(|token| token.kind == Kind::Word && start < end)?;
    if !(is_nominal(tokens, start)) || first.is(class::OBJECT) && !first.capital {
        return None;
    }
    let stop = forward_phrase(tokens, start, end)?;
    let mut found = phrase(tokens, start..stop)?;
    found.apposition = apposition(tokens, stop, end);
    Some(found)
}

/// The words between the comma at `comma` and the next one, where they can name a role.
pub(super) fn apposition(tokens: &[Token], comma: usize, end: usize) -> Option<Range<usize>> {
    if kind(tokens, comma) != Some(Kind::Comma) {
        return None;
    }
    let mut start = comma + 1;
    // An age stands between.
    if kind(tokens, start + 1) == Some(Kind::Comma)
        && at(tokens, start).is_some_and(|token| token.end - token.start < 3)
    {
        start += 2;
    }
    let limit = end.min(start + LONGEST_APPOSITION);
    let verbs = class::AUXILIARY
        | class::PREPOSITION
        | class::CUE
        | class::SUBORDINATOR
        | class::RELATIVE
        | class::CONJUNCTION
        | class::ADVERB;
    let lead = at(tokens, start).filter(|token| token.kind == Kind::Word && start < limit)?;
    if lead.is(verbs | class::SUBJECT | class::TIME | class::GERUND | class::VERB)
        && !lead.is(class::DETERMINER)
    {
        return None;
    }
    let stops = |place: usize| {
        kind(tokens, place) != Some(Kind::Word)
            || is(tokens, place, class::CUE | class::AUXILIARY | class::RELATIVE | class::SUBORDINATOR)
    };
    let stop = (start..limit).find(|&place| stops(place)).unwrap_or(limit);
    let named = tokens.get(start..stop)?.iter().any(|token| token.is(class::PERSON | class::TITLE));
    (stop > start && named).then_some(start..stop)
}

/// The subject behind the first comma: Calling it a day, Mr. Smith left.
fn after_comma(tokens: &[Token], verb: usize) -> Option<Subject> {
    let comma = (verb..tokens.len()).find(|&place| {
        kind(tokens, place) == Some(Kind::Comma) || matches!(kind(tokens, place), Some(Kind::Quote(_)))
    })?;
    let start = if kind(tokens, comma + 1) == Some(Kind::Comma) { comma + 2 } else { comma + 1 };
    let stop = forward_phrase(tokens, start, tokens.len())?;
    let verb = (stop..tokens.len()).find(|&place| !is(tokens, place, class::ADVERB))?;
    if is(tokens, verb, class::CUE | class::VERB | class::AUXILIARY) {
        phrase(tokens, start..stop)
    } else {
        None
    }
}

/// Whether a phrase names what can speak: a person, a body, a pronoun, a name.
pub(super) fn can_speak(tokens: &[Token], phrase: &Range<usize>) -> bool {
    let words = tokens.get(phrase.clone()).unwrap_or_default();
    let end = words
        .iter()
        .skip(1)
        .position(|token| token.is(class::PREPOSITION))
        .map_or(words.len(), |place| place + 1);
    let head = end.checked_sub(1).and_then(|last| words.get(last));
    head.is_some_and(|head| {
        !head.genitive
            && (head.capital || head.is(class::PERSON | class::COLLECTIVE | class::TITLE | class::SUBJECT))
    })
}

/// A noun phrase parted into the name of a person and what stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub name: Range<usize>,
    pub role: Option<Range<usize>>,
}

/// The name in a noun phrase, where it is one's proper name: "Smith", "Mr. Smith", "Senator Ann Smith of Ohio".
pub(super) fn named(tokens: &[Token], phrase: &Range<usize>) -> Option<Named> {
    let words = tokens.get(phrase.clone())?;
    let proper = |token: &Token| {
        token.capital && !token.is(class::DETERMINER | class::SUBJECT | class::PREPOSITION | class::TIME)
    };
    let first = |from: usize| {
        words
            .iter()
            .enumerate()
            .skip(from)
            .find(|(_, token)| token.is(class::PREPOSITION | class::CONJUNCTION))
            .map(|(place, _)| place)
    };
    let mut end = first(0).unwrap_or(words.len());
    if words.get(end).is_some_and(|token| token.is(class::CONJUNCTION)) {
        return None;
    }
    let mut titled = false;
    if let Some(place) = end.checked_sub(1)
        && end < words.len()
        && words.get(place).is_some_and(|token| token.is(class::TITLE | class::PERSON))
    {
        // "Secretary of Agriculture Ann Smith", "a spokesman for Mr. Smith".
        if !words.get(place)?.capital {
            return None;
        }
        titled = true;
        end = first(end + 1).unwrap_or(words.len());
    }
    let last = words.get(end.checked_sub(1)?)?;
    if !proper(last) || last.is(class::BODY | class::TITLE) && !last.is(class::GIVEN) {
        return None;
    }
    let mut start = end;
    while start > 0
        && words.get(start - 1).is_some_and(|token| {
            proper(token)
                && (!token.genitive || start == end)
                && (!token.is(class::TITLE) || token.is(class::GIVEN))
        })
    {
        start -= 1;
    }
    let given = (start..end)
        .find(|&place| words.get(place).is_some_and(|token| token.is(class::GIVEN | class::ADDRESS)));
    if let Some(given) = given
        && given + 1 < end
    {
        start = given;
    } else if titled {
        // The body that the office is of runs into the name: of its capitals, two are the name.
        if end - start < 3 {
            return None;
        }
        start = end - 2;
    }
    let name = words.get(start..end).filter(|name| !name.is_empty())?;
    if name.iter().any(|token| token.is(class::BODY))
        && !name.iter().any(|token| token.is(class::GIVEN | class::ADDRESS))
    {
        return None;
    }
    let mut lead = 0;
    while lead < start
        && words.get(lead).is_some_and(|token| token.is(class::DETERMINER) || token.kind != Kind::Word)
    {
        lead += 1;
    }
    let role = words
        .get(lead..start)
        .is_some_and(|role| role.iter().any(|token| token.is(class::TITLE | class::PERSON)));
    Some(Named {
        name: phrase.start + start..phrase.start + end,
        role: role.then_some(phrase.start + lead..phrase.start + start),
    })
}
