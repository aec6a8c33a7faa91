import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLanguage } from './in-language.ts';

test('one of two languages is read out of words that stand together, however deep', () => {
  const words = { home: { title: { vi: 'Việc', en: 'Tasks' }, empty: { what: { vi: 'Hết việc', en: 'Nothing left' } } } };
  assert.deepEqual(inLanguage(words, 'vi'), { home: { title: 'Việc', empty: { what: 'Hết việc' } } });
  assert.deepEqual(inLanguage(words, 'en'), { home: { title: 'Tasks', empty: { what: 'Nothing left' } } });
});
