//! The command `briefing`, from outside: what it prints, what it writes, and what it says when it cannot.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// The command: the one that cargo built, or one that is named, which must behave as it does.
fn program() -> std::ffi::OsString {
    std::env::var_os("BRIEFING_COMMAND").unwrap_or_else(|| env!("CARGO_BIN_EXE_briefing").into())
}

fn briefing(arguments: &[&str]) -> Output {
    Command::new(program()).args(arguments).output().unwrap()
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// A folder for one test with the default corpus built into `b.brief`.
fn built() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("b.brief").to_str().unwrap().to_owned();
    let output = briefing(&["build", corpus().to_str().unwrap(), "-o", &pack]);
    assert!(output.status.success(), "{}", stderr(&output));
    (folder, pack)
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = briefing(arguments);
    assert!(output.status.success(), "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Fails with exit code 1 and one line on stderr, which is given back.
fn refused(arguments: &[&str]) -> String {
    let output = briefing(arguments);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
    stderr(&output).to_owned()
}

/// Names of the files in a folder.
fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn the_default_corpus_has_five_reports_and_four_independent_texts() {
    let (_folder, pack) = built();
    let report = json(&["inspect", &pack, "--json"]);
    assert_eq!(report["documents"].as_array().unwrap().len(), 5);
    assert_eq!(report["origins"], 4);
    let copy =
        report["documents"].as_array().unwrap().iter().find(|document| document["nearCopyOf"].is_string());
    assert_eq!(copy.unwrap()["document"], "2024-01-26-preparing-for-us-iraqi-talks");
    let sections = report["sections"].as_array().unwrap();
    let sum: u64 = sections.iter().map(|section| section["bytes"].as_u64().unwrap()).sum();
    assert!(sum < report["bytes"].as_u64().unwrap());
}

#[test]
fn a_search_prints_the_hit_for_people_and_its_span_for_programs() {
    let (_folder, pack) = built();
    let output = briefing(&["search", &pack, "peshmerga"]);
    let printed = stdout(&output);
    assert!(printed.starts_with('“') && printed.contains("\n1. "), "the answer, then the hits: {printed}");
    let response = json(&["search", &pack, "peshmerga", "--json"]);
    assert_eq!(response["query"], "peshmerga");
    assert_eq!(response["hits"][0]["document"], "2023-08-10-peshmerga-joint-effort");
    let excerpt = &response["hits"][0]["excerpt"];
    assert!(excerpt["span"]["text"].as_str().unwrap().contains("Peshmerga"));
    assert!(excerpt["marks"][0][0].as_u64() < excerpt["marks"][0][1].as_u64());
}

#[test]
fn limit_and_offset_cut_a_page_out_of_the_same_ranking() {
    let (_folder, pack) = built();
    let all = json(&["search", &pack, "Iraq security", "--json"]);
    let page = json(&["search", &pack, "Iraq security", "--json", "--limit", "2", "--offset", "1"]);
    assert_eq!(page["total"], all["total"]);
    assert_eq!(page["hits"].as_array().unwrap()[..], all["hits"].as_array().unwrap()[1..3]);
}

#[test]
fn queries_from_a_file_are_answered_in_trec_form() {
    let (folder, pack) = built();
    let queries = folder.path().join("q.jsonl");
    fs::write(&queries, "{\"id\":\"7\",\"text\":\"peshmerga\"}\n\n{\"id\":\"8\",\"text\":\"zzz\"}\n")
        .unwrap();
    let output = briefing(&["search", &pack, "--queries", queries.to_str().unwrap(), "--format", "trec"]);
    let lines: Vec<&str> = stdout(&output).lines().collect();
    assert_eq!(lines.len(), 1);
    assert!(lines[0].starts_with("7 Q0 2023-08-10-peshmerga-joint-effort 1 "), "{}", lines[0]);
}

#[test]
fn queries_that_are_no_queries_are_refused_before_any_is_answered() {
    let (folder, pack) = built();
    let queries = folder.path().join("q.jsonl");
    let ask = ["search", &pack, "--queries", queries.to_str().unwrap(), "--format", "trec"];
    for line in [
        "{\"id\":\"7\"}",
        "[]",
        "{\"id\":\"7",
        "{\"id\":\"a b\",\"text\":\"x\"}",
        "{\"id\":\"\",\"text\":\"x\"}",
    ] {
        fs::write(&queries, format!("{{\"id\":\"1\",\"text\":\"peshmerga\"}}\n{line}\n")).unwrap();
        let message = refused(&ask);
        assert!(
            message.contains("q.jsonl:2: expected an object with an id without blanks and a string text"),
            "{message}"
        );
    }
    fs::write(&queries, "\u{feff}{\"id\":7,\"text\":\"peshmerga\"}\r\n").unwrap();
    assert!(stdout(&briefing(&ask)).starts_with("7 Q0 2023"), "numbers and byte order marks are taken");
}

#[test]
fn an_identifier_that_trec_cannot_hold_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(at("two words.txt"), "Ministers met on Monday to talk about fishing rights.\n").unwrap();
    assert!(briefing(&["build", &at("two words.txt"), "-o", &at("b.brief")]).status.success());
    fs::write(at("q.jsonl"), "{\"id\":\"1\",\"text\":\"fishing\"}\n").unwrap();
    let message = refused(&["search", &at("b.brief"), "--queries", &at("q.jsonl"), "--format", "trec"]);
    assert!(message.contains("document \"two words\": its identifier has a blank"), "{message}");
}

#[test]
fn the_overview_keeps_to_a_length_in_words() {
    let (_folder, pack) = built();
    let whole = json(&["card", &pack, "overview", "--json"]);
    let points = whole["keyPoints"].as_array().unwrap();
    assert!((5..=10).contains(&points.len()), "{}", points.len());
    let short = json(&["card", &pack, "overview", "--words", "60", "--json"]);
    let words: usize = short["keyPoints"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| point["span"]["text"].as_str().unwrap().split_whitespace().count())
        .sum();
    assert!((1..=60).contains(&words), "{words}");
}

#[test]
fn an_article_card_needs_a_document_that_is_there() {
    let (_folder, pack) = built();
    let card = json(&["card", &pack, "article", "--id", "2024-07-24-pentagon-dialogue-new-phase", "--json"]);
    assert_eq!((card["kind"].as_str(), card["titleFrom"].as_str()), (Some("article"), Some("metadata")));
    assert!((2..=4).contains(&card["summary"].as_array().unwrap().len()));
    let message = refused(&["card", &pack, "article", "--id", "nobody"]);
    assert!(message.contains("no document is named “nobody”"), "{message}");
    assert_eq!(briefing(&["card", &pack, "article"]).status.code(), Some(2));
}

#[test]
fn the_same_articles_give_the_same_bytes_wherever_and_whenever() {
    let (folder, pack) = built();
    let copy = folder.path().join("copy");
    fs::create_dir(&copy).unwrap();
    let mut names = files(&corpus());
    names.reverse();
    for name in names {
        fs::copy(corpus().join(&name), copy.join(&name)).unwrap();
    }
    let other = folder.path().join("other.brief");
    let output = briefing(&["build", copy.to_str().unwrap(), "-o", other.to_str().unwrap()]);
    assert!(output.status.success());
    assert!(fs::read(&pack).unwrap() == fs::read(other).unwrap());
}

#[test]
fn a_pack_that_cannot_be_read_is_refused_by_name_and_place() {
    let (folder, pack) = built();
    let bytes = fs::read(&pack).unwrap();
    let broken = folder.path().join("broken.brief");
    let path = broken.to_str().unwrap();
    let check = |content: &[u8], expected: &str| {
        fs::write(&broken, content).unwrap();
        for arguments in [&["inspect", path][..], &["search", path, "x"], &["card", path, "overview"]] {
            let message = refused(arguments);
            assert!(message.contains("broken.brief: ") && message.contains(expected), "{message}");
        }
    };
    let short = &bytes[..bytes.len() - 7];
    check(short, &format!("cut short: expected {} bytes, found {}", bytes.len(), short.len()));
    let mut later = bytes.clone();
    later[8] = 9;
    check(&later, "format version 9 at byte 8, but this engine reads version 3");
    check(b"PK\x03\x04 something else", "not a briefing pack: expected its mark at byte 0");
    check(b"", "not a briefing pack");
    let message = refused(&["inspect", folder.path().join("none.brief").to_str().unwrap()]);
    assert!(message.contains("cannot read") && message.contains("none.brief"), "{message}");
}

#[test]
fn wrong_input_is_refused_in_one_line_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("b.brief");
    let missing = folder.path().join("missing");
    let message = refused(&["build", missing.to_str().unwrap(), "-o", pack.to_str().unwrap()]);
    assert!(message.contains("missing"), "{message}");
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn wrong_usage_is_refused_in_one_line() {
    for (arguments, expected) in [
        (&["build", "-o", "x"][..], "required arguments were not provided: <PATH>...; see `briefing --help`"),
        (&["nonsense"], "unrecognized subcommand 'nonsense'; see `briefing --help`"),
        (&["search", "b.brief", "x", "--limit", "-1"], "unexpected argument '-1' found; to pass"),
        (
            &["search", "b.brief", "x", "--limit", "4294967296"],
            "invalid value '4294967296' for '--limit <N>'",
        ),
        (&["card", "b.brief", "article"], "--id <ID>"),
    ] {
        let output = briefing(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
        assert!(
            stderr(&output).starts_with("briefing: ") && stderr(&output).contains(expected),
            "{}",
            stderr(&output)
        );
    }
    assert_eq!(briefing(&["--help"]).status.code(), Some(0));
}

#[test]
fn an_article_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Ministers met on Monday to talk about fishing rights.\n";
    for name in ["a.txt", "b.md.gz", "briefing.toml", "photo.jpg", "list"] {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        let message = refused(&["build", corpus().to_str().unwrap(), "-o", path.to_str().unwrap()]);
        assert!(message.contains(&format!("{name}: it is there already and may be an article")), "{message}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
    let message = refused(&["build", corpus().to_str().unwrap(), "-o", "-"]);
    assert!(message.contains("cannot write -: nothing is written to standard output"), "{message}");
}

#[test]
fn a_file_without_an_ending_is_written_where_it_is_empty_or_a_pack() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pack");
    fs::write(&path, "").unwrap();
    for _ in 0..2 {
        assert!(
            briefing(&["build", corpus().to_str().unwrap(), "-o", path.to_str().unwrap()]).status.success()
        );
    }
    assert!(fs::metadata(&path).unwrap().len() > 0);
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_what_it_leads_to_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let [link, there] = ["link.brief", "there.brief"].map(|name| folder.path().join(name));
    fs::write(&there, "").unwrap();
    std::os::unix::fs::symlink("there.brief", &link).unwrap();
    assert!(briefing(&["build", corpus().to_str().unwrap(), "-o", link.to_str().unwrap()]).status.success());
    assert!(link.is_symlink() && fs::metadata(&there).unwrap().len() > 0);
}

#[cfg(unix)]
#[test]
fn links_to_folders_are_followed_but_not_in_circles() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let text =
        |name: &str, words: &str| fs::write(at(name), format!("{words} met on Monday to talk.\n")).unwrap();
    for name in ["all", "rest", "more"] {
        fs::create_dir(at(name)).unwrap();
    }
    text("all/one.txt", "Ministers");
    text("rest/two.txt", "Fishers");
    text("more/three.txt", "Bakers");
    let more = at("more");
    for (target, link) in [
        (Path::new("../rest"), "all/rest"),
        (&more, "all/more"),
        (Path::new("../all"), "rest/again"),
        (Path::new("all"), "link"),
        (Path::new("link"), "link-of-link"),
    ] {
        std::os::unix::fs::symlink(target, at(link)).unwrap();
    }
    for name in ["all", "link", "link-of-link", "link/"] {
        let report =
            json(&["build", at(name).to_str().unwrap(), "-o", at("b.brief").to_str().unwrap(), "--json"]);
        assert_eq!(report["documents"].as_array().unwrap().len(), 3, "{report}");
        let refused = report["refused"].as_array().unwrap();
        assert_eq!(refused.len(), 1, "{report}");
        assert!(
            refused[0]["message"].as_str().unwrap().contains("a link leads back to its own folder"),
            "{report}"
        );
    }
}

#[test]
fn a_briefing_of_a_folder_is_said_to_be_none() {
    let message = refused(&["inspect", corpus().to_str().unwrap()]);
    assert!(message.contains("is a folder; name a file"), "{message}");
}

#[test]
fn a_page_of_an_earlier_build_is_written_over_and_read_by_none() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let text = "Ministers met on Monday to talk about fishing rights.\n";
    fs::write(at("a.txt"), text).unwrap();
    fs::write(at("b.csv"), "title;body\n").unwrap();
    fs::write(at("t.html"), "<body><briefing-widget></briefing-widget></body>").unwrap();
    let pack = at("t.brief");
    let output = briefing(&["build", folder.path().to_str().unwrap(), "-o", &pack]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stdout(&output).contains(": 1 documents"), "{}", stdout(&output));
    assert!(stderr(&output).contains("briefing: left out: "), "{}", stderr(&output));
    assert!(stderr(&output).contains("b.csv:1: there is no column \"text\""), "{}", stderr(&output));
    assert!(briefing(&["build", &at("a.txt"), "-o", &at("t.html")]).status.success());
    fs::write(at("mine.html"), "<p>An article that I wrote myself.</p>").unwrap();
    let message = refused(&["build", &at("a.txt"), "-o", &at("mine.html")]);
    assert!(message.contains("it is there already and may be an article"), "{message}");
}

