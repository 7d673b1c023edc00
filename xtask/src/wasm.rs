//! A WebAssembly module of the library: cargo → wasm-bindgen's library → wasm-opt.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::files::{pkg_dist, root, target, work_folder};
use crate::step::{Step, timed};
use crate::tools::{self, WASM};

/// What is built, and how.
pub struct Module<'a> {
    /// Its name in pkg/dist.
    pub name: &'a str,
    /// Features of the library that it has; nothing else.
    pub features: &'a str,
    /// Cargo's profile.
    pub profile: &'a str,
    /// More flags for the compiler.
    pub flags: &'a [&'a str],
    /// Arguments of wasm-opt.
    pub optimise: &'a [&'a str],
}

/// Compiles a module; gives the file.
pub fn compile(module: &Module<'_>) -> Result<PathBuf> {
    let kept = work_folder()?.join(format!("{}.compiled.wasm", module.name));
    timed(&format!("cargo build ({})", module.name), || {
        let mut flags = remapped_paths()?;
        flags.extend(module.flags.iter().map(|&flag| flag.to_owned()));
        let flags = format!("target.{WASM}.rustflags={flags:?}");
        let arguments = ["build", "--quiet", "--profile", module.profile, "--lib", "--target", WASM];
        let mut command = tools::cargo(&arguments);
        tools::run(command.args(only(module.features)).args(["--config", &flags]))?;
        let compiled = target().join(WASM).join(module.profile).join("briefing.wasm");
        // Modules of one profile have one name there.
        fs::copy(&compiled, &kept).with_context(|| format!("cannot copy {}", compiled.display()))?;
        Ok(())
    })?;
    Ok(kept)
}

/// Arguments of cargo for these features and no others.
pub fn only(features: &str) -> [&str; 3] {
    ["--no-default-features", "--features", features]
}

/// Makes the glue of a compiled module, and the module that it loads, NAME.js and NAME_bg.wasm in a folder.
pub fn bind(compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .generate(folder)
}

/// Builds pkg/dist/NAME.wasm from what [`bind`] made.
pub fn optimise(module: &Module<'_>, bound: &Path) -> Result<()> {
    let optimised = pkg_dist().join(format!("{}.wasm", module.name));
    let step = Step {
        name: &format!("wasm-opt ({})", module.name),
        inputs: &[bound.to_path_buf(), root().join("package-lock.json")],
        settings: &module.optimise.join(" "),
        outputs: std::slice::from_ref(&optimised),
    };
    step.run(|| {
        tools::run(tools::npm_program("wasm-opt").args(module.optimise).arg(bound).arg("-o").arg(&optimised))?;
        names_no_home(&optimised)
    })
}

/// Compiler flags that keep the paths of this machine out of the binary.
pub fn remapped_paths() -> Result<Vec<String>> {
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

fn names_no_home(module: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    if let Some(home) = std::env::home_dir() {
        let home = home.into_os_string().into_encoded_bytes();
        let found = home.len() > 1 && bytes.windows(home.len()).any(|window| window == home);
        ensure!(!found, "{} names the home folder of this machine", module.display());
    }
    Ok(())
}
