//! A briefing of somebody's own articles on the development server: `briefing build --watch` writes it as a site, and open pages
//! load anew when it has changed. Server and pages speak by server-sent events; nothing of it is in any page that is shipped.

use std::io::Write;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};

use crate::files::{command, work_folder};

/// Where a page listens.
pub const EVENTS: &str = "/events";

/// How often the site is looked at.
const PAUSE: Duration = Duration::from_millis(300);

/// What a page that is served has behind its end.
pub const SCRIPT: &str = "<script>new EventSource('/events').onmessage = () => location.reload();</script>";

/// Builds a site of these articles, and goes on as they change. Gives the site when it is there, and the command that goes on.
pub fn start(paths: &[String]) -> Result<(PathBuf, Child)> {
    let folder = work_folder()?.join("live");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    std::fs::create_dir_all(&folder)?;
    let site = folder.join("site");
    let mut build = Command::new(command());
    build
        .arg("build")
        .args(paths)
        .arg("-o")
        .arg(folder.join("live.brief"))
        .arg("--site")
        .arg(&site)
        .arg("--watch");
    let mut child = build.spawn().context("cannot start the command briefing")?;
    while stamp(&site).is_none() {
        if let Some(status) = child.try_wait()? {
            bail!("briefing build ended: {status}");
        }
        std::thread::sleep(PAUSE);
    }
    Ok((site, child))
}

/// Tells a page whenever the site changes, until the page is gone.
pub fn tell(mut stream: TcpStream, site: &Path) -> Result<()> {
    write!(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\n\r\n")?;
    let mut last = stamp(site);
    loop {
        std::thread::sleep(PAUSE);
        let now = stamp(site);
        // A comment finds out whether the page is still there.
        let told: &[u8] = if now == last { b":\n\n" } else { b"data: changed\n\n" };
        stream.write_all(told)?;
        stream.flush()?;
        last = now;
    }
}

/// When the page was written, behind the engine with the pack.
fn stamp(site: &Path) -> Option<SystemTime> {
    site.join("index.html").metadata().ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn a_page_is_told_when_the_site_changes() {
        let site = std::env::temp_dir().join(format!("briefing-live-{}", std::process::id()));
        std::fs::create_dir_all(&site).unwrap();
        std::fs::write(site.join("index.html"), "1").unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let server = listener.accept().unwrap().0;
        let watched = site.clone();
        std::thread::spawn(move || tell(server, &watched));
        let mut lines = BufReader::new(client).lines().map(Result::unwrap);
        assert!(lines.any(|line| line == ":"), "nothing has changed");
        std::fs::write(site.join("index.html"), "2").unwrap();
        assert!(lines.any(|line| line == "data: changed"));
        std::fs::remove_dir_all(site).unwrap();
    }
}
