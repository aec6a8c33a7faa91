import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { verifyReceipt } from '#record/receipt/issue.ts';
import { returnedItems } from '#record/confirmation/returned.ts';
import { NOT_COMPARED } from '#record/matching/compared.ts';
import { attestationsOf } from '#record/confirmation/attestation-store.ts';
import { openRecord } from '#record/register/read.ts';
import { readPeople, readVersions } from '#record/register/store.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { withdraw } from './receive.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());

let last = 0;
/** Women born in 1990 under the prefix that is issued to nobody. */
const someone = (name = 'Trần Thị Hoa', more = {}) => ({ number: `000190${String(++last).padStart(6, '0')}`, name, ...more });
const counts = async (submissionId: string) => {
  const { received, accepted, rejected, waiting } = (await agency.file(submissionId)).counts;
  return { received, accepted, rejected, waiting };
};
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.ok ? [] : result.problems!.map((problem) => problem.code);
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(codes(result).join());
  return result.value;
};

test('good people go on, the rest wait, and the counts add up', async () => {
  const { submissionId } = must(await agency.uploads([someone(), someone(), someone('Lê Thị Lan', { hasError: true })]));
  await agency.works();
  assert.deepEqual(await counts(submissionId), { received: 3, accepted: 2, rejected: 1, waiting: 0 });
  assert.deepEqual(codes(await agency.submits(submissionId)), ['E-SUBMIT-HAS-ERRORS']);
  const { receipt } = must(await agency.submits(submissionId, { partial: true }));
  assert.deepEqual(receipt.content.counts, { received: 3, accepted: 2, rejected: 0, waiting: 1 });
  assert.ok(await verifyReceipt(receipt, agency.office.keys.signingKey('receipt').publicJwk));
  assert.equal(
    await verifyReceipt(
      { ...receipt, content: { ...receipt.content, counts: { ...receipt.content.counts, accepted: 3, waiting: 0 } } },
      agency.office.keys.signingKey('receipt').publicJwk,
    ),
    false,
  );
});

test('the same file twice is the same upload, and sending twice the same receipt', async () => {
  const people = [someone()];
  const first = must(await agency.uploads(people));
  const second = must(await agency.uploads(people));
  assert.equal(second.submissionId, first.submissionId);
  assert.equal(second.sameAs, first.uploadNumber);
  await agency.works();
  const one = must(await agency.submits(first.submissionId));
  const two = must(await agency.submits(first.submissionId));
  assert.equal(two.receipt.jws, one.receipt.jws);
});

test('a check and an advance that run twice leave what one run leaves', async () => {
  const { submissionId } = must(await agency.uploads([someone(), someone()]));
  const check = agency.queued[0]!;
  await agency.works();
  must(await agency.submits(submissionId));
  const advance = agency.queued[0]!;
  agency.queued.push(advance, check);
  await agency.works();
  const items = await agency.office.as(agency.clerk.handle, (tx) =>
    tx.query('select 1 from item where submission_id = $1', [submissionId]),
  );
  assert.equal(items.length, 4, 'two groups of two people');
});

test('from file to register: what was confirmed stands with its source, and saying it again writes nothing', async () => {
  const person = someone('Nguyễn Thị Ánh');
  const submissionId = await agency.sends([person]);
  const [personId] = await agency.waiting(submissionId);
  const { receipt, items } = must(await agency.confirms(submissionId, personId!));
  assert.deepEqual(
    items.map((item) => [item.group, item.state, item.version]),
    [
      ['B', 'registered', 1],
      ['C', 'registered', 1],
    ],
  );
  assert.equal(receipt.content.kind, 'R2');
  assert.equal(receipt.content.final, true);
  const registered = (await agency.office.as(agency.officer.handle, (tx) => readPeople(tx, agency.office.keys, [personId!]))).get(
    personId!,
  )!;
  assert.equal(registered.document.B?.['hoTenKhaiSinh'], 'Nguyễn Thị Ánh');
  assert.equal(registered.document.B?.['soDinhDanh'], undefined, 'the citizen number stands in no document');

  const again = must(await agency.uploads([person, someone()]));
  await agency.works();
  assert.deepEqual((await agency.file(again.submissionId)).report.comparison, { new: 1, changed: 0, unchanged: 1, missing: 0 });
  must(await agency.submits(again.submissionId));
  await agency.works();
  const versions = await agency.office.as(agency.officer.handle, (tx) => readVersions(tx, agency.office.keys, [personId!]));
  assert.equal(versions.length, 1);
});

