//! Strings by number.

/// Strings numbered in the order of their first use: a hash table of open addresses over one pool of bytes.
///
/// Opening a briefing asks it for every word of the corpus, so it does nothing else than that.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    pool: String,
    /// Where each string ends in the pool; it begins where the one before ends.
    ends: Vec<u32>,
    /// The hash of each string.
    hashes: Vec<u32>,
    /// Numbers of strings, one more than they are, at the places that their hashes tell; 0 is free.
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

    /// A string by its number.
    #[inline(never)]
    pub(crate) fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        let end = self.ends.get(at).map_or(start, |&end| end as usize);
        self.pool.get(start..end).unwrap_or_default()
    }

    /// The number of a string, a new one where it is new.
    pub(crate) fn intern(&mut self, text: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(text.as_bytes());
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots.get(at).copied().unwrap_or_default();
            let Some(number) = slot.checked_sub(1) else { break };
            if self.hashes.get(number as usize) == Some(&hash) && self.get(number) == text {
                return number;
            }
            at = (at + 1) & mask;
        }
        let number = self.ends.len() as u32;
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = number + 1;
        }
        self.pool.push_str(text);
        self.ends.push(self.pool.len() as u32);
        self.hashes.push(hash);
        number
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1024);
        self.slots.clear();
        self.slots.resize(size, 0);
        for (number, hash) in (1u32..).zip(&self.hashes) {
            let mut at = *hash as usize & (size - 1);
            while self.slots.get(at).is_some_and(|&slot| slot != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = number;
            }
        }
    }
}

/// FxHash, the hash of the Rust compiler, four bytes at a time, its high bits folded down.
fn hash(bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
    let mut hash = bytes.len() as u64;
    let mut rest = bytes;
    while let Some((four, after)) = rest.split_first_chunk::<4>() {
        hash = (hash.rotate_left(5) ^ u64::from(u32::from_le_bytes(*four))).wrapping_mul(FACTOR);
        rest = after;
    }
    for &byte in rest {
        hash = (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(FACTOR);
    }
    (hash >> 32) as u32
}
