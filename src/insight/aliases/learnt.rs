//! What a corpus says of its own acronyms: the glossary's pairs, the parts of compound ones, spellings in one word,
//! and the initials of names that no document abbreviates.

use super::{Group, Name, Source};
use crate::data::data;
use crate::document::Corpus;
use crate::insight::acronyms::{Glossary, Initialism, is_link_word};
use crate::order::{Map, Set};

/// Letters that initials, or a part of a compound acronym, must have to be one: two fit too many names.
const FEWEST_LETTERS: usize = 3;
/// Letters from which the documents' use of the initials is enough, whatever the name is of.
const TELLING_LETTERS: usize = 4;
/// What names known by their initials are names of: bodies, agreements, events.
const HEADS: &str = data!("heads.txt");

/// The groups, in the order of the glossary; guesses last.
pub(super) fn groups(corpus: &Corpus, glossary: &Glossary, guessed: &[Initialism]) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut parts = Set::new();
    for entry in glossary.entries.iter().filter(|entry| entry.long.is_some()) {
        let longs = entry.defined.iter().map(|defined| on_one_line(defined.long.text(corpus)));
        let longs: Set<String> =
            longs.filter(|long| !long.split(' ').next().is_some_and(is_link_word)).collect();
        let mut names: Vec<String> = longs.iter().cloned().collect();
        for short in &entry.variants {
            names.push(on_one_line(short));
            names.extend(in_one_word(short));
            parts.extend(longs.iter().flat_map(|long| split(short, long)));
        }
        groups.push(group(names, Source::Defined));
    }
    let mut meanings: Map<&str, usize> = Map::new();
    for guess in guessed {
        *meanings.entry(&guess.short).or_default() += 1;
    }
    let heads: Set<&str> = HEADS.lines().flat_map(str::split_whitespace).collect();
    for guess in guessed {
        let long = on_one_line(guess.long.text(corpus));
        // Letters that the documents use mean one thing; which of several, nobody says.
        let one = guess.used && meanings.get(guess.short.as_str()) == Some(&1);
        let letters = guess.short.chars().filter(|c| c.is_alphanumeric()).count();
        let named = letters >= FEWEST_LETTERS
            && heads.contains(head(&long))
            && !long.split(' ').any(parts_names)
            && (one || !guess.used);
        if named || (one && letters >= TELLING_LETTERS) {
            parts.extend(split(&guess.short, &long));
            let joined = in_one_word(&guess.short);
            groups.push(group([long, guess.short.clone()].into_iter().chain(joined), Source::Guessed));
        }
    }
    groups.extend(parts.into_iter().map(|(short, long)| group([long, short], Source::Guessed)));
    groups
}

/// Whether a word stands between names rather than inside one: the Fishing Council in Oslo, Oslo's Council.
fn parts_names(word: &str) -> bool {
    matches!(word, "with" | "to" | "from" | "by" | "at" | "in" | "or")
        || word.ends_with("'s")
        || word.ends_with("’s")
}

/// The word that tells what a name is the name of.
fn head(name: &str) -> &str {
    let words = || name.split(' ');
    let link = words().position(|word| matches!(word, "of" | "for" | "on"));
    words()
        .nth(link.unwrap_or(usize::MAX).saturating_sub(1))
        .or_else(|| words().next_back())
        .unwrap_or_default()
}

fn group(names: impl IntoIterator<Item = String>, source: Source) -> Group {
    Group { names: names.into_iter().map(|text| Name { text, sure: true }).collect(), source }
}

/// A name without line breaks and the marks around it; the stop of U.S. belongs to it.
fn on_one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let stopped = format!("{bare}.");
    if bare.contains('.') && line.contains(&stopped) { stopped } else { bare.to_owned() }
}

/// The parts of a compound short form, at least two.
fn compound(short: &str) -> Vec<&str> {
    short
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '–' | '/'))
        .filter(|part| !part.is_empty())
        .collect()
}

/// A compound acronym as readers type it who know it by ear: CJTFOIR.
fn in_one_word(short: &str) -> Option<String> {
    let parts = compound(short);
    let letters = parts.iter().all(|part| part.chars().all(|c| c.is_alphanumeric() || c == '.'));
    (parts.len() > 1 && letters).then(|| parts.concat().replace('.', ""))
}

/// The parts of a compound acronym with the parts of the long form whose initials they are:
/// CJTF-ONS → CJTF, Combined Joint Task Force, and ONS, Operation North Star. Nothing where a part has no such words.
fn split(short: &str, long: &str) -> Vec<(String, String)> {
    let parts = compound(short);
    let mut found = Vec::new();
    let mut words = long.split([' ', '–', '—']).filter(|word| !word.is_empty()).peekable();
    for part in parts.iter().filter(|_| parts.len() > 1) {
        let mut name: Vec<&str> = Vec::new();
        for letter in part.chars().filter(|c| c.is_alphanumeric()) {
            let link = |word: &&str| {
                is_link_word(word) && !word.to_lowercase().starts_with(letter.to_ascii_lowercase())
            };
            while let Some(word) = words.next_if(link) {
                name.push(word);
            }
            match words.next_if(|word| word.starts_with(letter)) {
                Some(word) => name.push(word),
                None => return Vec::new(),
            }
        }
        let from = name.iter().position(|word| !is_link_word(word)).unwrap_or_default();
        let name = name.get(from..).unwrap_or_default();
        if part.chars().count() >= FEWEST_LETTERS && name.len() >= FEWEST_LETTERS {
            found.push(((*part).to_owned(), name.join(" ")));
        }
    }
    if words.peek().is_some() { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(short: &str, long: &str) -> Vec<(String, String)> {
        split(short, long)
    }

    fn pair(short: &str, long: &str) -> (String, String) {
        (short.to_owned(), long.to_owned())
    }

    #[test]
    fn a_compound_acronym_is_parted_where_its_long_form_is() {
        let expected = [pair("CJTF", "Combined Joint Task Force"), pair("ONS", "Operation North Star")];
        assert_eq!(parts("CJTF-ONS", "Combined Joint Task Force – Operation North Star"), expected);
        assert_eq!(parts("CJTF ONS", "Combined Joint Task Force Operation North Star"), expected);
        assert_eq!(
            parts("BSF-FWS", "Board of Sea Fish – Forum for Whales and Seals"),
            [pair("BSF", "Board of Sea Fish"), pair("FWS", "Forum for Whales and Seals")]
        );
        assert_eq!(parts("JTF-NS", "Joint Task Force North Sea"), [pair("JTF", "Joint Task Force")]);
    }

    #[test]
    fn an_acronym_whose_letters_are_no_initials_is_not_parted() {
        assert_eq!(parts("WFC", "World Fish Council"), []);
        assert_eq!(parts("NOR-FISH", "Norwegian Fishing Fleet"), []);
        assert_eq!(parts("CJT-ONS", "Combined Joint Task Force Operation North Star"), []);
    }

    #[test]
    fn the_head_of_a_name_is_its_last_word_or_the_one_before_of() {
        assert_eq!(head("Joint Fishing Council"), "Council");
        assert_eq!(head("Association of Harbour Towns"), "Association");
        assert_eq!(head("Treaty on Sea Fish"), "Treaty");
        assert_eq!(head(""), "");
    }

    #[test]
    fn marks_around_a_name_are_no_part_of_it() {
        assert_eq!(on_one_line("<World Fish\n  Council>."), "World Fish Council");
        assert_eq!(on_one_line("\u{201c}U.S.\u{201d}"), "U.S.");
    }
}
