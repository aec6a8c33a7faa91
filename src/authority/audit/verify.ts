/**
 * Recomputes the whole log from the database and from the published files, and names whatever differs.
 *
 * Database and files are two witnesses; the signed heads decide which of them tells the truth. When the published leaves
 * still hash to a signed root, a difference is the database's; when only the database does, the file is named.
 */
import type { KeptFiles } from '#base/files/kept-files.ts';
import type { Database, SessionHandle, Tx } from '#base/database/transaction.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { LogKey, TreeHead } from './checkpoint.ts';
import {
  added,
  checkpointForged,
  columnsChanged,
  differenceAt,
  fileChanged,
  fileMissing,
  forked,
  outOfOrder,
  payloadChanged,
  payloadRemoved,
  rewritten,
  stateChanged,
} from './findings.ts';
import type { Finding } from './findings.ts';
import { leafText, payloadCommit } from './leaf.ts';
import { FINDINGS_NAMED_MAX, VERIFY_BATCH_ROWS } from './limits.ts';
import { append, emptyFrontier, frontierRoot, leafHash, sameHash } from './merkle-tree.ts';
import type { Frontier, Hash } from './merkle-tree.ts';
import { PAYLOAD_PURPOSE } from './record.ts';
import type { AuditKeys } from './record.ts';
import { LOG } from './shapes.ts';
import type { Act } from './shapes.ts';
import { readState } from './store.ts';
import type { LogState } from './store.ts';
import { CHECKPOINT_FILE, bundleEntries, TILE_WIDTH, tileBytes, tilePath } from './tiles.ts';
import type { Tile } from './tiles.ts';
import { expectRows, openStateTables, verifyState } from './verify-state.ts';
import type { StateReport, StateTables, WitnessedAct } from './verify-state.ts';
import { makeFollowed } from './verify-follows.ts';
import type { Followed } from './verify-follows.ts';
import { checkTiles, publishedTile } from './verify-tiles.ts';
import { checkpointsBetween, countWaiting, erasedObjects, placesOf, strangers, tips, waitingPlaces } from './verify-store.ts';
import type { ErasedObjects, PlaceRow } from './verify-store.ts';

export interface VerifyOptions {
  readonly files: KeptFiles;
  readonly key: LogKey;
  /** null when the installation's keys are not at hand: payloads and pseudonyms are then not checked, and the report says so */
  readonly keys: AuditKeys | null;
  /** signed notes that somebody outside kept */
  readonly outside?: readonly string[];
  /** holds the register against the log too; needs `keys` */
  readonly state?: StateTables;
}

export interface AuditReport {
  readonly ok: boolean;
  readonly origin: string;
  /** leaves in the database */
  readonly size: number;
  /** leaves under the newest valid signature */
  readonly signedSize: number;
  /** signed heads that were checked */
  readonly checkpoints: number;
  /** events that the sequencer has not taken yet */
  readonly waiting: number;
  /** payloads lawfully erased */
  readonly erased: number;
  /** events that name none before them: an earlier release wrote them, and only their place in the tree holds them */
  readonly unlinked: number;
  readonly payloadsChecked: boolean;
  /** what of the register was held against the log; null when it was not asked for */
  readonly state: StateReport | null;
  readonly findings: readonly Finding[];
  /** more than `findings` when there were too many to name */
  readonly findingsTotal: number;
}

/** What the walk along the leaves gathers. */
interface Walk {
  readonly found: Found;
  readonly differences: { readonly finding: Finding; readonly path: string }[];
  database: Frontier;
  files: Frontier | null;
  /** hashes of full level-0 tiles as the database has them */
  readonly tileRoots: Hash[];
  lastGood: { database: number; files: number };
  firstBad: { database: number | null; files: number | null };
  signedSize: number;
  checkpoints: number;
  erased: number;
  /** acts of the batch under way whose rows are to be compared */
  acts: WitnessedAct[];
  before: { tx: number; eventId: string } | null;
  readonly followed: Followed;
}

interface Found {
  readonly named: Finding[];
  add(finding: Finding): void;
  total(): number;
}

function makeFound(): Found {
  const named: Finding[] = [];
  let total = 0;
  return {
    named,
    total: () => total,
    add(finding) {
      total++;
      if (named.length < FINDINGS_NAMED_MAX) named.push(finding);
    },
  };
}

