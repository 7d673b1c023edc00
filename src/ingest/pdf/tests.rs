use super::*;

/// A font of the document's own with these codes as characters, of two bytes each.
fn with_unicode(map: &[(u16, &str)]) -> String {
    let mut cmap = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange {} beginbfchar\n",
        map.len()
    );
    for (code, text) in map {
        let hex: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
        cmap.push_str(&format!("<{code:04x}> <{hex}>\n"));
    }
    cmap + "endbfchar endcmap end end"
}

/// A PDF of pages with these contents (fonts: F1 Helvetica, F2 bold, F3 of two-byte codes by `unicode`), with extra entries
/// for pages and trailer, objects behind the others, and the cross-reference table that belongs to it.
struct Document<'d> {
    pages: Vec<String>,
    page: &'d str,
    trailer: &'d str,
    unicode: String,
    more: Vec<String>,
}

impl Default for Document<'_> {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            page: "",
            trailer: "",
            unicode: with_unicode(&[(1, "a")]),
            more: Vec::new(),
        }
    }
}

impl Document<'_> {
    fn bytes(&self) -> Vec<u8> {
        let first = 8 + self.more.len();
        let kids: Vec<String> =
            (0..self.pages.len()).map(|page| format!("{} 0 R", first + 2 * page)).collect();
        let mut objects = vec![
            "<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>".to_owned(),
            format!("<</Type/Pages/Count {}/Kids[{}]/MediaBox[0 0 400 600]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>/XObject<</X 8 0 R>>>>>>", kids.len(), kids.join(" ")),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>".to_owned(),
            "<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>".to_owned(),
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>".to_owned(),
            format!("<</Length {}>>stream\n{}\nendstream", self.unicode.len(), self.unicode),
        ];
        objects.extend(self.more.iter().cloned());
        for (index, content) in self.pages.iter().enumerate() {
            objects.push(format!(
                "<</Type/Page/Parent 2 0 R/Contents {} 0 R{}>>",
                first + 2 * index + 1,
                self.page
            ));
            objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
        }
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for (index, object) in objects.iter().enumerate() {
            table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
            bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
        }
        let start = bytes.len();
        let end = format!(
            "{table}trailer\n<</Size {}/Root 1 0 R{}>>\nstartxref\n{start}\n%%EOF\n",
            objects.len() + 1,
            self.trailer
        );
        bytes.extend(end.bytes());
        bytes
    }
}

/// Lines of Helvetica at a place, one under another.
fn lines(x: f64, y: f64, size: f64, lines: &[&str]) -> String {
    let shown: String = lines
        .iter()
        .map(|line| format!("({}) Tj T* ", line.replace('(', "\\(").replace(')', "\\)")))
        .collect();
    format!("BT /F1 {size} Tf {} TL 1 0 0 1 {x} {y} Tm {shown}ET ", size * 1.25)
}

fn of(pages: &[&str]) -> Document<'static> {
    Document { pages: pages.iter().map(|page| (*page).to_owned()).collect(), ..Document::default() }
}

fn units(document: &Document<'_>) -> Vec<String> {
    let pages = read("a.pdf", document.bytes()).unwrap();
    pages.text.units.iter().map(|unit| pages.text.of(unit).to_owned()).collect()
}

fn refused(bytes: Vec<u8>) -> String {
    read("a.pdf", bytes).unwrap_err().to_string()
}

const TEXT: [&str; 4] = [
    "The north basin of the port was reopened on Tues-",
    "day after two years of work, the well-known har-",
    "bour master said. Nobody had expected it to take",
    "so long, or to be so dear.",
];

#[test]
fn lines_become_paragraphs_and_words_parted_at_their_ends_are_joined() {
    let second = ["A second paragraph begins where the one before", "ends, and is as well-", "known."];
    let content = lines(50.0, 550.0, 20.0, &["The basin is open"])
        + &lines(50.0, 500.0, 10.0, &TEXT)
        + &lines(50.0, 450.0, 10.0, &second);
    let document = of(&[&content]);
    assert_eq!(
        units(&document),
        [
            "The basin is open",
            "The north basin of the port was reopened on Tuesday after two years of work, the well-known harbour master said. Nobody had \
             expected it to take so long, or to be so dear.",
            "A second paragraph begins where the one before ends, and is as well-known.",
        ]
    );
    let pages = read("a.pdf", document.bytes()).unwrap();
    assert_eq!(pages.text.units[0].mark, super::super::unit::Mark::Heading(1));
    assert_eq!(pages.metadata.lang.as_deref(), Some("en-GB"));
}

