/** Words of this room that stand in problems are there in both languages, and differ. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notCheckedYet, otherKindOfUpload } from './problems.ts';
import { KIND_WORDS, stageWords } from './stage-words.ts';

test('a stage and a kind of a file are told in the language of the sentence', () => {
  for (const stage of ['queued', 'reading', 'checked', 'submitted', 'refused', 'withdrawn'] as const) {
    const { title } = notCheckedYet({ stage: stageWords(stage) });
    assert.doesNotMatch(title.en, /[ăâđêôơưàáảãạ]/i, stage);
    assert.ok(title.vi.includes(stageWords(stage).vi));
  }
  for (const words of Object.values(KIND_WORDS)) assert.ok(otherKindOfUpload(words).title.en.includes(words.wanted.en));
});
