//! A pack inside the engine: a *custom section* named `briefing` at the end of the module (WebAssembly core specification
//! 2.0, 5.5.3: id 0, size, name, bytes), which engines pass over and ours reads back from its own module.

use super::broken;
use crate::Error;
use crate::pack::module::{CUSTOM, MAGIC, SECTION, content, split_section};

/// A module with a pack as its section `briefing`, in the place of any that it had.
///
/// # Errors
/// The engine is no WebAssembly module, or is cut short.
pub(super) fn append_section(engine: &[u8], pack: &[u8]) -> Result<Vec<u8>, Error> {
    let mut rest = engine
        .strip_prefix(MAGIC)
        .ok_or_else(|| broken("the engine is no WebAssembly module of version 1"))?;
    let mut module = Vec::with_capacity(engine.len() + pack.len() + 32);
    module.extend_from_slice(MAGIC);
    while !rest.is_empty() {
        let offset = engine.len() - rest.len();
        let (section, after) = split_section(rest)
            .ok_or_else(|| broken(&format!("the engine's section at byte {offset} is cut short")))?;
        if content(section).is_none() {
            module.extend_from_slice(section);
        }
        rest = after;
    }
    let content = SECTION.len() + 1 + pack.len();
    module.push(CUSTOM);
    write_u32(&mut module, u32::try_from(content).map_err(|_| Error::TooLarge { bytes: content })?);
    write_u32(&mut module, SECTION.len() as u32);
    module.extend_from_slice(SECTION);
    module.extend_from_slice(pack);
    Ok(module)
}

fn write_u32(out: &mut Vec<u8>, mut value: u32) {
    while value > 0x7f {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::module::read_u32;

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
    fn a_pack_comes_back_out_of_its_module() {
        let pack = vec![7; 300];
        let made = append_section(&module("other", b"kept"), &pack).unwrap();
        assert_eq!(crate::pack::module::pack(&made), Some(&pack[..]));
        assert_eq!(crate::pack::module::pack(&module("other", b"kept")), None);
        for length in 0..made.len() {
            assert_eq!(crate::pack::module::pack(&made[..length]), None, "cut at {length}");
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
}
