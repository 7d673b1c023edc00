//! The JavaScript bundles, and the demo site put together from www/ and the npm package.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::files::{copy, pkg_dist, root, site, walk};
use crate::step::Step;
use crate::tools;

/// Bundles the element with Lit: pkg/dist/define.js for pages, pkg/dist/single.js to be put into one HTML file.
pub fn scripts() -> Result<()> {
    let script = root().join("xtask").join("bundle.mjs");
    let inputs = [
        script.clone(),
        root().join("package-lock.json"),
        root().join("pkg").join("element"),
        root().join("pkg").join("index.js"),
        root().join("pkg").join("assets.js"),
        root().join("pkg").join("assets.dist.js"),
        root().join("pkg").join("assets.inline.js"),
        pkg_dist().join("engine.js"),
    ];
    let outputs = ["define.js", "single.js"].map(|name| pkg_dist().join(name));
    let step = Step { name: "esbuild", inputs: &inputs, settings: "", outputs: &outputs };
    step.run(|| tools::run(Command::new("node").arg(&script)))
}

/// Assembles target/site: www/ at the top (but the shell of the single file), the package's files under pkg/.
pub fn demo_site() -> Result<()> {
    let www = root().join("www");
    let pkg = root().join("pkg");
    let mut pages = walk(std::slice::from_ref(&www))?;
    pages.retain(|path| *path != www.join("single.html"));
    let package: Vec<PathBuf> = [
        "index.js",
        "assets.js",
        "dist/engine.js",
        "dist/engine.wasm",
        "dist/briefing.wasm",
        "dist/define.js",
    ]
    .iter()
    .map(|name| pkg.join(name))
    .collect();
    let inputs: Vec<PathBuf> = pages.iter().chain(&package).cloned().collect();
    let step = Step { name: "demo site", inputs: &inputs, settings: "", outputs: &[site().join("pkg")] };
    step.run(|| {
        if site().exists() {
            fs::remove_dir_all(site()).with_context(|| format!("cannot clear {}", site().display()))?;
        }
        copy_under(&pages, &www, &site())?;
        copy_under(&package, &pkg, &site().join("pkg"))
    })
}

fn copy_under(files: &[PathBuf], from: &Path, to: &Path) -> Result<()> {
    for file in files {
        copy(file, &to.join(file.strip_prefix(from)?))?;
    }
    Ok(())
}
