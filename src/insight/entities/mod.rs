//! Names in a text: which words are one, and what kind of thing it names.
//!
//! Rules over capitals in the manner of Mikheev, Moens and Grover (1999): words written as names are chained
//! ([`chain`]), chains are cleaned of sentence beginnings, titles and nationalities ([`refine`]), and told apart by their heads,
//! first names and a small lexicon ([`kind`]). No model, no large list.

mod chain;
mod kind;
mod lexicon;
mod quoted;
mod refine;
mod who;
mod words;

use std::ops::Range;

use crate::hash::HashSet;
use crate::order::Arrange as _;
use crate::text::sentences;
use words::Word;

pub use who::{Entity, EntityMention, Who};
pub(super) use who::{Names, names};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A body: company, ministry, army, party, band.
    Organisation,
    /// A country, town, river, building.
    Place,
    /// A treaty, law, pact.
    Agreement,
    /// A meeting, war, election, prize.
    Event,
    /// Anything else: peoples, languages, products, works.
    Other,
}

/// A place in a text where something is named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mention {
    /// UTF-8 bytes of the text; without title, article and possessive ending.
    pub range: Range<usize>,
    /// What is named, as far as the text and general knowledge tell.
    pub kind: EntityKind,
}

/// Finds the names in a text, in order, apart.
///
/// English rules; a text without capitals has no names. Time is linear in the length of the text.
///
/// ```
/// use briefing::insight::{EntityKind, entities};
///
/// let text = "On Monday, Prime Minister Ada Berg left for Norway.";
/// let found: Vec<_> = entities(text).into_iter().map(|m| (&text[m.range], m.kind)).collect();
/// assert_eq!(found, [("Ada Berg", EntityKind::Person), ("Norway", EntityKind::Place)]);
/// ```
#[must_use]
pub fn entities(text: &str) -> Vec<Mention> {
    let sentences = sentences(text);
    let mut known = Known::default();
    known.learn(text);
    mentions(text, &sentences, &known)
}

/// Whether a word is a first name and nothing else that is known.
pub(in crate::insight) fn is_first_name(word: &str) -> bool {
    lexicon::known(&word.to_lowercase()) == lexicon::is::GIVEN
}

/// Whether a word in small letters is a common one or a first name, and no function word.
pub(in crate::insight) fn is_common(word: &str) -> bool {
    let bits = lexicon::known(word);
    bits & (lexicon::is::PLAIN | lexicon::is::GIVEN | lexicon::is::TITLE) != 0
        && bits & lexicon::is::STOP == 0
}

/// What a text itself tells about its words.
#[derive(Debug, Default)]
struct Known<'t> {
    /// Words that stand in small letters somewhere.
    small: HashSet<&'t str>,
}

impl<'t> Known<'t> {
    fn learn(&mut self, text: &'t str) {
        let words = text.split(|c: char| !c.is_alphanumeric());
        self.small.extend(words.filter(|word| word.starts_with(char::is_lowercase)));
    }

    fn is_small(&self, word: &str) -> bool {
        self.small.contains(word.to_lowercase().as_str())
    }
}

/// The names in a text, by what is known of its words.
fn mentions(text: &str, sentences: &[Range<usize>], known: &Known) -> Vec<Mention> {
    let words = words::words(text, sentences);
    let mut found = quoted::titles(text, &words);
    found.extend(pieces(&words, known, &found).into_iter().map(|(_, mention)| mention));
    found.arrange_by_key(|mention| mention.range.start);
    found
}

