//! Spelling: the terms that a word may have been meant for.
//!
//! The distance is Damerau's (1964), in its restricted form: letters left out, put in, changed, or two neighbours
//! exchanged, no place touched twice.

use crate::index::Index;

/// How many edits a word of so many letters may be away: short words have too many neighbours.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The term nearest to a word within `most` edits, of equally near ones one that begins with the same letter (few typists
/// get that wrong: Yannakoudakis and Fawthrop 1983), of these the one in most documents.
pub(super) fn nearest(index: &Index, word: &str, most: Option<usize>) -> Option<u32> {
    let sought = Letters::of(word);
    // What shares no letter is no spelling of it; nor are numbers one, nor units of scripts without spaces.
    let most = most.unwrap_or_else(|| allowed(sought.length)).min(sought.length.saturating_sub(1));
    let mut best = (0, None);
    if most > 0 && !word.bytes().any(|b| b < b'A') {
        for term in 0..index.lexicon().len() as u32 {
            let spelling = index.lexicon().spelling(term);
            if spelling.len().abs_diff(word.len()) > most * 4 {
                continue;
            }
            let other = Letters::of(spelling);
            // An edit changes at most two of the letters that two words have.
            if (other.signature ^ sought.signature).count_ones() as usize > most * 2 {
                continue;
            }
            let distance = sought.distance(&other, most);
            if distance <= most {
                let first = u64::from(other.letters[1] == sought.letters[1]);
                let nearness =
                    ((most - distance + 1) as u64) << 40 | first << 39 | index.postings(term).len() as u64;
                if nearness > best.0 {
                    best = (nearness, Some(term));
                }
            }
        }
    }
    best.1
}

/// Most letters of a word that are compared.
const LETTERS: usize = 62;

/// A word, spread out; the first letter stands at 1.
struct Letters {
    letters: [u32; 64],
    length: usize,
    /// Which letters it has, as bits.
    signature: u32,
}

impl Letters {
    fn of(word: &str) -> Self {
        let mut all = Self { letters: [0; 64], length: 0, signature: 0 };
        for letter in word.chars().map(u32::from).take(LETTERS) {
            all.length += 1;
            all.letters[all.length & 63] = letter;
            all.signature |= 1 << (letter & 31);
        }
        all
    }

    /// The distance to another word, or something above `most`.
    fn distance(&self, other: &Self, most: usize) -> usize {
        // Rows of the table of distances: the one before the last, the last, this one.
        let mut rows = [[0u8; 64]; 3];
        for (column, cell) in rows[1].iter_mut().enumerate() {
            *cell = column as u8;
        }
        for at in 1..=other.length {
            let [before, last, row] = &mut rows;
            row[0] = at as u8;
            let mut least = row[0];
            for column in 1..=self.length & 63 {
                let same = self.letters[column & 63] == other.letters[at & 63];
                let mut cost = (last[(column - 1) & 63] + u8::from(!same))
                    .min(last[column & 63] + 1)
                    .min(row[(column - 1) & 63] + 1);
                let crossed = self.letters[column & 63] == other.letters[(at - 1) & 63]
                    && self.letters[(column - 1) & 63] == other.letters[at & 63];
                if crossed && at > 1 && column > 1 {
                    cost = cost.min(before[(column - 2) & 63] + 1);
                }
                row[column & 63] = cost;
                least = least.min(cost);
            }
            if usize::from(least) > most {
                return usize::from(least);
            }
            rows.rotate_left(1);
        }
        usize::from(rows[1][self.length & 63])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
        Some(Letters::of(a).distance(&Letters::of(b), most)).filter(|&distance| distance <= most)
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
