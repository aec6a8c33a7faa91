/**
 * Publishes what doors fetch: status lists with the bits of ended copies, and the trust list. Signed files, written whole or not at all,
 * so that the lists can be served by anything and outlive the database. A bit that was published stays published, whatever the database says later.
 * Nothing is done by a clock that jumped (`signing-clock.ts`).
 */
import { inflateSync } from 'node:zlib';
import type { Tx } from '#base/database/transaction.ts';
import type { PeriodicTask } from '#base/jobs/job.ts';
import { parseJws } from '#standard/card/compact-jws.ts';
import { STATUS_BYTES, STATUS_LIST_CHARS_MAX } from '#standard/card/limits.ts';
import { sweepAsks } from './ask/store.ts';
import { endedPlaces, holdList, listsToSign, livingLists, livingPlaces, noteSigned, rotateLists } from './copy-store.ts';
import { emptyBits, endAllBut, endEntry, signStatusList } from './core/status-list-issue.ts';
import { signTrustList } from './core/trust-list-issue.ts';
import { expireCards } from './end-card.ts';
import { sitesInForce } from './former-sites.ts';
import { endOverlaps, renewRenamed } from './overlap.ts';
import { LIST_RESIGN_SECONDS, PUBLISH_PAUSE_MS } from './limits.ts';
import { nextVersion } from './list-versions.ts';
import type { IssuerNeeds } from './needs.ts';
import { forgetUsed } from './offer-store.ts';
import { secondsAfter } from './secrets.ts';
import { askClock, noteRefused, noteSignature } from './signing-clock.ts';
import type { ClockJump } from './signing-clock.ts';
import { stampListed } from './store.ts';
import { trustListInput } from './trust.ts';

export const TRUST_LIST_FILE = 'trust-list';
export const revocationsFile = (name: string): string => `crl/${name}`;
export const statusFile = (list: number): string => `status/${list}`;
/** Name of a list's file, with its number. */
export const STATUS_FILE = /^status\/(\d{1,9})$/;

/** Bits of the list as it was published last, null when there is none that can be read. */
function publishedBits(bytes: Uint8Array | null): Buffer | null {
  const jws = bytes && parseJws(Buffer.from(bytes).toString(), STATUS_LIST_CHARS_MAX);
  const lst = (jws?.payload['status_list'] as { readonly lst?: unknown } | undefined)?.lst;
  if (typeof lst !== 'string') return null;
  try {
    const bits = inflateSync(Buffer.from(lst, 'base64url'), { maxOutputLength: STATUS_BYTES });
    return bits.length === STATUS_BYTES ? bits : null;
  } catch {
    return null; // our own file, cut short by hand or by a broken disk: it is written anew
  }
}

/** Signs one list, writes it, notes what it says; one at a time a list, whichever process. */
async function publishList(tx: Tx, needs: IssuerNeeds, list: number): Promise<void> {
  const held = await holdList(tx, list);
  if (!held) return;
  const at = needs.clock.now();
  const ended = await endedPlaces(tx, list);
  // A database that was restored from yesterday's backup knows less than doors do: what was published is taken over, never taken back.
  const published = await needs.files.read(statusFile(list));
  const bits = publishedBits(published) ?? emptyBits();
  for (const { index } of ended) endEntry(bits, index);
  if (held.cutOff) endAllBut(bits, await livingPlaces(tx, list));
  const version = await nextVersion(tx, statusFile(list), published, at);
  const token = await signStatusList(needs.signer, needs.protocol.addresses.status(list), bits, Date.parse(at), version);
  await needs.files.write(statusFile(list), Buffer.from(token));
  await noteSigned(
    tx,
    list,
    ended.filter((one) => !one.listed).map((one) => one.index),
    at,
  );
}

