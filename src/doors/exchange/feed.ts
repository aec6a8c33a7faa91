/** What a source asks for: a page of what it is told, and the digests by which both ends compare. Signed with the key of receipts. */
import { recordRead } from '#authority/audit/record.ts';
import { activeKey } from '#authority/keys/store.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import type { IntakeNeeds } from '#record/intake/needs.ts';
import { keptApartAmong } from '#record/register/kept-apart.ts';
import type { PersonVersion } from '#record/register/shapes.ts';
import { readVersions } from '#record/register/store.ts';
import { changesReceived } from './batch-changes.ts';
import { factsKnown } from './facts.ts';
import { entriesAfter, keepDigests, keptDigests, numbersOf, peopleOfBuckets, staleBuckets, toldSource, toldSources } from './feed-store.ts';
import type { KeptEntry, ToldSource } from './feed-store.ts';
import { factsForSource, namedForSource, sourceNames } from './line-names.ts';
import { followRegister } from './follow.ts';
import { BUCKETS_AT_ONCE, DIGEST_BUCKETS, FEED_PAGE_BYTES_MAX, FEED_PAGE_MAX } from './limits.ts';
import { questionUnread, sourceUnknown } from './problems.ts';
import type { CentreAnswer } from './protocol/centre-step.ts';
import { digestOfBucket } from './protocol/digest-buckets.ts';
import type { ComparedFact } from './protocol/digest-buckets.ts';
import { revisionOf } from './protocol/digests.ts';
import type { DigestAnswer, DigestQuestion, FeedEntry, FeedPage } from './shapes.ts';
import { jwsSigner } from './signer.ts';

const unknown = (source: string): CentreAnswer => ({ status: 'refused', problems: [sourceUnknown({ source })] });

async function signed(tx: Tx, needs: IntakeNeeds, content: FeedPage | DigestAnswer): Promise<CentreAnswer> {
  const key = await activeKey(tx, needs.keys, { purpose: 'receipt', bodyId: null }, needs.clock.now());
  return { status: 200, signed: jwsSigner(key.privateKey, key.kid)(canonicalJson(content)) };
}

/** Reads people of a page: versions and numbers of whom it may tell. */
async function peopleOf(tx: Tx, needs: IntakeNeeds, bodyId: string, personIds: readonly string[]) {
  const apart = await keptApartAmong(tx, personIds);
  const told = personIds.filter((id) => !apart.has(id));
  return {
    numbers: await numbersOf(tx, needs.keys, told),
    names: await sourceNames(tx, bodyId, told),
    versions: Map.groupBy(await readVersions(tx, needs.keys, told), ({ personId }) => personId),
  };
}

type People = Awaited<ReturnType<typeof peopleOf>>;

const VOID = (n: number): FeedEntry => ({ n, what: 'void' });

function entryOf(one: KeptEntry, people: People, refs: ReadonlyMap<string, string>): FeedEntry {
  const { n, what, epoch, lane, seq, problems, final, edition, personId, knownTx, fact } = one;
  if (what === 'lists') return { n, what, edition: edition! };
  if (what === 'outcome')
    return {
      n,
      what,
      epoch: epoch!,
      lane: lane!,
      seq: seq!,
      ref: refs.get(refKey(one)) ?? '',
      verdict: final ?? 'rejected',
      problems: problems ?? [],
    };
  const person = personId === null ? undefined : people.numbers.get(personId);
  if (what === 'void' || person === undefined) return VOID(n);
  if (what === 'left') return { n, what, person };
  const facts = factsKnown((people.versions.get(personId!) ?? []) as readonly PersonVersion[], knownTx!);
  const names = people.names.get(personId!);
  if (what === 'arrived') return { n, what, person, facts: factsForSource(facts, names) };
  return { n, what, person, fact: namedForSource(fact!, names), standing: facts[fact!] ?? null };
}

const refKey = ({ sha256, seq }: KeptEntry): string => `${sha256} ${seq}`;

/** What the sender called the changes of which the outcome is told: read from what was received; gone when its file was erased. */
async function refsOf(needs: IntakeNeeds, entries: readonly KeptEntry[]): Promise<ReadonlyMap<string, string>> {
  const refs = new Map<string, string>();
  for (const [sha256, own] of Map.groupBy(entries, (one) => one.sha256)) {
    const [{ first, last }] = own as [KeptEntry];
    if (sha256 === null || first === null || last === null) continue;
    const asked = new Set(own.map(({ seq }) => seq));
    // One batch at a time, and of it what is told: a page may speak of as many batches as it has entries.
    for (const { seq, ref } of await changesReceived(needs, { sha256, first, last }).catch(() => []))
      if (asked.has(seq)) refs.set(`${sha256} ${seq}`, ref);
  }
  return refs;
}

/** Entries up to a size: what is told is bounded whatever stands of a person. */
function withinBytes(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  let bytes = 0;
  const cut = entries.findIndex((entry) => (bytes += JSON.stringify(entry).length) > FEED_PAGE_BYTES_MAX);
  return cut === -1 ? entries : entries.slice(0, Math.max(1, cut));
}

/**
 * A page of what is told behind an entry; what the register has settled since is told first.
 * @param handle  a system session over all bodies
 * @returns E-EXCHANGE-UNKNOWN-SOURCE
 */
