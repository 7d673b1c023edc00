//! A pack inside the engine: the custom section named `briefing` of a WebAssembly module (WebAssembly core specification
//! 2.0, 5.5.3: id 0, size, name, bytes).

/// Name of the custom section that holds a pack.
pub(crate) const SECTION: &[u8] = b"briefing";

/// What every module of version 1 begins with.
pub(crate) const MAGIC: &[u8; 8] = b"\0asm\x01\0\0\0";

/// Section id of custom sections.
pub(crate) const CUSTOM: u8 = 0;

/// The pack in a module; `None` where there is none, or the module is cut short.
#[cfg(feature = "formats")]
pub(crate) fn pack(module: &[u8]) -> Option<&[u8]> {
    let mut rest = module.strip_prefix(MAGIC)?;
    let mut found = None;
    while !rest.is_empty() {
        let (section, after) = split_section(rest)?;
        found = content(section).or(found);
        rest = after;
    }
    found
}

/// The first section, head included, and what follows it.
pub(crate) fn split_section(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (size, body) = read_u32(bytes.get(1..)?)?;
    let head = bytes.len() - body.len();
    bytes.split_at_checked(head.checked_add(usize::try_from(size).ok()?)?)
}

/// What a section of the name holds; `None` for any other section.
pub(crate) fn content(section: &[u8]) -> Option<&[u8]> {
    let (_, content) = read_u32(section.strip_prefix(&[CUSTOM])?)?;
    let (length, name) = read_u32(content)?;
    let (name, content) = name.split_at_checked(usize::try_from(length).ok()?)?;
    (name == SECTION).then_some(content)
}

/// An unsigned LEB128 number and what follows it.
pub(crate) fn read_u32(bytes: &[u8]) -> Option<(u32, &[u8])> {
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
