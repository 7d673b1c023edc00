//! Forms of one word, told without a stemmer.
//!
//! Stems are found when a briefing is built, and travel in it. A word of a query that no document has is none of those
//! found; if it is a form of one that is, the two part only in their endings.

use super::stop_words::lists;

/// Letters that two forms share at the least.
pub(crate) const SHARED: usize = 4;

/// Whether two words seem to be forms of one: what they share is followed by an ending in both, or by nothing. The
/// `endings` of a language are parted by spaces; a bar stands before those that take each other's place only.
pub(crate) fn are_forms(endings: &[u8], one: &str, other: &str) -> bool {
    let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    // "negotiating" and "negotiation" share a letter of their endings, too; two letters of Cyrillic are four bytes, and
    // half of the next may be the same.
    for cut in SHARED.max(shared.saturating_sub(5))..=shared {
        if let (Some(one), Some(other)) = (one.get(cut..), other.get(cut..))
            && endings
                .split(|&byte| byte == b'|')
                .any(|endings| lists(endings, b' ', one) && lists(endings, b' ', other))
        {
            return true;
        }
    }
    false
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use crate::order::Set;

    fn are_forms(one: &str, other: &str) -> bool {
        super::are_forms(crate::text::endings(&Set::from(["en".to_owned()])).as_bytes(), one, other)
    }

    #[test]
    fn forms_part_in_their_endings_only() {
        for (one, other) in [
            ("negotiating", "negotiation"),
            ("talks", "talk"),
            ("pledging", "pledged"),
            ("countries", "country"),
            ("agreement", "agreed"),
        ] {
            assert!(are_forms(one, other) && are_forms(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("minister", "ministry"),
            ("secure", "secretary"),
            ("iraq", "iraqi"),
            ("мир", "мира"),
            ("is", "as"),
        ] {
            assert!(!are_forms(one, other), "{one} {other}");
        }
    }
}
