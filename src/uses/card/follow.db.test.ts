/** Cards follow the register, in its own transaction; what has ended stays ended. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { jobSessions } from '#authority/access/sessions.ts';
import { dayInVietnam } from '#base/clock.ts';
import { addDays, addMonths } from '#base/vietnamese/dates.ts';
import { applyConfirmed } from '#record/register/apply.ts';
import { BODY, PORTRAIT, aCardOffice } from './card-for-tests.ts';
import type { CardOffice } from './card-for-tests.ts';
import { takePlace, writeCopy } from './copy-store.ts';
import { endByHolder, endByOfficer, expireCards } from './end-card.ts';
import { decisionDays, followRegister } from './follow.ts';
import { cardOf } from './overview.ts';
import { cardsOf, claimNumbers, revocationClocks } from './store.ts';

let here: CardOffice;
before(async () => {
  here = await aCardOffice();
});
after(() => here.close());

const NONE = { vang: 'KHONG_AP_DUNG' } as const;
const all = (personId: string) => here.office.as(here.handle, (tx) => cardsOf(tx, personId));
const overview = (personId: string) => here.office.as(here.handle, (tx) => cardOf(tx, here.needs, personId));
const clockOf = async (personId: string, cardId: string) =>
  (await here.office.as(here.handle, (tx) => revocationClocks(tx, personId))).get(cardId);

/** A copy of the card that a person holds, as an issue writes it. */
async function aCopy(personId: string): Promise<{ list: number; index: number }> {
  const card = (await here.held(personId))!;
  const at = here.office.clock.now();
  return here.office.as(here.handle, async (tx) => {
    const expiresAt = new Date(Date.parse(at) + 7 * 86_400_000).toISOString();
    const place = await takePlace(tx, here.office.chance, { at, expiresAt });
    await writeCopy(tx, {
      ...card,
      copyId: here.office.chance.uuid7(Date.parse(at)),
      place,
      holderKey: 'k',
      issuedAt: at,
      expiresAt,
      grantId: null,
      notificationHash: here.office.chance.bytes(32),
    });
    return place;
  });
}
const bitOf = async ({ list, index }: { list: number; index: number }): Promise<boolean> =>
  (
    await here.office.as(null, (tx) =>
      tx.query<{ ended: boolean }>('select ended_at is not null as ended from status_slot where list = $1 and idx = $2', [list, index]),
    )
  )[0]!.ended;

test('whoever is registered with locked identity, portrait and active service has a card from that moment', async () => {
  const personId = await here.hires();
  const card = (await here.held(personId))!;
  const today = dayInVietnam(here.office.clock.now());
  assert.match(card.number, /^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z*~$=]$/);
  assert.deepEqual([card.issuedOn, card.validUntil], [today, addDays(addMonths(today, 60), -1)]);
  assert.deepEqual([card.says.co_quan.ma, card.says.chuc_danh?.ten, card.portrait], [BODY, 'Giáo viên', PORTRAIT]);
  assert.deepEqual(await here.acts(personId), ['record.registered', 'card.created']);
});

test('who lacks something has none, and is told what; the card comes with the version that brings it', async () => {
  const personId = await here.hires({ A: { anh4x6: undefined } }, { identityLocked: false });
  assert.equal(await here.held(personId), null);
  const shown = await overview(personId);
  assert.deepEqual(shown?.why, { missing: ['identity', 'portrait'], workState: 'DANG_LAM', heldBack: null });
  await here.registers(personId, { A: { anh4x6: PORTRAIT } });
  assert.deepEqual((await overview(personId))?.why?.missing, ['identity']);
  await here.registers(personId, { B: { gioiTinh: '1' } }, { identityLocked: true });
  assert.ok(await here.held(personId));
});

test('a change that the card does not say leaves it alone', async () => {
  const personId = await here.hires();
  const before = await here.held(personId);
  await here.registers(personId, { C: { dienThoaiDiDong: '0912345678' } });
  assert.deepEqual(await here.held(personId), before);
});

