/** Older copies beside a new card: good for a while where no power is lost, never where one is; and cards follow the names of their bodies. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { PORTRAIT, aCardOffice } from './card-for-tests.ts';
import type { CardOffice } from './card-for-tests.ts';
import { takePlace, writeCopy } from './copy-store.ts';
import { endByOfficer } from './end-card.ts';
import { endOverlaps, renewRenamed } from './overlap.ts';
import { cardOf } from './overview.ts';
import { cardsOf, endCopies, heldCards, revocationClocks } from './store.ts';
import type { StoredCard } from './store.ts';

let here: CardOffice;
before(async () => {
  here = await aCardOffice();
});
after(() => here.close());

const all = (personId: string) => here.office.as(here.handle, (tx) => cardsOf(tx, personId));
const owner = <T extends object>(text: string, values: readonly unknown[] = []) =>
  here.office.owner.transaction(null, (tx) => tx.query<T>(text, values));
const overlapNeeds = () => ({ ...here.needs, db: here.office.db, jobSession: here.jobSession });

async function aCopy(card: StoredCard): Promise<void> {
  const at = here.office.clock.now();
  await here.office.as(here.handle, async (tx) => {
    const expiresAt = new Date(Date.parse(at) + 7 * 86_400_000).toISOString();
    const place = await takePlace(tx, here.office.chance, { at, expiresAt });
    const { uuid7, bytes } = here.office.chance;
    await writeCopy(tx, {
      ...card,
      copyId: uuid7(Date.parse(at)),
      place,
      holderKey: 'k',
      issuedAt: at,
      expiresAt,
      grantId: null,
      notificationHash: bytes(32),
    });
  });
}
/** Numbers of the cards of a person of which a copy is good. */
const goodCopies = async (personId: string): Promise<string[]> =>
  (
    await owner<{ number: string }>(
      `select distinct d.number from card_copy c join card d using (person_id, card_id) join status_slot s using (list, idx)
        where c.person_id = $1 and s.ended_at is null order by 1`,
      [personId],
    )
  ).map(({ number }) => number);

test('a promotion: the old card is superseded, its copies stay good for three days, and both clocks say so', async () => {
  const personId = await here.hires({ F: { chucVuHienTai: 'PHT' } });
  const before = (await here.held(personId))!;
  await aCopy(before);
  await here.registers(personId, { F: { chucVuHienTai: 'HT' } });
  const now = (await here.held(personId))!;
  const [, old] = await all(personId);
  assert.deepEqual([old?.state, old?.endReason, old?.endedAt], ['CHUYEN_TIEP', 'DOI_CHUC_VU', null]);
  assert.equal(Date.parse(old!.overlapUntil!) - Date.parse(now.createdAt), 72 * 3_600_000);
  assert.deepEqual(await goodCopies(personId), [before.number]);
  assert.deepEqual((await here.acts(personId)).slice(-2), ['card.superseded', 'card.created']);
  const shown = (await here.office.as(here.handle, (tx) => cardOf(tx, here.needs, personId)))!;
  assert.equal(shown.held?.number, now.number);
  assert.equal(shown.ended[0]?.overlapUntil, old!.overlapUntil);
  const clock = (await here.office.as(here.handle, (tx) => revocationClocks(tx, personId))).get(before.cardId)!;
  assert.deepEqual([clock.bitAt, clock.dueAt], [null, old!.overlapUntil]);
  assert.equal(await endOverlaps(overlapNeeds()), 0, 'not yet');
  await owner(
    `update card set superseded_at = superseded_at - interval '72 hours', overlap_until = overlap_until - interval '72 hours' where card_id = $1`,
    [before.cardId],
  );
  assert.equal(await endOverlaps(overlapNeeds()), 1);
  assert.deepEqual(await goodCopies(personId), []);
  const [, over] = await all(personId);
  assert.deepEqual([over?.state, over?.endReason, over?.endedAt !== null], ['THU_HOI', 'DOI_CHUC_VU', true]);
  assert.ok((await here.office.as(here.handle, (tx) => revocationClocks(tx, personId))).get(before.cardId)!.bitAt);
});

