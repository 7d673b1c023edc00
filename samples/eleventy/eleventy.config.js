/** Pages of articles by Eleventy, and the briefing over the same articles: what stands in news/ goes into both. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, site } from 'briefing-widget/build';
import { folderFiles } from 'briefing-widget/folder';

export default function (config) {
  config.on('eleventy.after', async ({ directories }) => {
    const { pack } = await build(await folderFiles(join(directories.input, 'news')), { title: 'All our news' });
    for (const { path, bytes } of await site(pack)) {
      const place = join(directories.output, 'briefing', path);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, bytes);
    }
  });
}
