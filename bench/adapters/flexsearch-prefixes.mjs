/** FlexSearch with every prefix of every word in its index (`tokenize: 'forward'`). */
import { flexsearch } from './flexsearch.mjs';

export const about = { name: 'FlexSearch, prefixes', package: 'flexsearch', holds: 'titles' };

export const { build, open, search } = flexsearch('forward');

export const type = search;
