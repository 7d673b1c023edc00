//! Files one by one: each is read when it comes, and what they come to is judged together, as often as asked.

use super::article::{self, Draft, Origin};
use super::contents::{Contents, Page};
use super::edits::Edits;
use super::manifest::{self, Told};
use super::metadata::Metadata;
use super::names::Names;
use super::remains::Remains;
use super::row::Row;
use super::{Ingested, InputFile, file};
use crate::Error;
use crate::document::Corpus;
use crate::hash::{HashMap, HashSet};
use crate::order::{Arrange as _, Map};

/// From so many pages on, that begin differently, a line at their edges is furniture.
const COMMON: usize = 3;

/// Files that are read, each when it was added; their bytes are not kept.
///
/// ```
/// # fn main() -> Result<(), briefing::Error> {
/// use briefing::ingest::{Edit, Edits, InputFile, Intake};
///
/// let mut intake = Intake::default();
/// intake.add(InputFile { path: "pact.txt".into(), bytes: b"Ministers signed the pact on Monday.".to_vec() });
/// let mut edits = Edits::default();
/// edits.documents.push(("pact".into(), Edit { date: Some("2031-05".into()), ..Edit::default() }));
/// let ingested = intake.finish(&edits)?;
/// assert_eq!(ingested.corpus.documents[0].date.as_deref(), Some("2031-05"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
pub struct Intake {
    files: Map<String, Contents>,
}

impl Intake {
    /// Reads a file, in the place of any that had its path. A file that cannot be read is kept as refused, one that is no
    /// article as passed over. The order of the files does not matter.
    ///
    /// The articles of a finished briefing come back as they were before they were judged; where a file gives an article of
    /// the same identifier, that one counts.
    pub fn add(&mut self, file: InputFile) {
        self.insert(file, true);
    }

    /// Reads a file as [`Intake::add`] does, but where it is a finished briefing that nobody `named`, passes it over: it may
    /// be the last build of the very files that it stands among. Tells whether the file makes any difference.
    pub fn insert(&mut self, file: InputFile, named: bool) -> bool {
        let path = file.path.clone();
        let now = Contents::of(file, named);
        let changed = !now.is_aside();
        let before = self.files.insert(path, now);
        changed || before.is_none_or(|before| !before.is_aside())
    }

    /// Keeps a file as refused that could not even be opened.
    pub(super) fn refuse(&mut self, path: String, error: Error) {
        self.files.insert(path, Contents { refused: vec![error], ..Contents::default() });
    }

