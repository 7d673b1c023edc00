//! Stems: what the inflected forms of a word have in common.

use rust_stemmers::{Algorithm, Stemmer};

/// The English (Porter 2) stem of a term; a term with anything but small ASCII letters is its own stem.
pub(crate) fn stem(term: &str) -> String {
    if term.bytes().all(|b| b.is_ascii_lowercase()) {
        Stemmer::create(Algorithm::English).stem(term).into_owned()
    } else {
        term.to_owned()
    }
}

/// The letters that a stem surely shares with every word of that stem.
///
/// Porter 2 rewrites at most the last two letters of what it keeps (`-ies` → `i`, `-bility` → `ble`), but for
/// its few exceptions (dying → die, skies → sky), which have stems of three letters.
pub(crate) fn shared_prefix(stem: &str) -> &str {
    let keep = if stem.len() <= 3 { 1 } else { stem.len() - 2 };
    if stem.is_ascii() { stem.get(..keep).unwrap_or(stem) } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_share_a_stem() {
        for (a, b) in [("negotiating", "negotiation"), ("dialogues", "dialogue"), ("countries", "country")] {
            assert_eq!(stem(a), stem(b));
        }
        assert_eq!(stem("US"), "US");
        assert_eq!(stem("2024"), "2024");
    }

    #[test]
    fn a_word_begins_with_the_shared_prefix_of_its_stem() {
        for word in
            ["dying", "skies", "abilities", "relational", "happiness", "early", "only", "hopping", "ability"]
        {
            assert!(word.starts_with(shared_prefix(&stem(word))), "{word}");
        }
    }
}
