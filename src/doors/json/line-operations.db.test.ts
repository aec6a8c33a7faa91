/** Acts on single lines of a record, the whole way: sent by the JSON door, told, waited for, shown, confirmed, registered, read. Decision 0026. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { jobSessions } from '#authority/access/sessions.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Result } from '#base/problem.ts';
import { writeItems } from '#record/confirmation/store.ts';
import { AS_OF, anAgency, brings } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { confirmPerson } from '#record/intake/confirm.ts';
import { printed } from '#record/intake/door.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import { withdraw } from '#record/intake/receive.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import { lineBroughtBy, recordAsOf } from '#record/register/as-of.ts';
import type { LineOperation } from '#record/register/shapes.ts';
import { readPeople, readSalts, readVersions } from '#record/register/store.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';
import type { Line } from '#standard/shapes.ts';
import { jsonDoor } from './door.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency('H26.03.01', undefined, [jsonDoor]);
});
after(() => agency.close());

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ code, title }) => `${code} ${title.en}`).join());
  return result.value;
};
const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.problems.map(({ code }) => code));

let last = 0;
const contract = (so: string, more: Readonly<Record<string, string>> = {}) => ({
  'hopDong.so': so,
  'hopDong.loai': 'HDLV_KXD',
  'hopDong.tuNgay': '01/01/2024',
  ...more,
});
/** The same contract to the register, other bytes: two uploads. */
const OTHERWISE = { 'hopDong.tuNgay': '1/1/2024' };
const END = { 'hopDong.denNgay': '31/12/2025' };

async function brought(document: object, asOf = AS_OF): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(document));
  const { submissionId } = must(await brings(agency.needs, agency.clerk, { bodyId: agency.bodyId, fileName: '', bytes, asOf }));
  await agency.works();
  return submissionId;
}
const problemsOf = (submissionId: string) =>
  agency.office.as(agency.clerk.handle, (tx) => readProblems(tx, agency.office.keys, submissionId, 1, { limit: 50 }));
const toldOf = async (submissionId: string) =>
  (await problemsOf(submissionId))
    .filter(({ severity }) => severity !== 'corrected')
    .map(({ code, place }) => [code, printed(jsonDoor, place).sheet]);

async function sent(document: object, asOf = AS_OF): Promise<string> {
  const submissionId = await brought(document, asOf);
  const problems = await problemsOf(submissionId);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error').map(({ code, field, value }) => [code, field, value]),
    [],
  );
  const warnings = problems.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
  must(await agency.submits(submissionId, { asOf, acknowledgedCodes: [...new Set(warnings)] }));
  await agency.works();
  return submissionId;
}

interface Someone {
  readonly number: string;
  readonly personId: string;
}

/** Somebody of the register with these contracts. */
async function registered(...contracts: readonly object[]): Promise<Someone> {
  const number = `000085${String(++last).padStart(6, '0')}`;
  const submissionId = await sent({
    ...SAMPLE_ROW,
    soDinhDanh: number,
    coQuanQuanLy: 'H26.03.01',
    coQuanSuDung: 'H26.03.01',
    ...(contracts.length > 0 ? { hopDong: contracts } : {}),
  });
  await agency.matched(submissionId);
  const [personId] = await agency.waiting(submissionId);
  must(await agency.confirms(submissionId, personId!));
  return { number, personId: personId! };
}
const acts = ({ number }: Someone, ...operations: readonly object[]) => ({ soDinhDanh: number, hopDong: { operations } });

const contractsOf = async ({ personId }: Someone): Promise<string[]> => {
  const people = await agency.office.as(agency.officer.handle, (tx) => readPeople(tx, agency.office.keys, [personId]));
  const lines = (people.get(personId)?.document.E?.['hopDong'] ?? []) as readonly Line[];
  return lines.map((line) => `${String(line['dong'])}: ${String(line['so'])} –${String(line['denNgay'] ?? '')}`);
};
const versionsOf = ({ personId }: Someone) =>
  agency.office.as(agency.officer.handle, (tx) => readVersions(tx, agency.office.keys, [personId]));
const statesOf = async (submissionId: string): Promise<string[]> => {
  const rows = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ said: string }>(
      `select group_code || coalesce(' ' || line, '') || ' ' || state as said from item where submission_id = $1 order by line`,
      [submissionId],
    ),
  );
  return rows.map((row) => row.said);
};