/** Needs a system session for the whole installation. Reads only. Measured: 0.1 ms a leaf with a payload of 3 kB; of the log it keeps 32 bytes per 256 leaves. */
export async function verifyAuditLog(db: Database, handle: SessionHandle, options: VerifyOptions): Promise<AuditReport> {
  // Before the database is looked at: a head is kept there before it is published, so beside a product that goes on working the database holds at least this one.
  const forgedHead = makeFound();
  const published = await publishedHead(options, forgedHead);
  const verify = async (tx: Tx): Promise<AuditReport> => {
    const state = await readState(tx, LOG);
    const found = makeFound();
    for (const finding of forgedHead.named) found.add(finding);
    if (options.state) await openStateTables(tx);
    const walk: Walk = {
      found,
      differences: [],
      database: emptyFrontier,
      files: emptyFrontier,
      tileRoots: [],
      lastGood: { database: 0, files: 0 },
      firstBad: { database: null, files: null },
      signedSize: 0,
      checkpoints: 0,
      erased: 0,
      acts: [],
      before: null,
      followed: makeFollowed(),
    };
    const outside = (options.outside ?? [])
      .map((note) => openCheckpoint(note, options.key))
      .filter((head) => head !== null)
      .sort((a, b) => a.size - b.size);
    for (let from = 0; from < state.frontier.size; from += VERIFY_BATCH_ROWS)
      await walkBatch(tx, options, walk, {
        from,
        to: Math.min(from + VERIFY_BATCH_ROWS, state.frontier.size),
        publishedSize: published?.size ?? 0,
        outside,
      });
    for (const head of outside) if (head.size > state.frontier.size) found.add(forked(head.size));
    await checkWaiting(tx, options, walk, state);
    for (const finding of walk.followed.end(await tips(tx))) found.add(finding);
    blame(walk);
    await checkTiles(
      options.files,
      { size: published?.size ?? 0, tileRoots: walk.tileRoots, trusted: walk.firstBad.database === null },
      (finding) => found.add(finding),
    );
    checkState(state, walk, published);
    for (const stranger of await strangers(tx, LOG, state, FINDINGS_NAMED_MAX)) found.add(added(stranger.eventId, stranger.index));
    const stateReport = options.state ? await verifyState(tx, options.state, (finding) => found.add(finding)) : null;
    return {
      ok: found.total() === 0,
      origin: options.key.name,
      size: state.frontier.size,
      signedSize: walk.signedSize,
      checkpoints: walk.checkpoints,
      waiting: await countWaiting(tx, LOG, state),
      erased: walk.erased,
      unlinked: walk.followed.unlinked(),
      payloadsChecked: options.keys !== null,
      state: stateReport,
      findings: found.named,
      findingsTotal: found.total(),
    };
  };
  return db.transaction(handle, verify, { snapshot: true });
}

async function publishedHead(options: VerifyOptions, found: Found): Promise<TreeHead | null> {
  const bytes = await options.files.read(CHECKPOINT_FILE);
  if (!bytes) return null;
  const head = openCheckpoint(Buffer.from(bytes).toString(), options.key);
  if (!head) found.add(fileChanged(CHECKPOINT_FILE));
  return head;
}

interface Batch {
  readonly from: number;
  readonly to: number;
  readonly publishedSize: number;
  readonly outside: readonly TreeHead[];
}

async function walkBatch(tx: Tx, options: VerifyOptions, walk: Walk, batch: Batch): Promise<void> {
  const places = await placesOf(tx, LOG, batch.from, batch.to);
  const heads = await checkpointsBetween(tx, LOG, batch.from, batch.to);
  const erased = await erasedObjects(tx, namedIn([...places.values()].filter(({ payload }) => !payload)));
  for (let first = batch.from; first < batch.to; first += TILE_WIDTH) {
    const end = Math.min(first + TILE_WIDTH, batch.to);
    const tile = { level: 'entries', index: first / TILE_WIDTH, width: Math.min(TILE_WIDTH, batch.publishedSize - first) || 1 } as const;
    const path = tilePath(tile);
    const entries = first < batch.publishedSize ? await publishedEntries(options.files, tile, walk.found) : [];
    if (entries === null) walk.files = null;
    const hashes: Hash[] = [];
    for (let index = first; index < end; index++) {
      const place = places.get(index) ?? null;
      hashes.push(checkPlace(options, walk, { index, place, fileText: entries?.[index - first] ?? null, path, erased }));
      for (const head of heads) if (head.size === index + 1) checkHead(options, walk, head);
      for (const head of batch.outside)
        if (head.size === index + 1 && !sameHash(head.root, frontierRoot(walk.database))) walk.found.add(forked(head.size));
    }
    if (first < batch.publishedSize) await checkLeafTile(options.files, walk, first, hashes.slice(0, batch.publishedSize - first));
    if (hashes.length === TILE_WIDTH) walk.tileRoots.push(frontierRoot(hashes.reduce(append, emptyFrontier)));
  }
  await takeActs(tx, options, walk);
}

