/** A portrait's way from the file to the register and onto the screen, on a real database and through the sandboxed parser. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { zipOf } from '#base/zip-for-tests.ts';
import type { Part } from '#base/zip-for-tests.ts';
import type { Result } from '#base/problem.ts';
import { NOT_COMPARED } from '#record/matching/compared.ts';
import { attestationsOf } from '#record/confirmation/attestation-store.ts';
import { openPortrait, portraitOf } from '#record/register/portrait.ts';
import { readPeople, readVersions } from '#record/register/store.ts';
import { AS_OF, anAgency, brings } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import type { Received } from '#record/intake/receive.ts';
import { aJpeg, aPng } from './pictures-for-tests.ts';
import { portraitsDoor } from './door.ts';

let agency: Agency;
let other: Agency;
before(async () => {
  agency = await anAgency('H26.03.01', undefined, [portraitsDoor]);
  other = await anAgency('H41.51', agency.office, [portraitsDoor]);
});
after(() => agency.close());

let last = 0;
const aNumber = (): string => `000190${String(++last).padStart(6, '0')}`;
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }): string[] =>
  result.ok ? [] : result.problems!.map(({ code }) => code);
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(codes(result).join());
  return result.value;
};
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Somebody registered in the body. */
async function registered(number = aNumber(), name = 'Trần Thị Hoa'): Promise<{ number: string; personId: string }> {
  const submissionId = await agency.sends([{ number, name }]);
  const [personId] = await agency.waiting(submissionId);
  must(await agency.confirms(submissionId, personId!));
  return { number, personId: personId! };
}

const uploads = (bytes: Uint8Array, more: { fileName?: string; corrects?: string; by?: Agency } = {}): Promise<Result<Received>> => {
  const { needs, clerk, bodyId } = more.by ?? agency;
  return brings(needs, clerk, {
    bodyId,
    fileName: more.fileName ?? 'ảnh.zip',
    bytes,
    asOf: AS_OF,
    ...(more.corrects ? { corrects: more.corrects } : {}),
  });
};
/** Uploads and checks; the submission's id. */
async function checked(pictures: Readonly<Record<string, Part>>): Promise<string> {
  const { submissionId } = must(await uploads(zipOf(pictures)));
  await agency.works();
  return submissionId;
}
const problemsOf = async (by: Agency, submissionId: string) =>
  by.office.as(by.clerk.handle, async (tx) => {
    const { round } = await by.file(submissionId);
    return readProblems(tx, by.office.keys, submissionId, round, { limit: 50 });
  });
const recordOf = async (personId: string) =>
  (await agency.office.as(agency.officer.handle, (tx) => readPeople(tx, agency.office.keys, [personId]))).get(personId)!;
const counts = async (submissionId: string) => {
  const { received, accepted, rejected, waiting } = (await agency.file(submissionId)).counts;
  return { received, accepted, rejected, waiting };
};

test('from the zip to the register: group A names the picture, and says again what it said before', async () => {
  const { number, personId } = await registered();
  const before = (await recordOf(personId)).document.A ?? {};
  const submissionId = await checked({ [`${number}.jpg`]: await aJpeg() });
  const file = await agency.file(submissionId);
  assert.deepEqual(
    [file.door, file.stage, file.report.comparison],
    ['portraits', 'checked', { new: 0, changed: 1, unchanged: 0, missing: 0 }],
  );
  assert.deepEqual(await counts(submissionId), { received: 1, accepted: 1, rejected: 0, waiting: 0 });
  const r1 = must(await agency.submits(submissionId)).receipt;
  assert.deepEqual([r1.content.kind, r1.content.counts.accepted], ['R1', 1]);
  await agency.works();
  // A known person's portrait waits for no match with the population database.
  assert.deepEqual(await agency.waiting(submissionId), [personId]);
  const { receipt, items } = must(await agency.confirms(submissionId, personId));
  assert.deepEqual(
    items.map(({ group, state, version }) => [group, state, version]),
    [['A', 'registered', 2]],
  );
  assert.deepEqual([receipt.content.kind, receipt.content.final], ['R2', true]);
  const { document } = await recordOf(personId);
  const sha256 = portraitOf(document);
  assert.ok(sha256);
  assert.deepEqual(document.A, { ...before, anh4x6: sha256 });
  assert.equal(sha256Of(await agency.needs.blobs.get(sha256)), sha256);
  const versions = await agency.office.as(agency.officer.handle, (tx) => readVersions(tx, agency.office.keys, [personId]));
  assert.equal(versions.at(-1)?.source, 'CONG', 'brought to the portal, not in a workbook');
  // A workbook that says nothing of the picture leaves it.
  const again = must(await agency.uploads([{ number, name: 'Trần Thị Hoa', phone: '0987000111' }]));
  await agency.works();
  must(await agency.submits(again.submissionId));
  await agency.works();
  await agency.matched(again.submissionId);
  must(await agency.confirms(again.submissionId, personId));
  assert.equal(portraitOf((await recordOf(personId)).document), sha256);
});

