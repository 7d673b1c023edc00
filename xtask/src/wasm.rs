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
    /// Where cargo works, below its target folder: builds in two folders need not wait for each other.
    pub folder: &'a str,
    /// More flags for the compiler.
    pub flags: &'a [&'a str],
}

/// Compiles a module; gives the file.
pub fn compile(module: &Module<'_>) -> Result<PathBuf> {
    let kept = work_folder()?.join(format!("{}.compiled.wasm", module.name));
    timed(&format!("cargo build ({})", module.name), || {
        let arguments = ["build", "--quiet", "--profile", module.profile, "--lib", "--target", WASM];
        let mut command = tools::cargo(&arguments);
        let folder = target().join(module.folder);
        command.args(only(module.features)).arg("--target-dir").arg(&folder);
        tools::run(command.args(["--config", &flags(WASM, module.flags)?]))?;
        let compiled = folder.join(WASM).join(module.profile).join("briefing.wasm");
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

/// Builds pkg/dist/NAME.wasm from another module, with these arguments of wasm-opt.
pub fn optimise(name: &str, module: &Path, arguments: &[&str]) -> Result<()> {
    let optimised = pkg_dist().join(format!("{name}.wasm"));
    let step = Step {
        name: &format!("wasm-opt ({name})"),
        inputs: &[module.to_path_buf(), root().join("package-lock.json")],
        settings: &arguments.join(" "),
        outputs: std::slice::from_ref(&optimised),
    };
    step.run(|| {
        fs::create_dir_all(pkg_dist()).context("cannot make pkg/dist")?;
        tools::run(tools::npm_program("wasm-opt").args(arguments).arg(module).arg("-o").arg(&optimised))?;
        names_no_home(&optimised)
    })
}

/// Cargo's setting of the compiler's flags: these, and those that keep the paths of this machine out of the binary.
pub fn flags(target: &str, more: &[&str]) -> Result<String> {
    let sysroot = tools::output(std::process::Command::new("rustc").args(["--print", "sysroot"]))?;
    let mut prefixes = vec![(root(), "/briefing"), (PathBuf::from(sysroot.trim()), "/rust")];
    if let Some(home) = cargo_home() {
        prefixes.push((home, "/cargo"));
    }
    let remapped = prefixes.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    let flags: Vec<String> = remapped.chain(more.iter().map(|&flag| flag.to_owned())).collect();
    Ok(format!("target.{target}.rustflags={flags:?}"))
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