/** Whom these events are about. */
const namedIn = (places: readonly PlaceRow[]): string[] =>
  places.flatMap(({ objectId, listed }) => (objectId === null ? [...listed] : [objectId, ...listed]));

/** Acts whose payloads name values under a submission: an erasure destroys these of it and no other. */
const FIXES: ReadonlySet<string> = new Set<Act>(['suggestion.accepted', 'suggestion.undone']);

/** Does an act of erasing explain that the payload of this place is gone? */
const isErased = (place: PlaceRow, { whole, fixes }: ErasedObjects): boolean =>
  namedIn([place]).some((id) => whole.has(id)) ||
  (FIXES.has(place.event?.act ?? '') && place.objectId !== null && fixes.has(place.objectId));

/** Hands on what the acts of a batch say was written. */
async function takeActs(tx: Tx, options: VerifyOptions, walk: Walk): Promise<void> {
  if (options.state) await expectRows(tx, options.state, walk.acts);
  walk.acts = [];
}

/** Events that the sequencer has not taken yet: each is held against those before it, and acts have written their rows all the same. */
async function checkWaiting(tx: Tx, options: VerifyOptions, walk: Walk, state: LogState): Promise<void> {
  const places = await waitingPlaces(tx, LOG, state);
  const erased = await erasedObjects(tx, namedIn(places.filter(({ payload }) => !payload)));
  for (const place of places) {
    walk.followed.take(place.eventId, place.follows);
    if (!place.payload && !isErased(place, erased)) walk.found.add(payloadRemoved(place.eventId, place.index));
    if (options.keys) checkBehindLeaf(options.keys, walk, place);
  }
  await takeActs(tx, options, walk);
}

/** The published leaves of one bundle as texts; null when the file is gone or cut. */
async function publishedEntries(files: KeptFiles, tile: Tile, found: Found): Promise<string[] | null> {
  const path = tilePath(tile);
  const bytes = await publishedTile(files, tile);
  if (!bytes) {
    found.add(fileMissing(path));
    return null;
  }
  const entries = bundleEntries(bytes);
  if (!entries) found.add(fileChanged(path));
  return entries && entries.map((entry) => Buffer.from(entry).toString());
}

interface At {
  readonly index: number;
  readonly place: PlaceRow | null;
  readonly fileText: string | null;
  readonly path: string;
  readonly erased: ErasedObjects;
}

/** Checks one place; returns the leaf's hash as the database has it. */
function checkPlace(options: VerifyOptions, walk: Walk, { index, place, fileText, path, erased }: At): Hash {
  const databaseText = place?.event ? leafText(place.event) : null;
  const hash = databaseText === null ? (place?.hash ?? leafHash(new Uint8Array())) : leafHash(Buffer.from(databaseText));
  const difference = differenceAt({
    index,
    leafEventId: place?.eventId ?? null,
    databaseText,
    hashFits: place !== null && sameHash(hash, place.hash),
    fileText,
  });
  if (difference && walk.differences.length < FINDINGS_NAMED_MAX) walk.differences.push({ finding: difference, path });
  walk.database = append(walk.database, hash);
  if (walk.files && fileText !== null) walk.files = append(walk.files, leafHash(Buffer.from(fileText)));
  if (place && !place.event) walk.followed.isGone(place.eventId);
  if (!place?.event) return hash;
  walk.followed.take(place.eventId, place.follows);
  const order = { tx: place.event.tx, eventId: place.eventId };
  if (walk.before && !(walk.before.tx < order.tx || (walk.before.tx === order.tx && walk.before.eventId < order.eventId)))
    walk.found.add(outOfOrder(place.eventId, index));
  walk.before = order;
  if (!place.payload) {
    if (isErased(place, erased)) walk.erased++;
    else walk.found.add(payloadRemoved(place.eventId, index));
  }
  if (options.keys) checkBehindLeaf(options.keys, walk, place);
  return hash;
}

/** What the leaf only commits to: payload, salt, and the columns by which rows are found. */
function checkBehindLeaf(keys: AuditKeys, { found, acts }: Pick<Walk, 'found' | 'acts'>, place: PlaceRow): void {
  const event = place.event!;
  const text = place.payload && openPayload(keys, place.payload);
  if (place.payload && (text === null || !sameHash(payloadCommit(place.payload.salt, text!), event.payloadCommit)))
    found.add(payloadChanged(place.eventId, place.index));
  const listed = text ? listedIn(text) : null;
  if (text) acts.push({ index: place.index, tx: event.tx, act: event.act, objectId: place.objectId, revision: event.revision, text });
  const wrong = [
    ...((place.actorId === null ? null : keys.pseudonym(event.log, place.actorId)) === event.actor ? [] : ['actor_id']),
    ...((place.objectId === null ? null : keys.pseudonym(event.log, place.objectId)) === event.object ? [] : ['object_id']),
    ...(listed === null || listed.join() === place.listed.join() ? [] : ['listed']),
    ...(!text || followedIn(text) === (place.follows?.join() ?? null) ? [] : ['follows']),
    ...(!text || provisionIn(text) === place.provision ? [] : ['provision']),
  ];
  if (wrong.length > 0) found.add(columnsChanged(place.eventId, place.index, wrong));
}

