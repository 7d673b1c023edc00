//! Titles: found as a line of the text, or made of its first sentence.

use super::edges;
use super::form::{
    ends_sentence, folded_words, has_word, is_blank, is_statement, opens_as_title, size, unturned,
};
use super::furniture::Verdict;
use super::label::{Label, label};
use super::unit::{Mark, Text};
use super::vocabulary::interface;
use crate::text::sentences;

/// A line of more words is no title.
const LONGEST: usize = 30;

/// A line of fewer words is rather the name of a section, where a longer one follows.
const FULL: usize = 4;

/// The article is at least this much longer than its title line, where no blank line parts them.
const LONGER: usize = 2;

/// A longer question that stands by itself is no heading.
pub(super) const LONGEST_QUESTION: usize = 8;

/// Most characters of a title made of a sentence.
const CUT: usize = 90;

/// The unit before the article that is its title line or its highest heading.
pub(super) fn line(text: &Text, verdict: &Verdict) -> Option<usize> {
    let head = || (0..verdict.body.start).filter(|&i| verdict.keeps(i));
    let level = |i: usize| match text.units.get(i).map(|unit| unit.mark) {
        Some(Mark::Heading(level)) => Some(level),
        _ => None,
    };
    let highest = head().filter(|&i| level(i).is_some()).min_by_key(|&i| level(i));
    if let Some(found) = highest
        && (level(found) == Some(1) || size(text.at(found)) >= FULL)
    {
        return Some(found);
    }
    let above = edges::site_header(text, verdict);
    let found: Vec<usize> = head().filter(|&i| i >= above && may_be_title(text, verdict, i)).collect();
    let of_size = |words: usize| found.iter().copied().find(|&i| size(text.at(i)) >= words);
    of_size(FULL).or_else(|| of_size(FULL - 1)).or_else(|| {
        found.first().copied().filter(|&i| {
            i == 0 && text.units.get(1).is_some_and(|next| next.apart) && interface(text.at(i)).is_none()
        })
    })
}

fn may_be_title(text: &Text, verdict: &Verdict, index: usize) -> bool {
    let line = text.at(index);
    let parted = text.units.get(index + 1).is_some_and(|next| next.apart);
    let plain = text.units.get(index).is_some_and(|unit| unit.mark == Mark::None);
    // A longer question is rather the first sentence of the article.
    let closed = !ends_sentence(line) || parted && line.ends_with('?') && size(line) <= LONGEST_QUESTION;
    // "PHOTOS: …" begins many a headline.
    let labelled = match label(text, verdict, verdict.body.start, index) {
        Some(Label::Caption) => index > 0,
        label => label.is_some(),
    };
    let body = || {
        text.units
            .get(verdict.body.clone())
            .unwrap_or_default()
            .iter()
            .map(|unit| unit.range.len())
            .sum::<usize>()
    };
    plain
        && size(line) <= LONGEST
        && closed
        && !line.ends_with([':', ',', ';'])
        && opens_as_title(line)
        && has_word(line)
        && !labelled
        && (parted || body() >= LONGER * line.len())
}

/// Most words of a site's name behind the title of its page.
const LONGEST_SITE: usize = 6;

/// The unit before or at the beginning of the article that says the same as a title that is given.
pub(super) fn same_as(title: &str, text: &Text, verdict: &Verdict) -> Option<usize> {
    let title: Vec<String> = folded_words(title).collect();
    (0..=verdict.body.start).filter(|&i| verdict.keeps(i)).find(|&i| {
        let (mut ours, mut theirs) = (title.iter().peekable(), folded_words(text.at(i)).peekable());
        while ours.peek().is_some() && ours.peek().copied() == theirs.peek() {
            ours.next();
            theirs.next();
        }
        match (ours.peek(), theirs.peek()) {
            (None, None) => true,
            (Some(_), Some(_)) => false,
            // A site may stand behind the title in one of the two; a paragraph that begins so is not the title.
            (rest, _) => {
                let goes_on = rest.is_none() && (theirs.count() > LONGEST_SITE || is_statement(text.at(i)));
                !title.is_empty() && i < verdict.body.start && size(text.at(i)) >= FULL && !goes_on
            }
        }
    })
}

