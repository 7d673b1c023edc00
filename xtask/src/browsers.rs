//! Finding a browser, or installing Debian's where that may be done.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::step::timed;
use crate::tools;

/// A browser that tests need.
pub struct Browser {
    /// Environment variable that names its program; the test harness reads it too.
    pub variable: &'static str,
    /// Usual names of the program.
    names: &'static [&'static str],
    /// Debian's package of it.
    package: &'static str,
}

/// Chromium or Chrome.
pub const CHROMIUM: Browser = Browser {
    variable: "CHROME",
    names: &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    package: "chromium",
};

/// Firefox.
pub const FIREFOX: Browser =
    Browser { variable: "FIREFOX", names: &["firefox-esr", "firefox"], package: "firefox-esr" };

impl Browser {
    /// Path of the program; installs Debian's package when there is none and this is Debian and root.
    pub fn find(&self) -> Result<PathBuf> {
        if let Some(given) = std::env::var_os(self.variable) {
            let given = PathBuf::from(given);
            if given.is_file() {
                return Ok(given);
            }
            bail!("{} names {}, which is no file", self.variable, given.display());
        }
        if let Some(found) = self.on_path() {
            return Ok(found);
        }
        if debian_root() {
            let package = self.package;
            timed(&format!("apt-get install {package}"), || {
                tools::run(Command::new("apt-get").args(["-qq", "update"]))?;
                tools::run(
                    Command::new("apt-get")
                        .args(["-qq", "-y", "--no-install-recommends", "install", package])
                        .env("DEBIAN_FRONTEND", "noninteractive")
                        .stdout(std::process::Stdio::null()),
                )
            })?;
        }
        match self.on_path() {
            Some(found) => Ok(found),
            None => bail!(
                "no {} found: install it, or set {} to the path of its program",
                self.package,
                self.variable
            ),
        }
    }

    fn on_path(&self) -> Option<PathBuf> {
        let path = std::env::var_os("PATH")?;
        let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
        self.names
            .iter()
            .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
            .find(|path| path.is_file())
    }
}

/// Whether Debian's packages can be installed by this user.
fn debian_root() -> bool {
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    Path::new("/etc/debian_version").exists() && root
}
