//! The words that page furniture, picture credits, bylines and datelines are made of: `furniture.txt`, read once.

use std::sync::LazyLock;

use super::form;
use crate::data::data;
use crate::hash::{HashMap, HashSet};

/// The sections of `furniture.txt`. Those of [`PHRASES`] hold a phrase a line, the others words.
type Sections = HashMap<&'static str, HashSet<&'static str>>;

const PHRASES: &[&str] = &["credit", "lead"];

static SECTIONS: LazyLock<Sections> = LazyLock::new(|| {
    let mut sections = Sections::new();
    let mut name = "";
    for line in data!("furniture.txt").lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            name = section;
        } else if PHRASES.contains(&name) {
            sections.entry(name).or_default().insert(line);
        } else {
            sections.entry(name).or_default().extend(line.split_whitespace());
        }
    }
    sections
});

fn has(section: &str, word: &str) -> bool {
    SECTIONS.get(section).is_some_and(|words| words.contains(word))
}

/// The words of a line in small letters, parted at separators, too.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(['|', '/', '•', '·', '>', '»', '›', ':', ',', '–', '—'])
        .flat_map(form::words)
        .map(|word| word.to_lowercase().replace('’', "'"))
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Where on a page a line of the interface is furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Interface {
    /// Wherever it stands.
    Anywhere,
    /// At the edges of the article, or beside other furniture.
    Edge,
}

/// Longer lines are not judged by their words.
const LONGEST: usize = 25;

/// Share of interface and glue words from which a line that begins with a word of the interface is an invitation
/// ("Sign up for the … newsletter"), and the same where all other words are names ("Subscribe to … Newsletters").
const INVITATION: f64 = 0.7;
const INVITATION_WITH_NAMES: f64 = 0.5;

/// Whether a line is made of the words of an interface.
pub(super) fn interface(text: &str) -> Option<Interface> {
    let (mut anywhere, mut edge, mut glue, mut other, mut numbers) = (0usize, 0usize, 0usize, 0usize, 0usize);
    let mut opens = None;
    for word in words(text) {
        let opening = has("opening", &word);
        let count = if is_number(&word) {
            &mut numbers
        } else if has("anywhere", &word) {
            &mut anywhere
        } else if has("edge", &word) {
            &mut edge
        } else if has("glue", &word) || opening && opens.is_none() {
            &mut glue
        } else {
            &mut other
        };
        *count += 1;
        let all = anywhere + edge + glue + other;
        if all > 0 {
            let opens = *opens.get_or_insert(anywhere == 1 || opening);
            // No need to read on: neither all words are known, nor is it an invitation.
            if other > 0 && !opens || all > LONGEST {
                return None;
            }
        }
    }
    let all = anywhere + edge + glue + other;
    let invites = || {
        let known = (anywhere + edge + glue) as f64 / all as f64;
        let names = anywhere >= 2 && glue > 0 && known >= INVITATION_WITH_NAMES && only_names(text);
        opens == Some(true)
            && anywhere > 0
            && anywhere + edge >= 2
            && (known >= INVITATION || names)
            && !text.contains(['"', '“', '«'])
    };
    if other == 0 && anywhere > 0 || other > 0 && invites() {
        Some(Interface::Anywhere)
    } else if other == 0 && (edge > 0 || numbers > 0 && glue > 0 && numbers + glue <= 3) {
        // "3 mins" is two words of glue and number.
        Some(Interface::Edge)
    } else {
        None
    }
}

/// Whether all words that are of no class are written with a capital.
fn only_names(text: &str) -> bool {
    form::words(text).all(|word| {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase)
            || ["anywhere", "edge", "glue", "opening"].iter().any(|class| has(class, &lower))
    })
}

/// Whether a block title announces other articles, wherever it stands.
pub(super) fn announces_others(text: &str) -> bool {
    words(text).any(|word| has("teaser", &word))
}

/// Whether a line of interface words is the title of a block, not a button, where it stands after the article.
pub(super) fn titles_block(text: &str) -> bool {
    words(text).any(|word| has("teaser", &word) || has("block", &word))
}

/// Whether a line leads to another article by a phrase with a colon ("Read more: …"), or lists labels ("Tags: …").
pub(super) fn leads_elsewhere(text: &str) -> bool {
    let Some((phrase, rest)) = text.split_once(':') else { return false };
    let folded: Vec<String> = words(phrase).collect();
    (1..=4).contains(&folded.len())
        && !rest.contains('@')
        && !rest.starts_with(|c: char| c.is_ascii_digit() || c == '/')
        && !form::is_statement(rest)
        && (has("lead", &folded.join(" ")) || interface(phrase) == Some(Interface::Anywhere))
}

/// Whether a line is nothing but a picture credit ("Getty Images", "Photo: AFP").
pub(super) fn is_bare_picture_credit(text: &str) -> bool {
    let mut some = false;
    words(text).all(|word| {
        let names = has("agency", &word) || has("picture", &word);
        some |= names;
        names || has("glue", &word)
    }) && some
}

/// Whether a line holds a word that picture credits are made of: an agency, or "photo".
pub(super) fn names_picture_desk(text: &str) -> bool {
    words(text).any(|word| {
        has("agency", &word)
            || matches!(word.as_str(), "photo" | "photograph" | "image" | "images" | "picture")
    })
}

