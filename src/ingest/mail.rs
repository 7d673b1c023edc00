//! EML and MBOX: one article a message; its subject is the title, its sender the source.
//!
//! `mail-parser` reads the messages. The text is the plain part where there is one, with quoted replies as they
//! stand, else the HTML part, rendered; attachments are passed over.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _};

use super::date;
use super::flowed;
use super::html;
use super::mailbox;
use super::metadata::{Metadata, Value};
use super::plain;
use super::unit::Text;
use crate::Error;

/// One message.
#[derive(Debug)]
pub(super) struct Letter {
    /// What its head says.
    pub(super) metadata: Metadata,
    /// Its text.
    pub(super) text: Text,
    /// Parts that were passed over.
    pub(super) attachments: usize,
    /// What should be its day and is none.
    pub(super) undated: Option<String>,
}

/// Reads one message.
///
/// # Errors
/// [`Error::BadFile`]: it is no message.
pub(super) fn read(path: &str, bytes: &[u8]) -> Result<Letter, Error> {
    let flawed =
        |reason: &str| Error::BadFile { path: path.to_owned(), line: Some(1), reason: reason.to_owned() };
    let message = MessageParser::default().parse(bytes);
    let message = message.filter(|message| message.subject().is_some() || message.from().is_some());
    let message = message.ok_or_else(|| flawed("it is no mail: it has neither sender nor subject; expected lines like \"Subject: …\" at its head"))?;
    Ok(letter(&message))
}

/// A message with its number in the mailbox.
pub(super) type Numbered = Result<(usize, Letter), Error>;

/// Reads the messages of a mailbox, each with its number from 1. A message that is none gives [`Error::BadFile`].
///
/// # Errors
/// [`Error::BadFile`]: it is no mailbox.
pub(super) fn read_all(path: &str, bytes: &[u8]) -> Result<Vec<Numbered>, Error> {
    let flawed = |reason: String| Error::BadFile { path: path.to_owned(), line: None, reason };
    if !bytes.starts_with(b"From ") {
        return Err(flawed("it is no mailbox: its first line does not begin with \"From \"".to_owned()));
    }
    let letters = (1..).zip(mailbox::messages(bytes)).map(|(number, message)| {
        let parsed = MessageParser::default().parse(&message);
        let parsed = parsed.ok_or_else(|| flawed(format!("message {number} holds nothing")))?;
        Ok((number, letter(&parsed)))
    });
    Ok(letters.collect())
}

/// A letter in plain text is a stub where the same as a page has more than so many times its words.
const STUB: usize = 3;

fn words(text: &Text) -> usize {
    text.source.split_whitespace().count()
}

fn letter(message: &Message<'_>) -> Letter {
    let mut metadata = Metadata::default();
    let sender = message.from().and_then(|from| from.first());
    let sender = sender.and_then(|from| from.name().or_else(|| from.address())).map(str::to_owned);
    let day = message.date().map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    let day = day.and_then(|day| date::day(&day));
    let undated = message
        .header_raw("Date")
        .filter(|_| day.is_none())
        .map(|day| day.trim().to_owned())
        .filter(|day| !day.is_empty());
    for (key, value) in [
        ("title", message.subject().map(|subject| subject.split_whitespace().collect::<Vec<_>>().join(" "))),
        ("source", sender),
        ("date", day),
    ] {
        if let Some(value) = value {
            // Only a date can be wrong, and the day is one.
            let _ = metadata.set(key, Value::Text(value));
        }
    }
    // A part that is HTML alone would be given as plain text, too, by a converter that keeps no blocks.
    let plain_part =
        message.text_body.first().and_then(|&part| message.part(part)).filter(|part| !part.is_text_html());
    let page_part =
        message.html_body.first().and_then(|&part| message.part(part)).filter(|part| part.is_text_html());
    let plain = || {
        let text = message.body_text(0).unwrap_or_default().replace("\r\n", "\n");
        let says = |part: &MessagePart<'_>, name: &str, value: &str| {
            let kind = part.content_type().and_then(|kind| kind.attribute(name));
            kind.is_some_and(|kind| kind.eq_ignore_ascii_case(value))
        };
        let text = match plain_part.filter(|part| says(part, "format", "flowed")) {
            Some(part) => flowed::joined(&text, says(part, "delsp", "yes")),
            None => text,
        };
        plain::cut(without_addresses(&text), 0)
    };
    let page = || message.body_html(0).map(|page| html::fragment(&page).text);
    let text = match (plain_part, page_part) {
        (None, _) => page().unwrap_or_else(plain),
        (Some(_), None) => plain(),
        (Some(_), Some(_)) => {
            // Some newsletters say in plain text only where to look at them.
            let plain = plain();
            page().filter(|page| words(page) > STUB * words(&plain)).unwrap_or(plain)
        }
    };
    Letter { metadata, text, attachments: message.attachment_count(), undated }
}

