/** `congvu standard diff A B [--json]`: what differs between two versions of the exchange standard. A version is its number, `now`, or a file of one. */
import { join } from 'node:path';
import { currentSnapshot, readSnapshot, standardDifferences } from '#doors/exchange/standard-snapshot.ts';
import type { DifferenceKind, StandardSnapshot } from '#doors/exchange/standard-snapshot.ts';
import type { StandardIo } from './standard-command.ts';
import { standardVersionUnknown } from './problems.ts';

const WORDS: Readonly<Record<DifferenceKind, string>> = { added: 'thêm', changed: 'đổi', narrowed: 'thu hẹp', removed: 'bỏ' };

async function snapshotOf(named: string, releases: string, io: StandardIo): Promise<StandardSnapshot | null> {
  if (named === 'now') return currentSnapshot();
  const path = /^\d+\.\d+$/.test(named) ? join(releases, `${named}.json`) : named;
  try {
    return readSnapshot(Buffer.from(await io.readFile(path)).toString('utf8'));
  } catch {
    return null;
  }
}

/** Exit 0 nothing breaks, 1 something does, 2 a version that is not there. */
export async function runStandardDiff(
  request: { readonly from: string; readonly to: string; readonly releases: string; readonly json: boolean },
  io: StandardIo,
): Promise<number> {
  const [from, to] = [await snapshotOf(request.from, request.releases, io), await snapshotOf(request.to, request.releases, io)];
  if (from === null || to === null) {
    io.sayProblems([standardVersionUnknown({ version: from === null ? request.from : request.to })]);
    return 2;
  }
  const differences = standardDifferences(from, to);
  const breaking = differences.filter(({ breaks }) => breaks).length;
  if (request.json) io.answer(JSON.stringify({ from: from.version, to: to.version, breaks: breaking > 0, differences }));
  else {
    for (const { kind, thing, was, is, breaks } of differences)
      io.answer(
        `${breaks ? '✗' : '·'} ${WORDS[kind]} ${thing}${was === null ? '' : `\n    trước: ${was}`}${is === null ? '' : `\n    sau: ${is}`}`,
      );
    io.answer(`${from.version} → ${to.version}: ${differences.length} khác biệt, ${breaking} phá vỡ phần mềm đã đạt bản trước.`);
  }
  return breaking > 0 ? 1 : 0;
}
