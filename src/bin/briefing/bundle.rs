//! Puts a pack into the prebuilt engine: one WebAssembly file, or one HTML file that holds everything.
//!
//! No compiler is needed for either. A pack becomes a *custom section* named `briefing` at the end of the module
//! (WebAssembly core specification 2.0, 5.5.3: id 0, size, name, bytes), which engines ignore and the engine reads
//! back from its own module. The HTML file is a shell with three places to fill: the title, the brief as static HTML, and
//! the scripts: that module as gzip in base64 (a third of what plain base64 takes), and the bundle that unpacks it and
//! shows the widget.
//!
//! Engine, script and shell are built by `cargo xtask dist` and compiled into this command; a command built without
//! them says so.

use std::io::Write;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};

use crate::page::escape;

/// Name of the custom section that holds a pack.
const SECTION: &[u8] = b"briefing";

/// What every module of version 1 begins with.
const MAGIC: &[u8; 8] = b"\0asm\x01\0\0\0";

/// Section id of custom sections.
const CUSTOM: u8 = 0;

/// The engine with a pack inside, as `briefing build --wasm` writes it.
pub fn wasm(pack: &[u8]) -> Result<Vec<u8>> {
    append_section(prebuilt::engine()?, pack)
}

/// One page with widget, engine and pack, as `briefing build --html` writes it; `brief` is what stands there without them.
pub fn html(title: &str, brief: &str, pack: &[u8]) -> Result<String> {
    fill(prebuilt::shell()?, title, brief, &scripts(&wasm(pack)?, prebuilt::script()?)?)
}

/// The names of the files of [`site`].
pub fn site_names() -> impl Iterator<Item = &'static str> {
    ["briefing.wasm", "define.js", "index.html"]
        .into_iter()
        .chain(prebuilt::VIEWS.iter().map(|(name, _)| *name))
}

/// The files of a web site, in the order of [`site_names`], as `briefing build --site` writes them.
pub fn site(title: &str, brief: &str, pack: &[u8]) -> Result<Vec<Vec<u8>>> {
    let page = fill(prebuilt::shell()?, title, brief, "<script type=\"module\" src=\"define.js\"></script>")?;
    let mut files = vec![wasm(pack)?, prebuilt::module()?.as_bytes().to_vec(), page.into_bytes()];
    files.extend(prebuilt::VIEWS.iter().map(|(_, text)| text.as_bytes().to_vec()));
    Ok(files)
}

/// A module with a pack as its section `briefing`, in the place of any that it had.
///
/// # Errors
/// The engine is no WebAssembly module, or is cut short.
pub fn append_section(engine: &[u8], pack: &[u8]) -> Result<Vec<u8>> {
    let mut rest = engine.strip_prefix(MAGIC).context("the engine is no WebAssembly module of version 1")?;
    let mut module = Vec::with_capacity(engine.len() + pack.len() + 32);
    module.extend_from_slice(MAGIC);
    while !rest.is_empty() {
        let offset = engine.len() - rest.len();
        let (section, after) = split_section(rest)
            .with_context(|| format!("the engine's section at byte {offset} is cut short"))?;
        if !is_briefing(section) {
            module.extend_from_slice(section);
        }
        rest = after;
    }
    let content = SECTION.len() + 1 + pack.len();
    module.push(CUSTOM);
    write_u32(&mut module, u32::try_from(content).context("a WebAssembly section holds less than 4 GiB")?);
    write_u32(&mut module, SECTION.len() as u32);
    module.extend_from_slice(SECTION);
    module.extend_from_slice(pack);
    Ok(module)
}

/// The first section, head included, and what follows it.
fn split_section(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (size, body) = read_u32(bytes.get(1..)?)?;
    let head = bytes.len() - body.len();
    bytes.split_at_checked(head.checked_add(usize::try_from(size).ok()?)?)
}

fn is_briefing(section: &[u8]) -> bool {
    let name = || {
        let (_, content) = read_u32(section.strip_prefix(&[CUSTOM])?)?;
        let (length, name) = read_u32(content)?;
        name.get(..usize::try_from(length).ok()?)
    };
    name() == Some(SECTION)
}

/// An unsigned LEB128 number and what follows it.
fn read_u32(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut value = 0u32;
    for (index, &byte) in bytes.iter().enumerate().take(5) {
        let bits = u32::from(byte & 0x7f);
        value |= bits.checked_shl(7 * index as u32).filter(|shifted| shifted >> (7 * index) == bits)?;
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(index + 1..)?));
        }
    }
    None
}

