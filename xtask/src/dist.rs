//! The pipeline, in the order of the data: engine, bundles, the command, the default pack, the demo site.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::files::{command, pkg_dist, root, work_folder};
use crate::step::{Step, timed};
use crate::{bundle, engine, studio, tools};

/// Builds everything that has changed.
pub fn run() -> Result<()> {
    tools::wasm_target()?;
    tools::npm_packages()?;
    engine::build()?;
    studio::build()?;
    bundle::scripts()?;
    bundle::manifest()?;
    timed("cargo build (command)", || {
        tools::run(&mut tools::cargo(&["build", "--quiet", "--release", "--bin", "briefing"]))
    })?;
    default_pack()?;
    bundle::standalone()?;
    bundle::demo_site(&static_page()?)
}

/// pkg/dist/briefing.wasm: the engine with the briefing over corpus/ inside; and its web site, of which the demo takes the
/// static brief.
fn default_pack() -> Result<()> {
    let wasm = pkg_dist().join("briefing.wasm");
    let inputs = [command(), root().join("corpus"), pkg_dist().join("engine.wasm")];
    let step = Step {
        name: "briefing build corpus",
        inputs: &inputs,
        settings: "",
        outputs: &[wasm.clone(), static_page()?],
    };
    step.run(|| {
        let pack = work_folder()?.join("corpus.brief");
        let mut build = Command::new(command());
        build.args(["build", "corpus", "-o"]).arg(pack).arg("--wasm").arg(&wasm);
        tools::output(build.arg("--site").arg(corpus_site()?)).map(drop)
    })
}

fn corpus_site() -> Result<PathBuf> {
    Ok(work_folder()?.join("corpus-site"))
}

/// The page of the briefing over corpus/ that needs no script to be read.
fn static_page() -> Result<PathBuf> {
    Ok(corpus_site()?.join("index.html"))
}
