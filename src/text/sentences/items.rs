//! Lists written in one line: where their items begin.

use super::first;

/// Where the second and later items of a list written in one line begin: "1) The first item 2) The second".
/// Only a text that begins with the first number or letter of such a list has items.
pub(super) fn inline_items(text: &str, start: usize) -> Vec<usize> {
    let mut items = Vec::new();
    let Some((value, style)) = text.get(start..).and_then(marker) else {
        return items;
    };
    if !matches!(value, '1' | 'a' | 'A') {
        return items;
    }
    let numbers = value == '1';
    let mut expected = 2u32;
    let spaces = text.match_indices(char::is_whitespace).map(|(at, space)| at + space.len());
    for at in spaces.filter(|&at| at > start) {
        let wanted = if numbers {
            expected.to_string()
        } else {
            char::from_u32(value as u32 + expected - 1).map(String::from).unwrap_or_default()
        };
        let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix(wanted.as_str())) else {
            continue;
        };
        if marker_style(rest) == Some(style) {
            items.push(at);
            expected += 1;
        }
    }
    items
}

/// The first character of a list marker, and its style.
fn marker(text: &str) -> Option<(char, &'static str)> {
    let c = first(text);
    let rest = text.get(c.len_utf8()..)?;
    if c.is_ascii_alphanumeric() { Some((c, marker_style(rest)?)) } else { None }
}

/// What closes a list marker, where a capitalised word follows it.
fn marker_style(rest: &str) -> Option<&'static str> {
    let style = [".)", ")", "."].into_iter().find(|style| rest.starts_with(style))?;
    let after = rest.get(style.len()..)?;
    let item = after.trim_start();
    (item.len() < after.len() && item.starts_with(char::is_uppercase)).then_some(style)
}
