/**
 * What a view shows as Markdown, each sentence with its citation.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./catalogue.js').Entry} Entry
 * @typedef {import('../index.js').Span} Span
 */
import { escaped } from './escaped.js';
import { period } from './format.js';
import { SEVERITY } from './sections/differences.js';
import { BASIS } from './views/timeline.js';
import { KIND } from './warning.js';

/** @param {import('./route.js').Route['view']} view @param {any} data what its `load` gave @param {ViewContext} context */
export function markdown(view, data, context) {
  const { info, entries } = context.catalogue;
  const write = writer(context);
  const lines = [`# ${escaped(info.title)}`, ...WRITERS[view](data, write), '## Sources', ...entries.map(write.source)];
  return `${lines.join('\n\n')}\n`;
}

/** The few forms that all views are written in. @param {ViewContext} context */
function writer({ catalogue, cards }) {
  const number = ({ document }) => `\\[${catalogue.get(document)?.number}\\]`;
  const cited = (span, support = []) => `${escaped(span.text)} ${[span, ...support].map(number).join(' ')}`;
  const warned = (differences) => (differences.length ? ` (Sources differ: ${differences.map(({ type }) => KIND[type]).join('; ')})` : '');
  return {
    number,
    cited,
    warned,
    reach: (documents) => catalogue.reach(documents),
    /** A sentence, where it stands, and whether sources differ about it. */
    sentence: (span, support) => `- ${cited(span, support)}${warned(cards.differing.at(span))}`,
    /** @param {Entry} entry */
    source: ({ number: own, source: { title, url, nearCopyOf }, byline }) => [
      `${own}. ${escaped(title)}`, byline === title ? '' : escaped(byline),
      nearCopyOf ? `near-copy of ${number({ document: nearCopyOf })}` : '',
      url && /^https?:/i.test(url) && URL.canParse(url) ? `<${new URL(url).href}>` : '',
    ].filter(Boolean).join(', '),
    section: (title, lines) => (lines.length ? [`## ${title}`, ...lines] : []),
  };
}

/** @type {Record<import('./route.js').Route['view'], (data: any, write: ReturnType<typeof writer>) => string[]>} */
const WRITERS = {
  brief: ({ overview, differences, quotes, glossary }, { cited, number, reach, section, sentence }) => [
    ...section('Key points', overview.keyPoints.map(({ span, support }) => `${sentence(span, support)} (${reach([span, ...support].map(({ document }) => document))})`)),
    ...section('Where sources differ', differences.differences.flatMap(({ type, severity, a, b }) => [
      `### ${KIND[type]} (${SEVERITY[severity].toLowerCase()})`, `- ${cited(a)}`,
      type === 'omission' ? `- ${b ? `Not in ${number(b)}` : 'Not in a near-copy of it'}` : `- ${cited(b)}`,
    ])),
    ...section('In their words', quotes.quotes.map(({ speech, span, speaker, role }) => `- ${speech === 'direct' ? `“${escaped(span.text)}”` : `Retold: ${escaped(span.text)}`} ${number(span)}, ${
      speaker === null ? 'speaker not named' : escaped(speaker)}${role ? `, ${escaped(role.text)}` : ''}`)),
    ...section('Glossary', glossary.entries.map(({ short, long, definedAt }) => `- ${escaped(short)}: ${long === null ? 'not spelled out in these reports' : `${escaped(long)} ${definedAt.map(number).join(' ')}`}`)),
  ],
  timeline: ({ timeline }, { section, sentence }) => section('Timeline', timeline.events.flatMap(({ date, basis, span, support }) => [
    `### ${period(date)} (${BASIS[basis].toLowerCase()})`, sentence(span, support),
  ])),
  people: ({ who }, { cited, number, section }) => section('People and bodies', who.entries.map(({ name, type, aliases, roles, documents }) => [
    `- ${escaped(name)} (${type})`, ...roles.map((role) => cited(role)), aliases.length ? `also ${aliases.map(escaped).join(', ')}` : '',
    `in ${documents.map((document) => number({ document })).join(' ')}`,
  ].filter(Boolean).join('; '))),
  sources: ({ articles }, { section, sentence }) => articles.flatMap(({ title, summary }) => section(escaped(title), summary.map((span) => sentence(span)))),
  search: ({ response: { query, answer, hits } }, { section, sentence }) => section(`Search: ${escaped(query)}`, [...answer, ...hits.map(({ excerpt }) => excerpt.span)].map((span) => sentence(span))),
  read: ({ article: { title, summary, onlyHere } }, { section, sentence }) => [
    ...section(escaped(title), summary.map((span) => sentence(span))), ...section('Only here', onlyHere.map((span) => sentence(span))),
  ],
};