function openPayload(keys: AuditKeys, { salt, sealed }: { readonly salt: Uint8Array; readonly sealed: Uint8Array }): string | null {
  try {
    return Buffer.from(keys.open(salt, PAYLOAD_PURPOSE, sealed)).toString();
  } catch {
    return null; // a seal that does not open was tampered with: the caller names the row
  }
}

/** The events that a payload says are followed, as one text; null: it names none. */
function followedIn(text: string): string | null {
  const value = JSON.parse(text) as { follows?: string[] } | null;
  return value?.follows?.join() ?? null;
}

function provisionIn(text: string): string | null {
  const value = JSON.parse(text) as { provision?: string } | null;
  return (typeof value === 'object' && value?.provision) || null;
}

function listedIn(text: string): string[] {
  const value = JSON.parse(text) as { listed?: string[] } | null;
  return (typeof value === 'object' && value?.listed) || [];
}

function checkHead(
  options: VerifyOptions,
  walk: Walk,
  kept: { readonly size: number; readonly root: Uint8Array; readonly note: string },
): void {
  walk.checkpoints++;
  const head = openCheckpoint(kept.note, options.key);
  if (!head || head.size !== kept.size || !sameHash(head.root, kept.root)) return walk.found.add(checkpointForged(kept.size));
  walk.signedSize = kept.size;
  for (const witness of ['database', 'files'] as const) {
    const frontier = walk[witness];
    if (frontier?.size === head.size && sameHash(frontierRoot(frontier), head.root)) {
      if (walk.firstBad[witness] === null) walk.lastGood[witness] = head.size;
    } else walk.firstBad[witness] ??= head.size;
  }
}

/** The leaf tile of one bundle against the database's hashes. */
async function checkLeafTile(files: KeptFiles, walk: Walk, first: number, hashes: readonly Hash[]): Promise<void> {
  const tile = { level: 0, index: first / TILE_WIDTH, width: hashes.length };
  const path = tilePath(tile);
  const bytes = await publishedTile(files, tile);
  if (!bytes) return walk.found.add(fileMissing(path));
  // When the database itself differs here, its own finding says so; the tile is then not to be blamed.
  const databaseDiffers = walk.differences.some(
    ({ finding }) => finding.index !== null && finding.index >= first && finding.index < first + hashes.length,
  );
  if (!databaseDiffers && Buffer.compare(bytes, tileBytes(hashes)) !== 0) walk.found.add(fileChanged(path));
}

/** Says of each difference whose it is, by who still agrees with what was signed. */
function blame(walk: Walk): void {
  const filesLie = walk.firstBad.files !== null && walk.firstBad.database === null;
  const named = new Set<string>();
  for (const { finding, path } of walk.differences) {
    if (!filesLie) walk.found.add(finding);
    else if (!named.has(path)) walk.found.add(fileChanged(path));
    named.add(path);
  }
  if (walk.firstBad.database !== null && walk.differences.length === 0)
    walk.found.add(rewritten(walk.lastGood.database, walk.firstBad.database));
}

function checkState(state: LogState, walk: Walk, published: TreeHead | null): void {
  const hashes = state.frontier.hashes;
  const same = hashes.length === walk.database.hashes.length && hashes.every((hash, i) => sameHash(hash, walk.database.hashes[i]!));
  if (!same && walk.differences.length === 0)
    walk.found.add(
      stateChanged({
        vi: 'Biên phải của cây trong audit_state không khớp với các lá.',
        en: 'The right edge of the tree in audit_state does not fit the leaves.',
      }),
    );
  if (published && published.size > state.frontier.size)
    walk.found.add(
      stateChanged({
        vi: `Đã công bố ${published.size} dòng nhưng cơ sở dữ liệu chỉ còn ${state.frontier.size}.`,
        en: `${published.size} leaves were published, the database holds only ${state.frontier.size}.`,
      }),
    );
  if (published && walk.signedSize < published.size && published.size <= state.frontier.size)
    walk.found.add(
      stateChanged({
        vi: `Bản ký ở ${published.size} dòng đã công bố không còn trong cơ sở dữ liệu.`,
        en: `The published head at ${published.size} leaves is gone from the database.`,
      }),
    );
}
