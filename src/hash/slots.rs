//! Places of items by the hashes of their keys: one routine for the items of all types.

use crate::order::Ask;

/// A table of places with open addressing (Knuth, 6.4, algorithm L): a place stands in the slot that its hash names, or in the
/// first free one behind it. A power of two of slots, at most three quarters of them taken.
#[derive(Clone, Debug)]
pub(super) struct Slots {
    slots: Vec<Slot>,
    taken: usize,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    hash: u32,
    place: u32,
}

const FREE: Slot = Slot { hash: 0, place: u32::MAX };

impl Slots {
    pub(super) const fn new() -> Self {
        Self { slots: Vec::new(), taken: 0 }
    }

    /// One with room for so many places.
    pub(super) fn with_capacity(count: usize) -> Self {
        Self { slots: vec![FREE; (count * 4 / 3 + 1).next_power_of_two()], taken: 0 }
    }

    /// The place of the item whose key has the hash, and which `is_it` knows to be the one.
    pub(super) fn find(&self, hash: u32, is_it: &dyn Ask<usize, bool>) -> Option<usize> {
        let mut at = hash as usize;
        loop {
            let Slot { hash: other, place } = *self.slots.get(at & self.mask()?)?;
            if place == FREE.place {
                return None;
            }
            if other == hash && is_it.ask(place as usize) {
                return Some(place as usize);
            }
            at += 1;
        }
    }

    /// Puts in the place of a new item, whose key has the hash.
    pub(super) fn insert(&mut self, hash: u32, place: usize) {
        self.taken += 1;
        if self.taken * 4 > self.slots.len() * 3 {
            let slots = vec![FREE; (self.slots.len() * 2).max(8)];
            for slot in std::mem::replace(&mut self.slots, slots) {
                if slot.place != FREE.place {
                    self.put(slot);
                }
            }
        }
        let place = u32::try_from(place).expect("less items than fit into a memory of 4 GB");
        self.put(Slot { hash, place });
    }

    fn put(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = slot.hash as usize & mask;
        while self.slots[at].place != FREE.place {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    fn mask(&self) -> Option<usize> {
        self.slots.len().checked_sub(1)
    }
}
