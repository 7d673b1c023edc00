//! The engine as JavaScript sees it: conversions between [`crate::api`] and JavaScript values, nothing else.
//!
//! One opaque class, [`Engine`], holds an opened briefing; its methods take strings and plain option objects and
//! return plain objects of the shapes in `api`, the very shapes that `briefing … --json` prints. Every failure is
//! a JavaScript `Error` made by one function, [`error`], with `name` "BriefingError" and a stable `code`.

mod convert;
mod fetch;

use js_sys::{Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;

use crate::api::{CardKind, Order, OverviewOptions, SearchOptions};
use crate::briefing::Briefing;
use crate::js_error::error;

// Half the code of the standard library's allocator, and nothing is slower for it (measured: 2.1 kB of brotli).
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Name of the custom section that holds the pack.
const SECTION: &str = "briefing";

#[wasm_bindgen(typescript_custom_section)]
const ARTICLE: &str = r#"
/**
 * Card: one article in two to four sentences.
 */
export interface Article extends Source, ArticleParts {
    kind: "article";
}
"#;

/// An opened briefing.
#[wasm_bindgen]
pub struct Engine {
    briefing: Briefing<Vec<u8>>,
}

#[wasm_bindgen]
impl Engine {
    /// Opens a pack from its bytes.
    ///
    /// # Errors
    /// The codes of [`crate::Error`]: whatever is wrong with the pack.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Engine, JsValue> {
        Briefing::open(bytes)
            .map(|briefing| Engine { briefing })
            .map_err(|error| convert::briefing_error(&error))
    }

    /// Opens the pack that a compiled module carries in its custom section `briefing`.
    ///
    /// The module is mostly the one that this engine runs from, but need not be: a page may show the briefings of
    /// several modules, and one engine answers for all.
    ///
    /// # Errors
    /// `no-pack` where the module has no such section; otherwise as [`Engine::from_bytes`].
    pub fn embedded(module: &WebAssembly::Module) -> Result<Engine, JsValue> {
        let section = WebAssembly::Module::custom_sections(module, SECTION).get(0);
        if section.is_undefined() {
            return Err(error(
                "no-pack",
                "this WebAssembly module holds no briefing: give the address of a pack, or a module made by `briefing build --wasm`",
            ));
        }
        Self::from_bytes(Uint8Array::new(&section).to_vec())
    }

    /// What the briefing is made of.
    ///
    /// # Errors
    /// None that data can cause.
    #[wasm_bindgen(unchecked_return_type = "Info")]
    pub fn info(&self) -> Result<JsValue, JsValue> {
        convert::to_js(&self.briefing.info().value())
    }

    /// Finds the documents that match a query. What is `undefined` is as [`SearchOptions`] has it; `order` is 0 for
    /// relevance, 1 for newest, 2 for oldest first.
    ///
    /// # Errors
    /// None that data can cause.
    #[wasm_bindgen(unchecked_return_type = "SearchResponse")]
    pub fn search(
        &self,
        query: &str,
        limit: Option<u32>,
        offset: Option<u32>,
        prefix: Option<bool>,
        order: u32,
    ) -> Result<JsValue, JsValue> {
        let default = SearchOptions::default();
        let options = SearchOptions {
            limit: limit.unwrap_or(default.limit),
            offset: offset.unwrap_or(default.offset),
            prefix: prefix.unwrap_or(default.prefix),
            order: match order {
                0 => Order::Relevance,
                1 => Order::Newest,
                _ => Order::Oldest,
            },
        };
        convert::to_js(&self.briefing.search(query, &options).value())
    }

    /// The card of the whole briefing.
    ///
    /// # Errors
    /// None that a pack of this product can cause.
    #[wasm_bindgen(unchecked_return_type = "Overview")]
    pub fn overview(&self, words: Option<u32>) -> Result<JsValue, JsValue> {
        convert::answer(self.briefing.overview(&OverviewOptions { words }))
    }

    /// The card of one document.
    ///
    /// # Errors
    /// `not-found` where no document is named so.
    #[wasm_bindgen(unchecked_return_type = "Article")]
    pub fn article(&self, id: &str) -> Result<JsValue, JsValue> {
        convert::answer(self.briefing.article(id))
    }

    /// The who, timeline, quotes, differences or glossary card: 0 to 4, in this order; `undefined` for other numbers.
    ///
    /// # Errors
    /// None that a pack of this product can cause.
    #[wasm_bindgen(unchecked_return_type = "Who | Timeline | Quotes | Differences | Glossary")]
    pub fn card(&self, kind: usize) -> Result<JsValue, JsValue> {
        match CardKind::ALL.get(kind) {
            Some(&kind) => convert::answer(self.briefing.card(kind)),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// A whole document, for reading.
    ///
    /// # Errors
    /// `not-found` where no document is named so.
    #[wasm_bindgen(unchecked_return_type = "Document")]
    pub fn document(&self, id: &str) -> Result<JsValue, JsValue> {
        convert::answer(self.briefing.document(id).map(|document| document.value()))
    }
}
