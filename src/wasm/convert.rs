//! From the engine's values to JavaScript's.

use std::cell::RefCell;

use js_sys::{Error, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::JsValue;

use crate::api::Value;

/// The one way to make an error: a JavaScript `Error` with `name` "BriefingError" and a stable `code`.
pub(super) fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name("BriefingError");
    // Setting a member of an object made one line above cannot fail; a setter or a frozen object could.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

/// An error of the core, as JavaScript sees it.
pub(super) fn briefing_error(error: &crate::Error) -> JsValue {
    self::error(error.code(), &error.pack_message())
}

/// A plain JavaScript value; what is missing is `null`.
pub(super) fn to_js(value: &Value<'_>) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    Ok(Told(value).serialize(&serializer)?)
}

/// What was asked for, or why not.
pub(super) fn answer(found: Result<Value<'_>, crate::Error>) -> Result<JsValue, JsValue> {
    to_js(&found.map_err(|error| briefing_error(&error))?)
}

/// A value on its way to JavaScript.
struct Told<'v>(&'v Value<'v>);

impl Serialize for Told<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::None => serializer.serialize_unit(),
            Value::Number(number) => serializer.serialize_u32(*number),
            Value::Score(score) => serializer.serialize_f64(*score),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Span(span) => Told(&span.value()).serialize(serializer),
            Value::List(items) => serializer.collect_seq(items.iter().map(Told)),
            Value::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (Key(name), Told(value))))
            }
        }
    }
}

thread_local! {
    /// The names of members as JavaScript strings, by where the names lie: each crosses over once.
    static KEYS: RefCell<Vec<(*const u8, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// The name of a member.
struct Key(&'static str);

impl Serialize for Key {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        KEYS.with_borrow_mut(|keys| {
            let known = keys.iter().position(|&(place, _)| place == self.0.as_ptr());
            let at = known.unwrap_or_else(|| {
                keys.push((self.0.as_ptr(), self.0.into()));
                keys.len() - 1
            });
            match keys.get(at) {
                Some((_, key)) => preserve::serialize(key, serializer),
                None => serializer.serialize_str(self.0),
            }
        })
    }
}
