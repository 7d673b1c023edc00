//! From the engine's values to JavaScript's.

use js_sys::{Error, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

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

/// A plain JavaScript object of the members' camelCase names; what is missing is `null`.
pub(super) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}

/// What was asked for, or why not.
pub(super) fn answer<T: Serialize>(found: Result<T, crate::Error>) -> Result<JsValue, JsValue> {
    to_js(&found.map_err(|error| briefing_error(&error))?)
}
