//! Digits above or below the line.

const PLAIN: [char; 13] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '−'];
const ABOVE: [char; 13] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁺', '⁻', '⁻'];
const BELOW: [char; 13] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉', '₊', '₋', '₋'];

/// Whether a plain digit after this text would be read as a part of its last number: 10 to the power of 6 is no 106.
pub(super) fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|last: char| last.is_numeric())
}

/// A digit or sign as it is written above the line, or below it; any other character as it is.
pub(super) fn raised(c: char, above: bool) -> char {
    let written = if above { ABOVE } else { BELOW };
    PLAIN.iter().position(|&plain| plain == c).and_then(|at| written.get(at)).copied().unwrap_or(c)
}
