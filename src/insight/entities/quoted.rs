//! Titles of works: what stands in quotation marks and is written as a title is, "A Beautiful Lie".

use super::lexicon::is;
use super::words::Word;
use super::{EntityKind, Mention};

/// Words of a title at most.
const LONGEST: usize = 8;

/// The titles in a text.
pub(super) fn titles(text: &str, words: &[Word]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).map_or(0, |before| before.end);
        let gap = text.get(before..word.start).unwrap_or_default();
        at += 1;
        // A title in a sentence, not a sentence in quotation marks.
        let Some(quote) = gap.trim_end().chars().next_back().filter(|&c| matches!(c, '"' | '“')) else {
            continue;
        };
        let inside = gap.trim_start().starts_with(quote) && gap.trim().len() == quote.len_utf8();
        if !inside || before == 0 || gap.starts_with('"') || !word.is_name() {
            continue;
        }
        let close = if quote == '“' { '”' } else { '"' };
        for length in 1..=LONGEST {
            let Some(last) = words.get(at + length - 2) else { break };
            if !(last.is_name() || (last.is(is::STOP | is::PARTICLE) && length > 1)) {
                break;
            }
            let end = words.get(at + length - 1).map_or(text.len(), |next| next.start);
            let behind = text.get(last.end..end).unwrap_or_default();
            if behind.trim_start().starts_with(close) {
                let single = length == 1 && word.is(is::OPENER | is::STOP);
                if last.is_name() && !single {
                    found.push(Mention { range: word.start..last.end, kind: EntityKind::Other });
                    at += length - 1;
                }
                break;
            }
            if !behind.trim().is_empty() && behind.trim() != "," {
                break;
            }
        }
    }
    found
}
