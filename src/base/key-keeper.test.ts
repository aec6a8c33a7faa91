/** A key service that is not there, hangs, answers nonsense or another key: each is told by its name, and nothing is opened by it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { askKeyService } from './key-keeper.ts';

const folder = mkdtempSync(join(tmpdir(), 'key-service-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
/** A program that runs these lines of shell. */
const program = (lines: string): string => {
  const file = join(folder, `service-${++made}`);
  writeFileSync(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return file;
};
const why = (file: string, waitMs?: number): string => {
  const answer = askKeyService(file, 'open', Buffer.from('khóa'), waitMs);
  assert.ok(!answer.ok);
  assert.equal(answer.problems[0]!.code, 'E-KEY-SERVICE-FAILED');
  return answer.problems[0]!.title.en;
};

test('what it is sent and what it answers are bytes, also such as no text has', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const answer = askKeyService(program('test "$1" = seal && cat'), 'seal', bytes);
  assert.ok(answer.ok);
  assert.deepEqual(Buffer.from(answer.value), Buffer.from(bytes));
});

test('who is not there, may not be run, ends with an error or is killed is told as such', () => {
  assert.match(why(join(folder, 'nobody')), /could not be run \(ENOENT\)/);
  const closed = join(folder, 'closed');
  writeFileSync(closed, '#!/bin/sh\ncat\n', { mode: 0o600 });
  assert.match(why(closed), /could not be run \(EACCES\)/);
  assert.match(why(program('exit 3')), /ended with 3/);
  assert.match(why(program('kill -9 $$')), /ended with SIGKILL/);
});

test('who does not answer is ended, and who answers without end too', () => {
  assert.match(why(program('exec sleep 600'), 50), /no answer in time/);
  assert.match(why(program('exec yes AAAA')), /not one line of base64/);
});

test('an answer that is none opens nothing, and what is said on standard error is not repeated', () => {
  assert.match(why(program('echo "hello, world!"')), /not one line of base64/);
  assert.match(why(program('true')), /not one line of base64/);
  assert.doesNotMatch(why(program('echo PIN 4321 >&2; exit 1')), /4321/);
});
