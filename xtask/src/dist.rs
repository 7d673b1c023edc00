//! The pipeline, in the order of the data: engine, bundles, the command, the default pack, the demo site.

use std::process::Command;

use anyhow::Result;

use crate::files::{command, pkg_dist, root, work_folder};
use crate::step::{Step, timed};
use crate::{bundle, engine, tools};

/// Builds everything that has changed.
pub fn run() -> Result<()> {
    tools::wasm_target()?;
    tools::npm_packages()?;
    engine::build()?;
    bundle::scripts()?;
    bundle::manifest()?;
    timed("cargo build (command)", || {
        tools::run(&mut tools::cargo(&["build", "--quiet", "--release", "--bin", "briefing"]))
    })?;
    default_pack()?;
    bundle::standalone()?;
    bundle::demo_site()
}

/// pkg/dist/briefing.wasm: the engine with the briefing over corpus/ inside.
fn default_pack() -> Result<()> {
    let wasm = pkg_dist().join("briefing.wasm");
    let inputs = [command(), root().join("corpus"), pkg_dist().join("engine.wasm")];
    let step = Step {
        name: "briefing build corpus",
        inputs: &inputs,
        settings: "",
        outputs: std::slice::from_ref(&wasm),
    };
    step.run(|| {
        let pack = work_folder()?.join("corpus.brief");
        tools::output(
            Command::new(command()).args(["build", "corpus", "-o"]).arg(pack).arg("--wasm").arg(&wasm),
        )
        .map(drop)
    })
}
