//! Strings by number.

use crate::text::key::{LONG, letters, spread};

/// Strings numbered in the order of their first use: a hash table of open addresses over one pool of bytes.
///
/// Opening a briefing asks it for every word of the corpus, so it does nothing else than that.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    pool: String,
    /// Where each string ends in the pool; it begins where the one before ends.
    ends: Vec<u32>,
    /// The key of each string.
    keys: Vec<u64>,
    /// Numbers of strings, one more than they are, at the places that their keys tell; 0 is free.
    slots: Vec<u32>,
}

impl Interner {
    /// How many strings there are.
    pub(crate) fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The same strings, for those who will not add any.
    pub(crate) fn closed(self) -> Self {
        Self { pool: self.pool, ends: self.ends, ..Self::default() }
    }

    /// Makes room for so many strings, of eight bytes each (measured: those of news have 7.8).
    pub(crate) fn reserve(&mut self, strings: usize) {
        self.pool.reserve_exact(strings * 8);
        self.ends.reserve_exact(strings);
        self.keys.reserve_exact(strings);
        self.grow(strings);
    }

    /// A string by its number.
    #[inline(never)]
    pub(crate) fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        let end = self.ends.get(at).map_or(start, |&end| end as usize);
        self.pool.get(start..end).unwrap_or_default()
    }

    /// The number of a string, a new one where it is new; `text` is looked at only where its key is [`LONG`].
    pub(crate) fn intern(&mut self, key: u64, text: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow(self.ends.len() + 1);
        }
        let mask = self.slots.len() - 1;
        let mut at = spread(key) as usize & mask;
        loop {
            let slot = self.slots.get(at).copied().unwrap_or_default();
            let Some(number) = slot.checked_sub(1) else { break };
            if self.keys.get(number as usize) == Some(&key) && (key & LONG == 0 || self.get(number) == text) {
                return number;
            }
            at = (at + 1) & mask;
        }
        let number = self.ends.len() as u32;
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = number + 1;
        }
        let short = key.to_le_bytes();
        self.pool.push_str(if key & LONG == 0 { letters(&short) } else { text });
        self.ends.push(self.pool.len() as u32);
        self.keys.push(key);
        number
    }

    /// Makes slots for so many strings, two or more for each.
    #[cold]
    fn grow(&mut self, strings: usize) {
        let size = (strings * 2).next_power_of_two().max(1024);
        self.slots.clear();
        self.slots.resize(size, 0);
        for (number, &key) in (1u32..).zip(&self.keys) {
            let mut at = spread(key) as usize & (size - 1);
            while self.slots.get(at).is_some_and(|&slot| slot != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = number;
            }
        }
    }
}