#[test]
fn two_outputs_in_one_place_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("b.brief");
    let same = folder.path().join(".").join("b.brief");
    for option in ["--html", "--wasm"] {
        let message = refused(&[
            "build",
            corpus().to_str().unwrap(),
            "-o",
            pack.to_str().unwrap(),
            option,
            same.to_str().unwrap(),
        ]);
        assert!(message.contains("b.brief: named for two outputs"), "{message}");
    }
    // The folder of the site is not there yet.
    let site = folder.path().join("site");
    let page = site.join("index.html");
    let message = refused(&[
        "build",
        corpus().to_str().unwrap(),
        "-o",
        pack.to_str().unwrap(),
        "--html",
        page.to_str().unwrap(),
        "--site",
        site.to_str().unwrap(),
    ]);
    assert!(message.contains("index.html: named for two outputs"), "{message}");
    assert_eq!(files(folder.path()), [""; 0]);
}

/// A device that takes nothing, and a reader that is gone: an error or silence, never a panic.
#[cfg(target_os = "linux")]
#[test]
fn output_that_nobody_takes_is_no_panic() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("b.brief");
    let run = |script: &str| {
        Command::new("bash")
            .args(["-c", script, "bash"])
            .arg(program())
            .arg("build")
            .arg(corpus())
            .arg("-o")
            .arg(&pack)
            .output()
            .unwrap()
    };
    let full = run("exec \"$@\" > /dev/full");
    assert_eq!(
        (full.status.code(), stderr(&full).lines().last()),
        (Some(1), Some("briefing: No space left on device"))
    );
    let gone = run("set -o pipefail; \"$@\" | exec true");
    assert_eq!((gone.status.code(), stderr(&gone).contains("panicked")), (Some(0), false));
    let mute = run("exec \"$@\" --limit 2> /dev/full");
    assert_eq!(mute.status.code(), Some(2));
}

