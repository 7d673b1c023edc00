//! The lexicon: what is known in general about words and phrases that stand in names.
//!
//! Lists of small extent, written for this crate: countries and their people, well-known places, first names,
//! titles, the heads of names (Ministry, River, Treaty), and common words that begin sentences.

use std::sync::LazyLock;

use crate::data::data;
use crate::hash::HashMap;
use crate::text::stop_words;

/// What a word or phrase is, as bits.
pub(super) mod is {
    /// A country; a place of any other kind.
    pub const COUNTRY: u32 = 1;
    pub const PLACE: u32 = 1 << 1;
    /// Iraqi, Muslim: of a people or a faith.
    pub const PEOPLE: u32 = 1 << 2;
    /// A first name.
    pub const GIVEN: u32 = 1 << 3;
    /// A title or role before a name.
    pub const TITLE: u32 = 1 << 4;
    /// Inside a name, in small letters: von, bin.
    pub const PARTICLE: u32 = 1 << 5;
    /// Jr., III.
    pub const SUFFIX: u32 = 1 << 6;
    /// The last word of the name of a body, a place, an agreement, an event.
    pub const BODY_HEAD: u32 = 1 << 7;
    pub const PLACE_HEAD: u32 = 1 << 8;
    pub const AGREEMENT_HEAD: u32 = 1 << 9;
    pub const EVENT_HEAD: u32 = 1 << 10;
    /// Takes "of" and "for" and what follows into the name.
    pub const OF: u32 = 1 << 11;
    pub const FOR: u32 = 1 << 12;
    /// What departments are for: Health, Trade.
    pub const DOMAIN: u32 = 1 << 13;
    /// Begins sentences, never names.
    pub const OPENER: u32 = 1 << 14;
    /// A common word.
    pub const PLAIN: u32 = 1 << 15;
    /// Months and days.
    pub const CALENDAR: u32 = 1 << 16;
    /// Acronyms of things: TV, GDP.
    pub const LETTERS: u32 = 1 << 17;
    /// A function word.
    pub const STOP: u32 = 1 << 18;
    /// The short form of a state: D.C., Calif.
    pub const STATE: u32 = 1 << 19;
    /// A well-known body.
    pub const BODY: u32 = 1 << 21;
    /// The house that stands for those who sit in it: Kremlin.
    pub const SEAT: u32 = 1 << 20;

    /// Any head of a name.
    pub const HEAD: u32 = BODY_HEAD | PLACE_HEAD | AGREEMENT_HEAD | EVENT_HEAD;
    /// Any known place.
    pub const SOMEWHERE: u32 = COUNTRY | PLACE | SEAT;
}

/// Words of the longest phrase in the lexicon.
pub(super) const LONGEST_PHRASE: usize = 5;

static LEXICON: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
    let mut all: HashMap<String, u32> = HashMap::default();
    let mut put = |phrase: &str, bits: u32| {
        *all.entry(phrase.trim().replace('_', " ").to_lowercase()).or_default() |= bits;
    };
    for line in data!("countries.txt").lines() {
        let (names, people) = line.split_once('=').unwrap_or((line, ""));
        names.split(',').for_each(|name| put(name, is::COUNTRY));
        people
            .split(',')
            .filter(|people| !people.trim().is_empty())
            .for_each(|people| put(people, is::PEOPLE));
    }
    let lists = [data!("places.txt"), data!("people.txt"), data!("heads.txt"), data!("plain.txt")];
    for (class, words) in lists.into_iter().flat_map(str::lines).filter_map(|line| line.split_once(':')) {
        let bits = class_bits(class);
        words.split_whitespace().for_each(|word| put(word, bits));
    }
    for word in stop_words() {
        put(word, is::STOP);
    }
    all
});

fn class_bits(class: &str) -> u32 {
    match class {
        "region" | "city" => is::PLACE,
        "state" => is::PLACE | is::STATE,
        "seat" => is::SEAT,
        "body" => is::BODY,
        "people" => is::PEOPLE,
        "given" => is::GIVEN,
        "title" | "role" => is::TITLE,
        "particle" => is::PARTICLE,
        "suffix" => is::SUFFIX,
        "organisation" => is::BODY_HEAD,
        "place" => is::PLACE_HEAD,
        "agreement" => is::AGREEMENT_HEAD,
        "event" => is::EVENT_HEAD,
        "of" => is::OF,
        "for" => is::FOR,
        "domain" => is::DOMAIN,
        "opener" => is::OPENER,
        "plain" => is::PLAIN,
        "calendar" => is::CALENDAR,
        "letters" => is::LETTERS,
        _ => 0,
    }
}

/// The first name of the country that a phrase in small letters names or whose people it names: iraqi → Iraq.
pub(super) fn country(phrase: &str) -> Option<&'static str> {
    static COUNTRIES: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
        let mut all = HashMap::default();
        for line in data!("countries.txt").lines() {
            let first = line.split([',', '=']).next().unwrap_or(line).trim();
            for name in line.split([',', '=']).map(|name| name.trim().to_lowercase()) {
                all.entry(name.replace('.', "")).or_insert(first);
            }
        }
        all
    });
    COUNTRIES.get(phrase.replace('.', "").as_str()).copied()
}

/// What is known of a word or phrase, given in small letters; 0 if nothing.
pub(super) fn known(phrase: &str) -> u32 {
    LEXICON.get(phrase).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_the_lists_is_a_class_of_the_lexicon() {
        let lists = [data!("places.txt"), data!("people.txt"), data!("heads.txt"), data!("plain.txt")];
        for line in lists.into_iter().flat_map(str::lines) {
            let (class, _) = line.split_once(':').expect("a class and words");
            assert_ne!(class_bits(class), 0, "{class}");
        }
    }

    #[test]
    fn the_longest_phrase_is_as_long_as_said() {
        let longest = LEXICON.iter().map(|(phrase, _)| phrase.split(' ').count()).max();
        assert_eq!(longest, Some(LONGEST_PHRASE));
    }

    #[test]
    fn phrases_are_known_in_small_letters() {
        assert_eq!(known("united arab emirates"), is::COUNTRY);
        assert_ne!(known("prime minister") & is::TITLE, 0);
        assert_eq!(known("abbasi"), 0);
    }
}