test('a line is added, another corrected, a third ended: the officer sees those lines alone, and every other one stays', async () => {
  const someone = await registered(contract('01'), contract('02'), contract('03', END));
  const submissionId = await sent(
    acts(someone, { add: contract('04') }, { correct: '3', line: contract('03/HĐ', END) }, { end: '2', on: '30/06/2026' }),
  );
  const { shown, hash } = must(await agency.shows(submissionId, someone.personId));
  assert.deepEqual(
    shown.groups.map(({ group, operation, changes }) => [
      group,
      operation?.kind,
      operation?.line,
      changes.map(({ field, line, from, to }) => [field, line, from, to]),
    ]),
    [
      ['E', 'end', '2', [['hopDong.denNgay', '2', null, '2026-06-30']]],
      ['E', 'correct', '3', [['hopDong.so', '3', '03', '03/HĐ']]],
      [
        'E',
        'add',
        null,
        [
          ['hopDong.tuNgay', null, null, '2024-01-01'],
          ['hopDong.loai', null, null, 'HDLV_KXD'],
          ['hopDong.so', null, null, '04'],
        ],
      ],
    ],
  );
  assert.deepEqual(shown.groups[2]!.after, { hopDong: [{ tuNgay: '2024-01-01', so: '04', loai: 'HDLV_KXD' }] }, 'not numbered yet');
  const { receipt } = must(await agency.confirms(submissionId, someone.personId, { hash }));
  assert.deepEqual([receipt.content.kind, receipt.content.final, receipt.content.items?.length], ['R2', true, 3]);
  assert.deepEqual(await contractsOf(someone), ['1: 01 –', '2: 02 –2026-06-30', '3: 03/HĐ –2025-12-31', '4: 04 –']);
  const versions = await versionsOf(someone);
  assert.deepEqual(
    versions.map(({ version, source }) => [version, source]),
    [
      [1, 'NDXP'],
      [2, 'NDXP'],
    ],
  );
  assert.deepEqual(
    ['1', '2', '3', '4'].map((id) => lineBroughtBy(versions, 'E', 'hopDong', id)?.version),
    [1, 2, 2, 2],
    'a line that nobody touched keeps who brought it',
  );
  const before = recordAsOf(versions, AS_OF, versions[0]!.tx).document.E?.['hopDong'] as readonly Line[];
  assert.deepEqual([before.length, before[1]!['denNgay']], [3, undefined], 'as it was known before');
});

test('two submissions on different lines are both open, and are confirmed in either order', async () => {
  for (const secondFirst of [false, true]) {
    const someone = await registered(contract('01'), contract('02'));
    const one = await sent(acts(someone, { end: '1', on: '30/06/2026' }));
    const other = await sent(acts(someone, { correct: '2', line: contract('02/HĐ') }, { add: contract('03') }));
    assert.deepEqual([await statesOf(one), (await statesOf(other)).length], [['E hopDong/1 awaiting-confirmation'], 2]);
    assert.ok((await statesOf(other)).every((said) => said.endsWith(' awaiting-confirmation')));
    const order = secondFirst ? [other, one] : [one, other];
    // Both are shown before either is confirmed: what becomes of one line does not change what was shown of another.
    const hashes = [];
    for (const submissionId of order) hashes.push(must(await agency.shows(submissionId, someone.personId)).hash);
    for (const [index, submissionId] of order.entries())
      must(await agency.confirms(submissionId, someone.personId, { hash: hashes[index]! }));
    assert.deepEqual(await contractsOf(someone), ['1: 01 –2026-06-30', '2: 02/HĐ –', '3: 03 –']);
  }
});

test('a second act on the same line is told what it waits behind, and goes on when that one is confirmed', async () => {
  const someone = await registered(contract('01'));
  const first = await sent(acts(someone, { correct: '1', line: contract('01/HĐ') }));
  const second = await brought(acts(someone, { end: '1', on: '30/06/2026' }));
  const waits = (await problemsOf(second)).find(({ code }) => code === 'E-LINE-WAITS');
  assert.ok(waits?.title.vi.includes((await agency.file(first)).uploadNumber), waits?.title.vi);
  must(await agency.submits(second, { acknowledgedCodes: ['E-LINE-WAITS'] }));
  await agency.works();
  assert.deepEqual(await statesOf(second), ['E hopDong/1 held']);
  assert.deepEqual(codes(await agency.confirms(second, someone.personId)), ['E-PERSON-NOT-IN-SUBMISSION']);
  must(await agency.confirms(first, someone.personId));
  assert.deepEqual(await statesOf(second), ['E hopDong/1 awaiting-confirmation']);
  must(await agency.confirms(second, someone.personId));
  assert.deepEqual(await contractsOf(someone), ['1: 01/HĐ –2026-06-30']);
});

