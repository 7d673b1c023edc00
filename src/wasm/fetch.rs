//! Fetching a pack by its address, with progress.
//!
//! The body is read chunk by chunk, so that progress can be told and one buffer holds it. The waiting is done in
//! JavaScript, where it costs nothing: here it would bring an executor for futures along (2 kB of brotli).

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{ReadableStreamDefaultReader, Response};

use super::Engine;

#[wasm_bindgen]
extern "C" {
    /// The global `fetch`, the same in a window, a worker and Node.
    #[wasm_bindgen(js_name = fetch, catch)]
    fn global_fetch(url: &str) -> Result<Promise, JsValue>;
}

/// A pack on its way here.
#[wasm_bindgen]
pub struct Download {
    reader: Option<ReadableStreamDefaultReader>,
    bytes: Vec<u8>,
}

#[wasm_bindgen]
impl Download {
    /// Asks for an address; the promise is of a `Response`, to make the download of.
    ///
    /// # Errors
    /// What `fetch` throws.
    pub fn request(url: &str) -> Result<Promise, JsValue> {
        global_fetch(url)
    }

    /// Begins to read a response.
    #[wasm_bindgen(constructor)]
    pub fn new(response: &Response) -> Self {
        let reader = response.body().map(|body| body.get_reader().unchecked_into());
        Self { reader, bytes: Vec::new() }
    }

    /// Asks for the next chunk; to be waited for and given to [`Download::take`]. Undefined where there is no body.
    pub fn next(&self) -> Option<Promise> {
        self.reader.as_ref().map(ReadableStreamDefaultReader::read)
    }

    /// Takes a chunk; false where it was the end.
    pub fn take(&mut self, chunk: &JsValue) -> bool {
        match Reflect::get(chunk, &"value".into()) {
            Ok(value) if !value.is_undefined() => {
                self.bytes.extend(value.unchecked_into::<Uint8Array>().to_vec());
                true
            }
            _ => false,
        }
    }

    /// Bytes read so far.
    #[wasm_bindgen(getter)]
    pub fn loaded(&self) -> usize {
        self.bytes.len()
    }

    /// Opens what was read.
    ///
    /// # Errors
    /// As [`Engine::from_bytes`].
    pub fn open(self) -> Result<Engine, JsValue> {
        Engine::from_bytes(self.bytes)
    }
}