    /// Whether anything could be read of a file.
    pub fn has_read(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|file| !file.pages.is_empty() || !file.manifests.is_empty())
    }

    /// Forgets a file; `false` where there is none of that path.
    pub fn remove(&mut self, path: &str) -> bool {
        self.files.remove(path).is_some()
    }

    /// Makes documents of all that was read: the furniture of all pages is dropped with an eye to what they have in
    /// common, and what `briefing.toml` files and then the edits say is applied. Nothing is read anew. What is excluded is
    /// no part of anything, as if it had not been added, but for its name and its row. There may be no document at all;
    /// [`Ingested::with_articles`] asks for one.
    ///
    /// # Errors
    /// Whatever is wrong with a `briefing.toml` or an edit; two documents that nothing tells apart.
    pub fn finish(&self, edits: &Edits) -> Result<Ingested, Error> {
        let (pages, replaced) = self.pages()?;
        let (names, told) = self.told(&pages, edits)?;
        let mut ingested = Ingested {
            corpus: Corpus { title: told.title, ..Corpus::default() },
            notices: self
                .all(|file| &file.notices)
                .cloned()
                .chain(replaced)
                .chain(names.notices)
                .chain(told.notices)
                .collect(),
            refused: self.all(|file| &file.refused).cloned().collect(),
            ..Ingested::default()
        };
        let said = pages.iter().zip(told.said).map(|(page, said)| said.or(page.draft.metadata.clone()));
        let articles: Vec<(&Page, String, Metadata)> =
            pages.iter().zip(names.ids).zip(said).map(|((page, id), said)| (*page, id, said)).collect();
        let is_excluded = |metadata: &Metadata| metadata.exclude == Some(true);
        let common = common(articles.iter().filter(|(.., said)| !is_excluded(said)).map(|(page, ..)| *page));
        let mut finished = Vec::with_capacity(articles.len());
        for (page, id, metadata) in articles {
            let (order, excluded) = (metadata.order, is_excluded(&metadata));
            match article::document(&page.draft, id, metadata, page.verdict.clone(), &common) {
                Some(mut article) => {
                    let dropped = std::mem::take(&mut article.dropped);
                    let row = Row::of(&article.document, &page.draft.place, order, excluded, dropped);
                    finished.push((row, article, &page.draft));
                }
                None => {
                    ingested.notices.push(format!("{}: passed over: it holds no text", page.draft.place));
                }
            }
        }
        finished.arrange_by(|(a, ..), (b, ..)| a.key().cmp(&b.key()));
        let mut remains = Remains::default();
        for (row, article, draft) in finished {
            if !row.excluded {
                remains.add(&article, row.order, draft);
                ingested.corpus.documents.push(article.document);
                ingested.sources.push(draft.source().to_owned());
            }
            ingested.rows.push(row);
        }
        ingested.corpus.remains = remains.finish();
        Ok(ingested)
    }

    /// A `briefing.toml` that says what these edits and all `briefing.toml` files that were added say. In the folder that
    /// holds all the files, in the place of any that stands there, it gives the same briefing; one in a folder below still
    /// wins over it where it says otherwise of the same document.
    ///
    /// # Errors
    /// As [`Intake::finish`].
    #[cfg(feature = "formats")]
    pub fn to_toml(&self, edits: &Edits) -> Result<String, Error> {
        let (names, told) = self.told(&self.pages()?.0, edits)?;
        Ok(manifest::write(told.title, names.ids.into_iter().zip(told.said)))
    }

    /// The articles, and which of a briefing are none: those that a file gives, too, and those that another briefing has just
    /// so.
    ///
    /// # Errors
    /// [`Error::DuplicateId`]: two articles of files that nothing tells apart.
    fn pages(&self) -> Result<(Vec<&Page>, Vec<String>), Error> {
        let drafts = self.all(|file| &file.pages).map(|page| &page.draft);
        let of_files: Vec<&Draft> = drafts.filter(|draft| draft.origin == Origin::File).collect();
        let of_files: HashSet<String> = Names::of(&of_files)?.ids.into_iter().collect();
        let mut of_packs: HashMap<&str, Vec<&Draft>> = HashMap::new();
        let mut replaced: Map<&str, Vec<&str>> = Map::new();
        let mut pages = Vec::new();
        for page in self.all(|file| &file.pages) {
            let draft = &page.draft;
            if draft.origin == Origin::File {
                pages.push(page);
            } else if of_files.contains(&draft.id) {
                replaced.entry(&draft.path).or_default().push(&draft.id);
            } else {
                let same = of_packs.entry(&draft.id).or_default();
                if !same.iter().any(|other| other.says_what(draft)) {
                    pages.push(page);
                }
                same.push(draft);
            }
        }
        let notice = |(path, ids): (&str, Vec<&str>)| {
            let (first, more) =
                (ids.iter().take(3).copied().collect::<Vec<_>>().join(", "), ids.len().saturating_sub(3));
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("{path}: files of the same name take the place of {first}{more}")
        };
        Ok((pages, replaced.into_iter().map(notice).collect()))
    }

    /// How the articles are named, and what is said about them by others than themselves.
    fn told(&self, pages: &[&Page], edits: &Edits) -> Result<(Names, Told), Error> {
        let mut manifests = Vec::new();
        for manifest in self.all(|file| &file.manifests) {
            manifests.push(manifest.as_ref().map_err(Clone::clone)?);
        }
        let drafts: Vec<&Draft> = pages.iter().map(|page| &page.draft).collect();
        let names = Names::of(&drafts)?;
        let told = manifest::apply(manifests, &drafts, &names).map_err(|error| {
            // The document that a `briefing.toml` names may be in a file that was refused.
            self.all(|file| &file.refused).next().cloned().unwrap_or(error)
        })?;
        let told = edits.apply(told, &drafts, &names)?;
        Ok((names, told))
    }

    fn all<'i, T: 'i>(&'i self, of: impl Fn(&'i Contents) -> &'i Vec<T>) -> impl Iterator<Item = &'i T> {
        let is_file = |path: &str| self.files.contains_key(path);
        let files = self.files.iter().filter(move |(path, _)| !file::is_of_saved_page(path, is_file));
        files.flat_map(move |(_, file)| of(file))
    }
}

/// The lines at the edges of so many pages that they are furniture. Near-copies have everything in common; they begin
/// alike and count as one page.
fn common<'p>(pages: impl Iterator<Item = &'p Page>) -> HashSet<&'p str> {
    let mut beginnings: HashMap<&str, HashSet<&str>> = HashMap::new();
    for page in pages {
        let beginning = page.draft.text.at(page.verdict.body.start);
        for line in &page.edge_lines {
            beginnings.entry(line).or_default().insert(beginning);
        }
    }
    let common = beginnings.into_iter().filter(|(_, beginnings)| beginnings.len() >= COMMON);
    common.map(|(line, _)| line).collect()
}
