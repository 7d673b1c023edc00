/** Citations of a report, read back by a parser of the formats where there is one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { FORMATS } from '../../pkg/element/cite/formats.js';
import { reference } from '../../pkg/element/cite/reference.js';

plugins.config.get('@bibtex').parse.sentenceCase = 'never';

const day = (date) => `<${date}>`;
const entry = (source, number = 3) => ({ number, lang: source.lang, source });
const full = entry({ title: 'The north quay opens', source: 'Côte & Mer', date: '2021-03-02', url: 'https://news.example/quay?a=1&b_c=%20#top', lang: 'en' });
const hostile = '\\input{x} {a}} @misc{b, c = "d"} % $e$ ~f^ g_h #i & <b title="j">k</b> [l](javascript:m) ![n](o) **p** `q` | "r" \'s\' &amp;';
const bad = entry({ title: `${hostile}\n\n# t`, source: `1. ${hostile}`, url: 'https://news.example/\\{}"<b>\n) x', lang: 'en" x="' });

const cited = (format, from, quote) => FORMATS[format](reference(from, day, quote));
const read = (bibtex) => new Cite(bibtex).data[0];

test('plain: title, outlet, day and address; the words cited first', () => {
  assert.equal(cited('plain', full), 'The north quay opens. Côte & Mer, <2021-03-02>. https://news.example/quay?a=1&b_c=%20#top');
  assert.equal(cited('plain', entry({ title: 'Does it open?' })), 'Does it open?');
  assert.equal(cited('plain', entry({ title: 'It opens', date: '2021' }), 'It is.'), '“It is.” (It opens. <2021>.)');
});

test('Markdown: a link and the words cited as a quotation, with no sign of a corpus that means anything', () => {
  assert.equal(cited('markdown', entry({ title: 'A *b*', source: 'C', url: 'https://d.example/e_f' })), '[A \\*b\\*](<https://d.example/e\\_f>), C\n');
  assert.equal(cited('markdown', entry({ title: 'A' }), '- b\n\nc'), '> \\- b c\n>\n> — A\n');
  const own = cited('markdown', bad, hostile).replace(/\\[^a-z0-9\s]/gi, '');
  assert.match(own, /^> [^\n]*\n>\n> — \[[^\n]*\]\(<https:\/\/news\.example\/[^<>\n]*>\), [^\n]*\n$/);
  assert.doesNotMatch(own.replace(/<https:[^>]*>/, '').replace(/^> |\n>( — )?|\[|\]\(\)/g, ''), /[<>[\]*_`~|$&@]/);
});

test('HTML: text of a corpus is no markup', () => {
  assert.equal(cited('html', full), '<p><a href="https://news.example/quay?a=1&amp;b_c=%20#top"><cite lang="en" dir="auto">The north quay opens</cite></a>, <bdi>Côte &amp; Mer</bdi>, <time datetime="2021-03-02">&lt;2021-03-02&gt;</time></p>\n');
  const quoted = cited('html', bad, hostile);
  assert.deepEqual([...new Set(quoted.match(/<\/?[a-z]+/g))], ['<figure', '<blockquote', '<p', '</p', '</blockquote', '<figcaption', '<a', '<cite', '</cite', '</a', '<bdi', '</bdi', '</figcaption', '</figure']);
  assert.deepEqual([...new Set([...quoted.matchAll(/ ([a-z]+)="/g)].map(([, name]) => name))], ['cite', 'lang', 'dir', 'href']);
});

test('BibTeX: a parser reads what the report states', () => {
  const { id, title, publisher, issued, URL, language } = read(cited('bibtex', full));
  assert.deepEqual({ id, title, publisher, issued, URL, language }, {
    id: 'cote-mer-2021-3', title: 'The north quay opens', publisher: 'Côte & Mer', issued: { 'date-parts': [[2021, 3, 2]] },
    URL: 'https://news.example/quay?a=1&b_c=%20#top', language: 'en',
  });
  assert.equal(read(cited('bibtex', bad)).title, `${hostile} # t`);
  assert.equal(new Cite(`${cited('bibtex', bad)}${cited('bibtex', full)}`).data.length, 2);
  assert.deepEqual(cited('bibtex', entry({ title: 'A', date: '2021' })), '@misc{report-2021-3,\n  title = {{A}},\n  year = {2021},\n}\n');
  assert.match(cited('bibtex', entry({ title: 'A', source: 'صحيفة' }, 12)), /^@misc\{report-12,/);
});

test('CSL-JSON: a list of one, as its schema has it', () => {
  assert.deepEqual(JSON.parse(cited('csl', full)), [{
    id: 'cote-mer-2021-3', type: 'webpage', title: 'The north quay opens', 'container-title': 'Côte & Mer',
    issued: { 'date-parts': [[2021, 3, 2]] }, URL: 'https://news.example/quay?a=1&b_c=%20#top', language: 'en',
  }]);
  for (const from of [full, bad, entry({ title: 'A', source: 'B', date: '2021-03' }), entry({ title: 'A' })]) {
    const [item] = JSON.parse(cited('csl', from));
    const { _graph, ...parsed } = new Cite([item], { strict: true }).data[0];
    assert.deepEqual(parsed, item);
  }
  assert.deepEqual([entry({ title: 'A', source: 'B' }), entry({ title: 'A' })].map((from) => JSON.parse(cited('csl', from))[0].type), ['article-newspaper', 'document']);
});

test('an address that is not of the web is left out', () => {
  for (const format of Object.keys(FORMATS)) assert.doesNotMatch(cited(format, entry({ title: 'A', url: 'javascript:alert(1)' })), /javascript/);
});
