//! The JavaScript bundles, and the demo site put together from www/ and the npm package.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::files::{copy, pkg_dist, root, site, walk};
use crate::step::Step;
use crate::tools;

/// Bundles the element with Lit: pkg/dist/define.js for pages, with pkg/dist/views/ for what is loaded when it is needed;
/// pkg/dist/single.js to be put into one HTML file; pkg/dist/studio/ for the page that makes briefings.
pub fn scripts() -> Result<()> {
    let outputs = ["define.js", "views", "views.json", "shell.html", "single.js", "studio"];
    let outputs = outputs.map(|name| pkg_dist().join(name));
    let mut inputs = sources(&["engine.js"]);
    inputs.extend([root().join("www").join("single.html"), studio()]);
    let step = Step { name: "bundle", inputs: &inputs, settings: "", outputs: &outputs };
    step.run(|| node("bundle.mjs", &[]))
}

/// pkg/dist/standalone.js: one script with all of it, and the default briefing, inside.
pub fn standalone() -> Result<()> {
    let inputs = sources(&["engine.js", "briefing.wasm"]);
    let step = Step {
        name: "bundle (standalone)",
        inputs: &inputs,
        settings: "",
        outputs: &[pkg_dist().join("standalone.js")],
    };
    step.run(|| node("bundle.mjs", &["standalone"]))
}

/// pkg/dist/custom-elements.json: what tools are told of the element.
pub fn manifest() -> Result<()> {
    let mut inputs = sources(&["engine.js"]);
    inputs.push(root().join("xtask").join("manifest.mjs"));
    let step = Step {
        name: "manifest",
        inputs: &inputs,
        settings: "",
        outputs: &[pkg_dist().join("custom-elements.json")],
    };
    step.run(|| node("manifest.mjs", &[]))
}

/// Where the studio's modules stand.
fn studio() -> PathBuf {
    root().join("www").join("studio")
}

/// What the bundles are made of, the named files of pkg/dist among it.
fn sources(built: &[&str]) -> Vec<PathBuf> {
    let pkg = [
        "element",
        "briefing-error.js",
        "index.js",
        "options.js",
        "assets.js",
        "assets.dist.js",
        "assets.inline.js",
        "assets.standalone.js",
        "unpacked.js",
    ];
    let mut sources = vec![root().join("xtask").join("bundle.mjs"), root().join("package-lock.json")];
    sources.extend(pkg.map(|name| root().join("pkg").join(name)));
    sources.extend(built.iter().map(|name| pkg_dist().join(name)));
    sources
}

/// Runs a script of xtask/.
fn node(script: &str, arguments: &[&str]) -> Result<()> {
    tools::run(Command::new("node").arg(root().join("xtask").join(script)).args(arguments))
}

/// Assembles target/site: www/ at the top (but the shell of the single file, and what is bundled), the brief of the static page in its page, the
/// package's files under pkg/, and the list of it all for the service worker.
pub fn demo_site(static_page: &Path) -> Result<()> {
    let www = root().join("www");
    let pkg = root().join("pkg");
    let mut pages = walk(std::slice::from_ref(&www))?;
    pages.retain(|path| *path != www.join("single.html") && !path.starts_with(studio()));
    let package: Vec<PathBuf> = [
        "briefing-error.js",
        "build.js",
        "index.js",
        "assets.js",
        "options.js",
        "parts.js",
        "dist/engine.js",
        "dist/engine.wasm",
        "dist/briefing.wasm",
        "dist/define.js",
        "dist/shell.html",
        "dist/single.js",
        "dist/studio.js",
        "dist/studio.wasm",
        "dist/studio-whole.js",
        "dist/studio-whole.wasm",
        "dist/studio",
        "dist/views",
        "dist/views.json",
    ]
    .iter()
    .map(|name| pkg.join(name))
    .collect();
    let package = walk(&package)?;
    let scripts = ["demo.mjs", "precache.mjs"].map(|name| root().join("xtask").join(name));
    let static_page = static_page.to_path_buf();
    let inputs: Vec<PathBuf> =
        pages.iter().chain(&package).chain(&scripts).chain([&static_page]).cloned().collect();
    let step =
        Step { name: "demo site", inputs: &inputs, settings: "", outputs: &[site().join("precache.js")] };
    step.run(|| {
        if site().exists() {
            fs::remove_dir_all(site()).with_context(|| format!("cannot clear {}", site().display()))?;
        }
        copy_under(&pages, &www, &site())?;
        copy_under(&package, &pkg, &site().join("pkg"))?;
        node("demo.mjs", &[&site().join("index.html").to_string_lossy(), &static_page.to_string_lossy()])?;
        node("precache.mjs", &[&site().to_string_lossy()])
    })
}

fn copy_under(files: &[PathBuf], from: &Path, to: &Path) -> Result<()> {
    for file in files {
        copy(file, &to.join(file.strip_prefix(from)?))?;
    }
    Ok(())
}
