/** FlexSearch over whole words (`tokenize: 'strict'`, its default): small and fast, and no answers while typing. */
import { flexsearch } from './flexsearch.mjs';

export const about = { name: 'FlexSearch, whole words', package: 'flexsearch', holds: 'titles' };

export const { build, open, search } = flexsearch('strict');

/** Whole words do not answer while they are typed. */
export const type = undefined;