test('what is taken back or returned lets the next act on its line go on', async () => {
  const someone = await registered(contract('01'));
  const [first, second, third] = [
    await sent(acts(someone, { correct: '1', line: contract('01/A') })),
    await sent(acts(someone, { correct: '1', line: contract('01/B') })),
    await sent(acts(someone, { correct: '1', line: contract('01/C') })),
  ];
  assert.deepEqual([await statesOf(second), await statesOf(third)], [['E hopDong/1 held'], ['E hopDong/1 held']]);
  must(await agency.office.as(agency.clerk.handle, (tx) => withdraw(tx, agency.needs, first)));
  assert.deepEqual([await statesOf(second), await statesOf(third)], [['E hopDong/1 awaiting-confirmation'], ['E hopDong/1 held']]);
  const { shown, hash } = must(await agency.shows(second, someone.personId));
  const cells = [{ field: 'hopDong.so', reason: 'KHAC', note: null }];
  const decision = { submissionId: second, personId: someone.personId, shownHash: hash, mismatchReason: null, accept: [] };
  must(
    await agency.office.as(agency.officer.handle, (tx) =>
      confirmPerson(tx, agency.needs, agency.officer, { ...decision, return: [{ itemId: shown.groups[0]!.itemId, cells }] }),
    ),
  );
  assert.deepEqual([await statesOf(second), await statesOf(third)], [['E hopDong/1 returned'], ['E hopDong/1 awaiting-confirmation']]);
});

test('a statement of the whole group and an act on a line of it hold each other; it waits for every line, and what comes later waits for it', async () => {
  const someone = await registered(contract('01'), contract('02'));
  const [one, other] = [
    await sent(acts(someone, { end: '1', on: '30/06/2026' })),
    await sent(acts(someone, { end: '2', on: '30/06/2026' })),
  ];
  const whole = await sent({
    ...SAMPLE_ROW,
    soDinhDanh: someone.number,
    coQuanQuanLy: 'H26.03.01',
    coQuanSuDung: 'H26.03.01',
    hopDong: [contract('01', END), contract('09')],
  });
  assert.deepEqual(await statesOf(whole), ['E held']);
  const late = await sent(acts(someone, { add: contract('05') }));
  assert.ok((await statesOf(late))[0]!.endsWith(' held'), 'nobody goes before the whole group for ever');
  must(await agency.confirms(one, someone.personId));
  assert.deepEqual(await statesOf(whole), ['E held'], 'one line of two is still open');
  must(await agency.confirms(other, someone.personId));
  assert.deepEqual(await statesOf(whole), ['E awaiting-confirmation']);
  must(await agency.confirms(whole, someone.personId));
  assert.deepEqual(await contractsOf(someone), ['1: 01 –2025-12-31', '3: 09 –']);
  assert.ok((await statesOf(late))[0]!.endsWith(' awaiting-confirmation'));
  must(await agency.confirms(late, someone.personId));
  assert.deepEqual(await contractsOf(someone), ['1: 01 –2025-12-31', '3: 09 –', '4: 05 –']);
});

test('the id of a line that is gone is given to no other, whoever states the section next', async () => {
  const someone = await registered(contract('01'), contract('02'), contract('03'));
  const whole = (...contracts: readonly object[]) => ({
    ...SAMPLE_ROW,
    soDinhDanh: someone.number,
    coQuanQuanLy: 'H26.03.01',
    coQuanSuDung: 'H26.03.01',
    hopDong: contracts,
  });
  for (const [document, lines] of [
    [whole(contract('01')), ['1: 01 –']],
    [whole(contract('01'), contract('04')), ['1: 01 –', '4: 04 –']],
    [whole(contract('01', OTHERWISE)), ['1: 01 –']],
    [acts(someone, { add: contract('05') }), ['1: 01 –', '5: 05 –']],
  ] as const) {
    must(await agency.confirms(await sent(document), someone.personId));
    assert.deepEqual(await contractsOf(someone), lines);
  }
});

