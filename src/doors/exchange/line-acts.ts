/** Asking something about a line, and deciding it: two people. What is granted is done in the same transaction, or nothing is. Decision 0127. */
import { recordAct } from '#authority/audit/record.ts';
import { endOfDay } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { endCaller, enrolCaller } from './callers.ts';
import { REASON_CHARS_MIN } from './limits.ts';
import { readLineRequest } from './line-request.ts';
import type { AskedCaller, LineRequest } from './line-request.ts';
import type { AskLine } from './line-shapes.ts';
import {
  beginAgain,
  changeKey,
  confirmersOf,
  endConfirmingKeys,
  endSource,
  hasCaller,
  hasConfirmingKey,
  isOneself,
  moveRequest,
  setConfirms,
  standingOf,
  writeConfirmingKey,
  writeRequest,
} from './line-store.ts';
import type { KeptRequest, LineStanding } from './line-store.ts';
import {
  lineAsked,
  lineNameTaken,
  lineOfficer,
  lineRefusal,
  lineRequestGone,
  lineRequestOpen,
  lineRequestStanding,
} from './problems/lines.ts';
import { enrolSource, releaseSource } from './receive.ts';
import type { ExchangeNeeds } from './receive.ts';

interface Doer {
  readonly accountId: string;
  readonly name: string;
}

/** @returns the id; E-EXCHANGE-ASKED, E-EXCHANGE-CALLER-NOT-TAKEN, E-EXCHANGE-OFFICER, E-EXCHANGE-REQUEST-STANDING, E-EXCHANGE-REQUEST-OPEN */
export async function askLine(tx: Tx, needs: ExchangeNeeds, by: Doer, asked: AskLine): Promise<Result<{ readonly id: string }>> {
  const at = needs.clock.now();
  const read = readLineRequest(asked, { at, today: needs.clock.today() });
  if (!read.ok) return read;
  const { bodyId } = asked;
  const fits = await fitsLine(tx, bodyId, read.value);
  if (!fits.ok) return fits;
  const requestId = needs.chance.uuid7(Date.parse(at));
  const reason = cleanText(asked.reason).text;
  if (!(await writeRequest(tx, { bodyId, requestId, asked: read.value, reason, by, at }))) return refused(lineRequestOpen());
  await record(tx, needs, 'exchange-request.asked', { bodyId, requestId, asked: read.value });
  return ok({ id: requestId });
}

/** Whether it can be done of the line as it stands. */
async function fitsLine(tx: Tx, bodyId: string, asked: LineRequest): Promise<Result<undefined>> {
  const line = await standingOf(tx, bodyId);
  const done = ok(undefined);
  const not = refused(lineRequestStanding());
  if (asked.kind === 'enrol') return fitsEnrolment(line, asked.source);
  if (line === null || line.ended) return not;
  switch (asked.kind) {
    case 'release':
      return line.frozen ? done : not;
    case 'confirms':
      return line.confirms === asked.confirms ? not : done;
    case 'end-caller':
      return (await hasCaller(tx, bodyId, asked.carrier, asked.name)) ? done : not;
    case 'end-confirmer':
      return (await hasConfirmingKey(tx, bodyId, asked.kid)) ? done : not;
    case 'enrol-confirmer': {
      const officers = await confirmersOf(tx, bodyId);
      const fits = officers.some(({ id }) => id === asked.officer) && !(await isOneself(tx, asked.officer));
      return fits ? done : refused(lineOfficer());
    }
    case 'new-key':
    case 'add-caller':
    case 'end':
      return done;
  }
}

function fitsEnrolment(line: LineStanding | null, source: string): Result<undefined> {
  if (line === null) return ok(undefined);
  if (!line.ended) return refused(lineRequestStanding());
  return line.source === source ? ok(undefined) : refused(lineAsked({ where: 'source' }));
}

/** A second person decides; what is granted stands when the answer leaves. E-EXCHANGE-REQUEST-GONE, E-EXCHANGE-REFUSAL, and what stands against doing it now. */
export async function decideLine(
  tx: Tx,
  needs: ExchangeNeeds,
  by: Doer,
  one: KeptRequest,
  answer: { readonly grants: boolean; readonly reason: string },
): Promise<Result<undefined>> {
  if (one.state !== 'asked') return refused(lineRequestGone());
  const at = needs.clock.now();
  if (!answer.grants) {
    const refusal = cleanText(answer.reason).text;
    if (refusal.length < REASON_CHARS_MIN) return refused(lineRefusal());
    return (await moveRequest(tx, one, 'refused', { by, at, refusal }))
      ? told(tx, needs, 'exchange-request.refused', one)
      : refused(lineRequestGone());
  }
  const fits = await fitsLine(tx, one.bodyId, one.asked);
  if (!fits.ok) return fits;
  // A name that somebody else took meanwhile shows only when it is written: then nothing was granted either.
  await tx.query('savepoint before_grant');
  const granted = await grant(tx, needs, by, one, at);
  await tx.query(granted.ok ? 'release savepoint before_grant' : 'rollback to savepoint before_grant');
  return granted;
}

