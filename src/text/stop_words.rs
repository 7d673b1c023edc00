//! Words that carry a sentence but no subject, so a query is better off without them.

use super::Fold;

/// Whether a folded word is a stop word of a language of the corpus.
pub(crate) fn is_stop_word(fold: &Fold, word: &str) -> bool {
    word.bytes().next().is_some_and(|first| lists(fold.told(char::from(first)), b' ', word))
}

/// Whether a list of words has this one. In bytes: to split text by a character takes ten times the code.
#[inline(never)]
pub(super) fn lists(list: &[u8], parted_by: u8, word: &str) -> bool {
    list.split(|&byte| byte == parted_by).any(|listed| listed == word.as_bytes())
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;

    #[test]
    fn function_words_stop_and_subjects_do_not() {
        let fold = Fold::default().speaking(&["en".to_owned()].into());
        assert!(is_stop_word(&fold, "the") && is_stop_word(&fold, "us"));
        assert!(!is_stop_word(&fold, "iraq") && !is_stop_word(&fold, "") && !is_stop_word(&fold, "École"));
        assert!(!is_stop_word(&Fold::default(), "the"), "a corpus in another language");
    }
}
