//! What an element says about itself: whether it is shown, breaks lines, or is furniture of the page.

use std::collections::HashSet;
use std::sync::LazyLock;

use scraper::node::Element;

/// What an element does to the text inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its text is never shown.
    Hidden,
    /// It is furniture, whatever it holds.
    Furniture,
    /// It is furniture unless it holds the article.
    Suspect,
    /// It is furniture where it leads elsewhere, by links.
    Teaser,
    /// It is a correction or a note of the editor, unless most of it is links.
    Correction,
    /// It may hold text.
    Text,
}

const HIDDEN: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "audio", "video",
    "canvas", "head", "title", "datalist", "select", "textarea", "input", "frameset", "noframes",
    // What was taken back.
    "del", "s", "strike",
];

/// How addresses of notes on the same page begin.
const NOTES: &[&str] =
    &["#fn", "#footnote", "#endnote", "#_ftn", "#_edn", "#cite_note", "#sdfootnote", "#sdendnote"];

/// Whether an element is the sign that leads to a note, which is no word of the sentence.
fn leads_to_note(element: &Element) -> bool {
    let to_note = |href: &str| {
        NOTES.iter().any(|note| href.get(..note.len()).is_some_and(|start| start.eq_ignore_ascii_case(note)))
    };
    element.name() == "a"
        && (element.attr("role") == Some("doc-noteref")
            || element
                .attr("href")
                .is_some_and(|href| href.find('#').and_then(|at| href.get(at..)).is_some_and(to_note)))
}

const FURNITURE: &[&str] = &["nav", "aside", "button", "dialog", "menu", "address", "label"];

const FURNITURE_ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
    "button",
    "tablist",
    "alert",
];

/// The words of `marks.txt` by section.
struct Words {
    furniture: HashSet<&'static str>,
    strong: HashSet<&'static str>,
    teasers: HashSet<&'static str>,
    pairs: HashSet<(&'static str, &'static str)>,
    corrections: HashSet<&'static str>,
    correction_pairs: HashSet<(&'static str, &'static str)>,
    labels: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let section = |name: &str| {
        let all = include_str!("marks.txt").split("\n[");
        let found = all.filter_map(|section| section.split_once("]\n")).find(|(known, _)| *known == name);
        found.map_or("", |(_, lines)| lines).lines().filter(|line| !line.starts_with('#'))
    };
    let words = |name| section(name).flat_map(str::split_whitespace).collect();
    let pairs = |name| section(name).filter_map(|line| line.split_once(' ')).collect();
    Words {
        furniture: words("words"),
        strong: words("strong"),
        teasers: words("teasers"),
        pairs: pairs("pairs"),
        corrections: words("corrections"),
        correction_pairs: pairs("correction pairs"),
        labels: section("labels").filter(|line| !line.is_empty()).collect(),
    }
});

/// Elements that do not break the line.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "mark", "nobr", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "math", "mi", "mn",
    "mo", "mrow", "label", "button",
];

pub(super) fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

/// Whether an element holds the article by its own account.
pub(super) fn is_article(element: &Element) -> bool {
    matches!(element.name(), "article" | "main")
        || element.attr("role").is_some_and(|role| matches!(role, "main" | "article"))
        || element.attr("itemprop") == Some("articleBody")
}

/// What an element is, and whether that is sure: of one that is not, its text may tell that it is a correction.
pub(super) fn kind(element: &Element) -> (Kind, bool) {
    let name = element.name();
    if HIDDEN.contains(&name) || is_hidden(element) || leads_to_note(element) {
        return (Kind::Hidden, true);
    }
    if matches!(name, "html" | "body" | "main") {
        return (Kind::Text, true);
    }
    let role = element.attr("role").unwrap_or_default().to_ascii_lowercase();
    let mut words = Vec::new();
    for attribute in ["class", "id", "data-component", "data-testid", "itemprop"] {
        words_of(element.attr(attribute).unwrap_or_default(), &mut words);
    }
    let has = |list: &HashSet<&str>| words.iter().any(|word| list.contains(word.as_str()));
    let has_pair = |list: &HashSet<(&str, &str)>| {
        words.windows(2).any(|two| matches!(two, [a, b] if list.contains(&(a.as_str(), b.as_str()))))
    };
    let furniture = FURNITURE.contains(&name) || FURNITURE_ROLES.contains(&role.as_str());
    let is_aside = name == "aside" || matches!(role.as_str(), "complementary" | "alert");
    let sure = has(&WORDS.strong);
    if !sure
        && (!furniture || is_aside)
        && name != "form"
        && (has(&WORDS.corrections) || has_pair(&WORDS.correction_pairs))
    {
        (Kind::Correction, true)
    } else if furniture {
        (Kind::Furniture, sure || !is_aside)
    } else if sure || name == "footer" {
        (Kind::Suspect, true)
    } else if has(&WORDS.furniture) || has_pair(&WORDS.pairs) || name == "form" {
        (Kind::Suspect, false)
    } else if has(&WORDS.teasers) {
        (Kind::Teaser, false)
    } else {
        (Kind::Text, true)
    }
}

/// Whether a text begins as a correction or a note of the editor does: "Correction:", "Editor’s note (4 March):".
pub(super) fn opens_as_correction(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(40).collect();
    let head = head.to_lowercase().replace('’', "'");
    WORDS.labels.iter().any(|label| {
        head.strip_prefix(label).is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.is_empty() || rest.starts_with([':', ',', '(', '.', '–', '—', '：'])
        })
    })
}

fn is_hidden(element: &Element) -> bool {
    let style = || element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    element.attr("hidden").is_some()
        || element.attr("aria-hidden").is_some_and(|hidden| hidden.eq_ignore_ascii_case("true"))
        || element.attr("style").is_some() && {
            let style = style();
            style.contains("display:none") || style.contains("visibility:hidden")
        }
}

/// The words of a name: "AuthorBio", "share-tools" and "post__meta" are two each.
fn words_of(names: &str, words: &mut Vec<String>) {
    let mut word = String::new();
    let mut lower = false;
    for c in names.chars() {
        let breaks = !c.is_alphanumeric() || c.is_uppercase() && lower;
        if breaks && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
        lower = c.is_lowercase();
    }
    if !word.is_empty() {
        words.push(word);
    }
}
