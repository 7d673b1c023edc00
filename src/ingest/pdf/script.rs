//! Characters in the order in which they are read, of glyphs in the order in which they stand.
//!
//! A page knows places only. Of Arabic and Hebrew the glyphs are read from right to left, and the Latin words and the
//! numbers among them from left to right (the reverse of Unicode's UAX #9, as far as places tell).

use crate::text::normal::{nfc, nfkd};

/// Which way characters run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Left,
    Right,
    Number,
    Either,
}

fn way(piece: &str) -> Way {
    piece
        .chars()
        .map(|c| {
            if is_leftward(c) {
                Way::Left
            } else if c.is_numeric() {
                Way::Number
            } else if c.is_alphabetic() {
                Way::Right
            } else {
                Way::Either
            }
        })
        .find(|way| *way != Way::Either)
        .unwrap_or(Way::Either)
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
pub(super) fn is_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{65f}' | '\u{66a}'..='\u{6ef}' | '\u{6fa}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
        && !c.is_numeric()
}

/// Scripts written without spaces between words, whose lines are joined without one.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{303f}' | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Presentation forms as the letters they stand for: the ligature "ﬁ" is "f" and "i", an Arabic form its letter.
pub(super) fn letters(glyph: &str) -> String {
    let is_form =
        |c: char| matches!(c, '\u{fb00}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    if !glyph.contains(is_form) {
        return glyph.to_owned();
    }
    glyph
        .chars()
        .flat_map(|c| {
            if is_form(c) { nfc(&nfkd(&c.to_string())) } else { c.to_string() }.chars().collect::<Vec<_>>()
        })
        .collect()
}

/// A line, of pieces from left to right. `leftward`: the page is read from right to left.
pub(super) fn read(pieces: &[&str], leftward: bool) -> String {
    let ways: Vec<Way> = pieces.iter().map(|piece| way(piece)).collect();
    let mut out = String::new();
    if !ways.contains(&Way::Left) {
        out.extend(pieces.iter().copied());
    } else if leftward {
        read_left(pieces, &ways, &mut out);
    } else {
        let mut from = 0;
        while from < pieces.len() {
            let first =
                (from..pieces.len()).find(|&i| ways.get(i) == Some(&Way::Left)).unwrap_or(pieces.len());
            out.extend(pieces.get(from..first).unwrap_or_default().iter().copied());
            let end =
                (first..pieces.len()).find(|&i| ways.get(i) == Some(&Way::Right)).unwrap_or(pieces.len());
            let after = (first..end).rfind(|&i| ways.get(i) == Some(&Way::Left)).map_or(end, |last| last + 1);
            read_left(
                pieces.get(first..after).unwrap_or_default(),
                ways.get(first..after).unwrap_or_default(),
                &mut out,
            );
            from = after;
        }
    }
    out
}

/// From right to left, runs of Latin and numbers from left to right.
fn read_left(pieces: &[&str], ways: &[Way], out: &mut String) {
    let mut end = pieces.len();
    while end > 0 {
        let start = run_start(pieces, ways, end);
        out.extend(pieces.get(start..end).unwrap_or_default().iter().copied());
        end = start;
    }
}

/// Where the run begins whose last piece stands before `end`.
fn run_start(pieces: &[&str], ways: &[Way], end: usize) -> usize {
    let last = end - 1;
    if !matches!(ways.get(last), Some(Way::Right | Way::Number)) {
        return last;
    }
    let stop = (0..last).rfind(|&i| ways.get(i) == Some(&Way::Left)).map_or(0, |left| left + 1);
    // With Latin letters in it, all that stands between them and this belongs to it.
    if let Some(first) = (stop..end).find(|&i| ways.get(i) == Some(&Way::Right)) {
        return first;
    }
    // A number's digits may be parted by one mark.
    let mut start = last;
    while start > stop {
        let of = |back: usize| {
            start
                .checked_sub(back)
                .filter(|&i| i >= stop)
                .and_then(|i| Some((*ways.get(i)?, *pieces.get(i)?)))
        };
        match (of(1), of(2)) {
            (Some((Way::Number, _)), _) => start -= 1,
            (Some((_, "." | "," | ":" | "/" | "٫" | "٬")), Some((Way::Number, _))) => start -= 2,
            _ => break,
        }
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str, leftward: bool) -> String {
        let pieces: Vec<String> = line.chars().map(String::from).collect();
        read(&pieces.iter().map(String::as_str).collect::<Vec<_>>(), leftward)
    }

    fn turned(text: &str) -> String {
        text.chars().rev().collect()
    }

    #[test]
    fn arabic_is_read_from_right_to_left_and_latin_and_numbers_in_it_are_not() {
        assert_eq!(of("The port of Alder, 12.5 metres", false), "The port of Alder, 12.5 metres");
        assert_eq!(of(&turned("افتتح الميناء"), true), "افتتح الميناء");
        assert_eq!(of(&format!("{} 12.5 {}", turned("مترا"), turned("طوله")), true), "طوله 12.5 مترا");
        assert_eq!(
            of(&format!("{} Port Alder {}", turned("اليوم"), turned("افتتح")), true),
            "افتتح Port Alder اليوم"
        );
        assert_eq!(of(&format!("He said {} twice", turned("نعم نعم")), false), "He said نعم نعم twice");
        assert_eq!(of(&format!("12-03 {}", turned("يوم")), true), "يوم 03-12");
    }

    #[test]
    fn presentation_forms_become_letters() {
        assert_eq!(letters("\u{fb01}"), "fi");
        assert_eq!(letters("\u{fefb}"), "لا");
        assert_eq!(letters("½"), "½");
    }
}
