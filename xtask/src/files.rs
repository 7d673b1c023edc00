//! Where things are, and digests of what is in them.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Root of the repository.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Where the steps keep their stamps and intermediate files.
pub fn work_folder() -> Result<PathBuf> {
    let folder = root().join("target").join("xtask");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// Everything built for the npm package.
pub fn pkg_dist() -> PathBuf {
    root().join("pkg").join("dist")
}

/// The assembled demo site.
pub fn site() -> PathBuf {
    root().join("target").join("site")
}

/// The command `briefing` for tests and the demo, which are soon done with it: made in a fraction of the time.
pub fn command() -> PathBuf {
    target().join("debug").join(format!("briefing{}", std::env::consts::EXE_SUFFIX))
}

/// The command `briefing` for people.
pub fn released_command() -> PathBuf {
    target().join("release").join(format!("briefing{}", std::env::consts::EXE_SUFFIX))
}

/// All files under the given files and folders, sorted; what does not exist is no file.
pub fn walk(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = paths.to_vec();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path).with_context(|| format!("cannot list {}", path.display()))? {
                open.push(entry?.path());
            }
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Digest of the names and the content of files and folders, and of settings.
pub fn digest(paths: &[PathBuf], settings: &str) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    settings.hash(&mut hasher);
    for file in walk(paths)? {
        file.hash(&mut hasher);
        fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Copies a file, making the folders on the way.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
