//! What files hold beside plain paragraphs, in the ways in which people have them: nothing of it is lost without a word.
#![cfg(feature = "pdf")]

use std::io::{Cursor, Write};

use briefing::document::Document;
use briefing::ingest::{Ingested, InputFile, parse};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn ingested(path: &str, bytes: impl Into<Vec<u8>>) -> Ingested {
    parse(vec![InputFile { path: path.to_owned(), bytes: bytes.into() }]).unwrap()
}

fn blocks(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(|block| block.text.as_str()).collect()
}

/// The only article of a file.
#[track_caller]
fn article(path: &str, bytes: impl Into<Vec<u8>>) -> Document {
    let mut documents = ingested(path, bytes).corpus.documents;
    assert_eq!(documents.len(), 1, "{documents:?}");
    documents.remove(0)
}

fn refused(ingested: &Ingested) -> Vec<String> {
    ingested.refused.iter().map(ToString::to_string).collect()
}

fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RAIN: &str = "Rain fell on the towns of the coast for all of Monday.";

#[test]
fn a_line_of_a_letter_that_begins_with_from_is_no_next_letter() {
    for head in [
        "From a@x.example Sat Jan  3 01:05:34 2031",
        "From - Sat Jan 03 01:05:34 2031",
        "From 1844674407370955@xxx Sat Jan 03 01:05:34 +0000 2031",
        "From MAILER-DAEMON Sat, 3 Jan 2031 01:05:34 UTC",
        "From a@x.example 2031-01-03 01:05:34",
    ] {
        let mbox = format!(
            "{head}\nFrom: Ann <a@x.example>\nSubject: One\n\nThe first boat came in.\n\nFrom Monday on the pier is closed, at 10:00.\n\
             From here it is a walk.\n>From the quay, too.\n>>From there.\n\n{head}\nFrom: b@x.example\nSubject: Two\n\nThe second one sank.\n"
        );
        for mbox in [mbox.replace('\n', "\r\n"), mbox] {
            let ingested = ingested("a.mbox", mbox);
            let [one, two] = ingested.corpus.documents.as_slice() else { panic!("{head}: {ingested:?}") };
            assert_eq!(
                blocks(one).join("\n"),
                "The first boat came in.\nFrom Monday on the pier is closed, at 10:00.\nFrom here it is a walk.\nFrom the quay, too.\n>From there."
            );
            assert_eq!((two.title.as_str(), blocks(two)), ("Two", vec!["The second one sank."]));
        }
    }
}

#[test]
fn front_matter_may_be_toml() {
    let text = "+++\ntitle = 'Rain on the coast'\ndate = 2031-01-26T08:00:00+01:00\ndraft = false\ntags = [\"rain\", \"coast\"]\n\
                lang = \"en\"\norder = 3\n[params]\nauthor = \"Ann\"\n+++\n\nRain fell on the towns of the coast.\n";
    for text in [text.replace('\n', "\r\n"), text.to_owned()] {
        for path in ["a.md", "a.txt"] {
            let article = article(path, text.clone());
            assert_eq!(
                (article.title.as_str(), article.date.as_deref()),
                ("Rain on the coast", Some("2031-01-26"))
            );
            assert_eq!(article.tags, ["rain", "coast"]);
            assert_eq!(blocks(&article), ["Rain fell on the towns of the coast."]);
        }
    }
    let expected = "or `title = \"…\"` between two lines `+++`";
    for (toml, line, reason) in [
        ("title = 'Rain'\ntags = [\n+++\n", 3, ""),
        ("title = 'Rain'\n", 1, "it is opened by \"+++\" and never closed by another \"+++\""),
        ("source = 'x'\ntitle = ['a']\n+++\n", 3, "title should be a string; "),
    ] {
        let error = parse(vec![InputFile { path: "a.md".to_owned(), bytes: format!("+++\n{toml}").into() }])
            .unwrap_err();
        let message = error.to_string();
        assert_eq!(error.code(), "bad-front-matter");
        assert!(
            message.starts_with(&format!("a.md:{line}: front matter does not parse: {reason}")),
            "{message}"
        );
        assert!(message.ends_with(expected), "{message}");
    }
    let date =
        parse(vec![InputFile { path: "a.md".to_owned(), bytes: b"+++\ndate = 'May'\n+++\nRain.".to_vec() }]);
    assert!(date.unwrap_err().to_string().starts_with("a.md:2: \"May\" is no date"));
    assert_eq!(
        blocks(&article("a.txt", "+++\nRain fell on the coast.\n+++\n"))[0],
        "Rain fell on the coast."
    );
}

