//! Scripts without spaces between words: which characters begin a unit, continue one, or take the next one in.

use std::sync::OnceLock;

use super::learn::fold;
use super::{CONTINUES, GLUES, STARTS};
use crate::text::normal::is_combining_mark;

/// Blocks of characters, both ends included; those of one script together.
const BLOCKS: [&[(u32, u32)]; 8] = [
    // Han. 〇, 々 and 〆 are letters like others.
    &[(0x3005, 0x3007), (0x3400, 0x9FFF), (0xF900, 0xFAFF)],
    &[(0x2_0000, 0x3_23AF)],
    // Kana, with the small letters of Ainu and the half-width forms.
    &[(0x3041, 0x30FF), (0x31F0, 0x31FF), (0xFF61, 0xFF9F)],
    // Bopomofo.
    &[(0x3105, 0x312F), (0x31A0, 0x31BF)],
    // Thai, Lao, Khmer, Myanmar.
    &[(0xE01, 0xE5B)],
    &[(0xE81, 0xEDF)],
    &[(0x1780, 0x17E9)],
    &[(0x1000, 0x109F), (0xA9E0, 0xA9FE), (0xAA60, 0xAA7F)],
];

/// Letters, not marks, that stand behind the consonant of their unit: a, aa and am of Thai and Lao, and their signs of
/// repetition.
const FOLLOWING: [char; 9] =
    ['\u{E30}', '\u{E32}', '\u{E33}', '\u{E45}', '\u{E46}', '\u{EB0}', '\u{EB2}', '\u{EB3}', '\u{EC6}'];

/// Vowels of Thai and Lao that stand before their consonant.
const LEADING: [char; 10] = [
    '\u{E40}', '\u{E41}', '\u{E42}', '\u{E43}', '\u{E44}', '\u{EC0}', '\u{EC1}', '\u{EC2}', '\u{EC3}',
    '\u{EC4}',
];

/// Signs that put the next consonant below: the coeng of Khmer, the virama of Myanmar.
const STACKING: [char; 2] = ['\u{17D2}', '\u{1039}'];

/// A script without spaces.
pub(super) struct Script {
    blocks: &'static [(u32, u32)],
    entries: OnceLock<Vec<(char, String)>>,
}

pub(super) static SCRIPTS: [Script; BLOCKS.len()] = {
    let mut scripts = [const { Script { blocks: &[], entries: OnceLock::new() } }; BLOCKS.len()];
    let mut at = 0;
    while at < BLOCKS.len() {
        scripts[at].blocks = BLOCKS[at];
        at += 1;
    }
    scripts
};

fn within(blocks: &[(u32, u32)], c: char) -> bool {
    blocks.iter().any(|&(first, last)| (first..=last).contains(&u32::from(c)))
}

impl Script {
    pub fn has(&self, c: char) -> bool {
        within(self.blocks, c)
    }

    /// Its part of the table of every corpus that has it.
    pub fn entries(&self) -> &[(char, String)] {
        self.entries.get_or_init(|| entries(self.blocks))
    }
}

/// The mark of a letter, sign or number, none for one of another script.
pub(super) fn mark(c: char) -> Option<char> {
    if !BLOCKS.iter().any(|blocks| within(blocks, c)) {
        return None;
    }
    let bits = if LEADING.contains(&c) {
        STARTS | GLUES
    } else if STACKING.contains(&c) {
        GLUES
    } else if is_combining_mark(c) || FOLLOWING.contains(&c) {
        0
    } else {
        STARTS
    };
    Some(char::from(CONTINUES | bits))
}

/// Every character of some blocks, and the one behind each; the mark alone stands for neighbours with the same one.
fn entries(blocks: &[(u32, u32)]) -> Vec<(char, String)> {
    let mut entries: Vec<(char, String)> = Vec::new();
    for &(first, last) in blocks {
        let mut open = None;
        for c in (first..=last + 1).filter_map(char::from_u32) {
            let folded = fold(c);
            let alone = folded.strip_suffix(c).and_then(|mark| mark.chars().next());
            if alone.is_none() || alone != open || !within(blocks, c) {
                entries.push((c, alone.map_or(folded, String::from)));
            }
            open = alone;
        }
    }
    entries
}
