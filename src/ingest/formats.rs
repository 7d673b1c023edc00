//! The kinds of file beyond text, Markdown and JSONL, each in a module of its own: what a file of them comes to.

use super::article::Draft;
use super::contents::Contents;
use super::file::{self, Format, Name};
use super::{InputFile, archive, docx, feed, html, mail, of_entries, of_file, site, table};
use crate::{Error, language};

/// The files of an archive in the order of their paths, or the file itself; and whether somebody `named` them. What stands in
/// an archive is named by nobody, unless the archive is a web site, of which the briefing is all there is.
///
/// # Errors
/// The archive cannot be unpacked.
pub(super) fn unpacked(file: InputFile, named: bool) -> Result<(Vec<InputFile>, bool), Error> {
    if !file::is_archive(&file.path) || file::is_aside(&file.path) {
        return Ok((vec![file], named));
    }
    let mut files = archive::unpack(&file.path, &file.bytes, file::MOST_UNPACKED)?;
    if let Some(module) = site::module(files.iter().map(|file| file.path.as_str())).map(str::to_owned) {
        files.retain(|file| file.path == module);
        return Ok((files, named));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((files, false))
}

/// The articles of one file. What a program says of an article's language, and often of every article's, holds only where
/// the text does not surely have another one.
pub(super) fn drafts(
    path: &str,
    name: Name<'_>,
    bytes: Vec<u8>,
    contents: &mut Contents,
) -> Result<Vec<Draft>, Error> {
    let by_hand = matches!(name.format, Format::Csv | Format::Tsv);
    let mut drafts = as_told(path, name, bytes, contents)?;
    if by_hand {
        return Ok(drafts);
    }
    for Draft { metadata, text, .. } in &mut drafts {
        let units = text.units.iter().map(|unit| text.of(unit));
        metadata.lang.take_if(|tag| language::contradicts(units, tag));
    }
    Ok(drafts)
}

/// The articles of one file with what it says of them.
fn as_told(path: &str, name: Name<'_>, bytes: Vec<u8>, contents: &mut Contents) -> Result<Vec<Draft>, Error> {
    let notices = &mut contents.notices;
    let numbered = |number: usize, draft: Draft| Draft { id: format!("{}-{number}", name.stem), ..draft };
    match name.format {
        Format::Plain | Format::Markdown | Format::Jsonl | Format::Pack | Format::Module => Ok(Vec::new()),
        Format::Html => {
            let text = file::text(path, bytes, notices)?;
            let page = html::read(&text).map_err(|line| Error::BadFile {
                path: path.to_owned(),
                line: Some(line),
                reason: "its elements stand in one another too deep to be a page; save it again".to_owned(),
            })?;
            tell_undated([(path.to_owned(), page.undated)], notices);
            let draft = of_file(path, name, page.metadata, page.text);
            Ok(vec![Draft { left_out: page.left_out, ..draft }])
        }
        Format::Csv | Format::Tsv => {
            let entries = table::read(path, &file::text(path, bytes, notices)?, name.format == Format::Tsv)?;
            of_entries(path, name, entries, contents)
        }
        Format::Feed => {
            let items = feed::read(path, &file::text(path, bytes, notices)?)?;
            let summaries = items.iter().filter(|item| item.summary).count();
            if summaries > 0 {
                notices.push(format!(
                    "{path}: {summaries} of {} articles are summaries: the feed has no more of them",
                    items.len()
                ));
            }
            let place = |line: usize| format!("{path}:{line}");
            tell_undated(items.iter().map(|item| (place(item.line), item.undated.clone())), notices);
            let draft = |item: feed::Item| {
                let draft = of_file(path, name, item.metadata, item.text);
                numbered(item.number, Draft { place: place(item.line), ..draft })
            };
            Ok(items.into_iter().map(draft).collect())
        }
        Format::Mail => {
            let letter = mail::read(path, &bytes)?;
            if letter.attachments > 0 {
                notices.push(format!("{path}: {} attachments were passed over", letter.attachments));
            }
            tell_undated([(path.to_owned(), letter.undated)], notices);
            Ok(vec![of_file(path, name, letter.metadata, letter.text)])
        }
        Format::Mailbox => {
            let mut letters = Vec::new();
            for read in mail::read_all(path, &bytes)? {
                match read {
                    Ok(letter) => letters.push(letter),
                    Err(error) => contents.refused.push(error),
                }
            }
            let attachments: usize = letters.iter().map(|(_, letter)| letter.attachments).sum();
            if attachments > 0 {
                notices.push(format!("{path}: {attachments} attachments were passed over"));
            }
            let place = |number: usize| format!("{path}, message {number}");
            let undated = letters.iter().map(|(number, letter)| (place(*number), letter.undated.clone()));
            tell_undated(undated, notices);
            let draft = |(number, letter): (usize, mail::Letter)| {
                let draft = of_file(path, name, letter.metadata, letter.text);
                numbered(number, Draft { place: place(number), ..draft })
            };
            Ok(letters.into_iter().map(draft).collect())
        }
        Format::Docx => {
            let (metadata, text, comments) = docx::read(path, &bytes)?;
            if comments > 0 {
                notices.push(format!("{path}: {comments} comments were passed over"));
            }
            Ok(vec![of_file(path, name, metadata, text)])
        }
        #[cfg(feature = "pdf")]
        Format::Pdf => {
            let pages = super::pdf::read(path, bytes)?;
            notices.extend(pages.notices);
            let draft = of_file(path, name, pages.metadata, pages.text);
            Ok(vec![Draft { left_out: pages.left_out, ..draft }])
        }
    }
}

/// Tells of the first day that cannot be read, and of how many articles of a file that holds. What people write by hand is
/// refused where it is no date; what programs write is nobody's fault who reads it, and its article is none the worse.
fn tell_undated(days: impl IntoIterator<Item = (String, Option<String>)>, notices: &mut Vec<String>) {
    let mut undated = days.into_iter().filter_map(|(place, found)| Some((place, found?)));
    let Some((place, found)) = undated.next() else { return };
    let more = undated.count();
    let of = match more {
        0 => "the article has no date".to_owned(),
        _ => format!("this article and {more} more of the file have no date"),
    };
    notices.push(format!(
        "{place}: {found:?} is no date; expected YYYY, YYYY-MM, YYYY-MM-DD, a full timestamp or a day as mail has it; {of}"
    ));
}