export async function feedOf(needs: IntakeNeeds, handle: SessionHandle, source: string, after: number): Promise<CentreAnswer> {
  const known = await needs.db.transaction(handle, async (tx) => {
    const told = await toldSource(tx, { source });
    if (told) await followRegister(tx, needs, told.bodyId);
    return told;
  });
  if (!known) return unknown(source);
  return needs.db.transaction(handle, async (tx) => {
    const kept = await entriesAfter(tx, known.bodyId, after, FEED_PAGE_MAX + 1);
    const page = kept.slice(0, FEED_PAGE_MAX);
    const people = await peopleOf(tx, needs, known.bodyId, [...new Set(page.flatMap(({ personId }) => personId ?? []))]);
    const refs = await refsOf(
      needs,
      page.filter(({ what }) => what === 'outcome'),
    );
    const entries = withinBytes(page.map((one) => entryOf(one, people, refs)));
    await noteTold(tx, needs, known, [...people.versions.keys()]);
    return signed(tx, needs, { what: 'feed', source, after, entries, more: entries.length < kept.length });
  });
}

/** Each telling of people's data is a reading. */
async function noteTold(tx: Tx, needs: IntakeNeeds, { bodyId }: ToldSource, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await recordRead(tx, needs, { act: 'exchange.told', purpose: 'SUBMIT', provision: 'alignment', bodyId, objectId: null, listed: people });
}

/** Facts of some buckets, by bucket, each by its revision. */
async function factsOfBuckets(
  tx: Tx,
  needs: IntakeNeeds,
  bodyId: string,
  buckets: readonly number[],
): Promise<{ readonly facts: ReadonlyMap<number, readonly ComparedFact[]>; readonly people: readonly string[] }> {
  const kept = await peopleOfBuckets(tx, bodyId, buckets);
  const { numbers, names, versions } = await peopleOf(
    tx,
    needs,
    bodyId,
    kept.map(({ personId }) => personId),
  );
  const facts = new Map(buckets.map((bucket): [number, ComparedFact[]] => [bucket, []]));
  for (const { personId, knownTx, bucket } of kept) {
    const person = numbers.get(personId);
    if (person === undefined) continue;
    const known = factsForSource(factsKnown(versions.get(personId) ?? [], knownTx), names.get(personId));
    for (const [fact, standing] of Object.entries(known)) facts.get(bucket)!.push({ person, fact, revision: revisionOf(standing)! });
  }
  return { facts, people: [...versions.keys()] };
}

/** Digests of buckets in which somebody changed, at most so many, which are held in memory together; false: none is left. */
async function refreshBuckets(needs: IntakeNeeds, handle: SessionHandle, bodyId: string): Promise<boolean> {
  return needs.db.transaction(handle, async (tx) => {
    // Held: nobody of a bucket changes between its digest and the row of it.
    await toldSource(tx, { bodyId }, true);
    const stale = await staleBuckets(tx, bodyId, BUCKETS_AT_ONCE);
    if (stale.length === 0) return false;
    const { facts } = await factsOfBuckets(tx, needs, bodyId, stale);
    await keepDigests(tx, bodyId, new Map([...facts].map(([bucket, own]) => [bucket, digestOfBucket(own)])));
    return true;
  });
}

const EMPTY = digestOfBucket([]);

/**
 * The digests of all buckets of a source, or the facts of one, as of what it was told.
 * @returns E-EXCHANGE-UNKNOWN-SOURCE; E-EXCHANGE-QUESTION for another count of buckets, or a bucket that there is not
 */
export async function digestOf(needs: IntakeNeeds, handle: SessionHandle, source: string, question: DigestQuestion): Promise<CentreAnswer> {
  if ('buckets' in question ? question.buckets !== DIGEST_BUCKETS : question.bucket >= DIGEST_BUCKETS)
    return { status: 'refused', problems: [questionUnread({ where: 'buckets' in question ? '/buckets' : '/bucket' })] };
  const known = await needs.db.transaction(handle, (tx) => toldSource(tx, { source }));
  if (!known) return unknown(source);
  const { bodyId } = known;
  while ((await needs.db.transaction(handle, (tx) => followRegister(tx, needs, bodyId))) === 'more');
  if ('bucket' in question) {
    const { bucket } = question;
    return needs.db.transaction(handle, async (tx) => {
      const { facts, people } = await factsOfBuckets(tx, needs, bodyId, [bucket]);
      await noteTold(tx, needs, known, people);
      return signed(tx, needs, { what: 'bucket', source, bucket, facts: facts.get(bucket)! });
    });
  }
  while (await refreshBuckets(needs, handle, bodyId));
  return needs.db.transaction(handle, async (tx) => {
    const kept = new Map((await keptDigests(tx, bodyId)).map(({ bucket, digest }) => [bucket, digest]));
    const digests = Array.from({ length: DIGEST_BUCKETS }, (_, bucket) => kept.get(bucket) ?? EMPTY);
    return signed(tx, needs, { what: 'digests', source, digests });
  });
}

/** Tells every source what is new. One round; more: another follows at once. Digests are made when they are asked for: each batch about many people touches nearly all of them. */
export async function followAll(needs: IntakeNeeds, handle: SessionHandle, signal?: AbortSignal): Promise<'more' | 'done'> {
  let more = false;
  for (const { bodyId } of await needs.db.transaction(handle, toldSources)) {
    if (signal?.aborted) return 'done';
    if ((await needs.db.transaction(handle, (tx) => followRegister(tx, needs, bodyId))) === 'more') more = true;
  }
  return more ? 'more' : 'done';
}