test('within the overlap a loss of power, leaving or an officer ends both cards at once', async () => {
  const ends: [what: string, how: (personId: string) => Promise<unknown>, held: boolean][] = [
    ['demoted', (personId) => here.registers(personId, { F: { chucVuHienTai: 'TT_CM' } }), true],
    ['left', (personId) => here.registers(personId, { A: { trangThaiCongTac: 'THOI_VIEC' } }), false],
    ['suspended', (personId) => here.registers(personId, { A: { trangThaiCongTac: 'DINH_CHI' } }), false],
    ['an incident', (personId) => here.office.as(here.handle, (tx) => endByOfficer(tx, here.needs, personId, 'SU_CO')), false],
    ['a lost phone', (personId) => here.office.as(here.handle, (tx) => endByOfficer(tx, here.needs, personId, 'MAT_DIEN_THOAI')), true],
  ];
  for (const [what, how, holds] of ends) {
    const personId = await here.hires({ F: { chucVuHienTai: 'PHT' } });
    await aCopy((await here.held(personId))!);
    await here.registers(personId, { F: { chucVuHienTai: 'HT' } });
    await aCopy((await here.held(personId))!);
    await here.registers(personId, { B: { hoTenKhaiSinh: 'Đặng Thị Yến Nhi' } });
    await aCopy((await here.held(personId))!);
    assert.equal((await goodCopies(personId)).length, 3, what);
    await how(personId);
    assert.deepEqual(await goodCopies(personId), [], what);
    assert.equal((await here.held(personId)) !== null, holds, what);
    assert.ok(
      (await all(personId)).every(({ state }) => state !== 'CHUYEN_TIEP'),
      what,
    );
  }
});

test('an overlap of no hours ends copies at once', async () => {
  const other = await aCardOffice(PORTRAIT, { office: here.office, bodyCode: 'H26.03.02' });
  Object.assign(other.needs, { cardOverlapHours: 0 });
  const personId = await other.hires({ F: { chucVuHienTai: 'PHT' } });
  await other.registers(personId, { F: { chucVuHienTai: 'HT' } });
  const [, old] = await other.office.as(other.handle, (tx) => cardsOf(tx, personId));
  assert.equal(old?.state, 'THU_HOI');
});

test('no sequence of changes leaves a copy of lost power good', async () => {
  const RANK: Readonly<Record<string, number>> = { TP_CM: 1, TT_CM: 2, PHT: 3, HT: 4 };
  const post = fc.constantFrom('', ...Object.keys(RANK)).map((chucVu) => ({ F: { chucVuHienTai: chucVu || { vang: 'KHONG_AP_DUNG' } } }));
  const name = fc.constantFrom('Đặng Thị Yến', 'Đặng Thị Yến Nhi').map((hoTenKhaiSinh) => ({ B: { hoTenKhaiSinh } }));
  const portrait = fc.constantFrom('ab', 'cd').map((two) => ({ A: { anh4x6: two.repeat(32) } }));
  const state = fc.constantFrom('DANG_LAM', 'DANG_LAM', 'DINH_CHI', 'THOI_VIEC').map((trangThaiCongTac) => ({ A: { trangThaiCongTac } }));
  const change = fc.oneof({ arbitrary: post, weight: 3 }, name, portrait, { arbitrary: state, weight: 2 });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 6 }), async (changes) => {
      const personId = await here.hires();
      let now = { post: '', state: 'DANG_LAM' };
      const copied = async () => {
        const card = await here.held(personId);
        if (card) await aCopy(card);
      };
      await copied();
      for (const one of changes) {
        await here.registers(personId, one as never);
        if ('F' in one) now = { ...now, post: typeof one.F.chucVuHienTai === 'string' ? one.F.chucVuHienTai : '' };
        if ('A' in one && 'trangThaiCongTac' in one.A) now = { ...now, state: one.A.trangThaiCongTac };
        await copied();
        const cards = await all(personId);
        for (const number of await goodCopies(personId)) {
          assert.equal(now.state, 'DANG_LAM', 'nobody who does not serve has a good copy');
          const { says } = cards.find((card) => card.number === number)!;
          const said = says.chuc_vu?.ma ?? '';
          assert.ok((RANK[said] ?? 0) <= (RANK[now.post] ?? 0), `a copy says ${said}, the record ${now.post}`);
        }
      }
    }),
    { numRuns: 12 },
  );
});

