//! The workshop: `cargo xtask …` builds, serves, tests and weighs everything that is not one cargo command.
//!
//! [`dist`] is the pipeline that the other commands stand on; its steps run through [`step`], which skips what
//! has not changed and prints one line each.

mod bench;
mod browsers;
mod bundle;
mod dist;
mod engine;
mod files;
mod live;
mod screens;
mod serve;
mod shrink;
mod size;
mod step;
mod studio;
mod tally;
mod tests;
mod tools;
mod wasm;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const USAGE: &str = "\
cargo xtask serve [--port N] [PATH…] build everything and serve the demo page on 127.0.0.1 (port 8080 unless told), or a briefing
                                     of the articles at PATH, built again and loaded anew when they change
cargo xtask test [GROUP…] [NAME…]    run every test, or those of the groups rust, node, browser, or of those names
cargo xtask dist                     build pkg/dist, the command `briefing` and the demo site
cargo xtask size                     weigh what readers download against its budget
cargo xtask bench [--docs FILE.jsonl[.gz]] [--queries FILE.jsonl] [--quick]
                                     measure search beside other libraries in one browser; see docs/benchmarks.md
cargo xtask bench --face             measure first paint, shift and keys of the page instead
cargo xtask bench --making           measure the making of a briefing in browsers beside the native command
cargo xtask screens                  take pictures of every view into docs/screens, for people to look at";

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all went well; an error is something that kept the command from doing its work.
fn run() -> Result<bool> {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next();
    let rest: Vec<String> = arguments.collect();
    match command.as_deref() {
        Some("serve") => {
            let (port, paths) = port(&rest)?;
            serve::run(port, paths).map(|()| true)
        }
        Some("test") => tests::run(&rest),
        Some("dist") if rest.is_empty() => dist::release().map(|()| true),
        Some("size") if rest.is_empty() => size::run(),
        Some("screens") if rest.is_empty() => screens::run().map(|()| true),
        Some("bench") => bench::run(&rest).map(|()| true),
        _ => bail!("unknown command or argument; the commands are:\n{USAGE}"),
    }
}

/// The port, and the paths behind it.
fn port(arguments: &[String]) -> Result<(u16, &[String])> {
    match arguments {
        [flag, number, paths @ ..] if flag == "--port" => {
            let port = number.parse().with_context(|| format!("{number:?} is no port number"))?;
            Ok((port, paths))
        }
        paths if paths.iter().any(|path| path.starts_with("--")) => bail!("serve takes --port N, then paths"),
        paths => Ok((serve::DEFAULT_PORT, paths)),
    }
}
