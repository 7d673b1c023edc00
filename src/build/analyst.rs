//! Builds that remember: what was found in an article alone is kept for as long as the article stays as it is.

use std::hash::{Hash as _, Hasher as _};
use std::rc::Rc;

use xxhash_rust::xxh64::Xxh64;

use super::{Step, pack};
use crate::Error;
use crate::document::{Corpus, Document};
use crate::hash::HashMap;
use crate::insight::findings::Findings;

/// Builds packs one after another. Each is what [`crate::build`] makes of the same corpus, byte for byte, only sooner, as articles
/// that have not changed since the build before are not analysed again.
#[derive(Debug, Default)]
pub struct Analyst {
    /// The findings of the last build, by what the article says.
    known: HashMap<Digest, Rc<Findings>>,
    analysed: usize,
}

/// 128 bits of a document.
type Digest = [u64; 2];

impl Analyst {
    /// Builds a pack, and names each step before it is taken.
    ///
    /// # Errors
    /// The pack would reach 4 GiB.
    pub fn build(&mut self, corpus: &Corpus, begin: &mut dyn FnMut(Step)) -> Result<Vec<u8>, Error> {
        begin(Step::Articles);
        let mut known = HashMap::with_capacity(corpus.documents.len());
        let mut findings = Vec::with_capacity(corpus.documents.len());
        self.analysed = 0;
        for article in &corpus.documents {
            let digest = digest(article);
            let found = self.known.get(&digest).cloned().unwrap_or_else(|| {
                self.analysed += 1;
                Rc::new(Findings::of(article))
            });
            known.insert(digest, Rc::clone(&found));
            findings.push(found);
        }
        self.known = known;
        let findings: Vec<&Findings> = findings.iter().map(Rc::as_ref).collect();
        pack(corpus, &findings, begin)
    }

    /// How many articles the last build analysed.
    #[must_use]
    pub fn analysed(&self) -> usize {
        self.analysed
    }
}

fn digest(article: &Document) -> Digest {
    [0, 1].map(|seed| {
        let mut hasher = Xxh64::new(seed);
        article.hash(&mut hasher);
        hasher.finish()
    })
}

#[cfg(all(test, feature = "ingest"))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ingest::{InputFile, parse};

    const TEXTS: [&str; 6] = [
        "The World Fish Council (WFC) met in Lindau on Monday. “We will not wait,” said Minister Ada Berg.",
        "Ada Berg denied that the WFC had met. She said that nobody was asked.",
        "On 3 May 2031 the Norwegian parliament approved 40 million dollars for the Lindau Harbour Agency.",
        "Storms closed the harbour. “It is over,” the agency said.",
        // Another language changes the fold table, and how words of the English articles are stemmed.
        "Ministerin Ada Berg sagte am 3. Mai 2031 in Lindau: „Die Häfen schließen wir nicht.“ Der Hafen blieb offen.",
        "The World Fish Council opened the 2030 Lindau Harbour Forum, said Dr. Ada Berg of Hafen Lindau. The 2031 Lindau Harbour \
         Forum will be held on 9 June. Häfen are what the world fish council is about. It will close the harbour for storms.",
    ];

    fn corpus(articles: &[(usize, usize)]) -> Corpus {
        let file = |(number, &(text, day)): (usize, &(usize, usize))| InputFile {
            path: format!("{number}.md"),
            bytes: format!("---\ndate: 2031-05-{:02}\n---\n{}", day + 1, TEXTS[text]).into_bytes(),
        };
        parse(articles.iter().enumerate().map(file).collect()).unwrap().corpus
    }

    #[test]
    fn only_the_changed_article_is_analysed_again() {
        let mut analyst = Analyst::default();
        let mut build = |articles: &[(usize, usize)]| {
            let pack = analyst.build(&corpus(articles), &mut |_| ()).unwrap();
            assert!(pack == crate::build(&corpus(articles)).unwrap());
            analyst.analysed()
        };
        assert_eq!(build(&[(0, 0), (1, 1), (2, 2)]), 3);
        assert_eq!(build(&[(0, 0), (1, 1), (2, 2)]), 0);
        assert_eq!(build(&[(0, 0), (3, 1), (2, 2)]), 1, "the text of one has changed");
        assert_eq!(build(&[(0, 0), (3, 1)]), 0, "one is gone");
        assert_eq!(build(&[(0, 5), (3, 1)]), 1, "the day of one has changed");
        assert_eq!(build(&[(0, 5), (3, 1), (2, 2)]), 1, "what is gone is forgotten");
        assert_eq!(build(&[(0, 5), (4, 1), (2, 2)]), 1, "only the one is in another language");
        assert_eq!(build(&[(0, 5), (4, 1), (5, 2)]), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn builds_that_remember_are_builds(
            rounds in prop::collection::vec(prop::collection::vec((0..TEXTS.len(), 0..3usize), 1..5), 1..5),
        ) {
            let mut analyst = Analyst::default();
            for articles in rounds {
                let corpus = corpus(&articles);
                prop_assert!(analyst.build(&corpus, &mut |_| ()).unwrap() == crate::build(&corpus).unwrap());
            }
        }
    }
}
