/** One item, one verdict: in the item, the receipt, the attestation and the log, whatever lists a request holds. And who may not give it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Decision } from '#record/confirmation/shapes.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { confirmPerson } from './confirm.ts';
import { makersOf, ownOf } from './makers.ts';
import { submit } from './submit.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());

let last = 5000;
const someone = (more = {}) => ({ number: `000190${String(++last).padStart(6, '0')}`, name: 'Trần Thị Hoa', ...more });
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.ok ? [] : result.problems!.map((problem) => problem.code);
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(codes(result).join());
  return result.value;
};
const asOwner = <T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, values));
const decides = (decision: Decision) =>
  agency.office.as(agency.officer.handle, (tx) => confirmPerson(tx, agency.needs, agency.officer, decision));

/** A person who waits, and an empty decision of them. */
async function aPersonWhoWaits() {
  const submissionId = await agency.sends([someone()]);
  const [personId] = await agency.waiting(submissionId);
  const { shown, hash } = must(await agency.shows(submissionId, personId!));
  const decision: Decision = { submissionId, personId: personId!, shownHash: hash, accept: [], return: [], mismatchReason: null };
  return { decision, itemOf: (group: string) => shown.groups.find((one) => one.group === group)!.itemId };
}

const CELL = { B: 'ngaySinh', C: 'dienThoaiDiDong' } as const;
const back = (itemId: string, group: keyof typeof CELL) => ({ itemId, cells: [{ field: CELL[group], reason: 'KHAC', note: null }] });

interface Kept {
  readonly items: {
    item_id: string;
    state: string;
    verdict: string | null;
    attestation_id: string | null;
    registered_version: number | null;
  }[];
  readonly attested: string[];
  readonly received: [string, string][];
  readonly logged: [string, string][];
}

/** What stands of a person's items, at all four places. */
async function kept({ submissionId, personId }: Decision): Promise<Kept> {
  const items = await asOwner<Kept['items'][number]>(
    `select item_id, state, decision->>'verdict' as verdict, attestation_id, registered_version from item where submission_id = $1 and person_id = $2`,
    [submissionId, personId],
  );
  const attestations = await asOwner<{ item_ids: string[] }>('select item_ids from attestation where submission_id = $1', [submissionId]);
  const receipts = await asOwner<{ items: { item: string; verdict: string }[] }>(
    `select content::jsonb->'items' as items from receipt where submission_id = $1 and kind = 'R2'`,
    [submissionId],
  );
  const events = await asOwner<{ act: string; salt: Buffer; sealed: Buffer }>(
    `select e.act, p.salt, p.sealed from audit_event e join audit_payload p using (event_id) where e.object_id = $1 and e.act in ('item.confirmed', 'item.returned')`,
    [personId],
  );
  return {
    items,
    attested: attestations.flatMap((one) => one.item_ids),
    received: receipts.flatMap(({ items: said }) => said.map((one): [string, string] => [one.item, one.verdict])),
    logged: events.map(({ act, salt, sealed }): [string, string] => {
      const text = Buffer.from(agency.office.keys.open(salt, 'audit-payload', sealed)).toString();
      return [(JSON.parse(text) as { itemId: string }).itemId, act];
    }),
  };
}

