/**
 * First words on a batch that was read: what cannot be taken is rejected, what was said before is a duplicate, what meets another value is a conflict, and
 * the rest goes on without anybody's click. In the caller's transaction, with the file held.
 */
import type { Tx } from '#base/database/transaction.ts';
import type { Problem } from '#base/problem.ts';
import { personElsewhere } from '#record/intake/problems.ts';
import { MAJORS, isTakenVersion } from '#standard/exchange-standard/versions.ts';
import { personTwoBodies } from '#standard/problems/rules.ts';
import { lastProblemNo, problemGroups, readProblems, writeProblems } from '#record/intake/problem-store.ts';
import type { StoredProblem } from '#record/intake/problem-store.ts';
import type { StoredFile } from '#record/intake/store.ts';
import { sendFile } from '#record/intake/submit.ts';
import { placedChanges, standingFacts, statedValues } from './batch-changes.ts';
import type { PlacedChange } from './batch-changes.ts';
import { comparedChanges } from './compare.ts';
import type { Comparison } from './compare.ts';
import { PROBLEMS_READ_MAX } from './limits.ts';
import { plainProblem } from './plain-problem.ts';
import { changeId } from './protocol/digests.ts';
import { factDiffers, heldByAnother, notTheWriter, schemaUnknown } from './problems.ts';
import type { SettleNeeds } from './places.ts';
import type { ExchangeChange } from './shapes.ts';
import { saidBefore, writeChanges } from './verdict-store.ts';
import type { KeptBatch, KeptChange } from './verdict-store.ts';

/** What is taken, for whoever sent something else. */
const TAKEN = Object.entries(MAJORS)
  .flatMap(([name, majors]) => majors.map((major) => `${name}@${major}`))
  .join(', ');
/** Somebody of another agency. */
const ELSEWHERE: ReadonlySet<string> = new Set([personElsewhere.declaration.code, personTwoBodies.declaration.code]);

/** The keyed name of a change: the same in every epoch, and nothing that could be guessed. */
export const nameOfChange = (needs: Pick<SettleNeeds, 'keys'>, bodyId: string, change: ExchangeChange): string =>
  needs.keys.keyedHash('exchange-change', `${bodyId}\n${changeId(change)}`);

/** Is the problem about this change? Where it stands is the number of the change, or a value below its person. */
function isAbout({ place }: StoredProblem, { change, place: { root, path } }: PlacedChange): boolean {
  const told = place?.['path'];
  if (typeof told !== 'string') return false;
  const own = path === null ? null : `/${root}${path}`;
  return (
    told === own || (own !== null && told.startsWith(`${own}/`)) || (told === `/${change.seq}` && (path === null || told !== `/${root}`))
  );
}

const rejection = (problem: StoredProblem): Problem =>
  ELSEWHERE.has(problem.code) ? { ...notTheWriter(), where: { path: String(problem.place?.['path'] ?? '') } } : plainProblem(problem);

/** Of a person who cannot be taken: each change by what is wrong with it, or with the person. */
function rejectedOf(own: readonly PlacedChange[], problems: readonly StoredProblem[]): ReadonlyMap<number, readonly Problem[]> {
  const wrong = new Map(own.map((one) => [one.change.seq, problems.filter((problem) => isAbout(problem, one)).map(rejection)]));
  const ofPerson = problems.filter((problem) => !own.some((one) => isAbout(problem, one))).map(rejection);
  const others = ofPerson.length > 0 ? ofPerson : [heldByAnother()];
  return new Map([...wrong].map(([seq, told]) => [seq, told.length > 0 ? told : others]));
}

