//! The engine: cargo → wasm-bindgen's library → what is dead taken out → wasm-opt.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::files::{pkg_dist, root, target, work_folder};
use crate::shrink::shrink;
use crate::step::{Step, timed};
use crate::tools::{self, WASM};

/// What cargo builds the engine with; `size` asks for the dependencies of the same.
pub const FEATURES: [&str; 3] = ["--no-default-features", "--features", "wasm"];

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

/// Builds pkg/dist/engine.{js,wasm} and pkg/dist/types.d.ts.
pub fn build() -> Result<()> {
    let compiled = target().join(WASM).join("engine").join("briefing.wasm");
    timed("cargo build (engine)", compile)?;

    let bound = work_folder()?.join("bindgen");
    let outputs = [bound.join("engine_bg.wasm"), pkg_dist().join("engine.js"), pkg_dist().join("types.d.ts")];
    let step = Step {
        name: "wasm-bindgen",
        inputs: std::slice::from_ref(&compiled),
        settings: "0.2.130 web, types of the data alone, shrunk",
        outputs: &outputs,
    };
    step.run(|| bind(&compiled, &bound))?;

    let optimised = pkg_dist().join("engine.wasm");
    let step = Step {
        name: "wasm-opt",
        inputs: &[bound.join("engine_bg.wasm"), root().join("package-lock.json")],
        settings: &WASM_OPT.join(" "),
        outputs: std::slice::from_ref(&optimised),
    };
    step.run(|| optimise(&bound.join("engine_bg.wasm"), &optimised))
}

fn compile() -> Result<()> {
    let mut flags = remapped_paths()?;
    flags.extend([INLINE, STACK].map(str::to_owned));
    let flags = format!("target.{WASM}.rustflags={flags:?}");
    let mut command = tools::cargo(&["build", "--quiet", "--profile", "engine", "--lib", "--target", WASM]);
    tools::run(command.args(FEATURES).args(["--config", &flags]))
}

/// Compiler flags that keep the paths of this machine out of the binary.
fn remapped_paths() -> Result<Vec<String>> {
    let sysroot = tools::output(std::process::Command::new("rustc").args(["--print", "sysroot"]))?;
    let mut prefixes = vec![(root(), "/briefing"), (PathBuf::from(sysroot.trim()), "/rust")];
    if let Some(home) = cargo_home() {
        prefixes.push((home, "/cargo"));
    }
    Ok(prefixes.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect())
}

fn cargo_home() -> Option<PathBuf> {
    let given = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    given.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .out_name("engine")
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .generate(folder)?;
    let read = |name: &str| fs::read(folder.join(name)).context("cannot read what wasm-bindgen wrote");
    let (wasm, glue) = shrink(&read("engine_bg.wasm")?, &String::from_utf8(read("engine.js")?)?)?;
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

fn optimise(bound: &Path, optimised: &Path) -> Result<()> {
    tools::run(tools::npm_program("wasm-opt").args(WASM_OPT).arg(bound).arg("-o").arg(optimised))?;
    let bytes = fs::read(optimised).with_context(|| format!("cannot read {}", optimised.display()))?;
    if let Some(home) = std::env::home_dir() {
        let home = home.into_os_string().into_encoded_bytes();
        let found = home.len() > 1 && bytes.windows(home.len()).any(|window| window == home);
        ensure!(!found, "the engine names the home folder of this machine");
    }
    Ok(())
}
