/**
 * What a view shows as Markdown, each sentence with its citation.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./catalogue.js').Entry} Entry
 * @typedef {import('../index.js').Span} Span
 */
import { BASIS } from './basis.js';
import { escaped } from './escaped.js';
import { SEVERITY } from './sections/differences.js';

/** @param {import('./route.js').Route['view']} view @param {any} data what its `load` gave @param {ViewContext} context */
export function markdown(view, data, context) {
  const { info, entries } = context.catalogue;
  const write = writer(context);
  const lines = [`# ${escaped(info.title)}`, ...WRITERS[view](data, write), `## ${context.t('sources')}`, ...entries.map(write.source)];
  return `${lines.join('\n\n')}\n`;
}

/** An address that can stand in Markdown as it is. */
const WEB = /^https?:\/\/[^\s<>]+$/i;

/** The few forms that all views are written in. @param {ViewContext} context */
function writer({ catalogue, cards, locale, t }) {
  /** A label within a line. @param {string} label */
  const within = (label) => label.toLocaleLowerCase(locale.tag);
  const number = ({ document }) => `\\[${catalogue.get(document)?.number}\\]`;
  const cited = (span, support = []) => `${escaped(span.text)} ${[span, ...support].map(number).join(' ')}`;
  const warned = (differences) => (differences.length ? ` (${t('sourcesDiffer')} ${differences.map(({ type }) => t(type)).join('; ')})` : '');
  return {
    t,
    locale,
    within,
    number,
    cited,
    warned: (warnings) => warned(cards.differing.named(warnings)),
    reach: (documents) => catalogue.reach(documents),
    /** A sentence, where it stands, and whether sources differ about it. */
    sentence: (span) => `- ${cited(span)}${warned(cards.differing.at(span))}`,
    /** @param {Entry} entry */
    source: ({ number: own, source: { title, url, nearCopyOf }, byline }) => [
      `${own}. ${escaped(title)}`, byline === title ? '' : escaped(byline),
      nearCopyOf ? within(t('nearCopyOf', { number: number({ document: nearCopyOf }) })) : '',
      url && WEB.test(url) ? `<${url}>` : '',
    ].filter(Boolean).join(', '),
    section: (title, lines) => (lines.length ? [`## ${title}`, ...lines] : []),
  };
}

/** @type {Record<import('./route.js').Route['view'], (data: any, write: ReturnType<typeof writer>) => string[]>} */
const WRITERS = {
  brief: ({ overview, differences, quotes, glossary }, { cited, number, reach, section, t, warned, within }) => [
    ...section(t('keyPoints'), overview.keyPoints.map(({ span, support, warnings }) => `- ${cited(span, support)}${warned(warnings)} (${reach([span, ...support].map(({ document }) => document))})`)),
    ...section(t('whereSourcesDiffer'), differences.differences.flatMap(({ type, severity, a, b }) => [
      `### ${t(type)} (${within(t(SEVERITY[severity]))})`, `- ${cited(a)}`,
      type === 'omission' ? `- ${b ? t('notIn', { source: number(b) }) : t('notInCopy')}` : `- ${cited(b)}`,
    ])),
    ...section(t('inTheirWords'), quotes.quotes.map(({ speech, span, speaker, role, warnings }) => `- ${speech === 'direct' ? `“${escaped(span.text)}”` : t('retoldWords', { words: escaped(span.text) })} ${number(span)}, ${
      speaker === null ? within(t('notNamed')) : escaped(speaker)}${role ? `, ${escaped(role.text)}` : ''}${warned(warnings)}`)),
    ...section(t('glossary'), glossary.entries.map(({ short, long, definedAt }) => `- ${escaped(short)}: ${long === null ? t('notSpelledOutHere') : `${escaped(long)} ${definedAt.map(number).join(' ')}`}`)),
  ],
  timeline: ({ timeline }, { cited, locale, section, t, warned, within }) => section(t('timeline'), timeline.events.flatMap(({ date, basis, span, support, warnings }) => [
    `### ${locale.period(date)} (${within(t(BASIS[basis]))})`, `- ${cited(span, support)}${warned(warnings)}`,
  ])),
  people: ({ who }, { cited, number, section, t, within }) => section(t('people', { more: t('peopleMore') }), who.entries.map(({ name, aliases, roles, documents }) => [
    `- ${escaped(name)}`, ...roles.map((role) => cited(role)), aliases.length ? `${t('also')} ${aliases.map(escaped).join(t('comma'))}` : '',
    `${within(t('namedIn'))} ${documents.map((document) => number({ document })).join(' ')}`,
  ].filter(Boolean).join('; '))),
  sources: ({ articles }, { section, sentence }) => articles.flatMap(({ title, summary }) => section(escaped(title), summary.map(sentence))),
  search: ({ response: { query, answer, hits } }, { cited, section, t, warned }) => section(`${t('search')}: ${escaped(query)}`,
    [...answer, ...hits.map(({ excerpt, warnings }) => ({ ...excerpt.span, warnings }))].map((span) => `- ${cited(span)}${warned(span.warnings)}`)),
  read: ({ article: { title, summary, onlyHere } }, { section, sentence, t }) => [
    ...section(escaped(title), summary.map(sentence)), ...section(t('onlyHere'), onlyHere.map(sentence)),
  ],
  compare: ({ entries: [one, other], rows }, { cited, section, t }) => section(t('comparing', { one: one.number, other: other?.number }), rows.map(({ one, other }) => [...one, ...other].map(({ span }) => `- ${cited(span)}`).join('\n'))),
};
