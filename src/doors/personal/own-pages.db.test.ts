/** The own pages over HTTP: what a person finds of themselves, what is recorded of it, and that nobody else is ever in the answer. */
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fastifyCookie from '@fastify/cookie';
import Fastify from 'fastify';
import sharp from 'sharp';
import type { FastifyInstance } from 'fastify';
import { checkpointSigner } from '#authority/audit/checkpoint.ts';
import { cookieName, sessionHook } from '#authority/access/request.ts';
import { NOT_COMPARED } from '#record/matching/compared.ts';
import { bodiesOn } from '#authority/organisations/store.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { filesIn } from '#base/files/folder.ts';
import { ok } from '#base/problem.ts';
import { attestationsOf } from '#record/confirmation/attestation-store.ts';
import { openRecord } from '#record/register/read.ts';
import { anAgency, memoryBlobs } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import type { CardDesk, OwnCards, OwnWallet } from './port.ts';

import type { Evidence } from '#record/declarations/evidence-port.ts';
import type { Door } from '#record/intake/door.ts';
import { personalRoutes } from './routes.ts';

const ME = '000190000701';
const HER = '000190000702';
const PORTRAIT = await sharp({ create: { width: 30, height: 40, channels: 3, background: '#9aa' } })
  .jpeg()
  .toBuffer();
const CAREER = { K: { congTac: [{ tuThang: '2012-09', noiDung: 'Giảng dạy môn Toán' }] }, U: { soBhxh: '0123456789' } };

let agency: Agency;
let app: FastifyInstance;
let mine: SessionHandle;
let personId: string;
const blobs = memoryBlobs();
/** the port to the room of cards, filled with values */
const cards: { held: OwnCards['held'] } = { held: null };
const offered: unknown[] = [];
const CARD_ID = '0190a000-0000-7000-8000-00000000000c';
const WALLETS: readonly OwnWallet[] = [
  {
    id: '0190a000-0000-7000-8000-00000000000a',
    cardId: CARD_ID,
    kind: 'android',
    takenAt: '2026-11-20T00:00:00.000Z',
    lastUsedAt: '2026-11-26T00:00:00.000Z',
    goodUntil: null,
  },
];
const endedOnes: string[] = [];
const desk: CardDesk = {
  cardsOf: async () => ({
    held: cards.held,
    beside: [],
    why: cards.held ? null : { missing: ['portrait'], workState: 'DANG_LAM', heldBack: null },
    ended: [],
  }),
  walletsOf: async () => WALLETS,
  end: async () => ok({ replaced: true, copies: 2 }),
  endOne: async ({ walletId }) => {
    endedOnes.push(walletId);
    return ok({ copies: 2 });
  },
  offer: async (request) => {
    offered.push(request);
    return ok({ uri: 'openid-credential-offer://?x=1', txCode: '493 201'.replace(' ', ''), expiresAt: '2026-11-27T08:05:00.000Z' });
  },
};

/** Sends one person in and has them confirmed; returns their id. */
async function registered(number: string, name: string, more: object): Promise<string> {
  const submissionId = await agency.sends([{ number, name, more }]);
  const [waiting] = await agency.waiting(submissionId);
  const decided = await agency.confirms(submissionId, waiting!);
  assert.ok(decided.ok, JSON.stringify(decided));
  return waiting!;
}

/** Papers are none of these tests: `tests/security/declaration-evidence.db.test.ts`. */
const noPapers = (door: Door): Evidence => ({
  door,
  paperOf: () => Promise.reject(new Error('no paper is sent here')),
  nameOf: () => '',
  problemsOf: () => [],
});

