//! The tables of general knowledge: `names.txt` and `peoples.txt`, one group a line.

use super::{Group, Name, Source};
use crate::data::data;

/// States, bodies, armed groups, offices, things.
const NAMES: &str = data!("names.txt");
/// Places with their peoples.
const PEOPLES: &str = data!("peoples.txt");

/// Names of one thing.
pub(super) fn names() -> impl Iterator<Item = Group> {
    groups(NAMES, Source::Table)
}

/// Names that are near to each other.
pub(super) fn peoples() -> impl Iterator<Item = Group> {
    groups(PEOPLES, Source::Related)
}

fn groups(table: &'static str, source: Source) -> impl Iterator<Item = Group> {
    let lines = table.lines();
    lines.map(move |line| Group { names: line.split('|').map(name).collect(), source })
}

fn name(written: &str) -> Name {
    let text = written.strip_prefix('~').unwrap_or(written);
    Name { text: text.to_owned(), sure: text.len() == written.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::aliases::phrases;
    use crate::order::Map;

    #[test]
    fn each_line_has_names_that_differ_and_no_sure_name_stands_in_two_lines() {
        let mut lines: Map<String, String> = Map::new();
        for group in names() {
            let first = &group.names[0].text;
            let found = phrases::find(&Default::default(), group.names.iter().map(|name| name.text.as_str()));
            assert!(group.names.len() > 1, "{first}");
            for (name, phrase) in group.names.iter().zip(&found) {
                assert!(!phrase.terms.is_empty() && name.text.trim() == name.text, "{first}: {}", name.text);
                if name.sure {
                    let before = lines.insert(phrase.terms.clone(), first.clone());
                    assert_eq!(before, None, "{} of {first}", name.text);
                }
            }
        }
    }

    #[test]
    fn each_place_has_a_people_and_its_own_line() {
        let mut places = Map::new();
        for group in peoples() {
            assert!(group.names.len() > 1, "{group:?}");
            assert!(group.names.iter().all(|name| name.sure && !name.text.is_empty()), "{group:?}");
            let place = group.names[0].text.clone();
            assert_eq!(places.insert(place.clone(), ()), None, "{place}");
        }
    }
}
