//! Packs as input: whatever part of a corpus comes out of packs, the build is the same, byte for byte.

use std::io::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;

use crate::Error;
#[cfg(all(feature = "bundle", feature = "formats"))]
use crate::ingest::Folders;
use crate::ingest::{Edit, Edits, Ingested, InputFile, Intake, parse};
use crate::pack::{Layout, Section, frame};

fn file(path: &str, text: &str) -> InputFile {
    InputFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// A page of the fixtures, without what becomes of each line.
fn page(file: &InputFile) -> InputFile {
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let lines = text.lines().map(|line| line.split_once('|').map_or(line, |(_, line)| line));
    let text = lines.collect::<Vec<_>>().join("\n");
    InputFile { path: file.path.replace(".page", ".txt"), bytes: text.into_bytes() }
}

/// The files of a folder of this repository.
fn folder(name: &str) -> Vec<InputFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let mut files: Vec<InputFile> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| InputFile {
            path: path.file_name().unwrap().to_str().unwrap().to_owned(),
            bytes: std::fs::read(path).unwrap(),
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn built(files: Vec<InputFile>) -> Vec<u8> {
    crate::build(&parse(files).unwrap().corpus).unwrap()
}

fn pack(path: &str, bytes: Vec<u8>) -> InputFile {
    InputFile { path: path.to_owned(), bytes }
}

/// Articles of every kind, with lines at their edges that are furniture only where three of them stand together.
static FILES: LazyLock<Vec<InputFile>> = LazyLock::new(|| {
    let page = |what: &str, more: &str| {
        format!(
            "HARBOUR POST\n{more}{what} fell on the northern towns for the whole of Monday.\n\n- It stopped in the evening, when the wind turned.\n- The sea was calm.\n\nOpen the window to the wide blue world\nShare\n"
        )
    };
    let mut files = vec![
        file("rain.txt", &page("Rain", "")),
        file(
            "hail.txt",
            &format!(
                "---\ntitle: Hail in the north\ndate: 2031-02-03\norder: -7\ntags: [a]\n---\n{}",
                page("Hail", "Hail in the north\n\n")
            ),
        ),
        file("snow.txt", &page("Snow 😀", "Snow again in all of the north\n\n")),
        file(
            "sleet.md",
            "# Sleet *again*\n\nOpen the window to the wide blue world\n\n## Where\n\nIt fell on the towns for the whole of Monday.\n\n| Town | Hours |\n| --- | --- |\n| Aal | 3 |\n",
        ),
        file(
            "log.jsonl",
            "{\"id\":\"fog\",\"title\":\"Fog\",\"source\":\"Wave\",\"text\":\"Fog lay over the northern towns for the whole of Monday.\\n\\nOpen the window to the wide blue world\"}\n{\"id\":\"wind/1\",\"order\":3,\"text\":\"Wind blew over the towns.\",\"note\":\"n\",\"lang\":\"en\",\"url\":\"https://x.example\"}",
        ),
    ];
    files.extend(
        folder("tests/fixtures/ingest/pages").into_iter().filter(|file| file.path.ends_with(".txt")).take(4),
    );
    files.extend(
        folder("tests/fixtures/formats/pages")
            .into_iter()
            .filter(|file| file.path.ends_with(".html"))
            .take(3),
    );
    files
});

static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| built(FILES.clone()));

/// The blocks of a pack, to change and frame again.
fn sections(pack: &[u8]) -> Vec<(Section, Vec<u8>)> {
    let layout = Layout::read(pack).unwrap();
    layout.blocks.iter().map(|block| (block.section, pack[block.range.clone()].to_vec())).collect()
}

/// The number of the block that holds the remains.
const REMAINS: usize = 6;

#[test]
fn a_pack_read_back_builds_itself() {
    for name in ["corpus", "tests/fixtures/ingest/pages", "tests/fixtures/formats/pages"] {
        let files: Vec<InputFile> = folder(name)
            .iter()
            .map(|file| if file.path.ends_with(".page") { page(file) } else { file.clone() })
            .collect();
        let whole = built(files);
        assert_eq!(built(vec![pack("p.brief", whole.clone())]), whole, "{name}");
    }
    let again = parse(vec![pack("p.brief", WHOLE.clone())]).unwrap();
    let first = parse(FILES.clone()).unwrap();
    assert_eq!(again.corpus, first.corpus);
    assert_eq!(again.rows.len(), first.rows.len());
    assert_eq!(again.rows[0].place, "p.brief, hail");
}

#[test]
fn a_language_that_was_found_is_found_again_and_one_that_was_given_stays_given() {
    let text = "The council met on Monday and said that the bridge over the river will be closed for the whole of the winter.";
    for (front, given) in
        [("", None), ("---\nlang: en\n---\n", Some("en")), ("---\nlang: fr\n---\n", Some("fr"))]
    {
        let ingested = parse(vec![file("a.md", &format!("{front}{text}"))]).unwrap();
        assert_eq!(ingested.corpus.documents[0].lang.as_deref(), Some(given.unwrap_or("en")));
        let (drafts, _) = super::drafts("p.brief", crate::build(&ingested.corpus).unwrap()).unwrap();
        assert_eq!(drafts[0].metadata.lang.as_deref(), given);
    }
}

#[test]
fn nothing_is_kept_of_articles_that_are_whole() {
    let files = vec![file(
        "a.txt",
        "Rain fell on the northern towns for the whole of Monday.\n\nIt stopped in the evening.",
    )];
    assert!(parse(files).unwrap().corpus.remains.is_empty());
    assert!(!parse(FILES.clone()).unwrap().corpus.remains.is_empty());
}

/// What readers download beside the pack, as little as there can be.
#[cfg(all(feature = "bundle", feature = "formats"))]
const PARTS: crate::bundle::Parts<'static> = crate::bundle::Parts {
    engine: b"\0asm\x01\0\0\0",
    script: "",
    module: "",
    views: &[("views/reader.js", "")],
    shell: "<!doctype html><title><!--briefing:title--></title><briefing-widget><!--briefing:brief--></briefing-widget><!--briefing:script-->",
};

