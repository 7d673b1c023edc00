use super::*;

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Alder Gazette</title><link>https://gazette.example/</link><language>en-GB</language>
<image><title>Logo</title></image>
<item><title>Ferry &amp;amp; pier</title><link>https://gazette.example/1</link><pubDate>Tue, 04 Mar 2031 08:15:00 GMT</pubDate>
<category>Ferries</category><category><![CDATA[Port Alder]]></category><description>Short.</description>
<content:encoded><![CDATA[<p>The ferry sailed again.</p><ul><li>New gearbox</li></ul><script>alert(1)</script>]]></content:encoded></item>
<item><title>Herring</title><link>javascript:alert(1)</link><dc:date>2031-03-05T01:00:00+02:00</dc:date>
<description>&lt;p&gt;The quota&nbsp;fell by a fifth &#8211; again.&lt;/p&gt;</description></item>
</channel></rss>"#;

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>الموج</title>
<entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; pier</title><link rel="self" href="https://x.example/self"/><link href="https://x.example/1"/>
<published>2031-02-10T07:30:00+03:00</published><updated>2031-02-11T00:00:00Z</updated><category term="ports"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>افتتح الميناء <em>Port Alder</em> رصيفا.</p><p>A &lt; B.</p></div></content></entry>
<entry xml:lang="en"><title>Plain</title><updated>2031-02-12</updated><summary>A <![CDATA[<tag>]]> is text here.</summary></entry></feed>"#;

#[test]
fn the_whole_text_is_taken_before_a_summary() {
    let items = read("f.rss", RSS).unwrap();
    let ferry = &items[0];
    assert_eq!((ferry.number, ferry.line, ferry.summary), (1, 5, false));
    assert_eq!(ferry.text.source, "The ferry sailed again.\n\nNew gearbox");
    assert_eq!(ferry.metadata.title.as_deref(), Some("Ferry & pier"));
    assert_eq!(ferry.metadata.source.as_deref(), Some("The Alder Gazette"));
    assert_eq!(ferry.metadata.date.as_deref(), Some("2031-03-04"));
    assert_eq!(ferry.metadata.url.as_deref(), Some("https://gazette.example/1"));
    assert_eq!(ferry.metadata.lang.as_deref(), Some("en-GB"));
    assert_eq!(ferry.metadata.tags, Some(vec!["Ferries".to_owned(), "Port Alder".to_owned()]));
    let herring = &items[1];
    assert!(herring.summary && herring.metadata.url.is_none());
    assert_eq!(herring.text.source, "The quota\u{a0}fell by a fifth – again.");
    assert_eq!(herring.metadata.date.as_deref(), Some("2031-03-05"));
}

#[test]
fn atom_has_markup_html_and_plain_text() {
    let items = read("f.atom", ATOM).unwrap();
    assert_eq!(items[0].text.source, "افتتح الميناء Port Alder رصيفا.\n\nA < B.");
    assert_eq!(items[0].metadata.title.as_deref(), Some("A bold pier"));
    assert_eq!(items[0].metadata.url.as_deref(), Some("https://x.example/1"));
    assert_eq!(items[0].metadata.date.as_deref(), Some("2031-02-10"));
    assert_eq!(items[0].metadata.lang.as_deref(), Some("ar"));
    assert_eq!(items[1].text.source, "A <tag> is text here.");
    assert_eq!(
        (items[1].metadata.lang.as_deref(), items[1].metadata.date.as_deref()),
        (Some("en"), Some("2031-02-12"))
    );
}

#[test]
fn what_looks_like_a_tag_in_markup_stays_text() {
    let atom = r#"<feed><entry><title>a</title><content type="xhtml"><div><p>If x&lt;y holds, write &lt;script&gt; &amp;amp; <![CDATA[<b>]]>.</p><p>And on.</p></div></content></entry></feed>"#;
    assert_eq!(
        read("f.atom", atom).unwrap()[0].text.source,
        "If x<y holds, write <script> &amp; <b>.\n\nAnd on."
    );
}

#[test]
fn rdf_items_stand_beside_their_channel() {
    let rdf = "<rdf:RDF><channel><title>Tides</title></channel><item><title>High</title><description>High water at six.</description></item></rdf:RDF>";
    let items = read("f.xml", rdf).unwrap();
    assert_eq!(
        (items[0].text.source.as_str(), items[0].metadata.source.as_deref()),
        ("High water at six.", Some("Tides"))
    );
}

#[test]
fn a_thousand_items_are_a_thousand_articles() {
    let item = |n: usize| {
        format!("<item><title>Item {n}</title><description>Boat {n} came in at noon.</description></item>\n")
    };
    let feed = format!(
        "<rss><channel><title>Log</title>\n{}</channel></rss>",
        (0..1000).map(item).collect::<String>()
    );
    let items = read("f.rss", &feed).unwrap();
    assert_eq!((items.len(), items[999].number, items[999].line), (1000, 1000, 1001));
    assert_eq!(items[999].text.source, "Boat 999 came in at noon.");
}

#[test]
fn what_is_no_whole_feed_is_refused_with_its_line() {
    for (xml, message) in [
        ("", "f.xml:1: it is no feed: it holds no XML"),
        ("just text", "f.xml:1: it is no feed: it holds no XML"),
        ("<urlset><url/></urlset>", "f.xml:1: it is no feed, but XML of the kind <urlset>"),
        (
            &RSS[..RSS.find("<category>").unwrap()],
            "f.xml:6: the feed is cut short: <rss> <channel> <item> is never closed",
        ),
        ("<rss><channel>\n<item></channel></rss>", "f.xml:2: the feed does not parse ("),
    ] {
        let error = read("f.xml", xml).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }
    for cut in (0..RSS.len()).filter(|&cut| RSS.is_char_boundary(cut)) {
        let _ = read("f.xml", &RSS[..cut]);
    }
    let bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>&b;</title><description>It rained.</description></item></channel></rss>";
    assert_eq!(read("f.xml", bomb).unwrap()[0].metadata.title.as_deref(), Some("&b;"));
    assert!(
        read("f.xml", &format!("<rss>{}", "<a>".repeat(100_000))).unwrap_err().to_string().contains("deep")
    );
}
