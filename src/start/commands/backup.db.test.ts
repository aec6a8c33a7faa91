import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { PAYLOAD_PURPOSE } from '#authority/audit/record.ts';
import { brokenBlobs, openBlobStore } from '#base/blob-store.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { recordMade, recordRestored } from './command-acts.ts';
import { backup, LEFT_OUT, restore } from './backup.ts';

let agency: Agency;
let folder: string;
let whole: Buffer;
let other: Buffer;
let rows: Readonly<Record<string, number>>;

async function aBackup(name: string, record?: Parameters<typeof backup>[2]): Promise<Buffer> {
  const { office } = agency;
  const file = join(folder, name);
  const { keys, clock, chance, ownerUrl } = office;
  const needs = { ownerUrl, keys, files: filesInFolder(folder), at: clock.now(), schema: 'test', chance, recipient: null };
  const made = await backup(needs, file, record ?? recordMade(ownerUrl, office));
  if (!made.ok) throw new Error(made.problems[0]!.code);
  ({ rows } = made.value);
  return readFileSync(file);
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'congvu-backup-'));
  agency = await anAgency();
  const submissionId = await agency.sends([{ number: '000190000001', name: 'Trần Thị Hoa' }]);
  for (const personId of await agency.waiting(submissionId)) assert.ok((await agency.confirms(submissionId, personId)).ok);
  mkdirSync(join(folder, 'card'));
  writeFileSync(join(folder, 'card', 'trust-list'), 'signed by doors’ anchor');
  const kept = await openBlobStore(filesInFolder(folder)('blobs'), agency.office.keys).put(Buffer.from('what a clerk sent'));
  assert.ok(kept.ok);
  whole = await aBackup('a.congvu');
  other = await aBackup('b.congvu');
});
after(async () => {
  await agency.close();
  rmSync(folder, { recursive: true, force: true });
});

const HEAD = 'CONGVU-BACKUP-2\n'.length + 16;
/** The frames of a backup, sealed as they are: whoever cuts it needs no key. */
function framesOf(file: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = HEAD; at < file.length;) {
    const end = at + 4 + file.readUInt32BE(at);
    frames.push(file.subarray(at, end));
    at = end;
  }
  return frames;
}
const joined = (frames: readonly Buffer[]): Buffer => Buffer.concat([whole.subarray(0, HEAD), ...frames]);

/** Restored into a new office; what was refused, and how many people stand there. */
async function restored(
  file: Buffer,
  record?: Parameters<typeof restore>[2],
): Promise<{ codes: readonly string[]; why: string; people: number; office: Office; done: Office['close'] }> {
  const office = await anOffice();
  const place = mkdtempSync(join(folder, 'there-'));
  const path = join(place, 'given.congvu');
  writeFileSync(path, file);
  const needs = { ownerUrl: office.ownerUrl, keys: office.keys, files: filesInFolder(place), opener: null };
  const result = await restore(needs, path, record ?? recordRestored(office, filesInFolder(place)('card')));
  const [{ n } = { n: -1 }] = await office.owner.transaction(null, (tx) =>
    tx.query<{ n: number }>('select count(*)::int as n from person'),
  );
  return {
    codes: result.ok ? [] : result.problems.map(({ code }) => code),
    why: result.ok ? '' : result.problems[0]!.title.en,
    people: n,
    office,
    done: () => office.close(),
  };
}

test('nothing that is copied refers to a table that is left out: it could not be put back', async () => {
  const refers = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ child: string; parent: string }>(
      `select c.relname as child, p.relname as parent from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
        where k.contype = 'f' and p.relname = any ($1) and not c.relispartition`,
      [[...LEFT_OUT]],
    ),
  );
  assert.ok(refers.length > 0);
  assert.deepEqual(
    refers.filter(({ child }) => !LEFT_OUT.has(child)),
    [],
  );
});

test('what was put back is counted, table by table, and goes on above the old record time', async () => {
  const { codes, people, office, done } = await restored(whole);
  try {
    assert.deepEqual([codes, people], [[], 1]);
    assert.ok(rows['attestation'] === 1 && rows['person_version']! >= 1 && rows['receipt'] === 2);
    const points = (where: Office) =>
      where.owner.transaction(null, async (tx) => {
        const [row] = await tx.query<{ now: number; last: number; base: number }>(
          `select record_tx()::int as now, (select max(tx) from person_version)::int as last, (select base::int from record_base) as base`,
        );
        return row!;
      });
    const [old, now] = [await points(agency.office), await points(office)];
    assert.equal(now.last, old.last);
    // Transactions of a new cluster are numbered from the beginning: it is the base that carries record time over.
    assert.ok(now.base >= old.last, `record time begins at ${now.base}, the newest version is of ${old.last}`);
    assert.ok(now.now > old.last);
  } finally {
    await done();
  }
});

