/** Where acronyms of the glossary stand in a text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Acronyms } from '../../pkg/element/acronyms/acronyms.js';
import { marked } from '../../pkg/element/marked.js';

/** @param {string} short @param {object} [more] */
const entry = (short, more) => ({ short, variants: [], long: null, definedAt: [], documents: ['d'], undefinedIn: ['d'], ...more });

/** The words found in a text, with the place of each. */
function found(entries, text, { document = 'd', start = 0 } = {}) {
  return new Acronyms(entries).in({ document, text, start }).map(({ range: [from, to] }) => `${text.slice(from - start, to - start)}@${from}`);
}

test('acronyms are found as whole words, spelled exactly, once in a text', () => {
  const entries = [entry('HB'), entry('U.S.', { variants: ['US'] }), entry('AB-C', { variants: ['AB C'] }), entry('AB'), entry('T+Z')];
  assert.deepEqual(found(entries, 'The HB and the HB, not HBO, hb or XHB.'), ['HB@4']);
  assert.deepEqual(found(entries, '(HB) “U.S.-led” HB’s US'), ['HB@1', 'U.S.@6'], 'a variant is the same acronym');
  assert.deepEqual(found(entries, 'In the U.S. An AB C and an AB; AB-C.'), ['U.S.@7', 'AB C@15', 'AB@27']);
  assert.deepEqual(found(entries, 'U.S.A. is not US, nor is AUS, U.S or ÉUS; USÉ'), ['US@14']);
  assert.deepEqual(found(entries, 'T+Z'), ['T+Z@0']);
  assert.deepEqual(found(entries, 'HB', { start: 100 }), ['HB@100']);
});

test('only acronyms that the report uses are found in it', () => {
  assert.deepEqual(found([entry('IT', { documents: ['other'] })], 'IT IS HERE'), []);
  assert.deepEqual(found([], 'HB'), []);
});

test('where the text itself spells it out, there is nothing to tell', () => {
  const text = 'The Harbour Board (HB) opens. The HB stays.';
  const definedAt = [{ document: 'd', start: 4, end: 22, text: 'Harbour Board (HB)' }];
  assert.deepEqual(found([entry('HB', { definedAt })], text), []);
  assert.deepEqual(found([entry('HB', { definedAt })], 'The HB stays.', { start: 30 }), ['HB@34']);
  assert.deepEqual(found([entry('HB', { definedAt, documents: ['d', 'e'] })], text, { document: 'e' }), ['HB@19'], 'not there');
});

test('an acronym of two long forms has both, or the one that the report uses', () => {
  const [one, other] = [entry('AB', { long: 'Able Body' }), entry('AB', { long: 'Any Board', documents: ['d', 'e'] })];
  const of = (document) => new Acronyms([one, other]).in({ document, text: 'AB', start: 0 })[0].entries;
  assert.deepEqual(of('d'), [one, other]);
  assert.deepEqual(of('e'), [other]);
});

test('marks can hold words that are shown in a way of their own', () => {
  const mark = (words, at) => `<${words}@${at}>`;
  const write = ({ text, start }) => `${text}#${start}`;
  assert.deepEqual(marked({ text: 'one two three', start: 10 }, [[14, 17]], mark, write), ['one #10', '<two#14@14>', ' three#17']);
  assert.deepEqual(marked({ text: 'one two', start: 10 }, [[0, 13]], mark), ['<one@10>', ' two']);
});
