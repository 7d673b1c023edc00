//! Acronyms: the short forms that a text defines, with their long forms.
//!
//! Only what a text itself says is taken: brackets either way ([`brackets`]) and appositions ([`apposition`]), by
//! the method of Schwartz and Hearst (2003) with the cheapest instead of the first way to match ([`align`]).

mod align;
mod apposition;
mod brackets;
mod glossary;
mod initialisms;
mod shape;
mod tokens;
mod usage;

use crate::order::Arrange as _;
use std::ops::Range;

pub(super) use glossary::definitions;
pub use glossary::{Defined, Glossary, GlossaryEntry};
pub use initialisms::{Initialism, initialisms};
pub(super) use initialisms::{Run, of_runs, runs};
pub(super) use shape::is_acronym;
pub(super) use tokens::is_link_word;

/// A place where a text defines a short form: "the Iraqi Security Forces (ISF)".
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Definition {
    /// The short form, UTF-8 bytes of the text.
    pub short: Range<usize>,
    /// The long form, UTF-8 bytes of the text; whole words, without article.
    pub long: Range<usize>,
}

/// Finds where a text defines short forms, in the order of the text; one short form may be defined more than once.
///
/// Time is linear in the length of the text. Line breaks inside a paragraph are white space; a blank line ends
/// what a definition can reach across.
///
/// ```
/// use briefing::insight::acronyms;
///
/// let text = "The Treaty of Lindau Office (TLO) met. The World Fish Council, the WFC, did not. (INA)";
/// let found: Vec<_> = acronyms(text).into_iter().map(|d| (&text[d.short], &text[d.long])).collect();
/// assert_eq!(found, [("TLO", "Treaty of Lindau Office"), ("WFC", "World Fish Council")]);
/// ```
#[must_use]
pub fn acronyms(text: &str) -> Vec<Definition> {
    let mut found = in_brackets(text);
    apposition::definitions(text, &mut found);
    found.arrange_by_key(|definition| (definition.short.start, definition.long.start));
    found.dedup_by(|b, a| a.short == b.short);
    found
}

/// The same, only what brackets define, which needs no words of any language.
fn in_brackets(text: &str) -> Vec<Definition> {
    let mut found = Vec::new();
    brackets::definitions(text, &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> = acronyms(text).into_iter().map(|d| (&text[d.short], &text[d.long])).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn brackets_define_either_way() {
        check(
            "Support by the Combined Joint Task Force – Operation North Star (CJTF-ONS) went on.",
            &[("CJTF-ONS", "Combined Joint Task Force – Operation North Star")],
        );
        check("the ISF (Icelandic Sea Fleet) left", &[("ISF", "Icelandic Sea Fleet")]);
        check("a memorandum of understanding (MOU) on fish", &[("MOU", "memorandum of understanding")]);
        check(
            "the Islamic Society (IS) and the (adjusted odds ratio [AOR])",
            &[("IS", "Islamic Society"), ("AOR", "adjusted odds ratio")],
        );
        check("the European Union (the “EU”, also known as Europe)", &[("EU", "European Union")]);
        check("research--World Fish Council (WFC)", &[("WFC", "World Fish Council")]);
    }

    #[test]
    fn a_credit_or_an_agency_in_brackets_is_no_definition() {
        check("Delegations met in Washington. (INA)", &[]);
        check("PARIS (AP) The talks went on in August (Reuters).", &[]);
        check("Senator Ann Dole (D) and three others (two men)", &[]);
    }

    #[test]
    fn appositions_define_where_every_letter_is_an_initial() {
        check("The World Fish Council, the WFC, have met.", &[("WFC", "World Fish Council")]);
        check("the United Nations, or UN, said", &[("UN", "United Nations")]);
        check("the North Sea Oil Board, known as NSOB,", &[("NSOB", "North Sea Oil Board")]);
        check("by WFC, the World Fish Council, in May", &[("WFC", "World Fish Council")]);
        check("Norway, Sweden, the EU, and others", &[]);
    }

    #[test]
    fn a_long_text_of_brackets_takes_linear_time() {
        let text = "aa aa aa aaaa (AAAA) ".repeat(10_000);
        let begun = std::time::Instant::now();
        assert_eq!(acronyms(&text).len(), 10_000);
        assert!(begun.elapsed().as_secs() < 20, "took {:?}", begun.elapsed());
    }
}
