/**
 * A plugin for Vite, and so for Astro, SvelteKit and others that stand on it: a folder of articles as a briefing.
 *
 *     // vite.config.js
 *     import briefing from 'briefing-widget/vite';
 *     export default { plugins: [briefing({ folder: 'news' })] };
 *
 *     // anywhere in the app
 *     import src from 'virtual:briefing';
 *     document.querySelector('briefing-widget').src = src;
 *
 * In development the page is loaded anew when an article changes; `vite build --watch` builds anew.
 */
import { resolve, sep } from 'node:path';
import { build } from './build.js';
import { folderFiles } from './folder.js';

const NAME = 'articles.brief';

/** @param {import('./vite.js').BriefingPluginOptions} options */
export default function briefing({ folder, id = 'virtual:briefing', ...edits }) {
  const loaded = `\0${id}`;
  let articles;
  let config;
  let made;

  /** The pack, built once between changes; what was left out is told. */
  const pack = () => {
    made ??= folderFiles(articles).then((files) => build(files, edits)).then(({ pack, table }) => {
      for (const { message } of table.refused) config.logger.warn(`briefing: left out: ${message}`);
      for (const notice of table.notices) config.logger.info(`briefing: ${notice}`);
      return pack;
    });
    return made;
  };

  /** Where the pack is in development. */
  const address = () => `${config.base}@briefing/${encodeURIComponent(id)}`;

  return {
    name: 'briefing-widget',
    // In development Vite would bundle the package beforehand, away from the WebAssembly that lies beside it.
    config: () => ({ optimizeDeps: { exclude: ['briefing-widget'] } }),
    configResolved(resolved) {
      config = resolved;
      articles = resolve(config.root, folder);
    },
    buildStart() {
      made = undefined;
    },
    resolveId(source) {
      return source === id ? loaded : undefined;
    },
    async load(module) {
      if (module !== loaded) return undefined;
      if (config.command === 'serve') return `export default ${JSON.stringify(address())};`;
      this.addWatchFile(articles);
      const reference = this.emitFile({ type: 'asset', name: NAME, source: await pack() });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    configureServer(server) {
      server.middlewares.use(address(), async (_, response, next) => {
        try {
          const bytes = await pack();
          response.setHeader('content-type', 'application/octet-stream');
          response.end(bytes);
        } catch (error) {
          next(error);
        }
      });
      server.watcher.add(articles);
      server.watcher.on('all', (_, path) => {
        if (path !== articles && !path.startsWith(articles + sep)) return;
        made = undefined;
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
