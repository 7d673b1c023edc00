//! Edits as JavaScript gives them. `pkg/options.js` has looked at each member, so each is of its type or missing.

use js_sys::{Array, JsString, Object};
use wasm_bindgen::prelude::*;

use crate::ingest::{Edit, Edits};

#[wasm_bindgen]
extern "C" {
    /// The interface of that name in `shapes.d.ts`.
    #[wasm_bindgen(typescript_type = "Edits")]
    pub type Given;

    #[wasm_bindgen(method, getter)]
    fn title(this: &Given) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn documents(this: &Given) -> Option<Object>;

    type GivenEdit;

    #[wasm_bindgen(method, getter)]
    fn title(this: &GivenEdit) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn source(this: &GivenEdit) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn date(this: &GivenEdit) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn url(this: &GivenEdit) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn order(this: &GivenEdit) -> Option<i32>;

    #[wasm_bindgen(method, getter)]
    fn exclude(this: &GivenEdit) -> Option<bool>;
}

/// Edits; none where nothing is given.
pub(super) fn edits(given: Option<Given>) -> Edits {
    let Some(given) = given else { return Edits::default() };
    let documents = given.documents().map(|documents| Object::entries(&documents)).unwrap_or_default();
    let said = documents.iter().map(|entry| {
        let entry = Array::from(&entry);
        let edit: GivenEdit = entry.get(1).unchecked_into();
        let (title, source, date, url) = (edit.title(), edit.source(), edit.date(), edit.url());
        let edit = Edit { title, source, date, url, order: edit.order(), exclude: edit.exclude() };
        (entry.get(0).unchecked_into::<JsString>().into(), edit)
    });
    Edits { title: given.title(), documents: said.collect() }
}
