//! Pictures of every view, for people to look at.

use std::process::Command;

use anyhow::Result;

use crate::browsers::CHROMIUM;
use crate::files::root;
use crate::{dist, tools};

/// Builds the demo site and takes its pictures into docs/screens.
pub fn run() -> Result<()> {
    let chromium = CHROMIUM.find()?;
    dist::run()?;
    let script = root().join("tests").join("browser").join("screens.mjs");
    tools::run(Command::new("node").arg(script).env(CHROMIUM.variable, chromium))
}