#[test]
fn an_output_that_cannot_be_written_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let corpus = corpus();
    let corpus = corpus.to_str().unwrap();
    let nowhere = folder.path().join("nowhere").join("b.brief");
    let message = refused(&["build", corpus, "-o", nowhere.to_str().unwrap()]);
    assert!(message.contains("cannot write") && message.contains("b.brief"), "{message}");

    let taken = folder.path().join("taken");
    fs::create_dir(&taken).unwrap();
    let message = refused(&["build", corpus, "-o", taken.to_str().unwrap()]);
    assert!(message.contains("is no file"), "{message}");
    assert_eq!(files(folder.path()), ["taken"]);
}

/// A full disk, by a limit on the size of files: the second output does not fit, so the first is not put either, and a
/// file that was there stays as it was.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("b.brief");
    fs::write(&pack, "old").unwrap();
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$@\"";
    let output = Command::new("bash")
        .args(["-c", script, "bash"])
        .arg(program())
        .arg("build")
        .arg(corpus())
        .arg("-o")
        .arg(&pack)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("cannot write") && stderr(&output).contains("b.brief"),
        "{}",
        stderr(&output)
    );
    assert_eq!(fs::read_to_string(&pack).unwrap(), "old");
    assert_eq!(files(folder.path()), ["b.brief"]);
}

