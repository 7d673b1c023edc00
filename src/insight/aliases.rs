//! Aliases: groups of names of one thing, so that a reader who types one of them finds the others.
//!
//! Three sources, in the order of trust: what the corpus defines ([`learnt`]), a table of general knowledge
//! ([`table`]), and guesses from initials. Groups that share a long form are one. A short form of several meanings
//! stands in several groups, which are kept apart.
//!
//! ```text
//! corpus ──learnt──┐
//! names.txt ─table─┼─▶ groups ──join (by long forms)──▶ ──phrases (what does the corpus have?)──▶ groups of use
//! peoples.txt ─────┘
//! ```

mod learnt;
mod phrases;
mod table;

use super::acronyms::{Glossary, Initialism, initialisms, is_acronym, is_link_word};
use super::reading::Reading;
use crate::document::Corpus;
use crate::hash::HashMap;
use crate::order::{Arrange as _, Map, Set};
use crate::text::stem;
use phrases::Phrase;

/// One name of a thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AliasName {
    /// As it is commonly written, on one line.
    pub text: String,
    /// Whether it is this name only where it is written with capitals: Higher Military Commission, and an acronym
    /// that the corpus has as a common word, too (ICE); not memorandum of understanding, not NATO.
    pub is_name: bool,
}

/// Names of one thing, at least two that differ as search terms, and at least one of them in the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AliasGroup {
    /// The names; those that the corpus defines come first.
    pub names: Vec<AliasName>,
    /// Whether the names are only near to each other, as a place and its people are: of use for a word that no
    /// document has.
    pub related: bool,
}

/// How a group is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// A document says so.
    Defined,
    /// General knowledge.
    Table,
    /// The letters fit.
    Guessed,
    /// General knowledge of what is near to each other.
    Related,
}

/// A name on the way to its group.
#[derive(Clone, Debug)]
struct Name {
    text: String,
    /// Whether the name alone tells the thing; ICC does not.
    sure: bool,
}

/// A group on the way.
#[derive(Clone, Debug)]
struct Group {
    names: Vec<Name>,
    source: Source,
}

/// Finds the aliases that are of use for a corpus: the related ones last, each part in alphabetical order.
///
/// Time: the acronyms' own, and one walk over the words.
///
/// ```
/// # use briefing::{document::Corpus, insight::aliases};
/// assert!(aliases(&Corpus::default()).is_empty());
/// ```
#[must_use]
pub fn aliases(corpus: &Corpus) -> Vec<AliasGroup> {
    let glossary = Glossary::of(corpus);
    find(&Reading::of(corpus), &glossary, &initialisms(corpus, &glossary))
}

/// Finds the aliases of a corpus whose acronyms and initialisms are known already.
pub(super) fn find(reading: &Reading, glossary: &Glossary, initialisms: &[Initialism]) -> Vec<AliasGroup> {
    let corpus = reading.corpus;
    let mut groups = learnt::groups(corpus, glossary, initialisms);
    // The tables are in English: elsewhere their short forms mean other things.
    let english = (0..).zip(&corpus.documents).any(|(document, _)| reading.is_english(document));
    groups.extend(table::names().filter(|_| english));
    let mut groups = join(groups);
    groups.extend(table::peoples().filter(|_| english));
    let texts = groups.iter().flat_map(|group| &group.names).map(|name| name.text.as_str());
    let phrases = phrases::find(corpus, texts);
    let mut rest = phrases.as_slice();
    let mut met = Vec::new();
    for group in groups {
        let (own, others) = rest.split_at(group.names.len().min(rest.len()));
        rest = others;
        met.push(Met { group, phrases: own });
    }
    let known = Known::of(&met);
    let mut all: Vec<AliasGroup> =
        met.iter().filter(|met| met.is_of_use(&known)).filter_map(Met::finished).collect();
    all.arrange_by(|a, b| (a.related, &a.names).cmp(&(b.related, &b.names)));
    all.dedup();
    all
}

/// A group with what the corpus has of each of its names.
struct Met<'p> {
    group: Group,
    phrases: &'p [Phrase],
}

/// Short forms that have a meaning, by their terms.
struct Known<'p> {
    defined: Set<&'p str>,
    tabled: Set<&'p str>,
}

impl<'p> Known<'p> {
    fn of(met: &[Met<'p>]) -> Self {
        let mut known = Self { defined: Set::new(), tabled: Set::new() };
        for met in met.iter().filter(|met| met.group.source == Source::Defined) {
            known.defined.extend(met.shorts());
        }
        for met in met.iter().filter(|met| met.group.source == Source::Table) {
            if met.is_of_use(&known) {
                known.tabled.extend(met.shorts());
            }
        }
        known
    }
}

impl<'p> Met<'p> {
    fn pairs(&self) -> impl Iterator<Item = (&Name, &'p Phrase)> {
        self.group.names.iter().zip(self.phrases)
    }