test('what changed after it was shown is refused, and what is shown then can be confirmed', async () => {
  const submissionId = await agency.sends([someone()]);
  const [personId] = await agency.waiting(submissionId);
  assert.deepEqual(codes(await agency.confirms(submissionId, personId!, { hash: '0'.repeat(64) })), ['E-CONFIRM-CHANGED']);
  must(await agency.confirms(submissionId, personId!));
});

test('of a person who is not in the register the identity is confirmed first', async () => {
  const submissionId = await agency.sends([someone()]);
  const [personId] = await agency.waiting(submissionId);
  assert.deepEqual(codes(await agency.confirms(submissionId, personId!, { returns: 'B' })), ['E-CONFIRM-IDENTITY-FIRST']);
});

test('a returned cell is repaired by a new round of the same submission', async () => {
  const person = someone();
  const submissionId = await agency.sends([person]);
  const [personId] = await agency.waiting(submissionId);
  const first = must(await agency.confirms(submissionId, personId!, { returns: 'C' }));
  assert.deepEqual(first.items.map((item) => item.state).sort(), ['registered', 'returned']);
  assert.equal(first.receipt.content.final, false);
  must(await agency.uploads([{ ...person, phone: '0987654321' }], { corrects: submissionId }));
  await agency.works();
  must(await agency.submits(submissionId));
  await agency.works();
  await agency.matched(submissionId);
  const second = must(await agency.confirms(submissionId, personId!));
  assert.deepEqual(
    second.items.map((item) => [item.group, item.state, item.version]),
    [['C', 'registered', 2]],
  );
  assert.equal(second.receipt.content.final, true);
});

const returnedOf = async (submissionId: string) =>
  agency.office.as(agency.clerk.handle, (tx) => returnedItems(tx, agency.office.keys, submissionId, { after: null, limit: 10 }));

test('the sending body reads which cell came back, why, by whom and when; a corrected file takes it up', async () => {
  const person = someone();
  const submissionId = await agency.sends([person]);
  const [personId] = await agency.waiting(submissionId);
  must(await agency.confirms(submissionId, personId!, { returns: 'C' }));
  const [item] = await returnedOf(submissionId);
  assert.deepEqual(
    [item?.personId, item?.group, item?.by, item?.cells],
    [personId, 'C', 'Cán bộ xác nhận', [{ field: 'dienThoaiDiDong', reason: 'KHAC', note: 'Gọi không được.', stated: ['0912345678'] }]],
  );
  assert.ok(item!.at);
  must(await agency.uploads([{ ...person, phone: '0987654321' }], { corrects: submissionId }));
  await agency.works();
  assert.equal((await returnedOf(submissionId)).length, 1, 'a file that was not sent yet answers nothing');
  must(await agency.submits(submissionId));
  await agency.works();
  assert.deepEqual(await returnedOf(submissionId), []);
});

test('the record page says of each field where it comes from, who confirmed it and when', async () => {
  const person = someone('Phạm Thị Yến');
  const submissionId = await agency.sends([person]);
  const [personId] = await agency.waiting(submissionId);
  must(await agency.confirms(submissionId, personId!));
  const later = must(await agency.uploads([{ ...person, phone: '0911222444' }]));
  await agency.works();
  must(await agency.submits(later.submissionId));
  await agency.works();
  await agency.matched(later.submissionId);
  must(await agency.confirms(later.submissionId, personId!, { by: { ...agency.officer, name: 'Người xác nhận thứ hai' } }));
  const needs = { ...agency.needs, attestations: attestationsOf, compared: async () => NOT_COMPARED };
  const page = must(await agency.office.as(agency.officer.handle, (tx) => openRecord(tx, needs, personId!, { roles: ['XAC_NHAN'] })));
  const origin = (key: string) => page.groups.flatMap((group) => group.fields).find((field) => field.key === key)!.origin;
  assert.deepEqual(
    [origin('hoTenKhaiSinh').confirmedBy, origin('dienThoaiDiDong').confirmedBy],
    ['Cán bộ xác nhận', 'Người xác nhận thứ hai'],
  );
  assert.equal(origin('dienThoaiDiDong').source, 'EXCEL');
  assert.ok(origin('dienThoaiDiDong').confirmedAt! > origin('hoTenKhaiSinh').confirmedAt!);
  assert.equal(origin('dienThoaiDiDong').initial, false);
});