test('one picture is enough; its name stands nowhere in clear', async () => {
  const { number, personId } = await registered();
  const { submissionId } = must(await uploads(await aPng(), { fileName: `${number}.png` }));
  await agency.works();
  assert.deepEqual(await counts(submissionId), { received: 1, accepted: 1, rejected: 0, waiting: 0 });
  assert.equal((await agency.file(submissionId)).fileName, `000•••••${number.slice(-4)}.png`);
  const rows = await agency.office.owner.transaction(null, (tx) =>
    tx.query(
      `select to_jsonb(f)::text as text from submission_file f where submission_id = $1
       union all select to_jsonb(l)::text from submission_line l where submission_id = $1
       union all select to_jsonb(p)::text from submission_problem p where submission_id = $1`,
      [submissionId],
    ),
  );
  assert.ok(rows.length >= 2);
  assert.ok(!JSON.stringify(rows).includes(number));
  const [line] = await agency.office.as(agency.clerk.handle, (tx) =>
    tx.query<{ name: string; person_id: string }>('select name, person_id from submission_line where submission_id = $1', [submissionId]),
  );
  assert.deepEqual([line?.name, line?.person_id], ['Trần Thị Hoa', personId], 'the list names the person, from the register');
});

test('a picture of nobody, of somebody not registered yet, and of another body: each is said apart, and where the other body is, is not', async () => {
  const pending = aNumber();
  await agency.sends([{ number: pending, name: 'Lê Thị Chờ' }]);
  const elsewhere = aNumber();
  // Of another body is who is registered there: what it has only sent is nobody's yet.
  const sentThere = await other.sends([{ number: elsewhere, name: 'Phạm Thị Xa' }]);
  must(await other.confirms(sentThere, (await other.waiting(sentThere))[0]!));
  const unknown = aNumber();
  const jpeg = await aJpeg();
  const submissionId = await checked({ [`${unknown}.jpg`]: jpeg, [`${pending}.jpg`]: jpeg, [`${elsewhere}.jpg`]: jpeg });
  assert.deepEqual(await counts(submissionId), { received: 3, accepted: 0, rejected: 3, waiting: 0 });
  const problems = await problemsOf(agency, submissionId);
  assert.deepEqual(
    problems.map(({ code, place, field, value, personName }) => [code, place?.['row'], field, value, personName]),
    [
      ['E-PORTRAIT-NO-PERSON', 1, 'anh4x6', `${unknown}.jpg`, ''],
      ['E-PORTRAIT-PERSON-PENDING', 2, 'anh4x6', `${pending}.jpg`, ''],
      ['E-PERSON-ELSEWHERE', 3, 'anh4x6', `${elsewhere}.jpg`, ''],
    ],
  );
  const said = JSON.stringify(problems);
  assert.ok(!said.includes('H41') && !said.includes('Phạm'), said);
  assert.deepEqual(codes(await agency.submits(submissionId, { partial: true })), ['E-SUBMIT-NOBODY']);
});

test('good pictures go first, the others wait; the counts add up', async () => {
  const [one, two] = [await registered(), await registered(aNumber(), 'Đỗ Thị Hai')];
  const submissionId = await checked({ [`${one.number}.jpg`]: await aJpeg(), [`${two.number}.jpg`]: await aJpeg(100, 140) });
  assert.deepEqual(
    (await problemsOf(agency, submissionId)).map(({ code, personName }) => [code, personName]),
    [['E-PORTRAIT-TOO-SMALL', 'Đỗ Thị Hai']],
  );
  assert.deepEqual(codes(await agency.submits(submissionId)), ['E-SUBMIT-HAS-ERRORS']);
  const { receipt } = must(await agency.submits(submissionId, { partial: true }));
  assert.deepEqual(receipt.content.counts, { received: 2, accepted: 1, rejected: 0, waiting: 1 });
});

test('a warning about a picture is read before it is sent', async () => {
  const { number } = await registered();
  const submissionId = await checked({ [`${number}.jpg`]: await aJpeg(1200, 800) });
  assert.deepEqual(codes(await agency.submits(submissionId)), ['E-SUBMIT-WARNINGS']);
  must(await agency.submits(submissionId, { acknowledgedCodes: ['E-PORTRAIT-CROPPED'] }));
});

