#!/usr/bin/env node
/**
 * The command `briefing`, where there is no Rust: the same program as WebAssembly, with this machine's files before it
 * (WASI preview 1). Its arguments, messages, outputs and exit codes are its own.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Node tells at every start that WASI is experimental, which tells a user nothing. */
async function quietly(load) {
  const { emitWarning } = process;
  process.emitWarning = (warning, ...rest) => {
    if (!/\bWASI\b/.test(String(warning))) emitWarning.call(process, warning, ...rest);
  };
  try {
    return await load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

const folder = process.cwd();
const { root } = path.parse(folder);

const wasi = await quietly(async () => {
  const { WASI } = await import('node:wasi');
  return new WASI({
    version: 'preview1',
    args: ['briefing', ...process.argv.slice(2)],
    // The program sees one tree of files, and goes to this folder in it.
    env: { PWD: `/${path.relative(root, folder).replaceAll('\\', '/')}` },
    preopens: { '/': root },
  });
});
const module = await WebAssembly.compile(await readFile(new URL('../dist/command.wasm', import.meta.url)));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