test('the record shows what was signed a moment ago, also while another transaction keeps the settled point back', async () => {
  const person = someone();
  const submissionId = await agency.sends([person]);
  const [personId] = await agency.waiting(submissionId);
  const needs = { ...agency.needs, attestations: attestationsOf, compared: async () => NOT_COMPARED };
  const open = (knownAt?: number) =>
    agency.office.as(agency.officer.handle, (tx) => openRecord(tx, needs, personId!, { roles: ['XAC_NHAN'], knownAt }));
  await agency.office.owner.transaction(null, async (other) => {
    const [before] = await other.query<{ settled: number }>('select settled_tx() as settled, pg_current_xact_id()');
    must(await agency.confirms(submissionId, personId!));
    const now = must(await open());
    assert.ok(now.groups.length > 0);
    assert.ok(now.knownAt > before!.settled);
    assert.equal(must(await open(before!.settled)).groups.length, 0, 'at the settled point nothing was known yet');
    const early = await open(now.knownAt);
    assert.ok(
      !early.ok && early.problems[0]!.code === 'E-KNOWN-AT-NOT-SETTLED',
      'a point that others may still come before is no point to know at',
    );
  });
  assert.ok(must(await open()).groups.length > 0);
});

test('who takes a returned change back leaves nothing returned', async () => {
  const person = someone();
  const first = await agency.sends([person]);
  const [personId] = await agency.waiting(first);
  must(await agency.confirms(first, personId!));
  const changed = must(await agency.uploads([{ ...person, phone: '0911222333' }]));
  await agency.works();
  must(await agency.submits(changed.submissionId));
  await agency.works();
  await agency.matched(changed.submissionId);
  must(await agency.confirms(changed.submissionId, personId!, { returns: 'C' }));
  assert.equal((await returnedOf(changed.submissionId)).length, 1);
  must(await agency.uploads([person, someone()], { corrects: changed.submissionId }));
  await agency.works();
  must(await agency.submits(changed.submissionId));
  await agency.works();
  assert.deepEqual(await returnedOf(changed.submissionId), []);
});

test('a second file about the same group waits until the first is decided', async () => {
  const person = someone();
  const first = await agency.sends([person]);
  const second = must(await agency.uploads([{ ...person, phone: '0933333333' }]));
  await agency.works();
  must(await agency.submits(second.submissionId));
  await agency.works();
  const states = async () =>
    (
      await agency.office.as(agency.clerk.handle, (tx) =>
        tx.query<{ state: string }>('select state from item where submission_id = $1 order by group_code', [second.submissionId]),
      )
    ).map((row) => row.state);
  assert.deepEqual(await states(), ['held', 'held']);
  const [personId] = await agency.waiting(first);
  must(await agency.confirms(first, personId!));
  assert.ok(!(await states()).includes('held'), 'the held items go on');
});

const tasks = async (submissionId: string): Promise<string[]> =>
  (
    await agency.office.as(agency.clerk.handle, (tx) =>
      tx.query<{ state: string }>('select state from match_task where submission_id = $1', [submissionId]),
    )
  ).map((row) => row.state);
const statesOf = async (submissionId: string): Promise<string[]> =>
  (
    await agency.office.as(agency.clerk.handle, (tx) =>
      tx.query<{ state: string }>('select distinct state from item where submission_id = $1 order by 1', [submissionId]),
    )
  ).map((row) => row.state);