/// What the studio hands out of one and the same state goes together again.
#[test]
fn a_briefing_and_its_briefing_toml_fit_where_an_article_was_left_out() {
    let mut intake = Intake::default();
    FILES.iter().for_each(|file| intake.add(file.clone()));
    let id = intake.finish(&Edits::default()).unwrap().rows[0].id.clone();
    let out = Edit { exclude: Some(true), ..Edit::default() };
    let edits = Edits { documents: vec![(id.clone(), out)], ..Edits::default() };
    let rest = crate::build(&intake.finish(&edits).unwrap().corpus).unwrap();
    let toml = file("briefing.toml", &intake.to_toml(&edits).unwrap());

    let again = parse(vec![pack("p.brief", rest.clone()), toml.clone()]).unwrap();
    assert_eq!(crate::build(&again.corpus).unwrap(), rest);
    let notice = format!("the article {id:?} is left out, and there was none of that name");
    assert!(again.notices.iter().any(|told| told.ends_with(&notice)), "{:?}", again.notices);
    let whole = parse([FILES.as_slice(), std::slice::from_ref(&toml)].concat()).unwrap();
    assert_eq!(crate::build(&whole.corpus).unwrap(), rest);
    let others = FILES.iter().filter(|file| !file.path.contains(&id)).cloned().chain([toml]);
    assert_eq!(parse(others.collect()).unwrap_err().code(), "unknown-document");
}

/// A site is read back as the briefing in it, from an archive and from a folder; with anything else beside it, it merely lies there.
#[cfg(all(feature = "bundle", feature = "formats"))]
#[test]
fn sites_hold_their_pack() {
    let site: Vec<InputFile> = PARTS
        .site_paths()
        .zip(PARTS.site(&WHOLE).unwrap())
        .map(|(path, bytes)| InputFile { path: format!("talks/{path}"), bytes })
        .collect();
    let note = file("talks/note.txt", "Rain fell on the northern towns for the whole of Monday.");
    let more = [site.as_slice(), std::slice::from_ref(&note)].concat();
    let notice =
        "talks/briefing.wasm: passed over: it is a finished briefing; name it itself to read its articles";

    let archive = |files: &[InputFile]| {
        let mut zip = zip::write::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for file in files {
            zip.start_file(&*file.path, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&file.bytes).unwrap();
        }
        pack("in.zip", zip.finish().unwrap().into_inner())
    };
    let whole = parse(vec![archive(&site)]).unwrap();
    assert_eq!(crate::build(&whole.corpus).unwrap(), *WHOLE);
    assert_eq!(whole.notices, [""; 0]);
    let beside = parse(vec![archive(&more)]).unwrap();
    assert_eq!(beside.rows.len(), 1);
    assert!(beside.notices.contains(&format!("in.zip/{notice}")), "{:?}", beside.notices);

    let folder = tempfile::tempdir().unwrap();
    let write = |file: &InputFile| {
        let place = folder.path().join(&file.path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, &file.bytes).unwrap();
    };
    site.iter().for_each(write);
    let talks = folder.path().join("talks");
    let mut folders = Folders::of(vec![talks.clone()]);
    folders.update().unwrap();
    let whole = folders.finish(&Edits::default()).unwrap();
    assert_eq!(crate::build(&whole.corpus).unwrap(), *WHOLE);
    assert_eq!(whole.notices, [""; 0]);
    // The folder around it is another one, of which the site may have been built.
    let error = crate::ingest::read(&[folder.path().to_owned()]).unwrap_err();
    assert_eq!(error.code(), "no-articles");
    write(&note);
    folders.update().unwrap();
    let beside = folders.finish(&Edits::default()).unwrap();
    assert_eq!(beside.rows.len(), 1);
    assert!(beside.notices.iter().any(|told| told.ends_with(notice)), "{:?}", beside.notices);
}

