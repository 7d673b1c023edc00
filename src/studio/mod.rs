//! The studio as JavaScript sees it: files in, a pack out, and what it is handed out as. Conversions, nothing else.

use js_sys::{Error as JsError, Function, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::bundle::Parts;
use crate::ingest::{self, InputFile};

#[wasm_bindgen]
#[derive(Default)]
pub struct Studio {
    files: Vec<InputFile>,
}

#[wasm_bindgen]
impl Studio {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&mut self, path: String, bytes: Vec<u8>) {
        self.files.push(InputFile { path, bytes });
    }

    pub fn build(&mut self, step: &Function) -> Result<Vec<u8>, JsValue> {
        let ingested = ingest::parse(self.files.clone()).map_err(thrown)?;
        crate::build_in_steps(&ingested.corpus, &mut |s| {
            let _ = step.call1(&JsValue::NULL, &s.name().into());
        })
        .map_err(thrown)
    }
}

#[wasm_bindgen]
pub fn html(pack: &[u8], engine: &[u8], script: &str, shell: &str) -> Result<String, JsValue> {
    Parts { engine, script, module: "", views: &[], shell }.html(pack).map_err(thrown)
}

fn thrown(error: crate::Error) -> JsValue {
    let thrown = JsError::new(&error.to_string());
    thrown.set_name("BriefingError");
    let _ = Reflect::set(&thrown, &"code".into(), &error.code().into());
    thrown.into()
}
