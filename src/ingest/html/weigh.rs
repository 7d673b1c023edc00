//! What is known of every element before the page is cut: its text and links, what it holds, whether it is furniture.

use ego_tree::iter::Edge;
use scraper::{Html, Node};

use super::marks::{self, Kind};

/// What is known of an element.
#[derive(Debug)]
pub(super) struct Around {
    /// The element around it; of the outermost, itself.
    pub(super) parent: usize,
    /// It says that it holds the article.
    pub(super) article: bool,
    /// It holds nothing else: `<article>`.
    pub(super) exact: bool,
    pub(super) kind: Kind,
    /// Its kind is sure.
    sure: bool,
    /// Bytes of its text, and of that in links.
    pub(super) text: usize,
    linked: usize,
    /// It holds a heading of the first level, or an element that holds the article.
    pub(super) core: bool,
    /// It holds a heading of the first level.
    pub(super) headed: bool,
    /// A table that arranges the page, and no data.
    pub(super) layout: bool,
    /// Paragraphs of a cell.
    paragraphs: usize,
}

/// A cell with more text is no data: the table arranges the page.
const LONGEST_CELL: usize = 300;

/// Largest share of a page's text that an element may hold which its class calls furniture.
const LARGEST_SUSPECT: f64 = 0.6;

/// Bytes of a text from which it is a correction by how it begins: "Update: 4 March 2031, 10:00" is none.
const SHORTEST_CORRECTION: usize = 36;

/// Least share of links in what is called a teaser.
const LINKS_IN_TEASER: f64 = 0.1;

/// Weighs every element of a page; each stands after its parent.
pub(super) fn weigh(dom: &Html) -> Vec<Around> {
    let mut elements: Vec<Around> = Vec::new();
    let mut stack: Vec<usize> = Vec::new();
    let mut tables: Vec<usize> = Vec::new();
    let (mut links, mut hidden) = (0usize, 0usize);
    for edge in dom.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    let name = element.name();
                    let (mut kind, mut sure) = marks::kind(element);
                    let article = marks::is_article(element);
                    let parent = stack.last().copied().unwrap_or(0);
                    let in_correction =
                        elements.get(parent).is_some_and(|parent| parent.kind == Kind::Correction);
                    if in_correction && !sure {
                        (kind, sure) = (Kind::Correction, true);
                    }
                    links += usize::from(name == "a");
                    hidden += usize::from(kind == Kind::Hidden);
                    if matches!(name, "table" | "h1" | "h2" | "h3" | "ul" | "ol" | "article" | "main")
                        && let Some(table) = tables.last().and_then(|&table| elements.get_mut(table))
                    {
                        table.layout = true;
                    }
                    if name == "p"
                        && let Some(cell) = elements.get_mut(parent)
                    {
                        cell.paragraphs += 1;
                    }
                    if name == "table" {
                        tables.push(elements.len());
                    }
                    stack.push(elements.len());
                    let core = name == "h1"
                        || name == "main"
                        || element.attr("itemprop").is_some_and(|p| p == "articleBody" || p == "headline");
                    elements.push(Around {
                        parent,
                        article,
                        exact: name == "article",
                        kind,
                        sure,
                        text: 0,
                        linked: 0,
                        core,
                        headed: name == "h1",
                        layout: false,
                        paragraphs: 0,
                    });
                }
                Node::Text(text) if hidden == 0 => {
                    let bytes: usize = text.split_ascii_whitespace().map(|word| word.len() + 1).sum();
                    if bytes > 0 && marks::opens_as_correction(text) {
                        open_correction(&mut elements, &stack);
                    }
                    if let Some(around) = stack.last().and_then(|&top| elements.get_mut(top)) {
                        around.text += bytes;
                        around.linked += if links > 0 { bytes } else { 0 };
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                let Node::Element(element) = node.value() else { continue };
                let Some(index) = stack.pop() else { continue };
                let Some(around) = elements.get(index) else { continue };
                let (text, linked, core, kind) = (around.text, around.linked, around.core, around.kind);
                let (parent, paragraphs, headed) = (around.parent, around.paragraphs, around.headed);
                match element.name() {
                    "a" => links -= 1,
                    "table" => drop(tables.pop()),
                    "td" | "th" if text > LONGEST_CELL || paragraphs > 1 => {
                        if let Some(table) = tables.last().and_then(|&table| elements.get_mut(table)) {
                            table.layout = true;
                        }
                    }
                    _ => {}
                }
                hidden -= usize::from(kind == Kind::Hidden);
                if parent != index
                    && let Some(parent) = elements.get_mut(parent)
                {
                    parent.text += text;
                    parent.linked += linked;
                    parent.core |= core;
                    parent.headed |= headed;
                }
            }
        }
    }
    elements
}

/// The elements that are open and begin here are a correction, as far as their marks may be wrong; the outermost only if it
/// goes on.
fn open_correction(elements: &mut [Around], stack: &[usize]) {
    let mut outermost = None;
    for &index in stack.iter().rev() {
        match elements.get_mut(index) {
            Some(element) if element.text == 0 && !element.sure => {
                (element.kind, element.sure) = (Kind::Correction, true);
                outermost = Some(index);
            }
            Some(element) if element.text == 0 => {}
            _ => break,
        }
    }
    if let Some(element) = outermost.and_then(|index| elements.get_mut(index)) {
        element.sure = false;
    }
}

impl Around {
    /// Whether it is furniture, on a page with so many bytes of text.
    pub(super) fn is_furniture(&self, page: usize) -> bool {
        let small = self.text as f64 <= LARGEST_SUSPECT * page as f64;
        match self.kind {
            Kind::Furniture => true,
            Kind::Suspect => !self.core && (self.sure || small),
            Kind::Teaser => !self.core && small && self.linked as f64 > LINKS_IN_TEASER * self.text as f64,
            Kind::Correction => !self.sure && self.text < SHORTEST_CORRECTION || self.linked * 2 > self.text,
            Kind::Hidden | Kind::Text => false,
        }
    }
}
