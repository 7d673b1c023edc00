//! How far a build is: one line of a terminal that is written over, and nothing where standard error is no terminal.

use std::io::{self, IsTerminal as _, Write as _};

/// Signs of the bar.
const WIDTH: usize = 20;

/// The line; dropped, it is gone.
pub(crate) struct Progress {
    shown: bool,
}

impl Progress {
    pub(crate) fn new(quiet: bool) -> Self {
        let is_plain = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        Self { shown: !quiet && !is_plain && io::stderr().is_terminal() }
    }

    /// Tells what is done now, and how many of how many were done before.
    pub(crate) fn tell(&self, name: &str, done: usize, of: usize) {
        self.write(&line(name, done, of));
    }

    fn write(&self, line: &str) {
        if self.shown {
            // What cannot be shown is no reason to end.
            let _ = write!(io::stderr(), "\r{line}\x1b[K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.write("");
    }
}

fn line(name: &str, done: usize, of: usize) -> String {
    let full = (WIDTH * done).checked_div(of).unwrap_or_default().min(WIDTH);
    format!("{}{} {done}/{of} {name}", "█".repeat(full), "░".repeat(WIDTH - full))
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_bar_grows_with_what_is_done() {
        assert_eq!(line("words", 0, 15), "░░░░░░░░░░░░░░░░░░░░ 0/15 words");
        assert_eq!(line("files", 3, 4), "███████████████░░░░░ 3/4 files");
        assert_eq!(line("files", 0, 0), "░░░░░░░░░░░░░░░░░░░░ 0/0 files");
    }
}
