/** Many people confirmed as one act: what is shown, what must be opened, and that nothing is done twice or by halves. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { LIST_BATCH_PEOPLE } from '#record/confirmation/limits.ts';
import { provePart, verifyPart } from '#record/confirmation/list-attestation.ts';
import type { ListHead, ListPart } from '#record/confirmation/shapes.ts';
import type { MatchLevel } from '#record/matching/shapes.ts';
import { verifyReceipt } from '#record/receipt/issue.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { confirmList } from './confirm-list.ts';
import { codes, must, listsOf } from './lists-for-tests.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency();
});
after(() => agency.close());
const { someone, people, asOwner, sent, lists, opens, signs, ready, stands, notSampled } = listsOf(() => agency);

test('a clean list is shown with counts, a sample and a hash; opened and signed, everybody of it is registered, with one signature and one receipt', async () => {
  const submissionId = await sent(people(7));
  const { list, sample, told } = await lists(submissionId);
  assert.equal(list!.personIds.length, 7);
  assert.equal(sample.length, 5);
  assert.deepEqual(told!.groups, [
    { group: 'B', people: 7, changes: told!.groups[0]!.changes },
    { group: 'C', people: 7, changes: 7 },
  ]);
  const drawn = sample.map(({ personId }) => personId);
  assert.deepEqual(codes(await signs(submissionId, list!.root)), ['E-LIST-SAMPLE']);
  await opens(submissionId, drawn.slice(1));
  assert.deepEqual(codes(await signs(submissionId, list!.root)), ['E-LIST-SAMPLE']);
  await opens(submissionId, drawn.slice(0, 1));
  const done = must(await signs(submissionId, list!.root));
  assert.deepEqual([done.people, done.items], [7, 14]);
  const { content } = done.receipt;
  assert.deepEqual(content.list, { id: list!.listId, root: list!.root, items: 14, received: 7, accepted: 7, rejected: 0, waiting: 0 });
  assert.equal(content.final, true);
  assert.ok(await verifyReceipt(done.receipt, agency.office.keys.signingKey('receipt').publicJwk));
  const after = await stands(submissionId);
  assert.deepEqual([after.states, after.attestations, after.versions, after.receipts, after.signed], [{ registered: 14 }, 7, 7, 1, 1]);
  assert.deepEqual(codes(await signs(submissionId, list!.root)), ['E-LIST-NOT-SHOWN'], 'a list is signed once');
});

test('one person’s part of the signature is proven without the others, and no other part passes for it', async () => {
  const submissionId = await sent(people(6));
  const root = await ready(submissionId);
  const { listId } = must(await signs(submissionId, root));
  const parts = await asOwner<ListPart>(
    `select 1 as v, person_id as "personId", encode(shown_hash, 'hex') as "shownHash", item_ids as items from attestation where list_id = $1 order by list_no`,
    [listId],
  );
  const [signed] = await asOwner<{ head: ListHead; jws: string }>(
    `select json_build_object('v', 1, 'kind', 'list', 'listId', list_id, 'submissionId', submission_id, 'bodyId', body_id, 'people', people, 'items', items, 'root', encode(root, 'hex')) as head, jws
       from attestation_list where list_id = $1`,
    [listId],
  );
  const key = agency.office.keys.signingKey(`body:${agency.bodyId}`).publicJwk;
  for (const no of parts.keys()) {
    const proven = provePart(signed!.head, signed!.jws, parts, no);
    assert.ok(await verifyPart(proven, key), String(no));
    const other = parts[(no + 1) % parts.length]!;
    assert.ok(!(await verifyPart({ ...proven, part: other }, key)));
    assert.ok(!(await verifyPart({ ...proven, part: { ...proven.part, items: other.items } }, key)));
    assert.ok(!(await verifyPart({ ...proven, head: { ...proven.head, root: 'ab'.repeat(32) } }, key)));
  }
});

/** Nothing of the submission has moved but what `between` does by itself: the act is refused by this code. */
async function refusedWhole(submissionId: string, code: string, between: (root: string) => Promise<unknown>): Promise<void> {
  const root = await ready(submissionId);
  await between(root);
  const before = await stands(submissionId);
  assert.deepEqual(codes(await signs(submissionId, root)), [code]);
  assert.deepEqual(await stands(submissionId), before);
}

