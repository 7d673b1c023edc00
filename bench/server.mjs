/** A static server that answers as a good host does, brotli 11 where it helps, and counts what it sends. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

/** What pages need to measure their memory and to have a fine clock; see "cross-origin isolation". */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

const compress = promisify(brotliCompress);

/** Compresses a file; what has been compressed once lies in the folder `kept`, under the digest of its content. */
async function packed(body, kept) {
  const file = join(kept, createHash('sha256').update(body).digest('hex'));
  if (existsSync(file)) return readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const small = await compress(body, { params });
  await mkdir(kept, { recursive: true });
  await writeFile(file, small);
  return small;
}

/** Serves a folder; `sent` lists every answer since it was last emptied. */
export async function serve(folder, kept) {
  const sent = [];
  const answers = new Map();
  const answer = async (path) => {
    const raw = await readFile(join(folder, normalize(path)));
    const type = TYPES[extname(path)];
    // Other files are Pagefind's, compressed by their maker.
    if (!type) return { body: raw, headers: { 'content-type': 'application/octet-stream' } };
    const body = await packed(raw, kept);
    return { body, headers: { 'content-type': type, 'content-encoding': 'br' } };
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    try {
      if (!answers.has(pathname)) answers.set(pathname, answer(pathname));
      const { body, headers } = await answers.get(pathname);
      sent.push({ path: pathname, bytes: body.length });
      response.writeHead(200, { ...headers, ...ISOLATED, 'content-length': body.length });
      response.end(body);
    } catch {
      response.writeHead(404, ISOLATED);
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    sent,
    /** Compresses a file before anybody asks for it. */
    prepare: (path) => answers.set(path, answer(path)).get(path),
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(done);
    }),
  };
}
