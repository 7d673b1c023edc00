//! Lines that tell of the article or a picture, not of the matter: captions, bylines, credits, dates. They are
//! kept, as blocks of their own kind.

use super::form::{ends_sentence, is_all_caps, size, words};
use super::furniture::Verdict;
use super::unit::{Mark, Text};
use super::vocabulary;

/// What a line tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Of a picture.
    Caption,
    /// Of the article's author, sources or day.
    Credit,
}

/// Words of a bracketed credit at the end of a caption.
const LONGEST_CREDIT: usize = 6;

/// What the unit at `index` tells of, if not of the matter. `body` is where the article begins, as far as that is
/// known: a sentence with a bracket like "(AFP)" behind it is a caption before and at the first statement, or beside
/// furniture; elsewhere it is a sentence.
pub(super) fn label(text: &Text, verdict: &Verdict, body: usize, index: usize) -> Option<Label> {
    let unit = text.units.get(index)?;
    if matches!(unit.mark, Mark::Heading(_) | Mark::Row(_)) {
        return None;
    }
    let line = text.of(unit);
    let outside = !verdict.body.contains(&index) || verdict.body.is_empty();
    if let Some((phrase, rest)) = vocabulary::credit(line)
        && is_credit(&phrase, rest, outside)
    {
        return Some(Label::Credit);
    }
    if outside && (vocabulary::is_date(line) || is_name_beside_credit(text, index)) {
        return Some(Label::Credit);
    }
    let near = index <= body
        || [index.checked_sub(1), Some(index + 1)]
            .into_iter()
            .flatten()
            .any(|i| matches!(verdict.dropped.get(i), Some(Some(_))));
    let caption =
        vocabulary::opens_as_caption(line) || ends_in_picture_credit(line) || near && ends_in_bracket(line);
    caption.then_some(Label::Caption)
}

/// Whether what follows a phrase of credit is what it announces.
fn is_credit(phrase: &str, rest: &str, outside: bool) -> bool {
    let colon = rest.starts_with(':');
    let rest = rest.trim_start_matches([':', ' ', '\u{a0}']);
    if rest.is_empty() || size(rest) > 30 {
        return false;
    }
    match phrase {
        "source" | "sources" | "author" | "authors" | "date" | "release date" => colon,
        _ if phrase.ends_with("by") || phrase == "from" => {
            let named = rest.starts_with(|c: char| c.is_uppercase()) || colon;
            let certain = phrase.contains(' ');
            named && (colon || size(rest) <= 15 && (outside || certain) && (certain || !ends_sentence(rest)))
        }
        _ => {
            outside
                && size(rest) <= 12
                && (colon || rest.chars().any(|c| c.is_ascii_digit()))
                && !super::form::is_statement(rest)
        }
    }
}

/// A name of two or three words next to a byline or a date is the author's.
fn is_name_beside_credit(text: &Text, index: usize) -> bool {
    let line = text.at(index);
    (2..=3).contains(&size(line))
        && !ends_sentence(line)
        && !is_all_caps(line)
        && words(line).all(|word| word.starts_with(char::is_uppercase))
        && !vocabulary::names_picture_desk(line)
        && vocabulary::interface(line).is_none()
        && [index.checked_sub(1), Some(index + 1)].into_iter().flatten().any(|i| {
            let neighbour = text.at(i);
            vocabulary::is_date(neighbour)
                || vocabulary::credit(neighbour)
                    .is_some_and(|(phrase, rest)| phrase != "by" && is_credit(&phrase, rest, true))
        })
}

/// A sentence, and behind it a bracket that holds a name: "… in Geneva. (AFP)".
fn ends_in_bracket(line: &str) -> bool {
    bracket(line).is_some_and(|(sentence, credit)| {
        ends_sentence(sentence) && !ends_sentence(credit) && credit.starts_with(|c: char| c.is_uppercase())
    })
}

/// The bracket that a line ends with, and what stands before it.
fn bracket(line: &str) -> Option<(&str, &str)> {
    let (open, inner) = match line.strip_suffix(')') {
        Some(rest) => ('(', rest),
        None => ('[', line.strip_suffix(']')?),
    };
    let (before, credit) = inner.rsplit_once(open)?;
    (1..=LONGEST_CREDIT).contains(&size(credit)).then_some((before.trim_end(), credit.trim()))
}

/// A picture credit behind the last sentence, or in a bracket that names a picture desk and says "photo".
fn ends_in_picture_credit(line: &str) -> bool {
    if let Some((before, credit)) = bracket(line) {
        let lower = credit.to_lowercase();
        return !before.is_empty()
            && ["photo", "image", "picture"]
                .iter()
                .any(|word| lower.starts_with(word) || lower.ends_with(word))
            || credit.contains('/') && vocabulary::names_picture_desk(credit);
    }
    let last = line.rsplit_once(['.', '|', '—', '–']).map(|(_, last)| last.trim());
    last.is_some_and(|last| {
        (1..=LONGEST_CREDIT).contains(&size(last))
            && vocabulary::names_picture_desk(last)
            && (last.contains('/') || last.to_lowercase().contains("photo") || last.contains("Images"))
    })
}
