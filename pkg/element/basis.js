/** How the date of an event is known, in words. @type {Record<import('../index.js').Basis, 'dateWritten' | 'dateReckoned'>} */
export const BASIS = { explicit: 'dateWritten', relative: 'dateReckoned' };
