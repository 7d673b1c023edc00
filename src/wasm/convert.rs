//! From the engine's values to JavaScript's.

use std::cell::RefCell;

use serde::Serialize;
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::JsValue;

use crate::api::Value;
use crate::js_error::error as js_error;

/// An error of the core, as JavaScript sees it.
pub(super) fn briefing_error(error: &crate::Error) -> JsValue {
    js_error(error.code(), &error.pack_message())
}

/// A plain JavaScript value; what is missing is `null`.
pub(super) fn to_js(value: &Value<'_>) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    Ok(Told { value, keys: &RefCell::default() }.serialize(&serializer)?)
}

/// What was asked for, or why not.
pub(super) fn answer(found: Result<Value<'_>, crate::Error>) -> Result<JsValue, JsValue> {
    to_js(&found.map_err(|error| briefing_error(&error))?)
}

/// The names of members as JavaScript strings, by where the names lie: each crosses over once.
type Keys = RefCell<Vec<(*const str, JsValue)>>;

/// A value on its way to JavaScript.
struct Told<'v> {
    value: &'v Value<'v>,
    keys: &'v Keys,
}

impl Serialize for Told<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let keys = self.keys;
        let told = |value| Told { value, keys };
        match self.value {
            Value::None => serializer.serialize_unit(),
            Value::Number(number) => serializer.serialize_u32(*number),
            Value::Score(score) => serializer.serialize_f64(*score),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Span(span) => told(&span.value()).serialize(serializer),
            Value::List(items) => serializer.collect_seq(items.iter().map(told)),
            Value::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (Key { name, keys }, told(value))))
            }
        }
    }
}

/// The name of a member.
struct Key<'v> {
    name: &'v str,
    keys: &'v Keys,
}

impl Serialize for Key<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut keys = self.keys.borrow_mut();
        let place: *const str = self.name;
        if let Some((_, key)) = keys.iter().find(|(known, _)| std::ptr::eq(*known, place)) {
            return preserve::serialize(key, serializer);
        }
        let key = self.name.into();
        let told = preserve::serialize(&key, serializer);
        keys.push((place, key));
        told
    }
}
