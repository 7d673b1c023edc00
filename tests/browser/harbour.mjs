/** Three reports of a harbour, one of them a near-copy, with every card; for scenarios that have to know what the cards say. */

const reports = [
  { source: 'Morning Post', date: '2021-03-02', origin: 0,
    text: 'The Harbour Board (HB) opens the north quay in May 2021. “We keep the old crane,” said Mayor Ada Brandt. It is not a sale. The ferry stays.' },
  { source: 'Evening Echo', date: '2021-03-03', origin: 0, nearCopyOf: 'd0',
    text: 'The HB opens the south quay in May 2021. It is a sale. The ferry stays.' },
  { source: 'Coast Weekly', date: '2021-04-01', origin: 1,
    text: 'Last year the HB promised a longer pier. The crane goes, it is said. MRV lies at anchor.' },
];

/**
 * A report's words as a span.
 * @param {number} report
 * @param {string} words
 */
function span(report, words) {
  const start = reports[report].text.indexOf(words);
  if (start < 0) throw new Error(`report ${report} does not say ${words}`);
  return { document: `d${report}`, start, end: start + words.length, text: words };
}

const range = (report, words) => {
  const { start, end } = span(report, words);
  return [start, end];
};

const opening = span(0, 'The Harbour Board (HB) opens the north quay in May 2021.');
const copied = span(1, 'The HB opens the south quay in May 2021.');
const promise = span(2, 'Last year the HB promised a longer pier.');
const crane = span(0, 'We keep the old crane,');

const cards = {
  info: { title: 'Harbour', origins: 2, outlets: 3 },
  overview: { origins: 2, keyPoints: [{ span: opening, support: [copied], outlets: 2, origins: 1, warnings: ['d1'] }] },
  differences: {
    differences: [
      { id: 'd1', type: 'polarity', severity: 'high', a: span(1, 'It is a sale.'), b: span(0, 'It is not a sale.'), marksA: [range(1, 'a sale')], marksB: [range(0, 'not a sale')] },
      { id: 'd2', type: 'object', severity: 'medium', a: opening, b: copied, marksA: [range(0, 'north quay')], marksB: [range(1, 'south quay')] },
      { id: 'd3', type: 'omission', severity: 'low', a: span(0, '“We keep the old crane,” said Mayor Ada Brandt.'), b: copied, marksA: [range(0, '“We keep the old crane,” said Mayor Ada Brandt.')], marksB: [] },
      { id: 'd4', type: 'omission', severity: 'low', a: span(0, 'The ferry stays.'), b: null, marksA: [range(0, 'The ferry stays.')], marksB: [] },
    ],
  },
  timeline: {
    events: [
      { id: 't1', date: '2020', basis: 'relative', span: promise, mark: range(2, 'Last year'), support: [], documents: ['d2'], warnings: [] },
      { id: 't2', date: '2021-05', basis: 'explicit', label: span(0, 'north quay'), span: opening, mark: range(0, 'May 2021'), support: [copied], documents: ['d0', 'd1'], warnings: ['d2'] },
      { id: 't3', date: '2021-05-30/2021-06-02', basis: 'explicit', span: span(1, 'The ferry stays.'), mark: range(1, 'stays'), support: [], documents: ['d1'], warnings: [] },
    ],
  },
  who: {
    entries: [
      { id: 'e1', name: 'Ada Brandt', type: 'person', aliases: ['Mayor Ada Brandt'], roles: [span(0, 'Mayor')], mentions: [span(0, 'Ada Brandt')], documents: ['d0'], with: ['e2'] },
      { id: 'e2', name: 'Harbour Board', type: 'organisation', aliases: ['HB'], roles: [], mentions: [span(0, 'Harbour Board'), span(1, 'HB'), span(2, 'HB')], documents: ['d0', 'd1', 'd2'], with: ['e1'] },
    ],
  },
  quotes: {
    quotes: [
      { speech: 'direct', span: crane, speaker: 'Mayor Ada Brandt', entity: 'e1', role: span(0, 'Mayor'), cue: span(0, 'said'), warnings: ['d3'] },
      { speech: 'reported', span: span(2, 'a longer pier'), speaker: 'the HB', entity: null, role: null, cue: span(2, 'promised'), warnings: [] },
      { speech: 'reported', span: span(2, 'The crane goes'), speaker: null, entity: null, role: null, cue: span(2, 'said'), warnings: [] },
    ],
  },
  glossary: {
    entries: [
      { short: 'HB', variants: ['H.B.'], long: 'Harbour Board', definedAt: [span(0, 'Harbour Board (HB)')], documents: ['d0', 'd1', 'd2'], undefinedIn: ['d1', 'd2'] },
      { short: 'MRV', variants: [], long: null, definedAt: [], documents: ['d2'], undefinedIn: ['d2'] },
    ],
  },
  article: { summary: [opening], onlyHere: [span(0, 'It is not a sale.')], entities: ['e2', 'e1'], events: ['t2'] },
  search: {
    answer: [{ ...span(0, 'It is not a sale.'), marks: [range(0, 'sale')], warnings: ['d1'] }],
    facets: { sources: [], years: [], tags: [], entities: [{ value: 'Ada Brandt', documents: 1 }, { value: 'Harbour Board', documents: 2 }] },
  },
};

export const harbour = { reports, extra: cards };
