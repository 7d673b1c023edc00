//! Folding of characters, so that spellings which readers take for one are one term.
//!
//! A fold is compatibility decomposition (NFKD), accents off, lower case, recomposed (NFC); beside that a few
//! letters that Unicode does not decompose (ø, ł, ß …). What is no letter, digit or mark folds to a space: it parts
//! words. All that is a function of single characters, so a table says it. The table is computed at build time, with the Unicode libraries, for the characters that the
//! corpus has and for the letters that fold to them; it travels in the pack. That keeps tens of kilobytes of
//! Unicode data out of the engine, and query and index cannot drift apart: both read this one table.
//!
//! Bytes, one entry after another by rising character: `varint(character − previous) string(folded)`.

use crate::pack::bytes::Cursor;

/// What a character folds to that parts words.
const SEPARATOR: &str = " ";

/// The non-ASCII characters that do not fold to themselves, and what they fold to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fold {
    /// Character and where its folded form ends in `pool`; it begins where the one before ends.
    entries: Vec<(char, u32)>,
    pool: String,
}

impl Fold {
    /// Reads a table, or nothing where the bytes are none.
    pub(crate) fn decode(bytes: &[u8]) -> Option<Self> {
        let mut fold = Self::default();
        let mut cursor = Cursor::new(bytes);
        let mut code = 0u32;
        while !cursor.is_at_end() {
            let step = cursor.varint();
            code = code.checked_add(step).filter(|_| step > 0)?;
            fold.pool.push_str(cursor.str());
            fold.entries.push((char::from_u32(code)?, u32::try_from(fold.pool.len()).ok()?));
        }
        cursor.is_sound().then_some(fold)
    }

    /// What a non-ASCII character folds to, where that is not itself.
    pub(crate) fn get(&self, c: char) -> Option<&str> {
        let at = self.entries.binary_search_by_key(&c, |&(c, _)| c).ok()?;
        let end = self.entries.get(at)?.1 as usize;
        let start =
            at.checked_sub(1).and_then(|before| self.entries.get(before)).map_or(0, |&(_, end)| end as usize);
        self.pool.get(start..end)
    }

    /// Appends the folded form of a character.
    #[inline(never)]
    pub(crate) fn push(&self, c: char, out: &mut String) {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else if let Some(folded) = self.get(c) {
            out.push_str(folded);
        } else {
            out.push(c);
        }
    }

    /// Whether a character can be part of a word: a letter, a digit, a mark.
    pub(crate) fn is_word(&self, c: char) -> bool {
        if c.is_ascii() { c.is_ascii_alphanumeric() } else { self.get(c) != Some(SEPARATOR) }
    }
}

#[cfg(feature = "build")]
mod learn {
    use super::{Fold, SEPARATOR};
    use crate::pack::bytes::{put_str, put_varint};
    use std::collections::BTreeSet;
    use unicode_normalization::UnicodeNormalization as _;
    use unicode_normalization::char::is_combining_mark;

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
    const PLAIN: [(char, &str); 16] = [
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
    ];

    fn within(ranges: &[(u32, u32)], c: char) -> bool {
        ranges.iter().any(|&(first, last)| (first..=last).contains(&u32::from(c)))
    }

    fn fold(c: char) -> String {
        if !c.is_alphanumeric() && !is_combining_mark(c) && !within(&DROPPED, c) {
            return SEPARATOR.to_owned();
        }
        let lower: String = std::iter::once(c).nfkd().flat_map(char::to_lowercase).nfkd().collect();
        let bare = lower.chars().filter(|&c| !within(&DROPPED, c)).nfc();
        let mut out = String::new();
        for c in bare {
            match PLAIN.iter().find(|&&(letter, _)| letter == c) {
                Some(&(_, plain)) => out.push_str(plain),
                None => out.push(c),
            }
        }
        out
    }

    impl Fold {
        /// The table for a corpus with these characters.
        pub(crate) fn learn(corpus: &BTreeSet<char>) -> Self {
            let known: BTreeSet<char> =
                corpus.iter().flat_map(|&c| fold(c).chars().collect::<Vec<_>>()).collect();
            let typed = TYPED
                .iter()
                .chain(&DROPPED)
                .flat_map(|&(first, last)| first..=last)
                .filter_map(char::from_u32);
            let all: BTreeSet<char> = corpus.iter().copied().chain(typed).filter(|c| !c.is_ascii()).collect();
            let mut table = Self::default();
            for c in all {
                let folded = fold(c);
                let useful =
                    corpus.contains(&c) || folded.chars().all(|c| c.is_ascii() || known.contains(&c));
                if useful && !folded.chars().eq(std::iter::once(c)) {
                    table.pool.push_str(&folded);
                    table.entries.push((c, u32::try_from(table.pool.len()).unwrap_or(u32::MAX)));
                }
            }
            table
        }

        /// Writes the table in the form that [`Fold::decode`] reads.
        pub(crate) fn encode(&self) -> Vec<u8> {
            let mut out = Vec::new();
            let mut previous = 0;
            for &(c, _) in &self.entries {
                put_varint(&mut out, u32::from(c) - previous);
                put_str(&mut out, self.get(c).unwrap_or_default());
                previous = u32::from(c);
            }
            out
        }
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::Fold;

    fn folded(text: &str) -> String {
        let fold = Fold::learn(&text.chars().collect());
        let mut out = String::new();
        text.chars().for_each(|c| fold.push(c, &mut out));
        out
    }

    #[test]
    fn accents_case_and_width_fold_away() {
        assert_eq!(
            folded("ÉCOLE Ångström ＩＳＩＳ Straße Łódź Æther"),
            "ecole angstrom isis strasse lodz aether"
        );
        assert_eq!(folded("Cafe\u{301}"), "cafe");
        assert_eq!(folded("ΟΔΟΣ ὁδός"), "οδοσ οδοσ");
        assert_eq!(folded("مُحَمَّد"), "محمد");
        assert_eq!(folded("강남"), "강남");
    }

    #[test]
    fn an_accent_that_the_corpus_lacks_still_folds_in_a_query() {
        let fold = Fold::learn(&"cafe".chars().collect());
        assert_eq!(fold.get('É'), Some("e"));
        assert_eq!((fold.get('Ə'), fold.get('ə')), (Some("e"), Some("e")));
        assert_eq!(fold.get('Ж'), None, "no Cyrillic in the corpus, so nothing to fold to");
    }

    #[test]
    fn a_table_survives_its_bytes() {
        let fold = Fold::learn(&"É–ΣЖ강ß".chars().collect());
        assert_eq!(Fold::decode(&fold.encode()), Some(fold));
    }
}
