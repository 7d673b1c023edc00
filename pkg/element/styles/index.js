/** The styles of the widget, in the order of the cascade. */
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

export const styles = [tokens, base, search, head, citation, coverage, views, brief, lists, print];
