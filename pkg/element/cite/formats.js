/**
 * A citation in the forms that texts, pages and reference managers take.
 *
 * @typedef {import('./reference.js').Reference} Reference
 */
import { escaped } from '../escaped.js';

/** Every format by its name, in the order offered. @type {Record<string, (reference: Reference) => string>} */
export const FORMATS = { plain, markdown, html, bibtex, csl };

/** @param {Reference} reference */
export function plain({ title, outlet, day, url, quote }) {
  const work = `${title}${/[.!?…؟。]$/.test(title) ? '' : '.'}`;
  const place = [outlet, day].filter(Boolean).join(', ');
  const cited = [work, place && `${place}.`, url].filter(Boolean).join(' ');
  return quote ? `“${quote.trim()}” (${cited})` : cited;
}

/** @param {Reference} reference */
export function markdown({ title, outlet, day, url, quote }) {
  const cited = [url ? `[${escaped(title)}](<${url.replace(/[&*_]/g, '\\$&')}>)` : escaped(title), outlet && escaped(outlet), day].filter(Boolean).join(', ');
  return quote ? `> ${escaped(quote)}\n>\n> — ${cited}\n` : `${cited}\n`;
}

/** @param {Reference} reference */
export function html({ title, outlet, date, day, url, lang, quote }) {
  const language = `${lang ? ` lang="${text(lang)}"` : ''} dir="auto"`;
  const work = `<cite${language}>${text(title)}</cite>`;
  const cited = [url ? `<a href="${text(url)}">${work}</a>` : work, outlet && `<bdi>${text(outlet)}</bdi>`,
    date && `<time datetime="${text(date)}">${text(day)}</time>`].filter(Boolean).join(', ');
  if (!quote) return `<p>${cited}</p>\n`;
  return `<figure>\n  <blockquote${url ? ` cite="${text(url)}"` : ''}>\n    <p${language}>${text(quote)}</p>\n  </blockquote>\n  <figcaption>${cited}</figcaption>\n</figure>\n`;
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that stays text in HTML, in an attribute too. @param {string} words */
const text = (words) => words.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A report is a `misc`: whether it stood in a newspaper, a magazine or on a page, the briefing does not know. @param {Reference} reference */
export function bibtex({ key, title, outlet, date = '', url, lang }) {
  const [year, month, day] = date.split('-');
  const fields = [
    ['title', `{{${tex(title)}}}`], // the inner braces keep capitals
    outlet && ['howpublished', `{${tex(outlet)}}`],
    year && ['year', `{${year}}`],
    month && ['month', MONTHS[Number(month) - 1]],
    day && ['day', `{${Number(day)}}`],
    url && ['url', `{${url}}`],
    lang && ['language', `{${tex(lang)}}`],
  ].filter(Boolean);
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}

/** Braces have names: BibTeX counts those that a backslash stands before, too. */
const TEX = {
  '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
};

/** Text that stays text in TeX. @param {string} words */
const tex = (words) => words.replace(/[\\{}~^]/g, (sign) => TEX[sign]).replace(/[$&%#_]/g, '\\$&');

/** CSL-JSON, a list of one. What is known by its address stood on the web; what names its outlet alone, in a paper. @param {Reference} reference */
export function csl({ key, title, outlet, date, url, lang }) {
  const item = {
    id: key,
    type: url ? 'webpage' : outlet ? 'article-newspaper' : 'document',
    title,
    'container-title': outlet,
    issued: date && { 'date-parts': [date.split('-').map(Number)] },
    URL: url,
    language: lang,
  };
  return `${JSON.stringify([item], undefined, 2)}\n`;
}
