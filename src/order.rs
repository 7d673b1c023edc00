//! Sorts, sorted maps and sorted sets in less code: the standard library's are compiled once for every type, some 5 kB each,
//! and a page that makes a briefing loads them all.
//!
//! Here one routine, of places, asks how the items at two of them compare. A sort then swaps the items to where they belong;
//! a map keeps the order of its items beside them. Long lists of plain numbers are sorted sooner by the standard library.

mod entry;
mod map;
mod places;
mod set;

use std::cmp::Ordering;

pub(crate) use entry::{Entry, Values};
pub(crate) use map::Map;
pub(crate) use set::Set;

/// Stable sorts of a slice.
pub(crate) trait Arrange<T> {
    /// Sorts as `sort_by` does.
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts as `sort` does.
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    /// Sorts as `sort_by_key` does.
    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// A question about places. It is not `dyn Fn`, with which two more functions of every closure are compiled and never called.
pub(crate) trait Ask<A, R> {
    fn ask(&self, about: A) -> R;
}

impl<A, R, F: Fn(A) -> R> Ask<A, R> for F {
    fn ask(&self, about: A) -> R {
        self(about)
    }
}

/// What has places whose items can be swapped.
trait Swap {
    fn swap(&mut self, a: usize, b: usize);
}

impl<T> Swap for &mut [T] {
    fn swap(&mut self, a: usize, b: usize) {
        <[T]>::swap(self, a, b);
    }
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(mut self: &mut Self, compare: impl Fn(&T, &T) -> Ordering) {
        let order = order(self.len(), &|(a, b): (usize, usize)| compare(&self[a], &self[b]));
        follow(order, &mut self);
    }
}

/// The places of a slice in the order of its items.
fn order(length: usize, compare: &dyn Ask<(usize, usize), Ordering>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|&a, &b| compare.ask((a, b)));
    order
}

/// Brings to every place the item of the place that `order` has there, by swaps around each circle of places.
fn follow(mut order: Vec<usize>, items: &mut dyn Swap) {
    for start in 0..order.len() {
        let mut at = start;
        while let Some(from) = order.get_mut(at).map(|from| std::mem::replace(from, at))
            && from != start
            && from != at
        {
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn items_stand_as_the_standard_library_sorts_them(items: Vec<(u8, u16)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|&(key, _)| std::cmp::Reverse(key % 8));
            let mut arranged = items.clone();
            arranged.arrange_by_key(|&(key, _)| std::cmp::Reverse(key % 8));
            prop_assert_eq!(&arranged, &expected);
            expected.sort();
            arranged.arrange();
            prop_assert_eq!(&arranged, &expected);
        }
    }
}