test('a line that changed since it was shown is shown again; another line that changed is not this one’s matter', async () => {
  const someone = await registered(contract('01'), contract('02'));
  const submissionId = await sent(acts(someone, { end: '1', on: '30/06/2026' }));
  const { hash } = must(await agency.shows(submissionId, someone.personId));
  const job = await jobSessions(agency.office, 'test')(agency.bodyId);
  /** An act of the register that no item stands for. */
  const registers = async (id: string, line: Line, compared?: number) => {
    const operation = { section: 'hopDong', correct: id, line };
    const comparedVersion = compared ?? lineBroughtBy(await versionsOf(someone), 'E', 'hopDong', id)!.version;
    return agency.office.as(job, (tx) =>
      applyConfirmed(tx, agency.needs, [
        {
          personId: someone.personId,
          bodyId: agency.bodyId,
          validFrom: AS_OF,
          groups: [{ group: 'E', stated: {}, comparedVersion, operation }],
          submissionId: null,
          attestationId: null,
          source: 'NHAP_TAY',
        },
      ]),
    );
  };
  const line = (so: string): Line => ({ so, loai: 'HDLV_KXD', tuNgay: '2024-01-01' });
  await registers('2', line('02/HĐ'));
  assert.equal(must(await agency.shows(submissionId, someone.personId)).hash, hash);
  await registers('1', line('01/HĐ'));
  assert.deepEqual(codes(await agency.confirms(submissionId, someone.personId, { hash })), ['E-CONFIRM-CHANGED']);
  must(await agency.confirms(submissionId, someone.personId));
  assert.deepEqual(await contractsOf(someone), ['1: 01/HĐ –2026-06-30', '2: 02/HĐ –']);
  const overtaken = await registers('1', line('99'), 1);
  assert.deepEqual(
    overtaken.map(({ outcome }) => outcome),
    ['overtaken'],
  );
});

test('a line that ended, or came, while another act on lines waited is told to the officer who confirms that one', async () => {
  const someone = await registered(contract('01'), contract('02'));
  const adds = [await sent(acts(someone, { add: contract('03') })), await sent(acts(someone, { add: contract('03', OTHERWISE) }))];
  must(await agency.confirms(adds[0]!, someone.personId));
  assert.deepEqual(codes(await agency.confirms(adds[1]!, someone.personId)), ['E-LINE-EXISTS']);
  const ends = [await sent(acts(someone, { end: '1', on: '30/06/2026' })), await sent(acts(someone, { end: '1', on: '31/07/2026' }))];
  must(await agency.confirms(ends[0]!, someone.personId));
  assert.deepEqual(codes(await agency.confirms(ends[1]!, someone.personId)), ['E-LINE-ENDED']);
  assert.deepEqual(await contractsOf(someone), ['1: 01 –2026-06-30', '2: 02 –', '3: 03 –']);
});

test('an act on a line for an earlier day than the group is laid over the group as it stands', async () => {
  const someone = await registered(contract('01'), contract('02'));
  const submissionId = await sent(acts(someone, { end: '1', on: '30/06/2026' }), '2026-10-01');
  must(await agency.confirms(submissionId, someone.personId));
  assert.deepEqual(await contractsOf(someone), ['1: 01 –2026-06-30', '2: 02 –']);
  assert.deepEqual(
    (await versionsOf(someone)).map(({ validFrom }) => validFrom),
    [AS_OF, AS_OF],
  );
});

test('what is wrong with an act on a line is told at its pointer, before anything is sent', async () => {
  const someone = await registered(contract('01'), contract('02', END));
  const nobody = { number: '000085999999', personId: '' };
  const at = '/hopDong/operations/0';
  for (const [document, told] of [
    [acts(someone, { correct: '9', line: contract('09') }), [['E-LINE-UNKNOWN', at]]],
    [acts(someone, { end: '2', on: '30/06/2026' }), [['E-LINE-ENDED', at]]],
    [acts(someone, { end: '1', on: '30/06/2023' }), [['E-END-BEFORE-START', at]]],
    [acts(someone, { end: '1', on: 'hôm qua' }), [['E-DATE-FORM', `${at}/on`]]],
    [acts(someone, { add: contract('01') }), [['E-LINE-EXISTS', at]]],
    [acts(someone, { add: { 'hopDong.so': '07', 'hopDong.tuNgay': '01/01/2024' } }), [['E-REQUIRED-WHEN', `${at}/add/hopDong.loai`]]],
    [acts(someone, { end: '1', on: '30/06/2026' }, { end: '1', on: '31/07/2026' }), [['E-LINE-ASKED-TWICE', '/hopDong/operations/1']]],
    [acts(nobody, { add: contract('01') }), [['E-LINE-NOBODY', '/soDinhDanh']]],
    [{ ...acts(someone, { end: '1', on: '30/06/2026' }), ngayVaoBienChe: '02/06/2011' }, [['E-LINE-WITH-GROUP', at]]],
    [
      { soDinhDanh: someone.number, khenThuong: { operations: [{ end: '1', on: '30/06/2026' }] } },
      [['E-LINE-UNKNOWN', '/khenThuong/operations/0']],
    ],
  ] as const)
    assert.deepEqual(await toldOf(await brought(document)), told, JSON.stringify(document));
  for (const [operations, path] of [
    [[{ end: 1, on: '30/06/2026' }], `${at}/end`],
    [[{ drop: '1' }], at],
    [[{ add: {} }], `${at}/add`],
  ] as const) {
    const { report } = await agency.file(await brought(acts({ ...someone, number: `${someone.number}` }, ...operations)));
    assert.ok(report.refusal?.title.en.includes(`${path} `), report.refusal?.title.en);
  }
});