before(async () => {
  agency = await anAgency();
  const { office } = agency;
  const { sha256 } = await blobs.put(PORTRAIT).then((kept) => (kept.ok ? kept.value : assert.fail()));
  personId = await registered(ME, 'Chim Sơn Ca', { ...CAREER, A: { trangThaiCongTac: 'DANG_LAM', anh4x6: sha256 } });
  await registered(HER, 'Chim Họa Mi', CAREER);
  // Sent after that, and not decided: on its way.
  await agency.sends([{ number: ME, name: 'Chim Sơn Ca', more: { O: { khenThuong: [{ hinhThuc: 'GK', nam: '2025', cap: 'TINH' }] } } }]);
  mine = (await office.signIn(await office.account(ME, []))).handle;
  const bodyNames = async (tx: Tx, ids: readonly string[]) =>
    new Map([...(await bodiesOn(tx, ids, office.clock.today()))].map(([id, body]) => [id, body.name]));
  app = Fastify();
  await app.register(fastifyCookie);
  app.addHook('onRequest', sessionHook({ db: office.db, secureCookies: false }));
  personalRoutes(app, {
    ...office,
    blobs,
    cards: desk,
    demo: true,
    publicUrl: 'https://congvu.example',
    bodyNames,
    declaring: { door: agency.needs.doors[0]!, bodyWords: agency.needs.bodyWords, evidence: noPapers(agency.needs.doors[0]!) },
    taking: {
      keys: office.keys,
      demo: true,
      publicUrl: 'https://congvu.example',
      bodyNames,
      files: filesIn(join(tmpdir(), 'congvu-no-log')),
      key: checkpointSigner('audit.test/act/1', office.keys.signingKey('audit').privateKey).key,
    },
  });
  await app.ready();
});
after(async () => {
  await app.close();
  await agency.close();
});