#[test]
fn columns_are_read_one_after_another_and_what_stands_across_them_first() {
    let left =
        ["Left one of the basin", "left two of the basin", "left three of the bay", "left four of the bay."];
    let right =
        ["Right one of the quay", "right two of the quay", "right three of a pier", "right four of a pier."];
    let content = lines(50.0, 550.0, 16.0, &["A headline over both of the columns"])
        + &lines(220.0, 500.0, 10.0, &right)
        + &lines(50.0, 500.0, 10.0, &left)
        + &lines(50.0, 400.0, 10.0, &["A line below both of them, as wide as the page and as long."]);
    let read = units(&of(&[&content]));
    assert!(read[1].starts_with("Left one") && read[1].ends_with("left four of the bay."), "{read:?}");
    assert!(read[2].starts_with("Right one") && read[3].starts_with("A line below"), "{read:?}");
}

#[test]
fn running_heads_and_page_numbers_are_dropped_and_a_paragraph_goes_on_over_the_page() {
    let page = |number: usize, text: &[&str]| {
        lines(50.0, 580.0, 9.0, &[&format!("Harbour report {}", 2030 + number)])
            + &lines(50.0, 540.0, 10.0, text)
            + &lines(190.0, 20.0, 9.0, &[&format!("- {number} -")])
    };
    let pages = [
        page(1, &["The first page tells of the basin, which was", "dredged in the spring and"]),
        page(2, &["filled again in the autumn of the year.", "Nobody knows why it was."]),
        page(3, &["The third page tells of the ships of the port,", "of which there are four."]),
    ];
    let document = of(&pages.each_ref().map(String::as_str));
    assert_eq!(
        units(&document),
        [
            "The first page tells of the basin, which was dredged in the spring and filled again in the autumn of the year. Nobody knows why it was.",
            "The third page tells of the ships of the port, of which there are four.",
        ]
    );
    assert_eq!(read("a.pdf", document.bytes()).unwrap().left_out.len(), 6);
}

#[test]
fn ligatures_arabic_and_chinese_are_read_by_what_the_document_says_of_its_codes() {
    let map = [
        (1, "ﬁ"),
        (2, "n"),
        (3, "d"),
        (4, "港"),
        (5, "口"),
        (6, "ب"),
        (7, "ح"),
        (8, "ر"),
        (9, "7"),
        (10, "\u{fefb}"),
    ];
    let show = |x: f64, y: f64, codes: &str| format!("BT /F3 10 Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET ");
    let unicode = with_unicode(&map);
    let of =
        |content: String| Document { pages: vec![content], unicode: unicode.clone(), ..Document::default() };
    assert_eq!(units(&of(show(50.0, 500.0, "000100020003"))), ["find"]);
    assert_eq!(units(&of(show(50.0, 500.0, "00040005") + &show(50.0, 487.0, "00040005"))), ["港口港口"]);
    // As it stands on the page: "7", a gap, "رحب" with its first letter at the right, and a ligature at the very left.
    assert_eq!(
        units(&of(show(50.0, 500.0, "000a")
            + &show(60.0, 500.0, "0009")
            + &show(70.0, 500.0, "000800070006"))),
        ["بحر 7 لا"]
    );
}