/// A title line as a title: without its line breaks and what turns its letters round.
pub(super) fn cleaned(line: &str) -> String {
    let line = unturned(line);
    line.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A title made of a text: the beginning of its first sentence, after the dateline, in at most 90 characters.
pub(super) fn from_sentence(text: &str) -> String {
    let text = without_dateline(text);
    let first = sentences(text).into_iter().next().and_then(|range| text.get(range)).unwrap_or(text);
    let first = cleaned(first);
    if first.chars().count() <= CUT {
        return first
            .strip_suffix('.')
            .filter(|rest| !rest.ends_with('.'))
            .map(str::to_owned)
            .unwrap_or(first);
    }
    let mut cut = String::new();
    let mut length = 0;
    for word in first.split(' ') {
        let more = word.chars().count() + usize::from(length > 0);
        // One character is for the dots.
        if length + more >= CUT {
            break;
        }
        if length > 0 {
            cut.push(' ');
        }
        cut.push_str(word);
        length += more;
    }
    if cut.is_empty() {
        cut = first.chars().take(CUT - 1).collect();
    }
    let end =
        cut.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '"' | '”' | '%')).len();
    if end > 0 {
        cut.truncate(end);
    }
    cut + "…"
}

/// Longest dateline, in characters: place, day and agency.
const LONGEST_DATELINE: usize = 80;

/// A text without the place, day and agency before a dash that news begins with: "PARIS, March 3 (AFP) – ".
pub(super) fn without_dateline(text: &str) -> &str {
    let dash = [" – ", " — ", " - ", " -- ", ") -", ") –", ") —"]
        .into_iter()
        .filter_map(|dash| text.find(dash).map(|at| (at, dash)))
        .min();
    let Some((at, dash)) = dash else { return text };
    let (Some(place), Some(rest)) = (text.get(..at), text.get(at + dash.len()..)) else { return text };
    let named = place.split_whitespace().all(|word| {
        let word = word.trim_start_matches(['(', '[', '"']);
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || matches!(word, "and" | "of" | "de" | "la" | "el" | "al" | "/" | "&")
    });
    let rest = rest.trim_start_matches(|c: char| is_blank(c) || "-–—".contains(c));
    let opens = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "\"“‘'«".contains(c));
    if named && opens && place.starts_with(char::is_uppercase) && place.chars().count() <= LONGEST_DATELINE {
        rest
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_skipped() {
        for text in [
            "PARIS – Rain fell.",
            "Salem, Ore. – Rain fell.",
            "GENEVA (AP) — Rain fell.",
            "OSLO/BERGEN, March 3 (Agency) - Rain fell.",
            "KABUL, Afghanistan (AP) -- Rain fell.",
        ] {
            assert_eq!(without_dateline(text), "Rain fell.", "{text}");
        }
        for text in ["Rain – which fell all day – stopped.", "The rain - Monday's - stopped.", "Rain fell."]
        {
            assert_eq!(without_dateline(text), text);
        }
    }

    #[test]
    fn titles_from_sentences_end_at_a_word_in_at_most_ninety_characters() {
        assert_eq!(from_sentence("PARIS – Rain fell on Monday. It stopped."), "Rain fell on Monday");
        let long = "A council of the towns along the river has agreed, after talks that went on for most of the night, to build.";
        let title = from_sentence(long);
        assert_eq!(
            title,
            "A council of the towns along the river has agreed, after talks that went on for most of…"
        );
        assert!(title.chars().count() <= 90);
        assert_eq!(from_sentence(&"x".repeat(200)).chars().count(), 90);
    }
}
