//! Sentences of scripts without spaces or capitals: their terminators, what closes behind them, and Thai, which has none.

use std::ops::Range;

/// Terminators of scripts that put no space, or no capital, after them.
pub(crate) fn is_wide_terminator(c: char) -> bool {
    matches!(c, '。' | '｡' | '！' | '？' | '．' | '।' | '॥' | '؟' | '۔' | '።' | '။' | '។' | '៕')
}

/// Whether a full stop parts the digits of a number: ３．５.
pub(super) fn is_decimal(text: &str, stop: usize) -> bool {
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    text.get(stop..).is_some_and(|rest| rest.starts_with('．') && digit(rest.chars().nth(1)))
        && digit(text.get(..stop).and_then(|before| before.chars().next_back()))
}

/// Where the quotes and brackets end that close behind a terminator.
pub(super) fn closed(text: &str, start: usize, mut end: usize) -> usize {
    while let Some(c) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let closes = match c {
            '"' => text.get(start..end).is_some_and(|before| before.matches('"').count() % 2 == 1),
            _ => matches!(c, '”' | '’' | '」' | '』' | '）' | '】' | '〕' | '》' | '〉' | '»' | ')' | ']'),
        };
        if !closes {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// Whether a sentence goes on behind what closed: a comma, a particle that says whose words were quoted.
pub(super) fn goes_on(rest: &str) -> bool {
    ["、", "，", ",", "と", "って", "など", "の", "が", "を", "は", "に"]
        .iter()
        .any(|next| rest.starts_with(next))
}

/// Whether a character is of a script that ends sentences without a mark: Thai, Lao.
pub(crate) fn is_without_marks(c: char) -> bool {
    ('\u{E01}'..='\u{EDF}').contains(&c)
}

/// Letters of a stretch of Thai or Lao that is no sentence alone: a clause at the least.
const CLAUSE: usize = 80;

/// Parts what is long and in Thai or Lao at spaces, which stand between clauses there; the parts have [`CLAUSE`] letters
/// or more.
pub(super) fn part_clauses(text: &str, found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let is_letter = |c: char| is_without_marks(c) && !matches!(c, '\u{E2F}' | '\u{E46}' | '\u{EC6}');
    let letters = |text: &str| text.chars().filter(|&c| is_letter(c)).count();
    let mut parted = Vec::with_capacity(found.len());
    for sentence in found {
        let whole = text.get(sentence.clone()).unwrap_or_default();
        let mut start = sentence.start;
        for (space, _) in whole.match_indices(' ') {
            let at = sentence.start + space;
            let (before, after) = (text.get(start..at), text.get(at + 1..sentence.end));
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            let between = before.ends_with(is_letter) && after.starts_with(is_letter);
            if between && letters(before) >= CLAUSE && letters(after) >= CLAUSE {
                parted.push(start..at);
                start = at + 1;
            }
        }
        parted.push(start..sentence.end);
    }
    parted
}
