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

use scraper::Html;

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
}

/// More elements open at a time are refused: building their tree takes time by the square of their number. Browsers
/// stop at 512, and pages seldom reach fifty.
const DEEPEST: usize = 4096;

/// Elements that end without an end tag, or have none.
const ENDLESS: &[&str] = &[
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "source", "tbody", "td", "th", "tr", "track", "wbr",
];

/// The line on which more elements stand in one another than are read, if there is one.
pub(super) fn too_deep(html: &str) -> Option<usize> {
    let mut open = 0usize;
    for (at, _) in html.match_indices('<') {
        let tag = html.get(at + 1..).unwrap_or_default();
        let (end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let length = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = tag.get(..length).unwrap_or_default();
        if name.is_empty() || ENDLESS.iter().any(|endless| endless.eq_ignore_ascii_case(name)) {
            continue;
        }
        open = if end { open.saturating_sub(1) } else { open + 1 };
        if open > DEEPEST {
            return Some(1 + html.get(..at).unwrap_or_default().matches('\n').count());
        }
    }
    None
}

/// Reads a page that is not [`too_deep`].
pub(super) fn read(html: &str) -> Page {
    let dom = Html::parse_document(html);
    let pieces = pieces::cut(&dom);
    let chosen = article::choose(&pieces);
    let (metadata, body) = metadata::read(&dom, chosen.title);
    let mut page = Page { metadata, ..Page::default() };
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
    page
}

/// The text of a piece of HTML that is all article, as feeds and mails carry it; none where it is [`too_deep`].
pub(super) fn fragment(html: &str) -> Page {
    if too_deep(html).is_some() {
        return Page::default();
    }
    let dom = Html::parse_document(html);
    let mut page = Page::default();
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
