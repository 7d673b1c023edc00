//! Whose rules read an article: those of its language, where it has any here, or none but those that fit every language.

use std::sync::LazyLock;

use super::reading::is_stop_word;
#[cfg(any(test, all(feature = "studio", not(feature = "languages"))))]
use super::{reading::fold, stems::is_english};
use crate::data::data;
#[cfg(any(test, all(feature = "studio", not(feature = "languages"))))]
use crate::document::Corpus;
use crate::document::Document;
use crate::hash::HashMap;

/// One word in so many is an English function word where a text of no known language is English. News has one in 2 to 3,
/// tables and lists of names one in 5; other European languages, which share "in" or "an", have fewer than one in 10.
const ENGLISH: usize = 6;

/// The rules for a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Grammar {
    English,
    German,
    French,
    Spanish,
    Arabic,
    /// Any other language: what is found must need no words.
    Other,
}

impl Grammar {
    /// These rules, or where no others are built in, the English ones.
    #[inline(always)]
    pub fn built(self) -> Self {
        if cfg!(feature = "languages") { self } else { Self::English }
    }

    /// The rules for an article: by its language, or where that is not known, by whether it has English function words.
    pub fn of(document: &Document) -> Self {
        Self::told(document).built()
    }

    fn told(document: &Document) -> Self {
        match document.language().as_deref() {
            Some("en") => Self::English,
            Some("de") => Self::German,
            Some("fr") => Self::French,
            Some("es") => Self::Spanish,
            Some("ar") => Self::Arabic,
            Some(_) => Self::Other,
            None if is_in_english(document) => Self::English,
            None => Self::Other,
        }
    }
}

/// Whether a build of a corpus asks for stems or rules of another language than English.
#[cfg(any(test, all(feature = "studio", not(feature = "languages"))))]
pub(crate) fn needs_languages(corpus: &Corpus) -> bool {
    let fold = fold(corpus);
    let is_english = |document| Grammar::told(document) == Grammar::English && is_english(&fold, document);
    !corpus.documents.iter().all(is_english)
}

fn is_in_english(document: &Document) -> bool {
    let texts = document.blocks.iter().map(|block| block.text.as_str());
    let words =
        texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty());
    let (mut all, mut stops) = (0, 0);
    for word in words {
        all += 1;
        stops += usize::from(is_stop_word(&word.to_lowercase()));
    }
    stops * ENGLISH >= all
}

/// What is known of a word of a language that has no grammar in `word_classes.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Not, never.
    Negation,
    /// At the head of a sentence, ties it to the one before.
    Leaning,
}

static ROLES: LazyLock<HashMap<(&str, &str), Role>> = LazyLock::new(|| {
    let lines = data!("roles.txt").lines();
    let mut all = HashMap::new();
    for (head, words) in lines.filter_map(|line| line.split_once(':')) {
        let Some((language, role)) = head.split_once(' ') else { continue };
        let role = if role == "negation" { Role::Negation } else { Role::Leaning };
        all.extend(words.split_whitespace().map(|word| ((language, word), role)));
    }
    all
});

/// What a word in small letters is in a language, named by its primary subtag (BCP 47).
pub(super) fn role(language: &str, word: &str) -> Option<Role> {
    ROLES.get(&(language, word)).copied()
}

/// Languages that put no spaces between words, so that only the beginning of a sentence tells a word.
const UNSPACED: [&str; 2] = ["ja", "zh"];

/// Whether a sentence of a language that has no spaces begins with a word that points back.
pub(super) fn begins_leaning(language: &str, sentence: &str) -> bool {
    let leans = |((of, word), role): (&(&str, &str), &Role)| {
        *of == language && *role == Role::Leaning && sentence.starts_with(word)
    };
    UNSPACED.contains(&language) && ROLES.iter().any(leans)
}

/// Whether it is known how a language says no, so that it can be told whether two sentences say the same.
pub(super) fn has_negation(language: &str) -> bool {
    ROLES.iter().any(|((of, _), role)| *of == language && *role == Role::Negation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::document;

    fn of(lang: Option<&str>, text: &str) -> Grammar {
        Grammar::of(&Document { lang: lang.map(str::to_owned), ..document("d", "", text) })
    }

    #[test]
    fn other_languages_are_needed_where_an_article_has_one_or_a_word_of_one() {
        let needs = |texts: &[&str]| {
            let mut corpus = crate::fixture::corpus(texts.iter().map(|text| ("", *text)));
            corpus.documents.iter_mut().for_each(|document| document.lang = None);
            needs_languages(&corpus)
        };
        let (english, german) =
            ("The rain fell on the town, and it was cold.", "Der Regen fiel auf die Stadt am Fluss.");
        assert!(!needs(&[english, "The café in São Paulo paid 20 € – and was “closed”."]));
        assert!(needs(&[english, german]));
        assert!(needs(&["The rain fell on the town of Халвик, and it was cold."]));
    }

    #[test]
    fn the_language_tells_and_words_only_where_none_is_known() {
        assert_eq!(of(Some("de-AT"), "The rain fell on the town."), Grammar::German);
        assert_eq!(of(Some("EN"), "Regen fiel."), Grammar::English);
        assert_eq!(of(Some("it"), "La pioggia cadde."), Grammar::Other);
        assert_eq!(of(None, "The rain fell on the town."), Grammar::English);
        assert_eq!(of(None, "Regen fiel auf die Stadt am Fluss."), Grammar::Other);
    }

    #[test]
    fn words_have_roles_in_their_language() {
        assert_eq!(role("de", "nicht"), Some(Role::Negation));
        assert_eq!(role("de", "diese"), Some(Role::Leaning));
        assert_eq!(role("en", "nicht"), None);
        assert!(has_negation("ar") && !has_negation("xx"));
        assert!(begins_leaning("ja", "これは二月より多い。") && !begins_leaning("ja", "橋は二月に開く。"));
    }

    #[test]
    fn no_word_has_two_roles() {
        let lines = data!("roles.txt").lines();
        let mut seen = std::collections::BTreeSet::new();
        for (head, words) in lines.filter_map(|line| line.split_once(':')) {
            let (language, role) = head.split_once(' ').unwrap();
            assert!(matches!(role, "negation" | "leaning"), "{head}");
            for word in words.split_whitespace() {
                assert!(seen.insert((language, word)), "{language} {word}");
            }
        }
    }
}
