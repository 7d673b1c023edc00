//! One step of the pipeline: done only when its inputs changed, reported in one line with its time.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::files;

/// What a step reads and writes.
///
/// A step is up to date while a digest over the *content* of its inputs is the one of its last success and all its
/// outputs exist.
pub struct Step<'a> {
    /// What is printed.
    pub name: &'a str,
    /// Files and folders read.
    pub inputs: &'a [PathBuf],
    /// Whatever else decides the result: flags, versions.
    pub settings: &'a str,
    /// Files and folders written.
    pub outputs: &'a [PathBuf],
}

impl Step<'_> {
    /// Does the work, unless it has been done.
    pub fn run(&self, work: impl FnOnce() -> Result<()>) -> Result<()> {
        let digest = files::digest(self.inputs, self.settings)?;
        let stamp = files::work_folder()?.join(format!("{}.stamp", self.name.replace([' ', '/'], "-")));
        let done = std::fs::read_to_string(&stamp).is_ok_and(|last| last == digest);
        if done && self.outputs.iter().all(|output| output.exists()) {
            println!("{:<28}up to date", self.name);
            return Ok(());
        }
        // Work that is broken off leaves outputs of which no stamp may tell.
        if stamp.exists() {
            std::fs::remove_file(&stamp).with_context(|| format!("cannot remove {}", stamp.display()))?;
        }
        timed(self.name, work)?;
        std::fs::write(&stamp, digest).with_context(|| format!("cannot write {}", stamp.display()))
    }
}

/// Does work that knows by itself what is up to date, such as cargo's. A line is written at once: works may go on side by side.
pub fn timed(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    let start = Instant::now();
    let done = work();
    let told = if done.is_ok() { seconds(start.elapsed()) } else { "failed".to_owned() };
    println!("{name:<28}{told}");
    done.with_context(|| format!("{name} failed"))
}

/// A duration as people read it.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
