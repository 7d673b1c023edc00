//! The outside programs that the pipeline calls, and getting the ones that a fresh machine lacks.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::files::root;
use crate::step::{Step, timed};

/// The compilation target of the engine and the studio.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The compilation target of the command for Node: it has files, arguments and a terminal.
pub const WASI: &str = "wasm32-wasip1";

/// Runs a command in the root of the repository; its output is shown.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    let status = command.current_dir(root()).status().with_context(|| format!("cannot start `{shown}`"))?;
    ensure!(status.success(), "`{shown}` ended with {status}");
    Ok(())
}

/// What a command prints; its errors are shown.
pub fn output(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command
        .current_dir(root())
        .stderr(std::process::Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{shown}`"))?;
    ensure!(output.status.success(), "`{shown}` ended with {}", output.status);
    String::from_utf8(output.stdout).with_context(|| format!("`{shown}` printed what is not UTF-8"))
}

/// A command as it would be typed.
pub fn show(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy()));
    words.join(" ")
}

/// `cargo`, quiet unless something is wrong.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    command
}

/// A program of a package in node_modules.
pub fn npm_program(name: &str) -> Command {
    Command::new(root().join("node_modules").join(".bin").join(name))
}

/// The WebAssembly targets of the toolchain.
pub fn wasm_targets() -> Result<()> {
    [WASM, WASI].into_iter().try_for_each(|target| {
        let folder = output(Command::new("rustc").args(["--print", "target-libdir", "--target", target]))?;
        if PathBuf::from(folder.trim()).is_dir() {
            return Ok(());
        }
        timed("rustup target add", || run(Command::new("rustup").args(["target", "add", target])))
    })
}

/// The packages of package-lock.json.
pub fn npm_packages() -> Result<()> {
    let inputs = ["package.json", "package-lock.json", "pkg/package.json"].map(|name| root().join(name));
    let step =
        Step { name: "npm ci", inputs: &inputs, settings: "", outputs: &[root().join("node_modules")] };
    step.run(|| {
        Command::new("npm")
            .arg("--version")
            .output()
            .context("npm is not installed: Node.js 20 or later brings it")?;
        run(Command::new("npm").args(["ci", "--silent", "--ignore-scripts"]))
    })
}
