/**
 * `congvu keys master`: the master keys, and what is done with them beside a running product (decision 0070). `add` makes the next one, which only opens until every
 * machine has it; `use N` lets it seal; `wrap` hands all of them to the key service, `unwrap` takes them back into files. Each leaves its row in the log before a file changes.
 */
import { randomBytes } from 'node:crypto';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import type { Instant } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { askKeyService } from '#base/key-keeper.ts';
import { keysFrom, readMasterKeys, writeMasterKeys } from '#base/master-keys.ts';
import type { KeyPlace, MasterKey } from '#base/master-keys.ts';
import { ok, refused } from '#base/problem.ts';
import type { Problem, Result } from '#base/problem.ts';
import { IN_FILES, WITH_SERVICE } from '#base/key-words.ts';
import { keyNotTheSame, keyServiceNotSet } from '#base/problems.ts';
import { fingerprintOf } from '#base/sealing.ts';
import { openJudgedServer } from '#start/open.ts';
import { checkMasterKeys, noteMasterKeys } from '#start/known-master-keys.ts';
import type { CommandIo } from './card-command.ts';
import { recordMasterKeys } from './command-acts.ts';
import { masterKeyActive, masterKeyNotWritten, masterKeyUnknown, masterKeyWaits, masterKeysKept } from './problems.ts';

/** What is asked of the master keys; null: they are only listed. */
export type MasterKeyDeed =
  | { readonly deed: 'add' }
  | { readonly deed: 'use'; readonly generation: number }
  | { readonly deed: 'wrap' }
  | { readonly deed: 'unwrap' };

export interface MasterKeyOptions {
  readonly deed: MasterKeyDeed | null;
  readonly json: boolean;
}

const KEY_BYTES = 32;
/** Of what `writeMasterKeys` does. */
const FILE_CALLS: ReadonlySet<string> = new Set(['open', 'write', 'fsync', 'rename', 'rm', 'unlink']);

/** E-MASTER-KEY-WAITS: one is there that nobody uses yet. */
function added(keys: readonly MasterKey[], place: KeyPlace, at: Instant): Result<readonly MasterKey[]> {
  const waiting = keys.find(({ state }) => state === 'next');
  if (waiting) return refused(masterKeyWaits({ generation: String(waiting.generation) }));
  const root = randomBytes(KEY_BYTES);
  const made = { generation: keys.length + 1, state: 'next', since: at, fingerprint: fingerprintOf(root), wrapped: null, root } as const;
  // Where a service keeps the others, this one too is never in a file.
  return keys.every(({ wrapped }) => wrapped === null) ? ok([...keys, made]) : wrapped([...keys, made], place);
}

function used(keys: readonly MasterKey[], generation: number, at: Instant): Result<readonly MasterKey[]> {
  const wanted = keys.find((one) => one.generation === generation);
  if (!wanted) return refused(masterKeyUnknown({ generation: String(generation) }));
  if (wanted.state === 'active') return refused(masterKeyActive({ generation: String(generation) }));
  return ok(
    keys.map((one) =>
      one === wanted ? { ...one, state: 'active', since: at } : one.state === 'active' ? { ...one, state: 'retired' } : one,
    ),
  );
}

/** One key handed to the service. It is opened once, before its file goes: a service that only seals would cost everything that is sealed. */
function wrappedOne(key: MasterKey, service: string): Result<MasterKey> {
  const made = askKeyService(service, 'seal', key.root);
  if (!made.ok) return made;
  const opened = askKeyService(service, 'open', made.value);
  if (!opened.ok) return opened;
  return Buffer.compare(opened.value, key.root) === 0
    ? ok({ ...key, wrapped: Buffer.from(made.value).toString('base64') })
    : refused(keyNotTheSame({ generation: String(key.generation) }));
}

function wrapped(keys: readonly MasterKey[], { keyService }: KeyPlace): Result<readonly MasterKey[]> {
  if (keyService === null) return refused(keyServiceNotSet());
  if (keys.every((one) => one.wrapped !== null)) return refused(masterKeysKept({ place: WITH_SERVICE }));
  const kept: MasterKey[] = [];
  for (const key of keys) {
    const one = key.wrapped === null ? wrappedOne(key, keyService) : ok(key);
    if (!one.ok) return one;
    kept.push(one.value);
  }
  return ok(kept);
}

function carriedOut(keys: readonly MasterKey[], deed: MasterKeyDeed, place: KeyPlace): Result<readonly MasterKey[]> {
  const at = systemClock.now();
  if (deed.deed === 'add') return added(keys, place, at);
  if (deed.deed === 'use') return used(keys, deed.generation, at);
  if (deed.deed === 'wrap') return wrapped(keys, place);
  return keys.every((one) => one.wrapped === null)
    ? refused(masterKeysKept({ place: IN_FILES }))
    : ok(keys.map((one) => ({ ...one, wrapped: null })));
}

const STATES = { next: 'chưa dùng, chỉ mở', active: 'đang niêm phong', retired: 'thôi niêm phong, chỉ mở' } as const;
const line = ({ generation, state, since, fingerprint, wrapped: text }: MasterKey): string =>
  [`#${generation}`, fingerprint, since ?? '–', text === null ? 'tệp' : 'dịch vụ khóa', STATES[state]].join('  ');

/** Exit 0 done, 1 refused with its reason, 2 keys or database could not be opened, or a file not be written. Nothing is changed but with 0. */
export async function runMasterKeys(env: NodeJS.ProcessEnv, { deed, json }: MasterKeyOptions, io: CommandIo): Promise<number> {
  const refuse = (problems: readonly Problem[], exit = 2): number => {
    io.sayProblems(problems);
    return exit;
  };
  const config = readConfig(env);
  if (!config.ok) return refuse(config.problems);
  const place = config.value;
  const found = readMasterKeys(place);
  if (!found.ok) return refuse(found.problems);
  const keys = keysFrom(place, found.value);
  const tell = (all: readonly MasterKey[]): number => {
    io.answer(
      json
        ? JSON.stringify({
            keys: all.map(({ root: _root, wrapped: text, ...one }) => ({ ...one, kept: text === null ? 'file' : 'service' })),
          })
        : all.map(line).join('\n'),
    );
    return 0;
  };
  if (deed === null) return tell(found.value);
  const server = await openJudgedServer(place, { adopt: true });
  if (!server.ok) return refuse(server.problems);
  try {
    const fit = await checkMasterKeys(server.value.urls.owner, keys, { note: true });
    if (!fit.ok) return refuse(fit.problems);
    const after = carriedOut(found.value, deed, place);
    if (!after.ok) return refuse(after.problems, 1);
    const generation = deed.deed === 'use' ? deed.generation : deed.deed === 'add' ? after.value.length : null;
    await recordMasterKeys(
      server.value.urls.owner,
      { clock: systemClock, chance: systemChance, keys },
      { deed: deed.deed, generation },
      async (tx) => {
        if (deed.deed === 'use')
          await noteMasterKeys(
            tx,
            after.value.filter(({ state }) => state !== 'next').map(({ generation: n, fingerprint }) => ({ generation: n, fingerprint })),
          );
        // Last, in the transaction: a file that cannot be written takes the row back.
        writeMasterKeys(place.keysFolder, after.value);
      },
    );
    return tell(after.value);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Of the folder, and not of the database: only files have both.
    if (code === undefined || syscall === undefined || !FILE_CALLS.has(syscall)) throw error;
    return refuse([masterKeyNotWritten({ folder: place.keysFolder, code })]);
  } finally {
    await server.value.close();
  }
}
