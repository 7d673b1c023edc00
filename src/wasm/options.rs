//! Options objects: from JavaScript to the structs of [`crate::api`], member by member.
//!
//! By hand, because serde's ready-made messages cost ten times as many bytes as these few members, and because
//! serde-wasm-bindgen takes unknown members in silence.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::convert::error;
use crate::api::{Order, OverviewOptions, SearchOptions};

/// Options of a search. Nothing given means the defaults, as does a member that is undefined.
///
/// # Errors
/// `bad-options`, naming the member that is wrong.
pub(super) fn search(given: &JsValue) -> Result<SearchOptions, JsValue> {
    check(given, &["limit", "offset", "prefix", "order"])?;
    let default = SearchOptions::default();
    let prefix = member(given, "prefix");
    let flag = prefix.as_bool().or(prefix.is_undefined().then_some(default.prefix));
    Ok(SearchOptions {
        limit: count(given, "limit")?.unwrap_or(default.limit),
        offset: count(given, "offset")?.unwrap_or(default.offset),
        prefix: flag.ok_or_else(|| wrong("prefix", "true or false", &prefix))?,
        order: order(&member(given, "order"))?,
    })
}

fn order(given: &JsValue) -> Result<Order, JsValue> {
    match given.as_string().as_deref() {
        None if given.is_undefined() => Ok(Order::default()),
        Some("relevance") => Ok(Order::Relevance),
        Some("newest") => Ok(Order::Newest),
        Some("oldest") => Ok(Order::Oldest),
        _ => Err(wrong("order", "\"relevance\", \"newest\" or \"oldest\"", given)),
    }
}

/// Options of an overview.
///
/// # Errors
/// `bad-options`, naming the member that is wrong.
pub(super) fn overview(given: &JsValue) -> Result<OverviewOptions, JsValue> {
    check(given, &["words"])?;
    Ok(OverviewOptions { words: count(given, "words")? })
}

/// Refuses what is no object, and members that no option has.
fn check(given: &JsValue, known: &[&str]) -> Result<(), JsValue> {
    if given.is_undefined() || given.is_null() {
        return Ok(());
    }
    if !given.is_object() || Array::is_array(given) {
        return Err(error("bad-options", "options must be an object"));
    }
    for name in Object::keys(given.unchecked_ref::<Object>()).iter().filter_map(|name| name.as_string()) {
        if !known.contains(&name.as_str()) {
            return Err(error("bad-options", &format!("there is no option `{name}`")));
        }
    }
    Ok(())
}

/// A member, undefined where it is not given.
fn member(given: &JsValue, name: &str) -> JsValue {
    Reflect::get(given, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn count(given: &JsValue, name: &str) -> Result<Option<u32>, JsValue> {
    let value = member(given, name);
    if value.is_undefined() {
        return Ok(None);
    }
    let number = value.as_f64().unwrap_or(-1.0);
    let whole = number as u32; // saturates, and is 0 for what is no number
    if f64::from(whole) == number {
        return Ok(Some(whole));
    }
    Err(wrong(name, "a whole number from 0 to 4294967295", &value))
}

fn wrong(name: &str, expected: &str, found: &JsValue) -> JsValue {
    // What has no JSON, such as a BigInt, is told by its type.
    let json = JSON::stringify(found).ok().and_then(|json| json.as_string());
    let found = json.or_else(|| found.js_typeof().as_string()).unwrap_or_default();
    error("bad-options", &format!("option `{name}`: expected {expected}, found {found}"))
}
