//! The studio: the small one, which a page loads at first, and the whole one, with the formats that are heavy.

use anyhow::Result;

use crate::files::{copy, pkg_dist, work_folder};
use crate::step::Step;
use crate::wasm::{self, Module};

/// What `-O2` makes is as small after brotli as what `-Oz` makes, and faster.
pub const WASM_OPT: [&str; 4] = ["-O2", "--strip-debug", "--strip-producers", "--strip-target-features"];

/// What the small studio has.
pub const FEATURES: &str = "studio";

/// Both, the small one first.
pub const MODULES: [Module<'_>; 2] = [
    Module { name: "studio", features: FEATURES, profile: "studio", flags: &[] },
    Module { name: "studio-whole", features: "studio,pdf", profile: "studio", flags: &[] },
];

/// Builds pkg/dist/studio.{js,wasm} and pkg/dist/studio-whole.{js,wasm}.
pub fn build() -> Result<()> {
    MODULES.iter().try_for_each(one)
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
