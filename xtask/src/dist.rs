//! The pipeline, in the order of the data: engine, bundles, the command, the default pack, the demo site.

use std::path::PathBuf;
use std::process::Command;
use std::thread;

use anyhow::{Result, anyhow};

use crate::files::{command, copy, pkg_dist, root, target, work_folder};
use crate::step::{Step, timed};
use crate::tools::{self, WASI};
use crate::{bundle, engine, studio, wasm};

/// Builds everything that has changed; the studio, which takes longest, beside all others.
pub fn run() -> Result<()> {
    tools::wasm_targets()?;
    tools::npm_packages()?;
    thread::scope(|scope| {
        let studio = scope.spawn(studio::build);
        commands()?;
        studio.join().map_err(|_| anyhow!("the build of the studio broke off"))?
    })?;
    default_pack()?;
    bundle::standalone()?;
    bundle::demo_site(&static_page()?)
}

/// As [`run`], and the command for people.
pub fn release() -> Result<()> {
    run()?;
    timed("cargo build (release)", || {
        tools::run(&mut tools::cargo(&["build", "--quiet", "--release", "--bin", "briefing"]))
    })
}

/// The engine, what pages load with it, and the command that holds both: as a program, and for Node.
fn commands() -> Result<()> {
    engine::build()?;
    bundle::scripts()?;
    bundle::manifest()?;
    timed("cargo build (command)", || {
        // With the features that the tests of the workspace give what it is made of, so that it is made once.
        tools::run(&mut tools::cargo(&["build", "--quiet", "--workspace", "--bin", "briefing"]))
    })?;
    command_for_node()
}

/// pkg/dist/command.wasm: the same command for `npx`.
fn command_for_node() -> Result<()> {
    timed("cargo build (for Node)", || {
        let arguments = ["build", "--quiet", "--profile", "portable", "--bin", "briefing", "--target", WASI];
        let mut build = tools::cargo(&arguments);
        build.args(["--config", &wasm::flags(WASI, &[])?, "--config", "profile.portable.strip=\"symbols\""]);
        tools::run(&mut build)
    })?;
    copy(&target().join(WASI).join("portable").join("briefing.wasm"), &pkg_dist().join("command.wasm"))
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
