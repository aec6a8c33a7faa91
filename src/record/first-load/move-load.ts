/** The only mover of first loads: asks `step`, writes what it says from the state before, and moves the parts along. The job that follows is queued by `perform.ts`. */
import type { Tx } from '#base/database/transaction.ts';
import { follow } from '#record/intake/perform.ts';
import { moveFile } from '#record/intake/move-file.ts';
import { latestFiles } from '#record/intake/store.ts';
import type { FirstLoadNeeds } from './needs.ts';
import { commitmentOf } from './sample.ts';
import { step } from './step.ts';
import type { LoadEffect, LoadEvent } from './step.ts';
import { partsOf, unfixParts, writeAct, writeLoadState, writeRound } from './store.ts';
import type { Load } from './store.ts';

const SEED_BYTES = 32;
const saltOf = (loadId: string): Uint8Array => Buffer.from(loadId.replaceAll('-', ''), 'hex');
const SEALED_AS = 'first-load-seed';

/** Makes the seed of a round and tells its hash; MUST come before the parts of the round are fixed. */
export async function beginRound(
  tx: Tx,
  needs: Pick<FirstLoadNeeds, 'keys' | 'chance' | 'clock'>,
  load: Pick<Load, 'loadId' | 'bodyId'>,
  round: number,
): Promise<string> {
  const seed = needs.chance.bytes(SEED_BYTES);
  const commitment = commitmentOf(seed);
  await writeRound(tx, load, { round, commitment, seedSealed: needs.keys.seal(saltOf(load.loadId), SEALED_AS, seed) }, needs.clock.now());
  return commitment.toString('hex');
}

/** The seed of a round that is being drawn. */
export const openSeed = (needs: Pick<FirstLoadNeeds, 'keys'>, loadId: string, sealed: Uint8Array): Uint8Array =>
  needs.keys.open(saltOf(loadId), SEALED_AS, sealed);

/** Who moves it: an account, or the work of the centre. */
export interface By {
  readonly accountId: string | null;
  readonly name: string;
}
export const THE_WORK: By = { accountId: null, name: '' };

/** Moves every part along. Files that could not be read stay as they are. */
async function moveParts(tx: Tx, needs: FirstLoadNeeds, load: Load, event: 'unbound' | 'let-go'): Promise<void> {
  const parts = await partsOf(tx, load.loadId);
  const files = await latestFiles(
    tx,
    parts.map(({ submissionId }) => submissionId),
  );
  for (const file of files) {
    const at = needs.clock.now();
    if (event === 'let-go') {
      if (file.stage === 'bound') await moveFile(tx, file, 'let-go', at);
      else if (file.stage !== 'withdrawn') await moveFile(tx, file, 'withdrawn', at);
    } else if (file.stage === 'bound') {
      const { effect } = await moveFile(tx, file, 'unbound', at);
      await follow(tx, needs, file, effect);
    }
  }
}

/** The way back, or out: nothing is taken any more, and the parts are read anew or let go. */
async function letPartsGo(tx: Tx, needs: FirstLoadNeeds, load: Load, effect: LoadEffect | null): Promise<void> {
  if (effect !== 'check-again' && effect !== 'let-go') return;
  await unfixParts(tx, load.loadId);
  await moveParts(tx, needs, load, effect === 'let-go' ? 'let-go' : 'unbound');
  if (effect === 'check-again') await beginRound(tx, needs, load, load.round + 1);
}

/** Moves a load that the caller holds locked. Throws when the event does not fit: callers ask first. The effect MUST be done in the same transaction. */
export async function moveLoad(
  tx: Tx,
  needs: FirstLoadNeeds,
  load: Load,
  event: LoadEvent,
  by: By,
  how: { readonly note?: string; readonly people?: number } = {},
): Promise<LoadEffect | null> {
  const next = step(load.state, event);
  if (!next) throw new Error(`"${event}" happens to no first load that is ${load.state}`);
  const at = needs.clock.now();
  await letPartsGo(tx, needs, load, next.effect);
  const change =
    next.effect === 'check-again' ? { round: load.round + 1, people: 0, done: 0 } : how.people === undefined ? {} : { people: how.people };
  if (!(await writeLoadState(tx, load, { from: load.state, to: next.to, at }, change)))
    throw new Error(`a first load that was ${load.state} is so no more`);
  await writeAct(tx, load, { act: event, by: by.accountId, byName: by.name, at, ...(how.note === undefined ? {} : { note: how.note }) });
  return next.effect;
}
