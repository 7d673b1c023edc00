//! A web site as input: what `briefing build --site` wrote, in a folder or an archive of its own, is the briefing in it.

use super::file;

/// Its page, and beside it the engine with the pack inside, see `src/bundle`.
const PAGE: &str = "index.html";
pub(super) const MODULE: &str = "briefing.wasm";

/// The module of the site that these files are: one page, one module beside it, and otherwise scripts. `None`: they are
/// something else, or more than that.
pub(super) fn module<'p>(paths: impl IntoIterator<Item = &'p str>) -> Option<&'p str> {
    let (mut page, mut module) = (None, None);
    for path in paths {
        let place = match file::base_name(path) {
            PAGE => &mut page,
            MODULE => &mut module,
            name if name.ends_with(".js") => continue,
            _ => return None,
        };
        if place.replace(path).is_some() {
            return None;
        }
    }
    module.filter(|module| page.map(file::folder) == Some(file::folder(module)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_its_page_its_module_and_scripts() {
        let site = ["s/briefing.wasm", "s/define.js", "s/index.html", "s/views/reader.js"];
        assert_eq!(module(site), Some("s/briefing.wasm"));
        for more in ["s/report.txt", "t/briefing.wasm", "s/views/index.html"] {
            assert_eq!(module(site.into_iter().chain([more])), None, "{more}");
        }
        for others in [&["s/index.html", "briefing.wasm"][..], &["s/briefing.wasm"], &["index.html"], &[]] {
            assert_eq!(module(others.iter().copied()), None, "{others:?}");
        }
    }
}
