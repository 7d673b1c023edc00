//! Words around quotations in other languages than English, by class.

use std::sync::LazyLock;

use crate::data::data;
use crate::hash::{HashMap, HashSet};
use crate::insight::grammar::Grammar;

/// Classes of words, as bits.
pub(super) mod class {
    /// A verb of speech.
    pub const SPEECH: u16 = 1;
    /// Has, had.
    pub const AUXILIARY: u16 = 1 << 1;
    /// According to.
    pub const ACCORDING: u16 = 1 << 2;
    /// The, a.
    pub const ARTICLE: u16 = 1 << 3;
    /// He, she.
    pub const PRONOUN: u16 = 1 << 4;
    /// Opens what is said.
    pub const THAT: u16 = 1 << 5;
    /// Stands small within a name.
    pub const PARTICLE: u16 = 1 << 6;
    /// What a person is.
    pub const TITLE: u16 = 1 << 7;
    /// Stands between a verb and its subject.
    pub const ADVERB: u16 = 1 << 8;
    /// Ends what is said of a speaker.
    pub const PREPOSITION: u16 = 1 << 9;
    /// What is often called after a person: a street, a school.
    pub const CALLED: u16 = 1 << 10;
    /// An Arabic title that the name follows at once.
    pub const HONORIFIC: u16 = 1 << 11;
    /// Opens what somebody is minister of.
    pub const OF: u16 = 1 << 12;
    /// And.
    pub const AND: u16 = 1 << 13;
}

/// Shortest title that German compounds end in: "Verkehrsministerin".
const SHORTEST_HEAD: usize = 4;

static TABLES: LazyLock<[HashMap<&'static str, u16>; 4]> = LazyLock::new(|| {
    [data!("de.txt"), data!("fr.txt"), data!("es.txt"), data!("ar.txt")].map(|list| {
        let mut all = HashMap::new();
        let lines = list.lines();
        for (name, words) in lines.filter_map(|line| line.split_once(": ")) {
            let bit = match name {
                "speech" => class::SPEECH,
                "auxiliary" => class::AUXILIARY,
                "according" => class::ACCORDING,
                "article" => class::ARTICLE,
                "pronoun" => class::PRONOUN,
                "that" => class::THAT,
                "title" => class::TITLE,
                "particle" => class::PARTICLE,
                "adverb" => class::ADVERB,
                "of" => class::OF,
                "and" => class::AND,
                "called" => class::CALLED,
                "honorific" => class::HONORIFIC,
                _ => class::PREPOSITION,
            };
            for word in words.split(' ') {
                *all.entry(word).or_default() |= bit;
            }
        }
        all
    })
});

static GIVEN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = data!("given.txt").lines();
    lines.flat_map(str::split_whitespace).collect()
});

/// The classes of a word as it is written.
pub(super) fn classes(grammar: Grammar, word: &str) -> u16 {
    let table = match grammar {
        Grammar::German => &TABLES[0],
        Grammar::French => &TABLES[1],
        Grammar::Spanish => &TABLES[2],
        Grammar::Arabic => &TABLES[3],
        Grammar::English | Grammar::Other => return 0,
    };
    let plain = plain(word);
    let known = |word: &str| table.get(word).copied();
    if let Some(classes) = known(&plain) {
        return classes;
    }
    match grammar {
        // "And", "so" are written together with the verb.
        Grammar::Arabic => {
            let rest = plain.strip_prefix(['و', 'ف']).and_then(known).unwrap_or_default();
            rest & (class::SPEECH | class::ACCORDING)
        }
        Grammar::German => {
            let ends = |(title, classes): (&&str, &u16)| {
                classes & class::TITLE != 0
                    && title.chars().count() >= SHORTEST_HEAD
                    && plain.ends_with(*title)
            };
            if table.iter().any(ends) { class::TITLE } else { 0 }
        }
        // "A-t-il déclaré", "dit-elle".
        Grammar::French
            if ["-il", "-elle", "-ils", "-elles", "-on"].iter().any(|end| plain.ends_with(end)) =>
        {
            class::PRONOUN
        }
        _ => 0,
    }
}

/// Whether a word is a first name.
pub(super) fn is_given(word: &str) -> bool {
    // "Jean-Paul", "Anna-Lena".
    let plain = plain(word);
    plain.split('-').all(|part| GIVEN.contains(part))
}

/// In small letters, without Arabic vowel signs, every alif plain.
fn plain(word: &str) -> String {
    let kept = word.chars().filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}'));
    kept.map(|c| if matches!(c, 'أ' | 'إ' | 'آ') { 'ا' } else { c }).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_classes() {
        assert_eq!(classes(Grammar::German, "sagte"), class::SPEECH);
        assert_eq!(classes(Grammar::German, "Verkehrsministerin"), class::TITLE);
        assert_eq!(classes(Grammar::Arabic, "وأكّد"), class::SPEECH);
        assert_eq!(classes(Grammar::Arabic, "إنّ"), class::THAT);
        assert_eq!(classes(Grammar::French, "sagte"), 0);
        assert!(is_given("Anne-Marie") && !is_given("Brücke"));
    }
}
