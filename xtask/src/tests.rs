//! Every test there is: Rust, Node, browsers; counted into one last line.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::browsers::{CHROMIUM, FIREFOX};
use crate::files::{command, root, walk, work_folder};
use crate::tally::Tally;
use crate::{dist, tools};

/// What can be asked for by name.
const GROUPS: [&str; 3] = ["rust", "node", "browser"];

/// Runs the tests of the groups named at first, or of all; of those, the ones named so, or all.
pub fn run(arguments: &[String]) -> Result<bool> {
    let groups = arguments.iter().take_while(|argument| GROUPS.contains(&argument.as_str())).count();
    let (groups, names) = arguments.split_at(groups);
    let wanted = |group: &str| groups.is_empty() || groups.iter().any(|name| name == group);

    if wanted("node") || wanted("browser") {
        // A machine that lacks a browser should say so before minutes of building.
        CHROMIUM.find()?;
        FIREFOX.find()?;
    }
    dist::run()?;
    let mut tally = Tally::default();
    if wanted("rust") {
        tally.add(cargo(&mut test(&["--workspace"], names))?);
        // The command for Node passes the same tests.
        let command = root().join("pkg").join("bin").join("briefing-widget.js");
        let mut cli = test(&["--test", "cli"], names);
        tally.add(cargo(cli.env("BRIEFING_COMMAND", command))?);
        tally.add(cargo(&mut test(&["--package", "briefing", "--lib", "--no-default-features"], names))?);
    }
    if wanted("node") {
        tally.add(node("js", names)?);
    }
    if wanted("browser") {
        tally.add(node("browser", names)?);
    }
    println!("\n{tally}");
    Ok(tally.failed == 0)
}

/// `cargo test` with these arguments. Doc tests and bench targets are test targets too; without fail-fast all of them are
/// counted.
fn test(arguments: &[&str], names: &[String]) -> Command {
    let mut command = tools::cargo(&["test"]);
    command.args(arguments).args(["--no-fail-fast", "--quiet", "--"]).args(names);
    command
}

fn cargo(command: &mut Command) -> Result<Tally> {
    println!("\n{}", tools::show(command));
    command.current_dir(root()).stdout(Stdio::piped());
    let mut child = command.spawn().context("cannot start cargo")?;
    let mut output = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            println!("{line}");
            output.push_str(&line);
            output.push('\n');
        }
    }
    Ok(Tally::of_cargo(&output).judged(child.wait()?.success()))
}

/// Runs the files `*.test.mjs` of a folder of tests/ with Node's own runner, two files at a time: browsers are heavy.
fn node(folder: &str, names: &[String]) -> Result<Tally> {
    println!("\nnode --test tests/{folder}");
    let mut files = walk(&[root().join("tests").join(folder)])?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    let report = work_folder()?.join(format!("{folder}.tap"));
    let mut runner = Command::new("node");
    runner
        .args([
            "--test",
            "--test-concurrency=2",
            "--test-reporter=spec",
            "--test-reporter-destination=stdout",
        ])
        .args(["--test-reporter=tap", "--test-reporter-destination"])
        .arg(&report)
        .args(names.iter().map(|name| format!("--test-name-pattern={name}")))
        .args(&files)
        .env("BRIEFING", command())
        .env(CHROMIUM.variable, CHROMIUM.find()?)
        .env(FIREFOX.variable, FIREFOX.find()?)
        .current_dir(root());
    let success = runner.status().context("cannot start node")?.success();
    let output = fs::read_to_string(&report).with_context(|| format!("cannot read {}", report.display()))?;
    Ok(Tally::of_node(&output).judged(success))
}
