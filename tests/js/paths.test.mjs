/** What the command for `npx` is told of this machine's paths, of POSIX and of Windows. */
import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { test } from 'node:test';
import { mapped } from '../../pkg/bin/paths.js';

test('of POSIX, paths are what they are', () => {
  const words = ['build', '/srv/news', 'a\\b', '-o', '../b.brief'];
  assert.deepEqual(mapped(words, '/home/ann', posix), { args: words, env: { PWD: '/home/ann' }, preopens: { '/': '/' } });
  assert.equal(mapped([], '/', posix).env.PWD, '/');
});

test('of Windows, drives and shares are folders of one tree', () => {
  const told = (...words) => mapped(words, 'C:\\Users\\Ann', win32);
  assert.deepEqual(told('build', 'news'), { args: ['build', 'news'], env: { PWD: '/C/Users/Ann' }, preopens: { '/C': 'C:\\' } });
  const { args, preopens } = told('C:\\news', 'd:/more\\x.txt', '\\top', '\\\\server\\share\\all', 'C:\\', '..\\in\\a.md', 'in\\..\\b.md', '-', '--html=C:\\o.html', '-oD:\\b.brief');
  assert.deepEqual(args, ['/C/news', '/D/more/x.txt', '/C/top', '/server/share/all', '/C', '../in/a.md', 'in/../b.md', '-', '--html=/C/o.html', '-o/D/b.brief']);
  assert.deepEqual(preopens, { '/C': 'C:\\', '/D': 'D:\\', '/server/share': '\\\\server\\share\\' });
  assert.equal(mapped([], '\\\\server\\share\\in', win32).env.PWD, '/server/share/in');
});

test('of Windows, what is no path stays as it is', () => {
  const words = ['search', 'b.brief', 'source:herald "a b"', 'c:', '--title', 'C:\\ and D:\\', '--title=A\\B', '--limit', '5'];
  assert.deepEqual(mapped(words, 'C:\\', win32).args, words);
});