/** Keeps a first word on each change, and sends on what can be taken. */
export async function judgeBatch(
  tx: Tx,
  needs: SettleNeeds,
  batch: KeptBatch,
  file: StoredFile,
  changes: readonly ExchangeChange[],
): Promise<void> {
  const placed = await placedChanges(tx, needs, file, changes);
  const problems = (await readProblems(tx, needs.keys, file.submissionId, file.round, { limit: PROBLEMS_READ_MAX })).filter(
    ({ severity }) => severity === 'error',
  );
  const refusal =
    file.stage === 'refused' && file.report.refusal ? plainProblem({ ...file.report.refusal, place: null, field: null }) : null;
  const facts = await standingFacts(
    tx,
    needs,
    placed.flatMap(({ line }) => line?.personId ?? []),
  );
  const names = new Map(changes.map((change) => [change.seq, nameOfChange(needs, batch.bodyId, change)]));
  const before = await saidBefore(tx, batch.bodyId, [...names.values()]);
  const kept: KeptChange[] = [];
  const conflicts: PlacedChange[] = [];
  for (const own of Map.groupBy(placed, ({ place }) => place.root).values()) {
    const line = own[0]!.line;
    const isTaken = refusal === null && line !== null && line.verdict === 'accepted';
    const ofLine = problems.filter(({ lineNo }) => line !== null && lineNo === line.lineNo);
    const wrong = isTaken ? null : rejectedOf(own, ofLine);
    const standing = facts.get(line?.personId ?? '') ?? {};
    const compared = isTaken
      ? comparedChanges(
          own.map(({ change }) => change),
          standing,
          statedValues(own),
        )
      : new Map<number, Comparison>();
    const isKnown = line?.personId !== null && facts.has(line?.personId ?? '');
    for (const one of own) {
      const { seq, operation } = one.change;
      const name = names.get(seq)!;
      const was = before.get(name);
      const head = { seq, lineNo: line?.lineNo ?? null, itemId: null, name, was: null, problems: [] };
      const how = compared.get(seq);
      if (was !== undefined) kept.push({ ...head, verdict: 'duplicate', was });
      // Kept as it was received, and judged by nobody: its words are not known here.
      else if (!isTakenVersion(one.change.schema))
        kept.push({ ...head, verdict: 'quarantined', problems: [schemaUnknown({ schema: one.change.schema, supported: TAKEN })] });
      else if (wrong) kept.push({ ...head, verdict: 'rejected', problems: refusal ? [refusal] : (wrong.get(seq) ?? [heldByAnother()]) });
      else if (how === 'same' || (operation === 'claim' && isKnown)) kept.push({ ...head, verdict: 'duplicate', was: 'accepted' });
      else if (how === 'conflict') {
        conflicts.push(one);
        kept.push({ ...head, verdict: 'conflict', problems: [factDiffers()] });
      } else kept.push({ ...head, verdict: 'quarantined' });
    }
  }
  await writeChanges(tx, batch, kept);
  await tellConflicts(tx, needs, file, conflicts);
  if (file.stage === 'checked' && file.counts.accepted > 0) await sendOn(tx, needs, file);
}

/** The officer is shown that the sender did not know what stands: beside both values, at the very place. */
async function tellConflicts(tx: Tx, needs: SettleNeeds, file: StoredFile, conflicts: readonly PlacedChange[]): Promise<void> {
  if (conflicts.length === 0) return;
  await writeProblems(
    tx,
    needs.keys,
    file,
    await lastProblemNo(tx, file),
    conflicts.map(({ line, place }) => ({
      lineNo: line!.lineNo,
      problem: factDiffers({}, { severity: 'warning', where: { path: `/${place.root}${place.path ?? ''}` } }),
      nationalId: line!.content?.nationalId ?? null,
    })),
  );
}

/** Nobody presses a button for a program: its warnings are told to the officer, and what is wrong has been told back. */
async function sendOn(tx: Tx, needs: SettleNeeds, file: StoredFile): Promise<void> {
  if (file.sender.kind === 'node') throw new Error('a batch comes in the name of who enrolled the node');
  const warnings = (await problemGroups(tx, file.submissionId, file.round)).filter(({ severity }) => severity === 'warning');
  const sent = await sendFile(tx, needs, file, {
    asOf: file.asOf ?? needs.clock.today(),
    acknowledgedCodes: [...new Set(warnings.map(({ code }) => code))],
    partial: true,
    again: null,
    sender: { accountId: file.sender.id, identity: file.sender.identity, name: file.senderName ?? '' },
    approvedBy: null,
    isFinal: true,
  });
  if (!sent.ok) throw new Error(`a batch was not sent on: ${sent.problems[0]!.code}`);
}