/// The names but those of `titles`, each with the words that it is of.
fn pieces(words: &[Word], known: &Known, titles: &[Mention]) -> Vec<(Range<usize>, Mention)> {
    let mut found = Vec::new();
    let mut titles = titles.iter().peekable();
    for chain in chain::chains(words) {
        for piece in refine::refine(words, chain, known) {
            let Some(range) = refine::span(words, &piece) else { continue };
            while titles.next_if(|title| title.range.end <= range.start).is_some() {}
            if titles.peek().is_none_or(|title| range.end <= title.range.start) {
                let kind = kind::kind(words, &piece);
                found.push((piece, Mention { range, kind }));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = entities(text).into_iter().map(|m| text[m.range].to_owned()).collect();
        assert_eq!(found, expected, "{text}");
    }

    fn kinds(text: &str) -> Vec<(&str, EntityKind)> {
        entities(text).into_iter().map(|m| (&text[m.range], m.kind)).collect()
    }

    #[test]
    fn words_that_begin_sentences_are_no_names() {
        check(
            "Despite the rain he left. Although late, Anna came. Unfortunately Paris was shut.",
            &["Anna", "Paris"],
        );
        check("Dialogues went on. The dialogues in Lindau ended.", &["Lindau"]);
        check("On Monday, in May, nobody came.", &[]);
    }

    #[test]
    fn titles_and_nationalities_are_no_part_of_a_person() {
        check(
            "Iraqi Prime Minister Mohammed Shia Al-Sudani met Secretary of Defense Lloyd J. Austin III.",
            &["Iraqi", "Mohammed Shia Al-Sudani", "Lloyd J. Austin III"],
        );
        check("He met Col. Jesse Auton and Judge Jones of Ohio.", &["Jesse Auton", "Jones", "Ohio"]);
    }

    #[test]
    fn of_and_for_join_what_their_heads_take() {
        check(
            "the Army of the Potomac, the Bank of England and a Smith of Ottawa",
            &["Army of the Potomac", "Bank of England", "Smith", "Ottawa"],
        );
        check(
            "at the Center for Science and Culture in Rome and Milan",
            &["Center for Science and Culture", "Rome", "Milan"],
        );
        check(
            "by the Department of Natural Resources, Mines and Water, Smith and Jones",
            &["Department of Natural Resources, Mines and Water", "Smith", "Jones"],
        );
    }

    #[test]
    fn a_possessive_parts_an_owner_from_what_is_owned_but_not_the_two_words_of_a_name() {
        check(
            "New York City's Carnegie Hall and Iraq's Parliament",
            &["New York City", "Carnegie Hall", "Iraq", "Parliament"],
        );
        check("at King's College near Sayler's Creek", &["King's College", "Sayler's Creek"]);
    }

    #[test]
    fn what_is_named_is_told_by_heads_first_names_and_places() {
        use EntityKind::{Agreement, Event, Organisation, Other, Person, Place};
        assert_eq!(
            kinds(
                "the Treaty of Lindau, the Fish Council, Ada Berg, Norway, the Swedish coast, the Lindau Summit"
            ),
            [
                ("Treaty of Lindau", Agreement),
                ("Fish Council", Organisation),
                ("Ada Berg", Person),
                ("Norway", Place),
                ("Swedish", Other),
                ("Lindau Summit", Event),
            ]
        );
    }

    #[test]
    fn capitals_tell_nothing_where_all_is_in_capitals() {
        check("SOCCER - SOUTH KOREA GET LUCKY WIN OVER JAPAN.", &["SOUTH KOREA", "JAPAN"]);
        check("NATO met in Rome.", &["NATO", "Rome"]);
    }

    #[test]
    fn a_dateline_ends_where_the_report_begins() {
        check(
            "WASHINGTON – The United States left. In Washington, D.C., it rained.",
            &["WASHINGTON", "United States", "Washington, D.C."],
        );
        check("LONDON (Reuters) - Three men left.", &["LONDON", "Reuters"]);
    }

    #[test]
    fn titles_of_works_are_told_by_quotation_marks() {
        check(
            "They played “The Last of the Songs” and left. “No Deal,” he said.",
            &["The Last of the Songs"],
        );
    }

    #[test]
    fn a_long_line_takes_linear_time() {
        let text = "Al of the Al's and von de la Al, Bank of for the Al ".repeat(10_000);
        let begun = std::time::Instant::now();
        assert!(!entities(&text).is_empty());
        assert!(begun.elapsed().as_secs() < 20, "took {:?}", begun.elapsed());
    }
}
