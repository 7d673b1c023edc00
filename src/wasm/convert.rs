//! Between serde's values and JavaScript's.

use js_sys::{Array, Error, Object, Reflect};
use serde::de::value::MapDeserializer;
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::{JsCast, JsValue};

/// The one way to make an error: a JavaScript `Error` with `name` "BriefingError" and a stable `code`.
pub(super) fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name("BriefingError");
    // Setting a member of an object made one line above cannot fail; a getter or a frozen object could.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

/// An error of the core, as JavaScript sees it.
pub(super) fn briefing_error(error: &crate::Error) -> JsValue {
    self::error(error.code(), &error.to_string())
}

/// A value of [`crate::api`] as a plain object.
pub(super) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value
        .serialize(&Serializer::new().serialize_maps_as_objects(true))
        .map_err(|failure| error("internal", &failure.to_string()))
}

/// Options as JavaScript gave them; nothing given means the defaults, as does a member that is undefined.
///
/// Every member is read alone first, so that the message can name the one that is wrong.
pub(super) fn options<T: DeserializeOwned + Default>(value: &JsValue) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    if !value.is_object() || Array::is_array(value) {
        return Err(error("bad-options", "options must be an object"));
    }
    let members: Vec<(String, JsValue)> = Object::entries(value.unchecked_ref())
        .iter()
        .filter_map(|entry| {
            let entry: Array = entry.unchecked_into();
            let given = entry.get(1);
            (!given.is_undefined()).then(|| (entry.get(0).as_string().unwrap_or_default(), given))
        })
        .collect();
    for member in &members {
        read::<T>(std::slice::from_ref(member)).map_err(|failure| {
            error("bad-options", &format!("option {:?}: {failure}", member.0))
        })?;
    }
    read(&members).map_err(|failure| error("bad-options", &failure.to_string()))
}

fn read<T: DeserializeOwned>(
    members: &[(String, JsValue)],
) -> Result<T, serde_wasm_bindgen::Error> {
    T::deserialize(MapDeserializer::new(members.iter().map(|(name, value)| {
        (name.as_str(), Deserializer::from(value.clone()))
    })))
}
