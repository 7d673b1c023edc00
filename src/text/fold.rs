//! Folding of characters, so that spellings which readers take for one are one term.
//!
//! A fold is compatibility decomposition (NFKD), accents off, lower case, recomposed (NFC); beside that a few
//! letters that Unicode does not decompose (ø, ł, ß …). What is no letter, digit or mark folds to a space: it parts
//! words. All that is a function of single characters, so a table says it. The table is computed at build time, with the Unicode libraries, for the characters that the
//! corpus has and for the letters that fold to them; it travels in the pack. That keeps tens of kilobytes of
//! Unicode data out of the engine, and query and index cannot drift apart: both read this one table.
//!
//! Scripts without spaces are cut into *units*: a Han or Kana character, a Thai consonant with its vowels and tones. What
//! a character of such a script folds to begins with a mark, a byte below 8: whether it [`STARTS`] a unit and whether it
//! [`GLUES`] the next character to its own. A mark alone stands for the character and all after it up to the next entry:
//! each folds to the mark and itself.
//!
//! Of the languages of a corpus the table tells more, under ASCII characters, which need no folding: `'` has what words
//! lose in front (l' of l'accord), `+` something where a language writes compounds as one word, `-` the endings by which
//! forms of a word differ, a letter the stop words that begin with it.
//!
//! Bytes, one entry after another by rising character: `varint(character − previous) string(folded)`.

use crate::pack::bytes::Cursor;

#[cfg(feature = "build")]
mod learn;
#[cfg(feature = "build")]
mod unspaced;

/// What a character folds to that parts words.
const SEPARATOR: u8 = b' ';

/// Marks of the characters of scripts without spaces are below this one.
const MARKS: u8 = 8;

/// The mark of a character that continues a unit; the bits of others are added to it.
const CONTINUES: u8 = 4;

/// A mark with this bit is of a character that begins a unit, unless it is glued to the one before.
pub(super) const STARTS: u8 = 1;

/// A mark with this bit is of a character that the next one belongs to.
pub(super) const GLUES: u8 = 2;

/// The non-ASCII characters that do not fold to themselves, and what they fold to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fold {
    /// Character and where its folded form begins and ends in `pool`.
    entries: Vec<(char, u32, u32)>,
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
            fold.push_entry(char::from_u32(code)?, cursor.str());
        }
        cursor.is_sound().then_some(fold)
    }

    /// What a character folds to, where that is not itself; a mark alone is followed by the character.
    pub(crate) fn get(&self, c: char) -> Option<&str> {
        let after = self.entries.partition_point(|&(entry, ..)| entry <= c);
        let &(entry, start, end) = self.entries.get(after.wrapping_sub(1))?;
        let folded = self.pool.get(start as usize..end as usize)?;
        (entry == c || is_mark(folded)).then_some(folded)
    }

    fn push_entry(&mut self, c: char, folded: &str) {
        let start = self.pool.len() as u32;
        self.pool.push_str(folded);
        self.entries.push((c, start, self.pool.len() as u32));
    }

    /// The entry of an ASCII character: what is told of languages, parted by spaces.
    pub(crate) fn told(&self, of: char) -> &[u8] {
        self.get(of).unwrap_or_default().as_bytes()
    }

    /// Appends the folded form of a character.
    #[inline(never)]
    pub(crate) fn push(&self, c: char, out: &mut String) {
        let folded = if c.is_ascii() { None } else { self.get(c) };
        out.push_str(folded.unwrap_or_default());
        if folded.is_none_or(is_mark) {
            out.push(c.to_ascii_lowercase());
        }
    }

    /// What a character is to words, by the first byte of its folded form: a space parts them, a mark tells of units, 0 is
    /// of one that is dropped.
    fn kind(&self, c: char) -> u8 {
        if c.is_ascii() {
            return if c.is_ascii_alphanumeric() { MARKS } else { SEPARATOR };
        }
        self.get(c).map_or(MARKS, |folded| folded.bytes().next().unwrap_or_default())
    }

    /// Whether a character can be part of a word: a letter, a digit, a mark.
    pub(crate) fn is_word(&self, c: char) -> bool {
        self.kind(c) != SEPARATOR
    }

    /// Whether a word can begin with a character.
    pub(super) fn begins(&self, c: char) -> bool {
        !matches!(self.kind(c), 0 | SEPARATOR)
    }

    /// The mark of a character that may stand in a unit; one that is dropped may continue any.
    pub(super) fn mark(&self, c: char) -> Option<u8> {
        Some(self.kind(c)).filter(|&kind| kind < MARKS)
    }

    /// Whether a character begins a unit.
    pub(crate) fn starts(&self, c: char) -> bool {
        self.kind(c) & !GLUES == CONTINUES | STARTS
    }
}

/// Whether a folded form is a mark alone.
fn is_mark(folded: &str) -> bool {
    folded.len() == 1 && folded.as_bytes().first().is_some_and(|&byte| byte < MARKS)
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