test('what is said of an act names no value of the record: whoever sends one may not see them', async () => {
  const someone = await registered(
    contract('01', { 'hopDong.tuNgay': '17/03/2021', ...END }),
    contract('02', { 'hopDong.tuNgay': '17/03/2021' }),
  );
  for (const operation of [
    { end: '1', on: '30/06/2026' },
    { end: '2', on: '30/06/2020' },
  ]) {
    const [told] = await problemsOf(await brought(acts(someone, operation)));
    const said = JSON.stringify([told!.title, told!.next, told!.suggestion, told!.candidates]);
    assert.ok(!/2021|2025/.test(said), said);
    assert.ok(told!.title.vi.length > 10 && told!.next.vi.length > 10, said);
  }
});

test('of two transactions that send at once, the second waits and is held where both touch one line, and is open where they do not', async () => {
  const someone = await registered(contract('01'), contract('02'));
  const { office, needs, clerk, bodyId } = agency;
  const job = await jobSessions(office, 'test')(bodyId);
  const hash = office.keys.nationalIdHash(someone.number);
  const files: string[] = [];
  for (const no of [1, 2, 3, 4]) files.push(await brought({ ...acts(someone, { end: '1', on: '30/06/2026' }), tag: String(no) }));
  /** Writes the item of one act, or of the whole group, and lets go when told. */
  const writes = (submissionId: string, claim: string | null, gate?: { readonly written: () => void; readonly until: Promise<void> }) =>
    office.as(job, async (tx) => {
      await tx.query('select * from claim_national_ids($1::bytea[], $2::uuid[], $3::bytea[], $4, $5)', [
        [hash],
        [office.chance.uuid7(Date.parse(needs.clock.now()))],
        [Buffer.from([0])],
        bodyId,
        submissionId,
      ]);
      const operation: LineOperation = { section: 'hopDong', end: '1', on: '2026-06-30' };
      await writeItems(tx, office.keys, await readSalts(tx, [someone.personId]), [
        {
          itemId: office.chance.uuid7(Date.parse(needs.clock.now())),
          personId: someone.personId,
          submissionId,
          round: 1,
          bodyId,
          group: 'E',
          state: 'awaiting-confirmation',
          comparedVersion: 1,
          validFrom: AS_OF,
          name: 'Lê Thị Lan',
          stated: { hopDong: [] },
          listEdition: null,
          ...(claim === null ? {} : { act: { operation, claim } }),
          maker: { kind: 'account', id: clerk.accountId, identity: clerk.identity },
          createdAt: needs.clock.now(),
        },
      ]);
      gate?.written();
      await gate?.until;
    });
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: written, resolve: wrote } = Promise.withResolvers<void>();
  const first = writes(files[0]!, 'hopDong/1', { written: wrote, until: held });
  await written;
  const others = [writes(files[1]!, 'hopDong/1'), writes(files[2]!, 'hopDong/2')];
  // Both stand at the person's number before the first of them lets go.
  const waiting = (tx: Tx) =>
    tx.query<{ n: number }>(
      'select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted',
    );
  for (let n = 0; n < 2;) n = (await office.owner.transaction(null, waiting))[0]!.n;
  letGo();
  await Promise.all([first, ...others]);
  await writes(files[3]!, null);
  const stateOf = async (no: number) => (await statesOf(files[no]!))[0];
  assert.deepEqual([await stateOf(0), await stateOf(1)], ['E hopDong/1 awaiting-confirmation', 'E hopDong/1 held']);
  assert.deepEqual([await stateOf(2), await stateOf(3)], ['E hopDong/2 awaiting-confirmation', 'E held']);
  // The last wall: whatever a program believes, the database has one open item a line, and one a group.
  await assert.rejects(
    office.owner.transaction(null, (tx) => tx.query(`update item set state = 'awaiting-confirmation' where line = 'hopDong/1'`)),
    /item_open_line/,
  );
});
