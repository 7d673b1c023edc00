//! The steps of a build, for those who show how far it is or measure it.

/// A step of a build, in the order in which they are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// What each article says by itself: names, quotations, definitions.
    Articles,
    /// All words as numbers.
    Reading,
    /// Which documents are near-copies.
    Origins,
    /// Acronyms, and the initials of names.
    Acronyms,
    /// Names of one thing.
    Aliases,
    /// Key points and the briefings made of them.
    KeyPoints,
    /// What only one document says.
    OnlyHere,
    /// Summaries of the documents.
    Summaries,
    /// Who is named.
    Who,
    /// What happened when.
    Timeline,
    /// Where documents part.
    Differences,
    /// All cards as bytes.
    Cards,
    /// The index that search will derive.
    Index,
    /// Latent vectors.
    Vectors,
    /// The bytes of the pack.
    Writing,
}

impl Step {
    /// How many steps there are.
    pub const COUNT: usize = Self::Writing as usize + 1;

    /// How many come before it.
    #[must_use]
    pub fn number(self) -> usize {
        self as usize
    }

    /// What it does, in a word or two.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Reading => "words",
            Self::Origins => "near-copies",
            Self::Acronyms => "acronyms",
            Self::Aliases => "aliases",
            Self::KeyPoints => "key points",
            Self::OnlyHere => "only here",
            Self::Summaries => "summaries",
            Self::Who => "who",
            Self::Timeline => "timeline",
            Self::Differences => "differences",
            Self::Cards => "cards",
            Self::Index => "index",
            Self::Vectors => "vectors",
            Self::Writing => "writing",
        }
    }

    /// Whether it is for the cards alone, so that search does without.
    #[must_use]
    pub fn is_for_cards(self) -> bool {
        let from_cards = [
            Self::Articles,
            Self::KeyPoints,
            Self::OnlyHere,
            Self::Summaries,
            Self::Who,
            Self::Timeline,
            Self::Differences,
            Self::Cards,
        ];
        from_cards.contains(&self)
    }
}
