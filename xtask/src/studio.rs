//! The studio: the small one, which a page loads at first, and the whole one, with the formats that are heavy.

use anyhow::Result;

use crate::files::{copy, pkg_dist, work_folder};
use crate::step::Step;
use crate::wasm::{self, Module};

/// Arguments of wasm-opt: names go, and the code stays nearly as the compiler made it, for to optimise it takes minutes. In the
/// order of their names, functions stand beside their like, and brotli takes a hundredth off.
const WASM_OPT: [&str; 8] = [
    "--dae",
    "--duplicate-function-elimination",
    "--coalesce-locals",
    "--reorder-locals",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// What the small studio has.
const FEATURES: &str = "studio";

/// Its builds stand beside all others, with which they run at one time.
const FOLDER: &str = "studio";

const SMALL: Module<'_> =
    Module { name: "studio", features: FEATURES, profile: "studio", folder: FOLDER, flags: &[] };
const WHOLE: Module<'_> =
    Module { name: "studio-whole", features: "studio,pdf", profile: "portable", folder: FOLDER, flags: &[] };

/// Builds pkg/dist/studio.{js,wasm} and pkg/dist/studio-whole.{js,wasm}.
pub fn build() -> Result<()> {
    one(&SMALL)?;
    one(&WHOLE)
}

fn one(module: &Module<'_>) -> Result<()> {
    let compiled = wasm::compile(module)?;
    let folder = work_folder()?.join(module.name);
    let bound = folder.join(format!("{}_bg.wasm", module.name));
    let [glue, types] = ["js", "d.ts"].map(|ending| pkg_dist().join(format!("{}.{ending}", module.name)));
    let step = Step {
        name: &format!("wasm-bindgen ({})", module.name),
        inputs: std::slice::from_ref(&compiled),
        settings: "0.2.130 web",
        outputs: &[bound.clone(), glue.clone(), types.clone()],
    };
    step.run(|| {
        wasm::bind(&compiled, module.name, &folder)?;
        copy(&folder.join(format!("{}.js", module.name)), &glue)?;
        copy(&folder.join(format!("{}.d.ts", module.name)), &types)
    })?;
    wasm::optimise(module.name, &bound, &WASM_OPT)
}
