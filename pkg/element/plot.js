/**
 * What the bars on the cards of names count, on one scale for all cards.
 *
 * Where reports are few, each has a bar, which counts how often it names somebody; where they are many, a bar counts the
 * reports of a day, a month, a year, a decade or a century that do. A card lists the first places of a name only: where
 * that list is full, mentions cannot be counted, and the bars of all names tell which reports name them.
 *
 * @typedef {import('../index.js').Entity} Entity
 * @typedef {import('../index.js').Source} Source
 */

/** Reports that have a bar each. */
export const MOST_REPORTS = 12;

/** Bars of time: the finest that need no more. */
const MOST_BINS = 60;

/** Places of a name that its card lists; see `Entity.mentions`. */
const MOST_MENTIONS = 50;

/** How much of a date, as `YYYY-MM-DD`, names its day, month, year, decade, century. */
const [DAY, MONTH, YEAR, DECADE, CENTURY] = [10, 7, 4, 3, 2];

const MILLISECONDS = 24 * 60 * 60 * 1000;

export class Bars {
  /** What each bar stands for: a document, or a time as the beginning of a date. @type {string[]} */
  bins;
  /** The highest value of all names. */
  most = 0;
  /** @type {Map<string, number>} */
  #binOf = new Map();

  /** @param {Source[]} sources in the order of their numbers @param {Entity[]} entities */
  constructor(sources, entities) {
    this.byReport = sources.length <= MOST_REPORTS;
    /** Whether mentions are counted, not reports. */
    this.mentions = this.byReport && entities.every(({ mentions }) => mentions.length < MOST_MENTIONS);
    /** Reports without a date, where bars stand for times. */
    this.undated = this.byReport ? 0 : sources.filter(({ date }) => !date).length;
    const bins = this.byReport ? sources.map(({ document }) => ({ document, bin: document })) : times(sources);
    this.bins = this.byReport ? bins.map(({ bin }) => bin) : between(bins.map(({ bin }) => bin));
    const at = new Map(this.bins.map((bin, i) => [bin, i]));
    for (const { document, bin } of bins) this.#binOf.set(document, at.get(bin));
    for (const entity of entities) this.most = Math.max(this.most, ...this.values(entity));
  }

  /** @param {Entity} entity @returns {number[]} one of each bin */
  values({ mentions, documents }) {
    const values = Array(this.bins.length).fill(0);
    for (const document of this.mentions ? mentions.map((mention) => mention.document) : documents) {
      const bin = this.#binOf.get(document);
      if (bin !== undefined) values[bin] += 1;
    }
    return values;
  }
}

/** The time that each dated report falls in: of the finest kind that all dates tell and that needs no more than the most bars. @param {Source[]} sources */
function times(sources) {
  const dated = sources.flatMap(({ document, date }) => (date ? { document, date } : []));
  const known = Math.min(...dated.map(({ date }) => date.length));
  const fits = (length) => {
    const places = dated.map(({ date }) => place(date.slice(0, length)));
    return Math.max(...places) - Math.min(...places) < MOST_BINS;
  };
  const length = [DAY, MONTH, YEAR, DECADE].find((one) => one <= known && fits(one)) ?? CENTURY;
  return dated.map(({ document, date }) => ({ document, bin: date.slice(0, length) }));
}

/** All times from the first to the last. @param {string[]} bins */
function between(bins) {
  if (!bins.length) return [];
  const { length } = bins[0];
  const places = bins.map(place);
  const first = Math.min(...places);
  return Array.from({ length: Math.max(...places) - first + 1 }, (_, i) => timeAt(first + i, length));
}

/** Where a time stands in the order of its kind. @param {string} time */
function place(time) {
  if (time.length === DAY) return Date.parse(time) / MILLISECONDS;
  const [year, month] = time.split('-').map(Number);
  return time.length === MONTH ? year * 12 + month - 1 : year;
}

/** @param {number} at @param {number} length of its name */
function timeAt(at, length) {
  if (length === DAY) return new Date(at * MILLISECONDS).toISOString().slice(0, DAY);
  if (length < MONTH) return String(at).padStart(length, '0');
  return `${timeAt(Math.floor(at / 12), YEAR)}-${timeAt((at % 12) + 1, 2)}`;
}