/// Printed by a browser: its fonts are parts of fonts, and Arabic stands shaped, glyph by glyph.
#[test]
fn what_a_browser_prints_is_read_as_it_was_written() {
    let read = |bytes: &[u8]| read("a.pdf", bytes.to_vec()).unwrap();
    let columns = read(include_bytes!("../../../tests/fixtures/formats/pdf/columns.pdf"));
    let units: Vec<&str> = columns.text.units.iter().map(|unit| columns.text.of(unit)).collect();
    assert_eq!(units.len(), 8);
    assert!(units[2].ends_with("expensive reconstruction, officials of the harbour office said in the afternoon. The first ship was the ferry Petrel."));
    assert!(units[3].ends_with(
        "The difference was paid by the county, whose administration had insisted on a deeper basin."
    ));
    let arabic = read(include_bytes!("../../../tests/fixtures/formats/pdf/arabic.pdf"));
    let units: Vec<&str> = arabic.text.units.iter().map(|unit| arabic.text.of(unit)).collect();
    assert_eq!(
        units,
        [
            "افتتاح الميناء الجديد في ألدر",
            "افتتحت هيئة الموانئ يوم الثلاثاء الميناء الجديد في مدينة ألدر بعد أعمال استمرت عامين، وقالت الهيئة إن الكلفة بلغت 31 مليون \
             كرونة (نحو 2.5 مليون دولار) بحسب تقرير Harbour Office السنوي.",
            "وقالت مديرة الميناء أونا بيرغ: «لا أحد يعرف متى تصل السفينة الأولى». وأضافت أن العمل يبدأ في 4 مارس 2031 عند الساعة 10:30 صباحا.",
        ]
    );
}

/// Old documents in Chinese and Japanese name a font of the system and a table that every viewer has.
#[test]
fn codes_of_named_tables_are_read() {
    let font = |table: &str, ordering: &str| {
        format!(
            "<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/{table}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 0>>>>]>>"
        )
    };
    for (table, ordering, codes, text) in [
        ("GBK-EUC-H", "GB1", "b8dbbfdabfaab7c5c1cb", "港口开放了"),
        ("90ms-RKSJ-H", "Japan1", "8d608cfb82aa8a4a82a282bd", "港口が開いた"),
        ("UniKS-UTF16-H", "Korea1", "d56dad6c", "항구"),
        ("ETen-B5-H", "CNS1", "b4e4a466", "港口"),
    ] {
        let document = Document {
            page: "/Resources<</Font<</F4 9 0 R>>>>",
            more: vec!["<<>>".to_owned(), font(table, ordering)],
            ..of(&[&format!("BT /F4 10 Tf 1 0 0 1 50 500 Tm <{codes}> Tj ET")])
        };
        assert_eq!(units(&document), [text], "{table}");
    }
}

#[test]
fn pages_are_read_however_they_are_turned() {
    let turned = "BT /F1 10 Tf 0 1 -1 0 100 50 Tm 12.5 TL (The text of this page runs upwards,) Tj T* (and goes on at its right.) Tj ET ";
    let expected = ["The text of this page runs upwards, and goes on at its right."];
    assert_eq!(units(&of(&[turned])), expected);
    assert_eq!(units(&Document { page: "/Rotate 90", ..of(&[turned]) }), expected);
    let stamp = "BT /F1 8 Tf 0 1 -1 0 20 50 Tm (stamp at the side) Tj ET ";
    let content = lines(50.0, 500.0, 10.0, &TEXT) + stamp;
    let pages = read("a.pdf", of(&[&content]).bytes()).unwrap();
    assert_eq!((pages.text.units.len(), pages.left_out), (1, vec!["stamp at the side".to_owned()]));
}

#[test]
fn what_a_document_says_of_itself_is_its_metadata() {
    let content = lines(50.0, 500.0, 10.0, &TEXT);
    let say = |info: &str| {
        let more = vec!["<<>>".to_owned(), info.to_owned()];
        read("a.pdf", Document { trailer: "/Info 9 0 R", more, ..of(&[&content]) }.bytes()).unwrap().metadata
    };
    let said = say(
        "<</Title<FEFF004C00650020007000F600720074>/CreationDate(D:20310304101500+01'00')/Keywords(port; basin)>>",
    );
    assert_eq!((said.title.as_deref(), said.date.as_deref()), (Some("Le pört"), Some("2031-03-04")));
    assert_eq!(said.tags, Some(vec!["port".to_owned(), "basin".to_owned()]));
    assert_eq!(say("<</Title(Microsoft Word - draft7.doc)/CreationDate(D:20319999)>>").title, None);
}

