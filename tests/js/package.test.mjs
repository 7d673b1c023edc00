/**
 * The package as users get it: packed, installed into an empty project outside this repository, and used from there,
 * in Node, by TypeScript, by Vite (its server and its build) and by plain pages.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as vite from 'vite';
import { scenario, serve } from '../browser/harness.mjs';
import { newFolder, root } from './command.mjs';

const project = newFolder('project');
const npm = (...words) => execFileSync('npm', words, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const [{ filename, files }] = JSON.parse(npm('pack', join(root, 'pkg'), '--json', '--silent'));
writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }));
npm('install', `./${filename}`, '--silent', '--offline', '--no-audit', '--no-fund');
const installed = join(project, 'node_modules', 'briefing-widget');

/** What every page shows once the engine has answered. */
const ANSWER = '5 documents, 1 and more found';

const MAIN = `
  import { Briefing } from 'briefing-widget';
  const briefing = await Briefing.load();
  const { documents } = await briefing.info();
  const { total } = await briefing.search(documents[0].title);
  document.body.dataset.answer = documents.length + ' documents, ' + (total > 0 ? '1 and more found' : 'none found');`;

test('the tarball holds what the package needs and nothing else', () => {
  const paths = files.map(({ path }) => path).filter((path) => !path.startsWith('dist/views/')).sort();
  assert.deepEqual(paths, [
    'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'assets.js', 'bin/briefing-widget.js', 'bin/paths.js', 'briefing-error.js', 'build.d.ts', 'build.js', 'define.d.ts',
    'dist/briefing.wasm', 'dist/command.wasm', 'dist/custom-elements.json', 'dist/define.js', 'dist/engine.js', 'dist/engine.wasm', 'dist/shell.html', 'dist/single.js',
    'dist/standalone.js', 'dist/studio-whole.js', 'dist/studio-whole.wasm', 'dist/studio.d.ts', 'dist/studio.js', 'dist/studio.wasm', 'dist/types.d.ts', 'dist/views.json',
    'folder.d.ts', 'folder.js', 'index.d.ts', 'index.js', 'node.js', 'options.js', 'package.json', 'parts.js',
    'types/element.d.ts', 'types/react.d.ts', 'types/svelte.d.ts', 'types/virtual.d.ts', 'types/vue.d.ts', 'vite.d.ts', 'vite.js',
  ]);
});

test('Node runs it', () => {
  const script = `
    import { Briefing } from 'briefing-widget';
    const { documents } = await (await Briefing.load()).info();
    process.stdout.write(documents.length + ' documents');`;
  assert.equal(execFileSync('node', ['--input-type=module', '--eval', script], { cwd: project, encoding: 'utf8' }), '5 documents');
});

test('its command and its functions make briefings of a folder', () => {
  cpSync(join(root, 'corpus'), join(project, 'news'), { recursive: true });
  const printed = execFileSync('npx', ['--offline', 'briefing-widget', 'build', 'news', '-o', 'news.brief'], { cwd: project, encoding: 'utf8' });
  assert.match(printed, /^news\.brief: 5 documents, /);
  const script = `
    import { readFileSync } from 'node:fs';
    import { build } from 'briefing-widget/build';
    import { folderFiles } from 'briefing-widget/folder';
    const { pack } = await build(await folderFiles('news'));
    process.stdout.write(String(readFileSync('news.brief').equals(pack)));`;
  assert.equal(execFileSync('node', ['--input-type=module', '--eval', script], { cwd: project, encoding: 'utf8' }), 'true');
});

test('its command reads a file of a hundred megabytes', () => {
  const words = 'The night ferry to Halvik sails again from 2 May 2031, minister Ada Lindqvist said on Tuesday.';
  writeFileSync(join(project, 'large.jsonl'), JSON.stringify({ title: 'Night ferry to Halvik', text: words, unread: 'x'.repeat(100 * 2 ** 20) }));
  const printed = execFileSync('npx', ['--offline', 'briefing-widget', 'build', 'large.jsonl', '-o', 'large.brief'], { cwd: project, encoding: 'utf8' });
  assert.match(printed, /^large\.brief: 1 documents, /);
});

test('Node finds the WebAssembly files and package.json by their names', () => {
  const script = `
    import { readFileSync } from 'node:fs';
    for (const name of ['briefing.wasm', 'engine.wasm']) {
      await WebAssembly.compile(readFileSync(new URL(import.meta.resolve('briefing-widget/' + name))));
    }
    const { default: about } = await import('briefing-widget/package.json', { with: { type: 'json' } });
    process.stdout.write(about.name);`;
  const printed = execFileSync('node', ['--no-warnings', '--input-type=module', '--eval', script], { cwd: project, encoding: 'utf8' });
  assert.equal(printed, 'briefing-widget');
});

