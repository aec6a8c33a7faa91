/** The card of a person over the officers' API: what is shown leaves a reading, who may end it, and what the end leaves. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Role } from '#authority/access/shapes.ts';
import { BODY, aCardOffice } from '#uses/card/card-for-tests.ts';
import type { CardOffice } from '#uses/card/card-for-tests.ts';
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

interface Shown {
  readonly held: { readonly number: string; readonly says: { readonly ho_ten: string } } | null;
  readonly why: { readonly missing: readonly string[] } | null;
  readonly ended: readonly {
    readonly endReason: string;
    readonly clock: { readonly confirmedAt: string; readonly bitAt: string | null };
  }[];
  readonly endReasons: readonly { readonly code: string }[];
}

/** An officer with a browser. */
async function anOfficer(role: Role, number = `0001909100${String(++running).padStart(2, '0')}`, level = 2) {
  const { handle } = await here.office.signIn(await here.office.account(number, [[role, BODY]]), level);
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url,
      ...(payload ? { payload } : {}),
      headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `card-end-${++running}-${number}` },
    });
    return { status: answer.statusCode, body: answer.json<Shown & { code?: string; replaced?: boolean }>() };
  };
  return {
    sees: (personId: string) => ask('GET', `/api/v1/people/${personId}/card`),
    ends: (personId: string, reason = 'CHO_MUON') => ask('POST', `/api/v1/people/${personId}/card/end`, { reason }),
  };
}

test('an officer sees the card, or what is missing for one; each look is a reading', async () => {
  const officer = await anOfficer('LD_DON_VI');
  const holder = await here.hires();
  const { status, body } = await officer.sees(holder);
  assert.deepEqual([status, body.held?.says.ho_ten, body.why], [200, 'Đặng Thị Yến', null]);
  assert.deepEqual(
    body.endReasons.map((one) => one.code),
    ['MAT_DIEN_THOAI', 'CHO_MUON', 'CAP_SAI', 'SU_CO'],
  );
  assert.doesNotMatch(JSON.stringify(body), /"(list|idx|index|holderKey)"/);
  assert.equal((await here.acts(holder)).at(-1), 'card.read');
  const without = await here.hires({ A: { anh4x6: undefined } });
  assert.deepEqual((await officer.sees(without)).body.why?.missing, ['portrait']);
});

test('who confirms ends a card, for a reason of the list; the end and its clock are seen', async () => {
  const officer = await anOfficer('XAC_NHAN');
  const personId = await here.hires();
  const unknown = await officer.ends(personId, 'HET_HAN');
  assert.deepEqual([unknown.status, unknown.body.code], [422, 'E-CARD-END-REASON']);
  const ended = await officer.ends(personId);
  assert.deepEqual([ended.status, ended.body.replaced], [200, false]);
  const { body } = await officer.sees(personId);
  assert.deepEqual([body.held, body.ended[0]?.endReason], [null, 'CHO_MUON']);
  assert.ok(body.ended[0]?.clock.confirmedAt);
  assert.deepEqual((await here.acts(personId)).slice(-2), ['card.ended', 'card.read']);
  const again = await officer.ends(personId);
  assert.deepEqual([again.status, again.body.code], [409, 'E-CARD-NONE']);
});

test('a lost phone is followed by a new card at once', async () => {
  const personId = await here.hires();
  const officer = await anOfficer('XAC_NHAN');
  const before = (await here.held(personId))!.number;
  assert.equal((await officer.ends(personId, 'MAT_DIEN_THOAI')).body.replaced, true);
  assert.notEqual((await here.held(personId))!.number, before);
});

test('nobody ends the own card, with an identity of level 1, or without the role', async () => {
  const number = '000190920001';
  const own = await here.hires({}, { number });
  const refused: [what: string, answer: { status: number; body: { code?: string } }, code: string][] = [
    ['the own card', await (await anOfficer('XAC_NHAN', number)).ends(own), 'E-CONFIRM-OWN-RECORD'],
    ['level 1', await (await anOfficer('XAC_NHAN', '000190920002', 1)).ends(own), 'E-IDENTITY-LEVEL'],
    ['who sends', await (await anOfficer('NHAP_LIEU')).ends(own), 'E-NOT-ALLOWED'],
    ['the department', await (await anOfficer('VU_CCVC')).ends(own), 'E-NOT-ALLOWED'],
  ];
  for (const [what, answer, code] of refused) assert.deepEqual([answer.status, answer.body.code], [403, code], what);
  assert.ok(await here.held(own));
});
