//! The values of the cards section: from the shapes of [`crate::api`] to bytes.

use serde::Serialize;
use serde_json::{Map, Value};

use super::bytes::{put_str, put_varint, size};
use super::cards::{LIST, NONE, NUMBER, OBJECT, Place, SPAN, TEXT};
use crate::document::{Block, Document};
use crate::hash::HashMap;
use crate::order::Arrange as _;

/// Writes values; objects of the same members share a shape.
pub(crate) struct Tree<'c> {
    documents: &'c [Document],
    numbers: HashMap<&'c str, u32>,
    shapes: HashMap<Vec<String>, u32>,
}

impl<'c> Tree<'c> {
    /// A writer of values that cite `documents`.
    pub(crate) fn new(documents: &'c [Document]) -> Self {
        let numbers = documents.iter().zip(0..).map(|(document, number)| (document.id.as_str(), number));
        Self { documents, numbers: numbers.collect(), shapes: HashMap::new() }
    }

    /// The shapes of all values so far, by number.
    pub(crate) fn shapes(self) -> Vec<Vec<String>> {
        let mut shapes: Vec<(Vec<String>, u32)> = self.shapes.into_iter().collect();
        shapes.arrange_by_key(|&(_, number)| number);
        shapes.into_iter().map(|(members, _)| members).collect()
    }

    /// The bytes of a value.
    pub(crate) fn encode(&mut self, value: &impl Serialize) -> Vec<u8> {
        let mut out = Vec::new();
        // The shapes have string keys and no serializer of their own: nothing in them can fail.
        self.put(&mut out, &serde_json::to_value(value).unwrap_or_default());
        out
    }

    fn put(&mut self, out: &mut Vec<u8>, value: &Value) {
        match value {
            Value::Null => put_varint(out, NONE),
            Value::Bool(yes) => [NUMBER, u32::from(*yes)].into_iter().for_each(|part| put_varint(out, part)),
            Value::Number(number) => {
                put_varint(out, NUMBER);
                put_varint(
                    out,
                    number.as_u64().and_then(|number| number.try_into().ok()).unwrap_or(u32::MAX),
                );
            }
            Value::String(text) => {
                put_varint(out, TEXT);
                put_str(out, text);
            }
            Value::Array(items) => {
                put_varint(out, LIST);
                put_varint(out, size(items.len()));
                items.iter().for_each(|item| self.put(out, item));
            }
            Value::Object(members) => match self.place(members) {
                Some(place) => {
                    put_varint(out, SPAN);
                    place.put(out);
                }
                None => {
                    let next = size(self.shapes.len());
                    let shape = *self.shapes.entry(members.keys().cloned().collect()).or_insert(next);
                    put_varint(out, OBJECT + shape);
                    members.values().for_each(|member| self.put(out, member));
                }
            },
        }
    }

    /// Where the text of a [`crate::api::Span`] stands; nothing for any other object.
    fn place(&self, members: &Map<String, Value>) -> Option<Place> {
        let document = *self.numbers.get(members.get("document")?.as_str()?)?;
        let text = members.get("text")?.as_str()?;
        let start = u32::try_from(members.get("start")?.as_u64()?).ok()?;
        let blocks = &self.documents.get(document as usize)?.blocks;
        let block = blocks.partition_point(|block| block.start <= start).checked_sub(1)?;
        let first = byte(blocks.get(block)?, start);
        Some(Place { document, block: size(block), bytes: first..first + text.len() })
    }
}

/// The byte of a block at a code unit of the source text.
fn byte(block: &Block, unit: u32) -> usize {
    let mut at = block.start;
    let ends = block.text.char_indices().find(|&(_, c)| {
        let found = at >= unit;
        at += c.len_utf16() as u32;
        found
    });
    ends.map_or(block.text.len(), |(byte, _)| byte)
}
