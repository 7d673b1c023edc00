//! A map in the order of its keys: as much of [`crate::order::Map`] as is needed here.

use std::borrow::Borrow;

use super::entry::{Entry, Values};
use super::follow;
use super::places::{self, Places};

/// A map in the order of its keys.
#[derive(Clone, Debug)]
pub(crate) struct Map<K, V> {
    /// In the order in which they came.
    items: Vec<(K, V)>,
    places: Places,
}

impl<K, V> Map<K, V> {
    pub(crate) const fn new() -> Self {
        Self { items: Vec::new(), places: Places::new() }
    }

    pub(crate) const fn len(&self) -> usize {
        self.items.len()
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub(crate) fn iter(&self) -> Iter<'_, K, V> {
        Iter { items: &self.items, places: self.places.iter() }
    }

    pub(crate) fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.iter().map(|(key, _)| key)
    }

    pub(crate) fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    pub(crate) fn into_values(self) -> impl DoubleEndedIterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> Map<K, V> {
    /// The place of a key, or what [`Places::insert`] asks for.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, places::At>
    where
        K: Borrow<Q>,
    {
        self.places.find(&|place: usize| self.items[place].0.borrow().cmp(key))
    }

    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|place| &self.items[place].1)
    }

    pub(crate) fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().map(|place| &mut self.items[place].1)
    }

    pub(crate) fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Sets the value of a key; gives the one before.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(place) => Some(std::mem::replace(&mut self.items[place].1, value)),
            Err(at) => {
                self.places.insert(at, self.items.len());
                self.items.push((key, value));
                None
            }
        }
    }

    /// Takes a key out; gives its value.
    #[cfg(feature = "ingest")]
    pub(crate) fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let Self { items, places } = self;
        let place = places.find(&|place: usize| items[place].0.borrow().cmp(key)).ok()?;
        places.remove(&|place: usize| items[place].0.borrow().cmp(key));
        let last = items.len() - 1;
        if place < last {
            places.move_to(place, &|place: usize| items[place].0.cmp(&items[last].0));
        }
        Some(items.swap_remove(place).1)
    }

    /// The place of a key in the map, whether it has it or not.
    pub(crate) fn entry(&mut self, key: K) -> Entry<'_, Self, K> {
        Entry { map: self, key }
    }
}

impl<K: Ord, V> Values<K, V> for Map<K, V> {
    fn value(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let place = self.find(&key).unwrap_or_else(|at| {
            self.places.insert(at, self.items.len());
            self.items.push((key, make()));
            self.items.len() - 1
        });
        &mut self.items[place].1
    }
}

/// Items in the order of their keys.
pub(crate) struct Iter<'a, K, V> {
    items: &'a [(K, V)],
    places: places::Iter<'a>,
}

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Self { items: self.items, places: self.places.clone() }
    }
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        self.places.next().map(|&place| &self.items[place as usize]).map(|(key, value)| (key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.places.size_hint()
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.places.next_back().map(|&place| &self.items[place as usize]).map(|(key, value)| (key, value))
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(mut self) -> Self::IntoIter {
        let order = self.places.iter().map(|&place| place as usize).collect();
        follow(order, &mut &mut self.items[..]);
        self.items.into_iter()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, items: I) {
        for (key, value) in items {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let mut map = Self::new();
        map.extend(items);
        map
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Map<K, V> {
    fn from(items: [(K, V); N]) -> Self {
        items.into_iter().collect()
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::super::Set;
    use super::*;

    proptest! {
        #[test]
        fn a_map_is_what_the_standard_library_s_is(items in prop::collection::vec((0u16..3000, any::<u8>()), 0..4000)) {
            let mut map = Map::new();
            let mut expected = BTreeMap::new();
            for (i, &(key, value)) in items.iter().enumerate() {
                if i % 3 == 2 {
                    prop_assert_eq!(map.remove(&key), expected.remove(&key));
                } else if i % 2 == 0 {
                    prop_assert_eq!(map.insert(key, value), expected.insert(key, value));
                } else {
                    prop_assert_eq!(map.entry(key).or_insert(value), expected.entry(key).or_insert(value));
                }
            }
            prop_assert!((0..3000).all(|key| map.get(&key) == expected.get(&key)));
            prop_assert_eq!(map.len(), expected.len());
            prop_assert!(map.iter().eq(&expected));
            prop_assert!(map.iter().rev().eq(expected.iter().rev()));
            prop_assert!(map.into_iter().eq(expected.clone()));
            prop_assert!(expected.keys().rev().copied().collect::<Set<_>>().iter().eq(expected.keys()));
        }
    }
}