/// A folder of one's own with two articles and a file that is none.
fn articles() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    for (name, text) in [
        ("rain.txt", "Rain fell on the northern towns for the whole of Monday.\n"),
        (
            "hail.md",
            "---\ndate: 2031-05-06\n---\nShare\n\nHail fell on the southern towns for the whole of Tuesday.\n",
        ),
        ("sheet.csv", "a,b\n1,2\n"),
    ] {
        fs::write(folder.path().join("in").join(name), text).unwrap();
    }
    folder
}

#[test]
fn a_build_tells_programs_what_it_made_and_what_it_left_out() {
    let folder = articles();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let output = briefing(&["build", &at("in"), "-o", &at("b.brief"), "--json"]);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["bytes"].as_u64(), Some(fs::metadata(at("b.brief")).unwrap().len()));
    assert_eq!(report["documents"][0]["id"], "hail");
    assert_eq!(report["documents"][0]["dropped"][0]["rule"], "interface");
    assert_eq!(report["documents"][1]["place"], at("in/rain.txt"));
    let left_out = &report["refused"][0];
    assert_eq!((left_out["code"].as_str(), left_out["line"].as_u64()), (Some("bad-file"), Some(1)));
    assert_eq!(left_out["file"], at("in/sheet.csv"));

    let output = briefing(&["build", &at("in"), "-o", &at("s.brief"), "--strict", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let failure: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(failure["error"]["file"], at("in/sheet.csv"));
    let message = refused(&["build", &at("in"), "-o", &at("s.brief"), "--strict"]);
    assert!(
        message.starts_with("briefing: left out, and so nothing is written: ")
            && message.contains("sheet.csv:1: "),
        "{message}"
    );
    assert!(!Path::new(&at("s.brief")).exists());
    let output = briefing(&["build", &at("in"), "-o", &at("b.brief"), "--quiet"]);
    assert_eq!((output.status.code(), stdout(&output), stderr(&output)), (Some(0), "", ""));
}

#[test]
fn paths_come_from_standard_input_by_line_or_nul() {
    let folder = articles();
    let pack = folder.path().join("b.brief");
    for list in
        ["in/rain.txt\nin/hail.md\n", "in/rain.txt\0in/hail.md", "\u{feff}in/rain.txt\r\n  \r\nin/hail.md"]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_briefing"))
            .args(["build", "-", "-o", "b.brief"])
            .current_dir(folder.path())
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        std::io::Write::write_all(&mut command.stdin.take().unwrap(), list.as_bytes()).unwrap();
        let output = command.wait_with_output().unwrap();
        assert!(
            output.status.success() && stdout(&output).contains("b.brief: 2 documents, "),
            "{}",
            stdout(&output)
        );
    }
    assert!(pack.exists());
    let message = refused(&["build", "-", "-o", pack.to_str().unwrap()]);
    assert!(message.contains("standard input lists no path"), "{message}");
}

