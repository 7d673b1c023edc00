//! What a document unpacks to, before anything of it is unpacked into memory.
//!
//! The library that reads documents unpacks a stream as a whole. Deflate makes up to 1032 bytes of one, so a small file can
//! fill any memory; here its streams are unpacked into nothing, and counted.

use std::io::Read;

/// A document may unpack to so many bytes for each of its own, and to [`LEAST`] in any case.
const MOST_FOR_EACH: u64 = 100;
const LEAST: u64 = 128 << 20;

/// Whether the streams of a document unpack to more than is read.
pub(super) fn is_too_large(bytes: &[u8], most: u64) -> bool {
    let mut left = most.min(LEAST.max(MOST_FOR_EACH.saturating_mul(bytes.len() as u64)));
    let mut rest = bytes;
    while let Some(at) = find(rest, b"stream") {
        let dictionary = rest.get(at.saturating_sub(HEAD)..at).unwrap_or_default();
        rest = rest.get(at + b"stream".len()..).unwrap_or_default();
        let body = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        // The first byte of zlib's header.
        if body.first().is_none_or(|byte| byte & 0x0f != 8) {
            continue;
        }
        // Packed twice, a kilobyte can be a gigabyte.
        if is_packed_twice(dictionary) {
            return true;
        }
        let unpacked =
            std::io::copy(&mut flate2::read::ZlibDecoder::new(body).take(left + 1), &mut std::io::sink());
        // A stream that is broken ends where it breaks.
        left = match left.checked_sub(unpacked.unwrap_or(0)) {
            Some(left) => left,
            None => return true,
        };
    }
    false
}

/// Bytes before a stream in which its dictionary names its filters.
const HEAD: usize = 400;

fn is_packed_twice(dictionary: &[u8]) -> bool {
    let head = find_last(dictionary, b" obj").and_then(|at| dictionary.get(at..)).unwrap_or(dictionary);
    let mut count = 0;
    let mut rest = head;
    while let Some(at) = find(rest, b"/Fl") {
        rest = rest.get(at + 3..).unwrap_or_default();
        count += usize::from(
            rest.starts_with(b"ateDecode") || !rest.first().is_some_and(u8::is_ascii_alphanumeric),
        );
    }
    count > 1
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn find_last(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|window| window == what)
}
