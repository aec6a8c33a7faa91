/**
 * The centre's end on tables: a batch becomes a submission, and its receipt leaves when everything is committed. Decision 0111.
 *
 * Who calls has asked the certificate which source it is; `handle` is a system session over all bodies.
 */
import { recordAct } from '#authority/audit/record.ts';
import { activeKey } from '#authority/keys/store.ts';
import type { Instant, PlainDate } from '#base/clock.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Door } from '#record/intake/door.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { receiveUpload } from '#record/intake/receive.ts';
import { LANE_PRIORITY } from './limits.ts';
import { readManifest } from './protocol/batch.ts';
import { sha256 as digestOf } from './protocol/digests.ts';
import { centreStep } from './protocol/centre-step.ts';
import type { CentreAnswer, CentreEvent, CentreMeans, CentreStep } from './protocol/centre-step.ts';
import { sourceUnknown } from './problems.ts';
import type { ExchangeChange, SentBatch } from './shapes.ts';
import { jwsSigner, jwsVerifier } from './signer.ts';
import { heldBatch, lockSource, lockState, writeBatch, writeFreeze, writeRelease, writeSource, writeState } from './store.ts';
import type { LockedSource } from './store.ts';

export interface ExchangeNeeds extends IntakeNeeds {
  /** the name of this installation, as manifests have it */
  readonly audience: string;
  /** which reads the lines of a batch */
  readonly door: Door;
}

const unknown = (source: string): CentreAnswer => ({ status: 'refused', problems: [sourceUnknown({ source })] });

async function meansOf(tx: Tx, needs: ExchangeNeeds, { keys }: LockedSource, at: Instant): Promise<CentreMeans> {
  const key = await activeKey(tx, needs.keys, { purpose: 'receipt', bodyId: null }, at);
  const verifiers = keys.map(({ kid, publicKey }) => jwsVerifier(publicKey, kid));
  return {
    audience: needs.audience,
    sign: jwsSigner(key.privateKey, key.kid),
    verify: (signed) => verifiers.some((verify) => verify(signed)),
  };
}

const answerOf = ({ effects }: CentreStep): CentreAnswer => effects.find((effect) => effect.do === 'answer')!.answer;

/** What the centre would do of a batch now, behind the lock. */
async function decide(tx: Tx, needs: ExchangeNeeds, source: string, batch: SentBatch, at: Instant) {
  const enrolled = await lockSource(tx, source, at);
  if (!enrolled) return null;
  const manifest = readManifest(batch.manifest.text);
  const held = manifest.ok ? await heldBatch(tx, enrolled.bodyId, manifest.value) : null;
  const event: CentreEvent = { kind: 'offered', batch, held, queued: enrolled.queued, at };
  return { enrolled, step: centreStep(enrolled.state, event, await meansOf(tx, needs, enrolled, at)) };
}

/**
 * Takes a batch of a source, or says why not: the answer is given after the commit, and is the same for the same batch.
 *
 * The bytes are durable before a row names them, and no transaction is held up by a disk: what will be taken is decided twice.
 */
export async function offerBatch(needs: ExchangeNeeds, handle: SessionHandle, source: string, batch: SentBatch): Promise<CentreAnswer> {
  const at = needs.clock.now();
  const first = await needs.db.transaction(handle, async (tx): Promise<CentreAnswer | 'take'> => {
    const decided = await decide(tx, needs, source, batch, at);
    if (!decided) return unknown(source);
    if (decided.step.effects.some((effect) => effect.do === 'keep-batch')) return 'take';
    await freezeFor(tx, needs, decided);
    return answerOf(decided.step);
  });
  if (first !== 'take') return first;
  const bytes = Buffer.from(batch.lines, 'utf8');
  const put = await needs.blobs.put(bytes);
  if (!put.ok) return { status: 'refused', problems: put.problems };
  return needs.db.transaction(handle, async (tx) => {
    const decided = await decide(tx, needs, source, batch, at);
    if (!decided) return unknown(source);
    await freezeFor(tx, needs, decided);
    await take(tx, needs, decided, { at, sizeBytes: bytes.length });
    return answerOf(decided.step);
  });
}

type Decided = NonNullable<Awaited<ReturnType<typeof decide>>>;

async function freezeFor(tx: Tx, needs: ExchangeNeeds, { enrolled: { bodyId, state }, step }: Decided): Promise<void> {
  for (const effect of step.effects) {
    if (effect.do !== 'freeze') continue;
    await writeFreeze(tx, bodyId, state.epoch, effect.evidence);
    const { lane, first } = effect.evidence;
    await recordAct(tx, needs, [
      { act: 'exchange.frozen', purpose: 'SUBMIT', bodyId, objectId: bodyId, payload: { epoch: state.epoch, lane, first } },
    ]);
  }
}

