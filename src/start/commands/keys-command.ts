/** `congvu keys`: the keys that sign, and their rotation. Works beside a running product: the next signature is by the new key. */
import { jobSessions } from '#authority/access/sessions.ts';
import { recordAct } from '#authority/audit/record.ts';
import { keyNeverUsed } from '#authority/keys/problems.ts';
import { PURPOSES } from '#authority/keys/shapes.ts';
import type { KeyEpoch } from '#authority/keys/shapes.ts';
import { keyEpochs, rotateKey } from '#authority/keys/store.ts';
import { bodyByCode } from '#authority/organisations/store.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import type { CommandIo } from './card-command.ts';
import { openInstallation } from '#start/open.ts';
import { noSuchBodyCode } from '#start/problems.ts';

export interface KeysOptions {
  /** null: only shown */
  readonly rotate: { readonly purpose: 'receipt' | 'attestation'; readonly org: string | null } | null;
  readonly json: boolean;
}

async function rotate(tx: Tx, keys: Keys, { purpose, org }: NonNullable<KeysOptions['rotate']>): Promise<Result<null>> {
  const bodyId = org === null ? null : await bodyByCode(tx, org, systemClock.today());
  if (org !== null && bodyId === null) return refused(noSuchBodyCode({ code: org }));
  const rotated = await rotateKey(tx, keys, { purpose, bodyId: purpose === 'receipt' ? null : bodyId }, systemClock.now());
  if (!rotated) return refused(keyNeverUsed());
  await recordAct(tx, { clock: systemClock, chance: systemChance, keys }, [
    {
      act: 'key.rotated',
      purpose: 'OPERATE',
      bodyId: purpose === 'receipt' ? null : bodyId,
      objectId: null,
      payload: { purpose, ...rotated },
    },
  ]);
  return ok(null);
}

const line = ({ purpose, bodyId, epoch, kid, since, ended }: KeyEpoch): string =>
  [kid, purpose, bodyId ?? '–', `#${epoch}`, since, ended ?? '(đang dùng)'].join('  ');

/** Exit 0 done, 1 there is nothing to rotate, 2 the keys or the database could not be opened. */
export async function runKeys(request: KeysOptions, io: CommandIo): Promise<number> {
  const refuse = (problems: readonly Problem[]): number => {
    io.sayProblems(problems);
    return 2;
  };
  const config = readConfig(process.env);
  if (!config.ok) return refuse(config.problems);
  const server = await openInstallation(config.value);
  if (!server.ok) return refuse(server.problems);
  const { keys } = server.value;
  const db = openDatabase({ connectionString: server.value.urls.app });
  try {
    const handle = await jobSessions({ db, keys, clock: systemClock, chance: systemChance }, 'keys')(null);
    const { rotate: requested } = request;
    const done = requested ? await db.transaction(handle, (tx) => rotate(tx, keys, requested)) : ok(null);
    if (!done.ok) {
      io.sayProblems(done.problems);
      return 1;
    }
    const epochs = await db.transaction(handle, (tx) => keyEpochs(tx, PURPOSES));
    io.answer(request.json ? JSON.stringify({ keys: epochs }) : epochs.map(line).join('\n'));
    return 0;
  } finally {
    await db.close();
    await server.value.close();
  }
}