const VERDICTS = ['none', 'accept', 'return', 'both', 'accept-twice', 'return-twice', 'three'] as const;
const LISTS: Readonly<Record<(typeof VERDICTS)[number], readonly [accepts: number, returns: number]>> = {
  none: [0, 0],
  accept: [1, 0],
  return: [0, 1],
  both: [1, 1],
  'accept-twice': [2, 0],
  'return-twice': [0, 2],
  three: [2, 1],
};
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test('whatever a request says of two items, each has at most one verdict, and the same one in item, receipt, attestation and log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...VERDICTS), fc.constantFrom(...VERDICTS), async (ofB, ofC) => {
      const { decision, itemOf } = await aPersonWhoWaits();
      const request = [['B', ofB] as const, ['C', ofC] as const].map(([group, verdict]) => ({
        group,
        id: itemOf(group),
        lists: LISTS[verdict],
      }));
      const decided = await decides({
        ...decision,
        accept: request.flatMap((one) => times(one.lists[0], one.id)),
        return: request.flatMap((one) => times(one.lists[1], back(one.id, one.group))),
      });
      const stands = await kept(decision);
      const isPlain = request.every((one) => one.lists[0] + one.lists[1] <= 1);
      if (!isPlain) assert.ok(codes(decided).includes('E-CONFIRM-TWO-VERDICTS'), `${ofB}, ${ofC}: ${codes(decided).join()}`);
      for (const { id, lists } of request) {
        const item = stands.items.find((one) => one.item_id === id)!;
        const verdict = !decided.ok || lists[0] + lists[1] === 0 ? null : lists[0] > 0 ? 'accepted' : 'returned';
        assert.equal(item.verdict, verdict);
        assert.equal(item.state, verdict === null ? 'awaiting-confirmation' : verdict === 'accepted' ? 'registered' : 'returned');
        assert.equal(item.attestation_id !== null, verdict === 'accepted');
        assert.equal(item.registered_version !== null, verdict === 'accepted');
        assert.equal(stands.attested.filter((one) => one === id).length, verdict === 'accepted' ? 1 : 0);
        const said = verdict === null ? [] : [verdict];
        assert.deepEqual(
          stands.received.filter(([one]) => one === id).map(([, word]) => word),
          said.map((word) => (word === 'accepted' ? 'registered' : word)),
        );
        assert.deepEqual(
          stands.logged.filter(([one]) => one === id).map(([, act]) => act),
          said.map((word) => (word === 'accepted' ? 'item.confirmed' : 'item.returned')),
        );
      }
    }),
    {
      numRuns: 12,
      examples: [
        ['both', 'accept'],
        ['accept-twice', 'none'],
        ['none', 'return-twice'],
        ['accept', 'return'],
      ],
    },
  );
});

test('an item of another person, a cell of another group and a cell named twice are refused, and nothing moves', async () => {
  const [one, other] = [await aPersonWhoWaits(), await aPersonWhoWaits()];
  const cell = { field: 'dienThoaiDiDong', reason: 'KHAC', note: null };
  const refusals: [Partial<Decision>, string][] = [
    [{ accept: [one.itemOf('B'), other.itemOf('B')] }, 'E-CONFIRM-NOTHING-OPEN'],
    [{ accept: [one.itemOf('B')], return: [back(other.itemOf('C'), 'C')] }, 'E-CONFIRM-NOTHING-OPEN'],
    [
      { accept: [one.itemOf('B')], return: [{ itemId: one.itemOf('C'), cells: [{ ...cell, field: 'ngaySinh' }] }] },
      'E-RETURN-CELL-ELSEWHERE',
    ],
    [
      { accept: [one.itemOf('B')], return: [{ itemId: one.itemOf('C'), cells: [{ ...cell, field: 'khongCo' }] }] },
      'E-RETURN-CELL-ELSEWHERE',
    ],
    [
      { accept: [one.itemOf('B')], return: [{ itemId: one.itemOf('C'), cells: [cell, { ...cell, reason: 'SAI_NGAY' }] }] },
      'E-RETURN-CELL-ELSEWHERE',
    ],
  ];
  for (const [request, code] of refusals) assert.deepEqual(codes(await decides({ ...one.decision, ...request })), [code]);
  const { items, attested, received, logged } = await kept(one.decision);
  assert.deepEqual(
    items.map((item) => item.state),
    ['awaiting-confirmation', 'awaiting-confirmation'],
  );
  assert.deepEqual([attested, received, logged], [[], [], []]);
});

test('a group is confirmed only by a role that the dictionary names for it, held over the body; nothing is written otherwise', async () => {
  const { decision, itemOf } = await aPersonWhoWaits();
  const accepting = { ...decision, accept: [itemOf('B'), itemOf('C')] };
  for (const roles of [[], ['DOI_SOAT'], ['LD_DON_VI', 'NHAP_LIEU'], ['VU_CCVC']]) {
    const before = await kept(decision);
    const refusal = await agency.office.as(agency.officer.handle, (tx) =>
      confirmPerson(tx, agency.needs, { ...agency.officer, roles }, accepting),
    );
    assert.deepEqual(codes(refusal), ['E-NOT-ALLOWED'], roles.join());
    assert.deepEqual(await kept(decision), before);
  }
  must(await decides(accepting));
});

