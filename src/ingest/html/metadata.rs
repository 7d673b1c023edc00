//! What a page tells programs about itself: JSON-LD of schema.org, Open Graph, `<meta>`, `<time>`, `<link>`, `lang`.
//!
//! A page is nobody's promise: what is no date, no address of the web or no JSON is passed over without an error, and only of
//! the date somebody is told.

use std::collections::HashMap;

use scraper::node::Element;
use scraper::{ElementRef, Html, Node};
use serde_json::Value as Json;

use crate::ingest::date;
use crate::ingest::metadata::{Metadata, Value};

/// Names of `<meta>` that hold the day of publication, best first.
const DATES: &[&str] = &[
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
];

/// Names of `<meta>` that hold labels.
const TAGS: &[&str] = &["news_keywords", "keywords", "parsely-tags"];

/// What a page says.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) metadata: Metadata,
    /// The text of its article.
    pub(super) body: Option<String>,
    /// What should be its day and is none.
    pub(super) undated: Option<String>,
}

/// Reads what a page says. `heading` is that of its article.
pub(super) fn read(dom: &Html, heading: Option<&str>) -> Said {
    let found = Found::of(dom);
    let article = found.linked_data.iter().find_map(article);
    let from_article = |key: &str| article.and_then(|article| text(article.get(key)?));
    let web = |url: Option<String>| {
        url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))
            .filter(|url| !url.contains(char::is_whitespace))
    };
    let title = heading
        .map(str::to_owned)
        .or_else(|| from_article("headline"))
        .or_else(|| found.meta(&["og:title", "twitter:title", "dc.title"]))
        .or_else(|| found.title.as_deref().map(without_site));
    let publisher = article.and_then(|article| text(first(article.get("publisher")?).get("name")?));
    let days: Vec<String> = [from_article("datePublished")]
        .into_iter()
        .chain(DATES.iter().map(|name| found.meta(&[name])))
        .chain([found.time.clone()])
        .flatten()
        .collect();
    let day = days.iter().find_map(|day| date::of_feed(day));
    let undated = days.into_iter().next().filter(|_| day.is_none());
    let mut metadata = Metadata::default();
    let mut say = |key: &str, value: Option<String>| {
        let value = value.map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "));
        // Only a date can be wrong, and the day is one.
        value.map(|value| metadata.set(key, Value::Text(value)))
    };
    say("title", title);
    say("source", publisher.or_else(|| found.meta(&["og:site_name", "application-name", "dc.publisher"])));
    say("date", day);
    say(
        "url",
        web(found.canonical.clone())
            .or_else(|| web(found.meta(&["og:url"])))
            .or_else(|| web(from_article("url")))
            .or_else(|| web(from_article("mainEntityOfPage"))),
    );
    say(
        "lang",
        found
            .lang
            .clone()
            .or_else(|| from_article("inLanguage"))
            .or_else(|| found.meta(&["og:locale"]).map(|l| l.replace('_', "-"))),
    );
    let mut tags = article.map(|article| list(article.get("keywords"))).unwrap_or_default();
    if tags.is_empty() {
        tags = found.tags.clone();
    }
    if tags.is_empty() {
        tags = found.meta(TAGS).map(|tags| tags.split(',').map(str::to_owned).collect()).unwrap_or_default();
    }
    if !tags.is_empty() {
        let _ = metadata.set("tags", Value::List(tags));
    }
    Said { metadata, body: from_article("articleBody"), undated }
}

/// A `<title>` without the name of the site behind it: "Ferry returns - The Gazette".
fn without_site(title: &str) -> String {
    let cut = [" | ", " – ", " — ", " - ", " « ", " · "].iter().filter_map(|mark| title.rfind(mark)).max();
    let before = cut.and_then(|cut| title.get(..cut)).filter(|before| before.split_whitespace().count() > 2);
    before.unwrap_or(title).trim().to_owned()
}

#[derive(Default)]
struct Found {
    meta: HashMap<String, String>,
    tags: Vec<String>,
    linked_data: Vec<Json>,
    canonical: Option<String>,
    lang: Option<String>,
    title: Option<String>,
    time: Option<String>,
}

impl Found {
    fn of(dom: &Html) -> Self {
        let mut found = Self::default();
        for node in dom.tree.root().descendants() {
            let Node::Element(element) = node.value() else { continue };
            let inner = || {
                ElementRef::wrap(node).map(|element| element.text().collect::<String>()).unwrap_or_default()
            };
            match element.name() {
                "html" => {
                    found.lang =
                        element.attr("lang").map(str::to_owned).filter(|lang| !lang.trim().is_empty())
                }
                "meta" => found.take_meta(element),
                "title" if found.title.is_none() => {
                    found.title = Some(inner()).filter(|title| !title.trim().is_empty())
                }
                "link" if element.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                    found.canonical = element.attr("href").map(str::to_owned);
                }
                "time" if found.time.is_none() => {
                    found.time =
                        element.attr("datetime").filter(|day| date::day(day).is_some()).map(str::to_owned);
                }
                "script"
                    if element
                        .attr("type")
                        .is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) =>
                {
                    found.linked_data.extend(serde_json::from_str(&inner()).ok());
                }
                _ => {}
            }
        }
        found
    }

    fn take_meta(&mut self, element: &Element) {
        let Some(content) = element.attr("content").filter(|content| !content.trim().is_empty()) else {
            return;
        };
        let names = ["property", "name", "itemprop"];
        let Some(name) = names.iter().find_map(|name| element.attr(name)) else { return };
        let name = name.to_ascii_lowercase();
        if name == "article:tag" {
            self.tags.push(content.to_owned());
        }
        self.meta.entry(name).or_insert_with(|| content.to_owned());
    }

    /// The first of these that the page has.
    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.meta.get(*name).cloned())
    }
}

/// The object that describes an article: itself, one of a list, or one of `@graph`.
fn article(json: &Json) -> Option<&Json> {
    match json {
        Json::Array(list) => list.iter().find_map(article),
        Json::Object(object) => {
            let kinds = list(object.get("@type"));
            let is = kinds.iter().any(|kind| {
                kind.ends_with("Article")
                    || kind.ends_with("BlogPosting")
                    || kind == "Report"
                    || kind == "SocialMediaPosting"
            });
            if is { Some(json) } else { object.get("@graph").and_then(article) }
        }
        _ => None,
    }
}

/// The first of a list, or the thing itself.
fn first(json: &Json) -> &Json {
    json.as_array().and_then(|list| list.first()).unwrap_or(json)
}

fn text(json: &Json) -> Option<String> {
    let json = first(json);
    let text = json.as_str().or_else(|| json.get("@id")?.as_str()).or_else(|| json.get("@value")?.as_str());
    text.map(|text| unescaped(text.trim())).filter(|text| !text.is_empty())
}

fn list(json: Option<&Json>) -> Vec<String> {
    match json {
        Some(Json::Array(list)) => list.iter().filter_map(text).collect(),
        Some(Json::String(text)) => {
            text.split(',').map(|part| unescaped(part.trim())).filter(|part| !part.is_empty()).collect()
        }
        _ => Vec::new(),
    }
}

/// Many sites escape the strings of their JSON as if it were HTML.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let fragment = Html::parse_fragment(&text.replace('<', "&lt;"));
    fragment.root_element().text().collect()
}
