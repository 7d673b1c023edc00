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

/** An address that can stand in Markdown as it is. */
const WEB = /^https?:\/\/[^\s<>]+$/i;

/** The few forms that all views are written in. @param {ViewContext} context */
function writer({ catalogue, cards }) {
  const number = ({ document }) => `\\[${catalogue.get(document)?.number}\\]`;
  const cited = (span, support = []) => `${escaped(span.text)} ${[span, ...support].map(number).join(' ')}`;
  const warned = (differences) => (differences.length ? ` (Sources differ: ${differences.map(({ type }) => KIND[type]).join('; ')})` : '');
  return {
    number,
    cited,
    warned: (warnings) => warned(cards.differing.named(warnings)),
    reach: (documents) => catalogue.reach(documents),
    /** A sentence, where it stands, and whether sources differ about it. */
    sentence: (span) => `- ${cited(span)}${warned(cards.differing.at(span))}`,
    /** @param {Entry} entry */
    source: ({ number: own, source: { title, url, nearCopyOf }, byline }) => [
      `${own}. ${escaped(title)}`, byline === title ? '' : escaped(byline),
      nearCopyOf ? `near-copy of ${number({ document: nearCopyOf })}` : '',
      url && WEB.test(url) ? `<${url}>` : '',
    ].filter(Boolean).join(', '),
    section: (title, lines) => (lines.length ? [`## ${title}`, ...lines] : []),
  };
}

/** @type {Record<import('./route.js').Route['view'], (data: any, write: ReturnType<typeof writer>) => string[]>} */
const WRITERS = {
  brief: ({ overview, differences, quotes, glossary }, { cited, number, reach, section, warned }) => [
    ...section('Key points', overview.keyPoints.map(({ span, support, warnings }) => `- ${cited(span, support)}${warned(warnings)} (${reach([span, ...support].map(({ document }) => document))})`)),
    ...section('Where sources differ', differences.differences.flatMap(({ type, severity, a, b }) => [
      `### ${KIND[type]} (${SEVERITY[severity].toLowerCase()})`, `- ${cited(a)}`,
      type === 'omission' ? `- ${b ? `Not in ${number(b)}` : 'Not in a near-copy of it'}` : `- ${cited(b)}`,
    ])),
    ...section('In their words', quotes.quotes.map(({ speech, span, speaker, role, warnings }) => `- ${speech === 'direct' ? `“${escaped(span.text)}”` : `Retold: ${escaped(span.text)}`} ${number(span)}, ${
      speaker === null ? 'speaker not named' : escaped(speaker)}${role ? `, ${escaped(role.text)}` : ''}${warned(warnings)}`)),
    ...section('Glossary', glossary.entries.map(({ short, long, definedAt }) => `- ${escaped(short)}: ${long === null ? 'not spelled out in these reports' : `${escaped(long)} ${definedAt.map(number).join(' ')}`}`)),
  ],
  timeline: ({ timeline }, { cited, section, warned }) => section('Timeline', timeline.events.flatMap(({ date, basis, span, support, warnings }) => [
    `### ${period(date)} (${BASIS[basis].toLowerCase()})`, `- ${cited(span, support)}${warned(warnings)}`,
  ])),
  people: ({ who }, { cited, number, section }) => section('People and bodies', who.entries.map(({ name, type, aliases, roles, documents }) => [
    `- ${escaped(name)} (${type})`, ...roles.map((role) => cited(role)), aliases.length ? `also ${aliases.map(escaped).join(', ')}` : '',
    `in ${documents.map((document) => number({ document })).join(' ')}`,
  ].filter(Boolean).join('; '))),
  sources: ({ articles }, { section, sentence }) => articles.flatMap(({ title, summary }) => section(escaped(title), summary.map(sentence))),
  search: ({ response: { query, answer, hits } }, { cited, section, warned }) => section(`Search: ${escaped(query)}`,
    [...answer, ...hits.map(({ excerpt, warnings }) => ({ ...excerpt.span, warnings }))].map((span) => `- ${cited(span)}${warned(span.warnings)}`)),
  read: ({ article: { title, summary, onlyHere } }, { section, sentence }) => [
    ...section(escaped(title), summary.map(sentence)), ...section('Only here', onlyHere.map(sentence)),
  ],
};