/// A longer line behind "Photo: …" is the paragraph that the caption ran into.
const LONGEST_CAPTION: usize = 30;

/// Whether a line begins like a caption: "Photo: …", "Image caption, …".
pub(super) fn opens_as_caption(text: &str) -> bool {
    let Some((label, rest)) = text.split_once([':', ',']) else { return false };
    let mut label = words(label).peekable();
    !rest.is_empty()
        && matches!(
            label.peek().map(String::as_str),
            Some("photo" | "photos" | "photograph" | "image" | "picture" | "caption" | "file")
        )
        && label.all(|word| has("picture", &word) || has("glue", &word))
        && (1..=LONGEST_CAPTION).contains(&form::size(rest))
}

/// Whether a line is a date, with or without a time of day.
pub(super) fn is_date(text: &str) -> bool {
    let (mut names, mut numbers) = (0, 0);
    words(text).all(|word| {
        let number = is_number(&word);
        numbers += usize::from(number);
        names += usize::from(!number);
        number || has("time", &word)
    }) && numbers > 0
        && (names > 0 || form::words(text).any(|word| word.len() >= 8 && word.contains(['-', '.', '/'])))
        && numbers + names <= 12
}

/// Share of the words of a line that are numbers or words of time.
#[cfg(feature = "formats")]
pub(super) fn share_of_time(text: &str) -> f64 {
    let (mut time, mut all) = (0u32, 0u32);
    for word in words(text) {
        all += 1;
        time += u32::from(is_number(&word) || has("time", &word) && !has("glue", &word));
    }
    f64::from(time) / f64::from(all.max(1))
}

/// The phrase of credit that a line begins with ("By", "Sources", "Updated"), and what follows it.
pub(super) fn credit(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start_matches(['(', '[', '*', '_']);
    let mut found = None;
    let mut phrase = String::new();
    for (start, word) in text.split_inclusive(|c: char| c.is_whitespace() || c == ':').scan(0, |at, part| {
        let start = *at;
        *at += part.len();
        Some((start, part))
    }) {
        let end = start + word.trim_end_matches(|c: char| c.is_whitespace() || c == ':').len();
        let bare = text.get(start..end).unwrap_or_default().trim_end_matches("(s)").to_lowercase();
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(&bare);
        if has("credit", &phrase) {
            found = Some((phrase.clone(), text.get(end..).unwrap_or_default()));
        }
        if word.contains(':') || phrase.len() > 40 {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_interface_words_are_known_by_their_words() {
        for text in [
            "Share",
            "2 min read",
            "SHARE THIS STORY",
            "Sign up for our newsletter",
            "Read more",
            "Advertisement - scroll to continue",
            "12 Comments",
            "Share on WhatsApp | Tweet | Email",
            "Related Posts",
            "We use cookies to improve your experience on this site",
            "Sign up for the Harbour Daily newsletter",
            "Click here to read the full statement by the minister.",
        ] {
            assert_eq!(interface(text), Some(Interface::Anywhere), "{text}");
        }
        for text in ["Home", "Facebook", "MORE FROM THE POST", "World News", "stories"] {
            assert_eq!(interface(text), Some(Interface::Edge), "{text}");
        }
    }

    #[test]
    fn sentences_and_headings_about_the_same_things_are_no_interface() {
        for text in [
            "Share prices fell on Monday",
            "He was asked to comment on the report.",
            "The newsletter was closed in May.",
            "Sign of the times",
            "Follow the money",
            "Comments on the draft law",
            "World Health Assembly opens in Geneva",
            "The Takeaway",
            "2023",
            "It is more than that.",
        ] {
            assert_eq!(interface(text), None, "{text}");
        }
    }

    #[test]
    fn credits_dates_and_captions_are_told_by_how_they_begin() {
        assert_eq!(
            credit("Sources: The Gazette & others."),
            Some(("sources".to_owned(), ": The Gazette & others."))
        );
        assert_eq!(credit("Source(s): X").map(|c| c.0), Some("source".to_owned()));
        assert_eq!(
            credit("(Reporting by Ann Lee; Editing by Bo Ek)").map(|c| c.0),
            Some("reporting by".to_owned())
        );
        assert_eq!(credit("Bystanders ran"), None);
        assert!(
            is_date("Friday, August 15, 2008") && is_date("26 Jan 2024 10:15 GMT") && is_date("2024-01-26")
        );
        assert!(!is_date("March") && !is_date("45") && !is_date("May 5 riots"));
        assert!(
            opens_as_caption("Image caption, The river at noon")
                && !opens_as_caption("Image problems: a study")
        );
        assert!(is_bare_picture_credit("Photo: AFP") && !is_bare_picture_credit("Photo: Ann Lee"));
    }

    #[test]
    fn links_to_other_articles_are_told_by_their_phrase() {
        assert!(leads_elsewhere("READ MORE: Floods in the north") && leads_elsewhere("Tags: rain, wind"));
        assert!(!leads_elsewhere("Education: 30 % more") && !leads_elsewhere("Email: press@example.org"));
        assert!(!leads_elsewhere("Watch: the mayor said that the bridge had to close."));
    }
}