const ask = (path: string, who: SessionHandle | null = mine, body?: object) =>
  app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api/v1/me${path}`,
    ...(body ? { payload: body } : {}),
    ...(who ? { cookies: { [cookieName(false)]: who } } : {}),
  });
/** Readings of the person, newest first, as the owner sees them. */
const readings = () =>
  agency.office.owner.transaction(null, (tx) =>
    tx.query<{ act: string; purpose: string; role: string }>(
      `select act, purpose, role from audit_event where object_id = $1 and kind = 'read' order by tx desc`,
      [personId],
    ),
  );

interface Glance {
  registered: boolean;
  person: { name: string; nationalIdMasked: string; bodyName: string; hasPortrait: boolean } | null;
  groups: {
    code: string;
    state: string;
    missing: { vi: string }[];
    confirmedBy: string | null;
    since: string | null;
    why: { vi: string };
  }[];
  counts: Record<string, number>;
}

test('the first page says who I am, what is confirmed and by whom, what is on its way, and what is missing', async () => {
  const page = (await ask('')).json<Glance>();
  assert.deepEqual(page.person && [page.person.name, page.person.nationalIdMasked, page.person.bodyName, page.person.hasPortrait], [
    'Chim Sơn Ca',
    '000•••••0701',
    'Trường THPT Mẫu Sơn',
    true,
  ]);
  const of = (code: string) => page.groups.find((group) => group.code === code)!;
  assert.equal(page.groups.length, 26);
  assert.deepEqual([of('K').state, of('K').confirmedBy], ['confirmed', 'Cán bộ xác nhận']);
  assert.equal(of('O').state, 'waiting');
  assert.ok(of('O').since);
  assert.equal(of('C').state, 'missing');
  assert.deepEqual(
    of('C').missing.map((label) => label.vi),
    ['Nơi đăng ký thường trú', 'Nơi ở hiện nay'],
  );
  assert.equal(of('P').state, 'nothing');
  assert.equal(of('Y').state, 'system');
  assert.equal(
    Object.values(page.counts).reduce((sum, count) => sum + count, 0),
    26,
  );
  assert.deepEqual((await readings())[0], { act: 'record.read', purpose: 'OWN_RECORD', role: 'CA_NHAN' });
});

interface GroupPage {
  bodyName: string;
  fields: { key: string; value: unknown; display: { vi: string }; masked: boolean; origin: { confirmedBy: string | null } }[];
  sections: { key: string; lines: object[]; origin: { confirmedBy: string | null } }[];
}

test('one group a page, each value with who confirmed it; every opening is a reading of its own', async () => {
  const before = (await readings()).length;
  const page = (await ask('/groups/K')).json<GroupPage>();
  assert.deepEqual(
    page.sections.map((section) => [section.key, section.lines.length, section.origin.confirmedBy]),
    [['congTac', 1, 'Cán bộ xác nhận']],
  );
  assert.equal((await readings()).length, before + 1);
  for (const wrong of ['/groups/%C4%90', '/groups/AA', '/groups/a']) assert.equal((await ask(wrong)).statusCode, 400, wrong);
});

test('numbers stand hidden until they are asked for, and the asking is a reading', async () => {
  const page = await ask('/groups/U');
  assert.ok(!page.body.includes('0123456789'));
  assert.deepEqual(
    page.json<GroupPage>().fields.map((field) => [field.key, field.value, field.masked]),
    [['soBhxh', null, true]],
  );
  const shown = await ask('/unmask', mine, { field: 'soBhxh' });
  assert.equal(shown.json<{ value: string }>().value, '0123456789');
  assert.deepEqual((await readings())[0], { act: 'record.unmasked', purpose: 'OWN_RECORD', role: 'CA_NHAN' });
  assert.equal((await ask('/unmask', mine, { field: 'soDinhDanh' })).json<{ value: string }>().value, ME);
  for (const field of ['hoTenKhaiSinh', 'khong-co', '__proto__'])
    assert.equal((await ask('/unmask', mine, { field })).statusCode, 403, field);
});

test('my portrait, and a plain word when there is none', async () => {
  const mineToo = await ask('/portrait');
  assert.deepEqual([mineToo.headers['content-type'], mineToo.rawPayload], ['image/jpeg', PORTRAIT]);
  assert.equal((await readings())[0]!.act, 'portrait.read');
  const hers = (await agency.office.signIn(await agency.office.account(HER, []))).handle;
  const none = await ask('/portrait', hers);
  assert.deepEqual([none.statusCode, none.json<{ code: string }>().code], [404, 'E-OWN-NO-PORTRAIT']);
});

test('who viewed me: an officer by role, body and purpose in words; my own openings are counted apart', async () => {
  const { office, officer } = agency;
  const opened = await office.as(officer.handle, (tx) =>
    openRecord(tx, { ...office, attestations: attestationsOf, compared: async () => NOT_COMPARED }, personId, { roles: ['XAC_NHAN'] }),
  );
  assert.ok(opened.ok);
  const page = (await ask('/reads')).json<{
    items: { roles: string[]; bodyName: string; purpose: { vi: string }; kind: { vi: string }; count: number }[];
    mine: { count: number; lastAt: string | null };
  }>();
  const [last] = page.items;
  assert.deepEqual([last?.roles, last?.bodyName, last?.count], [['XAC_NHAN'], 'Trường THPT Mẫu Sơn', 1]);
  assert.equal(last?.purpose.vi, 'Tra cứu phục vụ công việc');
  assert.equal(last?.kind.vi, 'Mở hồ sơ');
  // Somebody of the province, who also has a role elsewhere: the body is the one above the record.
  const province = await office.signedIn('000070000799', [
    ['XAC_NHAN', 'H41'],
    ['XAC_NHAN', 'H26'],
  ]);
  await office.as(province.handle, (tx) =>
    openRecord(tx, { ...office, attestations: attestationsOf, compared: async () => NOT_COMPARED }, personId, { roles: ['XAC_NHAN'] }),
  );
  const [newest] = (await ask('/reads')).json<{ items: { bodyName: string }[] }>().items;
  const names = await office.as(null, async (tx) => bodiesOn(tx, [await office.body('H26')], office.clock.today()));
  assert.equal(newest?.bodyName, [...names.values()][0]!.name);
  assert.ok(page.mine.count >= 5 && page.mine.lastAt);
  assert.equal((await readings())[0]!.act, 'reads.read');
});

test('without a card the page says what is missing, and there is nothing to offer', async () => {
  const page = (await ask('/card')).json<{ held: object | null; why: { missing: string[] } }>();
  assert.deepEqual([page.held, page.why.missing], [null, ['portrait']]);
  const offer = await ask('/card/offer', mine, {});
  assert.deepEqual([offer.statusCode, offer.json<{ code: string }>().code], [409, 'E-OWN-NO-CARD']);
  assert.equal(offered.length, 0);
});

test('with a card: copies on phones, and an offer that leads into the wallet of the demo without telling a server', async () => {
  cards.held = {
    cardId: CARD_ID,
    employment: 'main',
    number: '7K2QD-00118-X',
    codeStanding: 'official',
    says: { ho_ten: 'Chim Sơn Ca', chuc_danh: { ten: 'Giáo viên' }, co_quan: { ma: 'H26.03.01', ten: 'Trường THPT Mẫu Sơn' } },
    issuedOn: '2026-11-01',
    validUntil: '2031-11-01',
    endedAt: null,
    endLabel: null,
    overlapUntil: null,
    copies: [
      { issuedAt: '2026-11-26T00:00:00.000Z', expiresAt: '2026-12-03T00:00:00.000Z', event: 'credential_accepted' },
      { issuedAt: '2026-11-25T00:00:00.000Z', expiresAt: '2026-12-02T00:00:00.000Z', event: 'credential_deleted' },
    ],
  };
  const page = (await ask('/card')).json<{ held: { position: string; copies: object[] }; wallets: object[] }>();
  const { held } = page;
  assert.deepEqual(page.wallets, WALLETS);
  const one = await ask(`/card/wallets/${WALLETS[0]!.id}/end`, mine, {});
  assert.deepEqual([one.statusCode, one.json(), endedOnes], [200, { copies: 2 }, [WALLETS[0]!.id]]);
  assert.deepEqual([held.position, held.copies.length], ['Giáo viên', 1]);
  const offer = (await ask('/card/offer', mine, {})).json<{ uri: string; txCode: string; wallet: string }>();
  assert.equal(offer.wallet, `/sim/vneid/vi-giay-to#offer=${encodeURIComponent(offer.uri)}`);
  const { accountId } = offered[0] as { accountId: string };
  await ask('/card/offer', mine, { cardId: CARD_ID });
  assert.deepEqual(offered, [
    { personId, bodyId: agency.bodyId, accountId },
    { personId, bodyId: agency.bodyId, accountId, cardId: CARD_ID },
  ]);
  cards.held = null;
});