test('another kind of employment ends the card and begins another with another number, in the same transaction', async () => {
  const personId = await here.hires();
  const before = (await here.held(personId))!;
  const place = await aCopy(personId);
  await here.registers(personId, { A: { loaiDoiTuong: 'CC' } });
  const now = (await here.held(personId))!;
  assert.notEqual(now.number, before.number);
  assert.equal(now.says.loai, 'CC');
  const [, old] = await all(personId);
  assert.deepEqual([old?.state, old?.endReason], ['THU_HOI', 'DOI_LOAI']);
  assert.ok(await bitOf(place));
  assert.deepEqual(await here.acts(personId), ['record.registered', 'card.created', 'record.registered', 'card.ended', 'card.created']);
});

test('leaving the service ends it; the clock has the day of the decision and of its effect', async () => {
  const personId = await here.hires();
  const card = (await here.held(personId))!;
  const place = await aCopy(personId);
  const other = await aCopy(await here.hires());
  await here.registers(personId, {
    A: { trangThaiCongTac: 'BUOC_TV' },
    V: { 'thoiViec.loai': 'BUOC_TV', 'thoiViec.ngay': '2026-11-20', 'thoiViec.quyetDinh': { so: '12/QĐ-SGDĐT', ngay: '2026-11-18' } },
  });
  assert.equal(await here.held(personId), null);
  assert.ok(await bitOf(place));
  assert.equal(await bitOf(other), false, 'nobody else is touched');
  const clock = (await clockOf(personId, card.cardId))!;
  assert.deepEqual([clock.signedOn, clock.effectiveOn, clock.listedAt], ['2026-11-18', '2026-11-20', null]);
  assert.equal(clock.bitAt, clock.confirmedAt);
  assert.deepEqual((await overview(personId))?.why, { missing: ['service'], workState: 'BUOC_TV', heldBack: null });
});

test('a lost lock and a portrait taken away end the card', async () => {
  const unlocked = await here.hires();
  await here.registers(unlocked, { B: { gioiTinh: '1' } }, { identityLocked: false });
  assert.deepEqual([await here.held(unlocked), (await all(unlocked))[0]?.endReason], [null, 'MAT_XAC_THUC']);
  const faceless = await here.hires();
  await here.registers(faceless, { A: { anh4x6: NONE } });
  assert.deepEqual([await here.held(faceless), (await all(faceless))[0]?.endReason], [null, 'THIEU_ANH']);
});

test('days of the decision: of the appointment that brought the change, never of an older one', () => {
  const boNhiem = [
    { tuNgay: '2024-05-01', quyetDinh: { so: '1', ngay: '2024-04-20' } },
    { tuNgay: '2026-11-10', quyetDinh: { so: '2', ngay: '2026-11-05' } },
  ];
  const of = (validFrom: string) => decisionDays({ document: { L: { boNhiem } } as never, validFrom }, 'DOI_CHUC_VU');
  assert.deepEqual(of('2026-11-01'), { signedOn: '2026-11-05', effectiveOn: '2026-11-10' });
  assert.deepEqual(of('2026-11-20'), { signedOn: null, effectiveOn: '2026-11-20' });
});

test('an officer ends a card: a lost phone is followed by a new card, a lent one by none', async () => {
  const lost = await here.hires();
  const ended = await here.office.as(here.handle, (tx) => endByOfficer(tx, here.needs, lost, 'MAT_DIEN_THOAI'));
  assert.deepEqual(ended, { ok: true, value: { replaced: true, copies: 0 } });
  assert.ok(await here.held(lost));
  const lent = await here.hires();
  await here.office.as(here.handle, (tx) => endByOfficer(tx, here.needs, lent, 'CHO_MUON'));
  const why = (await overview(lent))?.why;
  assert.deepEqual([why?.missing, why?.heldBack?.reason], [[], 'CHO_MUON']);
  const again = await here.office.as(here.handle, (tx) => endByOfficer(tx, here.needs, lent, 'CHO_MUON'));
  assert.equal(again.ok ? '' : again.problems[0]?.code, 'E-CARD-NONE');
  await here.registers(lent, { C: { dienThoaiDiDong: '0912345678' } });
  assert.equal(await here.held(lent), null);
});

