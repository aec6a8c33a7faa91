/** Who lost the card for mistrust has one again by a second officer's release alone: over the API, and whatever SQL the product is made to run. */
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Role } from '#authority/access/shapes.ts';
import { PORTRAIT, BODY, aCardOffice } from '#uses/card/card-for-tests.ts';
import type { CardOffice } from '#uses/card/card-for-tests.ts';
import { END_REASON_CODES, END_REASONS } from '#uses/card/reasons.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

let here: CardOffice;
let app: FastifyInstance;
let folder: string;
let running = 0;
before(async () => {
  here = await aCardOffice();
  folder = await dataFolder();
  app = await aServer(here.office, folder);
});
after(async () => {
  await app.close();
  await here.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly code?: string;
  readonly begun?: boolean;
  readonly may?: readonly string[];
  readonly held?: { readonly number: string } | null;
  readonly why?: {
    readonly missing: readonly string[];
    readonly heldBack: { readonly reason: string; readonly byMe: boolean } | null;
  } | null;
  readonly items?: readonly {
    readonly id: string;
    readonly personId: string;
    readonly name: string;
    readonly bodyName: string;
    readonly byMe: boolean;
  }[];
  readonly next?: string | null;
}

async function anOfficer(
  role: Role = 'XAC_NHAN',
  { number = `00019095${String(++running).padStart(4, '0')}`, body = BODY, level = 2 } = {},
) {
  const { handle } = await here.office.signIn(await here.office.account(number, [[role, body]]), level);
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      ...(payload ? { payload } : {}),
      headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `card-release-${++running}` },
    });
    return { status: answer.statusCode, ...answer.json<Answer>() };
  };
  return {
    handle,
    sees: (personId: string) => ask('GET', `/people/${personId}/card`),
    ends: (personId: string, reason: string) => ask('POST', `/people/${personId}/card/end`, { reason }),
    releases: (personId: string, body: object = { reason: 'DA_KHAC_PHUC', paper: '12/KL-SNV' }) =>
      ask('POST', `/people/${personId}/card/release`, body),
    lists: (query = '') => ask('GET', `/cards/held-back${query}`),
  };
}

const MISTRUST = END_REASON_CODES.filter((code) => END_REASONS[code].heldBack);

test('after an end for mistrust no confirmed change brings a card; the officer and the holder are told why', async () => {
  const first = await anOfficer();
  const second = await anOfficer();
  for (const reason of MISTRUST) {
    const personId = await here.hires();
    assert.equal((await first.ends(personId, reason)).status, 200);
    for (const change of [
      { C: { dienThoaiDiDong: '0912345678' } },
      { F: { 'viTriViecLam.ten': 'Phó Hiệu trưởng' } },
      { A: { anh4x6: 'cd'.repeat(32) } },
      { A: { trangThaiCongTac: 'NGHI_HUU' } },
      { A: { trangThaiCongTac: 'DANG_LAM', anh4x6: PORTRAIT } },
    ])
      await here.registers(personId, change);
    const shown = await second.sees(personId);
    assert.deepEqual([shown.held, shown.why?.missing, shown.why?.heldBack?.reason, shown.why?.heldBack?.byMe], [null, [], reason, false]);
    assert.ok(shown.may?.includes('card.release'));
    const own = await first.sees(personId);
    assert.ok(own.why?.heldBack?.byMe && !own.may?.includes('card.release'));
  }
});

