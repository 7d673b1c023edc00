//! A page as pieces: its blocks of text in order, each with what is known of the elements around it.
//!
//! The tree is walked twice and never by recursion, so that no depth of nesting can exhaust the stack: once to weigh
//! every element (`weigh`), once to cut (`cutter`).

use ego_tree::iter::Edge;
use scraper::{Html, Node};

use super::cutter::Cutter;
use super::weigh::{Around, weigh};
use crate::ingest::unit::Mark;

/// A block of text.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its text, white space as browsers show it.
    pub(super) text: String,
    /// How it is marked up.
    pub(super) mark: Mark,
    /// Bytes of the text that stand in links.
    pub(super) linked: usize,
    /// An element around it says that it is furniture.
    pub(super) furniture: bool,
    /// The element that it stands in, an index into [`Pieces::elements`].
    pub(super) element: usize,
}

/// A page, cut.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// The blocks, in order.
    pub(super) list: Vec<Piece>,
    /// The elements, each after its parent.
    pub(super) elements: Vec<Around>,
}

impl Pieces {
    /// Whether an element is another or stands in it.
    pub(super) fn is_within(&self, element: usize, around: usize) -> bool {
        let mut at = element;
        while at != around {
            match self.elements.get(at) {
                // Every element stands after its parent.
                Some(element) if element.parent < at => at = element.parent,
                _ => return false,
            }
        }
        true
    }
}

/// Cuts a page.
pub(super) fn cut(dom: &Html) -> Pieces {
    let elements = weigh(dom);
    let mut cutter = Cutter::of(&elements);
    let mut opened = 0;
    for edge in dom.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    cutter.open(element, opened);
                    opened += 1;
                }
                Node::Text(text) => cutter.text(text),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    cutter.close(element);
                }
            }
        }
    }
    let list = cutter.finish();
    Pieces { list, elements }
}
