//! HTML: the article of a web page, out of what surrounds it.
//!
//! The page is parsed as browsers do it (`html5ever`, by way of `scraper`) and cut into pieces, one for each block of
//! text (`pieces`); what an element says about itself tells furniture from text: its name, its role, the words of its
//! class (`marks`). Of the rest, the smallest element that holds most of the running text is the article, with all that
//! stands between the page's heading and it (`article`). What the page tells programs about itself is its metadata
//! (`metadata`).
//!
//! The source text is what a reader would see of the article: blocks one blank line apart, white space as browsers show
//! it, `<br>` as a line feed, the cells of a table row parted by tabs; of a page that shows none, what it tells programs.

mod article;
mod asides;
mod cutter;
mod marks;
mod metadata;
mod pieces;
mod weigh;

use ego_tree::NodeRef;
use html5ever::driver::{self, ParseOpts};
use html5ever::tendril::TendrilSink as _;
use scraper::{Html, HtmlTreeSink, Node};

use super::metadata::Metadata;
use super::rendered::Rendered;
use super::unit::{Mark, Text};

/// What was made of a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// What it says about itself.
    pub(super) metadata: Metadata,
    /// Its article.
    pub(super) text: Text,
    /// Blocks that are no part of it.
    pub(super) left_out: Vec<String>,
    /// What should be its day and is none.
    pub(super) undated: Option<String>,
}

/// A deeper tree is refused: building it takes time by the square of its depth. Browsers stop at 512, and pages seldom
/// reach fifty.
const DEEPEST: usize = 4096;

/// A tree that has so many nodes more than its page has bytes is refused: elements that are never closed are opened anew in
/// every paragraph.
const MOST_NODES: usize = 1 << 18;

/// Bytes that are parsed between two looks at the tree, at most.
const STRETCH: usize = 4096;

/// The tree of a page.
///
/// # Errors
/// The line on which elements stand in one another deeper than [`DEEPEST`], or are more than [`MOST_NODES`].
fn parse(html: &str) -> Result<Html, usize> {
    let mut parser = driver::parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    let mut known = None;
    for (line, mut rest) in (1..).zip(html.split_inclusive('\n')) {
        while !rest.is_empty() {
            let (stretch, behind) = rest.split_at(rest.floor_char_boundary(STRETCH));
            rest = behind;
            parser.process(stretch.into());
            let dom = parser.tokenizer.sink.sink.0.borrow();
            // The document, its `html` and its `body` stand above all.
            let is_deep = |node: NodeRef<'_, Node>| {
                node.value().is_element() && node.ancestors().nth(DEEPEST + 2).is_some()
            };
            let is_many = dom.tree.nodes().len() > html.len() + MOST_NODES;
            if is_many || dom.tree.nodes().rev().take_while(|node| Some(node.id()) != known).any(is_deep) {
                return Err(line);
            }
            known = dom.tree.nodes().next_back().map(|node| node.id());
        }
    }
    Ok(parser.finish())
}

/// Reads a page.
///
/// # Errors
/// The line on which its elements stand too deep in one another.
pub(super) fn read(html: &str) -> Result<Page, usize> {
    let dom = parse(html)?;
    let pieces = pieces::cut(&dom);
    let chosen = article::choose(&pieces);
    let metadata::Said { metadata, body, undated } = metadata::read(&dom, chosen.title);
    let mut page = Page { metadata, undated, ..Page::default() };
    let mut rendered = Rendered::default();
    // A page that a script fills tells its text to programs.
    let body = body.filter(|_| !chosen.running);
    for paragraph in body.as_deref().unwrap_or_default().lines() {
        rendered.push(paragraph, Mark::None);
    }
    for (piece, keep) in pieces.list.iter().zip(&chosen.keep) {
        if *keep && body.is_none() {
            rendered.push(&piece.text, piece.mark);
        } else {
            page.left_out.push(piece.text.clone());
        }
    }
    page.text = rendered.finish();
    Ok(page)
}

/// The text of a piece of HTML that is all article, as feeds and mails carry it; none where its elements stand too deep in
/// one another.
pub(super) fn fragment(html: &str) -> Page {
    let mut page = Page::default();
    let Ok(dom) = parse(html) else { return page };
    let mut rendered = Rendered::default();
    for piece in pieces::cut(&dom).list {
        if piece.furniture {
            page.left_out.push(piece.text);
        } else {
            rendered.push(&piece.text, piece.mark);
        }
    }
    page.text = rendered.finish();
    page
}

/// Whether a page shows a briefing, as those do that `briefing build` writes: such a page is no article.
#[must_use]
pub fn is_briefing(html: &[u8]) -> bool {
    let element = b"<briefing-widget";
    html.windows(element.len()).any(|window| window == element)
}

#[cfg(test)]
mod tests;
