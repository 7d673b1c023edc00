//! Counting what test runners report.

use std::fmt;

/// Tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
}

impl Tally {
    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// The count of a runner that ended with success or not: one that ended badly without a failed test (it did not
    /// compile, say) has failed once.
    pub fn judged(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    /// The sum of cargo's lines `test result: ok. 3 passed; 0 failed; …`.
    pub fn of_cargo(output: &str) -> Self {
        let mut tally = Self::default();
        for line in output.lines().filter(|line| line.starts_with("test result: ")) {
            tally.passed += before(line, " passed");
            tally.failed += before(line, " failed");
        }
        tally
    }

    /// The sum of Node's lines `# pass 3`, `# fail 0` and `# cancelled 0` (TAP).
    pub fn of_node(output: &str) -> Self {
        let count = |name: &str| -> u32 {
            output
                .lines()
                .filter_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.trim().parse::<u32>().ok())
                .sum()
        };
        Self { passed: count("pass "), failed: count("fail ") + count("cancelled ") }
    }
}

/// The number that stands before a word.
fn before(line: &str, word: &str) -> u32 {
    let number = line.split(word).next().and_then(|head| head.rsplit(' ').next());
    number.and_then(|number| number.parse().ok()).unwrap_or_default()
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lines_are_summed() {
        let output = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                      test result: FAILED. 10 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(Tally::of_cargo(output), Tally { passed: 12, failed: 3 });
    }

    #[test]
    fn node_lines_are_summed_and_cancelled_tests_have_failed() {
        assert_eq!(
            Tally::of_node("# tests 9\n# pass 7\n# fail 1\n# cancelled 1\n"),
            Tally { passed: 7, failed: 2 }
        );
    }

    #[test]
    fn a_runner_that_ends_badly_has_failed() {
        assert_eq!(Tally::default().judged(false).to_string(), "0 passed, 1 failed");
        assert_eq!(Tally { passed: 1, failed: 2 }.judged(false).to_string(), "1 passed, 2 failed");
        assert_eq!(Tally { passed: 1, failed: 0 }.judged(true).to_string(), "1 passed, 0 failed");
    }
}
