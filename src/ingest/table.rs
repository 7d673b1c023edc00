//! CSV and TSV: one article a row, its columns named in the first: `text`, and `id`, `title` and the other keys.
//!
//! Columns stand in any order and case; others are passed over. In `.csv` the cells are parted by whichever of comma,
//! semicolon and tab the first line has most of, or by what a line "sep=;" before it says, as spreadsheets write it.

use csv::{ReaderBuilder, StringRecord};

use super::jsonl::Entry;
use super::metadata::{Flaw, KEYS, Metadata, Value};
use crate::Error;

/// Reads the articles of a table. A row that is none gives [`Error::BadFile`] or [`Error::BadDate`].
///
/// # Errors
/// [`Error::BadFile`], with the line: its columns are not named, or it is cut short.
pub(super) fn read(path: &str, text: &str, tabs: bool) -> Result<Vec<Result<Entry, Error>>, Error> {
    let told = separator(text);
    let (delimiter, text) = told.unwrap_or_else(|| (if tabs { b'\t' } else { delimiter(text) }, text));
    let line_of =
        |line: u64| usize::try_from(line).unwrap_or_default().saturating_add(usize::from(told.is_some()));
    let flawed = |line: u64, reason: String| Error::BadFile {
        path: path.to_owned(),
        line: Some(line_of(line)),
        reason,
    };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let broken =
        |error: csv::Error| flawed(error.position().map_or(1, csv::Position::line), error.to_string());
    let names: Vec<String> =
        reader.headers().map_err(broken)?.iter().map(|name| name.trim().to_lowercase()).collect();
    let Some(text_column) = names.iter().position(|name| name == "text") else {
        return Err(flawed(
            1,
            format!(
                "there is no column \"text\" (there are: {}); name the columns in the first line, like \"title,date,text\"",
                shown(&names)
            ),
        ));
    };
    if let Some(twice) = names.iter().enumerate().find(|(i, name)| {
        (KEYS.contains(&name.as_str()) || matches!(name.as_str(), "id" | "text"))
            && names.iter().take(*i).any(|other| other == *name)
    }) {
        return Err(flawed(1, format!("there are two columns {:?}; leave one out", twice.1)));
    }
    let mut entries = Vec::new();
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(broken)? {
        let line = record.position().map_or(1, csv::Position::line);
        // A quote that is never closed makes all that follows one row.
        let is_last = reader.position().byte() >= text.len() as u64;
        if is_last && record.iter().any(|cell| cell.contains('\n')) && is_open(text, &record) {
            let reason = "a quote is opened in this row and never closed; close it, or write it twice";
            return Err(flawed(line, reason.to_owned()));
        }
        if record.len() == names.len() {
            entries.extend(entry(path, &names, text_column, &record, line_of(line)).transpose());
        } else {
            let reason = format!(
                "the row has {} cells, and the first has {}; put cells that hold a separator between quotes",
                record.len(),
                names.len()
            );
            entries.push(Err(flawed(line, reason)));
        }
    }
    Ok(entries)
}

/// Whether a quote in the last row stays open.
fn is_open(text: &str, last: &StringRecord) -> bool {
    let start = last.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or_default();
    text.get(start..).unwrap_or_default().matches('"').count() % 2 == 1
}

fn entry(
    path: &str,
    names: &[String],
    text: usize,
    row: &StringRecord,
    line: usize,
) -> Result<Option<Entry>, Error> {
    if row.iter().all(|cell| cell.trim().is_empty()) {
        return Ok(None);
    }
    let mut entry = Entry {
        line,
        id: None,
        metadata: Metadata::default(),
        text: row.get(text).unwrap_or_default().to_owned(),
    };
    for (name, cell) in names.iter().zip(row) {
        let cell = cell.trim();
        match name.as_str() {
            "text" => {}
            "id" => entry.id = Some(cell.to_owned()).filter(|id| !id.is_empty()),
            "tags" if cell.is_empty() => {}
            "tags" => {
                let tags = cell.split([',', ';', '|']).map(str::to_owned).collect();
                let _ = entry.metadata.set(name, Value::List(tags));
            }
            name => {
                let set = entry.metadata.set(name, Value::Text(cell.to_owned()));
                set.map_err(|flaw| match flaw {
                    Flaw::Date(found) => Error::BadDate { path: path.to_owned(), line, found },
                    Flaw::Kind { key, expected } => Error::BadFile {
                        path: path.to_owned(),
                        line: Some(line),
                        reason: format!("{key} should be {expected}, not {cell:?}"),
                    },
                })?;
            }
        }
    }
    Ok(Some(entry))
}

