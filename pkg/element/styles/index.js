/** The styles of the widget, in the order of the cascade; a view that is loaded later brings its own. */
import { adoptStyles } from 'lit';
import { acronyms } from './acronyms.js';
import { base } from './base.js';
import { brief } from './brief.js';
import { citation } from './citation.js';
import { coverage } from './coverage.js';
import { head } from './head.js';
import { lists } from './lists.js';
import { print } from './print.js';
import { search } from './search.js';
import { tokens } from './tokens.js';
import { views } from './views.js';

const screen = [tokens, base, search, head, citation, coverage, views, brief, acronyms, lists];

export const styles = [...screen, print];

/** The styles of an element's views, each added when its view is first shown; those for paper stay the last. */
export class Sheets {
  /** @type {Set<import('lit').CSSResultOrNative>} */
  #added = new Set();

  /** @param {import('lit').LitElement} host */
  constructor(host) {
    this.host = host;
  }

  /** @param {import('../views/index.js').View} view */
  add({ styles: own = [] }) {
    const before = this.#added.size;
    for (const style of own) this.#added.add(style);
    if (this.#added.size > before) adoptStyles(this.host.renderRoot, [...screen, ...this.#added, print]);
  }
}
