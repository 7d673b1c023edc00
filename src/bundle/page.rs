//! The page around a briefing: a shell with three places to fill (the title, the brief as static HTML, and the scripts).
//!
//! A page of one file has its scripts inside: the engine with the pack as gzip in base64 (a third of what plain base64
//! takes), and the bundle that unpacks it and shows the widget.

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::brief::escape;
use super::broken;
use crate::Error;
use crate::order::Arrange as _;

/// The scripts of a page that holds everything.
pub(super) fn scripts(wasm: &[u8], script: &str) -> Result<String, Error> {
    Ok(format!(
        "<script type=\"text/plain\" id=\"briefing-wasm\">{}</script>\n<script>{}</script>",
        STANDARD.encode(gzip(wasm).map_err(|error| broken(&error.to_string()))?),
        script_text(script)
    ))
}

/// Fills the shell's places.
pub(super) fn fill(shell: &str, title: &str, brief: &str, scripts: &str) -> Result<String, Error> {
    let filled = [("title", &*escape(title)), ("brief", brief), ("script", scripts)];
    // Each place is sought in the shell, never in what was filled in: a title may look like a place.
    let mut places = Vec::new();
    for (name, content) in filled {
        let place = format!("<!--briefing:{name}-->");
        let mut found = shell.match_indices(&place);
        let (Some((start, _)), None) = (found.next(), found.next()) else {
            return Err(broken(&format!("the page's shell must have {place} exactly once")));
        };
        places.push((start, start + place.len(), content));
    }
    places.arrange();
    let mut page = String::new();
    let mut at = 0;
    for (start, end, content) in places {
        page.push_str(shell.get(at..start).unwrap_or_default());
        page.push_str(content);
        at = end;
    }
    page.push_str(shell.get(at..).unwrap_or_default());
    Ok(page)
}

/// Gzip with no time and no name in its head: the same bytes for the same input.
fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    // RFC 1952: gzip, by deflate, without flags or time, compressed most, by an unknown system.
    let head = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff];
    let mut encoder = DeflateEncoder::new(head, Compression::best());
    encoder.write_all(bytes)?;
    let mut packed = encoder.finish()?;
    packed.extend(crc32(bytes).to_le_bytes());
    packed.extend((bytes.len() as u32).to_le_bytes());
    Ok(packed)
}

/// The checksum of gzip, bit by bit: the tables of a faster one weigh more than all else here.
fn crc32(bytes: &[u8]) -> u32 {
    let shifted = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    !bytes.iter().fold(!0, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), shifted))
}

/// A script as the content of a `<script>` element.
///
/// What would end the element or begin a comment (HTML standard, "Restrictions for contents of script elements")
/// can stand only in string, template and regular-expression literals of a bundled script; `\x3c` is `<` in all.
fn script_text(script: &str) -> String {
    const ENDS: [&str; 3] = ["</script", "<script", "<!--"];
    let mut safe = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, after)) = rest.split_once('<') {
        safe.push_str(before);
        let tail = rest.as_bytes().get(before.len()..).unwrap_or_default();
        let ends = ENDS
            .iter()
            .any(|end| tail.get(..end.len()).is_some_and(|head| head.eq_ignore_ascii_case(end.as_bytes())));
        safe.push_str(if ends { "\\x3c" } else { "<" });
        rest = after;
    }
    safe.push_str(rest);
    safe
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    const SHELL: &str = "<title><!--briefing:title--></title><!--briefing:brief--><!--briefing:script-->";

    #[test]
    fn the_page_holds_title_module_and_script() {
        let scripts = scripts(b"module", "let a = 1 < 2;").unwrap();
        let page = fill(SHELL, "Talks & <b>terms</b> \"2024\"", "<p>brief</p>", &scripts).unwrap();
        let (head, rest) = page.split_once("<script type=\"text/plain\" id=\"briefing-wasm\">").unwrap();
        assert_eq!(head, "<title>Talks &amp; &lt;b&gt;terms&lt;/b&gt; &quot;2024&quot;</title><p>brief</p>");
        let (wasm, script) = rest.split_once("</script>").unwrap();
        assert_eq!(script, "\n<script>let a = 1 < 2;</script>");
        let mut unpacked = Vec::new();
        let packed = STANDARD.decode(wasm).unwrap();
        flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, b"module");
        let mut encoder = flate2::GzBuilder::new().write(Vec::new(), Compression::best());
        encoder.write_all(b"module").unwrap();
        assert_eq!(encoder.finish().unwrap(), packed);
    }

    #[test]
    fn a_title_that_looks_like_a_place_is_not_filled() {
        let page = fill(SHELL, "<!--briefing:script-->", "<!--briefing:title-->", "run()").unwrap();
        assert_eq!(page.matches("run()").count(), 1);
        assert!(page.starts_with("<title>&lt;!--briefing:script--&gt;</title>"));
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        assert_eq!(
            script_text(r#"a="</SCRIPT >";b="<script";c=/<!--/u;d=e<f"#),
            r#"a="\x3c/SCRIPT >";b="\x3cscript";c=/\x3c!--/u;d=e<f"#
        );
    }

    #[test]
    fn a_shell_without_a_place_is_refused() {
        let error = fill("<title><!--briefing:title--></title><!--briefing:brief-->", "", "", "")
            .unwrap_err()
            .to_string();
        assert_eq!(error, "the page's shell must have <!--briefing:script--> exactly once");
    }
}
