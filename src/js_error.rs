//! The one way to make an error for JavaScript.

use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

/// A JavaScript `Error` with `name` "BriefingError" and a stable `code`.
pub(crate) fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name("BriefingError");
    // Setting a member of an object made one line above cannot fail; a setter or a frozen object could.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
