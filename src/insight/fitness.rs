//! Whether a sentence can stand alone: read by somebody who has not read the sentences around it.
//!
//! A sentence is unfit that is no running text, no statement, or no whole sentence; that leans on another one
//! (a leading pronoun, demonstrative or connective); that speaks as "I" or to "you" outside of a quotation;
//! that quotes without naming a speaker; that only sums up. The rules look at classes of words and at
//! punctuation, not at grammar: they rather turn a good sentence away than let a bad one through.

use std::ops::{Range, RangeInclusive};

use super::grammar::begins_leaning;
use super::length::length;
use super::reading::{Reading, Sentence, Token, class, filler};
use crate::document::BlockKind;
use crate::text::{is_wide_terminator, is_without_marks};

/// Words that a sentence must have and may have: fewer tell nothing alone, more are hardly read (news style
/// guides ask for 25 or so).
const LENGTH: RangeInclusive<usize> = 6..=60;
/// How many words an introduction such as "In a statement on Monday," may have before the subject.
const INTRODUCTION: usize = 9;

/// Words of a label at most.
const LABEL: usize = 6;

/// Bytes of a dateline at most.
const LONGEST_DATELINE: usize = 39;

/// Where a sentence can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fitness {
    /// By itself.
    Alone,
    /// Behind the sentence that it follows in its text: it leans on it.
    Behind,
    /// In its text only.
    Unfit,
}

/// Whether a sentence can stand alone.
pub(super) fn is_fit(reading: &Reading, sentence: &Sentence) -> bool {
    fitness(reading, sentence) == Fitness::Alone
}

/// Where a sentence can be read.
pub(super) fn fitness(reading: &Reading, sentence: &Sentence) -> Fitness {
    let tokens = reading.tokens(sentence);
    if !matches!(sentence.kind, BlockKind::Paragraph | BlockKind::Item)
        || !LENGTH.contains(&length(reading, sentence))
    {
        return Fitness::Unfit;
    }
    let (text, start) = reading.text(sentence);
    let Some(quotes) = quotations(text) else {
        return Fitness::Unfit;
    };
    let outside: Vec<(usize, Token, u16)> = tokens
        .iter()
        .map(|token| ((token.start as usize).saturating_sub(start), *token, reading.term(token).class))
        .filter(|(at, ..)| !quotes.iter().any(|quote| quote.contains(at)))
        .collect();
    if !reading.is_english(sentence.at.document) {
        let told = ends_as_statement(text) && outside.len() >= *LENGTH.start();
        let language = reading.language(sentence.at.document).unwrap_or_default();
        let leans = outside.first().is_some_and(|&(.., class)| class & class::CONNECTIVE != 0)
            || begins_leaning(&language, text);
        return match (told, leans) {
            (true, false) => Fitness::Alone,
            (true, true) => Fitness::Behind,
            (false, _) => Fitness::Unfit,
        };
    }
    let tells = ends_as_statement(text)
        && !(sentence.kind == BlockKind::Item && is_label(text))
        && outside.iter().all(|(.., class)| class & (class::FIRST | class::SECOND) == 0)
        && outside.iter().skip(1).any(|(.., class)| class & class::VERB != 0)
        && !is_filler(text, &outside, quotes.is_empty());
    let speaker = if quotes.is_empty() { Speaker::Named } else { speaker(text, &outside) };
    match speaker {
        _ if !tells => Fitness::Unfit,
        Speaker::None => Fitness::Unfit,
        Speaker::Named if !leans(text, &outside) => Fitness::Alone,
        Speaker::Named | Speaker::Pronoun => Fitness::Behind,
    }
}

/// Where the text stands in double quotes, or nothing where quotes do not pair up.
fn quotations(text: &str) -> Option<Vec<Range<usize>>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let reversed = open.and_then(|begin| text.get(begin..)).is_some_and(|rest| rest.starts_with('»'));
        match (c, open) {
            ('“' | '„' | '«' | '"', None) => open = Some(at),
            // Books in German, and Arabic, turn the marks round.
            ('”' | '»', None) if before.is_whitespace() => open = Some(at),
            ('«', Some(_)) if !reversed => return None,
            // German closes with the English opening quote.
            ('”' | '»' | '"' | '“' | '«', Some(begin)) => {
                found.push(begin..at);
                open = None;
            }
            ('”' | '»', None) | ('„', Some(_)) => return None,
            _ => {}
        }
        before = c;
    }
    open.is_none().then_some(found)
}

fn ends_as_statement(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '“', '’', '\'', '»', ')', ']', '」', '』', '）']);
    let marked =
        bare.ends_with(['.', '!']) || bare.ends_with(|c| is_wide_terminator(c) || is_without_marks(c));
    marked && !bare.ends_with("..") && !text.contains(['?', '？', '؟'])
}

/// Who speaks in a quotation.
enum Speaker {
    Named,
    Pronoun,
    None,
}

/// Whether the words outside of quotations name who speaks: enough words, and where the sentence opens with the
/// quotation, a verb of speech with somebody who is no pronoun.
fn speaker(text: &str, outside: &[(usize, Token, u16)]) -> Speaker {
    let has = |wanted: &dyn Fn(u16) -> bool| outside.iter().any(|&(.., class)| wanted(class));
    if !text.starts_with(['"', '“', '„', '«', '»', '”']) {
        return if outside.len() > 2 { Speaker::Named } else { Speaker::None };
    }
    let speech = has(&|class| class & class::SPEECH != 0);
    let pronoun = has(&|class| class & class::PRONOUN != 0);
    let name = has(&|class| class & (class::STOP | class::VERB) == 0);
    match (speech, pronoun, name) {
        (true, true, _) => Speaker::Pronoun,
        (true, false, true) => Speaker::Named,
        _ => Speaker::None,
    }
}