test('makers are the sender of each round, who accepted a suggestion and who submitted; none of them may decide, and the queue says so', async () => {
  const person = someone();
  const { submissionId } = must(await agency.uploads([person]));
  await agency.works();
  const head = await agency.office.signedIn('000070456789', [
    ['LD_DON_VI', 'H26.03.01'],
    ['XAC_NHAN', 'H26.03.01'],
  ]);
  const identity = agency.office.keys.nationalIdHash('000070456789').toString('hex');
  const request = { asOf: '2026-11-01', acknowledgedCodes: [], partial: false };
  must(
    await agency.office.as(head.handle, (tx) => submit(tx, agency.needs, { ...head, identity, name: 'Lãnh đạo' }, submissionId, request)),
  );
  await agency.works();
  await agency.matched(submissionId);
  const [personId] = await agency.waiting(submissionId);
  // Who accepted a suggestion that was laid over a cell of this person, as `advance` keeps it.
  const accepting = agency.office.keys.nationalIdHash('000070456780').toString('hex');
  await asOwner(
    `insert into item_suggestion (person_id, submission_id, round, no, body_id, group_code, field, by_account, by_identity, at, sealed)
     values ($1, $2, 1, 1, $3, 'C', 'dienThoaiDiDong', $4, $5, now(), '')`,
    [personId, submissionId, agency.bodyId, head.accountId, Buffer.from(accepting, 'hex')],
  );
  const of = { submissionId, personId: personId! };
  await agency.office.as(head.handle, async (tx) => {
    assert.deepEqual(
      [...(await makersOf(tx, submissionId, [personId!])).get(personId!)!].sort(),
      [agency.clerk.identity, identity, accepting].sort(),
    );
    assert.equal((await ownOf(tx, identity, [of]))(of), true);
    assert.equal((await ownOf(tx, agency.officer.identity, [of]))(of), false);
  });
});

test('what its own subject sent is told to the officer, and the subject may not decide it', async () => {
  const clerkNumber = agency.office.keys;
  const person = { ...someone(), number: '000190654321' };
  const own = clerkNumber.nationalIdHash(person.number).toString('hex');
  const sender = await agency.office.signedIn(person.number, [['NHAP_LIEU', 'H26.03.01']]);
  const submissionId = await agency.sends([person]);
  const [personId] = await agency.waiting(submissionId);
  const warnings = async () =>
    must(await agency.shows(submissionId, personId!)).shown.problems.filter((one) => one.code === 'E-SENT-BY-SUBJECT').length;
  assert.equal(await warnings(), 0);
  await asOwner('update submission_file set submitted_by = $2, submitted_identity = $3 where submission_id = $1', [
    submissionId,
    sender.accountId,
    Buffer.from(own, 'hex'),
  ]);
  assert.equal(await warnings(), 1);
  await agency.office.as(agency.officer.handle, async (tx) => {
    const of = { submissionId, personId: personId! };
    assert.equal((await ownOf(tx, own, [of]))(of), true);
  });
});

test('two decisions of two submissions of one person: the second waits for the person before it looks, and both stand', async () => {
  const person = someone();
  const first = await agency.sends([person]);
  const [personId] = await agency.waiting(first);
  must(await agency.confirms(first, personId!));
  const second = await agency.sends([{ ...person, phone: '0987000001' }]);
  const third = await agency.sends([{ ...person, name: 'Trần Thị Hoà' }]);
  const decisionOf = async (submissionId: string): Promise<Decision> => {
    const { shown, hash } = must(await agency.shows(submissionId, personId!));
    const accept = shown.groups.map((group) => group.itemId);
    return { submissionId, personId: personId!, shownHash: hash, accept, return: [], mismatchReason: null };
  };
  const [one, two] = [await decisionOf(second), await decisionOf(third)];
  let ended = false;
  let waiting: ReturnType<typeof decides> | undefined;
  await agency.office.as(agency.officer.handle, async (tx) => {
    must(await confirmPerson(tx, agency.needs, agency.officer, one));
    waiting = decides(two).finally(() => (ended = true));
    // The other stands at the person's row and has written nothing yet: of what it attests it has locked no table.
    let blocked: { attests: boolean } | undefined;
    while (!blocked && !ended)
      [blocked] = await asOwner<{ attests: boolean }>(
        `select exists (select 1 from pg_locks w where w.pid = l.pid and w.relation = 'attestation'::regclass and w.mode = 'RowExclusiveLock') as attests
           from pg_locks l where not l.granted and l.pid in (
             select p.pid from pg_locks p where p.relation = 'person'::regclass and p.database = (select oid from pg_database where datname = current_database()))`,
        [],
      );
    assert.deepEqual(blocked, { attests: false });
  });
  must((await waiting)!);
  const versions = await asOwner<{ version: number }>('select version from person_version where person_id = $1 order by version', [
    personId,
  ]);
  assert.deepEqual(
    versions.map((row) => row.version),
    [1, 2, 3],
  );
});