test('another officer releases: an act of its own, and a card with another number at once', async () => {
  const personId = await here.hires();
  const before = (await here.held(personId))!.number;
  const first = await anOfficer();
  await first.ends(personId, 'SU_CO');
  const self = await first.releases(personId);
  assert.deepEqual([self.status, self.code], [403, 'E-CONFIRM-SAME-PERSON']);
  const second = await anOfficer();
  const wrong = await second.releases(personId, { reason: 'VI_MUON', paper: '1' });
  assert.deepEqual([wrong.status, wrong.code], [422, 'E-CARD-RELEASE-REASON']);
  const bare = await second.releases(personId, { reason: 'DA_XU_LY', paper: '  ' });
  assert.deepEqual([bare.status, bare.code], [422, 'E-CARD-RELEASE-PAPER']);
  assert.equal(await here.held(personId), null);
  const released = await second.releases(personId);
  assert.deepEqual([released.status, released.begun], [200, true]);
  assert.notEqual((await here.held(personId))!.number, before);
  assert.deepEqual((await here.acts(personId)).slice(-2), ['card.released', 'card.created']);
  const again = await second.releases(personId);
  assert.deepEqual([again.status, again.code], [409, 'E-CARD-NOT-HELD-BACK']);
});

test('a release of somebody whose record lacks something gives no card yet; the record that is put right does', async () => {
  const personId = await here.hires();
  await (await anOfficer()).ends(personId, 'CAP_SAI');
  await here.registers(personId, { A: { anh4x6: { vang: 'KHONG_AP_DUNG' } } });
  const second = await anOfficer();
  assert.deepEqual((await second.sees(personId)).why?.missing, ['portrait']);
  assert.equal((await second.releases(personId)).begun, false);
  await here.registers(personId, { A: { anh4x6: PORTRAIT } });
  assert.ok(await here.held(personId));
});

test('nobody releases the own card, with an identity of level 1, without the role, or from elsewhere', async () => {
  const number = '000190990001';
  const personId = await here.hires({}, { number });
  await (await anOfficer()).ends(personId, 'CHO_MUON');
  const tried: [what: string, by: Awaited<ReturnType<typeof anOfficer>>, code: string][] = [
    ['the own card', await anOfficer('XAC_NHAN', { number }), 'E-CONFIRM-OWN-RECORD'],
    ['level 1', await anOfficer('XAC_NHAN', { level: 1 }), 'E-IDENTITY-LEVEL'],
    ['who sends', await anOfficer('NHAP_LIEU'), 'E-NOT-ALLOWED'],
    ['who reconciles', await anOfficer('DOI_SOAT'), 'E-NOT-ALLOWED'],
  ];
  for (const [what, by, code] of tried) assert.equal((await by.releases(personId)).code, code, what);
  assert.equal((await (await anOfficer('XAC_NHAN', { body: 'H41.01' })).releases(personId)).status, 404);
  assert.equal(await here.held(personId), null);
});

test('the list has who waits longest first, page by page, never oneself nor people of others', async () => {
  const number = '000190990002';
  const own = await here.hires({}, { number });
  const people = [await here.hires(), await here.hires(), await here.hires()];
  const first = await anOfficer();
  for (const personId of [...people, own]) await first.ends(personId, 'SU_CO');
  const listed = async (by: Awaited<ReturnType<typeof anOfficer>>) => {
    const all = [];
    for (let next: string | null | undefined = ''; next != null;) {
      const page: Answer = await by.lists(`?limit=2${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`);
      all.push(...(page.items ?? []));
      next = page.next;
    }
    return all;
  };
  const second = await listed(await anOfficer());
  assert.deepEqual(
    second.filter((one) => [...people, own].includes(one.personId)).map((one) => one.personId),
    [...people, own],
  );
  assert.ok(second.every((one) => one.name !== '' && one.bodyName !== ''));
  assert.ok((await listed(first)).filter((one) => people.includes(one.personId)).every((one) => one.byMe));
  const me = await listed(await anOfficer('XAC_NHAN', { number }));
  assert.ok(!me.some((one) => one.personId === own) && me.some((one) => one.personId === people[0]));
  assert.deepEqual(await listed(await anOfficer('XAC_NHAN', { body: 'H41.01' })), []);
});