/** The day of the data of a batch: the latest that a change speaks of and that has come; today where none has. */
const dayOfData = (changes: readonly ExchangeChange[], today: PlainDate): PlainDate =>
  changes.reduce((latest, { validFrom }) => (validFrom <= today && validFrom > latest ? validFrom : latest), '') || today;

/** The submission that a batch becomes, the batch, and where its lane stands: one transaction. */
async function take(
  tx: Tx,
  needs: ExchangeNeeds,
  { enrolled, step }: Decided,
  { at, sizeBytes }: { readonly at: Instant; readonly sizeBytes: number },
): Promise<void> {
  const { bodyId, sender } = enrolled;
  for (const effect of step.effects) {
    if (effect.do !== 'keep-batch') continue;
    const { manifest } = effect.held;
    const asOf = dayOfData(effect.changes, needs.clock.today());
    const { epoch, lane, first, last, sha256 } = manifest;
    const priority = LANE_PRIORITY[lane];
    const inItsTurn: ExchangeNeeds = { ...needs, sendJob: (of, job, payload) => needs.sendJob(of, job, payload, { priority }) };
    const received = await receiveUpload(tx, inItsTurn, sender, {
      bodyId,
      fileName: `${epoch}-${lane}-${first}-${last}.ndjson`,
      kept: { sha256, sizeBytes, door: needs.door, scan: 'not-scanned' },
      asOf,
    });
    if (!received.ok) throw new Error(`a batch was not received: ${received.problems[0]!.code}`);
    const { submissionId } = received.value;
    await writeBatch(tx, bodyId, effect.held, { at, submissionId });
    await writeState(tx, bodyId, enrolled.state, step.state);
    await recordAct(tx, needs, [
      {
        act: 'exchange.received',
        purpose: 'SUBMIT',
        bodyId,
        objectId: submissionId,
        payload: { epoch, lane, first, last, sha256, receipt: digestOf(effect.held.receipt.text) },
      },
    ]);
  }
}

/** What the centre waits for, signed. `seen`: the digest of the receipts that the node holds. */
export const greetSource = (
  needs: ExchangeNeeds,
  handle: SessionHandle,
  source: string,
  { epoch, seen }: { readonly epoch: number; readonly seen: string },
): Promise<CentreAnswer> =>
  needs.db.transaction(handle, async (tx) => {
    const at = needs.clock.now();
    const enrolled = await lockState(tx, source, at);
    if (!enrolled) return unknown(source);
    const event: CentreEvent = { kind: 'greeted', epoch, seen, queued: enrolled.queued };
    return answerOf(centreStep(enrolled.state, event, await meansOf(tx, needs, enrolled, at)));
  });

/**
 * Enrols the software of a body: its name and the public half of its key (SPKI, PEM). What it sends comes in the name of `by`, who therefore confirms none of it.
 * @returns false: the body has one, or the name is another's
 */
export async function enrolSource(
  tx: Tx,
  needs: ExchangeNeeds,
  one: { readonly bodyId: string; readonly source: string; readonly kid: string; readonly publicKey: string; readonly by: string },
): Promise<boolean> {
  if (!(await writeSource(tx, { ...one, at: needs.clock.now() }))) return false;
  const { bodyId, source, kid } = one;
  await recordAct(tx, needs, [{ act: 'exchange.enrolled', purpose: 'SUBMIT', bodyId, objectId: bodyId, payload: { source, kid } }]);
  return true;
}

/** Two people release a source: a new epoch begins. Fails with E-EXCHANGE-RELEASE, E-EXCHANGE-UNKNOWN-SOURCE. */
export async function releaseSource(tx: Tx, needs: ExchangeNeeds, source: string, by: readonly [string, string]): Promise<Result<number>> {
  const at = needs.clock.now();
  const enrolled = await lockState(tx, source, at);
  if (!enrolled) return refused(sourceUnknown({ source }));
  const step = centreStep(enrolled.state, { kind: 'released', by }, await meansOf(tx, needs, enrolled, at));
  const answer = answerOf(step);
  if (answer.status === 'refused') return { ok: false, problems: answer.problems };
  await writeRelease(tx, enrolled.bodyId, by, at);
  await writeState(tx, enrolled.bodyId, enrolled.state, step.state);
  const { epoch } = step.state;
  await recordAct(tx, needs, [
    { act: 'exchange.released', purpose: 'SUBMIT', bodyId: enrolled.bodyId, objectId: enrolled.bodyId, payload: { epoch, by: [...by] } },
  ]);
  return ok(epoch);
}
