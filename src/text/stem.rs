//! Stems: what the inflected forms of a word have in common.
//!
//! The English stemmer of the Snowball project, "Porter 2" (M. F. Porter, 2001,
//! <https://snowballstem.org/algorithms/english/stemmer.html>), over ASCII letters. It is written out here because
//! the crates that have it bring slices of `str`, and with them panics and their messages, into the engine: this
//! one is a third of their size. The tests hold it against `rust-stemmers`, word for word.

/// The stem of a term; a term with anything but small ASCII letters is its own stem.
pub(crate) fn stem(term: &str) -> String {
    let mut stemmer = match exception(term) {
        Some(stem) => return stem.to_owned(),
        None if term.len() < 3 || !term.bytes().all(|b| b.is_ascii_lowercase()) => return term.to_owned(),
        None => Stemmer::new(term),
    };
    stemmer.plural();
    if !INVARIANT.split(' ').any(|word| word.as_bytes() == stemmer.word) {
        stemmer.past_and_gerund();
        stemmer.final_y();
        stemmer.rewrite(LONG, stemmer.r1);
        stemmer.rewrite(MIDDLE, stemmer.r1);
        stemmer.rewrite(SHORT, stemmer.r2);
        stemmer.final_e_and_l();
    }
    stemmer.word.iter().map(|&b| char::from(b.to_ascii_lowercase())).collect()
}

/// The letters that a stem surely shares with every word of that stem.
///
/// Porter 2 rewrites at most the last two letters of what it keeps (`-ies` → `i`, `-bility` → `ble`), but for
/// its few exceptions (dying → die, skies → sky), which have stems of three letters.
pub(crate) fn shared_prefix(stem: &str) -> &str {
    let keep = if stem.len() <= 3 { 1 } else { stem.len() - 2 };
    if stem.is_ascii() { stem.get(..keep).unwrap_or(stem) } else { stem }
}

/// Words with stems of their own.
const EXCEPTIONS: &str = "skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli \
                          only:onli singly:singl sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes";

/// Words that are stems already once a plural ending is off.
const INVARIANT: &str = "inning outing canning herring earring proceed exceed succeed";

// Endings, what takes their place, and behind a second colon the letters of which one must stand before the ending.

/// Step 2, in R1.
const LONG: &str = "tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate \
                    ator:ate alism:al aliti:al alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive \
                    biliti:ble bli:ble ogi:og:l fulli:ful lessli:less li::cdeghkmnrt";

/// Step 3, in R1; `ative` asks for R2.
const MIDDLE: &str = "tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:";

/// Step 4, in R2.
const SHORT: &str =
    "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ism: ate: iti: ous: ive: ize: ion::st";

fn exception(term: &str) -> Option<&'static str> {
    pairs(EXCEPTIONS).find(|&(word, _)| word == term).map(|(_, stem)| stem)
}

fn pairs(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.split(' ').filter_map(|pair| pair.split_once(':'))
}

/// A word on its way to its stem. A `y` that stands for a consonant is written `Y`.
struct Stemmer {
    word: Vec<u8>,
    /// Where R1 begins: behind the first consonant that follows a vowel.
    r1: usize,
    /// Where R2 begins: the same, from R1 on.
    r2: usize,
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

impl Stemmer {
    fn new(term: &str) -> Self {
        let mut word: Vec<u8> = Vec::with_capacity(term.len());
        for letter in term.bytes() {
            let after_vowel = word.last().is_none_or(|&before| is_vowel(before));
            word.push(if letter == b'y' && after_vowel { b'Y' } else { letter });
        }
        let mut stemmer = Self { word, r1: 0, r2: 0 };
        let given = ["gener", "commun", "arsen"].into_iter().find(|prefix| term.starts_with(prefix));
        stemmer.r1 = given.map_or_else(|| stemmer.region(0), str::len);
        stemmer.r2 = stemmer.region(stemmer.r1);
        stemmer
    }

    /// Behind the first consonant that follows a vowel, from a place on; the end where there is none.
    fn region(&self, from: usize) -> usize {
        let pairs = self.word.iter().zip(self.word.iter().skip(1)).skip(from);
        let at = pairs.into_iter().position(|(&a, &b)| is_vowel(a) && !is_vowel(b));
        at.map_or(self.word.len(), |at| from + at + 2)
    }

    /// The letter so many places from the end, 1 being the last.
    #[inline(never)]
    fn back(&self, places: usize) -> Option<u8> {
        self.word.len().checked_sub(places).and_then(|at| self.word.get(at)).copied()
    }

    fn is_vowel_back(&self, places: usize) -> bool {
        self.back(places).is_some_and(is_vowel)
    }

    fn ends_with(&self, ending: &str) -> bool {
        self.word.ends_with(ending.as_bytes())
    }

    /// The longest ending of a list that the word has, and what takes its place.
    #[inline(never)]
    fn ending(&self, list: &'static str) -> Option<(&'static str, &'static str)> {
        pairs(list).filter(|&(ending, _)| self.ends_with(ending)).max_by_key(|&(ending, _)| ending.len())
    }

    #[inline(never)]
    fn replace(&mut self, ending: &str, by: &str) {
        self.word.truncate(self.word.len() - ending.len());
        self.word.extend_from_slice(by.as_bytes());
    }

    fn in_r1(&self, ending: &str) -> bool {
        self.word.len() - ending.len() >= self.r1
    }

