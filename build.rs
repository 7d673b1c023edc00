//! Tells the command `briefing` where `cargo xtask dist` has put the prebuilt engine, scripts and page shell.
//!
//! Only the command holds them, and only where all of them exist; the library never depends on them.

use std::fmt::Write;
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
    let views = root.join("pkg/dist/views");
    for path in parts.iter().map(|(_, path)| path).chain([&views]) {
        println!("cargo::rerun-if-changed={}", nearest(path).display());
    }
    if parts.iter().all(|(_, path)| path.is_file()) {
        println!("cargo::rustc-cfg=briefing_prebuilt");
        for (variable, path) in &parts {
            println!("cargo::rustc-env={variable}={}", path.display());
        }
        if let Err(error) = list(&views) {
            println!("cargo::error={}: {error}", views.display());
        }
    }
}

/// Writes the modules that the widget loads when it needs them, as an array of names and texts, for the command to include.
fn list(folder: &Path) -> std::io::Result<()> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    files.sort();
    let mut array = String::from("&[");
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        write!(array, "(\"views/{name}\", include_str!({file:?})),").map_err(std::io::Error::other)?;
    }
    array.push(']');
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    std::fs::write(out.join("views.rs"), array)
}

/// The path, or the nearest folder above it: cargo takes a path that does not exist for one that always changes.
fn nearest(path: &Path) -> &Path {
    path.ancestors().find(|path| path.exists()).unwrap_or(path)
}