#[test]
fn a_document_that_cannot_be_read_is_refused_with_what_to_do() {
    let content = lines(50.0, 500.0, 10.0, &TEXT);
    let locked = Document {
        trailer: "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>\
                  /U<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>>>",
        ..of(&[&content])
    };
    assert_eq!(
        refused(locked.bytes()),
        "a.pdf: the PDF is locked by a password; open it in a viewer and save or print it without one"
    );
    let picture = "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\nx\nendstream";
    let scanned =
        Document { more: vec![picture.to_owned()], ..of(&["q 400 0 0 600 0 0 cm /X Do Q", "/X Do"]) };
    assert_eq!(
        refused(scanned.bytes()),
        "a.pdf: its 2 pages are pictures without text, as scanned pages are; run text recognition (OCR) on it first"
    );
    assert_eq!(refused(of(&[""]).bytes()), "a.pdf: its one page hold no text; leave it out");
    for bytes in [
        b"".to_vec(),
        b"%PDF-1.7".to_vec(),
        b"\xff\xd8\xff".to_vec(),
        of(&[&content]).bytes()[..200].to_vec(),
    ] {
        assert!(refused(bytes).starts_with("a.pdf: it is no whole PDF: it has no pages"));
    }
    // The library finds the objects of a document whose table is lost.
    let whole = of(&[&content]).bytes();
    let table = whole.windows(4).rposition(|window| window == b"xref").unwrap() - 5;
    let table = whole[..table].windows(4).rposition(|window| window == b"xref").unwrap();
    assert!(read("a.pdf", whole[..table].to_vec()).unwrap().text.source.starts_with("The north basin"));
}

#[test]
fn a_document_that_fills_the_memory_is_refused() {
    use std::io::Write as _;
    let pack = |bytes: &[u8]| {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    };
    let once = pack(&vec![b' '; 1 << 20]);
    let mut document = b"%PDF-1.7\n1 0 obj <</Filter/FlateDecode>>stream\n".to_vec();
    document.extend(&once);
    assert!(guard::is_too_large(&document, 1 << 19) && !guard::is_too_large(&document, 1 << 21));
    let mut document = b"%PDF-1.7\n1 0 obj <</Filter[/FlateDecode /FlateDecode]>>stream\n".to_vec();
    document.extend(pack(&once));
    assert!(guard::is_too_large(&document, 1 << 30));
    assert!(refused(document).contains("unpacks to more than is read"));
}

#[test]
fn forms_that_hold_themselves_end() {
    let form = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 38>>stream\n/X Do /X Do BT /F1 9 Tf (x) Tj ET /X Do\nendstream";
    let document = Document { more: vec![form.to_owned()], ..of(&["/X Do"]) };
    assert!(refused(document.bytes()).starts_with("a.pdf: page 1 draws more than is read of one PDF"));
}

#[test]
fn a_document_of_300_pages_is_read_whole() {
    let pages: Vec<String> = (1..=300)
        .map(|page| {
            lines(
                50.0,
                500.0,
                10.0,
                &[&format!("Page {page} tells of year {}, in which the port", 1700 + page), "was as it is."],
            ) + &lines(200.0, 20.0, 9.0, &[&page.to_string()])
        })
        .collect();
    let units = units(&Document { pages, ..Document::default() });
    assert_eq!(units.len(), 300);
    assert_eq!(units[299], "Page 300 tells of year 2000, in which the port was as it is.");
}

/// Whatever byte is changed, and wherever the document is cut, reading it ends with a text or an error.
#[test]
fn no_damage_makes_reading_fail_otherwise() {
    let content = lines(50.0, 500.0, 10.0, &TEXT) + "BT /F3 10 Tf <00010001> Tj ET q 1 0 0 1 0 0 cm /X Do Q";
    let form =
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 22>>stream\nBT /F1 9 Tf (x) Tj ET \nendstream";
    let whole =
        Document { more: vec![form.to_owned()], trailer: "/Info<</Title(A b)>>", ..of(&[&content]) }.bytes();
    let mut state = 7u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize
    };
    for _ in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..1 + random() % 4 {
            let at = random() % bytes.len();
            bytes[at] = match random() % 4 {
                0 => b"0123456789<>[]()/ -."[random() % 20],
                _ => random() as u8,
            };
        }
        let _ = read("a.pdf", bytes);
    }
    for cut in (0..whole.len()).step_by(41) {
        let _ = read("a.pdf", whole[..cut].to_vec());
    }
}
