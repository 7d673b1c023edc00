//! The studio: the small one, which a page loads at first, and the whole one, with the formats that are heavy.

use anyhow::{Context, Result};

use crate::files::{copy, pkg_dist, work_folder};
use crate::step::Step;
use crate::wasm::{self, Module};

/// For speed, not for size: a build is long work. What `-O2` makes is larger by a twentieth than what `-Oz` makes.
const WASM_OPT: [&str; 4] = ["-O2", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// What the small studio has.
pub const FEATURES: &str = "studio";

/// Both, the small one first.
pub const MODULES: [Module<'_>; 2] = [
    Module { name: "studio", features: FEATURES, profile: "studio", flags: &[], optimise: &WASM_OPT },
    Module { name: "studio-whole", features: "studio,formats", profile: "studio", flags: &[], optimise: &WASM_OPT },
];

/// Builds pkg/dist/studio.{js,wasm} and pkg/dist/studio-whole.{js,wasm}.
pub fn build() -> Result<()> {
    MODULES.iter().try_for_each(one)
}

fn one(module: &Module<'_>) -> Result<()> {
    let compiled = wasm::compile(module)?;
    let folder = work_folder()?.join(module.name);
    let bound = folder.join(format!("{}_bg.wasm", module.name));
    let glue = pkg_dist().join(format!("{}.js", module.name));
    let step = Step {
        name: &format!("wasm-bindgen ({})", module.name),
        inputs: std::slice::from_ref(&compiled),
        settings: "0.2.130 web",
        outputs: &[bound.clone(), glue.clone()],
    };
    step.run(|| {
        wasm::bind(&compiled, module.name, &folder)?;
        copy(&folder.join(format!("{}.js", module.name)), &glue).context("cannot keep the glue")
    })?;
    wasm::optimise(module, &bound)
}