async function publishTrustList(needs: IssuerNeeds): Promise<void> {
  const at = needs.clock.now();
  await needs.db.transaction(await needs.jobSession(null), async (tx) => {
    const published = await needs.files.read(TRUST_LIST_FILE);
    // Its row is held until the file is written: of two servers the one with the greater number writes last.
    const version = await nextVersion(tx, TRUST_LIST_FILE, published, at);
    // Before the trust list: whoever reads of a key there finds what is said of its certificate.
    for (const { name, list } of await needs.signer.revocations(version)) await needs.files.write(revocationsFile(name), list);
    const said = { lists: await livingLists(tx), formerSites: await sitesInForce(tx, at), version };
    await needs.files.write(TRUST_LIST_FILE, Buffer.from(await signTrustList(needs.signer, trustListInput(needs, said), Date.parse(at))));
  });
}

export interface Published {
  /** status lists that were signed */
  readonly lists: readonly number[];
  readonly trustList: boolean;
  /** nothing was done: the clock is not believed */
  readonly refused?: ClockJump;
}

/**
 * One look: lists with ends that are not published, and everything that is due by time. What fails stops nothing else: a bit is published although a
 * card cannot be turned over; the first failure is thrown at the end.
 * @param keeping  does what is due every five minutes too: keys tended, lists turned over, used nonces forgotten, overdue cards and overlaps ended, cards of renamed bodies made anew, the trust list
 */
export async function publishRound(needs: IssuerNeeds, how: { readonly keeping: boolean }): Promise<Published> {
  const session = await needs.jobSession(null);
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => needs.db.transaction(session, work);
  const failures: unknown[] = [];
  const attempt = (work: () => Promise<unknown>): Promise<unknown> => work().catch((error: unknown) => failures.push(error));
  // Whatever the clock said before: what a phone answered lies here for less than a minute.
  await attempt(() => run((tx) => sweepAsks(tx, needs.clock.now())));
  const jump = await run((tx) => askClock(tx, needs));
  if (jump) {
    if (await run((tx) => noteRefused(tx, needs, jump)))
      needs.log.error(`the clock jumped ${jump.direction}: no list is signed, no card issued`);
    if (failures.length > 0) throw failures[0];
    return { lists: [], trustList: false, refused: jump };
  }
  const at = needs.clock.now();
  if (how.keeping) {
    await attempt(() => needs.signer.tend());
    await attempt(async () => {
      for (const retired of await run((tx) => rotateLists(tx, at))) await needs.files.remove(statusFile(retired));
    });
    await attempt(() => run((tx) => forgetUsed(tx, at)));
    await attempt(() => expireCards(needs));
    await attempt(() => endOverlaps(needs));
    await attempt(() => renewRenamed(needs));
  }
  const lists = await run((tx) => listsToSign(tx, secondsAfter(at, -LIST_RESIGN_SECONDS)));
  for (const { list } of lists) await attempt(() => run((tx) => publishList(tx, needs, list)));
  if (lists.length > 0) await attempt(() => run((tx) => stampListed(tx, needs.clock.now())));
  // After the lists: a door that reads of a list finds it there.
  const trustList = how.keeping || lists.some((one) => one.isNew) || (await needs.files.read(TRUST_LIST_FILE)) === null;
  if (trustList) await attempt(() => publishTrustList(needs));
  if (trustList || lists.length > 0) await attempt(() => run((tx) => noteSignature(tx, at)));
  if (failures.length > 0) throw failures[0];
  return { lists: lists.map((one) => one.list), trustList };
}

/** What is due every five minutes is tried again so soon when it failed. */
const RETRY_SECONDS = 30;

/** Looks every few seconds. */
export function publisherTask(needs: IssuerNeeds): PeriodicTask {
  let keptMs = -Infinity;
  return {
    name: 'card.publish',
    everyMs: PUBLISH_PAUSE_MS,
    retryMs: PUBLISH_PAUSE_MS,
    async round() {
      const nowMs = needs.clock.monotonicMs();
      const keeping = nowMs - keptMs >= LIST_RESIGN_SECONDS * 1000;
      if (keeping) keptMs = nowMs;
      try {
        // What the clock refused is due at once when somebody has answered for it.
        if ((await publishRound(needs, { keeping })).refused) keptMs = -Infinity;
      } catch (error) {
        if (keeping) keptMs += (RETRY_SECONDS - LIST_RESIGN_SECONDS) * 1000;
        throw error;
      }
      return 'done';
    },
  };
}
