/**
 * The job after "send": numbers are claimed, lines become items, and those that need it are queued to be matched
 * with the population database. In batches, each a transaction; killed anywhere, it goes on where it was.
 */
import { recordAct } from '#authority/audit/record.ts';
import { dayInVietnam } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { openDualClaims, releaseRetyped } from '#record/cases/claims.ts';
import { releaseHeld } from '#record/confirmation/closing-store.ts';
import { lineClaim, moveItems, writeItems } from '#record/confirmation/store.ts';
import type { FreedGroup, ItemToWrite } from '#record/confirmation/store.ts';
import { firstState } from '#record/confirmation/step.ts';
import { enqueueMatches } from '#record/matching/queue.ts';
import { startForDeclared, startForStatements, voidFor } from '#record/clocks/run.ts';
import { baseFor } from '#record/register/apply.ts';
import { groupOfOperation, kindOfOperation } from '#record/register/line-operation.ts';
import { readPeople, readSalts } from '#record/register/store.ts';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import type { GroupCode, GroupDocument, RecordDocument } from '#standard/shapes.ts';
import { keepWithItems } from './acceptance-store.ts';
import { queueMatches } from './confirm.ts';
import { claimNumbers } from './claim-numbers.ts';
import { BATCH_LINES } from './limits.ts';
import { readLines, retypedPeople, settleLines } from './line-store.ts';
import { letWait, registeredElsewhere } from './let-wait.ts';
import type { StoredLine, Verdict } from './line-store.ts';
import type { IntakeNeeds } from './needs.ts';
import type { LineContent } from './shapes.ts';
import { changeFile, fileOfRound } from './store.ts';
import type { StoredFile } from './store.ts';

const IDENTITY: GroupCode = 'B';

export async function advanceSubmission(needs: IntakeNeeds, job: { submissionId: string; round: number; bodyId: string }): Promise<void> {
  const handle = await needs.jobSession(job.bodyId);
  let after = 0;
  for (;;) {
    const last = await needs.db.transaction(handle, async (tx) => {
      const file = await fileOfRound(tx, job.submissionId, job.round, { lock: true });
      if (!file || file.stage !== 'submitted' || file.advanced) return null;
      const lines = await readLines(tx, needs.keys, job.submissionId, job.round, {
        afterLine: after,
        limit: BATCH_LINES,
        verdict: 'accepted',
      });
      await advanceBatch(tx, needs, file, lines);
      const end = lines.at(-1)?.lineNo;
      // When all of its claims are committed: of two bodies that send one number in the same second, the later to come here sees both.
      if (end === undefined) {
        await letRetypedGo(tx, needs, file);
        await openDualClaims(tx, needs, file);
      }
      // `done` counts lines that are settled; the last batch closes the count also when some had to wait.
      const done = end === undefined ? file.total : Math.min(file.total - 1, file.done + lines.length);
      await changeFile(tx, job, { done });
      return end ?? null;
    });
    if (last === null) return;
    after = last;
  }
}

/** A number that this round corrects was never this person's: nothing waits under it any more, and nobody meets its claim. */
async function letRetypedGo(tx: Tx, needs: IntakeNeeds, file: StoredFile): Promise<void> {
  if (file.round === 1) return;
  const retyped = await retypedPeople(tx, file.submissionId, file.round);
  if (retyped.length === 0) return;
  const left = await moveItems(
    tx,
    { kind: 'superseded' },
    { submissionId: file.submissionId, personIds: retyped, beforeRound: file.round },
  );
  await releaseHeld(tx, left, queueMatches(needs));
  await releaseRetyped(tx, needs, file, retyped);
  await voidFor(tx, needs, { submissionId: file.submissionId, personIds: retyped });
}

async function advanceBatch(tx: Tx, needs: IntakeNeeds, file: StoredFile, lines: readonly StoredLine[]): Promise<void> {
  // Whoever stands in a corrected file is answered by it, also when it says again what the register holds: nothing stays returned then.
  const known = lines.flatMap((line) => line.personId ?? []);
  const left: FreedGroup[] = [];
  if (file.round > 1 && known.length > 0)
    left.push(
      ...(await moveItems(tx, { kind: 'superseded' }, { submissionId: file.submissionId, personIds: known, beforeRound: file.round })),
    );
  const sent = lines.filter(({ content }) => content !== null && content.changed.length + (content.operations ?? []).length > 0);
  if (sent.length > 0) left.push(...(await sendLines(tx, needs, file, sent)));
  // Last: what this round states again stays occupied, only what it no longer states is free for another file.
  await releaseHeld(tx, left, queueMatches(needs));
}

