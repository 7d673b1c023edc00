//! A key of a map, whose value may have to be made.

/// A map.
pub(crate) trait Values<K, V> {
    /// The value of a key; where there is none, the one that is made.
    fn value(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V;
}

/// A key of a map.
pub(crate) struct Entry<'a, M, K> {
    pub(crate) map: &'a mut M,
    pub(crate) key: K,
}

impl<'a, M, K> Entry<'a, M, K> {
    pub(crate) fn or_insert_with<V>(self, make: impl FnOnce() -> V) -> &'a mut V
    where
        M: Values<K, V>,
    {
        self.map.value(self.key, make)
    }

    pub(crate) fn or_insert<V>(self, value: V) -> &'a mut V
    where
        M: Values<K, V>,
    {
        self.or_insert_with(|| value)
    }

    pub(crate) fn or_default<V: Default>(self) -> &'a mut V
    where
        M: Values<K, V>,
    {
        self.or_insert_with(V::default)
    }
}