const LONGEST_ADDRESS: usize = 4096;

/// A text without the addresses that programs put in brackets behind the words that were a link, and in place of pictures.
fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['[', '<']) {
        let (before, bracket) = rest.split_at(at);
        let (sign, inner) = bracket.split_at(1);
        let near = inner.get(..inner.floor_char_boundary(LONGEST_ADDRESS)).unwrap_or_default();
        out.push_str(before);
        // An address that stands by itself is text.
        let words = out.trim_end_matches(' ');
        let (behind_words, length) = (!words.is_empty() && !words.ends_with('\n'), words.len());
        let is_address = inner.starts_with("cid:")
            || behind_words && ["http://", "https://", "mailto:"].iter().any(|kind| inner.starts_with(kind));
        let end = near.find([']', '>']).filter(|&end| {
            is_address && !near.get(..end).is_some_and(|address| address.contains(char::is_whitespace))
        });
        rest = match end {
            Some(end) => {
                out.truncate(length);
                inner.get(end + 1..).unwrap_or_default()
            }
            None => {
                out.push_str(sign);
                inner
            }
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "From: \"Harbour Press\" <desk@press.example>\r\nSubject: =?utf-8?q?Kr=C3=A4ne_stehen_still?=\r\nDate: Sun, 14 Sep 2031 21:10:00 -0700\r\nMIME-Version: 1.0\r\n";

    #[test]
    fn subject_sender_day_and_plain_text_are_read() {
        let mail = format!(
            "{HEAD}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDie Kr=E4ne stehen still.\r\n\r\nSeit Montag.\r\n"
        );
        let letter = read("a.eml", mail.as_bytes()).unwrap();
        assert_eq!(letter.metadata.title.as_deref(), Some("Kräne stehen still"));
        assert_eq!(letter.metadata.source.as_deref(), Some("Harbour Press"));
        assert_eq!(letter.metadata.date.as_deref(), Some("2031-09-14"));
        assert_eq!(letter.text.source.trim(), "Die Kräne stehen still.\n\nSeit Montag.");
    }

    #[test]
    fn a_stub_in_plain_text_gives_way_to_the_page_beside_it() {
        let of = |plain: &str| {
            let page = "<p>The cranes of Lunden stand still since Monday, the board said on Tuesday.</p><p>Nobody knows for how long they will.</p>";
            let mail = format!(
                "{HEAD}Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n--x--\r\n"
            );
            read("a.eml", mail.as_bytes()).unwrap().text.source
        };
        assert!(of("View this email in your browser").starts_with("The cranes of Lunden"));
        let plain = "The cranes stand still since Monday, said the board.\r\n\r\nNobody knows for how long.";
        assert!(of(plain).starts_with("The cranes stand still"));
    }

    #[test]
    fn html_is_rendered_and_attachments_are_counted() {
        let mail = format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Die Kräne <b>stehen</b>.</p><script>alert(1)</script><p>Seit Montag.</p>\r\n--x\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\n\r\npng\r\n--x--\r\n"
        );
        let letter = read("a.eml", mail.as_bytes()).unwrap();
        assert_eq!(
            (letter.text.source.as_str(), letter.attachments),
            ("Die Kräne stehen.\n\nSeit Montag.", 1)
        );
    }

    #[test]
    fn a_mailbox_holds_its_messages_in_order() {
        let mbox = "From a Sat Jan  3 01:05:34 2031\nFrom: Ann <a@x.example>\nSubject: One\n\nThe first boat came in.\n\nFrom b Sun Jan  4 10:00:00 2031\nFrom: b@x.example\nSubject: Two\n\nThe second one sank.\n";
        let letters = read_all("a.mbox", mbox.as_bytes()).unwrap();
        let told: Vec<_> = letters
            .iter()
            .flatten()
            .map(|(number, letter)| {
                (
                    *number,
                    letter.metadata.title.as_deref(),
                    letter.metadata.source.as_deref(),
                    letter.text.source.trim(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (1, Some("One"), Some("Ann"), "The first boat came in."),
                (2, Some("Two"), Some("b@x.example"), "The second one sank.")
            ]
        );
    }

    #[test]
    fn what_is_no_mail_is_refused() {
        assert!(read("a.eml", b"Rain fell.").unwrap_err().to_string().starts_with("a.eml:1: it is no mail"));
        assert!(read("a.eml", b"").is_err() && read_all("a.mbox", b"").is_err());
        assert!(
            read_all("a.mbox", b"Rain fell.")
                .unwrap_err()
                .to_string()
                .starts_with("a.mbox: it is no mailbox")
        );
    }
}
