//! English words that carry a sentence but no subject, so a query is better off without them.

/// The list, one word a line, sorted; after the classic van Rijsbergen (1979) and SMART lists, shortened to
/// function words.
const LIST: &str = include_str!("stop_words.txt");

/// Whether a folded word is a stop word.
pub(crate) fn is_stop_word(word: &str) -> bool {
    // Bytes: to split text by a character takes ten times the code.
    !word.is_empty() && LIST.as_bytes().split(|&byte| byte == b'\n').any(|stop| stop == word.as_bytes())
}

/// All stop words, for those who ask about many words.
#[cfg(feature = "build")]
pub(crate) fn stop_words() -> impl Iterator<Item = &'static str> {
    LIST.lines()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_without_doubles() {
        assert!(LIST.lines().is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn function_words_stop_and_subjects_do_not() {
        assert!(is_stop_word("the") && is_stop_word("us"));
        assert!(!is_stop_word("iraq") && !is_stop_word(""));
    }
}
