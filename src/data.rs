//! Word lists and tables, as files beside the code that reads them.

/// The text of a data file, without its remarks (lines that begin with `#`) and blank lines: who loads the code need not load
/// these.
macro_rules! data {
    ($path:literal) => {{
        const WHOLE: &str = include_str!($path);
        const BARE: [u8; $crate::data::bare::<0>(WHOLE).1] = $crate::data::bare(WHOLE).0;
        const TEXT: &str = match std::str::from_utf8(&BARE) {
            Ok(text) => text,
            Err(_) => panic!("whole lines of a text are no text"),
        };
        TEXT
    }};
}
pub(crate) use data;

/// The first bytes of a text without remarks and blank lines, and how many there are of it.
#[expect(clippy::indexing_slicing, reason = "the compiler reckons it, and tells of a place that is none")]
pub(crate) const fn bare<const LENGTH: usize>(text: &str) -> ([u8; LENGTH], usize) {
    let text = text.as_bytes();
    let mut bare = [0; LENGTH];
    let (mut at, mut end) = (0, 0);
    while at < text.len() {
        let keeps = text[at] != b'#' && text[at] != b'\n';
        while at < text.len() {
            if keeps {
                if end < LENGTH {
                    bare[end] = text[at];
                }
                end += 1;
            }
            at += 1;
            if text[at - 1] == b'\n' {
                break;
            }
        }
    }
    (bare, end)
}

#[cfg(test)]
mod tests {
    #[test]
    fn remarks_and_blank_lines_are_left_out() {
        let (bare, length) = super::bare::<9>("# a remark: ä\n\nä b#\n#\nc");
        assert_eq!((str::from_utf8(&bare[..length]), length), (Ok("ä b#\nc"), 7));
    }
}
