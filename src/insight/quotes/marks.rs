//! Quotation marks: where quoted words begin and end in a text.
//!
//! Straight, curly, low, angle and single marks. A quotation that is open at the end of its paragraph runs to
//! that end, and goes on in the next paragraph if this opens with a mark again, as printers do. Single marks count
//! only where they cannot be an apostrophe, and never inside double ones.

use std::ops::Range;

/// Longest quotation in single marks, in bytes; two apostrophes further apart have nothing to do with each other.
const LONGEST_SINGLE: usize = 1200;

/// Quoted words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// With the marks.
    pub outer: Range<usize>,
    /// Without the marks, trimmed.
    pub inner: Range<usize>,
    /// Whether the closing mark is missing.
    pub unclosed: bool,
}

/// The marks that close what a mark opens.
fn closers(open: char) -> &'static [char] {
    match open {
        '„' => &['“', '”', '"'],
        '«' => &['»'],
        '»' => &['«'],
        '‹' => &['›'],
        '›' => &['‹'],
        '“' => &['”', '"'],
        // In Arabic the marks stand the other way round.
        '”' => &['”', '“', '"'],
        '‘' | '‚' => &['’', '‘'],
        '\'' => &['\''],
        _ => &['"', '”'],
    }
}

fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Single angle marks are no apostrophes, and inside others the marks of what is quoted there.
fn is_single_angle(c: char) -> bool {
    matches!(c, '‹' | '›')
}

/// Whether a text begins as a quotation does.
pub(super) fn opens(text: &str) -> bool {
    text.starts_with(['"', '“', '„', '«', '‹', '‘'])
}

/// Finds the quoted words of one paragraph of `text`, in order and apart.
pub(super) fn marked(text: &str, paragraph: Range<usize>) -> Vec<Marked> {
    let Some(piece) = text.get(paragraph.clone()) else { return Vec::new() };
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    // Behind this, single marks cannot open: looked ahead once, found no close.
    let mut no_single = 0;
    let mut skip = 0;
    for (at, c) in piece.char_indices() {
        if at < skip {
            before = c;
            continue;
        }
        if !is_double(c) && !is_single_angle(c) && !matches!(c, '\'' | '‘' | '’' | '‚') {
            before = c;
            continue;
        }
        let next = piece.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        let leads =
            !before.is_alphanumeric() && !matches!(before, '.' | ',' | '!' | '?') && !next.is_whitespace();
        match open {
            Some((begin, mark)) if closers(mark).contains(&c) && !(c == '"' && before == ' ' && leads) => {
                push(text, &paragraph, begin, mark, at, c.len_utf8(), &mut found);
                open = None;
            }
            Some((begin, mark)) if is_double(c) && leads && (c != mark || c != '"' || begin > 0) => {
                // A second opening: the first one was never closed, and tells nothing.
                open = Some((at, c));
            }
            None if is_double(c) && (c != '"' && c != '”' || leads) => open = Some((at, c)),
            None if is_single_angle(c) && leads => open = Some((at, c)),
            None if matches!(c, '\'' | '‘' | '‚') && leads && at >= no_single => {
                let limit = (at + LONGEST_SINGLE).min(piece.len());
                match single_close(piece, at + c.len_utf8(), limit, c) {
                    Some(close) => {
                        let width =
                            piece.get(close..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
                        push(text, &paragraph, at, c, close, width, &mut found);
                        skip = close + width;
                    }
                    None => no_single = limit,
                }
            }
            _ => {}
        }
        before = c;
    }
    if let Some((begin, mark)) = open {
        let inner = paragraph.start + begin + mark.len_utf8()..paragraph.end;
        if text.get(inner.clone()).is_some_and(|inner| inner.contains(char::is_alphanumeric)) {
            found.push(Marked {
                outer: paragraph.start + begin..paragraph.end,
                inner: trimmed(text, inner),
                unclosed: true,
            });
        }
    }
    found
}

fn push(
    text: &str,
    paragraph: &Range<usize>,
    begin: usize,
    mark: char,
    close: usize,
    width: usize,
    found: &mut Vec<Marked>,
) {
    let inner = trimmed(text, paragraph.start + begin + mark.len_utf8()..paragraph.start + close);
    if !inner.is_empty() {
        found.push(Marked {
            outer: paragraph.start + begin..paragraph.start + close + width,
            inner,
            unclosed: false,
        });
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (piece.len() - piece.trim_start().len());
    start..start + piece.trim().len()
}

/// Where a quotation in single marks closes: before what is no letter, and best behind punctuation, since a
/// plural's genitive (voters') looks the same.
fn single_close(piece: &str, from: usize, limit: usize, open: char) -> Option<usize> {
    let mut likely = None;
    let mut before = ' ';
    for (offset, c) in piece.get(from..)?.char_indices() {
        let at = from + offset;
        if at >= limit || is_double(c) {
            break;
        }
        let next = piece.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        if closers(open).contains(&c) && !before.is_whitespace() && !next.is_alphanumeric() {
            if matches!(before, '.' | ',' | '!' | '?') || before != 's' {
                return Some(at);
            }
            likely.get_or_insert(at);
        }
        before = c;
    }
    likely
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        marked(text, 0..text.len()).into_iter().map(|marked| &text[marked.inner]).collect()
    }

    #[test]
    fn marks_of_every_kind_pair_up() {
        assert_eq!(quoted("\"One,\" he said. \"Two.\""), ["One,", "Two."]);
        assert_eq!(quoted("“One,” he said. “Two.”"), ["One,", "Two."]);
        assert_eq!(quoted("«Un», dit-il. „Zwei“, sagte sie."), ["Un", "Zwei"]);
        assert_eq!(quoted("‹Drei›, sagte sie. ›Vier‹, sagte er."), ["Drei", "Vier"]);
        assert_eq!(quoted("قال الوزير ”لن ننتظر“ ثم غادر ”فورا”."), ["لن ننتظر", "فورا"]);
        assert_eq!(quoted("‘It is the voters’ choice,’ he said."), ["It is the voters’ choice,"]);
        assert_eq!(quoted("She said: 'It's late.'"), ["It's late."]);
    }

    #[test]
    fn apostrophes_and_inches_are_no_marks() {
        assert!(quoted("The workers' rights and '90s rock, at 6'2\" tall, weren't his.").is_empty());
    }

    #[test]
    fn inner_marks_belong_to_the_outer_quotation() {
        assert_eq!(quoted("“He said ‘no’ to me,” she said."), ["He said ‘no’ to me,"]);
        assert_eq!(quoted("«Er sagte ‹nein› zu mir», sagte sie."), ["Er sagte ‹nein› zu mir"]);
    }

    #[test]
    fn an_unclosed_quotation_runs_to_the_end_of_the_paragraph() {
        let text = "He rose. \"We will go on. It is late.";
        let found = marked(text, 0..text.len());
        assert!(
            matches!(found.as_slice(), [one] if one.unclosed && &text[one.inner.clone()] == "We will go on. It is late.")
        );
    }
}