    fn shorts(&self) -> impl Iterator<Item = &'p str> {
        self.pairs().filter(|(name, _)| is_acronym(&name.text)).map(|(_, phrase)| phrase.terms.as_str())
    }

    /// Whether the corpus has the thing, as far as names can tell.
    fn is_of_use(&self, known: &Known<'_>) -> bool {
        match self.group.source {
            Source::Defined => true,
            // By a name that tells it, and that the corpus does not give to something else.
            Source::Table => self.pairs().any(|(name, phrase)| {
                name.sure && phrase.capitals > 0 && !known.defined.contains(phrase.terms.as_str())
            }),
            Source::Guessed => !self.shorts().any(|short| known.tabled.contains(short)),
            Source::Related => {
                self.phrases.iter().any(|phrase| phrase.capitals > 0)
                    && self.phrases.iter().any(|phrase| phrase.capitals == 0)
            }
        }
    }

    /// The group with each name once; none where one name is left.
    fn finished(&self) -> Option<AliasGroup> {
        let mut terms: Map<&str, usize> = Map::new();
        let mut names: Vec<AliasName> = Vec::new();
        for (name, phrase) in self.pairs().filter(|(_, phrase)| !phrase.terms.is_empty()) {
            // What stands in small letters more often is a common word, beside which the acronym needs its
            // capitals (ICE), or a common phrase, which needs none (gross domestic product).
            let common = phrase.small > phrase.capitals;
            let is_name = if is_acronym(&name.text) { common } else { is_name(&name.text) && !common };
            match terms.get(phrase.terms.as_str()).and_then(|&known| names.get_mut(known)) {
                Some(known) => known.is_name &= is_name,
                None => {
                    terms.insert(&phrase.terms, names.len());
                    names.push(AliasName { text: name.text.clone(), is_name });
                }
            }
        }
        (names.len() > 1).then_some(AliasGroup { names, related: self.group.source == Source::Related })
    }
}

/// Whether a long form is written as a name: no word but links begins with a small letter.
fn is_name(long: &str) -> bool {
    long.split_whitespace().all(|word| is_link_word(word) || !word.starts_with(char::is_lowercase))
}

/// Makes groups that share a long form one, in the order of the first.
fn join(groups: Vec<Group>) -> Vec<Group> {
    let mut by_long: HashMap<String, usize> = HashMap::default();
    // Each group's way to the one that it is part of.
    let mut parent: Vec<usize> = (0..groups.len()).collect();
    for (index, group) in groups.iter().enumerate() {
        for name in group.names.iter().filter(|name| !is_acronym(&name.text)) {
            let other = *by_long.entry(sense(&name.text)).or_insert(index);
            let (a, b) = (root(&parent, other), root(&parent, index));
            if let Some(parent) = parent.get_mut(a.max(b)) {
                *parent = a.min(b);
            }
        }
    }
    let mut joined: Map<usize, Group> = Map::new();
    for (index, group) in groups.into_iter().enumerate() {
        match joined.get_mut(&root(&parent, index)) {
            Some(first) => {
                first.source = first.source.min(group.source);
                first.names.extend(group.names);
            }
            None => drop(joined.insert(index, group)),
        }
    }
    joined.into_values().collect()
}

/// The first group of those that one is joined with. Roots are always earlier, so the way ends.
fn root(parent: &[usize], mut at: usize) -> usize {
    while let Some(&next) = parent.get(at).filter(|&&next| next < at) {
        at = next;
    }
    at
}