test('nothing is confirmed when anything has changed since the list was shown', async () => {
  const changes: [string, (submissionId: string) => Promise<unknown>][] = [
    ['somebody was decided alone', async (id) => must(await agency.confirms(id, await notSampled(id)))],
    [
      'what is stated',
      async (id) =>
        asOwner(`update item set stated = '{"dienThoaiDiDong": "0987000999"}' where person_id = $1 and group_code = 'C'`, [
          await notSampled(id),
        ]),
    ],
    ['the match', async (id) => asOwner(`update match_result set level = 'GAN_KHOP' where person_id = $1`, [await notSampled(id)])],
    ['somebody was withdrawn', async (id) => asOwner(`update item set state = 'withdrawn' where person_id = $1`, [await notSampled(id)])],
    [
      'the officer became a maker',
      async (id) =>
        asOwner(`update item set maker_identity = $2 where person_id = $1`, [
          await notSampled(id),
          Buffer.from(agency.officer.identity, 'hex'),
        ]),
    ],
    [
      'the kept list itself',
      async (id) => asOwner(`update confirmation_list set told = jsonb_set(told, '{items}', '13') where submission_id = $1`, [id]),
    ],
  ];
  for (const [what, change] of changes) {
    const submissionId = await sent(people(6));
    await refusedWhole(submissionId, 'E-CONFIRM-CHANGED', () => change(submissionId)).catch((error: unknown) => {
      throw new Error(what, { cause: error });
    });
  }
});

test('a list is of the officer to whom it was shown, and of roles that still stand', async () => {
  const submissionId = await sent(people(5));
  const root = await ready(submissionId);
  const other = await agency.office.signedIn('000070456781', [['XAC_NHAN', 'H26.03.01']]);
  const colleague = { ...agency.officer, ...other, identity: agency.office.keys.nationalIdHash('000070456781').toString('hex') };
  assert.deepEqual(codes(await signs(submissionId, root, colleague)), ['E-LIST-NOT-SHOWN']);
  assert.deepEqual(codes(await signs(submissionId, 'ab'.repeat(32))), ['E-LIST-NOT-SHOWN']);
  const before = await stands(submissionId);
  assert.deepEqual(codes(await signs(submissionId, root, { ...agency.officer, roles: ['DOI_SOAT'] })), ['E-CONFIRM-CHANGED']);
  assert.deepEqual(await stands(submissionId), before);
  assert.equal((await lists(submissionId, { ...agency.officer, roles: ['DOI_SOAT'] })).told!.alone['not-yours'], 5);
  // The second wall: the session's own grants, whatever the program believes of roles.
  const holds = (role: string) => asOwner('update role_grant set role = $2 where account_id = $1', [agency.officer.accountId, role]);
  await holds('DOI_SOAT');
  await assert.rejects(signs(submissionId, root), /row-level security/).finally(() => holds('XAC_NHAN'));
  must(await signs(submissionId, root));
});

test('the sample stays when the list is made again; opening counts for what was opened', async () => {
  const submissionId = await sent(people(30));
  const first = await lists(submissionId);
  const drawn = first.sample.map(({ personId }) => personId).sort();
  await opens(submissionId, drawn.slice(0, 2));
  const again = await lists(submissionId);
  assert.deepEqual(again.sample.map(({ personId }) => personId).sort(), drawn);
  assert.equal(again.sample.filter(({ openedHash }) => openedHash !== null).length, 2);
  await asOwner(`update item set stated = '{"dienThoaiDiDong": "0987000999"}' where person_id = $1 and group_code = 'C'`, [drawn[0]]);
  const changed = await lists(submissionId);
  assert.deepEqual(
    changed.sample.filter(({ openedHash }) => openedHash !== null).map(({ personId }) => personId),
    [drawn[1]],
  );
});

test('somebody of a sample who is returned, or left in part, holds every list of the submission until they are decided', async () => {
  const all = people(6);
  const submissionId = await sent(all);
  const { sample } = await lists(submissionId);
  const found = sample[0]!.personId;
  must(await agency.confirms(submissionId, found, { returns: 'C' }));
  const held = await lists(submissionId);
  assert.deepEqual([held.undecided, held.list!.personIds.length], [1, 5]);
  await opens(
    submissionId,
    held.sample.map(({ personId }) => personId),
  );
  assert.deepEqual(codes(await signs(submissionId, held.list!.root)), ['E-LIST-SAMPLE-UNDECIDED']);
  const other = await agency.office.signedIn('000070456782', [['XAC_NHAN', 'H26.03.01']]);
  const colleague = { ...agency.officer, ...other, identity: agency.office.keys.nationalIdHash('000070456782').toString('hex') };
  const theirs = await lists(submissionId, colleague);
  assert.equal(theirs.undecided, 1);
  assert.deepEqual(codes(await signs(submissionId, theirs.list!.root, colleague)), ['E-LIST-SAMPLE-UNDECIDED']);
  const [number] = await asOwner<{ name: string; id_hash: Buffer }>('select id_hash from national_id where person_id = $1', [found]);
  const mended = all.find((one) => agency.office.keys.nationalIdHash(one.number).equals(number!.id_hash))!;
  must(await agency.uploads([{ ...mended, phone: '0987333444' }], { corrects: submissionId }));
  await agency.works();
  must(await agency.submits(submissionId));
  await agency.works();
  await agency.matched(submissionId);
  must(await agency.confirms(submissionId, found));
  must(await signs(submissionId, await ready(submissionId)));
});

