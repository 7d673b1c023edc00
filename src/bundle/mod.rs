//! What a finished briefing is handed out as, beside the bare pack: the engine with the pack inside, one HTML page that
//! holds everything, a folder for a web site.
//!
//! No compiler is needed for any of them. All [`Parts`] are built beforehand, and a pack becomes a section of the engine.

mod brief;
mod page;
mod section;

use crate::pack::Pack;
use crate::{Briefing, Error};

/// What readers download beside the pack, built beforehand by `cargo xtask dist`.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'p> {
    /// The engine, a WebAssembly module.
    pub engine: &'p [u8],
    /// The script of a page that holds everything.
    pub script: &'p str,
    /// The module that registers the element, for a site.
    pub module: &'p str,
    /// The modules that it loads when it needs them, by their paths beside it.
    pub views: &'p [(&'p str, &'p str)],
    /// The page, with places for title, brief and scripts.
    pub shell: &'p str,
}

impl<'p> Parts<'p> {
    /// The engine with a pack inside, as `briefing build --wasm` writes it.
    ///
    /// # Errors
    /// What is wrong with the pack; the engine is none; module and pack would reach 4 GiB.
    pub fn wasm(&self, pack: &[u8]) -> Result<Vec<u8>, Error> {
        Pack::open(pack)?;
        section::append_section(self.engine, pack)
    }

    /// One page with widget, engine and pack, as `briefing build --html` writes it.
    ///
    /// # Errors
    /// What is wrong with the pack or a part.
    pub fn html(&self, pack: &[u8]) -> Result<String, Error> {
        self.page(pack, &page::scripts(&self.wasm(pack)?, self.script)?)
    }

    /// The paths of the files of [`Parts::site`].
    pub fn site_paths(&self) -> impl Iterator<Item = &'p str> {
        ["briefing.wasm", "define.js", "index.html"]
            .into_iter()
            .chain(self.views.iter().map(|(path, _)| *path))
    }

    /// The files of a web site in the order of [`Parts::site_paths`], as `briefing build --site` writes them.
    ///
    /// # Errors
    /// What is wrong with the pack or a part.
    pub fn site(&self, pack: &[u8]) -> Result<Vec<Vec<u8>>, Error> {
        let mut files = vec![self.wasm(pack)?, self.module.into(), self.site_page(pack)?.into_bytes()];
        files.extend(self.views.iter().map(|(_, text)| text.as_bytes().to_vec()));
        Ok(files)
    }

    /// The page among these files, for which the shell is all it takes.
    ///
    /// # Errors
    /// What is wrong with the pack or the shell.
    pub fn site_page(&self, pack: &[u8]) -> Result<String, Error> {
        self.page(pack, "<script type=\"module\" src=\"define.js\"></script>")
    }

    fn page(&self, pack: &[u8], scripts: &str) -> Result<String, Error> {
        let briefing = Briefing::open(pack)?;
        page::fill(self.shell, briefing.pack().title(), &brief::brief(&briefing)?, scripts)
    }
}

/// A part that is not what it should be.
fn broken(reason: &str) -> Error {
    Error::BadPart { reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pack_goes_into_no_module() {
        let parts = Parts { engine: b"\0asm\x01\0\0\0", script: "", module: "", views: &[], shell: "" };
        assert_eq!(parts.wasm(&[0; 10]).unwrap_err().code(), "not-a-pack");
    }
}
