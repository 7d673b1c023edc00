//! Hash maps and sets in less code, as `crate::order` has sorted ones: the standard library's are compiled once for every type
//! of key and value, some 3 kB each.
//!
//! Here one routine, of slots, asks whether the item of a place has the key that is looked for; the items stand in the order in
//! which they came, so that a walk over them is the same on every machine.

mod map;
mod set;
mod slots;

use std::hash::{Hash, Hasher};

pub(crate) use map::HashMap;
pub(crate) use set::HashSet;

/// FNV-1a (Fowler, Noll, Vo): short keys, and the same on every machine.
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// A number at once: multiplied by the odd number next to 2^64 over the golden ratio (Knuth, 6.4).
    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A hash of a key: the upper half, in which every bit depends on all before it.
pub(crate) fn hash<Q: Hash + ?Sized>(key: &Q) -> u32 {
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    key.hash(&mut hasher);
    (hasher.finish() >> 32) as u32
}
