//! The browser benches: the package beside other search libraries; the page; making a briefing in a browser.
//!
//! The peers are npm packages of bench/ alone, installed when the bench is first run.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::browsers::{CHROMIUM, FIREFOX};
use crate::files::{released_command, root, site, work_folder};
use crate::step::Step;
use crate::{dist, tools};

/// Options that ask for another bench than the one of search, and its script.
const OTHERS: [(&str, &str); 2] = [("--face", "face.mjs"), ("--making", "making.mjs")];

/// Runs the bench with the options that follow the command; a full run writes its table into docs/benchmarks.md.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut options = options(arguments)?;
    let browsers = [CHROMIUM, FIREFOX].map(|browser| browser.find().map(|path| (browser.variable, path)));
    let browsers = browsers.into_iter().collect::<Result<Vec<_>>>()?;
    dist::release()?;
    peers()?;
    let mut bench = Command::new("node");
    let other = OTHERS.iter().find(|(option, _)| options.iter().any(|given| given == option));
    if let Some((option, script)) = other {
        options.retain(|given| given != option);
        bench.arg(folder().join(script)).arg("--site").arg(site());
    } else {
        bench.arg(folder().join("run.mjs"));
    }
    bench
        .args(&options)
        .arg("--command")
        .arg(released_command())
        .arg("--work")
        .arg(work_folder()?.join("bench"))
        .envs(browsers);
    if !options.iter().any(|option| option == "--quick") {
        bench.arg("--write").arg(root().join("docs").join("benchmarks.md"));
    }
    tools::run(&mut bench)
}

fn folder() -> PathBuf {
    root().join("bench")
}

/// The options as run.mjs takes them, files by their full paths: it runs in another folder than the user.
fn options(arguments: &[String]) -> Result<Vec<String>> {
    let mut options = Vec::new();
    let mut rest = arguments.iter();
    while let Some(flag) = rest.next() {
        options.push(flag.clone());
        match flag.as_str() {
            flag if flag == "--quick" || OTHERS.iter().any(|(option, _)| *option == flag) => {}
            "--docs" | "--queries" => {
                let file = rest.next().with_context(|| format!("{flag} needs a file"))?;
                let path = std::path::absolute(file).with_context(|| format!("{file:?} is no path"))?;
                options.push(path.display().to_string());
            }
            _ => bail!(
                "bench takes only --docs FILE, --queries FILE, --face, --making and --quick, not {flag}"
            ),
        }
    }
    Ok(options)
}

/// The packages of bench/package-lock.json.
fn peers() -> Result<()> {
    let inputs = ["package.json", "package-lock.json"].map(|name| folder().join(name));
    let outputs = [folder().join("node_modules")];
    // Not `npm ci`: Pagefind 1.6.0 names programs for other systems that the registry does not have, and `ci` wants
    // them all in the lock file. What is in the lock file is installed from it here too, and nothing is written back.
    Step { name: "npm install (bench)", inputs: &inputs, settings: "", outputs: &outputs }.run(|| {
        let arguments = ["install", "--no-save", "--silent", "--ignore-scripts", "--prefix"];
        tools::run(Command::new("npm").args(arguments).arg(folder()))
    })
}

#[cfg(test)]
mod tests {
    use super::options;

    fn given(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn files_are_named_by_full_paths() {
        let options = options(&given("--quick --docs news.jsonl.gz")).expect("known options");
        assert_eq!(options[..2], given("--quick --docs")[..]);
        assert!(std::path::Path::new(&options[2]).is_absolute());
        assert!(options[2].ends_with("news.jsonl.gz"));
    }

    #[test]
    fn what_is_no_option_or_lacks_its_file_is_an_error() {
        for line in ["--fast", "news.jsonl", "--docs", "--quick --queries"] {
            assert!(options(&given(line)).is_err(), "{line}");
        }
    }
}
