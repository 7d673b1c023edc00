//! Bytes that are not UTF-8, as text: by the mark they begin with, by what the file says of itself, else by guess.
//!
//! `encoding_rs` converts and `chardetng` guesses, as browsers do; so every label of the web is known. UTF-16 without a mark is
//! told by its zeros, nearly all of which stand at even or at odd places. Other bytes with zeros, or with many control characters,
//! are no text.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// What a file says of its encoding stands in so many bytes (HTML asks for 1024).
const HEAD: usize = 1024;

/// Where one byte in so many is a control character, the bytes are no text.
const CONTROLS: usize = 50;

/// Text of bytes that are not UTF-8, and the name of their encoding. `None`: they are no text.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, &'static str)> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, malformed) = encoding.decode_without_bom_handling(bytes.get(mark..)?);
        return (!malformed).then(|| (text.into_owned(), encoding.name()));
    }
    if bytes.contains(&0) {
        return unmarked_utf16(bytes);
    }
    let controls =
        bytes.iter().filter(|byte| matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f));
    if controls.count() * CONTROLS > bytes.len() {
        return None;
    }
    // A file that calls itself UTF-8 is none, or it would not be read here.
    let declared = declared(bytes).filter(|encoding| *encoding != UTF_8);
    if let Some(encoding) = declared
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Some((text.into_owned(), encoding.name()));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Some((text.into_owned(), encoding.name()))
}

/// For so many zeros in the places where Latin letters have theirs, UTF-16 has one in the others at most.
const ZEROS: usize = 4;

/// UTF-16 without a mark: white space, digits and Latin letters have their zeros all in the same place.
fn unmarked_utf16(bytes: &[u8]) -> Option<(String, &'static str)> {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let encoding = match (zeros(0), zeros(1)) {
        (even, odd) if odd >= ZEROS * even => UTF_16LE,
        (even, odd) if even >= ZEROS * odd => UTF_16BE,
        _ => return None,
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_text = |c: char| !c.is_control() || c.is_ascii_whitespace();
    text.chars().all(is_text).then(|| (text.into_owned(), encoding.name()))
}

/// What the head of a file says: `<meta charset="…">`, `content="…; charset=…"` or `<?xml encoding="…"?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(HEAD))?;
    if !head.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let after = head.get(head.find(key)? + key.len()..)?.trim_start_matches(['"', '\'', ' ']);
        let label = after.split(['"', '\'', ' ', '>', ';', '?', '/']).next()?;
        Encoding::for_label(label.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, &'static str) {
        decode(bytes).unwrap()
    }

    #[test]
    fn a_mark_a_declaration_and_the_bytes_themselves_tell_the_encoding() {
        assert_eq!(decoded(b"\xff\xfeR\0a\0i\0n\0"), ("Rain".to_owned(), "UTF-16LE"));
        assert_eq!(decoded(b"\xfe\xff\0R\0a\0i\0n"), ("Rain".to_owned(), "UTF-16BE"));
        let html =
            b"<html><meta http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\xed\xcf\xd2\xc5";
        assert!(decoded(html).0.ends_with("<p>Море"));
        let xml = b"<?xml version='1.0' encoding='iso-8859-2'?><a>\xb3\xf3d\xbc</a>";
        assert!(decoded(xml).0.ends_with("<a>łódź</a>"));
        let plain = "Über den Fluß führt seit gestern eine neue Brücke. “Schön”, sagte der Bürgermeister.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(plain);
        assert_eq!(decoded(&bytes), (plain.to_owned(), "windows-1252"));
        let cyrillic =
            "Порт открыл новый причал после двух лет работ, сообщил начальник порта в понедельник.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(cyrillic);
        assert_eq!(decoded(&bytes), (cyrillic.to_owned(), "windows-1251"));
        let japanese = "港に新しい桟橋が開かれた。工事は二年かかったと港長は月曜日に語った。";
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(japanese);
        assert_eq!(decoded(&bytes), (japanese.to_owned(), "Shift_JIS"));
    }

    #[test]
    fn utf_16_is_told_by_its_zeros() {
        for text in ["Rain fell on Monday.", "港口在2031年开放。\n渔民很高兴。", "Дождь шёл 3 дня."]
        {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(decoded(&little), (text.to_owned(), "UTF-16LE"));
            assert_eq!(decoded(&big), (text.to_owned(), "UTF-16BE"));
        }
    }

    /// Texts that a guess gets right without any help, and what pages and feeds say of themselves.
    #[test]
    fn every_encoding_of_the_web_is_read() {
        let french = "Le débat a été ouvert à Noël, dit-on : « Ça coûte 20 francs. »";
        let russian = "Порт открыл новый причал после двух лет работ, сообщил начальник порта.";
        let arabic = "افتتحت هيئة الموانئ يوم الثلاثاء الميناء الجديد بعد أعمال استمرت عامين.";
        let japanese = "港に新しい桟橋が開かれた。工事は二年かかったと港長は月曜日に語った。";
        let chinese = "港口经过两年的改造工程，于星期二重新开放。第一艘进港的船是渡轮。";
        let taiwanese = "港口經過兩年的改造工程，於星期二重新開放。第一艘進港的船是渡輪。";
        let korean = "항구는 이 년간의 공사 끝에 화요일에 다시 문을 열었다고 항만청이 밝혔다.";
        for (label, text, guessed) in [
            ("windows-1252", french, "windows-1252"),
            ("iso-8859-15", "L'œuvre coûte 20 € à Noël, dit-on, et la sœur se plaint.", ""),
            ("windows-1251", russian, "windows-1251"),
            ("koi8-r", russian, "KOI8-U"),
            ("windows-1256", arabic, "windows-1256"),
            ("shift_jis", japanese, "Shift_JIS"),
            ("euc-jp", japanese, "EUC-JP"),
            ("gb18030", chinese, ""),
            ("gbk", chinese, "GBK"),
            ("big5", taiwanese, "Big5"),
            ("euc-kr", korean, "EUC-KR"),
        ] {
            let encoding = Encoding::for_label(label.as_bytes()).unwrap();
            let encoded = |text: &str| encoding.encode(text).0.into_owned();
            for page in [
                format!("<html><head><meta charset=\"{label}\"><p>{text}"),
                format!("<meta http-equiv=\"Content-Type\" content=\"text/html; charset={label}\"><p>{text}"),
                format!("<?xml version=\"1.0\" encoding=\"{label}\"?><rss>{text}</rss>"),
            ] {
                assert_eq!(decoded(&encoded(&page)), (page, encoding.name()), "{label}");
            }
            if !guessed.is_empty() {
                assert_eq!(decoded(&encoded(text)), (text.to_owned(), guessed), "{label}");
            }
        }
    }

    #[test]
    fn a_declaration_that_is_not_true_is_passed_over() {
        let html = b"<meta charset=utf-8><p>Le d\xe9bat a \xe9t\xe9 ouvert \xe0 No\xebl, dit-on.";
        assert!(decoded(html).0.ends_with("Le débat a été ouvert à Noël, dit-on."));
        let html = b"<meta charset=no-such-thing><p>Le d\xe9bat a \xe9t\xe9 ouvert \xe0 No\xebl, dit-on.";
        assert_eq!(decoded(html).1, "windows-1252");
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        for bytes in [
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..],
            b"R\0a\0\0i\0n",
            b"\x01\0\x02\0",
            b"\x80\x01\x02\x03\x04\x05",
            b"\xff\xfeR",
        ] {
            assert_eq!(decode(bytes), None, "{bytes:?}");
        }
    }
}
