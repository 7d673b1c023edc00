//! Spelling: the terms that a word may have been meant for.
//!
//! The distance is Damerau's (1964), in its restricted form: letters left out, put in, changed, or two neighbours
//! exchanged, no place touched twice.

use super::rank::largest;
use crate::index::Index;

/// Most corrections of one word that are looked up together.
const CORRECTIONS: usize = 1;

/// How many edits a word of so many letters may be away: short words have too many neighbours.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The terms nearest to a word within `most` edits, the nearest first, of these the one in most documents first.
pub(super) fn nearest(index: &Index, word: &str, most: Option<usize>) -> Vec<u32> {
    let letters: Vec<char> = word.chars().collect();
    let most = most.unwrap_or_else(|| allowed(letters.len()));
    let mut found = Vec::new();
    if most > 0 && !word.bytes().any(|b| b.is_ascii_digit()) {
        let mut rows = Rows::default();
        let sought = signature(word);
        for &term in index.lexicon().sorted() {
            let spelling = index.lexicon().spelling(term);
            // An edit changes at most two of the letters that two words have.
            let differ = (signature(spelling) ^ sought).count_ones() as usize;
            if spelling.len().abs_diff(word.len()) > most * 4 || differ > most * 2 {
                continue;
            }
            if let Some(distance) = rows.distance(&letters, spelling, most) {
                let documents = index.postings(term).len() as u64;
                // Few typists get the first letter wrong (Yannakoudakis and Fawthrop 1983).
                let first = u64::from(spelling.chars().next() == letters.first().copied());
                found.push((((most - distance) as u64) << 40 | first << 39 | documents, term));
            }
        }
    }
    let best = largest(&mut found.into_iter(), CORRECTIONS);
    // A farther word is no correction where a nearer one is there.
    let distance = best.first().map(|(key, _)| key >> 40);
    best.iter().filter(|(key, _)| Some(key >> 40) == distance).map(|&(_, term)| term).collect()
}

/// Which letters a word has, as bits: one for the first byte of each, so that an edit touches two at most.
fn signature(word: &str) -> u32 {
    let first = |&byte: &u8| byte & 0xC0 != 0x80;
    word.bytes().filter(first).fold(0, |bits, byte| bits | 1 << (byte & 31))
}

/// Three rows of the table of distances, kept from word to word.
#[derive(Default)]
struct Rows {
    rows: [Vec<usize>; 3],
}

impl Rows {
    /// The distance between two words where it is not above `most`.
    fn distance(&mut self, word: &[char], other: &str, most: usize) -> Option<usize> {
        let [before, last, row] = &mut self.rows;
        last.clear();
        last.extend(0..=word.len());
        let mut previous = '\0';
        for (at, c) in other.chars().enumerate() {
            row.clear();
            row.push(at + 1);
            let mut least = at + 1;
            let mut left = '\0';
            for (column, &letter) in word.iter().enumerate() {
                let cell = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
                let mut cost = (cell(last, column) + usize::from(letter != c))
                    .min(cell(last, column + 1) + 1)
                    .min(cell(row, column) + 1);
                if at > 0 && column > 0 && letter == previous && left == c {
                    cost = cost.min(cell(before, column - 1) + 1);
                }
                least = least.min(cost);
                row.push(cost);
                left = letter;
            }
            if least > most {
                return None;
            }
            previous = c;
            std::mem::swap(before, last);
            std::mem::swap(last, row);
        }
        last.last().copied().filter(|&distance| distance <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
        Rows::default().distance(&a.chars().collect::<Vec<_>>(), b, most)
    }

    #[test]
    fn one_edit_of_any_kind_is_a_distance_of_one() {
        for other in ["peshmerg", "peshmergas", "peshmerha", "pehsmerga"] {
            assert_eq!(distance("peshmerga", other, 2), Some(1), "{other}");
        }
        assert_eq!(distance("peshmerga", "peshmerga", 2), Some(0));
        assert_eq!(distance("peshmerga", "minister", 2), None);
        assert_eq!(distance("ca", "abc", 2), None, "restricted: no place is touched twice");
        assert_eq!(distance("мир", "миг", 1), Some(1));
    }

    proptest! {
        #[test]
        fn distances_agree_with_the_whole_table(a in "[abc]{0,6}", b in "[abc]{0,6}") {
            let (a_chars, b_chars): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let mut table = vec![vec![0usize; b_chars.len() + 1]; a_chars.len() + 1];
            for i in 0..=a_chars.len() {
                for j in 0..=b_chars.len() {
                    table[i][j] = if i == 0 || j == 0 { i + j } else {
                        let change = usize::from(a_chars[i - 1] != b_chars[j - 1]);
                        let mut cost = (table[i - 1][j - 1] + change).min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        if i > 1 && j > 1 && a_chars[i - 1] == b_chars[j - 2] && a_chars[i - 2] == b_chars[j - 1] {
                            cost = cost.min(table[i - 2][j - 2] + 1);
                        }
                        cost
                    };
                }
            }
            let whole = table[a_chars.len()][b_chars.len()];
            prop_assert_eq!(distance(&a, &b, 3), Some(whole).filter(|&whole| whole <= 3));
        }
    }
}