/** The match task of a held identity is settled as having nothing to ask. */
const givesUp = (submissionId: string) =>
  agency.office.owner.transaction(null, (tx) =>
    tx.query(`update match_task set state = 'given-up' where submission_id = $1`, [submissionId]),
  );

for (const [how, frees] of [
  ['decided', async (first: string) => must(await agency.confirms(first, (await agency.waiting(first))[0]!))],
  ['withdrawn', async (first: string) => must(await agency.office.as(agency.clerk.handle, (tx) => withdraw(tx, agency.needs, first)))],
] as const)
  test(`a held identity is matched anew when the first file is ${how}, and both end in the queue`, async () => {
    const person = someone();
    const first = await agency.sends([person]);
    const second = must(await agency.uploads([{ ...person, phone: '0933333333' }]));
    await agency.works();
    must(await agency.submits(second.submissionId));
    await agency.works();
    await givesUp(second.submissionId);
    await frees(first);
    assert.deepEqual([await statesOf(second.submissionId), await tasks(second.submissionId)], [['waiting-match'], ['waiting']]);
    await agency.matched(second.submissionId);
    const [personId] = await agency.waiting(second.submissionId);
    must(await agency.confirms(second.submissionId, personId!));
    assert.deepEqual(await statesOf(second.submissionId), ['registered']);
  });

test('a held group goes on when a corrected file no longer states it', async () => {
  const person = someone();
  const base = await agency.sends([person]);
  const [personId] = await agency.waiting(base);
  must(await agency.confirms(base, personId!));
  const first = must(await agency.uploads([{ ...person, phone: '0944444444' }]));
  await agency.works();
  must(await agency.submits(first.submissionId));
  await agency.works();
  const second = must(await agency.uploads([{ ...person, phone: '0955555555' }]));
  await agency.works();
  must(await agency.submits(second.submissionId));
  await agency.works();
  assert.deepEqual([await statesOf(first.submissionId), await statesOf(second.submissionId)], [['awaiting-confirmation'], ['held']]);
  must(await agency.uploads([person, someone()], { corrects: first.submissionId }));
  await agency.works();
  must(await agency.submits(first.submissionId));
  await agency.works();
  assert.deepEqual(await statesOf(second.submissionId), ['awaiting-confirmation']);
});

test('nobody of another body sees anything of it', async () => {
  const other = await anAgency('H41.51', agency.office);
  const submissionId = await agency.sends([someone()]);
  const [personId] = await agency.waiting(submissionId);
  for (const table of ['submission', 'submission_file', 'submission_line', 'submission_problem', 'item', 'receipt'])
    assert.deepEqual(
      await agency.office.as(other.officer.handle, (tx) => tx.query(`select 1 from ${table} where submission_id = $1`, [submissionId])),
      [],
      table,
    );
  assert.equal((await agency.office.as(other.officer.handle, (tx) => readPeople(tx, agency.office.keys, [personId!]))).size, 0);
});

test('an act whose audit row cannot be written did not happen', async () => {
  const submissionId = await agency.sends([someone()]);
  const [personId] = await agency.waiting(submissionId);
  const shown = must(await agency.shows(submissionId, personId!));
  const broken = {
    ...agency.needs,
    keys: {
      ...agency.needs.keys,
      pseudonym: () => {
        throw new Error('the log is away');
      },
    },
  };
  const { confirmPerson } = await import('./confirm.ts');
  await assert.rejects(
    agency.office.as(agency.officer.handle, (tx) =>
      confirmPerson(tx, broken, agency.officer, {
        submissionId,
        personId: personId!,
        shownHash: shown.hash,
        accept: shown.shown.groups.map((group) => group.itemId),
        return: [],
        mismatchReason: null,
      }),
    ),
    /the log is away/,
  );
  assert.equal((await agency.office.as(agency.officer.handle, (tx) => readPeople(tx, agency.office.keys, [personId!]))).size, 0);
  assert.deepEqual(await agency.waiting(submissionId), [personId]);
});
