//! A static server for the demo site, or for a briefing of one's own articles: GET and HEAD, files only, this machine only.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{dist, files, live};

/// Where the server listens unless told.
pub const DEFAULT_PORT: u16 = 8080;

/// How many ports are tried, from the one asked for.
const TRIES: u16 = 20;

/// Longest request line and header that is read, as in common servers.
const LONGEST_LINE: u64 = 8 * 1024;

/// What is served.
#[derive(Clone)]
struct Site {
    root: PathBuf,
    /// Whether its pages load anew when it changes.
    live: bool,
}

/// Builds everything and serves the demo site, or a briefing of the articles at `paths`, until it is stopped.
pub fn run(port: u16, paths: &[String]) -> Result<()> {
    dist::run()?;
    let mut site = Site { root: files::site(), live: false };
    let mut builder = None;
    if !paths.is_empty() {
        let (root, child) = live::start(paths)?;
        site = Site { root, live: true };
        builder = Some(child);
    }
    let served = serve(port, &site);
    if let Some(mut builder) = builder {
        builder.kill()?;
    }
    served
}

fn serve(port: u16, site: &Site) -> Result<()> {
    let listener = listen(port)?;
    println!("serving http://{}/ — Ctrl+C stops", listener.local_addr()?);
    for stream in listener.incoming() {
        let Ok(stream) = stream else { continue };
        let site = site.clone();
        std::thread::spawn(move || {
            // The browser has gone away: nobody is left to tell.
            let _ = answer(stream, &site);
        });
    }
    Ok(())
}

/// Listens on the port, or the next one that is free.
fn listen(port: u16) -> Result<TcpListener> {
    for port in port..=port.saturating_add(TRIES) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => println!("port {port} is taken"),
            Err(error) => return Err(error).with_context(|| format!("cannot listen on port {port}")),
        }
    }
    bail!("no port from {port} to {} is free", port.saturating_add(TRIES))
}

fn answer(mut stream: TcpStream, site: &Site) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = std::io::Read::take(BufReader::new(stream.try_clone()?), LONGEST_LINE);
    let mut request = String::new();
    lines.read_line(&mut request)?;
    let mut header = String::new();
    while lines.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if site.live && (method, target) == ("GET", live::EVENTS) {
        return live::tell(stream, &site.root);
    }
    let (status, kind, mut body) = match (method, file(&site.root, target)) {
        ("GET" | "HEAD", Some(path)) => match std::fs::read(&path) {
            Ok(body) => ("200 OK", media_type(&path), body),
            Err(_) => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        },
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain", b"only GET and HEAD\n".to_vec()),
    };
    if site.live && kind.starts_with("text/html") {
        body.extend_from_slice(live::SCRIPT.as_bytes());
    }
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// The file that a request target means, below the root and nowhere else.
fn file(root: &Path, target: &str) -> Option<PathBuf> {
    let path = decode(target.split(['?', '#']).next()?)?;
    let relative = Path::new(path.strip_prefix('/')?);
    if !relative.components().all(|component| matches!(component, Component::Normal(_))) {
        return None;
    }
    let path = root.join(relative);
    Some(if path.is_dir() { path.join("index.html") } else { path })
}

/// Percent-decodes a path.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_files_below_the_root() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(file(root, "/Cargo.toml?x=1"), Some(root.join("Cargo.toml")));
        assert_eq!(file(root, "/src"), Some(root.join("src/index.html")));
        assert_eq!(file(root, "/"), Some(root.join("index.html")));
        assert_eq!(file(root, "/a%20b.txt"), Some(root.join("a b.txt")));
    }

    #[test]
    fn targets_outside_the_root_are_nothing() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for target in ["/../Cargo.toml", "/src/../../x", "/%2e%2e/x", "//etc/passwd", "x", "", "/%zz", "/%f"]
        {
            assert_eq!(file(root, target), None, "{target}");
        }
    }

    #[test]
    fn a_taken_port_gives_the_next_one() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let next = listen(port).unwrap().local_addr().unwrap();
        assert!(next.port() > port && next.ip().is_loopback());
    }

    #[test]
    fn modules_are_sent_as_what_browsers_ask_for() {
        let root = std::env::temp_dir().join(format!("briefing-serve-{}", std::process::id()));
        std::fs::create_dir_all(&root).unwrap();
        std::fs::write(root.join("x.wasm"), b"\0asm").unwrap();
        std::fs::write(root.join("index.html"), b"<p>Rain").unwrap();
        let listener = listen(DEFAULT_PORT).unwrap();
        let ask = |target: &str, live: bool| {
            let mut client = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
            write!(client, "GET {target} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
            answer(listener.accept().unwrap().0, &Site { root: root.clone(), live }).unwrap();
            let mut text = String::new();
            std::io::Read::read_to_string(&mut client, &mut text).unwrap();
            text
        };
        let text = ask("/x.wasm", true);
        assert!(
            text.starts_with("HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\nContent-Length: 4\r\n"),
            "{text}"
        );
        assert!(ask("/", false).ends_with("<p>Rain") && ask("/", true).ends_with(live::SCRIPT));
        assert!(ask(live::EVENTS, false).starts_with("HTTP/1.1 404 "));
        std::fs::remove_dir_all(root).unwrap();
    }
}
