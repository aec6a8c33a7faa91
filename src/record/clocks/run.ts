/** Clocks start and end in the transaction of the act that starts or ends them, each with its row in the log. */
import { currentLists, pinOf } from '#authority/code-lists/editions.ts';
import { recordAct } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Act } from '#authority/audit/shapes.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { OnRegistered, Registered } from '#record/register/port.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { BRING, CORRECT, CREATE, DECLARE, RATE, RECORD, RIGHTS, declarationOf, termFor, termsOf } from './clocks-of.ts';
import type { RunningTerm } from './clocks-of.ts';
import { endClocks, endDeclared, firstLoadsAmong, handOverClocks, insertClocks, voidClocks } from './store.ts';
import type { EndedClock, Voided } from './store.ts';

export type ClockNeeds = AuditNeeds & { readonly clock: { today(): PlainDate } };

/** What was sent of one person. */
export interface StatementOfPerson {
  readonly personId: string;
  readonly bodyId: string;
  readonly submissionId: string | null;
  /** what the register holds; undefined: nobody is registered */
  readonly standing: RecordDocument | undefined;
  readonly stated: RecordDocument;
}

/** The terms that these statements start; nothing for those that cite no paper of the days of the decree. */
export async function startForStatements(tx: Tx, needs: ClockNeeds, statements: readonly StatementOfPerson[]): Promise<void> {
  const today = needs.clock.today();
  await start(tx, needs, statements, ({ standing, stated }) => termsOf(standing, stated, today));
}

async function start<T extends Pick<StatementOfPerson, 'personId' | 'bodyId' | 'submissionId'>>(
  tx: Tx,
  needs: ClockNeeds,
  people: readonly T[],
  termsFor: (one: T) => readonly RunningTerm[],
): Promise<void> {
  const lists = await currentLists(tx);
  const at = needs.clock.now();
  const clocks = judgedBy(lists, () =>
    people.flatMap((one) =>
      termsFor(one).map((term) => ({
        ...term,
        clockId: needs.chance.uuid7(Date.parse(at)),
        personId: one.personId,
        bodyId: one.bodyId,
        submissionId: one.submissionId,
        listEdition: pinOf(lists),
      })),
    ),
  );
  if (clocks.length === 0) return;
  const made = await insertClocks(tx, clocks, at);
  await recordAct(
    tx,
    needs,
    clocks
      .filter(({ clockId }) => made.has(clockId))
      .map(({ clockId, personId, bodyId, term, about, startOn, due }) => ({
        act: 'clock.started' as const,
        purpose: 'REGISTER' as const,
        bodyId,
        objectId: personId,
        payload: { clock: clockId, term, about, startOn, lastDay: due.lastDay, forecast: due.forecast },
      })),
  );
}

/** A person reported a value: the law's own term for correcting runs, beside the shorter one of the desk. */
export const startForReport = (
  tx: Tx,
  needs: ClockNeeds,
  { reportId, ...of }: { readonly reportId: string; readonly personId: string; readonly bodyId: string },
): Promise<void> => start(tx, needs, [{ ...of, submissionId: null }], () => termFor(CORRECT, reportId, needs.clock.today()));

/** The report was settled, whatever came of it: it is answered. */
export const endForReport = async (
  tx: Tx,
  needs: ClockNeeds,
  { reportId, personId }: { readonly reportId: string; readonly personId: string },
): Promise<void> =>
  recordEnds(tx, needs, 'clock.done', await endClocks(tx, needs.clock.now(), [{ personId, term: CORRECT, about: reportId }]));

/** A person asked about the own data by a right of the law: the term of that right runs. */
export const startForRequest = (
  tx: Tx,
  needs: ClockNeeds,
  {
    requestId,
    term,
    personId,
    bodyId,
  }: { readonly requestId: string; readonly term: string; readonly personId: string; readonly bodyId: string },
): Promise<void> => start(tx, needs, [{ personId, bodyId, submissionId: null }], () => termFor(term, requestId, needs.clock.today()));

/** The request was answered, whatever the answer says. */
export const endForRequest = async (
  tx: Tx,
  needs: ClockNeeds,
  { requestId, personId }: { readonly requestId: string; readonly personId: string },
): Promise<void> => {
  const asked = RIGHTS.map((term) => ({ personId, term, about: requestId }));
  await recordEnds(tx, needs, 'clock.done', await endClocks(tx, needs.clock.now(), asked));
};

