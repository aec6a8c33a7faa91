/** Reporter of one process of tests: failures in full, a count as its last line, for `tests/run.ts` to add up. */
import type { TestEvent } from 'node:test/reporters';
import { processorSeconds } from './processor.ts';

interface Failure {
  readonly name: string;
  readonly file: string;
  readonly why: string;
}

const text = (error: unknown): string => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
};

/** Marks the line that the runner reads: passed, failed, seconds of processor. */
export const COUNT = '#congvu-count';
/** Marks a line on standard error that the runner prints whatever comes of the tests: what one of them measured. */
export const FIGURE = '#congvu-figure';

export default async function* summary(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  const failures: Failure[] = [];
  for await (const event of source) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      yield event.data.message;
      continue;
    }
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { data } = event;
    const isSuite = data.details.type === 'suite';
    if (event.type === 'test:fail') {
      // A suite or a file that fails only because one of its tests did is counted once, with that test.
      const error: unknown = (data.details as { error?: unknown }).error;
      const kind = (error as { failureType?: string } | undefined)?.failureType;
      if (kind === 'subtestsFailed') continue;
      failures.push({ name: data.name, file: data.file ?? '', why: text(error) });
    } else if (typeof data.skip === 'string' && data.skip !== '')
      // A program of somebody else is not on this machine: said, whatever comes of the others.
      yield `${FIGURE} NOT tried here: ${data.name} (${data.skip})\n`;
    else if (data.skip !== undefined || data.todo !== undefined)
      failures.push({ name: data.name, file: data.file ?? '', why: 'skipped: nothing is skipped silently here' });
    else if (!isSuite) passed += 1;
  }
  for (const failure of failures) yield `\n✖ ${failure.name}\n  ${failure.file}\n  ${failure.why.split('\n').slice(0, 14).join('\n  ')}\n`;
  yield `${COUNT} ${passed} ${failures.length} ${processorSeconds().toFixed(1)}\n`;
}
