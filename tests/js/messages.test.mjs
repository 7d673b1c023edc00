/** The words of the widget and of the studio: every language says the same things, and nothing is said that is not shown. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ENGLISH, Locale } from '../../pkg/element/locale.js';

const element = fileURLToPath(new URL('../../pkg/element/', import.meta.url));
const studio = fileURLToPath(new URL('../../www/studio/', import.meta.url));

/** All languages of a folder. */
async function spoken(folder) {
  const names = readdirSync(`${folder}messages`).map((file) => file.replace('.js', ''));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await import(`${folder}messages/${name}.js`)).default])));
}
const messages = await spoken(element);
const all = { widget: messages, studio: await spoken(studio) };

const forms = (message) => (typeof message === 'string' ? { other: message } : message);
const places = (text) => [...new Set(text.match(/\{\w+\}/g))].sort();

for (const [whose, messages] of Object.entries(all)) for (const [language, said] of Object.entries(messages)) {
  test(`the ${whose}’s ${language} has every message, in all forms that its grammar counts in, with the values it needs`, () => {
    assert.deepEqual(Object.keys(said).sort(), Object.keys(messages.en).sort());
    const counted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(said)) {
      const needed = places(forms(messages.en[key]).other);
      assert.equal(typeof message, typeof messages.en[key], key);
      for (const [form, text] of Object.entries(forms(message))) {
        assert.ok(text.trim() || key === 'comma', `${key}.${form}`);
        assert.ok(form === 'other' || counted.includes(form), `${key}.${form}: ${language} has no such form`);
        // A form for one, two or none may spell the number out; nothing else may be lost, and nothing invented.
        const kept = form === 'other' ? needed : needed.filter((place) => place !== '{n}');
        assert.deepEqual(places(text).filter((place) => place !== '{n}'), kept.filter((place) => place !== '{n}'), `${key}.${form}`);
        if (form === 'other') assert.deepEqual(places(text), needed, key);
      }
      if (language === 'ar' && typeof message === 'object') assert.deepEqual(Object.keys(message).sort(), [...counted].sort(), key);
    }
  });
}

/** Everything of a folder but its messages. */
const code = (folder) => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js') && !file.startsWith('messages'))
  .map((file) => readFileSync(`${folder}${file}`, 'utf8')).join('\n');

const USES = {
  // The kinds of difference have messages of their own names.
  widget: code(element) + readFileSync(`${element}../dist/types.d.ts`, 'utf8'),
  // What was changed last names the message of its undoing.
  studio: code(studio) + ['Title', 'Source', 'Date', 'Url', 'Order', 'Exclude', 'Name', 'Remove'].map((what) => `'undo${what}'`).join(),
};

for (const [whose, used] of Object.entries(USES)) {
  test(`every message of the ${whose} is used, and every message used is there`, () => {
    const { en } = all[whose];
    for (const [, key] of used.matchAll(/\bt\('(\w+)'/g)) assert.ok(key in en, key);
    for (const key of Object.keys(en)) assert.ok(new RegExp(`['"\`]${key}['"\`]|\\b${key}: '|: '${key}'`).test(used), `${key} is not used`);
  });
}

test('a locale writes counts, dates and periods as its language does', () => {
  assert.equal(ENGLISH.t('reports', { n: 1 }), '1 report');
  assert.equal(ENGLISH.t('reports', { n: 1200 }), '1,200 reports');
  const plain = (text) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');
  assert.equal(ENGLISH.day('2024-01-25'), '25 Jan 2024');
  assert.equal(ENGLISH.day('2024-01'), 'Jan 2024');
  assert.equal(ENGLISH.day('2024'), '2024');
  assert.match(plain(ENGLISH.period('2024-07-22/2024-07-23')), /^22 ?– ?23 Jul 2024$/);
  assert.match(plain(ENGLISH.period('2023-12/2024-01-05')), /^Dec 2023 – 5 Jan 2024$/);
  assert.match(plain(ENGLISH.months('2023-08-09', '2024-07-24')), /^Aug 2023 – Jul 2024$/);
  assert.equal(plain(ENGLISH.months('2023-08-09', '2023-08-24')), 'Aug 2023');
  assert.equal(plain(ENGLISH.months('2023', '2023-08-24')), '2023');
  for (const text of ['soon', '2024-1', '<b>', '']) assert.equal(ENGLISH.day(text), text);
  assert.equal(ENGLISH.period('2024/soon'), '2024 – soon');
  const arabic = new Locale('ar', messages.ar);
  assert.equal(arabic.dir, 'rtl');
  assert.equal(arabic.t('reports', { n: 2 }), 'تقريران');
  assert.match(new Locale('fr', messages.fr).day('2024-01-25'), /^25 janv\. 2024$/);
  assert.match(new Locale('en-US', messages.en).day('2024-01-25'), /^Jan 25, 2024$/);
});

test('a message with a template among its values gives the pieces', () => {
  const mark = { a: 'template' };
  assert.deepEqual(ENGLISH.t('noSuchReport', { name: mark }), ['No report here is named “', mark, '”']);
});
