//! The aliases section: names of one thing.
//!
//! ```text
//! aliases := groups:varint group*
//! group   := related:u8 names:varint name*
//! name    := kind:u8 text:string              (kind 1: stands for the others only where written with capitals)
//! ```
//!
//! The names of a `related` group are not of one thing but of one matter (a state, its people); they stand in for a
//! word that no document has.

use super::bytes::Cursor;

/// One name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub text: String,
    /// Whether it is this name only where it is written with capitals.
    pub is_name: bool,
}

/// Names of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub related: bool,
    pub names: Vec<Name>,
}

/// Reads the section, or nothing where the bytes are none.
pub(crate) fn decode(section: &[u8]) -> Option<Vec<Group>> {
    let mut cursor = Cursor::new(section);
    let mut groups = Vec::new();
    for _ in 0..cursor.count() {
        let related = cursor.u8() != 0;
        let count = cursor.count();
        let names = (0..count).map(|_| {
            let is_name = cursor.u8() != 0;
            Name { is_name, text: cursor.str().to_owned() }
        });
        groups.push(Group { related, names: names.collect() });
    }
    cursor.is_done().then_some(groups)
}

#[cfg(feature = "build")]
pub(crate) fn encode(groups: &[crate::insight::AliasGroup]) -> Vec<u8> {
    use super::bytes::{put_str, put_varint, size};
    let mut out = Vec::new();
    put_varint(&mut out, size(groups.len()));
    for group in groups {
        out.push(u8::from(group.related));
        put_varint(&mut out, size(group.names.len()));
        for name in &group.names {
            out.push(u8::from(name.is_name));
            put_str(&mut out, &name.text);
        }
    }
    out
}
