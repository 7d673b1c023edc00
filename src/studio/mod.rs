//! The studio as JavaScript sees it: files in, a pack out, and what a pack is handed out as. Conversions, nothing else.
//!
//! [`Studio`] holds what was read and found, so that a build after an edit reads nothing anew. Every failure is a JavaScript `Error`
//! with `name` "BriefingError" and a stable `code`. `pkg/build.js` is what people use.

mod given;

use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use self::given::Given;
use crate::bundle::Parts;
use crate::ingest::{InputFile, Intake, Problem, Row};
use crate::js_error::error;
use crate::{Analyst, Error, Step};

#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = include_str!("shapes.d.ts");

/// Files that were read.
#[wasm_bindgen]
#[derive(Default)]
pub struct Studio {
    intake: Intake,
    analyst: Analyst,
}

#[wasm_bindgen]
impl Studio {
    /// One without files.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file, in the place of any that had its path. `false`: nothing could be read of it; the table tells why.
    /// A finished briefing that nobody `named`, and that merely lies among the files, is passed over.
    pub fn add(&mut self, path: String, bytes: Vec<u8>, named: bool) -> bool {
        self.intake.insert(InputFile { path: path.clone(), bytes }, named);
        self.intake.has_read(&path)
    }

    /// Forgets a file; `false` where there is none of that path.
    pub fn remove(&mut self, path: &str) -> bool {
        self.intake.remove(path)
    }

    /// What was read, with the edits.
    ///
    /// # Errors
    /// What is wrong with an edit or a `briefing.toml`.
    #[wasm_bindgen(unchecked_return_type = "Table")]
    pub fn table(&self, edits: Option<Given>) -> Result<JsValue, JsValue> {
        let read = self.intake.finish(&given::edits(edits)).map_err(|found| thrown(&found))?;
        let table = Table {
            title: read.corpus.title,
            documents: read.rows,
            notices: read.notices,
            refused: read.refused.iter().map(Problem::of).collect(),
        };
        Ok(table.serialize(&Serializer::json_compatible())?)
    }

    /// The pack of what was read, with the edits. `step` is called before each step with its name, how many steps came
    /// before, and of how many.
    ///
    /// # Errors
    /// As [`Studio::table`]; no file holds an article.
    pub fn build(
        &mut self,
        edits: Option<Given>,
        #[wasm_bindgen(unchecked_param_type = "(name: string, done: number, of: number) => void")]
        step: &Function,
    ) -> Result<Vec<u8>, JsValue> {
        let read = self.intake.finish(&given::edits(edits)).and_then(|read| read.with_articles(Vec::new()));
        let corpus = read.map_err(|found| thrown(&found))?.corpus;
        #[cfg(not(feature = "languages"))]
        if crate::insight::needs_languages(&corpus) {
            return Err(left());
        }
        let mut tell = |at: Step| {
            // What a listener throws is its own affair: a build goes on.
            let _ = step.call3(&JsValue::NULL, &at.name().into(), &at.number().into(), &Step::COUNT.into());
        };
        self.analyst.build(&corpus, &mut tell).map_err(|found| thrown(&found))
    }

    /// The `briefing.toml` that says what the edits say.
    ///
    /// # Errors
    /// As [`Studio::table`].
    pub fn toml(&self, edits: Option<Given>) -> Result<String, JsValue> {
        #[cfg(feature = "formats")]
        return self.intake.to_toml(&given::edits(edits)).map_err(|found| thrown(&found));
        #[cfg(not(feature = "formats"))]
        {
            let _ = edits;
            Err(left())
        }
    }
}

/// What the small studio says of work that it leaves to the whole one, to which `pkg/build.js` then gives it.
#[cfg(not(all(feature = "formats", feature = "languages")))]
fn left() -> JsValue {
    error("left", "this is left to the whole studio")
}

/// The engine with a pack inside.
///
/// # Errors
/// The engine is none.
#[wasm_bindgen(js_name = engineWith)]
pub fn engine_with(pack: &[u8], engine: &[u8]) -> Result<Vec<u8>, JsValue> {
    Parts { engine, ..NONE }.wasm(pack).map_err(|found| thrown(&found))
}

/// One page with everything inside.
///
/// # Errors
/// What is wrong with the pack or with one of the other parts.
#[wasm_bindgen(js_name = onePage)]
pub fn one_page(pack: &[u8], engine: &[u8], script: &str, shell: &str) -> Result<String, JsValue> {
    Parts { engine, script, shell, ..NONE }.html(pack).map_err(|found| thrown(&found))
}

/// The page of a web site.
///
/// # Errors
/// What is wrong with the pack or the shell.
#[wasm_bindgen(js_name = sitePage)]
pub fn site_page(pack: &[u8], shell: &str) -> Result<String, JsValue> {
    Parts { shell, ..NONE }.site_page(pack).map_err(|found| thrown(&found))
}

const NONE: Parts<'static> = Parts { engine: &[], script: "", module: "", views: &[], shell: "" };

/// What was read, as a table shows it.
#[derive(Serialize)]
struct Table<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    documents: Vec<Row>,
    notices: Vec<String>,
    refused: Vec<Problem<'r>>,
}

fn thrown(found: &Error) -> JsValue {
    error(found.code(), &found.to_string())
}