/** The own person declared in full: their own term is kept. MUST run in the transaction that sends the declaration. */
export const endForDeclaration = async (tx: Tx, needs: ClockNeeds): Promise<void> =>
  recordEnds(tx, needs, 'clock.done', await endDeclared(tx, needs.clock.now(), DECLARE));

/** What a person declared is brought in within the law's term, group by group, since the day on which it was sent. */
export const startForDeclared = (
  tx: Tx,
  needs: ClockNeeds,
  declared: readonly (Pick<StatementOfPerson, 'personId' | 'bodyId' | 'submissionId'> & {
    readonly sentOn: PlainDate;
    readonly groups: readonly string[];
  })[],
): Promise<void> => start(tx, needs, declared, ({ groups, sentOn }) => groups.flatMap((group) => termFor(BRING, group, sentOn)));

/** What was waited for does not come any more: what was sent is taken back, the record goes on in another. */
export const voidFor = async (tx: Tx, needs: ClockNeeds, which: Voided): Promise<void> =>
  recordEnds(tx, needs, 'clock.void', await voidClocks(tx, needs.clock.now(), which));

const recordEnds = (
  tx: Tx,
  needs: AuditNeeds,
  act: Extract<Act, 'clock.done' | 'clock.void'>,
  ended: readonly EndedClock[],
): Promise<void> =>
  ended.length === 0
    ? Promise.resolve()
    : recordAct(
        tx,
        needs,
        ended.map(({ clockId, personId, bodyId, term, about, late }) => ({
          act,
          purpose: 'REGISTER' as const,
          bodyId,
          objectId: personId,
          payload: { clock: clockId, term, about, ...(act === 'clock.done' ? { late } : {}) },
        })),
      );

/** Clocks follow the register: a record that was made ends the term for making it, a group that was registered that for bringing it in. Joined in `start/compose.ts`. */
export const followClocks =
  (needs: ClockNeeds): OnRegistered =>
  async (tx, people) => {
    const because = (why: Registered['because']): string[] => people.filter((one) => one.because === why).map(({ personId }) => personId);
    const [gone, moved] = [because('merged-away'), because('moved')];
    if (gone.length > 0) await voidFor(tx, needs, { personIds: gone });
    // What the body of before had still to bring in is no duty of the new one; what its person reported goes along.
    if (moved.length > 0) {
      for (const term of [BRING, RATE]) await voidFor(tx, needs, { personIds: moved, term });
      await handOver(tx, needs, moved);
    }
    const made = people.filter(isNew);
    // Who came in without having waited (a first load): a record whose decision is of the days of the decree was due as well.
    await startForStatements(
      tx,
      needs,
      made.map(({ document, ...one }) => ({ ...one, standing: undefined, stated: document })),
    );
    await startDeclarations(tx, needs, made);
    const ended = people.flatMap((one) => [
      ...(isNew(one) ? [{ personId: one.personId, term: CREATE, about: RECORD }] : []),
      ...one.groups.flatMap((group) => [BRING, RATE].map((term) => ({ personId: one.personId, term, about: group as string }))),
    ]);
    if (ended.length > 0) await recordEnds(tx, needs, 'clock.done', await endClocks(tx, needs.clock.now(), ended));
  };

/** What a person reported is settled by the body that manages them now, and what they have still to declare goes there: the terms go along, with the days that they have. */
async function handOver(tx: Tx, needs: ClockNeeds, personIds: readonly string[]): Promise<void> {
  const handed = [];
  for (const term of [CORRECT, DECLARE, ...RIGHTS]) handed.push(...(await handOverClocks(tx, personIds, term)));
  if (handed.length === 0) return;
  await recordAct(
    tx,
    needs,
    handed.map(({ clockId, personId, bodyId, fromBody, term, about, lastDay }) => ({
      act: 'clock.handed-over' as const,
      purpose: 'REGISTER' as const,
      bodyId,
      objectId: personId,
      payload: { clock: clockId, term, about, lastDay, fromBody },
    })),
  );
}

/** Whose record was just made declares it in full. What came in by a first load starts no term: half a register would be late on one day (decision 0104). */
async function startDeclarations(tx: Tx, needs: ClockNeeds, made: readonly Registered[]): Promise<void> {
  const loads = await firstLoadsAmong(
    tx,
    made.flatMap(({ submissionId }) => submissionId ?? []),
  );
  const today = needs.clock.today();
  await start(
    tx,
    needs,
    made.filter(({ submissionId }) => submissionId === null || !loads.has(submissionId)),
    ({ document }) => declarationOf(document, today),
  );
}

const isNew = ({ version, because }: Registered): boolean => version === 1 && because === undefined;
