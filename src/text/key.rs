//! Keys: one number to tell a term by, and the letters and digits of a text eight at a time.
//!
//! A term of up to eight ASCII bytes *is* its key, so that nearly all words of a text are told apart, put into lower
//! case and hashed without a look at their letters one by one.

/// A key with this bit is the hash of a longer term, or of one that is not ASCII.
pub(crate) const LONG: u64 = 1 << 63;

/// In every byte the lowest bit, the highest, and the one that small letters have and capitals lack.
const LOW: u64 = u64::MAX / 255;
const HIGH: u64 = LOW << 7;
pub(super) const SMALL: u64 = LOW << 5;

/// The key of a term.
pub(crate) fn key(term: &str) -> u64 {
    let (mut hash, mut eight, mut place, mut short) = (0, 0, 0, term.len() <= 8);
    for byte in term.bytes() {
        if place == 64 {
            (hash, eight, place) = (mix(hash, eight), 0, 0);
        }
        eight |= u64::from(byte) << place;
        place += 8;
        short &= byte > 0 && byte.is_ascii();
    }
    if short { eight } else { mix(hash, eight) | LONG }
}

/// What a key of up to eight bytes says.
pub(crate) fn letters(key: &[u8; 8]) -> &str {
    let length = 8 - u64::from_le_bytes(*key).leading_zeros() as usize / 8;
    std::str::from_utf8(key.get(..length).unwrap_or_default()).unwrap_or_default()
}

/// Spreads a key over 32 bits: the high half of a product by the factor of FxHash, the hash of the Rust compiler.
pub(crate) fn spread(key: u64) -> u32 {
    (mix(0, key) >> 32) as u32
}

fn mix(hash: u64, eight: u64) -> u64 {
    (hash.rotate_left(5) ^ eight).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Up to eight bytes as a number, the first in its lowest bits.
fn eight(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, &byte| (number << 8) | u64::from(byte))
}

/// A run of ASCII letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub length: usize,
    /// Its key, once it is in lower case.
    pub key: u64,
    /// Whether all of it is capitals, which is told only of a run of up to eight bytes.
    pub is_capitals: bool,
}

/// The run that begins at a byte; one of no length where none does.
pub(super) fn run(bytes: &[u8], from: usize) -> Run {
    let mut run = Run { length: 0, key: 0, is_capitals: false };
    let mut hash = 0;
    loop {
        let (length, key, is_capitals) = part(bytes, from + run.length);
        if run.length == 0 {
            run = Run { length: 0, key, is_capitals };
        }
        run.length += length;
        if length > 0 {
            hash = mix(hash, key);
        }
        if length < 8 {
            break;
        }
    }
    if run.length > 8 {
        run.key = hash | LONG;
    }
    run
}

/// Of the next eight bytes: how many are letters and digits, these in lower case, and whether all of them are capitals.
fn part(bytes: &[u8], from: usize) -> (usize, u64, bool) {
    let rest = bytes.get(from..).unwrap_or_default();
    let all = rest.first_chunk::<8>().map_or_else(|| eight(rest), |eight| u64::from_le_bytes(*eight));
    // The high bit of each byte says whether it is that one of ASCII, or one behind it: seven bits and seven never
    // carry over.
    let ascii = all & !HIGH;
    let small = ascii | SMALL;
    let at_least = |bytes: u64, least: u8| bytes + LOW * u64::from(128 - least);
    let letters = at_least(small, b'a') & !at_least(small, b'z' + 1) & !all & HIGH;
    let digits = at_least(ascii, b'0') & !at_least(ascii, b'9' + 1) & !all & HIGH;
    let length = (!(letters | digits) & HIGH).trailing_zeros() / 8;
    let mask = u64::MAX.checked_shr(64 - 8 * length).unwrap_or_default();
    // A letter's high bit, moved to where capitals and small letters differ.
    let key = (all | (letters >> 2)) & mask;
    (length as usize, key, key ^ (all & mask) == SMALL & mask)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_short_term_is_its_key() {
        assert_eq!(letters(&key("minister").to_le_bytes()), "minister");
        assert_eq!(key(""), 0);
        assert_eq!(letters(&key("us").to_le_bytes()), "us");
        for long in ["ministers", "é", "a\0"] {
            assert!(key(long) & LONG != 0, "{long}");
        }
    }

    proptest! {
        #[test]
        fn a_run_is_the_letters_and_digits_of_ascii(text in "[a-dA-D0-9]{0,20}[ -~é@\\[`{/:]?[a-z]{0,9}") {
            let expected: String = text.chars().take_while(char::is_ascii_alphanumeric).collect();
            let found = run(text.as_bytes(), 0);
            prop_assert_eq!(found.length, expected.len());
            if !expected.is_empty() {
                prop_assert_eq!(found.key, key(&expected.to_ascii_lowercase()));
            }
            if (1..=8).contains(&expected.len()) {
                prop_assert_eq!(found.is_capitals, expected.bytes().all(|byte| byte.is_ascii_uppercase()));
            }
        }
    }
}
