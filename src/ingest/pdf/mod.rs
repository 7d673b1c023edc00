//! PDF: the text of its pages, in the order in which they are read.
//!
//! `hayro-syntax` reads the file, `hayro-font` its fonts; damaged files are repaired as far as they can be. A page is places and glyphs
//! (`glyphs`); they become lines (`lines`, `script`), lines stand in columns (`layout`), what comes back at the edges of pages is
//! dropped (`furniture`), and lines are joined to paragraphs (`paragraphs`). What the document says about itself is its
//! metadata (`metadata`).
//!
//! The source text is this rendering: paragraphs one blank line apart, the lines of each joined by a space, words parted
//! at the end of a line joined, ligatures as the letters they are made of, the cells of a table row parted by tabs.

mod fonts;
mod furniture;
mod glyphs;
mod guard;
mod join;
mod layout;
mod lines;
mod matrix;
mod metadata;
mod paragraphs;
mod script;
mod state;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::file::MOST_UNPACKED;
use super::metadata::Metadata;
use super::rendered::Rendered;
use super::unit::Text;
use crate::Error;

/// What was made of a document.
#[derive(Debug, Default)]
pub(super) struct Pages {
    /// What it says about itself.
    pub(super) metadata: Metadata,
    /// Its text.
    pub(super) text: Text,
    /// Lines that are furniture of its pages.
    pub(super) left_out: Vec<String>,
    /// What somebody should know.
    pub(super) notices: Vec<String>,
}

/// More pages are refused.
const MOST_PAGES: usize = 10_000;

/// Share of characters that the fonts do not tell from which a document cannot be read.
const UNKNOWN: f64 = 0.2;

/// Reads a document.
///
/// # Errors
/// [`Error::BadFile`]: it is no PDF, is locked or damaged, or has no text.
pub(super) fn read(path: &str, bytes: Vec<u8>) -> Result<Pages, Error> {
    let flawed = |reason: String| Error::BadFile { path: path.to_owned(), line: None, reason };
    if guard::is_too_large(&bytes, MOST_UNPACKED) {
        return Err(flawed(
            "the PDF unpacks to more than is read of one file; print it to a new PDF".to_owned(),
        ));
    }
    let pdf = Pdf::new(bytes).map_err(|error| flawed(told(error).to_owned()))?;
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        return Err(flawed(format!(
            "the PDF has {} pages, and at most {MOST_PAGES} are read; split it",
            pages.len()
        )));
    }
    let fonts = fonts::Fonts::new();
    let mut flows = Vec::with_capacity(pages.len());
    let mut left_out = Vec::new();
    let (mut all, mut unknown, mut pictures) = (0, 0, 0);
    let mut instructions = glyphs::MOST_INSTRUCTIONS;
    for (index, page) in pages.iter().enumerate() {
        let shown = glyphs::of_page(page, &fonts, &mut instructions);
        if shown.cut {
            let reason = format!(
                "page {} draws more than is read of one PDF; print its text alone to a new PDF",
                index + 1
            );
            return Err(flawed(reason));
        }
        all += shown.glyphs.len();
        unknown +=
            shown.glyphs.iter().filter(|glyph| glyph.text.contains(char::REPLACEMENT_CHARACTER)).count();
        pictures += usize::from(shown.glyphs.is_empty() && shown.pictures);
        let upright = lines::of(shown.glyphs, page.intersected_crop_box());
        let across = layout::flows(upright.across, upright.leftward);
        left_out.extend(across.iter().flatten().map(|line| line.cells.join(" ")));
        flows.push(layout::flows(upright.segments, upright.leftward));
    }
    if all == 0 && pictures > 0 {
        return Err(flawed(format!(
            "its {} are pictures without text, as scanned pages are; run text recognition (OCR) on it first",
            counted(pages.len())
        )));
    }
    if all == 0 {
        return Err(flawed(format!("its {} hold no text; leave it out", counted(pages.len()))));
    }
    if unknown as f64 > UNKNOWN * all as f64 {
        let reason = "its fonts do not tell which characters they show; print it to a new PDF, or run text recognition (OCR) on it";
        return Err(flawed(reason.to_owned()));
    }
    let mut notices = Vec::new();
    if pictures > 0 {
        notices.push(format!("{path}: {pictures} of {} pages are pictures without text", pages.len()));
    }
    if unknown > 0 {
        notices
            .push(format!("{path}: {unknown} characters are not known to its fonts, and stand as \u{fffd}"));
    }
    left_out.extend(furniture::drop(&mut flows));
    let mut rendered = Rendered::default();
    for paragraph in paragraphs::of(&flows) {
        rendered.push(&paragraph.text, paragraph.mark);
    }
    Ok(Pages { metadata: metadata::read(&pdf), text: rendered.finish(), left_out, notices })
}

fn counted(pages: usize) -> String {
    if pages == 1 { "one page".to_owned() } else { format!("{pages} pages") }
}

fn told(error: LoadPdfError) -> &'static str {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            "the PDF is locked by a password; open it in a viewer and save or print it without one"
        }
        LoadPdfError::Decryption(_) => {
            "the PDF is encrypted in a way that is not read; open it in a viewer and print it to a new PDF"
        }
        LoadPdfError::Invalid => {
            "it is no whole PDF: it has no pages that can be found; copy or save it again"
        }
    }
}

#[cfg(test)]
mod tests;
