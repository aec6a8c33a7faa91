/** Words of this room that stand in problems are there in both languages, and differ. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notCheckedYet } from './problems.ts';
import { stageWords } from './stage-words.ts';

test('a stage of a file is told in the language of the sentence', () => {
  for (const stage of ['queued', 'reading', 'checked', 'submitted', 'refused', 'withdrawn'] as const) {
    const { title } = notCheckedYet({ stage: stageWords(stage) });
    assert.doesNotMatch(title.en, /[ăâđêôơưàáảãạ]/i, stage);
    assert.ok(title.vi.includes(stageWords(stage).vi));
  }
});