test('a card past its last day is followed by the next', async () => {
  const personId = await here.hires();
  const card = (await here.held(personId))!;
  const stale = addDays(here.office.clock.today(), -1);
  await here.office.owner.transaction(null, (tx) => tx.query('update card set valid_until = $2 where card_id = $1', [card.cardId, stale]));
  assert.equal(await expireCards({ ...here.needs, db: here.office.db, jobSession: here.jobSession }), 1);
  const [now, old] = await all(personId);
  assert.deepEqual([now?.state, old?.state, old?.endReason], ['HIEU_LUC', 'HET_HAN', 'HET_HAN']);
});

test('a number is never given again', async () => {
  const { number } = (await here.held(await here.hires()))!;
  assert.deepEqual(await here.office.as(here.handle, (tx) => claimNumbers(tx, [number, '00000-00000-0'])), ['00000-00000-0']);
});

test('when the card cannot follow, nothing is registered', async () => {
  const personId = await here.hires();
  const failing = followRegister({ ...here.needs, keys: { ...here.needs.keys, seal: () => assert.fail('the log cannot be written') } });
  const version = async () =>
    here.office.as(here.handle, (tx) => tx.query<{ version: number }>('select version from person where person_id = $1', [personId]));
  const before = await version();
  await assert.rejects(
    here.office.as(here.handle, (tx) =>
      applyConfirmed(tx, { ...here.office, onRegistered: failing }, [
        {
          personId,
          bodyId: here.bodyId,
          validFrom: here.office.clock.today(),
          submissionId: null,
          attestationId: null,
          source: 'EXCEL',
          groups: [{ group: 'A', stated: { trangThaiCongTac: 'NGHI_HUU' }, comparedVersion: 1 }],
        },
      ]),
    ),
    /the log cannot be written/,
  );
  assert.deepEqual(await version(), before);
  assert.ok(await here.held(personId));
});

test('a bit never flips back, whatever SQL the product is made to run, and nobody sets one of a card that holds', async () => {
  const personId = await here.hires();
  const card = (await here.held(personId))!;
  const place = await aCopy(personId);
  const run = (text: string, values: readonly unknown[] = []) => here.office.as(here.handle, (tx) => tx.query(text, values));
  await assert.rejects(run('select end_card_copies($1, $2, true)', [personId, card.cardId]), /E-CARD-NOT-ENDED/);
  await here.registers(personId, { A: { trangThaiCongTac: 'NGHI_HUU' } });
  for (const statement of [
    'update status_slot set ended_at = null',
    'update status_slot set listed_at = now()',
    'delete from status_slot',
    'delete from card_copy',
    'update card_copy set idx = idx + 1',
    'delete from card',
    'delete from card_revocation',
    'update card_revocation set confirmed_at = now()',
  ])
    await assert.rejects(run(statement), /permission denied/, statement);
  await assert.rejects(
    run('insert into status_slot (list, idx, taken_at, expires_at) values ($1, $2, now(), now())', [place.list, place.index]),
    /duplicate key/,
  );
  await run('select end_card_copies($1, $2, true)', [personId, card.cardId]);
  await run(`select mark_slots_listed($1, array[$2]::int[], now())`, [place.list, place.index]);
  assert.ok(await bitOf(place));
});

