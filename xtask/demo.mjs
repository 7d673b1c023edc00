/**
 * Puts the brief as static HTML, and its style, into the demo page: what is read until the widget is there, and without
 * scripts. Both are taken from a page that `briefing build --site` wrote.
 *
 *     node xtask/demo.mjs target/site/index.html SITE/index.html
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [demo, site] = process.argv.slice(2);
const [page, written] = [demo, site].map((file) => readFileSync(file, 'utf8'));

const PARTS = { style: /<style>\n([\s\S]*?)<\/style>/, brief: /<briefing-widget>\n([\s\S]*?)\n\s*<\/briefing-widget>/ };

const filled = Object.entries(PARTS).reduce((text, [name, part]) => {
  const place = `<!--briefing:${name}-->`;
  const found = part.exec(written)?.[1];
  if (found === undefined) throw new Error(`${site} has no ${name}`);
  if (!text.includes(place)) throw new Error(`${demo} has no ${place}`);
  return text.replace(place, () => found.trim());
}, page);
writeFileSync(demo, filled);