/// What a build hands out is read back, whole, and refused wherever it is cut.
#[cfg(all(feature = "bundle", feature = "formats"))]
#[test]
fn modules_and_pages_hold_their_pack() {
    let module = PARTS.wasm(&WHOLE).unwrap();
    assert_eq!(built(vec![pack("p.wasm", module.clone())]), *WHOLE);
    let error = parse(vec![pack("p.wasm", module[..module.len() - 1].to_vec())]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "p.wasm: it is no WebAssembly module with a briefing inside; give one that `briefing build --wasm` wrote"
    );
    let page = PARTS.html(&WHOLE).unwrap();
    for name in ["p.html", "p.txt"] {
        assert_eq!(built(vec![file(name, &page)]), *WHOLE, "{name}");
    }
    let text = page.find(" id=\"briefing-wasm\">").unwrap() + 20;
    for (at, broken) in [(text + 4, "é"), (text + 4, "AAAA"), (text, "<"), (page.len() / 2 + text / 2, "<")]
    {
        let mut page = page.clone();
        page.insert_str(at, broken);
        let error = parse(vec![file("p.html", &page)]).unwrap_err();
        assert!(matches!(error.code(), "bad-file" | "bad-gzip"), "{error}");
    }
}

#[test]
fn a_damaged_pack_is_refused_by_name_and_one_of_an_older_analyser_is_read() {
    let mut older = WHOLE.clone();
    older[10] ^= 0xff;
    assert_eq!(built(vec![pack("p.brief", older)]), *WHOLE);
    let error = parse(vec![pack("in/p.brief", WHOLE[..100].to_vec())]).unwrap_err();
    assert_eq!(error.code(), "pack-cut-short");
    assert!(error.to_string().starts_with("in/p.brief: the pack is cut short: expected "), "{error}");
    let error = parse(vec![file("p.brief", "Rain.")]).unwrap_err();
    assert_eq!(error.code(), "not-a-pack");
}

#[test]
fn a_file_takes_the_place_of_the_article_of_its_name() {
    let mut files = FILES.clone();
    files[0] = file("rain.txt", "Rain fell on the southern towns for the whole of Tuesday.");
    let ingested = parse(vec![pack("p.brief", WHOLE.clone()), files[0].clone()]).unwrap();
    assert_eq!(ingested.notices, ["p.brief: files of the same name take the place of rain"]);
    assert_eq!(crate::build(&ingested.corpus).unwrap(), built(files));
    // Two packs that say the same of an article say it once.
    let twice = parse(vec![pack("p.brief", WHOLE.clone()), pack("q.brief", WHOLE.clone())]).unwrap();
    assert_eq!(twice.corpus, parse(FILES.clone()).unwrap().corpus);
    assert_eq!(twice.notices, [""; 0]);
}

#[test]
fn files_that_are_told_apart_take_the_places_of_the_articles_told_apart_before() {
    let north = file("north/rain.txt", "Rain fell on the northern towns for the whole of Monday.");
    let south = file("south/rain.txt", "Storms closed the harbour in the south on Friday, the agency said.");
    let both = built(vec![north.clone(), south.clone()]);
    let again = parse(vec![pack("p.brief", both.clone()), north.clone(), south.clone()]).unwrap();
    assert_eq!(crate::build(&again.corpus).unwrap(), both);
    // What neither of them is called stays.
    let more =
        parse(vec![pack("p.brief", built(vec![file("rain.txt", "It rained.")])), north, south]).unwrap();
    let ids: Vec<&str> = more.corpus.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids, ["north/rain", "rain", "south/rain"]);
}