/// What the spellings of one long form share: the stems of its words but links, in one, with British endings as
/// American ones. Non-governmental Organisation, nongovernmental organizations.
fn sense(long: &str) -> String {
    let small = long.to_lowercase();
    let words = small.split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '–' | '—' | '/'));
    let words = words.filter(|word| !is_link_word(word));
    let bare = words.map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    bare.map(|word| stem(&word).replace('z', "s")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::corpus;

    /// The groups of a text: related ones with ~, names that need capitals with ^.
    fn groups(text: &str) -> Vec<String> {
        let corpus = corpus([("A title", text)]);
        let shown = |name: AliasName| format!("{}{}", name.text, if name.is_name { "^" } else { "" });
        let all = aliases(&corpus).into_iter();
        all.map(|group| {
            let names: Vec<String> = group.names.into_iter().map(shown).collect();
            format!("{}{}", if group.related { "~" } else { "" }, names.join("|"))
        })
        .collect()
    }

    fn with<'g>(groups: &'g [String], name: &str) -> Vec<&'g String> {
        groups.iter().filter(|group| group.contains(name)).collect()
    }

    #[test]
    fn what_a_document_defines_is_a_group_with_its_parts_and_its_spelling_in_one_word() {
        assert_eq!(
            groups("The Joint Task Force – Operation North Star (JTF-ONS) met. JTF ONS left."),
            [
                "Joint Task Force^|JTF",
                "Joint Task Force – Operation North Star^|JTF ONS|JTFONS",
                "Operation North Star^|ONS"
            ]
        );
        assert_eq!(groups("They signed a treaty of friendship (TOF)."), ["treaty of friendship|TOF"]);
    }

    #[test]
    fn a_definition_and_the_table_are_one_group() {
        let found = groups("The Department of Defense (DoD) said so.");
        assert_eq!(
            with(&found, "DoD"),
            ["Department of Defense^|DoD|Defense Department^|Pentagon^|Department of Defence^"]
        );
        let found =
            groups("A nongovernmental organisation (NGO) and a Non-Governmental Organization (NGO) met.");
        assert_eq!(with(&found, "NGO").len(), 1, "{found:?}");
    }

    #[test]
    fn a_short_form_of_two_meanings_keeps_two_groups() {
        let found = groups("The Sea Fish Agency (SFA) met the South Ferry Alliance (SFA).");
        assert_eq!(found, ["Sea Fish Agency^|SFA", "South Ferry Alliance^|SFA"]);
    }

    #[test]
    fn a_short_form_that_documents_give_to_something_else_does_not_call_up_the_table() {
        let fund = "The Inland Maritime Fund (IMF) met.";
        assert_eq!(groups(fund), ["Inland Maritime Fund^|IMF"]);
        let both = groups(&format!("{fund} The International Monetary Fund did not."));
        assert_eq!(with(&both, "IMF"), ["Inland Maritime Fund^|IMF", "International Monetary Fund^|IMF"]);
    }

    #[test]
    fn a_doubtful_short_form_needs_another_name_beside_it() {
        assert!(with(&groups("The ICC met in May."), "ICC").is_empty());
        assert_eq!(
            with(&groups("The International Criminal Court met."), "ICC"),
            ["International Criminal Court^|ICC"]
        );
        assert!(with(&groups("IS was there."), "Daesh").is_empty());
        assert!(with(&groups("Daesh was there."), "Daesh")[0].starts_with("ISIS|ISIL|IS|Daesh^|"));
    }

    #[test]
    fn initials_are_guessed_for_a_frequent_name_of_a_body() {
        let twice = |name: &str| groups(&format!("The {name} met. The {name} voted."));
        assert_eq!(twice("Joint Fishing Council"), ["Joint Fishing Council^|JFC"]);
        assert!(with(&twice("Senior Fisher Alan Brook"), "SFAB").is_empty());
        assert!(with(&twice("Fishing Council"), "FC").is_empty());
        assert!(with(&twice("Joint Fishing Council in Oslo City"), "JFCOC").is_empty());
        assert_eq!(
            groups("The North Sea Oil Inquiry ended. What NSOI found was little."),
            ["North Sea Oil Inquiry^|NSOI"],
            "the documents use the letters"
        );
    }

    #[test]
    fn what_the_corpus_has_in_small_letters_decides_what_needs_capitals() {
        let agents = "Agents of Immigration and Customs Enforcement came.";
        assert!(with(&groups(agents), "ICE")[0].ends_with("|ICE"));
        assert!(with(&groups(&format!("{agents} The ice was thin.")), "ICE")[0].ends_with("|ICE^"));
        let found =
            groups("The Gross Fish Product (GFP) grew. The gross fish product and gross fish product fell.");
        assert_eq!(with(&found, "GFP"), ["Gross Fish Product|GFP"]);
    }

    #[test]
    fn related_names_stand_last_and_only_where_the_corpus_lacks_one() {
        let found = groups("Norway met Ceylon.");
        assert_eq!(found, ["Sri Lanka^|Ceylon^", "~Norway^|Norwegian^"]);
        assert!(groups("Norway met a Norwegian.").is_empty());
    }

    #[test]
    fn an_empty_corpus_has_none() {
        assert!(aliases(&Corpus::default()).is_empty());
        assert!(groups("It rained.").is_empty());
    }
}