/// The separator that a line "sep=;" at the head tells, and the table behind it.
fn separator(text: &str) -> Option<(u8, &str)> {
    let (line, table) = text.split_once('\n')?;
    let line = line.trim_end_matches('\r').trim_matches('"');
    match line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?.as_bytes() {
        &[separator] => Some((separator, table)),
        _ => None,
    }
}

/// The separator that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |c: u8| first.bytes().filter(|&b| b == c).count();
    // Of equals, the last.
    [b'\t', b';', b','].into_iter().max_by_key(|&c| count(c)).unwrap_or(b',')
}

fn shown(names: &[String]) -> String {
    let names: Vec<String> = names.iter().take(12).map(|name| format!("{name:?}")).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows, or what is wrong with the first that is none.
    fn rows(path: &str, text: &str, tabs: bool) -> Result<Vec<Entry>, Error> {
        read(path, text, tabs)?.into_iter().collect()
    }

    #[test]
    fn columns_stand_in_any_order_and_case() {
        let csv = "Score,TEXT, Title,Date,tags,ID\n\
                   1,\"Rain fell, and \"\"hail\"\".\nThen snow.\",Rain,2031-01-26,\"rain; Hail;rain\",r1\n\
                   ,,,,,\n2,Wind.,,,,\n";
        let entries = rows("a.csv", csv, false).unwrap();
        assert_eq!(entries.len(), 2);
        assert_eq!((entries[0].id.as_deref(), entries[0].line), (Some("r1"), 2));
        assert_eq!(entries[0].text, "Rain fell, and \"hail\".\nThen snow.");
        assert_eq!(entries[0].metadata.title.as_deref(), Some("Rain"));
        assert_eq!(entries[0].metadata.tags, Some(vec!["rain".to_owned(), "Hail".to_owned()]));
        assert_eq!(
            (entries[1].text.as_str(), entries[1].line, &entries[1].metadata.tags),
            ("Wind.", 5, &None)
        );
    }

    #[test]
    fn semicolons_and_tabs_part_cells_too() {
        for (csv, tabs) in [
            ("title;text\nRain;Rain, then wind.\n", false),
            ("title\ttext\nRain\tRain, then wind.\n", true),
            ("title\ttext\nRain\tRain, then wind.\n", false),
        ] {
            assert_eq!(rows("a", csv, tabs).unwrap()[0].text, "Rain, then wind.", "{csv}");
        }
    }

    #[test]
    fn only_the_last_row_is_searched_for_a_quote_that_stays_open() {
        let row = "\"Rain fell, and \"\"hail\"\".\nThen snow.\"\n";
        let started = std::time::Instant::now();
        let csv = format!("text\n{}", row.repeat(20_000));
        assert_eq!(rows("a.csv", &csv, false).unwrap().len(), 20_000);
        assert!(started.elapsed() < std::time::Duration::from_secs(20), "{:?}", started.elapsed());
        let open = csv.trim_end().strip_suffix('"').unwrap();
        assert_eq!(rows("a.csv", csv.trim_end(), false).unwrap().len(), 20_000);
        for open in [open.to_owned(), format!("{open}\n\n")] {
            let error = rows("a.csv", &open, false).unwrap_err().to_string();
            assert!(error.starts_with("a.csv:40000: a quote is opened in this row"), "{error}");
        }
    }

    #[test]
    fn what_is_missing_is_told_with_its_line() {
        for (csv, message) in [
            (
                "title,body\nRain,Rain fell.\n",
                "a.csv:1: there is no column \"text\" (there are: \"title\", \"body\"); name the columns",
            ),
            ("text,Text\na,b\n", "a.csv:1: there are two columns \"text\"; leave one out"),
            (
                "title,text\nRain,Rain fell.\nWind,Wind, then rain.\n",
                "a.csv:3: the row has 3 cells, and the first has 2; put cells",
            ),
            ("text,date\nRain fell.,2031-02-30\n", "a.csv:2: \"2031-02-30\" is no date"),
        ] {
            let error = rows("a.csv", csv, false).unwrap_err().to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
