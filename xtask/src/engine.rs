//! The engine: cargo → wasm-bindgen's library → what is dead taken out → wasm-opt.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::files::{pkg_dist, work_folder};
use crate::shrink;
use crate::step::Step;
use crate::wasm::{self, Module};

/// What cargo builds the engine with; `size` asks for the dependencies of the same.
pub const FEATURES: &str = "wasm";

/// Smallest after brotli of what was tried: 31.9 kB with -Oz alone, 31.8 when it is repeated until nothing changes, 31.3
/// when large functions with one caller stay on their own. `--strip-target-features` comes after the optimiser
/// has read them.
const WASM_OPT: [&str; 6] = [
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size=20",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// How large a function LLVM inlines; 225 by itself. After brotli the engine is 40.4 kB at 100, 39.9 at 60, 39.3 at 20; at 20 the
/// slow queries of somebody who types take an eighth longer than at 60.
const INLINE: &str = "-Cllvm-args=-inline-threshold=60";

/// Bytes of the stack, a megabyte by itself, all of which counts as memory of the page. All cards, and queries of one word to six
/// hundred, did with an eighth of that (measured).
const STACK: &str = "-Clink-arg=-zstack-size=131072";

const MODULE: Module<'_> =
    Module { name: "engine", features: FEATURES, profile: "engine", folder: "", flags: &[INLINE, STACK] };

/// Builds pkg/dist/engine.{js,wasm} and pkg/dist/types.d.ts.
pub fn build() -> Result<()> {
    let compiled = wasm::compile(&MODULE)?;
    let bound = work_folder()?.join("bindgen");
    let outputs = [bound.join("engine_bg.wasm"), pkg_dist().join("engine.js"), pkg_dist().join("types.d.ts")];
    let step = Step {
        name: "wasm-bindgen",
        inputs: std::slice::from_ref(&compiled),
        settings: "0.2.130 web, types of the data alone, shrunk",
        outputs: &outputs,
    };
    step.run(|| bind(&compiled, &bound))?;
    wasm::optimise(MODULE.name, &bound.join("engine_bg.wasm"), &WASM_OPT)
}

fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    wasm::bind(compiled, "engine", folder)?;
    let read = |name: &str| fs::read(folder.join(name)).context("cannot read what wasm-bindgen wrote");
    let (wasm, glue) = shrink::engine(&read("engine_bg.wasm")?, &String::from_utf8(read("engine.js")?)?)?;
    fs::write(folder.join("engine_bg.wasm"), wasm).context("cannot write the shrunk engine")?;
    fs::create_dir_all(pkg_dist()).context("cannot make pkg/dist")?;
    fs::write(pkg_dist().join("engine.js"), glue).context("cannot write pkg/dist/engine.js")?;
    let types =
        fs::read_to_string(folder.join("engine.d.ts")).context("cannot read what wasm-bindgen wrote")?;
    let shapes =
        shapes(&types).context("wasm-bindgen's types do not have the data first and a class after it")?;
    fs::write(pkg_dist().join("types.d.ts"), shapes).context("cannot write pkg/dist/types.d.ts")
}

/// The shapes of the data, which wasm-bindgen puts before the classes: the part of its types that is published.
fn shapes(types: &str) -> Option<&str> {
    let class = types.find("export class ")?;
    let comment = types.get(..class)?.rfind("/**")?;
    Some(types.get(..comment)?.trim_end())
}