#[test]
fn notes_of_markdown_stand_as_paragraphs_and_their_marks_are_gone() {
    let text = "# Rain\n\nIt rained all day[^1] on the coast.[^long]\n\n[^1]: Says the *weather* office.\n\nIt stopped at night.\n\n\
                [^long]: Two towns were dry.\n\n    They lie inland.\n";
    let notes =
        ["Says the weather office.", "It stopped at night.", "Two towns were dry.", "They lie inland."];
    let article = article("a.md", text);
    assert_eq!(blocks(&article)[0], "It rained all day on the coast.");
    assert_eq!(blocks(&article)[1..], notes);
}

#[test]
fn notes_of_a_docx_stand_behind_its_text_and_remarks_are_told() {
    let note = |id: u8, kind: &str, text: &str| {
        format!(
            "<w:{kind} w:id=\"{id}\"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space=\"preserve\"> {text}</w:t></w:r></w:p></w:{kind}>"
        )
    };
    let separator =
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>";
    let document = format!(
        "<w:document><w:body><w:p><w:r><w:t>{RAIN}</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p></w:body></w:document>"
    );
    let bytes = docx(&[
        ("word/document.xml", &document),
        (
            "word/footnotes.xml",
            &format!(
                "<w:footnotes>{separator}{}</w:footnotes>",
                note(1, "footnote", "So says the weather office of the county.")
            ),
        ),
        (
            "word/endnotes.xml",
            &format!(
                "<w:endnotes>{}</w:endnotes>",
                note(1, "endnote", "Two towns that lie inland were dry.")
            ),
        ),
        (
            "word/comments.xml",
            "<w:comments><w:comment w:id=\"0\"><w:p><w:r><w:t>Is that so?</w:t></w:r></w:p></w:comment></w:comments>",
        ),
        ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>The Gazette</w:t></w:r></w:p></w:hdr>"),
    ]);
    let ingested = ingested("a.docx", bytes);
    assert_eq!(
        blocks(&ingested.corpus.documents[0]),
        [RAIN, "So says the weather office of the county.", "Two towns that lie inland were dry."]
    );
    assert_eq!(ingested.notices, ["a.docx: 1 comments were passed over"]);
}

#[test]
fn a_text_box_does_not_cut_the_paragraph_around_it() {
    let document = "<w:document><w:body><w:p><w:r><w:t xml:space=\"preserve\">Rain fell on the towns of </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>\
        <wps:txbx><w:txbxContent><w:p><w:r><w:t>Floods closed four roads in the county.</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>\
        <w:r><w:t>the coast for all of Monday.</w:t></w:r></w:p></w:body></w:document>";
    let article = article("a.docx", docx(&[("word/document.xml", document)]));
    assert_eq!(blocks(&article), ["Floods closed four roads in the county.", RAIN]);
}

#[test]
fn paragraphs_of_flowed_mail_are_whole() {
    let mail = |kind: &str, text: &str| {
        let head =
            "From: Ann <a@x.example>\nSubject: Pier\nContent-Type: text/plain; charset=utf-8; format=flowed";
        article("a.eml", format!("{head}{kind}\n\n{text}").replace('\n', "\r\n"))
    };
    let flowed = mail(
        "",
        "The pier is closed. \nIt opens on Friday. \nNobody was hurt.\n From here on it is calm.\n\n> The mayor asked \n> why.\nHe knows.\n-- \nAnn\n",
    );
    assert_eq!(
        blocks(&flowed)[..4],
        [
            "The pier is closed. It opens on Friday. Nobody was hurt.",
            "From here on it is calm.",
            "> The mayor asked why.",
            "He knows."
        ]
    );
    let joined = mail("; delsp=yes", "港に新しい桟橋が \n開かれた。\n");
    assert_eq!(blocks(&joined), ["港に新しい桟橋が開かれた。"]);
}

