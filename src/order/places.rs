//! Places of items in their order, found by comparing: one routine for the items of all types.

use std::cmp::Ordering;

use super::Ask;

/// How many places one list holds at most: to move so many costs less than to find one.
const MOST: usize = 512;

/// Places of items, in lists one after another, none of them empty.
#[derive(Clone, Debug)]
pub(super) struct Places(Vec<Vec<u32>>);

/// Where a place would stand: the list, and the position in it.
pub(super) type At = (usize, usize);

/// Places one after another.
pub(super) type Iter<'a> = std::iter::Flatten<std::slice::Iter<'a, Vec<u32>>>;

impl Places {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn iter(&self) -> Iter<'_> {
        self.0.iter().flatten()
    }

    /// The place of the item that `compare` finds equal, or where it would stand.
    pub(super) fn find(&self, compare: &dyn Ask<usize, Ordering>) -> Result<usize, At> {
        let (number, at) = self.seek(compare);
        match self.0.get(number).and_then(|list| list.get(at)) {
            Some(&place) if compare.ask(place as usize).is_eq() => Ok(place as usize),
            _ => Err((number, at)),
        }
    }

    /// Where the item that `compare` finds equal stands, or would stand.
    fn seek(&self, compare: &dyn Ask<usize, Ordering>) -> At {
        let begins_after =
            |list: &Vec<u32>| list.first().is_some_and(|&first| compare.ask(first as usize).is_gt());
        let number = self.0.partition_point(|list| !begins_after(list)).saturating_sub(1);
        let list = self.0.get(number).map_or(&[][..], Vec::as_slice);
        (number, list.partition_point(|&place| compare.ask(place as usize).is_lt()))
    }

    /// Takes out the place of an item that there is.
    #[cfg(feature = "ingest")]
    pub(super) fn remove(&mut self, compare: &dyn Ask<usize, Ordering>) {
        let (number, at) = self.seek(compare);
        self.0[number].remove(at);
        if self.0[number].is_empty() {
            self.0.remove(number);
        }
    }

    /// Gives an item that there is another place.
    #[cfg(feature = "ingest")]
    pub(super) fn move_to(&mut self, place: usize, compare: &dyn Ask<usize, Ordering>) {
        let (number, at) = self.seek(compare);
        self.0[number][at] = place as u32;
    }

    /// Puts the place of a new item where [`Places::find`] has said.
    pub(super) fn insert(&mut self, (number, at): At, place: usize) {
        let place = u32::try_from(place).expect("less items than fit into a memory of 4 GB");
        match self.0.get_mut(number) {
            None => self.0.push(vec![place]),
            Some(list) => {
                list.insert(at, place);
                if list.len() > MOST {
                    let rest = list.split_off(MOST / 2);
                    self.0.insert(number + 1, rest);
                }
            }
        }
    }
}