/// Where the text begins behind a dateline such as "PARIS, 3 May – "; 0 without one.
pub(super) fn dateline(text: &str) -> usize {
    let head = text.get(..text.floor_char_boundary(LONGEST_DATELINE)).unwrap_or_default();
    let dashes = ["– ", "— ", "-- ", " - "].into_iter();
    let mut ends = dashes.filter_map(|dash| head.find(dash).map(|at| at + dash.len()));
    let is_dateline = |&at: &usize| {
        let lead = head.get(..at).unwrap_or_default();
        let shouted = || lead.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        lead.starts_with(char::is_uppercase) && (lead.contains(',') || shouted())
    };
    ends.find(is_dateline).unwrap_or(0)
}

/// Whether a sentence leans on another one.
fn leans(text: &str, outside: &[(usize, Token, u16)]) -> bool {
    let begin = dateline(text);
    let subject: Vec<u16> =
        outside.iter().filter(|(at, ..)| *at >= begin).take(4).map(|(.., class)| *class).collect();
    let shell = |at: usize| {
        let class = |at: usize| subject.get(at).copied().unwrap_or_default();
        class(at) & class::SHELL != 0 && class(at + 1) & class::VERB != 0
    };
    if subject.first().is_some_and(|class| class & class::STOP != 0) && (shell(1) || shell(2)) {
        return true;
    }
    let back = |pair: &[(usize, Token, u16)]| matches!(pair, [(.., this), (.., shell)] if this & class::DEMONSTRATIVE != 0 && shell & class::SHELL != 0);
    if outside.windows(2).any(back) || has_bare_demonstrative(text, outside) {
        return true;
    }
    let mut named = false;
    let mut content = false;
    for (number, &(at, token, class)) in outside.iter().filter(|(at, ..)| *at >= begin).enumerate() {
        let points = class & (class::PRONOUN | class::DEMONSTRATIVE) != 0;
        if number == 0 && (points || class & class::CONNECTIVE != 0) {
            return true;
        }
        let after_comma = text.get(..at).is_some_and(|before| before.ends_with(", "));
        if number < INTRODUCTION && points && after_comma && !named {
            return true;
        }
        if class & class::PRONOUN != 0 && !content {
            return true;
        }
        content |= class & class::STOP == 0;
        named |= token.capital && number > 0 && class & class::STOP == 0;
    }
    false
}

/// Whether "these" or "those" stands for something by itself: "set those out".
fn has_bare_demonstrative(text: &str, outside: &[(usize, Token, u16)]) -> bool {
    let word = |at: usize| text.get(at..).unwrap_or_default().split(|c: char| !c.is_alphanumeric()).next();
    outside.iter().enumerate().any(|(number, &(at, _, class))| {
        let next = outside.get(number + 1);
        class & class::DEMONSTRATIVE != 0
            && matches!(word(at), Some("these" | "those"))
            && next.is_none_or(|&(at, _, class)| {
                class & class::VERB != 0
                    || matches!(word(at), Some("out" | "up" | "down" | "off" | "away" | "too"))
            })
    })
}

/// Whether an item of a list has a label and no sentence behind it: "Training: Holding joint exercises."
fn is_label(text: &str) -> bool {
    let Some((label, told)) = text.split_once(": ") else { return false };
    let first = told.split_whitespace().next().unwrap_or_default();
    label.split_whitespace().count() <= LABEL && first.ends_with("ing") && !first.ends_with("thing")
}

/// Whether a sentence only sums up or looks ahead, see `filler.txt`.
fn is_filler(text: &str, outside: &[(usize, Token, u16)], unquoted: bool) -> bool {
    let has = |bit: u16| outside.iter().any(|(.., class)| class & bit != 0);
    if !unquoted || has(class::NUMBER) || !has(class::TURN) {
        return false;
    }
    let lower = text.to_lowercase();
    filler().any(|phrase| lower.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::quotations;

    fn quoted(text: &str) -> Option<Vec<&str>> {
        Some(
            quotations(text)?
                .into_iter()
                .map(|range| text[range].trim_start_matches(['"', '“', '„', '«', '»', '”']))
                .collect(),
        )
    }

    #[test]
    fn marks_of_every_language_pair_up() {
        assert_eq!(quoted("“One,” he said. \"Two,\" she said."), Some(vec!["One,", "Two,"]));
        assert_eq!(quoted("„Zwei“, sagte sie. »Drei«, sagte er."), Some(vec!["Zwei", "Drei"]));
        assert_eq!(quoted("قال الوزير ”لن ننتظر“ ثم غادر."), Some(vec!["لن ننتظر"]));
    }

    #[test]
    fn marks_without_a_partner_do_not() {
        for text in [
            "He rose.” She left.",
            "“He rose. She left.",
            "Il a dit « non.",
            "non », dit-il",
            "„Er «sagte» es.",
        ] {
            assert_eq!(quoted(text), None, "{text}");
        }
    }
}
