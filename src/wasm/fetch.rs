//! Fetching a pack by its address, with progress.
//!
//! The body is read chunk by chunk, so that progress can be told and one buffer holds it. `Content-Length` counts
//! bytes as they were sent: where the server compressed them it says nothing about the bytes that arrive here, and
//! no total is told.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

use super::convert::error;

#[wasm_bindgen]
extern "C" {
    /// The global `fetch`, the same in a window, a worker and Node.
    #[wasm_bindgen(js_name = fetch, catch)]
    fn global_fetch(url: &str) -> Result<Promise, JsValue>;
}

/// The bytes at an address.
pub(super) async fn bytes(url: &str, on_progress: Option<&Function>) -> Result<Vec<u8>, JsValue> {
    let failed = |reason: &JsValue| failure(url, reason);
    let promise = global_fetch(url).map_err(|reason| failed(&reason))?;
    let response: Response =
        JsFuture::from(promise).await.map_err(|reason| failed(&reason))?.unchecked_into();
    if !response.ok() {
        return Err(error("fetch", &format!("{url}: the server answered with status {}", response.status())));
    }
    let total = length(&response);
    let mut bytes = Vec::new();
    let Some(body) = response.body() else {
        return Ok(bytes);
    };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|reason| failed(&reason))?;
        let value = Reflect::get(&chunk, &"value".into())?;
        if value.is_undefined() {
            return Ok(bytes);
        }
        bytes.extend(value.unchecked_into::<Uint8Array>().to_vec());
        if let Some(report) = on_progress {
            let total = total.map_or(JsValue::UNDEFINED, JsValue::from);
            report.apply(&JsValue::UNDEFINED, &Array::of2(&JsValue::from(bytes.len()), &total))?;
        }
    }
}

/// Bytes in all, where the server tells and its number counts the bytes that arrive.
fn length(response: &Response) -> Option<u32> {
    let headers = response.headers();
    match headers.get("content-encoding").ok()? {
        Some(encoding) if encoding != "identity" => None,
        _ => headers.get("content-length").ok()??.parse().ok(),
    }
}

fn failure(url: &str, reason: &JsValue) -> JsValue {
    let reason = reason.dyn_ref::<js_sys::Error>().map_or_else(String::new, |reason| reason.message().into());
    error("fetch", &format!("{url}: could not be fetched: {reason}"))
}