#[test]
fn the_title_of_a_pack_is_one_that_was_given() {
    let title = |files: Vec<InputFile>| parse(files).unwrap().corpus.title;
    let mut files = FILES.clone();
    files.push(file("briefing.toml", "title = \"Weather\""));
    assert_eq!(title(vec![pack("p.brief", built(files))]).as_deref(), Some("Weather"));
    assert_eq!(title(vec![pack("p.brief", WHOLE.clone())]), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn any_part_in_packs_gives_the_same_bytes(
        places in prop::collection::vec(0..3usize, FILES.len()),
        order in any::<bool>(),
    ) {
        let of = |place: usize| -> Vec<InputFile> {
            let files = FILES.iter().zip(&places).filter(|(_, at)| **at == place);
            files.map(|(file, _)| file.clone()).collect()
        };
        let mut files = of(0);
        for (place, path) in [(1, "a/p.brief"), (2, "z.brief")] {
            if !of(place).is_empty() {
                files.push(pack(path, built(of(place))));
            }
        }
        if order {
            files.reverse();
        }
        prop_assert!(built(files) == *WHOLE, "{places:?}");
    }

    #[test]
    fn what_is_taken_out_and_put_back_leaves_no_trace(away in prop::collection::btree_set(0..FILES.len(), 1..4)) {
        let whole = parse(FILES.clone()).unwrap();
        let gone: Vec<InputFile> = away.iter().map(|&at| FILES[at].clone()).collect();
        let ids = parse(gone.clone()).unwrap().rows.into_iter().map(|row| row.id);
        let out = Edit { exclude: Some(true), ..Edit::default() };
        let edits = Edits { documents: ids.map(|id| (id, out.clone())).collect(), ..Edits::default() };
        let mut intake = Intake::default();
        intake.add(pack("p.brief", WHOLE.clone()));
        let rest = crate::build(&intake.finish(&edits).unwrap().corpus).unwrap();
        let without: Vec<InputFile> =
            FILES.iter().enumerate().filter(|(at, _)| !away.contains(at)).map(|(_, file)| file.clone()).collect();
        prop_assert!(rest == built(without));
        let mut files = gone;
        files.push(pack("p.brief", rest));
        prop_assert_eq!(parse(files).unwrap().corpus, whole.corpus);
    }
}

/// Whether what was read can be built and asked, or was refused for what is wrong with the pack.
fn stands(read: Result<Ingested, Error>) -> bool {
    match read {
        Ok(ingested) => crate::Briefing::open(crate::build(&ingested.corpus).unwrap()).is_ok(),
        Err(error) => {
            matches!(error, Error::BadPack { .. } | Error::NoArticles { .. } | Error::DuplicateId { .. })
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    /// Remains with checksums made to fit, as an attacker would.
    #[test]
    fn hostile_remains_are_refused_or_harmless(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in prop::option::of(any::<prop::sample::Index>()),
        packed in any::<bool>(),
    ) {
        let mut parts = sections(&WHOLE);
        assert!(parts[REMAINS].0 == Section::Documents && parts[REMAINS - 1].0 == Section::Documents);
        let mut bytes = std::mem::take(&mut parts[REMAINS].1);
        if packed {
            bytes = inflated(&bytes);
        }
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        parts[REMAINS].1 = if packed { deflated(&bytes) } else { bytes };
        prop_assert!(stands(parse(vec![pack("p.brief", frame(&parts).unwrap())])));
    }

    /// Records with checksums made to fit.
    #[test]
    fn hostile_records_are_refused_or_harmless(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut parts = sections(&WHOLE);
        for (at, value) in changes {
            let at = at.index(parts[REMAINS - 1].1.len());
            parts[REMAINS - 1].1[at] = value;
        }
        prop_assert!(stands(parse(vec![pack("p.brief", frame(&parts).unwrap())])));
    }
}

#[test]
fn remains_that_unpack_to_too_much_are_refused() {
    let mut parts = sections(&WHOLE);
    parts[REMAINS].1 = deflated(&vec![0; 1 << 26]);
    let error = parse(vec![pack("p.brief", frame(&parts).unwrap())]).unwrap_err();
    assert_eq!(error.code(), "pack-damaged");
}

fn inflated(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::DeflateDecoder::new(bytes), &mut out).unwrap();
    out
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
