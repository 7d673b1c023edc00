//! English words that carry a sentence but no subject, so a query is better off without them.

/// The list, one word a line, sorted; after the classic van Rijsbergen (1979) and SMART lists, shortened to
/// function words.
const LIST: &str = include_str!("stop_words.txt");

/// Where the words of each letter begin in the list, and the end of the last.
const STARTS: [usize; 27] = {
    let list = LIST.as_bytes();
    let mut starts = [list.len(); 27];
    let mut at = list.len();
    while at > 0 {
        at -= 1;
        if at == 0 || list[at - 1] == b'\n' {
            let mut letter = (list[at] - b'a') as usize + 1;
            while letter > 0 {
                letter -= 1;
                starts[letter] = at;
            }
        }
    }
    starts
};

/// Whether a folded word is a stop word.
pub(crate) fn is_stop_word(word: &str) -> bool {
    let letter = word.bytes().next().map_or(STARTS.len(), |first| usize::from(first.wrapping_sub(b'a')));
    let (Some(&start), Some(&end)) = (STARTS.get(letter), STARTS.get(letter + 1)) else { return false };
    // Bytes: to split text by a character takes ten times the code.
    let words = LIST.as_bytes().get(start..end).unwrap_or_default();
    words.split(|&byte| byte == b'\n').any(|stop| stop == word.as_bytes())
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