/** Claims numbers and writes the items of lines that change something. Returns the groups that items of earlier rounds have left. */
async function sendLines(tx: Tx, needs: IntakeNeeds, file: StoredFile, sent: readonly StoredLine[]): Promise<readonly FreedGroup[]> {
  const claimed = await claimNumbers(tx, needs, file, sent);
  const settled: { lineNo: number; personId: string | null; verdict: Verdict }[] = sent.map((line) => {
    const personId = claimed.get(Buffer.from(line.idHash!).toString('hex')) ?? null;
    // Between check and send another body registered the person: nothing is lost, the line waits and says so.
    return { lineNo: line.lineNo, personId, verdict: personId === null ? 'waiting' : 'accepted' };
  });
  await settleLines(tx, file, settled);
  const lost = sent.filter((_, index) => settled[index]!.personId === null);
  if (lost.length > 0) await letWait(tx, needs, file, registeredElsewhere(needs, file, lost));
  const ours = sent.flatMap((line, index) => {
    const personId = settled[index]!.personId;
    return personId === null ? [] : [{ line, personId }];
  });
  const ids = ours.map((one) => one.personId);
  const people = await readPeople(tx, needs.keys, ids);
  const salts = await readSalts(tx, ids);
  const items = ours.flatMap(({ line, personId }) => itemsOfLine(needs, file, line, personId, people.get(personId)));
  const left = await moveItems(tx, { kind: 'superseded' }, { submissionId: file.submissionId, personIds: ids, beforeRound: file.round });
  await writeItems(tx, needs.keys, salts, items);
  await startForStatements(
    tx,
    needs,
    ours.map(({ line, personId }) => ({
      personId,
      bodyId: file.bodyId,
      submissionId: file.submissionId,
      standing: people.get(personId)?.document,
      stated: statedOfLine(line.content!),
    })),
  );
  // What the person declares themselves is due from the day on which they sent it, with a paper or without.
  if (file.source === 'person')
    await startForDeclared(
      tx,
      needs,
      ours.map(({ line, personId }) => ({
        personId,
        bodyId: file.bodyId,
        submissionId: file.submissionId,
        sentOn: file.asOf ?? dayInVietnam(file.at),
        groups: Object.keys(statedOfLine(line.content!)),
      })),
    );
  await keepWithItems(
    tx,
    needs.keys,
    file,
    ours.map(({ line, personId }) => ({ personId, fixed: line.content!.fixed ?? [] })),
  );
  const toMatch = [
    ...new Set(items.filter((item) => item.state === firstState({ occupied: false, needsMatch: true })).map((item) => item.personId)),
  ];
  if (toMatch.length > 0)
    await enqueueMatches(
      tx,
      { submissionId: file.submissionId, bodyId: file.bodyId, at: needs.clock.now() },
      toMatch.map((personId) => ({ personId })),
    );
  await recordAct(
    tx,
    needs,
    ours.map(({ line, personId }) => ({
      act: 'submission.line-sent' as const,
      purpose: 'SUBMIT' as const,
      bodyId: file.bodyId,
      objectId: personId,
      revision: file.round,
      payload: {
        submissionId: file.submissionId,
        line: line.lineNo,
        groups: line.content!.changed,
        ...(line.content!.operations
          ? { acts: line.content!.operations.map(({ operation }) => [kindOfOperation(operation), operation.section]) }
          : {}),
      },
    })),
  );
  return left;
}

/** What changes something of a line: its groups, and lines of acts on single ones among those. */
function statedOfLine({ groups, changed, operations = [] }: LineContent): RecordDocument {
  const stated: Record<string, Record<string, unknown>> = {};
  for (const group of changed) stated[group] = { ...groups[group] };
  for (const { operation } of operations) {
    if ('end' in operation) continue;
    const group = (stated[groupOfOperation(operation)] ??= {});
    const line = 'add' in operation ? operation.add : operation.line;
    const lines = group[operation.section];
    group[operation.section] = [...(Array.isArray(lines) ? (lines as unknown[]) : []), line];
  }
  return stated as RecordDocument;
}

function itemsOfLine(
  needs: IntakeNeeds,
  file: StoredFile,
  line: StoredLine,
  personId: string,
  person: RegisteredPerson | undefined,
): ItemToWrite[] {
  const at = needs.clock.now();
  const validFrom = file.asOf ?? needs.clock.today();
  const content = line.content!;
  const shared = {
    personId,
    submissionId: file.submissionId,
    round: file.round,
    bodyId: file.bodyId,
    validFrom,
    name: line.name,
    maker: file.sender,
    listEdition: file.listEdition,
    createdAt: at,
  };
  const itemId = (): string => needs.chance.uuid7(Date.parse(at));
  const groups = content.changed.map((group) => ({
    ...shared,
    validFrom: content.days?.[group] ?? validFrom,
    itemId: itemId(),
    group,
    // A person who is not in the register yet is not known at all before the identity is matched; of a known one only the identity waits.
    state: firstState({ occupied: false, needsMatch: group === IDENTITY || !person }),
    comparedVersion: baseFor(person, [], group, content.days?.[group] ?? validFrom).version,
    stated: content.groups[group] as GroupDocument,
  }));
  const acts = (content.operations ?? []).map(({ no, operation }) => {
    const group = groupOfOperation(operation);
    return {
      ...shared,
      itemId: itemId(),
      group,
      // A line says nothing that the population database is asked about.
      state: firstState({ occupied: false, needsMatch: !person }),
      comparedVersion: person?.heads[group]?.v ?? 0,
      stated: {},
      act: { operation, claim: lineClaim(operation, file.submissionId, no) },
    };
  });
  return [...groups, ...acts];
}
