//! What an element says about itself: whether it is shown, breaks lines, or is furniture of the page.

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
    /// It may hold text.
    Text,
}

const HIDDEN: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "audio", "video",
    "canvas", "head", "title", "datalist", "select", "textarea", "input", "frameset", "noframes",
];

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

/// Words of a class or identifier that name furniture.
const WORDS: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "adverts",
    "advertisement",
    "advertising",
    "anzeige",
    "werbung",
    "publicite",
    "publicidad",
    "promo",
    "sponsor",
    "sponsored",
    "outbrain",
    "taboola",
    "nav",
    "navigation",
    "navbar",
    "menu",
    "menus",
    "breadcrumb",
    "breadcrumbs",
    "crumbs",
    "sidebar",
    "masthead",
    "footer",
    "colophon",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "onetrust",
    "cookiebot",
    "didomi",
    "usercentrics",
    "cmp",
    "cmpbox",
    "iubenda",
    "klaro",
    "regwall",
    "piano",
    "poool",
    "offer",
    "factbox",
    "affiliate",
    "shareable",
    "clicktotweet",
    "endnote",
    "contributor",
    "newsletter",
    "newsletters",
    "subscribe",
    "subscription",
    "signup",
    "paywall",
    "login",
    "share",
    "shares",
    "sharing",
    "sharer",
    "sharedaddy",
    "sharetools",
    "social",
    "socials",
    "related",
    "relatedposts",
    "recommended",
    "recommendation",
    "recommendations",
    "recirculation",
    "recirc",
    "trending",
    "popular",
    "comment",
    "comments",
    "commentlist",
    "disqus",
    "reactions",
    "respond",
    "reply",
    "tags",
    "taglist",
    "topics",
    "toolbar",
    "popup",
    "modal",
    "overlay",
    "pullquote",
    "byline",
    "dateline",
    "timestamp",
    "datum",
    "meta",
    "metadata",
    "submeta",
    "bio",
    "authorinfo",
    "feedback",
    "pagination",
    "pager",
    "skip",
    "sr",
    "hidden",
    "widget",
    "poll",
    "quiz",
    "donate",
    "donation",
    "banner",
    "ticker",
    "copyright",
    "license",
    "print",
    "noprint",
    "visuallyhidden",
    "callout",
    "cta",
    "membership",
    "autor",
    "autora",
    "auteur",
    "autore",
    "firma",
    "compartir",
    "partager",
    "condividi",
    "teilen",
    "relacionados",
    "relacionadas",
    "comentarios",
    "commentaires",
    "kommentare",
    "normas",
    "boletin",
];

/// The same, of which the element may be as large as it likes beside the article.
const STRONG: &[&str] =
    &["comment", "comments", "commentlist", "disqus", "related", "reactions", "footer", "sidebar"];

/// Two such words, one after another.
const PAIRS: &[(&str, &str)] = &[
    ("news", "provided"),
    ("keep", "reading"),
    ("read", "next"),
    ("might", "like"),
    ("most", "read"),
    ("most", "viewed"),
    ("most", "popular"),
    ("read", "more"),
    ("read", "also"),
    ("see", "also"),
    ("topic", "list"),
    ("link", "list"),
    ("links", "block"),
    ("links", "grid"),
    ("screen", "reader"),
    ("load", "more"),
    ("post", "footer"),
    ("article", "footer"),
    ("call", "action"),
    ("more", "from"),
    ("more", "on"),
    ("up", "next"),
    ("rich", "link"),
    ("back", "top"),
    ("phase", "banner"),
    ("lire", "aussi"),
    ("author", "box"),
    ("about", "author"),
    ("ad", "slot"),
    ("post", "nav"),
    ("pull", "quote"),
    ("sign", "up"),
    ("next", "up"),
];

/// Words that name furniture where links stand in it: some sites call the first paragraph of an article a teaser.
const TEASERS: &[&str] =
    &["teaser", "teasers", "card", "cards", "promotion", "catcher", "infobox", "inread", "carousel"];

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

/// What an element is. An element that is `Suspect` by a strong word is so by `true`.
pub(super) fn kind(element: &Element) -> (Kind, bool) {
    let name = element.name();
    if HIDDEN.contains(&name) || is_hidden(element) {
        return (Kind::Hidden, false);
    }
    if matches!(name, "html" | "body" | "main") {
        return (Kind::Text, false);
    }
    let role = element.attr("role").unwrap_or_default().to_ascii_lowercase();
    if FURNITURE.contains(&name) || FURNITURE_ROLES.contains(&role.as_str()) {
        return (Kind::Furniture, false);
    }
    if name == "footer" {
        return (Kind::Suspect, true);
    }
    let mut words = Vec::new();
    for attribute in ["class", "id", "data-component", "data-testid", "itemprop"] {
        words_of(element.attr(attribute).unwrap_or_default(), &mut words);
    }
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let pair = |(a, b): &(&str, &str)| words.windows(2).any(|two| matches!(two, [x, y] if x == a && y == b));
    if has(STRONG) {
        (Kind::Suspect, true)
    } else if has(WORDS) || PAIRS.iter().any(pair) || name == "form" {
        (Kind::Suspect, false)
    } else if has(TEASERS) {
        (Kind::Teaser, false)
    } else {
        (Kind::Text, false)
    }
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