test('a list in several parts: what fails in the second leaves nothing of the first', async () => {
  const submissionId = await sent(people(LIST_BATCH_PEOPLE + 20));
  const root = await ready(submissionId);
  const before = await stands(submissionId);
  let sealed = 0;
  const away = {
    ...agency.needs,
    keys: {
      ...agency.needs.keys,
      seal: (salt: Uint8Array, purpose: string, bytes: Uint8Array) => {
        if (purpose === 'attestation' && ++sealed > LIST_BATCH_PEOPLE + 5) throw new Error('the process ends here');
        return agency.needs.keys.seal(salt, purpose, bytes);
      },
    },
  };
  await assert.rejects(
    agency.office.as(agency.officer.handle, (tx) => confirmList(tx, away, agency.officer, { submissionId, listHash: root })),
    /the process ends here/,
  );
  assert.deepEqual(await stands(submissionId), before);
  await asOwner(
    `update match_result set level = 'LECH' where person_id = (select max(person_id::text)::uuid from item where submission_id = $1)`,
    [submissionId],
  );
  assert.deepEqual(codes(await signs(submissionId, root)), ['E-CONFIRM-CHANGED']);
  await asOwner(`update match_result set level = 'KHOP' where submission_id = $1`, [submissionId]);
  await asOwner(
    `update item set stated = '{"dienThoaiDiDong": "0987000999"}' where group_code = 'C' and person_id = (select max(person_id::text)::uuid from item where submission_id = $1)`,
    [submissionId],
  );
  assert.deepEqual(codes(await signs(submissionId, root)), ['E-CONFIRM-CHANGED'], 'met in the second part, when the first was written');
  assert.deepEqual(await stands(submissionId), before);
  must(await signs(submissionId, await ready(submissionId)));
  assert.equal((await stands(submissionId)).versions, LIST_BATCH_PEOPLE + 20);
});

test('a list and single decisions at the same time: nobody is decided twice, and what stands is one of the two', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1, maxLength: 3 }), fc.boolean(), async (which, listFirst) => {
      const submissionId = await sent(people(6));
      const root = await ready(submissionId);
      const waiting = await agency.waiting(submissionId);
      const alone = () => Promise.all(which.map((index) => agency.confirms(submissionId, waiting[index]!)));
      const whole = () => signs(submissionId, root);
      const [list, singles] = listFirst
        ? await Promise.all([whole(), alone()])
        : ((await Promise.all([alone(), whole()])).toReversed() as [Awaited<ReturnType<typeof whole>>, Awaited<ReturnType<typeof alone>>]);
      const decided = singles.filter(({ ok }) => ok).length;
      assert.ok(list.ok ? decided === 0 : decided > 0, `list ${list.ok}, singles ${decided}`);
      const items = await asOwner<{ attested: number; versions: number }>(
        `select (select count(*)::int from attestation a where i.item_id = any (a.item_ids)) as attested,
                (select count(*)::int from person_version v where v.person_id = i.person_id) as versions
           from item i where i.submission_id = $1 and i.state = 'registered'`,
        [submissionId],
      );
      assert.equal(items.length, (list.ok ? 6 : decided) * 2);
      assert.ok(items.every((one) => one.attested === 1 && one.versions === 1));
    }),
    { numRuns: 6 },
  );
});

test('who registered people in a list is told like after a single decision, and held items go on', async () => {
  const person = someone();
  const submissionId = await sent([person, ...people(4)]);
  const second = must(await agency.uploads([{ ...person, phone: '0933333333' }]));
  await agency.works();
  must(await agency.submits(second.submissionId));
  await agency.works();
  const states = () =>
    asOwner<{ state: string }>('select distinct state from item where submission_id = $1', [second.submissionId]).then((rows) =>
      rows.map(({ state }) => state),
    );
  assert.deepEqual(await states(), ['held']);
  must(await signs(submissionId, await ready(submissionId)));
  assert.ok(!(await states()).includes('held'));
  const levels: MatchLevel[] = ['KHOP'];
  const rows = await asOwner<{ level: string; locked: boolean }>(
    `select distinct identity_level as level, identity_locked as locked from person where person_id in (select person_id from item where submission_id = $1)`,
    [submissionId],
  );
  assert.deepEqual(
    rows,
    levels.map((level) => ({ level, locked: true })),
  );
});
