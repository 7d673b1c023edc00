//! Weighing what readers download, and the list of what the engine is made of.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::dist;
use crate::engine::FEATURES;
use crate::files::{pkg_dist, root, site};
use crate::tools::{self, WASM};
use crate::wasm::only;

/// Most bytes of the engine without a pack, brotli 11. The goal is 38,000, which it does not keep yet; this is what it
/// weighs now, so that it can only become less.
const ENGINE_BUDGET: u64 = 40_000;

/// Most bytes of the small studio, brotli 11.
const STUDIO_BUDGET: u64 = 400_000;

/// Most bytes of all that the demo page loads, its five-document pack included, brotli 11.
const PAGE_BUDGET: u64 = 85_000;

/// What the demo page loads, one file of the site a line; a browser test compares it with what a browser asks for.
const PAGE: &str = include_str!("../demo-page.txt");

/// Prints the table; whether everything is within its budget and the engine has no dependency that is not allowed.
pub fn run() -> Result<bool> {
    dist::run()?;
    let engine = vec![pkg_dist().join("engine.wasm")];
    let page: Vec<PathBuf> = PAGE.lines().map(|name| site().join(name)).collect();
    println!("\n{:<42}{:>10}{:>10}{:>10}", "", "bytes", "brotli", "budget");
    let engine = weigh("engine without a pack", &engine, ENGINE_BUDGET)?;
    let page = weigh("the demo page with all it loads", &page, PAGE_BUDGET)?;
    let studio = weigh("the studio without heavy formats", &[pkg_dist().join("studio.wasm")], STUDIO_BUDGET)?;
    let dependencies = dependencies_are_allowed()?;
    Ok(engine && page && studio && dependencies)
}

/// Prints one part of the table; whether it is within its budget.
fn weigh(name: &str, files: &[PathBuf], budget: u64) -> Result<bool> {
    let mut total = (0, 0);
    for file in files {
        let bytes = fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?.len();
        let packed = brotli(file)?;
        let shown = file.strip_prefix(site()).or_else(|_| file.strip_prefix(root()))?;
        println!("  {:<40}{bytes:>10}{packed:>10}", shown.display());
        total = (total.0 + bytes, total.1 + packed);
    }
    let verdict = if total.1 > budget { "  over budget" } else { "" };
    println!("{name:<42}{:>10}{:>10}{budget:>10}{verdict}", total.0, total.1);
    Ok(total.1 <= budget)
}

/// Bytes of a file after brotli at its strongest, by Node's zlib.
fn brotli(file: &Path) -> Result<u64> {
    const SCRIPT: &str = "const { brotliCompressSync, constants } = require('node:zlib');\
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };\
        console.log(brotliCompressSync(require('node:fs').readFileSync(process.argv[1]), { params }).length);";
    let printed = tools::output(Command::new("node").args(["--eval", SCRIPT]).arg(file))?;
    printed.trim().parse().with_context(|| format!("Node's zlib printed {printed:?} for a size"))
}

/// Compares the crates that are linked into the engine with the checked-in list.
fn dependencies_are_allowed() -> Result<bool> {
    let list = root().join("xtask").join("engine-dependencies.txt");
    let text = fs::read_to_string(&list).with_context(|| format!("cannot read {}", list.display()))?;
    let allowed: BTreeSet<&str> =
        text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let mut tree = tools::cargo(&["tree", "--package", "briefing", "--target", WASM, "--prefix", "none"]);
    let tree = tools::output(
        tree.args(["--edges", "normal,no-proc-macro", "--format", "{p}"]).args(only(FEATURES)),
    )?;
    let linked: BTreeSet<&str> =
        tree.lines().filter_map(|line| line.split(' ').next()).filter(|name| *name != "briefing").collect();
    ensure!(!linked.is_empty(), "cargo tree names no dependency of the engine");
    for name in linked.difference(&allowed) {
        println!(
            "the engine has gained the dependency {name}, which xtask/engine-dependencies.txt does not allow"
        );
    }
    for name in allowed.difference(&linked) {
        println!("xtask/engine-dependencies.txt allows {name}, which the engine does not have");
    }
    println!("{} crates are linked into the engine", linked.len());
    Ok(linked == allowed)
}
