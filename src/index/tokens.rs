//! The words of a corpus in order, nearly all of them in two bytes each.

/// One place in the words of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token(u32);

impl Token {
    /// A sentence begins.
    pub(crate) const SENTENCE: Self = Self(0);
    /// The title ends, or a block of the text.
    pub(crate) const BLOCK: Self = Self(1);

    pub(super) fn word(term: u32, capital: bool, single: bool) -> Self {
        Self((term + 1) << 2 | u32::from(capital && single) << 1 | u32::from(capital))
    }

    /// The term that stands here; none where a sentence or a block begins.
    pub(crate) fn term(self) -> Option<u32> {
        (self.0 >> 2).checked_sub(1)
    }

    /// Whether a word of one letter stands here that is written as a capital.
    pub(crate) fn is_initial(self) -> bool {
        self.0 & 2 == 2
    }

    /// Whether the word is written with a capital.
    pub(crate) fn is_capital(self) -> bool {
        self.0 & 1 == 1
    }
}

/// Before a token that takes two more units, its lower half first: one of a term that some 16,000 others came before.
const WIDE: u16 = u16::MAX;

/// Tokens, one after another.
#[derive(Debug, Default)]
pub(super) struct Tokens(Vec<u16>);

impl Tokens {
    /// Makes room for so many units.
    pub(super) fn reserve(&mut self, units: usize) {
        self.0.reserve_exact(units);
    }

    /// Gives back what room was not used.
    pub(super) fn close(&mut self) {
        self.0.shrink_to_fit();
    }

    /// Units so far, which is where the next token will stand.
    pub(super) fn end(&self) -> u32 {
        self.0.len() as u32
    }

    pub(super) fn push(&mut self, token: Token) {
        match u16::try_from(token.0) {
            Ok(unit) if unit != WIDE => self.0.push(unit),
            _ => self.0.extend([WIDE, token.0 as u16, (token.0 >> 16) as u16]),
        }
    }

    /// The tokens between two ends.
    pub(super) fn read(&self, units: std::ops::Range<usize>) -> Read<'_> {
        Read(self.0.get(units).unwrap_or_default().iter())
    }
}

/// Tokens of one field.
#[derive(Clone, Debug)]
pub(crate) struct Read<'i>(std::slice::Iter<'i, u16>);

impl Read<'_> {
    /// All of them, to look at in any order.
    #[inline(never)]
    pub(crate) fn all(self) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(self.0.len());
        tokens.extend(self);
        tokens
    }
}

impl Iterator for Read<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let mut unit = || self.0.next().map(|&unit| u32::from(unit));
        let first = unit()?;
        Some(Token(if first == u32::from(WIDE) { unit()? | unit()? << 16 } else { first }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn tokens_survive_their_units(terms in prop::collection::vec((prop_oneof![0u32..40, 16_370u32..16_400, 0u32..1 << 29], any::<bool>()), 0..40)) {
            let mut tokens = Tokens::default();
            let mut expected = vec![Token::BLOCK, Token::SENTENCE];
            expected.extend(terms.iter().map(|&(term, capital)| Token::word(term, capital, term % 2 == 0)));
            expected.iter().for_each(|&token| tokens.push(token));
            prop_assert_eq!(tokens.read(0..tokens.end() as usize).collect::<Vec<_>>(), expected);
        }
    }
}