#[test]
fn articles_are_added_replaced_and_removed() {
    let folder = articles();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let build = |paths: &[&str], pack: &str| {
        let paths: Vec<String> = paths.iter().map(|path| at(path)).collect();
        let arguments: Vec<&str> =
            ["build", "-o", pack].into_iter().chain(paths.iter().map(String::as_str)).collect();
        assert!(briefing(&arguments).status.success());
        fs::read(pack).unwrap()
    };
    let all = build(&["in/rain.txt", "in/hail.md"], &at("all.brief"));
    let rain = build(&["in/rain.txt"], &at("b.brief"));
    let output = briefing(&["add", &at("b.brief"), &at("in/hail.md")]);
    assert!(stdout(&output).contains("b.brief: added hail; 2 documents, "), "{}", stdout(&output));
    assert!(fs::read(at("b.brief")).unwrap() == all);
    assert_eq!(
        json(&["add", &at("b.brief"), &at("in/hail.md"), "--json"])["same"],
        serde_json::json!(["hail"])
    );
    fs::write(at("in/rain.txt"), "Rain fell on the northern towns for the whole of Sunday.\n").unwrap();
    let report = json(&["add", &at("b.brief"), &at("in/rain.txt"), "-o", &at("c.brief"), "--json"]);
    assert_eq!(
        (&report["changed"], &report["added"]),
        (&serde_json::json!(["rain"]), &serde_json::json!([]))
    );
    assert!(fs::read(at("b.brief")).unwrap() == all && fs::read(at("c.brief")).unwrap() != all);

    let message = refused(&["remove", &at("b.brief"), "hial"]);
    assert!(
        message.contains("b.brief: no article has the identifier \"hial\"; did you mean hail?"),
        "{message}"
    );
    let message = refused(&["remove", &at("b.brief"), "hail", "rain"]);
    assert!(message.contains("b.brief: no article would be left"), "{message}");
    assert!(fs::read(at("b.brief")).unwrap() == all);
    let output = briefing(&["remove", &at("b.brief"), "hail"]);
    assert!(stdout(&output).contains("b.brief: removed hail; 1 documents, "), "{}", stdout(&output));
    assert!(fs::read(at("b.brief")).unwrap() == rain);
    let message = refused(&["add", &at("in/rain.txt"), &at("in/hail.md")]);
    assert!(message.contains("only a pack (.brief) is written anew"), "{message}");
}

