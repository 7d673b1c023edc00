//! Stops that end no sentence: "am 3. März", "im 19. Jahrhundert", in the languages that write ordinal numbers so.

use std::ops::Range;

use super::is_function_word;

/// Languages that write a stop behind an ordinal number, and names of months and most nouns behind it.
const STOPPED: &[&str] = &["de"];

/// Most digits of an ordinal number.
const MOST_DIGITS: usize = 2;

/// The sentences of a text, parts that a stop behind an ordinal number has cut made one again. What such a number seems to
/// end is a sentence only where a function word begins the next one.
pub(crate) fn whole(language: &str, text: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if !STOPPED.contains(&language) {
        return sentences;
    }
    let mut all: Vec<Range<usize>> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let goes_on = all.last().is_some_and(|last| {
            text.get(last.clone()).is_some_and(ends_in_ordinal)
                && text.get(sentence.clone()).is_some_and(|next| !begins_sentence(language, next))
        });
        match all.last_mut() {
            Some(last) if goes_on => last.end = sentence.end,
            _ => all.push(sentence),
        }
    }
    all
}

fn ends_in_ordinal(sentence: &str) -> bool {
    let Some(bare) = sentence.strip_suffix('.') else { return false };
    let digits = bare.bytes().rev().take_while(u8::is_ascii_digit).count();
    let before = bare.get(..bare.len() - digits).unwrap_or_default();
    (1..=MOST_DIGITS).contains(&digits) && before.ends_with([' ', '\u{a0}', '(', '/', '–', '-'])
}

fn begins_sentence(language: &str, next: &str) -> bool {
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    word.is_empty() || is_function_word(language, &word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences;

    fn of<'t>(language: &str, text: &'t str) -> Vec<&'t str> {
        whole(language, text, sentences(text)).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_day_and_its_month_stand_in_one_sentence() {
        let text = "Sie kam am 11. März nach Lindau. Dort blieb sie bis zum 3. Mai. Das Haus ist aus dem 19. Jahrhundert.";
        assert_eq!(of("de", text).len(), 3);
        assert!(of("en", text).len() > 3, "the test can fail");
    }

    #[test]
    fn a_number_ends_a_sentence_where_the_next_one_begins_with_a_function_word() {
        let text = "Sie wohnte in Haus 12. Die Stadt war klein.";
        assert_eq!(of("de", text), ["Sie wohnte in Haus 12.", "Die Stadt war klein."]);
    }
}