    fn in_r2(&self, ending: &str) -> bool {
        self.word.len() - ending.len() >= self.r2
    }

    /// Whether there is a vowel more than so many places from the end.
    #[inline(never)]
    fn has_vowel_before(&self, places: usize) -> bool {
        self.word.iter().rev().skip(places).any(|&letter| is_vowel(letter))
    }

    /// Whether the word ends in a short syllable, were its last `off` letters gone.
    fn is_short(&self, off: usize) -> bool {
        let consonant = self.back(off + 1).is_some_and(|letter| !is_vowel(letter));
        let vowel = self.is_vowel_back(off + 2);
        match self.back(off + 3) {
            Some(before) => {
                let last = self.back(off + 1).unwrap_or_default();
                vowel && consonant && !matches!(last, b'w' | b'x' | b'Y') && !is_vowel(before)
            }
            None => vowel && consonant,
        }
    }

    /// Step 1a.
    fn plural(&mut self) {
        if self.ends_with("sses") {
            self.replace("es", "");
        } else if self.ends_with("ied") || self.ends_with("ies") {
            let by = if self.word.len() > 4 { "i" } else { "ie" };
            self.replace("ies", by);
        } else if self.ends_with("s")
            && !self.ends_with("us")
            && !self.ends_with("ss")
            && self.has_vowel_before(2)
        {
            self.replace("s", "");
        }
    }

    /// Step 1b.
    fn past_and_gerund(&mut self) {
        let Some((ending, by)) = self.ending("eed:ee eedly:ee ed: edly: ing: ingly:") else { return };
        if !by.is_empty() {
            if self.in_r1(ending) {
                self.replace(ending, by);
            }
            return;
        }
        if !self.has_vowel_before(ending.len()) {
            return;
        }
        self.replace(ending, "");
        let doubled = self.back(1) == self.back(2)
            && matches!(self.back(1), Some(b'b' | b'd' | b'f' | b'g' | b'm' | b'n' | b'p' | b'r' | b't'));
        if self.ends_with("at") || self.ends_with("bl") || self.ends_with("iz") {
            self.word.push(b'e');
        } else if doubled {
            self.word.pop();
        } else if self.word.len() == self.r1 && self.is_short(0) {
            self.word.push(b'e');
        }
    }

    /// Step 1c.
    fn final_y(&mut self) {
        let y = self.back(1).is_some_and(|last| last == b'y' || last == b'Y');
        if y && self.word.len() > 2 && !self.is_vowel_back(2) {
            self.replace("y", "i");
        }
    }

    /// Steps 2 to 4: the longest ending of a list that the word has, where it begins in the region and may.
    #[inline(never)]
    fn rewrite(&mut self, list: &'static str, region: usize) {
        let Some((ending, rule)) = self.ending(list) else { return };
        let start = self.word.len() - ending.len();
        let (by, before) = rule.split_once(':').unwrap_or((rule, ""));
        let letter = self.back(ending.len() + 1).unwrap_or_default();
        let may_follow = before.is_empty() || before.bytes().any(|allowed| allowed == letter);
        if start >= region && may_follow && (ending != "ative" || start >= self.r2) {
            self.replace(ending, by);
        }
    }

    /// Step 5.
    fn final_e_and_l(&mut self) {
        let goes = match self.back(1) {
            Some(b'e') => self.in_r2("e") || (self.in_r1("e") && !self.is_short(1)),
            Some(b'l') => self.in_r2("l") && self.back(2) == Some(b'l'),
            _ => false,
        };
        if goes {
            self.word.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    fn reference(word: &str) -> String {
        Stemmer::create(Algorithm::English).stem(word).into_owned()
    }

    #[test]
    fn a_term_with_other_letters_is_its_own_stem() {
        for term in ["US", "2024", "çalışmalar", "b2b", ""] {
            assert_eq!(stem(term), term);
        }
    }

    #[test]
    fn every_word_of_the_default_corpus_has_the_reference_stem() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        for entry in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap().to_lowercase();
            for word in text.split(|c: char| !c.is_ascii_lowercase()) {
                assert_eq!(stem(word), reference(word), "{word}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn made_up_words_have_the_reference_stem(
            root in "(y|gener|commun|arsen|[a-z]{0,3})[b-df-hj-np-tv-z]{0,2}[aeiouy]{0,2}[a-z]{0,4}",
            ending in prop::sample::select(
                format!("{LONG} {MIDDLE} {SHORT} {EXCEPTIONS} {INVARIANT} s: sses: ies: ied: us: eed: eedly: ed: \
                 edly: ing: ingly: y: ly: bbed: tting: ating: bling: izing: e: ll: ogies: lity: ness:")
                    .split(' ').map(|pair| pair.split(':').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
            ),
            plural: bool,
        ) {
            for word in [format!("{root}{ending}"), ending.clone(), root.clone()] {
                let word = if plural { format!("{word}s") } else { word };
                prop_assert_eq!(stem(&word), reference(&word), "{}", word);
            }
        }

        #[test]
        fn a_word_begins_with_the_shared_prefix_of_its_stem(word in "[a-z]{1,4}(ing|ies|ied|y|ational|ability|bly|s|e)?") {
            let stem = stem(&word);
            prop_assert!(word.starts_with(shared_prefix(&stem)), "{} {}", word, stem);
        }
    }
}