test('the officer compares exactly the two pictures of which the attestation holds the hashes; a returned one is mended by another zip', async () => {
  const { number, personId } = await registered();
  const first = await checked({ [`${number}.jpg`]: await aJpeg() });
  must(await agency.submits(first));
  await agency.works();
  must(await agency.confirms(first, personId));
  const standing = portraitOf((await recordOf(personId)).document);
  const second = await checked({ [`ảnh/${number}.jpeg`]: await aJpeg() });
  assert.deepEqual(
    (await agency.file(second)).report.comparison,
    { new: 0, changed: 0, unchanged: 1, missing: 0 },
    'the same picture says nothing new',
  );
  const third = await checked({ [`${number}.jpg`]: await aPng(500, 700) });
  must(await agency.submits(third));
  await agency.works();
  const shown = must(await agency.shows(third, personId));
  const [{ before, after: sent }] = shown.shown.groups.filter((group) => group.group === 'A') as [(typeof shown.shown.groups)[number]];
  const compared = { before: portraitOf({ A: before ?? {} }), after: portraitOf({ A: sent }) };
  assert.equal(compared.before, standing);
  assert.ok(compared.after !== null && compared.after !== standing);
  assert.deepEqual(
    shown.shown.groups.flatMap((group) => group.changes.map(({ field, from, to }) => [field, from, to])),
    [['anh4x6', standing, compared.after]],
  );
  must(await agency.confirms(third, personId, { returns: 'A' }));
  assert.equal(portraitOf((await recordOf(personId)).document), standing, 'what was returned stands nowhere');
  assert.deepEqual(codes(await uploads(Buffer.from(JSON.stringify({ people: [] })), { corrects: third })), ['E-UPLOAD-OTHER-KIND']);
  must(await uploads(zipOf({ [`${number}.jpg`]: await aJpeg(900, 1000) }), { corrects: third }));
  await agency.works();
  must(await agency.submits(third));
  await agency.works();
  must(await agency.confirms(third, personId));
  assert.notEqual(portraitOf((await recordOf(personId)).document), standing);
});

test('a portrait that waited behind an open group goes on by itself once that is decided', async () => {
  const { number, personId } = await registered();
  const name = 'Trần Thị Hòa';
  const workbook = await agency.sends([{ number, name, more: { A: { soHieuCbccvc: 'SH-1' } } }]);
  const pictures = await checked({ [`${number}.jpg`]: await aJpeg() });
  must(await agency.submits(pictures));
  await agency.works();
  assert.deepEqual(await agency.waiting(pictures), [], 'group A is occupied');
  must(await agency.confirms(workbook, personId));
  assert.deepEqual(await agency.waiting(pictures), [personId]);
  must(await agency.confirms(pictures, personId));
  const { document } = await recordOf(personId);
  assert.equal(document.A?.['soHieuCbccvc'], 'SH-1');
  assert.ok(portraitOf(document));
});

test('showing a portrait is a read that its person can see; nobody of another body sees it', async () => {
  const { number, personId } = await registered();
  const submissionId = await checked({ [`${number}.jpg`]: await aJpeg() });
  must(await agency.submits(submissionId));
  await agency.works();
  must(await agency.confirms(submissionId, personId));
  const needs = { ...agency.needs, attestations: attestationsOf, compared: async () => NOT_COMPARED };
  const opens = (by: Agency, how: object = {}) =>
    by.office.as(by.officer.handle, (tx) => openPortrait(tx, needs, personId, { roles: ['XAC_NHAN'], ...how }));
  const jpeg = must(await opens(agency));
  assert.equal(sha256Of(jpeg), portraitOf((await recordOf(personId)).document));
  const reads = await agency.office.owner.transaction(null, (tx) =>
    tx.query(`select 1 from audit_event where act = 'portrait.read' and object_id = $1`, [personId]),
  );
  assert.equal(reads.length, 1);
  assert.deepEqual(codes(await opens(other)), ['E-PERSON-NOT-FOUND']);
  assert.deepEqual(codes(await opens(agency, { roles: ['TTTT'] })), ['E-FIELD-NOT-VISIBLE']);
  assert.deepEqual(codes(await opens(agency, { validOn: '2020-01-01' })), ['E-PORTRAIT-NONE'], 'on that day there was none');
  assert.deepEqual(codes(await opens(agency, { validOn: '2020-13-01' })), ['E-DAY-NOT-VALID']);
});

test('a check that runs twice, and the same zip twice, leave what one leaves', async () => {
  const { number } = await registered();
  const zip = zipOf({ [`${number}.jpg`]: await aJpeg() });
  const { submissionId, uploadNumber } = must(await uploads(zip));
  agency.queued.push(agency.queued[0]!);
  await agency.works();
  assert.deepEqual(await counts(submissionId), { received: 1, accepted: 1, rejected: 0, waiting: 0 });
  const twice = must(await uploads(zip, { fileName: 'tên khác.zip' }));
  assert.deepEqual([twice.submissionId, twice.sameAs], [submissionId, uploadNumber]);
});

test('a full disk while a picture is kept writes no row that names it', async () => {
  const { number } = await registered();
  const { submissionId } = must(await uploads(zipOf({ [`${number}.jpg`]: await aJpeg(700, 800) })));
  const job = agency.queued.shift()!;
  const full = {
    ...agency.needs,
    blobs: { ...agency.needs.blobs, put: async () => ({ ok: false as const, problems: [{ code: 'E-DISK-FULL' } as never] }) },
  };
  const { checkUpload } = await import('#record/intake/check-upload.ts');
  await assert.rejects(checkUpload(full, job.payload), /E-DISK-FULL/);
  assert.equal((await agency.file(submissionId)).stage, 'reading');
  await checkUpload(agency.needs, job.payload);
  assert.equal((await agency.file(submissionId)).stage, 'checked');
});
