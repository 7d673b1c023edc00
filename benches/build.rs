//! How long each step of a build takes on one core.
//!
//! Behind the table stands how long a build takes that remembers the one before, of which one article was another.
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
type Times = Vec<(&'static str, bool, Duration)>;

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
    let [full, again] = rebuild(read()?.corpus)?.map(|time| time.as_secs_f64() * 1000.0);
    println!("with one article changed: {again:.0} ms instead of {full:.0} ({:.2})", again / full);
    Ok(())
}

/// Times a build, and one of the same corpus with one article changed by a builder that remembers the first.
fn rebuild(mut corpus: Corpus) -> Result<[Duration; 2], briefing::Error> {
    let mut analyst = Analyst::default();
    let mut time = |corpus: &Corpus| -> Result<Duration, briefing::Error> {
        let begun = now();
        analyst.build(corpus, &mut |_| ())?;
        Ok(now() - begun)
    };
    let full = time(&corpus)?;
    if let Some(article) = corpus.documents.last_mut() {
        article.title.push_str(" again");
    }
    Ok([full, time(&corpus)?])
}

/// How long this thread has run, or time itself where the system does not say.
fn now() -> Duration {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|first| first.parse().ok());
    nanoseconds.map_or_else(|| BEGIN.elapsed(), Duration::from_nanos)
}

/// Times one build.
fn measure(read: impl Fn() -> Result<Ingested, briefing::Error>) -> Result<(Times, usize), briefing::Error> {
    let mut begun: Vec<(&'static str, bool, Duration)> = vec![("ingest", false, now())];
    let corpus = read()?.corpus;
    let mut begin = |step: Step| begun.push((step.name(), step.is_for_cards(), now()));
    let pack = briefing::build_in_steps(&corpus, &mut begin)?;
    let end = now();
    drop(pack);
    let ends = begun.iter().skip(1).map(|&(.., at)| at).chain([end]);
    let times = begun.iter().zip(ends).map(|(&(name, cards, at), end)| (name, cards, end - at));
    Ok((times.collect(), corpus.documents.len()))
}

/// The median of each step.
fn median(rounds: &[Times]) -> Times {
    let first = rounds.first().into_iter().flatten().enumerate();
    first
        .map(|(step, &(name, cards, _))| {
            let mut all: Vec<Duration> =
                rounds.iter().filter_map(|times| times.get(step)).map(|&(.., time)| time).collect();
            all.sort_unstable();
            (name, cards, all.get(all.len() / 2).copied().unwrap_or_default())
        })
        .collect()
}

/// Prints a table: steps that search needs, steps for cards, and both with the articles in a second.
fn print(times: &Times, articles: usize) {
    let sum = |cards: bool| -> Duration {
        times.iter().filter(|(_, of_cards, _)| *of_cards == cards).map(|&(.., time)| time).sum()
    };
    let row = |name: &str, time: Duration| println!("| {name} | {:.1} |", time.as_secs_f64() * 1000.0);
    let rate = |time: Duration| articles as f64 / time.as_secs_f64();
    println!("| step | ms |\n| --- | ---: |");
    for (cards, name) in [(false, "for search"), (true, "for cards")] {
        for &(step, _, time) in times.iter().filter(|(_, of_cards, _)| *of_cards == cards) {
            row(step, time);
        }
        row(&format!("**{name}**"), sum(cards));
    }
    let (search, all) = (sum(false), sum(false) + sum(true));
    println!("\n{articles} articles: {:.0} in a second without cards, {:.0} with", rate(search), rate(all));
}
