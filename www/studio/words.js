/** The studio's words, in the languages of the widget; the page's own language is set with them. */
import { Locale, localeAmong } from '../../pkg/element/locale.js';
import english from './messages/en.js';

const ENGLISH = new Locale('en', english);

/** Languages by their own names. */
export const LANGUAGES = { en: 'English', fr: 'Français', ar: 'العربية' };

const LOADED = {
  ar: () => import('./messages/ar.js'),
  fr: () => import('./messages/fr.js'),
};

/** The reader's first language that the studio speaks. */
export const preferred = () => navigator.languages.map((tag) => tag.split('-')[0].toLowerCase()).find((tag) => tag in LANGUAGES) ?? 'en';

/** Takes a language for the whole page. @param {string} lang @returns {Promise<import('../../pkg/element/locale.js').Locale>} */
export async function speak(lang) {
  const locale = await localeAmong(lang, LOADED, ENGLISH);
  Object.assign(document.documentElement, { lang: locale.tag, dir: locale.dir });
  document.title = locale.t('pageTitle');
  return locale;
}

const KILO = 1000;

/** Bytes as people count them. @param {number} bytes @param {import('../../pkg/element/locale.js').Locale} locale */
export function size(bytes, { t }) {
  return bytes < KILO * KILO ? t('kilobytes', { n: Math.ceil(bytes / KILO) }) : t('megabytes', { n: Math.round(bytes / KILO / KILO * 10) / 10 });
}
