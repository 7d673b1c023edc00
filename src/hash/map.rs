//! A hash map: as much of [`std::collections::HashMap`] as is needed here.

use std::borrow::Borrow;
use std::hash::Hash;

use super::hash;
use super::slots::Slots;
use crate::order::{Entry, Values};

/// A map whose items stand in the order in which their keys came.
#[derive(Clone, Debug)]
pub(crate) struct HashMap<K, V> {
    items: Vec<(K, V)>,
    slots: Slots,
}

impl<K, V> HashMap<K, V> {
    pub(crate) const fn new() -> Self {
        Self { items: Vec::new(), slots: Slots::new() }
    }

    /// One with room for so many items.
    pub(crate) fn with_capacity(count: usize) -> Self {
        Self { items: Vec::with_capacity(count), slots: Slots::with_capacity(count) }
    }

    pub(crate) const fn len(&self) -> usize {
        self.items.len()
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub(crate) fn iter(&self) -> Iter<'_, K, V> {
        self.items.iter().map(|(key, value)| (key, value))
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.items.iter().map(|(_, value)| value)
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.items.iter_mut().map(|(_, value)| value)
    }

    pub(crate) fn into_values(self) -> impl Iterator<Item = V> {
        self.items.into_iter().map(|(_, value)| value)
    }
}

impl<K: Hash + Eq, V> HashMap<K, V> {
    fn find<Q: Hash + Eq + ?Sized>(&self, hash: u32, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        self.slots.find(hash, &|place: usize| self.items[place].0.borrow() == key)
    }

    pub(crate) fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(hash(key), key).map(|place| &self.items[place].1)
    }

    pub(crate) fn get_mut<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.find(hash(key), key).map(|place| &mut self.items[place].1)
    }

    pub(crate) fn contains_key<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(hash(key), key).is_some()
    }

    /// Sets the value of a key; gives the one before.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let hash = hash(&key);
        match self.find(hash, &key) {
            Some(place) => Some(std::mem::replace(&mut self.items[place].1, value)),
            None => {
                self.slots.insert(hash, self.items.len());
                self.items.push((key, value));
                None
            }
        }
    }

    /// The place of a key in the map, whether it has it or not.
    pub(crate) fn entry(&mut self, key: K) -> Entry<'_, Self, K> {
        Entry { map: self, key }
    }
}

impl<K: Hash + Eq, V> Values<K, V> for HashMap<K, V> {
    fn value(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let hash = hash(&key);
        let place = self.find(hash, &key).unwrap_or_else(|| {
            self.slots.insert(hash, self.items.len());
            self.items.push((key, make()));
            self.items.len() - 1
        });
        &mut self.items[place].1
    }
}

/// Items in the order in which they came.
pub(crate) type Iter<'a, K, V> =
    std::iter::Map<std::slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> (&'a K, &'a V)>;

impl<'a, K, V> IntoIterator for &'a HashMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> IntoIterator for HashMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<K: Hash + Eq, V> Extend<(K, V)> for HashMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, items: I) {
        for (key, value) in items {
            self.insert(key, value);
        }
    }
}

impl<K: Hash + Eq, V> FromIterator<(K, V)> for HashMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let mut map = Self::new();
        map.extend(items);
        map
    }
}

impl<K, V> Default for HashMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::HashSet;
    use super::*;

    proptest! {
        #[test]
        fn a_map_is_what_the_standard_library_s_is(items in prop::collection::vec((0u16..3000, any::<u8>()), 0..4000)) {
            let mut map = HashMap::new();
            let mut expected = std::collections::HashMap::new();
            let mut order = Vec::new();
            for (i, &(key, value)) in items.iter().enumerate() {
                if !expected.contains_key(&key) {
                    order.push(key);
                }
                if i % 2 == 0 {
                    prop_assert_eq!(map.insert(key, value), expected.insert(key, value));
                } else {
                    prop_assert_eq!(map.entry(key).or_insert(value), expected.entry(key).or_insert(value));
                }
            }
            prop_assert!((0..3000).all(|key| map.get(&key) == expected.get(&key)));
            prop_assert_eq!(map.len(), expected.len());
            prop_assert!(map.iter().map(|(key, _)| key).eq(&order));
            prop_assert!(map.iter().all(|(key, value)| expected.get(key) == Some(value)));
            let set: HashSet<u16> = items.iter().map(|(key, _)| *key).collect();
            prop_assert!(set.into_iter().eq(order));
        }
    }
}