#[test]
fn a_bad_line_or_row_is_told_and_the_others_are_read() {
    let cut = "{\"text\": \"Hail fell on the hills \\ud83d\"}";
    let json = format!(
        "{{\"text\": \"{RAIN}\"}}\n{cut}\n{{\"text\": \"Snow.\", \"date\": \"May\"}}\n{{\"text\": \"The snow is gone.\"}}\n"
    );
    let read = ingested("a.jsonl", json);
    let ids: Vec<&str> = read.corpus.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids, ["a-1", "a-4"]);
    let [line, date] = refused(&read).try_into().unwrap();
    assert!(
        line.starts_with("a.jsonl:2: no article: ") && date.starts_with("a.jsonl:3: \"May\" is no date"),
        "{line} {date}"
    );
    let csv = format!(
        "title,text,date\nRain,{RAIN},2031-01-26\nSnow,Snow fell.,May\nHail,Hail, and more hail,2031-01-27\nWind,The wind is gone.,2031\n"
    );
    let read = ingested("a.csv", csv);
    let ids: Vec<&str> = read.corpus.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids, ["a-5", "a-2"]);
    let [date, row] = refused(&read).try_into().unwrap();
    assert!(
        date.starts_with("a.csv:3: \"May\" is no date") && row.starts_with("a.csv:4: the row has 4 cells"),
        "{date} {row}"
    );
    let read = ingested(
        "a.mbox",
        format!(
            "From a Sat Jan  3 01:05:34 2031\nFrom a Sat Jan  3 01:05:34 2031\nSubject: Rain\n\n{RAIN}\n"
        ),
    );
    assert_eq!(
        (read.corpus.documents.len(), refused(&read)),
        (1, vec!["a.mbox: message 1 holds nothing".to_owned()])
    );
    // A file of which nothing is an article says so once.
    let read =
        parse(vec![InputFile { path: "a.jsonl".to_owned(), bytes: b"[\n{\n\"text\": 1}\n]\n".to_vec() }]);
    assert!(read.unwrap_err().to_string().starts_with("a.jsonl:1: no article: "));
}

#[test]
fn a_table_may_say_what_parts_its_cells() {
    let table =
        format!("sep=;\r\nTitle;Text;Tags\r\n\"Rain, hail\";\"{RAIN}\r\nThen it stopped.\";a,b,c,d,e\r\n");
    let marked = format!("\u{feff}{table}");
    for table in
        [table.clone(), marked.clone(), marked.replace("sep=;", "\"sep=;\""), table.replace(';', "|")]
    {
        let article = article("a.csv", table);
        assert_eq!(article.title, "Rain, hail");
        assert_eq!(blocks(&article), [RAIN, "Then it stopped."]);
    }
    let error = parse(vec![InputFile {
        path: "a.csv".to_owned(),
        bytes: b"sep=;\ntext;date\nRain fell.;May\n".to_vec(),
    }]);
    assert!(error.unwrap_err().to_string().starts_with("a.csv:3: \"May\" is no date"));
}

#[test]
fn a_day_that_cannot_be_read_is_told() {
    let expected = "expected YYYY, YYYY-MM, YYYY-MM-DD, a full timestamp or a day as mail has it; the article has no date";
    let feed = format!(
        "<rss><channel>\n<item><title>One</title><content:encoded>{RAIN}</content:encoded><pubDate>some day in May</pubDate></item>\n\
         <item><title>Two</title><content:encoded>{RAIN}</content:encoded><pubDate>Mon, 26 Jan 2031 08:00 GMT</pubDate></item></channel></rss>"
    );
    let read = ingested("a.rss", feed);
    assert_eq!(read.corpus.documents.len(), 2);
    assert_eq!(read.notices, [format!("a.rss:2: \"some day in May\" is no date; {expected}")]);
    let page = |day: &str| {
        ingested(
            "a.html",
            format!(
                "<html><head><meta property='article:published_time' content='{day}'></head><body><article><h1>Rain</h1><p>{RAIN}</p></article></body></html>"
            ),
        )
    };
    let read = page("26th of Nivose");
    assert_eq!(read.corpus.documents[0].date, None);
    assert_eq!(read.notices, [format!("a.html: \"26th of Nivose\" is no date; {expected}")]);
    let read = page("Mon, 26 Jan 2031 08:00:00 GMT");
    assert_eq!((read.corpus.documents[0].date.as_deref(), read.notices.len()), (Some("2031-01-26"), 0));
    let read =
        ingested("a.eml", format!("From: Ann <a@x.example>\nSubject: Pier\nDate: some day\n\n{RAIN}\n"));
    assert_eq!(read.notices, [format!("a.eml: \"some day\" is no date; {expected}")]);
}

