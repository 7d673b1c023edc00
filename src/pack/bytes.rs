//! The primitives of the format: little-endian integers, variable-length integers, strings.
//!
//! `varint` is LEB128 of a `u32`: seven bits a byte, lowest first, the top bit set on all bytes but the last,
//! at most five bytes. `string` is `varint(length) UTF-8`.

/// Reads primitives from the front of a slice.
///
/// What cannot be read is 0 or empty, and so is everything after it: the cursor is then at its end and no longer
/// sound. So a reader may read a whole record and ask once, at the end, whether it was one.
#[derive(Clone, Debug)]
pub(crate) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    sound: bool,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, sound: true }
    }

    /// Bytes read so far.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Bytes not read yet.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Whether everything so far could be read.
    pub(crate) fn is_sound(&self) -> bool {
        self.sound
    }

    /// Whether everything could be read and nothing is left.
    pub(crate) fn is_done(&self) -> bool {
        self.sound && self.is_at_end()
    }

    #[cold]
    fn fail(&mut self) {
        self.sound = false;
        self.at = self.bytes.len();
    }

    #[inline(never)]
    pub(crate) fn u8(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    pub(crate) fn u16(&mut self) -> u16 {
        self.take(2).try_into().map(u16::from_le_bytes).unwrap_or_default()
    }

    pub(crate) fn u32(&mut self) -> u32 {
        self.take(4).try_into().map(u32::from_le_bytes).unwrap_or_default()
    }

    pub(crate) fn u64(&mut self) -> u64 {
        self.take(8).try_into().map(u64::from_le_bytes).unwrap_or_default()
    }

    #[inline(never)]
    pub(crate) fn varint(&mut self) -> u32 {
        match self.bytes.get(self.at) {
            Some(&byte) if byte < 0x80 => {
                self.at += 1;
                u32::from(byte)
            }
            _ => self.long_varint(),
        }
    }

    #[inline(never)]
    fn long_varint(&mut self) -> u32 {
        let mut value = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.u8();
            value |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        // Five bytes without an end have a bit above the 32nd too, or the fifth's top bit was set.
        match u32::try_from(value) {
            Ok(value)
                if self.sound && self.bytes.get(self.at.wrapping_sub(1)).is_some_and(|&last| last < 0x80) =>
            {
                value
            }
            _ => {
                self.fail();
                0
            }
        }
    }

    /// How many items follow; each takes a byte at least, so there are no more than bytes.
    #[inline(never)]
    pub(crate) fn count(&mut self) -> u32 {
        let count = self.varint();
        if count as usize > self.rest().len() {
            self.fail();
            return 0;
        }
        count
    }

    /// A length or distance that is added to a place in memory.
    pub(crate) fn size(&mut self) -> usize {
        self.varint() as usize
    }

    #[inline(never)]
    pub(crate) fn take(&mut self, length: usize) -> &'a [u8] {
        match self.rest().get(..length) {
            Some(taken) => {
                self.at += length;
                taken
            }
            None => {
                self.fail();
                &[]
            }
        }
    }

    #[inline(never)]
    pub(crate) fn str(&mut self) -> &'a str {
        let length = self.size();
        std::str::from_utf8(self.take(length)).unwrap_or_else(|_| {
            self.fail();
            ""
        })
    }
}

#[cfg(feature = "build")]
mod put {
    pub(crate) fn put_varint(out: &mut Vec<u8>, mut value: u32) {
        while value >= 0x80 {
            out.push((value & 0x7F) as u8 | 0x80);
            value >>= 7;
        }
        out.push(value as u8);
    }

    pub(crate) fn put_str(out: &mut Vec<u8>, text: &str) {
        put_varint(out, size(text.len()));
        out.extend_from_slice(text.as_bytes());
    }

    /// A length as the format stores it. The writer refuses input of 4 GiB and more before anything is
    /// written, so no length is ever cut.
    pub(crate) fn size(length: usize) -> u32 {
        u32::try_from(length).unwrap_or(u32::MAX)
    }
}
#[cfg(feature = "build")]
pub(crate) use put::{put_str, put_varint, size};

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_varint_survives_its_bytes(value: u32) {
            let mut bytes = Vec::new();
            put_varint(&mut bytes, value);
            let mut cursor = Cursor::new(&bytes);
            prop_assert_eq!(cursor.varint(), value);
            prop_assert!(cursor.is_done());
        }

        #[test]
        fn any_bytes_end_a_cursor(bytes: Vec<u8>) {
            let mut cursor = Cursor::new(&bytes);
            while !cursor.is_at_end() {
                cursor.str();
                cursor.varint();
                cursor.u64();
                prop_assert!(cursor.position() <= bytes.len());
            }
        }
    }

    #[test]
    fn what_is_no_varint_of_32_bits_ends_the_cursor() {
        for bytes in [&[0xFF, 0xFF, 0xFF, 0xFF, 0x1F][..], &[0x80, 0x80, 0x80, 0x80, 0x80, 0], &[0x80], &[]] {
            let mut cursor = Cursor::new(bytes);
            assert_eq!(
                (cursor.varint(), cursor.is_sound(), cursor.is_at_end()),
                (0, false, true),
                "{bytes:?}"
            );
        }
        let mut cursor = Cursor::new(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F]);
        assert_eq!((cursor.varint(), cursor.is_done()), (u32::MAX, true));
    }

    #[test]
    fn nothing_is_read_behind_what_could_not_be_read() {
        let mut cursor = Cursor::new(&[9, b'a', b'b']);
        assert_eq!((cursor.str(), cursor.u8(), cursor.is_sound()), ("", 0, false));
        assert_eq!(Cursor::new(&[5, 1, 1]).count(), 0, "five items do not fit into two bytes");
    }
}
