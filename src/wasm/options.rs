//! Options objects: from JavaScript to the structs of [`crate::api`].
//!
//! A deserialiser of its own for flat objects of numbers, booleans and strings: serde-wasm-bindgen's takes unknown
//! members in silence, and the messages of serde's ready-made errors bring the formatting of floating-point numbers
//! along (20 kB of wasm).

use std::fmt::{self, Display};

use js_sys::{Array, JSON, Object};
use serde::de::value::MapDeserializer;
use serde::de::{Deserializer, Error, Expected, IntoDeserializer, Unexpected, Visitor};
use serde::{de::DeserializeOwned, forward_to_deserialize_any};
use wasm_bindgen::{JsCast, JsValue};

use super::convert::error;

/// Options as JavaScript gave them; nothing given means the defaults, as does a member that is undefined.
///
/// # Errors
/// `bad-options`, naming the member that is wrong.
pub(super) fn read<T: DeserializeOwned + Default>(value: &JsValue) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    if !value.is_object() || Array::is_array(value) {
        return Err(error("bad-options", "options must be an object"));
    }
    let members = Object::entries(value.unchecked_ref()).into_iter().filter_map(|entry| {
        let entry: Array = entry.unchecked_into();
        let (name, value) = (entry.get(0).as_string()?, entry.get(1));
        (!value.is_undefined()).then(|| (name.clone(), Member { name, value }))
    });
    T::deserialize(MapDeserializer::new(members)).map_err(|Wrong(message)| error("bad-options", &message))
}

/// One member of an options object.
struct Member {
    name: String,
    value: JsValue,
}

impl<'de> IntoDeserializer<'de, Wrong> for Member {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Member {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let Self { name, value } = self;
        let read = if let Some(flag) = value.as_bool() {
            visitor.visit_bool(flag)
        } else if let Some(number) = value.as_f64().filter(|number| *number >= 0.0 && number.fract() == 0.0) {
            visitor.visit_u64(number as u64) // saturates; what the field cannot hold it refuses
        } else if let Some(text) = value.as_string() {
            visitor.visit_string(text)
        } else {
            visitor.visit_unit()
        };
        read.map_err(|Wrong(message)| Wrong(format!("option `{name}`: {message}, found {}", show(&value))))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A value as its JSON, or its type where it has none.
fn show(value: &JsValue) -> String {
    let json = JSON::stringify(value).ok().and_then(|json| json.as_string());
    json.or_else(|| value.js_typeof().as_string()).unwrap_or_default()
}

/// What is wrong with the options.
#[derive(Debug)]
struct Wrong(String);

impl Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

impl Error for Wrong {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("expected {expected}"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("expected {expected}"))
    }
}
