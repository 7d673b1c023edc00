/**
 * The brief as it goes on paper: two pages of a short briefing, and the reports that they cite.
 *
 * @typedef {import('./views/brief.js').Brief} Brief
 */

const DIFFERENCES = 3;
const QUOTES = 6;

/** @param {Brief} data @returns {Brief} the same cards with fewer items; `total` still says how many there are */
export function onPaper({ overview, differences, quotes, glossary }) {
  const parting = differences.differences.slice(0, DIFFERENCES);
  const told = quotes.quotes.filter(({ speech, speaker }) => speech === 'direct' && speaker !== null).slice(0, QUOTES);
  const words = [...overview.keyPoints, ...told].map(({ span }) => span.text).concat(parting.flatMap(({ a, b }) => [a.text, b?.text ?? ''])).join('\n');
  const entries = glossary.entries.filter(({ short, variants }) => [short, ...variants].some((form) => words.includes(form)));
  return {
    overview,
    differences: { ...differences, differences: parting },
    quotes: { ...quotes, quotes: told },
    glossary: { ...glossary, entries },
  };
}

/** Every report that the brief cites. @param {Brief} data */
export function cited({ overview, differences, quotes, glossary }) {
  const spans = [
    ...overview.keyPoints.flatMap(({ span, support }) => [span, ...support]),
    ...differences.differences.flatMap(({ a, b }) => (b ? [a, b] : [a])),
    ...quotes.quotes.map(({ span }) => span),
    ...glossary.entries.flatMap(({ definedAt }) => definedAt),
  ];
  return new Set(spans.map(({ document }) => document));
}
