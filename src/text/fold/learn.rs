//! Learning a table: what the Unicode libraries and a few lists of ours say of the characters of a corpus.

use super::unspaced::{SCRIPTS, mark};
use super::{Fold, SEPARATOR};
use crate::order::{Map, Set};
use crate::pack::bytes::{put_str, put_varint};
use crate::text::language::{elisions, endings, has_compounds, stop_words_of};
use crate::text::normal::{is_combining_mark, nfc, nfkd};

/// What a reader may type although the corpus lacks it: letters with case or accents (Latin, Greek, Cyrillic,
/// Latin Extended Additional, full-width forms; the small letter of Ə), punctuation and currency signs.
const TYPED: [(u32, u32); 10] = [
    (0xA0, 0x24F),
    (0x259, 0x259),
    (0x370, 0x52F),
    (0x5F3, 0x5F4),
    (0x60C, 0x61F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x205F),
    (0x20A0, 0x20BF),
    (0x3000, 0x3011),
    (0xFF01, 0xFF5E),
];

/// Letters, digits and signs that are typed where the corpus has letters of Arabic.
const ARABIC: [(u32, u32); 1] = [(0x620, 0x6FF)];

/// Characters that are no part of any word's identity: accents, Hebrew points, Arabic vowels and tatweel,
/// soft hyphen, joiners and other invisible ones.
const DROPPED: [(u32, u32); 13] = [
    (0xAD, 0xAD),
    (0x300, 0x36F),
    (0x591, 0x5BD),
    (0x5BF, 0x5BF),
    (0x5C1, 0x5C2),
    (0x610, 0x61A),
    (0x640, 0x640),
    (0x64B, 0x65F),
    (0x670, 0x670),
    (0x200B, 0x200F),
    (0x2060, 0x2060),
    (0xFE20, 0xFE2F),
    (0xFEFF, 0xFEFF),
];

/// Letters that Unicode does not decompose, as they are commonly written without the special letter.
const PLAIN: [(char, &str); 25] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('ŋ', "n"),
    ('þ', "th"),
    ('ŧ', "t"),
    ('ə', "e"),
    ('ς', "σ"),
    ('ё', "е"),
    ('ʼ', ""),
    ('ٱ', "ا"),
    ('ى', "ي"),
    ('ی', "ي"),
    ('ة', "ه"),
    ('ہ', "ه"),
    ('ھ', "ه"),
    ('ۃ', "ه"),
    ('ە', "ه"),
    ('ک', "ك"),
];

/// Signs between the digits of an Arabic number, as those of other numbers.
const SIGNS: [(char, &str); 2] = [('\u{66B}', "."), ('\u{66C}', "")];

/// The zeros of the decimal digits of other scripts.
const ZEROS: [u32; 18] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20,
    0x1040, 0x1090, 0x17E0,
];

fn within(ranges: &[(u32, u32)], c: char) -> bool {
    ranges.iter().any(|&(first, last)| (first..=last).contains(&u32::from(c)))
}

/// What a character folds to.
pub(super) fn fold(c: char) -> String {
    if let Some((_, sign)) = SIGNS.iter().find(|(number, _)| *number == c) {
        return (*sign).to_owned();
    }
    if !c.is_alphanumeric() && !is_combining_mark(c) && !within(&DROPPED, c) {
        return char::from(SEPARATOR).to_string();
    }
    let lower: String = nfkd(c.encode_utf8(&mut [0; 4])).chars().flat_map(char::to_lowercase).collect();
    let lower: String = nfkd(&lower).chars().map(digit).collect();
    let bare = || lower.chars().filter(|&c| !within(&DROPPED, c));
    let mut out = String::new();
    if bare().any(|c| mark(c).is_some()) {
        // Not recomposed: a voiced Kana and the same with its sign apart are one.
        bare().for_each(|c| out.extend(mark(c).into_iter().chain([c])));
        return out;
    }
    for c in nfc(&bare().collect::<String>()).chars() {
        match PLAIN.iter().find(|&&(letter, _)| letter == c) {
            Some(&(_, plain)) => out.push_str(plain),
            None => out.push(c),
        }
    }
    out
}

/// A decimal digit of any script as that of ASCII.
fn digit(c: char) -> char {
    let value = ZEROS.iter().filter_map(|&zero| u32::from(c).checked_sub(zero)).find(|&value| value < 10);
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

impl Fold {
    /// The table for a corpus with these characters.
    pub(crate) fn learn(corpus: &Set<char>) -> Self {
        let known: Set<char> = corpus.iter().flat_map(|&c| fold(c).chars().collect::<Vec<_>>()).collect();
        let arabic = corpus.iter().any(|&c| within(&ARABIC, c)).then_some(&ARABIC[..]);
        let typed = [&TYPED[..], &DROPPED].into_iter().chain(arabic).flatten();
        let typed = typed.flat_map(|&(first, last)| first..=last).filter_map(char::from_u32);
        let mut table = Map::new();
        for c in corpus.iter().copied().chain(typed).filter(|c| !c.is_ascii()) {
            let folded = fold(c);
            let useful = corpus.contains(&c) || folded.chars().all(|c| c.is_ascii() || known.contains(&c));
            if useful && !folded.chars().eq(std::iter::once(c)) {
                table.insert(c, folded);
            }
        }
        for script in SCRIPTS.iter().filter(|script| known.iter().any(|&c| script.has(c))) {
            table = table.into_iter().filter(|&(c, _)| !script.has(c)).collect();
            table.extend(script.entries().iter().cloned());
        }
        let mut fold = Self::default();
        for (c, folded) in table {
            fold.push_entry(c, &folded);
        }
        fold
    }

    /// The same table with what is to be told of the languages of the corpus.
    pub(crate) fn speaking(self, languages: &Set<String>) -> Self {
        let mut fold = Self::default();
        let compounds = if has_compounds(languages) { "+" } else { "" };
        let mut told =
            Map::from([('\'', elisions(languages)), ('+', compounds.to_owned()), ('-', endings(languages))]);
        for word in stop_words_of(languages) {
            let words = told.entry(word.chars().next().unwrap_or_default()).or_default();
            words.push_str(if words.is_empty() { "" } else { " " });
            words.push_str(word);
        }
        for (of, told) in told {
            if !told.is_empty() {
                fold.push_entry(of, &told);
            }
        }
        for &(c, ..) in &self.entries {
            fold.push_entry(c, self.get(c).unwrap_or_default());
        }
        fold
    }

    /// Writes the table in the form that [`Fold::decode`] reads.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut previous = 0;
        for &(c, ..) in &self.entries {
            put_varint(&mut out, u32::from(c) - previous);
            put_str(&mut out, self.get(c).unwrap_or_default());
            previous = u32::from(c);
        }
        out
    }
}
