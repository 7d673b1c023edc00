//! Aliases: other names of what a query names, as the pack tells them.

use crate::index::sort;
use crate::pack::aliases::{Group, Name};
use crate::text::{Fold, is_stop_word, words};

/// Most words of a name.
const LONGEST: usize = 8;

/// Every name of the aliases section, by its terms.
#[derive(Debug, Default)]
pub(crate) struct Aliases {
    groups: Vec<Group>,
    /// The terms of each name, parted by spaces, and the number of its group; sorted.
    names: Vec<(String, u32)>,
}

impl Aliases {
    pub(crate) fn new(fold: &Fold, groups: Vec<Group>) -> Self {
        let mut names = Vec::new();
        for (number, group) in (0..).zip(&groups) {
            for name in &group.names {
                names.push((terms(fold, &name.text), number));
            }
        }
        let mut order: Vec<u32> = (0..names.len() as u32).collect();
        let name = |at: u32| names.get(at as usize).map_or("", |(name, _): &(String, u32)| name);
        sort(&mut order, &|a, b| name(a) < name(b));
        let names =
            order.into_iter().filter_map(|at| names.get_mut(at as usize).map(std::mem::take)).collect();
        Self { groups, names }
    }

    /// The other names of what `terms`, parted by spaces, name.
    pub(super) fn others<'a>(
        &'a self,
        terms: &str,
        related: bool,
    ) -> impl Iterator<Item = &'a Name> + use<'a> {
        let from = self.names.partition_point(|(name, _)| name.as_str() < terms);
        let names = self.names.get(from..).unwrap_or_default();
        let same = names.iter().take(names.partition_point(|(name, _)| name == terms));
        let groups = same.filter_map(|&(_, number)| self.groups.get(number as usize));
        groups.filter(move |group| group.related == related).flat_map(|group| &group.names)
    }

    /// The longest name of several words that the terms at 0, 1 and so on are: how many words.
    pub(super) fn longest<'t>(&self, term: &dyn Fn(usize) -> Option<&'t str>) -> Option<(usize, String)> {
        let mut joined = String::new();
        let mut longest = None;
        for at in 0..LONGEST {
            let Some(term) = term(at) else { break };
            if at > 0 {
                joined.push(' ');
            }
            joined.push_str(term);
            let next = self.names.partition_point(|(name, _)| *name < joined);
            match self.names.get(next) {
                Some((name, _)) if at > 0 && *name == joined => longest = Some((at + 1, joined.clone())),
                Some((name, _)) if name.starts_with(&joined) => {}
                _ => break,
            }
        }
        longest
    }
}

/// The terms of a name, parted by spaces, those left out that a query leaves out too.
pub(super) fn terms(fold: &Fold, text: &str) -> String {
    let mut joined = String::new();
    words(fold, text, false, |_, term| {
        if !is_stop_word(fold, term) {
            joined.push_str(if joined.is_empty() { "" } else { " " });
            joined.push_str(term);
        }
    });
    joined
}