#[test]
fn a_title_stays_when_articles_are_added() {
    let folder = articles();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    assert!(
        briefing(&["build", &at("in/rain.txt"), "-o", &at("b.brief"), "--title", "Storms"]).status.success()
    );
    fs::write(at("in/briefing.toml"), "title = \"Other\"\n").unwrap();
    assert_eq!(json(&["add", &at("b.brief"), &at("in"), "--json"])["title"], "Storms");
    assert_eq!(json(&["add", &at("b.brief"), &at("in"), "--title", "New", "--json"])["title"], "New");
}

#[test]
fn a_watched_folder_is_built_again_when_it_changes_and_errors_do_not_end_it() {
    use std::io::BufRead as _;
    let folder = articles();
    let at = |name: &str| folder.path().join("in").join(name);
    // The pack lies among the articles, and does not set off another build.
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefing"))
        .args(["build", "in", "-o", "in/b.brief", "--watch"])
        .current_dir(folder.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = std::io::BufReader::new(command.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut complaints = std::io::BufReader::new(command.stderr.take().unwrap()).lines().map(Result::unwrap);
    assert!(told.next().unwrap().contains(": 2 documents, "));
    fs::write(at("snow.txt"), "Snow fell on the northern towns for the whole of Monday.\n").unwrap();
    assert!(told.next().unwrap().contains(": 3 documents, "));
    fs::write(at("briefing.toml"), "title = 7\n").unwrap();
    assert!(complaints.next().unwrap().contains("briefing.toml:1: does not parse: title should be a string"));
    fs::write(at("briefing.toml"), "title = \"Seven\"\n").unwrap();
    assert!(told.next().unwrap().contains(": 3 documents, "));
    fs::remove_file(at("snow.txt")).unwrap();
    assert!(told.next().unwrap().contains(": 2 documents, "));
    command.kill().unwrap();
    command.wait().unwrap();
    assert_eq!(complaints.next(), None);
}

#[test]
fn control_characters_of_a_corpus_do_not_reach_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Ministers \u{1b}[31mmet\u{1b}[0m on Monday to talk about fishing rights in the north.\n";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    let pack = folder.path().join("b.brief").to_str().unwrap().to_owned();
    assert!(briefing(&["build", folder.path().to_str().unwrap(), "-o", &pack]).status.success());
    let output = briefing(&["search", &pack, "fishing"]);
    assert!(stdout(&output).contains("met"), "{}", stdout(&output));
    assert!(!stdout(&output).contains('\u{1b}'));
}