test('the database holds it too: no card of somebody held back, no release by who held back, none undone or made up', async () => {
  const personId = await here.hires();
  const first = await anOfficer();
  const card = (await here.held(personId))!;
  await first.ends(personId, 'SU_CO');
  const run = (handle: typeof here.handle, text: string, values: readonly unknown[]) =>
    here.office.as(handle, (tx) => tx.query(text, values));
  const release = `update card_hold set released_at = now(), released_by = session_person(), release_reason = 'DA_XU_LY', release_paper = 'x' where person_id = $1 returning 1`;
  assert.deepEqual(await run(first.handle, release, [personId]), [], 'who ended it');
  assert.deepEqual(await run(here.handle, release, [personId]), [], 'the system');
  await assert.rejects(run(first.handle, 'delete from card_hold where person_id = $1', [personId]), /permission denied/);
  await assert.rejects(
    run(first.handle, `update card_hold set reason = 'MAT_DIEN_THOAI' where person_id = $1`, [personId]),
    /permission denied/,
  );
  await run(here.handle, 'insert into card_number (number) values ($1)', ['ZZZZZ-ZZZZZ-0']);
  const insert = `insert into card (person_id, card_id, body_id, number, state, version, claims, using_body_id, managing_body_id, portrait, issued_on, valid_until, created_at)
    select person_id, gen_random_uuid(), body_id, 'ZZZZZ-ZZZZZ-0', 'HIEU_LUC', version, claims, using_body_id, managing_body_id, portrait, issued_on, valid_until, now() from card where card_id = $1`;
  await assert.rejects(run(here.handle, insert, [card.cardId]), /row-level security/);
  const second = await anOfficer();
  assert.equal((await run(second.handle, release, [personId])).length, 1);
  assert.deepEqual(await run(second.handle, release, [personId]), [], 'once');
  await run(here.handle, insert, [card.cardId]);
});

test('whoever reaches a person by use is told as well why there is no card', async () => {
  const elsewhere = 'H41.01';
  const personId = await here.hires();
  const bodyId = await here.office.body(elsewhere);
  await here.office.owner.transaction(null, (tx) =>
    tx.query(`insert into person_reach (person_id, body_id, why, valid_from, tx_from) values ($1, $2, 'using', '2020-01-01', 1)`, [
      personId,
      bodyId,
    ]),
  );
  await (await anOfficer()).ends(personId, 'SU_CO');
  const head = await (await anOfficer('LD_DON_VI', { body: elsewhere })).sees(personId);
  assert.deepEqual([head.status, head.held, head.why?.heldBack?.reason], [200, null, 'SU_CO']);
});

test('an end at a server of the version before holds back, too, in the name of who ends it', async () => {
  const personId = await here.hires();
  const card = (await here.held(personId))!;
  const first = await anOfficer();
  // The statements of version 0.1.0.
  await here.office.as(first.handle, async (tx) => {
    const end = `update card set state = 'THU_HOI', ended_at = now(), end_reason = 'SU_CO' where person_id = $1 and card_id = $2 and state = 'HIEU_LUC' returning 1`;
    assert.equal((await tx.query(end, [personId, card.cardId])).length, 1);
    await tx.query('select end_card_copies($1, $2, true)', [personId, card.cardId]);
  });
  await here.registers(personId, { C: { dienThoaiDiDong: '0912345678' } });
  assert.equal(await here.held(personId), null);
  assert.equal((await first.releases(personId)).code, 'E-CONFIRM-SAME-PERSON');
  assert.equal((await (await anOfficer()).releases(personId)).begun, true);
});

test('a hold of before is in the name of who ended the card, as the log says it', async () => {
  const personId = await here.hires();
  const first = await anOfficer();
  await first.ends(personId, 'CAP_SAI');
  const owner = (text: string): Promise<unknown> => here.office.owner.transaction(null, (tx) => tx.query(text, []));
  await owner(`update card_hold set held_by = null, held_at = held_at - interval '7 milliseconds' where person_id = '${personId}'`);
  const migration = await readFile(join(import.meta.dirname, '../../src/base/database/migrations/0700_holds_of_before.sql'), 'utf8');
  await owner(/^update card_hold [^;]+;/m.exec(migration)![0]);
  assert.equal((await first.releases(personId)).code, 'E-CONFIRM-SAME-PERSON');
});