test('my data whole: for machines with every source, and on paper; both are exports in the log', async () => {
  const file = await ask('/data.json');
  assert.match(String(file.headers['content-disposition']), /^attachment; filename="du-lieu-cua-toi\.json"$/);
  const data = file.json<{
    format: string;
    person: { nationalId: string };
    groups: { code: string; fields: { key: string; value: unknown }[] }[];
  }>();
  assert.deepEqual([data.format, data.person.nationalId, data.groups.length], ['congvu-own-data/1', ME, 26]);
  assert.equal(data.groups.find((group) => group.code === 'U')!.fields[0]!.value, '0123456789');
  assert.equal((await readings())[0]!.act, 'export.made');
  const paper = await ask('/data.pdf');
  assert.deepEqual([paper.headers['content-type'], paper.rawPayload.subarray(0, 5).toString()], ['application/pdf', '%PDF-']);
  const made = (await readings()).filter((reading) => reading.act === 'export.made');
  assert.deepEqual(made, Array(2).fill({ act: 'export.made', purpose: 'OWN_RECORD', role: 'CA_NHAN' }));
});

test('whoever is in no register has an answer and no record; whoever is not signed in, or at level 1, has neither', async () => {
  const { office } = agency;
  const clerk = agency.clerk.handle;
  assert.deepEqual((await ask('', clerk)).json<Glance>(), {
    registered: false,
    person: null,
    groups: [],
    counts: { confirmed: 0, waiting: 0, missing: 0, others: 0 },
    quality: null,
    declarationDue: null,
    erased: null,
    keptApart: null,
  });
  const paths = ['/groups/B', '/portrait', '/reads', '/card', '/data.json', '/data.pdf'];
  for (const path of paths) {
    const answer = await ask(path, clerk);
    assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [404, 'E-OWN-NOT-REGISTERED'], path);
  }
  const low = (
    await office.signIn(
      (
        await office.owner.transaction(null, (tx) =>
          tx.query<{ account_id: string }>('select account_id from account where identity = $1', [office.keys.nationalIdHash(ME)]),
        )
      )[0]!.account_id,
      1,
    )
  ).handle;
  for (const path of ['', ...paths]) {
    const answer = await ask(path, low);
    assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [403, 'E-IDENTITY-LEVEL'], path);
    assert.equal((await ask(path, null)).statusCode, 401, path);
  }
});

test('nobody else stands in any answer, whatever the roles of who asks', async () => {
  const { office } = agency;
  const officerToo = (await office.signedIn('000190000703', [['XAC_NHAN', 'H26']])).handle;
  for (const path of ['', '/groups/B', '/groups/K', '/reads', '/card', '/data.json']) {
    assert.ok(!(await ask(path)).body.includes('Họa Mi'), path);
    const beyond = (await ask(path, officerToo)).body;
    assert.ok(!beyond.includes('Sơn Ca') && !beyond.includes('Họa Mi'), path);
  }
});