test('a body of another name renews the cards that name it, with an overlap; names of today renew none', async () => {
  const personId = await here.hires();
  const before = (await here.held(personId))!;
  assert.equal(await renewRenamed(overlapNeeds()), 0);
  await owner(`update card set claims = replace(claims, $2, 'Trường của năm trước') where card_id = $1`, [
    before.cardId,
    before.says.co_quan.ten,
  ]);
  assert.equal(await renewRenamed(overlapNeeds()), 1);
  const now = (await here.held(personId))!;
  assert.deepEqual([now.says.co_quan.ten, now.number === before.number], [before.says.co_quan.ten, false]);
  const [, old] = await all(personId);
  assert.deepEqual([old?.state, old?.endReason], ['CHUYEN_TIEP', 'DOI_TEN_CO_QUAN']);
  assert.equal(await renewRenamed(overlapNeeds()), 0);
});

test('of each employment one card holds: what ends copies of one leaves the other as it is', async () => {
  const personId = await here.hires();
  const main = (await here.held(personId))!;
  const employment = `concurrent:${here.bodyId}` as const;
  const beside = (number: string) =>
    owner(
      `with n as (insert into card_number (number) values ($3) returning number)
       insert into card (person_id, card_id, body_id, employment, number, state, version, claims, using_body_id, managing_body_id, portrait, issued_on, valid_until, created_at)
       select person_id, gen_random_uuid(), body_id, $2, n.number, 'HIEU_LUC', version, claims, using_body_id, managing_body_id, portrait, issued_on, valid_until, created_at
         from card, n where card_id = $1`,
      [main.cardId, employment, number],
    );
  await beside('AAAAA-AAAAA-1');
  await assert.rejects(beside('AAAAA-AAAAA-2'), /card_living/);
  await assert.rejects(owner(`update card set employment = 'second' where card_id = $1`, [main.cardId]), /check constraint/);
  const other = async () => (await here.office.as(here.handle, (tx) => heldCards(tx, [personId], { employment }))).get(personId) ?? null;
  assert.equal((await here.held(personId))?.cardId, main.cardId);
  await aCopy(main);
  await aCopy((await other())!);
  assert.equal(await here.office.as(here.handle, async (tx) => endCopies(tx, (await other())!, here.office.clock.now())), 1);
  assert.ok(await other(), 'its copies ended, as a lock will have it; the card holds');
  assert.deepEqual(await goodCopies(personId), [main.number]);
  await here.registers(personId, { C: { dienThoaiDiDong: '0912345678' } });
  assert.deepEqual([await other(), (await here.held(personId))?.cardId], [null, main.cardId], 'nobody agreed to it: the next look ends it');
});

test('the database holds it: no overlap beyond three days, none given longer, no bits of another body’s card', async () => {
  const personId = await here.hires({ F: { chucVuHienTai: 'PHT' } });
  const card = (await here.held(personId))!;
  const run = (text: string, values: readonly unknown[], as = here.handle) => here.office.as(as, (tx) => tx.query(text, values));
  const supersede = `select supersede_card($1, $2, 'DOI_ANH', now(), now() + $3::interval) as done`;
  await assert.rejects(run(supersede, [personId, card.cardId, '73 hours']), /card_overlap/);
  const ahead = `select supersede_card($1, $2, 'DOI_ANH', now() + interval '1 hour', now() + interval '73 hours') as done`;
  await assert.rejects(run(ahead, [personId, card.cardId]), /E-CLOCK-AHEAD/);
  assert.deepEqual(await run(supersede, [personId, card.cardId, '72 hours']), [{ done: true }]);
  assert.deepEqual(await run(supersede, [personId, card.cardId, '72 hours']), [{ done: false }]);
  await assert.rejects(
    run(`update card set overlap_until = now() + interval '9 days' where card_id = $1`, [card.cardId]),
    /permission denied/,
  );
  const foreign = await here.jobSession(await here.office.body('H41.01'));
  await assert.rejects(run('select end_copies($1, $2, now())', [personId, card.cardId], foreign), /E-CARD-NOT-OURS/);
  assert.deepEqual(await run(`select end_superseded($1, $2, null, now()) as n`, [personId, card.cardId], foreign), [{ n: null }]);
  const held = (await here.held(await here.hires()))!;
  await assert.rejects(run(`select end_wallets($1, 'main', now())`, [held.personId]), /E-CARD-NOT-ENDED/);
});