const CUTS: readonly (readonly [what: string, cut: (frames: readonly Buffer[]) => Buffer])[] = [
  ['the two frames of one table cut out', (frames) => joined(frames.toSpliced(6, 2))],
  ['every single frame cut out, the last but one', (frames) => joined(frames.toSpliced(-2, 1))],
  ['the end cut off', (frames) => joined(frames.slice(0, -1))],
  ['half of the last frame', () => whole.subarray(0, -20)],
  ['two frames exchanged', (frames) => joined(frames.with(4, frames[6]!).with(6, frames[4]!))],
  ['the last two data frames exchanged', (frames) => joined(frames.with(-2, frames.at(-3)!).with(-3, frames.at(-2)!))],
  ['a frame twice', (frames) => joined(frames.toSpliced(5, 0, frames[5]!))],
  ['a frame of another backup of the same place', (frames) => joined(frames.with(8, framesOf(other)[8]!))],
  ['the name of another backup', (frames) => Buffer.concat([other.subarray(0, HEAD), ...frames])],
  ['one bit', (frames) => joined(frames.with(3, Buffer.from(frames[3]!.map((byte, i) => (i === 40 ? byte ^ 1 : byte)))))],
  ['an older form, whose frames were bound to no place', () => Buffer.concat([Buffer.from('CONGVU-BACKUP-1\n'), whole.subarray(HEAD)])],
  ['no backup at all', () => Buffer.from('PK\u0003\u0004 something else')],
];
for (const [what, cut] of CUTS)
  test(`refused, and nothing is kept: ${what}`, async () => {
    const { codes, people, done } = await restored(cut(framesOf(whole)));
    await done();
    assert.deepEqual([codes, people], [['E-BACKUP-NOT-READABLE'], 0]);
  });

/** Rows of one act in the log of an office, with what was sealed beside each. */
const rowsOf = (office: Office, act: string): Promise<readonly { role: string; actor: string | null; payload: unknown }[]> =>
  office.owner.transaction(null, async (tx) => {
    const found = await tx.query<{ role: string; actor: string | null; salt: Buffer; sealed: Buffer }>(
      'select e.role, e.actor, p.salt, p.sealed from audit_event e join audit_payload p using (event_id, at) where e.act = $1 order by e.tx',
      [act],
    );
    return found.map(({ role, actor, salt, sealed }) => {
      // Which events it follows is the log's own matter (standstill.db.test.ts).
      const { follows: _, ...payload } = JSON.parse(Buffer.from(office.keys.open(salt, PAYLOAD_PURPOSE, sealed)).toString()) as Record<
        string,
        unknown
      >;
      return { role, actor, payload };
    });
  });
const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, n) => sum + n, 0);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

test('a backup leaves its row: the hash of the very file, how many rows, and nobody', async () => {
  const file = await aBackup('c.congvu');
  const made = { sha256: sha256(file), tables: Object.keys(rows).length, rows: sumOf(rows), files: 2 };
  assert.deepEqual((await rowsOf(agency.office, 'backup.made')).at(-1), { role: 'SYSTEM', actor: null, payload: made });
  const { office, done } = await restored(file);
  try {
    // Of the backup itself the restored log knows nothing: its row came after what was read. The restore names the same file.
    assert.deepEqual(await rowsOf(office, 'backup.restored'), [{ role: 'SYSTEM', actor: null, payload: made }]);
  } finally {
    await done();
  }
});

test('no audit row, no backup and no restore', async () => {
  const full = (): Promise<void> => Promise.reject(new Error('could not extend file'));
  await assert.rejects(aBackup('unrecorded.congvu', full), /^Error: E-BACKUP-NOT-RECORDED$/);
  for (const name of ['unrecorded.congvu', 'unrecorded.congvu.half']) assert.equal(existsSync(join(folder, name)), false, name);
  const { codes, people, done } = await restored(whole, full);
  await done();
  assert.deepEqual([codes, people], [['E-BACKUP-NOT-RECORDED'], 0]);
});

test('a blob that is not what its name says is named', async () => {
  const place = join(folder, 'blobs');
  assert.deepEqual(await brokenBlobs(filesInFolder(folder)('blobs'), agency.office.keys), []);
  const name = 'a'.repeat(64);
  mkdirSync(join(place, 'aa'));
  writeFileSync(join(place, 'aa', name), 'not sealed');
  assert.deepEqual(await brokenBlobs(filesInFolder(folder)('blobs'), agency.office.keys), [name]);
  rmSync(join(place, 'aa'), { recursive: true });
});
