//! The identifiers of the articles. Where two files have one name, their folders tell their articles apart.

use super::article::{Draft, Origin};
use super::file;
use crate::Error;
use crate::hash::{HashMap, HashSet};
use crate::order::{Arrange as _, Map};

/// Fewest characters in common, of 1, for an identifier to be offered in place of another (Jaro–Winkler). Below
/// this, words that share little more than their first letters come up.
const NEAR: f64 = 0.8;

/// What articles are called.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The identifier of each article.
    pub(super) ids: Vec<String>,
    /// Which were given others than their own.
    pub(super) notices: Vec<String>,
    /// The article of each identifier.
    by_id: HashMap<String, usize>,
    /// The articles of each identifier that they would have if no other had it.
    by_own: HashMap<String, Vec<usize>>,
}

impl Names {
    /// Names articles. Of several that have one identifier each gets the names of as many folders before it as tell them all
    /// apart (`north/rain`, `south/rain`), in one folder the name of its file (`rain.txt`, `rain.md`, `log.jsonl/rain`).
    /// Those of briefings have such names already, and are told apart among themselves.
    ///
    /// # Errors
    /// [`Error::DuplicateId`] where that does not tell them apart, or gives a name that another article has.
    pub(super) fn of(drafts: &[&Draft]) -> Result<Self, Error> {
        let mut alike: Map<(&str, bool), Vec<usize>> = Map::new();
        for (index, draft) in drafts.iter().enumerate() {
            alike.entry((&draft.id, draft.origin == Origin::File)).or_default().push(index);
        }
        let mut names =
            Self { ids: drafts.iter().map(|draft| draft.id.clone()).collect(), ..Self::default() };
        for group in alike.values().filter(|group| group.len() > 1) {
            let articles: Vec<&Draft> =
                group.iter().filter_map(|&index| drafts.get(index).copied()).collect();
            let Some(apart) = apart(&articles) else { continue };
            let each = articles.iter().zip(&apart).map(|(draft, id)| format!("{id:?} ({})", draft.place));
            names.notices.push(format!(
                "{} articles are named alike, and are told apart as {}",
                apart.len(),
                each.collect::<Vec<_>>().join(", ")
            ));
            for (&index, id) in group.iter().zip(apart) {
                if let Some(name) = names.ids.get_mut(index) {
                    *name = id;
                }
            }
        }
        check(names.ids.iter().map(String::as_str).zip(drafts.iter().copied()))?;
        names.by_id = names.ids.iter().cloned().zip(0..).collect();
        for (index, draft) in drafts.iter().enumerate() {
            names.by_own.entry(draft.id.clone()).or_default().push(index);
        }
        Ok(names)
    }

    /// The article of a folder that an identifier means: its own, or the one that it would have if no other article had
    /// it. With no such article, the identifiers that are spelt most like it.
    ///
    /// # Errors
    /// [`Error::DuplicateId`] where it means several.
    pub(super) fn find(
        &self,
        id: &str,
        folder: &str,
        drafts: &[&Draft],
    ) -> Result<Result<usize, Vec<String>>, Error> {
        let is_here = |draft: &Draft| draft.path.starts_with(folder);
        let of = |indices: &[usize]| -> Vec<(usize, &Draft)> {
            let drafts = indices.iter().filter_map(|&index| Some((index, *drafts.get(index)?)));
            drafts.filter(|(_, draft)| is_here(draft)).collect()
        };
        if let Some(&(index, _)) =
            of(self.by_id.get(id).map(std::slice::from_ref).unwrap_or_default()).first()
        {
            return Ok(Ok(index));
        }
        match of(self.by_own.get(id).map(Vec::as_slice).unwrap_or_default()).as_slice() {
            [(index, _)] => Ok(Ok(*index)),
            [(_, first), (_, second), ..] => Err(duplicate(id, first, second)),
            [] => {
                let here = drafts.iter().zip(&self.ids).filter(|(draft, _)| is_here(draft));
                Ok(Err(near(id, here.map(|(_, name)| name.as_str()))))
            }
        }
    }
}

fn duplicate(id: &str, first: &Draft, second: &Draft) -> Error {
    Error::DuplicateId { id: id.to_owned(), first: first.place.clone(), second: second.place.clone() }
}

/// Whether no two articles have one identifier.
///
/// # Errors
/// [`Error::DuplicateId`].
pub(super) fn check<'d>(named: impl Iterator<Item = (&'d str, &'d Draft)>) -> Result<(), Error> {
    let mut first: HashMap<&str, &Draft> = HashMap::new();
    for (id, draft) in named {
        if let Some(first) = first.insert(id, draft) {
            return Err(duplicate(id, first, draft));
        }
    }
    Ok(())
}

/// Names that tell articles of one identifier apart, the shortest.
fn apart(articles: &[&Draft]) -> Option<Vec<String>> {
    let folders: Vec<Vec<&str>> = articles
        .iter()
        .map(|draft| {
            file::folder(&draft.path).split(['/', '\\']).filter(|part| !matches!(*part, "" | ".")).collect()
        })
        .collect();
    let deepest = folders.iter().map(Vec::len).max().unwrap_or_default();
    let within = |draft: &Draft| {
        let base = file::base_name(&draft.path);
        let own = file::name(base).is_some_and(|name| name.stem == draft.id);
        if own { base.to_owned() } else { format!("{base}/{}", draft.id) }
    };
    let by_folder = (1..=deepest).map(|depth| (depth, false));
    by_folder.chain((0..=deepest).map(|depth| (depth, true))).find_map(|(depth, with_file)| {
        let names = articles.iter().zip(&folders).map(|(draft, folders)| {
            let mut parts: Vec<&str> =
                folders.get(folders.len().saturating_sub(depth)..).unwrap_or_default().to_vec();
            let last = if with_file { within(draft) } else { draft.id.clone() };
            parts.push(&last);
            parts.join("/")
        });
        let names: Vec<String> = names.collect();
        let different: HashSet<&str> = names.iter().map(String::as_str).collect();
        (different.len() == names.len()).then_some(names)
    })
}

/// Up to three identifiers, or keys, that are spelt most like the one given.
pub(super) fn near<'i>(id: &str, ids: impl Iterator<Item = &'i str>) -> Vec<String> {
    let lower = id.to_lowercase();
    let mut near: Vec<(f64, &str)> = ids
        .map(|other| (strsim::jaro_winkler(&lower, &other.to_lowercase()), other))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .collect();
    near.arrange_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    near.into_iter().take(3).map(|(_, id)| id.to_owned()).collect()
}