for (const resolution of ['nodenext', 'bundler']) {
  test(`TypeScript compiles a strict sample against it, resolving as ${resolution}`, () => {
    const folder = join(project, `types-${resolution}`);
    cpSync(join(root, 'tests/js/types'), folder, { recursive: true });
    const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
    const words = ['--project', folder, '--moduleResolution', resolution, '--module', module];
    execFileSync('node', [join(root, 'node_modules/typescript/bin/tsc'), ...words], { cwd: project, encoding: 'utf8' });
  });
}

// ------------------------------------------------------------------------------------------------ Vite

const app = join(project, 'app');
mkdirSync(app);
writeFileSync(join(app, 'index.html'), `<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,">
<body><briefing-widget></briefing-widget><script type="module" src="/main.js"></script></body></html>`);
writeFileSync(join(app, 'main.js'), `import 'briefing-widget/define';${MAIN}`);

const answered = async ({ page }) => {
  await page.waitForFunction(() => document.body.dataset.answer);
  assert.equal(await page.evaluate(() => document.body.dataset.answer), ANSWER);
  await page.getByRole('searchbox').waitFor();
};

const built = join(app, 'dist');
before(() => vite.build({ root: app, logLevel: 'warn', configFile: false }));

scenario('a Vite build of it runs', { root: built }, answered);

test('a Vite build has the WebAssembly byte for byte', () => {
  const names = readdirSync(join(built, 'assets')).filter((name) => /^briefing-.*\.wasm$/.test(name));
  assert.ok(names.length > 0);
  for (const name of names) {
    assert.deepEqual(readFileSync(join(built, 'assets', name)), readFileSync(join(installed, 'dist/briefing.wasm')));
  }
});

let server;
after(() => server?.close());

/** The address of Vite's own server. */
async function viteServer() {
  server = await vite.createServer({ root: app, logLevel: 'warn', configFile: false, server: { host: '127.0.0.1', port: 0 } });
  await server.listen();
  return server.resolvedUrls.local[0];
}

scenario('the Vite server runs it', { path: viteServer }, answered);

test('a bundler drops what is imported and not used', async () => {
  const unused = join(project, 'unused');
  mkdirSync(unused);
  writeFileSync(join(unused, 'index.html'), '<!doctype html><script type="module" src="/main.js"></script>');
  writeFileSync(join(unused, 'main.js'), "import { Briefing } from 'briefing-widget'; console.log('nothing else');");
  const { output } = await vite.build({ root: unused, logLevel: 'warn', configFile: false, build: { write: false } });
  const script = output.find(({ type }) => type === 'chunk');
  assert.ok(script.code.length < 2000 && !script.code.includes('WebAssembly'), script.code);
});

// ------------------------------------------------------------------------------------------------ plain pages

cpSync(installed, join(project, 'plain', 'briefing-widget'), { recursive: true });
writeFileSync(join(project, 'plain', 'index.html'), `<!doctype html><html lang="en"><title>Plain</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "briefing-widget": "./briefing-widget/index.js" } }</script>
<body><script type="module" src="briefing-widget/dist/define.js"></script><briefing-widget></briefing-widget>
<script type="module">${MAIN}</script></body></html>`);

scenario('a plain page with an import map runs it', { root: join(project, 'plain') }, answered);

let strict;
after(() => strict?.close());

/** The address of a page that may load nothing but the package's own files. */
async function strictPage() {
  strict = await serve(join(project, 'plain'), {
    'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:",
  });
  return `${strict.origin}/strict.html`;
}

writeFileSync(join(project, 'plain', 'strict.html'), `<!doctype html><html lang="en"><title>Strict</title><link rel="icon" href="data:,">
<script type="module" src="briefing-widget/dist/define.js"></script><briefing-widget></briefing-widget></html>`);

writeFileSync(join(project, 'plain', 'script.html'), `<!doctype html><html lang="en"><title>Script</title><link rel="icon" href="data:,">
<script src="briefing-widget/dist/standalone.js" defer></script><briefing-widget></briefing-widget></html>`);

scenario('a page with the one script runs it', { root: join(project, 'plain'), path: '/script.html' }, async ({ page }) => {
  await page.getByRole('searchbox').waitFor();
});

scenario('a page with a strict content security policy runs it', { path: strictPage }, async ({ page }) => {
  await page.getByRole('searchbox').waitFor();
});