test('an ended card does not come back, and a card of another body is neither seen nor ended', async () => {
  const personId = await here.hires();
  const card = (await here.held(personId))!;
  const foreign = await here.jobSession(await here.office.body('H41.01'));
  const end = `update card set state = 'THU_HOI', ended_at = now(), end_reason = 'SU_CO' where card_id = $1 returning 1`;
  assert.deepEqual(await here.office.as(foreign, (tx) => tx.query(end, [card.cardId])), []);
  assert.deepEqual(await here.office.as(foreign, (tx) => tx.query('select 1 from card where card_id = $1', [card.cardId])), []);
  await here.office.as(here.handle, (tx) => endByOfficer(tx, here.needs, personId, 'SU_CO'));
  await assert.rejects(
    here.office
      .as(here.handle, (tx) =>
        tx.query(`update card set state = 'HIEU_LUC', ended_at = null, end_reason = null where card_id = $1`, [card.cardId]),
      )
      .then((rows) => {
        if (rows.length === 0) throw new Error('no row is let through');
      }),
    /no row is let through|row-level security/,
  );
  assert.equal(await here.held(personId), null);
});

test('who only sees a body makes and ends no card; who confirms does', async () => {
  const personId = await here.hires();
  const ending = async (role: 'NHAP_LIEU' | 'VU_CCVC' | 'XAC_NHAN', number: string) => {
    const { handle } = await here.office.signedIn(number, [[role, BODY]]);
    return here.office.as(handle, (tx) => endByOfficer(tx, here.needs, personId, 'SU_CO'));
  };
  assert.equal((await ending('NHAP_LIEU', '000190900001')).ok, false);
  assert.equal((await ending('VU_CCVC', '000190900002')).ok, false);
  assert.equal((await ending('XAC_NHAN', '000190900003')).ok, true);
});

test('the holder ends every copy at once: bits set, the act in the holder’s name, a new card; who holds none is told so', async () => {
  const personId = await here.hires();
  const place = await aCopy(personId);
  const before = (await here.held(personId))!;
  const accountId = await here.office.account('000190910077', []);
  const needs = { ...here.needs, db: here.office.db, jobSession: jobSessions(here.office, 'job') };
  const asked = { personId, bodyId: before.bodyId, accountId };
  assert.deepEqual(await endByHolder(needs, asked), { ok: true, value: { replaced: true, copies: 1 } });
  assert.equal(await bitOf(place), true);
  const after = (await here.held(personId))!;
  assert.notEqual(after.number, before.number);
  const [act] = await here.office.owner.transaction(null, (tx) =>
    tx.query<{ actor_id: string; role: string }>(`select actor_id, role from audit_event where act = 'card.ended' and object_id = $1`, [
      personId,
    ]),
  );
  assert.deepEqual(act, { actor_id: accountId, role: 'CA_NHAN' });
  const none = await endByHolder(needs, { ...asked, personId: await here.hires({ A: { anh4x6: undefined } }) });
  assert.equal(none.ok ? '' : none.problems[0]!.code, 'E-CARD-NONE');
});

test('a unit that was typed gets on the card as the register names it, and nothing typed does', async () => {
  const above = await aCardOffice(PORTRAIT, { office: here.office, bodyCode: 'H26.03' });
  const [school] = await here.office.owner.transaction(null, (tx) =>
    tx.query<{ name: string }>(
      'select name from body_version where body_id = $1 and tx_to = 9223372036854775807 order by valid_from desc',
      [here.bodyId],
    ),
  );
  const within = await above.hires({ A: { donViTrucThuoc: ` ${school!.name.toUpperCase()}` } });
  assert.equal((await above.held(within))?.says.don_vi, school!.name);
  const typed = await above.hires({ A: { donViTrucThuoc: 'Cục An ninh đặc biệt' } });
  assert.equal((await above.held(typed))?.says.don_vi, undefined);
  await above.registers(typed, { A: { donViTrucThuoc: school!.name } });
  assert.equal((await above.held(typed))?.says.don_vi, school!.name);
});
