//! The studio: the small one, which a page loads at first, and the whole one, with the formats that are heavy.

use std::fs;

use anyhow::{Context, Result};

use crate::files::{copy, pkg_dist, work_folder};
use crate::shrink;
use crate::step::Step;
use crate::wasm::{self, Module};

/// Arguments of wasm-opt: names go, and the code stays nearly as the compiler made it, for to optimise it takes minutes. In the
/// order of the names that `shrink` gives them, functions stand beside their like, and brotli takes a hundredth off.
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

/// How large a function LLVM inlines; 50 by itself where it builds for size. After brotli the small studio was 426 kB at 50, 420 at 25
/// and 418 at 8, and its speed 0.61, 0.62 and 0.59 of the native one's; for "z" 400 kB and 0.47 at 60, 389 and 0.39 at 5.
const INLINE: &str = "-Cllvm-args=-inline-threshold=25";

const SMALL: Module<'_> =
    Module { name: "studio", features: FEATURES, profile: "studio", folder: FOLDER, flags: &[INLINE] };
const WHOLE: Module<'_> = Module {
    name: "studio-whole",
    features: "studio,languages,pdf",
    profile: "portable",
    folder: FOLDER,
    flags: &[],
};

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
        settings: "0.2.130 web, shrunk",
        outputs: &[bound.clone(), glue.clone(), types.clone()],
    };
    step.run(|| {
        wasm::bind(&compiled, module.name, &folder)?;
        let shrunk = shrink::studio(&fs::read(&bound).context("cannot read what wasm-bindgen wrote")?)?;
        fs::write(&bound, shrunk).context("cannot write the shrunk studio")?;
        copy(&folder.join(format!("{}.js", module.name)), &glue)?;
        copy(&folder.join(format!("{}.d.ts", module.name)), &types)
    })?;
    wasm::optimise(module.name, &bound, &WASM_OPT)
}
