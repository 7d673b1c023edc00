/**
 * The language of the interface: its words, its numbers and its dates. The sources' words are never touched.
 *
 * A message is a text with `{names}` of values, or the forms of one, of which the value `n` picks (see
 * `Intl.PluralRules`). English is at hand; other languages are loaded when they are asked for.
 *
 * @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Message
 * @typedef {typeof english} Messages
 * @typedef {keyof Messages} MessageKey
 */
import { BriefingError } from '../index.js';
import english from './messages/en.js';

/** Words by language. @typedef {Record<string, () => Promise<{default: Record<string, Message>}>>} Loaded */

/** @type {Loaded} */
const LOADED = {
  ar: () => import('./messages/ar.js'),
  fr: () => import('./messages/fr.js'),
};

/** Dates of English without a country go from the day to the year, as the other languages' do. */
const TAGS = { en: 'en-GB' };

const KILO = 1000;

export class Locale {
  #plural;
  #count;
  /** By the parts that a date has. @type {Intl.DateTimeFormat[]} */
  #dates;

  /** @param {string} lang the language that the messages are in, as in the attribute `lang` @param {Record<MessageKey, Message>} messages */
  constructor(lang, messages) {
    const tag = TAGS[lang] ?? lang;
    this.tag = lang;
    /** @type {'ltr' | 'rtl'} */
    this.dir = /^(ar|fa|he|ur)\b/.test(lang) ? 'rtl' : 'ltr';
    this.messages = messages;
    this.#plural = new Intl.PluralRules(tag);
    this.#count = new Intl.NumberFormat(tag);
    this.#dates = [{}, { month: 'short' }, { month: 'short', day: 'numeric' }].map((parts) => this.dates({ year: 'numeric', ...parts }));
  }

  /** How dates, or parts of them, are written. @param {Intl.DateTimeFormatOptions} parts */
  dates(parts) {
    return new Intl.DateTimeFormat(TAGS[this.tag] ?? this.tag, { ...parts, timeZone: 'UTC', calendar: 'gregory' });
  }

  /**
   * A message; numbers among the values are written as the language does.
   * @param {MessageKey} key
   * @param {Record<string, unknown>} [values]
   * @returns {any} a string; where a value is a template, the pieces for Lit
   */
  t = (key, values = {}) => {
    const message = this.messages[key];
    const text = typeof message === 'string' ? message : (message[this.#plural.select(values.n)] ?? message.other);
    const pieces = text.split(/\{(\w+)\}/).map((piece, i) => (i % 2 ? this.#written(values[piece]) : piece));
    return pieces.some((piece) => typeof piece === 'object') ? pieces : pieces.join('');
  };

  #written(value) {
    return typeof value === 'number' ? this.number(value) : value;
  }

  /** @param {number} n */
  number(n) {
    return this.#count.format(n);
  }

  /** @param {number} bytes @returns {string} in kilobytes of 1,000 bytes */
  kilobytes(bytes) {
    return this.t('kilobytes', { n: Math.ceil(bytes / KILO) });
  }

  /** @param {string} date `YYYY`, `YYYY-MM` or `YYYY-MM-DD` @returns {string} `2024`, `Jan 2024` or `25 Jan 2024`; what is no date stays as it is */
  day(date) {
    return isDate(date) ? this.#format(date).format(moment(date)) : date;
  }

  /** @param {string} date a date, or two as `start/end` @returns {string} `25 Jan 2024`, `22–23 Jul 2024` */
  period(date) {
    const [first, last] = date.split('/');
    if (!last) return this.day(first); // a range takes ten times as long to write
    return first.length === last.length && isDate(first) && isDate(last) ? this.#format(first).formatRange(moment(first), moment(last)) : `${this.day(first)} – ${this.day(last)}`;
  }

  /** From the month of one date to the month of another. @param {string} first @param {string} last */
  months(first, last) {
    const known = Math.min(first.length, last.length, 'YYYY-MM'.length);
    return this.period(`${first.slice(0, known)}/${last.slice(0, known)}`);
  }

  #format(date) {
    return this.#dates[date.split('-').length - 1];
  }
}

/** Whether a text is a date; any other is shown as it is. @param {string} text */
const isDate = (text) => /^\d{4}(-\d\d){0,2}$/.test(text);

/** @param {string} date */
function moment(date) {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day); // `Date.UTC` takes the years before 100 for others
  return time;
}

/** English, which needs no loading. */
export const ENGLISH = /* @__PURE__ */ new Locale('en', english);

/**
 * The locale of a language; English, where the interface does not speak it.
 * @param {string} lang as in the attribute `lang`
 */
export const localeOf = (lang) => localeAmong(lang, LOADED, ENGLISH);

/**
 * The locale of a language among those there are words in.
 * @param {string} lang as in the attribute `lang`
 * @param {Loaded} loaded all but English
 * @param {Locale} english
 */
export async function localeAmong(lang, loaded, english) {
  const [language] = lang.toLowerCase().split('-');
  if (language === 'en') return lang === english.tag ? english : new Locale(lang, english.messages);
  if (!loaded[language]) return english;
  try {
    return new Locale(lang, (await loaded[language]()).default);
  } catch (error) {
    throw new BriefingError('fetch', `the interface’s words for the language “${lang}” could not be loaded: ${error?.message ?? error}`, { cause: error });
  }
}

/** The language of an element: its own, or that of what is around it, out of shadow roots too. @param {HTMLElement} element */
export function languageAt(element) {
  if (element.lang) return element.lang;
  for (let at = element; at; at = at.getRootNode().host) {
    const lang = at.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
  }
  return 'en';
}
