//! Tells the command `briefing` where `cargo xtask dist` has put the prebuilt engine, scripts and page shell.
//!
//! Only the command holds them, and only where all of them exist; the library never depends on them.

use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rustc-check-cfg=cfg(briefing_prebuilt)");
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_CLI").is_none() {
        return;
    }
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let parts = [
        ("BRIEFING_ENGINE", "pkg/dist/engine.wasm"),
        ("BRIEFING_SCRIPT", "pkg/dist/single.js"),
        ("BRIEFING_MODULE", "pkg/dist/define.js"),
        ("BRIEFING_SHELL", "www/single.html"),
    ]
    .map(|(variable, path)| (variable, root.join(path)));
    for (_, path) in &parts {
        println!("cargo::rerun-if-changed={}", nearest(path).display());
    }
    if parts.iter().all(|(_, path)| path.is_file()) {
        println!("cargo::rustc-cfg=briefing_prebuilt");
        for (variable, path) in &parts {
            println!("cargo::rustc-env={variable}={}", path.display());
        }
    }
}

/// The path, or the nearest folder above it: cargo takes a path that does not exist for one that always changes.
fn nearest(path: &Path) -> &Path {
    path.ancestors().find(|path| path.exists()).unwrap_or(path)
}
