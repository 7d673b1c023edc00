#!/usr/bin/env node
/**
 * The command `briefing`, where there is no Rust: the same program as WebAssembly, with this machine's files before it
 * (WASI preview 1). Its arguments, messages, outputs and exit codes are its own.
 */
import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { mapped } from './paths.js';

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

const wasi = await quietly(async () => {
  const { WASI } = await import('node:wasi');
  const { args, env, preopens } = mapped(process.argv.slice(2), process.cwd());
  return new WASI({ version: 'preview1', args: ['briefing', ...args], env, preopens });
});
// With these, Node 20 and 22 end in a fatal error once a large file was read. The flag holds for what is compiled after it.
setFlagsFromString('--no-turbo-fast-api-calls');
const module = await WebAssembly.compile(await readFile(new URL('../dist/command.wasm', import.meta.url)));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
