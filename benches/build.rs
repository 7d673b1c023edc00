//! How long each step of a build takes on one core.
//!
//! The second column is of a build that remembers the one before, of which one article has changed.
//!
//! `cargo bench --bench build` measures 10,000 made-up articles; `cargo bench --bench build -- FILE...` files or folders
//! of your own. Each figure is the median of five builds, and the time on the processor where the system tells it (Linux),
//! so that what else runs on the machine counts little.

use std::error::Error;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use briefing::document::Corpus;
use briefing::ingest::{self, Ingested, InputFile};
use briefing::{Analyst, Step};

#[path = "build/made_up.rs"]
mod made_up;

const ARTICLES: usize = 10_000;
const ROUNDS: usize = 5;

/// What was measured, in the order of the steps.
type Times = Vec<Row>;

/// A step, whether it is for the cards alone, how long it takes, and how long after one article has changed.
type Row = (&'static str, bool, [Duration; 2]);

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds `--bench`.
    let paths: Vec<PathBuf> =
        std::env::args_os().skip(1).filter(|argument| argument != "--bench").map(PathBuf::from).collect();
    let made_up = made_up::articles(ARTICLES);
    let read = || -> Result<Ingested, briefing::Error> {
        if paths.is_empty() {
            ingest::parse(vec![InputFile { path: "made-up.jsonl".into(), bytes: made_up.clone() }])
        } else {
            ingest::read(&paths)
        }
    };
    let mut rounds = Vec::new();
    let mut articles = 0;
    for _ in 0..ROUNDS {
        let (times, count) = measure(read)?;
        rounds.push(times);
        articles = count;
    }
    print(&median(&rounds), articles);
    Ok(())
}

/// How long this thread has run, or time itself where the system does not say.
fn now() -> Duration {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|first| first.parse().ok());
    nanoseconds.map_or_else(|| BEGIN.elapsed(), Duration::from_nanos)
}

/// Times a build, and one of the same corpus with one article changed by a builder that remembers the first.
fn measure(read: impl Fn() -> Result<Ingested, briefing::Error>) -> Result<(Times, usize), briefing::Error> {
    let begun = now();
    let mut corpus = read()?.corpus;
    let ingest = ("ingest", false, [now() - begun, Duration::ZERO]);
    let mut analyst = Analyst::default();
    let first = steps(&mut analyst, &corpus)?;
    if let Some(article) = corpus.documents.last_mut() {
        article.title.push_str(" again");
    }
    let again = steps(&mut analyst, &corpus)?;
    let both = first.into_iter().zip(again);
    let rows = both.map(|((step, first), (_, again))| (step.name(), step.is_for_cards(), [first, again]));
    Ok((std::iter::once(ingest).chain(rows).collect(), corpus.documents.len()))
}

/// Times the steps of a build.
fn steps(analyst: &mut Analyst, corpus: &Corpus) -> Result<Vec<(Step, Duration)>, briefing::Error> {
    let mut begun = Vec::new();
    analyst.build(corpus, &mut |step| begun.push((step, now())))?;
    let end = now();
    let ends = begun.iter().skip(1).map(|&(_, at)| at).chain([end]);
    Ok(begun.iter().zip(ends).map(|(&(step, at), end)| (step, end - at)).collect())
}

/// The median of each step.
fn median(rounds: &[Times]) -> Times {
    let first = rounds.first().into_iter().flatten().enumerate();
    first
        .map(|(step, &(name, cards, _))| {
            let median = |which: usize| {
                let of = |times: &Times| times.get(step).map(|&(.., both)| both[which]);
                let mut all: Vec<Duration> = rounds.iter().filter_map(of).collect();
                all.sort_unstable();
                all.get(all.len() / 2).copied().unwrap_or_default()
            };
            (name, cards, [median(0), median(1)])
        })
        .collect()
}

/// Prints a table: steps that search needs, steps for cards, and all; then the articles in a second.
fn print(times: &Times, articles: usize) {
    let sum = |of: &dyn Fn(&Row) -> bool| {
        let rows = || times.iter().filter(|row| of(row));
        [0, 1].map(|which| rows().map(|(.., both)| both[which]).sum::<Duration>())
    };
    let row = |name: &str, both: [Duration; 2]| {
        let [first, again] = both.map(|time| time.as_secs_f64() * 1000.0);
        println!("| {name} | {first:.1} | {again:.1} |");
    };
    let rate = |time: Duration| articles as f64 / time.as_secs_f64();
    println!("| step | ms | one article changed |\n| --- | ---: | ---: |");
    for (cards, name) in [(false, "for search"), (true, "for cards")] {
        for &(step, _, both) in times.iter().filter(|(_, of_cards, _)| *of_cards == cards) {
            row(step, both);
        }
        row(&format!("**{name}**"), sum(&|row| row.1 == cards));
    }
    let [build, again] = sum(&|row| row.0 != "ingest").map(|time| time.as_secs_f64());
    println!(
        "| **a build, without ingest** | {:.1} | {:.1} (×{:.2}) |",
        build * 1e3,
        again * 1e3,
        again / build
    );
    let [search, _] = sum(&|row| !row.1);
    let [all, _] = sum(&|_| true);
    println!("\n{articles} articles: {:.0} in a second without cards, {:.0} with", rate(search), rate(all));
}