#[test]
fn what_an_editor_put_right_belongs_to_the_article() {
    let page = |box_: &str| {
        article(
            "a.html",
            format!(
                "<html><body><nav><a href=/>Home</a></nav><main><article><h1>Rain on the coast</h1>{box_}<p>{RAIN} The weather office of the county said so in a report on Tuesday.</p>\
             <p>Four roads were closed, and two of them were still closed on Tuesday, as the county said.</p></article></main></body></html>"
            ),
        )
    };
    let note = "The first version of this report named the wrong towns.";
    for class in [
        "callout correction",
        "article-meta correction",
        "endnote corrections",
        "callout clarification",
        "callout editors-note",
        "callout editor-note",
        "callout editorsNote",
        "widget retraction",
        "callout korrektur",
        "widget berichtigung",
        "callout rectificatif",
        "callout erratum",
        "callout note-de-la-redaction",
        "callout fe-de-errores",
        "callout rectificacion",
        "callout تصحيح",
    ] {
        for element in ["div", "aside", "footer"] {
            let article = page(&format!("<{element} class='{class}'><p>{note}</p></{element}>"));
            assert!(blocks(&article).contains(&note), "{element} {class}: {:?}", blocks(&article));
        }
    }
    for (class, text) in [
        ("callout", "Correction: "),
        ("callout", "Korrektur: "),
        ("widget", "Note de la rédaction : "),
        ("widget", "Corrección: "),
        ("callout", "تصحيح: "),
        ("callout", "Editor’s note: "),
    ] {
        let article = page(&format!("<aside class='{class}'><p><b>{text}</b>{note}</p></aside>"));
        let kept = format!("{text}{note}");
        assert!(blocks(&article).contains(&kept.as_str()), "{class} {text}: {:?}", blocks(&article));
    }
    let headed = format!(
        "<aside class='callout'><div class='callout__head'>Correction</div><div class='callout__body'><p>{note}</p></div></aside>"
    );
    assert_eq!(blocks(&page(&headed))[..2], ["Correction", note]);
    let others = [
        "<div class='article-meta'><span>Update: 4 March 2031, 10:00</span></div>",
        "<div class='article-meta'><span>Aktualisierung: 4. März 2031, 10 Uhr</span></div>",
        "<div class='callout corrections'><a href='/corrections'>How this paper puts right what it got wrong</a></div>",
        "<aside class='related'><p>Update: the first version of this report named the wrong towns.</p></aside>",
        "<aside class='updates newsletter'><p>Get updates of this report in your mail each morning.</p></aside>",
        "<div class='callout'><p>Read more of the rain on the coast in our long report.</p></div>",
        "<aside class='update-list'><a href='/a'>The rain on the coast has closed four roads of the county.</a></aside>",
        "<div class='callout'><p>Support the journalism of this paper with a gift of any size.</p></div>",
    ];
    for other in others {
        assert_eq!(blocks(&page(other)).len(), 2, "{other}: {:?}", blocks(&page(other)));
    }
}

#[test]
fn a_short_title_that_a_paragraph_begins_with_drops_no_paragraph() {
    let article = article(
        "a.md",
        format!(
            "---\ntitle: Rain\n---\n{} [link](x) (picture)\n\nIt stopped at night, said the office.\n",
            RAIN.trim_end_matches('.')
        ),
    );
    assert!(blocks(&article)[0].starts_with("Rain fell on the towns"), "{article:?}");
}

#[test]
fn addresses_behind_the_words_of_a_letter_are_no_text() {
    let mail = "From: Ann <a@x.example>\nSubject: Pier\n\nView the post at https://x.example/pier\n\n\
                Rain fell on the coast [https://x.example/redirect/2/eyJ] for all<https://x.example/all> [https://x.example/b] of Monday [1]. The office said 3 < 4.\n\n[cid:image001.png@01D]\n\n<https://x.example/alone>\n";
    assert_eq!(
        blocks(&article("a.eml", mail))[1..],
        ["Rain fell on the coast for all of Monday [1]. The office said 3 < 4.", "<https://x.example/alone>"]
    );
}

#[test]
fn tags_of_site_generators_are_no_text() {
    let text = format!(
        "{{{{< figure src=\"a.png\" caption=\"A road\" >}}}}\n\n{RAIN}\n\n{{% include x.html %}}\n\n{{{{% notice %}}}}Roads {{are}} closed, all of them. {{{{% /notice %}}}}\n\n- [x] The pier is open\n- [ ] The road is closed\n"
    );
    assert_eq!(
        blocks(&article("a.md", text)),
        [RAIN, "Roads {are} closed, all of them.", "The pier is open", "The road is closed"]
    );
}

#[test]
fn hidden_text_of_a_docx_is_not_read() {
    let document = format!(
        "<w:document><w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Cut this.</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>{RAIN}</w:t></w:r></w:p></w:body></w:document>"
    );
    assert_eq!(blocks(&article("a.docx", docx(&[("word/document.xml", &document)]))), [RAIN]);
}

#[test]
fn paragraphs_of_a_wordpress_export_are_parted_by_blank_lines() {
    let export = format!(
        "<rss><channel><item><title>Rain</title><content:encoded><![CDATA[[caption id='a' width='3']<img src='x'> A road of the county[/caption]\n\n{RAIN} [1]\n\nTwo <b>roads</b> are closed since noon.\n[gallery ids='1,2']]]></content:encoded><wp:post_type>post</wp:post_type></item>\
         <item><title>img</title><content:encoded></content:encoded><wp:post_type>attachment</wp:post_type></item></channel></rss>"
    );
    let article = article("a.xml", export);
    assert_eq!(
        blocks(&article),
        ["A road of the county", &format!("{RAIN} [1]"), "Two roads are closed since noon."]
    );
}