fn write_u32(out: &mut Vec<u8>, mut value: u32) {
    while value > 0x7f {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// The scripts of a page that holds everything.
fn scripts(wasm: &[u8], script: &str) -> Result<String> {
    Ok(format!(
        "<script type=\"text/plain\" id=\"briefing-wasm\">{}</script>\n<script>{}</script>",
        STANDARD.encode(gzip(wasm)?),
        script_text(script)
    ))
}

/// Fills the shell's places.
fn fill(shell: &str, title: &str, brief: &str, scripts: &str) -> Result<String> {
    let filled = [("title", &*escape(title)), ("brief", brief), ("script", scripts)];
    // Each place is sought in the shell, never in what was filled in: a title may look like a place.
    let mut places = Vec::new();
    for (name, content) in filled {
        let place = format!("<!--briefing:{name}-->");
        let mut found = shell.match_indices(&place);
        let (Some((start, _)), None) = (found.next(), found.next()) else {
            bail!("the page's shell must have {place} exactly once");
        };
        places.push((start, start + place.len(), content));
    }
    places.sort();
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
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
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

/// What `cargo xtask dist` built before this command was compiled.
#[cfg(briefing_prebuilt)]
mod prebuilt {
    use anyhow::Result;

    pub fn engine() -> Result<&'static [u8]> {
        Ok(include_bytes!(env!("BRIEFING_ENGINE")))
    }

    pub fn script() -> Result<&'static str> {
        Ok(include_str!(env!("BRIEFING_SCRIPT")))
    }

    pub fn module() -> Result<&'static str> {
        Ok(include_str!(env!("BRIEFING_MODULE")))
    }

    pub fn shell() -> Result<&'static str> {
        Ok(include_str!(env!("BRIEFING_SHELL")))
    }

    /// The modules that the widget loads when it needs them, by their names beside it.
    pub const VIEWS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/views.rs"));
}

/// This command was compiled without the engine.
#[cfg(not(briefing_prebuilt))]
mod prebuilt {
    use anyhow::{Result, bail};

    const MISSING: &str =
        "this `briefing` was built without the engine: `cargo xtask dist` builds one that has it";

    pub fn engine() -> Result<&'static [u8]> {
        bail!(MISSING)
    }

    pub fn script() -> Result<&'static str> {
        bail!(MISSING)
    }

    pub fn module() -> Result<&'static str> {
        bail!(MISSING)
    }

    pub fn shell() -> Result<&'static str> {
        bail!(MISSING)
    }

    pub const VIEWS: &[(&str, &str)] = &[];
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    /// A module with one custom section of the given name and content.
    fn module(name: &str, content: &[u8]) -> Vec<u8> {
        let mut module = MAGIC.to_vec();
        module.push(CUSTOM);
        write_u32(&mut module, (1 + name.len() + content.len()) as u32);
        module.push(name.len() as u8);
        module.extend_from_slice(name.as_bytes());
        module.extend_from_slice(content);
        module
    }

    #[test]
    fn a_pack_becomes_the_last_section() {
        let made = append_section(&module("other", b"kept"), &[7; 300]).unwrap();
        let expected =
            [module("other", b"kept"), module("briefing", &[7; 300])[MAGIC.len()..].to_vec()].concat();
        assert_eq!(made, expected);
    }

    #[test]
    fn a_pack_takes_the_place_of_the_one_before() {
        let first = append_section(&module("other", b"kept"), b"first").unwrap();
        let second = append_section(&first, b"second").unwrap();
        assert_eq!(second, append_section(&module("other", b"kept"), b"second").unwrap());
    }

    #[test]
    fn what_is_no_module_is_refused() {
        let error = append_section(b"<!doctype html>", b"pack").unwrap_err().to_string();
        assert_eq!(error, "the engine is no WebAssembly module of version 1");
    }

    #[test]
    fn a_module_cut_short_is_refused_wherever_it_is_cut() {
        let whole = module("other", &[1; 200]);
        for length in MAGIC.len() + 1..whole.len() {
            let error = append_section(&whole[..length], b"pack").unwrap_err().to_string();
            assert_eq!(error, "the engine's section at byte 8 is cut short", "cut at {length}");
        }
    }

    #[test]
    fn numbers_come_back_as_they_were_written() {
        for value in [0, 1, 127, 128, 300, 1 << 21, u32::MAX] {
            let mut bytes = Vec::new();
            write_u32(&mut bytes, value);
            bytes.push(9);
            assert_eq!(read_u32(&bytes), Some((value, &[9][..])));
        }
        assert_eq!(read_u32(&[0xff, 0xff, 0xff, 0xff, 0x1f]), None, "more than 32 bits");
        assert_eq!(read_u32(&[0x80, 0x80, 0x80, 0x80, 0x80, 0]), None, "more than five bytes");
    }

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
        flate2::read::GzDecoder::new(&STANDARD.decode(wasm).unwrap()[..]).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, b"module");
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
