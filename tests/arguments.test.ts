import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from './arguments.ts';

test('parts of paths, repetitions and work beside are told apart', () => {
  assert.deepEqual(readArguments([]), { parts: [], times: 1, busy: false });
  assert.deepEqual(readArguments(['--repeat', '5', '--busy', 'tests/journeys']), { parts: ['tests/journeys'], times: 5, busy: true });
  assert.deepEqual(readArguments(['src/base', 'door', '--busy']), { parts: ['src/base', 'door'], times: 1, busy: true });
});

test('a request that cannot be met is told, not half met', () => {
  for (const args of [['--repeat'], ['--repeat', '0'], ['--repeat', 'viele'], ['--repeat', '1.5'], ['--fast'], ['-x']])
    assert.equal(typeof readArguments(args), 'string', args.join(' '));
});