async function grant(tx: Tx, needs: ExchangeNeeds, by: Doer, one: KeptRequest, at: Instant): Promise<Result<undefined>> {
  if (!(await moveRequest(tx, one, 'granted', { by, at }))) return refused(lineRequestGone());
  await record(tx, needs, 'exchange-request.granted', one);
  return apply(tx, needs, one, { asker: one.askedBy, decider: by.accountId, at });
}

/** E-EXCHANGE-REQUEST-GONE when it is decided already. */
export const takeBackLine = async (tx: Tx, needs: ExchangeNeeds, one: KeptRequest): Promise<Result<undefined>> =>
  (await moveRequest(tx, one, 'withdrawn')) ? told(tx, needs, 'exchange-request.withdrawn', one) : refused(lineRequestGone());

interface By {
  readonly asker: string;
  readonly decider: string;
  readonly at: Instant;
}

async function apply(tx: Tx, needs: ExchangeNeeds, { bodyId, asked }: KeptRequest, by: By): Promise<Result<undefined>> {
  const { asker, decider, at } = by;
  const until = (day: string | null): Instant => (day === null ? at : endOfDay(day));
  switch (asked.kind) {
    case 'enrol':
      return enrol(tx, needs, bodyId, asked, by);
    case 'new-key': {
      const changed = await changeKey(tx, { bodyId, ...asked, oldEndsAt: until(asked.endsOn) });
      return changed ? ok(undefined) : refused(lineNameTaken({ name: asked.kid }));
    }
    case 'add-caller':
      return addCaller(tx, needs, bodyId, asked.caller, asker);
    case 'end-caller':
      await endCaller(tx, needs, { carrier: asked.carrier, name: asked.name, by: decider, at: until(asked.endsOn) });
      return ok(undefined);
    case 'enrol-confirmer': {
      const written = await writeConfirmingKey(tx, { bodyId, ...asked, by: [asker, decider], at });
      return written ? ok(undefined) : refused(lineNameTaken({ name: asked.kid }));
    }
    case 'end-confirmer':
      await endConfirmingKeys(tx, bodyId, asked.kid, decider, at);
      return ok(undefined);
    case 'confirms':
      await setConfirms(tx, bodyId, asked.confirms);
      return ok(undefined);
    case 'release': {
      const line = await standingOf(tx, bodyId);
      const released = await releaseSource(tx, needs, line!.source, [asker, decider]);
      return released.ok ? ok(undefined) : released;
    }
    case 'end':
      await endSource(tx, bodyId, decider, at);
      return ok(undefined);
  }
}

async function enrol(
  tx: Tx,
  needs: ExchangeNeeds,
  bodyId: string,
  { source, kid, publicKey, caller }: LineRequest & { readonly kind: 'enrol' },
  { asker, at }: By,
): Promise<Result<undefined>> {
  const before = await standingOf(tx, bodyId);
  if (before === null) {
    if (!(await enrolSource(tx, needs, { bodyId, source, kid, publicKey, by: asker }))) return refused(lineNameTaken({ name: source }));
  } else {
    if (!(await changeKey(tx, { bodyId, kid, publicKey, oldEndsAt: at }))) return refused(lineNameTaken({ name: kid }));
    await beginAgain(tx, bodyId, at);
  }
  return caller === null ? ok(undefined) : addCaller(tx, needs, bodyId, caller, asker);
}

async function addCaller(tx: Tx, needs: ExchangeNeeds, bodyId: string, caller: AskedCaller, by: string): Promise<Result<undefined>> {
  const enrolled = await enrolCaller(tx, needs, { ...caller, bodyId, by });
  return enrolled.ok ? ok(undefined) : enrolled;
}

async function told(tx: Tx, needs: ExchangeNeeds, act: Told, one: KeptRequest): Promise<Result<undefined>> {
  await record(tx, needs, act, one);
  return ok(undefined);
}

type Told = `exchange-request.${'asked' | 'granted' | 'refused' | 'withdrawn'}`;

/** The log says what was asked by its names; keys and certificates stand with the request. */
function record(
  tx: Tx,
  needs: ExchangeNeeds,
  act: Told,
  { bodyId, requestId, asked }: Pick<KeptRequest, 'bodyId' | 'requestId' | 'asked'>,
): Promise<void> {
  const named = Object.fromEntries(
    Object.entries(asked).filter(([what]) => ['kind', 'source', 'kid', 'carrier', 'name', 'officer', 'confirms', 'endsOn'].includes(what)),
  ) as Record<string, string | null>;
  return recordAct(tx, needs, { act, purpose: 'ADMINISTER', bodyId, objectId: bodyId, payload: { request: requestId, ...named } });
}
