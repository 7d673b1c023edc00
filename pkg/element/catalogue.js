/**
 * The reports of a briefing, numbered. A number belongs to its report everywhere: on screen, in print, in speech.
 *
 * @typedef {import('../index.js').Source} Source
 * @typedef {object} Entry
 * @property {number} number from 1, in the order of `Info.documents`: by date, unless an editor put some first
 * @property {Source} source
 * @property {string} lang of its text; empty, as the attribute is, where the report does not state it
 * @property {string} look class names: the colour of the independent text, and whether this is a near-copy
 * @property {string} byline outlet and date; the title where both are missing
 */
/** Colours that stay apart for every eye; further origins are grey, and their numbers carry on. */
const ORIGIN_COLOURS = 4;

export class Catalogue {
  /** @type {Entry[]} */
  entries;
  /** First and last date of publication, where any report has one. @type {[string, string] | undefined} */
  dates;
  /** Whether the numbers go by date. @type {boolean} */
  byDate;
  /** @type {Map<string, Entry>} */
  #byDocument;

  /**
   * @param {import('../index.js').Info} info
   * @param {import('./locale.js').Locale} locale
   */
  constructor(info, locale) {
    this.info = info;
    this.locale = locale;
    this.entries = info.documents.map((source, index) => ({
      number: index + 1,
      source,
      lang: source.lang ?? '',
      look: `o${source.origin < ORIGIN_COLOURS ? source.origin + 1 : 0}${source.nearCopyOf ? ' copy' : ''}`,
      byline: [source.source, source.date && locale.day(source.date)].filter(Boolean).join(locale.t('comma')) || source.title,
    }));
    const told = info.documents.flatMap(({ date }) => date ?? []);
    const dates = [...told].sort();
    this.dates = dates.length ? [dates[0], dates[dates.length - 1]] : undefined;
    this.byDate = told.every((date, i) => date === dates[i]);
    this.#byDocument = new Map(this.entries.map((entry) => [entry.source.document, entry]));
  }

  /**
   * @param {string} document
   * @returns {Entry | undefined}
   */
  get(document) {
    return this.#byDocument.get(document);
  }

  /**
   * How widely something is reported: outlets, where every report names its own, and independent texts.
   * @param {string[]} documents
   */
  reach(documents) {
    const sources = documents.flatMap((document) => this.get(document)?.source ?? []);
    const outlets = new Set(sources.map(({ source }) => source));
    const { t } = this.locale;
    const texts = t('independentTexts', { n: new Set(sources.map(({ origin }) => origin)).size });
    return outlets.has(undefined) ? texts : [t('outlets', { n: outlets.size }), texts].join(t('comma'));
  }
}
