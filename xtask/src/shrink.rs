//! What wasm-opt cannot know to be dead, and names that nobody reads: taken out between wasm-bindgen and wasm-opt.
//!
//! - A panic ends in a trap, and its message goes nowhere: no hook prints it. So whatever makes the message is never missed.
//!   The engine's own messages do without the machinery of `write!` (`src/error.rs`); a test asks for each of them.
//! - js-sys comes with closures that JavaScript may call, and with an executor of futures. Neither is used, but the table of
//!   functions holds them.
//! - Imports and exports are called by wasm-bindgen's glue alone; one or two letters do.
//! - Functions that stand beside their like compress better.

use anyhow::{Context, Result, ensure};
use walrus::{FunctionKind, Module, ModuleConfig, ir};

/// Parts of the names of functions that are never called, or only on the way to a trap.
const DEAD: [&str; 12] = [
    "core::panicking::",
    "std::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "alloc::raw_vec::handle_error",
    "alloc::alloc::handle_alloc_error",
    "std::alloc::rust_oom",
    "wasm_bindgen::convert::closures::",
    "js_sys::futures::",
];

/// The same where no message is made by `write!`.
const DEAD_WITHOUT_WRITE: [&str; 2] = ["core::fmt::", "alloc::fmt::"];

/// Under which name the glue imports its functions.
const MODULE: &str = "./engine_bg.js";

/// Shrinks the engine, and renames in its glue what it renames in the module.
pub fn engine(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut module = without(&[&DEAD[..], &DEAD_WITHOUT_WRITE].concat(), wasm)?;
    let glue = shorten_names(&mut module, glue)?;
    walrus::passes::gc::run(&mut module);
    Ok((module.emit_wasm(), glue))
}

/// Shrinks a studio, for a `wasm-opt --reorder-functions-by-name`.
pub fn studio(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = without(&DEAD, wasm)?;
    name_by_likeness(&mut module);
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// A module that has traps for its dead functions.
fn without(dead: &[&str], wasm: &[u8]) -> Result<Module> {
    let config = {
        let mut config = ModuleConfig::new();
        config.generate_producers_section(false);
        config
    };
    let mut module = config.parse(wasm).context("walrus cannot read what wasm-bindgen wrote")?;
    ensure!(empty(&mut module, dead) > 0, "no function has a name that is known to be dead");
    Ok(module)
}

/// Leaves of every dead function a trap; how many there were.
fn empty(module: &mut Module, dead: &[&str]) -> usize {
    let mut emptied = 0;
    for function in module.funcs.iter_mut() {
        let name = function.name.as_deref().map(without_hashes).unwrap_or_default();
        if let FunctionKind::Local(local) = &mut function.kind
            && dead.iter().any(|dead| name.contains(dead))
        {
            let entry = local.entry_block();
            let body = local.block_mut(entry);
            body.instrs.clear();
            body.instrs.push((ir::Instr::Unreachable(ir::Unreachable {}), ir::InstrLocId::default()));
            emptied += 1;
        }
    }
    emptied
}

/// Names functions after their names without hashes, which those of one source share, and their lengths.
fn name_by_likeness(module: &mut Module) {
    for function in module.funcs.iter_mut() {
        if let (FunctionKind::Local(local), Some(name)) = (&function.kind, &function.name) {
            let name = without_hashes(name);
            function.name = Some(format!("{name} {:06}", local.size()));
        }
    }
}

/// The name of a function without the hashes of its crates and its own: `core[1f2e]::fmt::write` as `core::fmt::write`.
fn without_hashes(name: &str) -> String {
    let (path, own) = name.rsplit_once("::h").unwrap_or((name, ""));
    let is_hash = own.len() == 16 && own.bytes().all(|byte| byte.is_ascii_hexdigit());
    let name = if is_hash { path } else { name };
    let mut plain = String::new();
    for (at, part) in name.split('[').enumerate() {
        let rest = part.split_once(']').filter(|(hash, _)| hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match rest {
            Some((_, rest)) if at > 0 => plain.push_str(rest),
            _ if at > 0 => plain.extend(["[", part]),
            _ => plain.push_str(part),
        }
    }
    plain
}

/// Gives imports and exports names of one or two letters, in the module and in its glue.
fn shorten_names(module: &mut Module, glue: &str) -> Result<String> {
    let mut names = (0..).map(short_name);
    let mut renamed = vec![(format!("\"{MODULE}\":"), "\"g\":".to_owned())];
    for import in module.imports.iter_mut() {
        ensure!(import.module == MODULE, "an import of {}, which the glue does not give", import.module);
        import.module = "g".to_owned();
        let short = names.next().context("too many imports")?;
        renamed.push((format!("{}:", import.name), format!("{short}:")));
        import.name = short;
    }
    for export in module.exports.iter_mut() {
        let short = names.next().context("too many exports")?;
        renamed.push((format!("wasm.{}", export.name), format!("wasm.{short}")));
        export.name = short;
    }
    // The longest first: a name may begin with another.
    renamed.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    Ok(renamed.iter().fold(glue.to_owned(), |glue, (name, short)| glue.replace(name, short)))
}

/// `a`, `b` … `Z`, `aa`, `ab` …
fn short_name(number: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(LETTERS[number % LETTERS.len()]).to_string();
    match number / LETTERS.len() {
        0 => last,
        before => short_name(before - 1) + &last,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_of_crates_are_left_out_of_names_and_types_are_not() {
        assert_eq!(without_hashes("core[1f2e]::fmt::write"), "core::fmt::write");
        assert_eq!(without_hashes("<[T] as x[0a]::Y>::z"), "<[T] as x::Y>::z");
        assert_eq!(without_hashes("x::y::h0123456789abcdef"), "x::y");
        assert_eq!(without_hashes("x::hash"), "x::hash");
    }

    #[test]
    fn short_names_differ() {
        let mut names: Vec<String> = (0..3000).map(short_name).collect();
        names.sort();
        names.dedup();
        assert_eq!((names.len(), short_name(0), short_name(52)), (3000, "a".to_owned(), "aa".to_owned()));
    }
}
