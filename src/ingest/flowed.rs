//! Mail in `format=flowed` (RFC 3676): paragraphs whose lines were broken to be put together again.

/// The text as it was written. A line that ends in a space goes on; `delsp`: that space was put there, too.
pub(super) fn joined(text: &str, delsp: bool) -> String {
    let mut out = String::with_capacity(text.len());
    // The quote marks of a line that goes on.
    let mut open = None;
    for line in text.lines() {
        let content = line.trim_start_matches('>');
        let quotes = line.len() - content.len();
        // A space is put before what begins like a quote, or like "From ".
        let content = content.strip_prefix(' ').unwrap_or(content);
        let signature = content == "-- ";
        if open != Some(quotes) || signature {
            if !out.is_empty() {
                out.push('\n');
            }
            out.extend(std::iter::repeat_n('>', quotes));
            out.push_str(if quotes > 0 { " " } else { "" });
        }
        let goes_on = content.ends_with(' ') && !signature;
        out.push_str(content.strip_suffix(' ').filter(|_| goes_on && delsp).unwrap_or(content));
        open = goes_on.then_some(quotes);
    }
    out
}
