//! Which dates are one event.

use super::super::dates::Date;
use super::{Candidate, Group};
use crate::order::{Arrange as _, Map};

/// Agreement of the words around two dates (Dice) from which they date one thing. Measured on 85 pairs of equal dates
/// in reports of three stories, read one by one: of pairs of months and years eight of nine date one thing from 0.25 on;
/// on one day much happens in one story, so that half of the pairs below 0.4 tell different things, and one of nine
/// above.
const SAME: f64 = 0.3;
const SAME_DAY: f64 = 0.4;
/// Words that they must share at least.
const FEWEST_SHARED: usize = 3;
/// Events of one date that a candidate is compared with, the latest ones, and their members, the first ones.
const MOST_COMPARED: usize = 64;
const MOST_MEMBERS: usize = 8;

/// Groups candidates.
pub(super) fn groups(candidates: &[Candidate]) -> Vec<Group> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.arrange_by_key(|&at| candidates.get(at).map(|candidate| (candidate.interval, candidate.at)));
    let mut all: Vec<Group> = Vec::new();
    let mut first = 0;
    for at in order {
        let Some(candidate) = candidates.get(at) else { continue };
        if all.last().is_some_and(|group| group.interval != candidate.interval) {
            first = all.len();
        }
        let from = first.max(all.len().saturating_sub(MOST_COMPARED));
        let held = all.iter_mut().skip(from).find(|group| {
            group
                .members
                .iter()
                .filter_map(|&member| candidates.get(member))
                .take(MOST_MEMBERS)
                .any(|other| same(other, candidate))
        });
        match held {
            Some(group) => group.members.push(at),
            None => all.push(Group { members: vec![at], undated: Vec::new(), interval: candidate.interval }),
        }
    }
    join_less_exact(candidates, all)
}

/// Whether two dates of one interval date one thing.
fn same(a: &Candidate, b: &Candidate) -> bool {
    if a.at == b.at {
        return true;
    }
    if !a.name.is_empty() && !b.name.is_empty() {
        return holds(&a.name, &b.name) || holds(&b.name, &a.name);
    }
    let day = a.interval.0.day().is_some();
    let enough = if day { SAME_DAY } else { SAME };
    [(&a.before, &b.before), (&a.behind, &b.behind), (&a.around, &b.around)]
        .into_iter()
        .any(|(a, b)| agreement(a, b) >= enough)
}

/// Whether all words of one name stand in another.
fn holds(longer: &[u32], shorter: &[u32]) -> bool {
    !shorter.is_empty() && shorter.iter().all(|stem| longer.contains(stem))
}

/// Dice's coefficient of two sorted sets; 0 where they share too little to tell.
fn agreement(a: &[u32], b: &[u32]) -> f64 {
    let shared = a.iter().filter(|stem| b.binary_search(stem).is_ok()).count();
    if shared < FEWEST_SHARED {
        return 0.0;
    }
    2.0 * shared as f64 / (a.len() + b.len()) as f64
}

/// "Last year's summit" is the summit of May 5 last year, if there is only one of that name.
fn join_less_exact(candidates: &[Candidate], mut all: Vec<Group>) -> Vec<Group> {
    let mut by_name: Map<&[u32], Vec<usize>> = Map::new();
    for (number, group) in all.iter().enumerate() {
        let names =
            group.members.iter().filter_map(|&member| candidates.get(member)).map(|c| c.name.as_slice());
        for name in names.filter(|name| !name.is_empty()) {
            let groups = by_name.entry(name).or_default();
            if groups.last() != Some(&number) {
                groups.push(number);
            }
        }
    }
    let mut target: Vec<Option<usize>> = vec![None; all.len()];
    for numbers in by_name.values() {
        for &number in numbers {
            let Some(interval) = all.get(number).map(|group| group.interval) else { continue };
            let mut within = numbers.iter().filter(|&&other| {
                other != number && all.get(other).is_some_and(|other| inside(other.interval, interval))
            });
            if let (Some(&only), None) = (within.next(), within.next())
                && let Some(target) = target.get_mut(number)
            {
                *target = Some(only);
            }
        }
    }
    for (number, to) in target.into_iter().enumerate() {
        if let Some(to) = to
            && let Some(members) = all.get_mut(number).map(|group| std::mem::take(&mut group.members))
            && let Some(group) = all.get_mut(to)
        {
            group.members.extend(members);
        }
    }
    all.retain(|group| !group.members.is_empty());
    all
}

/// Whether an interval lies in another, less exact one.
fn inside(inner: (Date, Date), outer: (Date, Date)) -> bool {
    inner != outer && outer.0.days().0 <= inner.0.days().0 && inner.1.days().1 <= outer.1.days().1
}
