/** Lines of bodies as people enrol, watch and release them: two humans for everything, by rights over the body, and walls of the database under both. */
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { jobSessions } from '#authority/access/sessions.ts';
import type { Role } from '#authority/access/shapes.ts';
import type { SessionHandle, Tx } from '#base/database/transaction.ts';
import { enrolledCaller } from '#doors/exchange/caller-store.ts';
import { greetSource, offerBatch } from '#doors/exchange/receive.ts';
import type { ExchangeNeeds } from '#doors/exchange/receive.ts';
import { heldBatches } from '#doors/exchange/signatures.ts';
import { aBatch, aChange } from '#doors/exchange/protocol/changes-for-tests.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import { confirmingKey } from '#doors/exchange/verdict-store.ts';
import { exchangeDoor } from '#doors/json/exchange-door.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { anAuthority } from '../certificates-for-tests.ts';
import type { Authority } from '../certificates-for-tests.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const CODE = 'H26.03.01';
const OTHER = 'H26.03.02';
const WHY = 'Cơ quan đưa phần mềm vào dùng';
let agency: Agency;
let app: FastifyInstance;
let folder: string;
let needs: ExchangeNeeds;
let system: SessionHandle;
let authority: Authority;
type Who = 'asker' | 'second' | 'head' | 'clerk' | 'stranger' | 'centre' | 'officer' | 'auditor';
const who = {} as Record<Who, { readonly handle: string; readonly accountId: string }>;

before(async () => {
  agency = await anAgency(CODE, undefined, [exchangeDoor]);
  needs = { ...agency.needs, audience: 'centre', door: exchangeDoor };
  system = await jobSessions(agency.office, 'test')(null);
  authority = await anAuthority();
  folder = await dataFolder();
  app = await aServer(agency.office, folder, {});
  const people: readonly [Who, Role, string][] = [
    ['asker', 'QT_BNDP', CODE],
    ['second', 'QT_BNDP', CODE],
    ['head', 'LD_DON_VI', CODE],
    ['clerk', 'NHAP_LIEU', CODE],
    ['stranger', 'QT_BNDP', OTHER],
    ['centre', 'TTTT', 'H26'],
    ['officer', 'XAC_NHAN', CODE],
    ['auditor', 'GIAM_SAT', 'H26'],
  ];
  for (const [i, [name, role, code]] of people.entries()) {
    const opened = await agency.office.signedIn(`00009030${String(4100 + i)}`, [[role, code]]);
    who[name] = { handle: opened.handle, accountId: opened.accountId };
  }
});
after(async () => {
  await app.close();
  await agency.close();
  await rm(folder, { recursive: true, force: true });
});

let posts = 0;
async function call(name: Who, method: 'GET' | 'POST', url: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1/exchange/${url}`,
    headers: {
      cookie: `congvu=${who[name].handle}`,
      origin: ORIGIN,
      ...(method === 'POST' ? { 'idempotency-key': `duong-trao-doi-${(posts += 1)}` } : {}),
    },
    ...(payload ? { payload } : {}),
  });
  const body = answer.body === '' ? {} : answer.json();
  return { status: answer.statusCode, code: String((body as { code?: string }).code ?? ''), body };
}
const ask = (name: Who, kind: string, more: object = {}, bodyId = agency.bodyId) =>
  call(name, 'POST', 'requests', { bodyId, kind, reason: WHY, ...more });
const decide = (name: Who, id: string, more: object = { answer: 'grant' }) => call(name, 'POST', `requests/${id}/decision`, more);
const line = async (name: Who = 'asker', bodyId = agency.bodyId) => (await call(name, 'GET', `lines/${bodyId}`)).body;
/** Asked by one administrator and granted by the head of the unit. */
async function granted(kind: string, more: object = {}): Promise<void> {
  const asked = await ask('asker', kind, more);
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  const done = await decide('head', asked.body.id);
  assert.equal(done.status, 204, JSON.stringify(done.body));
}
const rows = <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
  agency.office.owner.transaction(null, (tx) => tx.query<T>(sql, [...values]));
const inSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => agency.office.db.transaction(system, work);

function aKey(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { kid, publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(), sign: jwsSigner(privateKey, kid) };
}
const first = aKey('k1');
const enrolment = { source: 'nut-a', kid: 'k1', publicKey: first.publicKey };

test('who may not ask or decide is refused, and no table is written by hand', async () => {
  for (const name of ['clerk', 'officer', 'head', 'auditor'] as const)
    assert.equal((await ask(name, 'enrol', enrolment)).status, 403, name);
  const far = await ask('stranger', 'enrol', enrolment);
  assert.equal(far.code, 'E-NOT-WITHIN-REACH');
  assert.equal((await call('stranger', 'GET', `lines/${agency.bodyId}`)).code, 'E-NOT-WITHIN-REACH');
  assert.equal((await call('auditor', 'GET', 'lines')).status, 403);
  const byHand = (sql: string, values: readonly unknown[]) =>
    agency.office
      .as(who.asker.handle as never, (tx) => tx.query(sql, [...values]))
      .then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
  const { bodyId } = agency;
  const source = 'insert into exchange_source (body_id, source, kid, public_key, enrolled_by, enrolled_at) values ($1,$2,$3,$4,$5,now())';
  assert.equal(await byHand(source, [bodyId, 'nut-x', 'k', 'p', who.asker.accountId]), '42501');
  const granted = `insert into exchange_request (body_id, request_id, kind, asked, reason, asked_by, asked_name, asked_at, state) values ($1,$1,'end','{}','x',$2,'x',now(),'granted')`;
  assert.equal(await byHand(granted, [bodyId, who.asker.accountId]), '42501');
  const inAnothersName = `insert into exchange_request (body_id, request_id, kind, asked, reason, asked_by, asked_name, asked_at) values ($1,$1,'end','{}','x',$2,'x',now())`;
  assert.equal(await byHand(inAnothersName, [bodyId, who.second.accountId]), '42501');
});

test('what is wrong in a request is told by its member, and nothing is kept', async () => {
  const secret = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const wrong: readonly [string, object, string][] = [
    ['enrol', { ...enrolment, source: 'nút' }, 'source'],
    ['enrol', { ...enrolment, publicKey: secret }, 'publicKey'],
    ['enrol', { ...enrolment, publicKey: rsa }, 'publicKey'],
    ['enrol', { ...enrolment, publicKey: 'x' }, 'publicKey'],
    ['enrol', { ...enrolment, reason: 'ngắn' }, 'reason'],
    ['enrol', { ...enrolment, carrier: 'x-road', name: 'có dấu' }, 'name'],
    ['add-caller', { carrier: 'x-road', name: 'VN/GOV/1/a', networks: '10.0.0.0/99' }, 'networks'],
    ['new-key', { kid: 'k2', publicKey: first.publicKey, endsOn: '2020-01-01' }, 'endsOn'],
    ['new-key', { kid: 'k2', publicKey: first.publicKey, endsOn: '2099-01-01' }, 'endsOn'],
  ];
  for (const [kind, more, where] of wrong) {
    const answer = await ask('asker', kind, more);
    assert.equal(answer.code, 'E-EXCHANGE-ASKED', where);
    assert.match(answer.body.detail.vi, new RegExp(`“${where}”`));
  }
  assert.equal((await ask('asker', 'add-caller', { carrier: 'mtls', certificate: 'x' })).code, 'E-EXCHANGE-CALLER-NOT-TAKEN');
  for (const kind of ['release', 'end']) assert.equal((await ask('asker', kind)).code, 'E-EXCHANGE-REQUEST-STANDING');
  assert.deepEqual(await rows('select 1 from exchange_request'), []);
});

test('software is enrolled by two people: never by one, not by a stranger, and once', async () => {
  const pair = await authority.signs('nut-a', { usage: 'client' });
  const asked = await ask('asker', 'enrol', { ...enrolment, carrier: 'mtls', certificate: pair.certificate, networks: '127.0.0.0/8' });
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  const { id } = asked.body;
  assert.equal((await ask('second', 'enrol', enrolment)).code, 'E-EXCHANGE-REQUEST-OPEN');
  assert.equal((await decide('asker', id)).code, 'E-CONFIRM-SAME-PERSON');
  assert.equal((await decide('stranger', id)).code, 'E-EXCHANGE-REQUEST-NOT-FOUND');
  assert.equal((await decide('clerk', id)).status, 403);
  // The same wall, without the product in front of it.
  const alone = await agency.office.as(who.asker.handle as never, (tx) =>
    tx
      .query(
        `update exchange_request set state = 'granted', decided_by = $2, decided_name = 'x', decided_at = now(), granted_in = pg_current_xact_id() where request_id = $1 returning 1`,
        [id, who.asker.accountId],
      )
      .catch((error: { code?: string }) => error.code),
  );
  assert.ok(alone === '42501' || (Array.isArray(alone) && alone.length === 0), String(alone));
  assert.equal((await decide('head', id, { answer: 'refuse', reason: 'chưa' })).code, 'E-EXCHANGE-REFUSAL');
  const seen = (await line('head')).requests[0];
  assert.deepEqual([seen.state, seen.byMe, seen.may], ['asked', false, ['exchange.decide']]);
  assert.ok(seen.about.some(({ what, value }: { what: string; value: string }) => what === 'certificate' && /^[0-9a-f]{64}$/.test(value)));
  assert.ok(!JSON.stringify(seen).includes('BEGIN'));
  assert.equal((await decide('head', id)).status, 204);
  assert.equal((await decide('second', id)).code, 'E-EXCHANGE-REQUEST-GONE');
  const { source } = await line();
  assert.deepEqual([source.name, source.state, source.epoch, source.keys.length, source.callers.length], ['nut-a', 'new', 1, 1, 1]);
  const acts = await rows<{ act: string; actor_id: string }>(
    `select act, actor_id from audit_event where act like 'exchange%' order by tx, event_id`,
  );
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['exchange-request.asked', 'exchange-request.granted', 'exchange.enrolled', 'exchange.caller-enrolled'],
  );
  assert.deepEqual([acts[0]!.actor_id, acts[1]!.actor_id], [who.asker.accountId, who.head.accountId]);
  assert.equal((await ask('asker', 'enrol', enrolment)).code, 'E-EXCHANGE-REQUEST-STANDING');
});

test('a batch is seen on the line and on the board of the centre, with no number of anybody', async () => {
  const sent = aBatch([aChange(1), aChange(2, { ref: 'b' })], { source: 'nut-a' }, first.sign);
  assert.equal((await offerBatch(needs, system, 'nut-a', sent)).status, 202);
  const { source } = await line();
  assert.deepEqual([source.state, source.counts], ['waiting', { received: 2, accepted: 0, rejected: 0, waiting: 2 }]);
  assert.deepEqual(
    source.lastBatches.map(({ lane, first, last }: { lane: string; first: number; last: number }) => [lane, first, last]),
    [['daily', 1, 2]],
  );
  const board = await call('centre', 'GET', 'lines?state=waiting');
  assert.deepEqual(
    board.body.items.map(({ source, waiting }: { source: string; waiting: number }) => [source, waiting]),
    [['nut-a', 2]],
  );
  assert.deepEqual((await call('centre', 'GET', 'lines?state=frozen')).body.items, []);
  assert.deepEqual((await call('stranger', 'GET', 'lines')).body.items, []);
  const bad = await call('centre', 'GET', 'lines?cursor=WyJ4Il0');
  assert.equal(bad.body.items.length, 1);
  assert.ok(!/\d{12}/.test(JSON.stringify(board.body).replaceAll(/[0-9a-f-]{36}/g, '')));
});

test('a key is replaced: the old one is taken until its day, verifies what it signed for ever, and its name is used up', async () => {
  const second = aKey('k2');
  await granted('new-key', { kid: 'k2', publicKey: second.publicKey, endsOn: needs.clock.today() });
  const keys = (await line()).source.keys as { kid: string; endsAt: string | null }[];
  assert.deepEqual(
    keys.map(({ kid, endsAt }) => [kid, endsAt !== null]),
    [
      ['k2', false],
      ['k1', true],
    ],
  );
  const greeted = await greetSource(needs, system, 'nut-a', { epoch: 1, seen: '0'.repeat(64) });
  assert.equal(greeted.status, 200);
  assert.deepEqual((await inSystem((tx) => heldBatches(needs.keys).differences(tx, null, 100))).differing, []);
  const asked = await ask('asker', 'new-key', { kid: 'k1', publicKey: second.publicKey });
  const taken = await decide('head', asked.body.id);
  assert.equal(taken.code, 'E-EXCHANGE-NAME-TAKEN');
  const [after] = await rows<{ state: string }>('select state from exchange_request where request_id = $1', [asked.body.id]);
  assert.equal(after!.state, 'asked');
  assert.equal((await call('second', 'POST', `requests/${asked.body.id}/withdrawal`)).code, 'E-EXCHANGE-REQUEST-NOT-FOUND');
  assert.equal((await call('asker', 'POST', `requests/${asked.body.id}/withdrawal`)).status, 204);
});

test('what a source is recognised by ends on its day', async () => {
  await granted('add-caller', { carrier: 'x-road', name: 'VN/GOV/1/hr' });
  await granted('end-caller', { carrier: 'x-road', name: 'VN/GOV/1/hr', endsOn: needs.clock.today() });
  const found = (at: string) => inSystem((tx) => enrolledCaller(tx, 'x-road', 'VN/GOV/1/hr', at));
  assert.equal((await found(needs.clock.now()))!.ended, false);
  assert.equal((await found(new Date(Date.parse(needs.clock.now()) + 2 * 86_400_000).toISOString()))!.ended, true);
});

test('a confirming key is of an officer who may confirm, who neither asks nor decides; the body chooses who confirms', async () => {
  const key = aKey('x1');
  const of = (officer: string) => ({ officer, kid: 'x1', publicKey: key.publicKey, maker: 'can.bo.1' });
  assert.equal((await ask('asker', 'enrol-confirmer', of(who.clerk.accountId))).code, 'E-EXCHANGE-OFFICER');
  assert.equal((await ask('asker', 'enrol-confirmer', of(who.asker.accountId))).code, 'E-EXCHANGE-OFFICER');
  assert.ok((await line()).officers.some(({ id }: { id: string }) => id === who.officer.accountId));
  assert.deepEqual((await line('officer')).officers, []);
  await granted('enrol-confirmer', of(who.officer.accountId));
  assert.equal((await inSystem((tx) => confirmingKey(tx, agency.bodyId, 'x1')))?.accountId, who.officer.accountId);
  await granted('confirms', { confirms: 'own-key' });
  assert.equal((await line()).source.confirms, 'own-key');
  await granted('end-confirmer', { kid: 'x1' });
  assert.equal(await inSystem((tx) => confirmingKey(tx, agency.bodyId, 'x1')), null);
});

test('a request is granted by SQL to nobody but an officer who may confirm, and never by who asked', async () => {
  const { bodyId } = agency;
  const id = randomUUID();
  const asks = (officer: string): Promise<unknown> =>
    agency.office.as(who.asker.handle as never, (tx) =>
      tx.query(
        `insert into exchange_request (body_id, request_id, kind, asked, reason, asked_by, asked_name, asked_at)
         values ($1, $2, 'enrol-confirmer', jsonb_build_object('officer', $3::text, 'kid', 'x2'), 'x', $4, 'x', now())`,
        [bodyId, id, officer, who.asker.accountId],
      ),
    );
  /** Grants in the name of `name` and enrols a key for `officer`, then breaks off. @returns why: 22012 when nothing else stopped it */
  const grants = (name: Who, officer: string): Promise<string | undefined> =>
    agency.office
      .as(who[name].handle as never, async (tx) => {
        const done = await tx.query(
          `update exchange_request set state = 'granted', decided_by = $2, decided_name = 'x', decided_at = now(), granted_in = pg_current_xact_id()
            where request_id = $1 returning 1`,
          [id, who[name].accountId],
        );
        if (done.length === 0) throw Object.assign(new Error('no such request for them'), { code: 'nothing' });
        await tx.query(
          `insert into exchange_confirming_key (body_id, kid, public_key, account_id, maker, enrolled_by, enrolled_with, enrolled_at)
           values ($1, 'x2', 'p', $2, 'm', $3, $4, now())`,
          [bodyId, officer, who.asker.accountId, who[name].accountId],
        );
        await tx.query('select 1 / 0');
      })
      .then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
  await asks(who.officer.accountId);
  assert.equal(await grants('asker', who.officer.accountId), '42501');
  assert.equal(await grants('clerk', who.officer.accountId), 'nothing');
  assert.equal(await grants('head', who.clerk.accountId), '42501');
  assert.equal(await grants('head', who.officer.accountId), '22012');
  await rows('delete from exchange_request where request_id = $1', [id]);
});

test('a frozen source shows its evidence, comes first on the board, and goes on by two people under a new epoch', async () => {
  const forked = aBatch([aChange(1, { value: 'khác' }), aChange(2, { ref: 'b' })], { source: 'nut-a' }, first.sign);
  const answer = await offerBatch(needs, system, 'nut-a', forked);
  assert.equal(answer.status, 'refused');
  const { source } = await line('head');
  assert.deepEqual([source.state, source.frozen.offered.text], ['frozen', forked.manifest.text]);
  assert.equal((await call('centre', 'GET', 'lines')).body.items[0].state, 'frozen');
  const home = (name: Who) =>
    app.inject({ method: 'GET', url: '/api/v1/home', headers: { cookie: `congvu=${who[name].handle}`, origin: ORIGIN } });
  const kinds = async (name: Who) => (await home(name)).json().tasks.map(({ kind }: { kind: string }) => kind);
  assert.ok((await kinds('head')).includes('exchange-frozen'));
  const asked = await ask('centre', 'release');
  assert.equal((await decide('centre', asked.body.id)).code, 'E-CONFIRM-SAME-PERSON');
  assert.ok((await kinds('head')).includes('exchange-to-decide'));
  assert.ok(!(await kinds('centre')).includes('exchange-to-decide'));
  assert.equal((await decide('head', asked.body.id)).status, 204);
  const after = (await line()).source;
  assert.deepEqual([after.epoch, after.frozen], [2, null]);
});

test('a source that ends takes nothing more, and begins again under the same name', async () => {
  await granted('end');
  const ended = (await line()).source;
  assert.deepEqual([ended.state, ended.callers.every(({ endsAt }: { endsAt: string | null }) => endsAt !== null)], ['ended', true]);
  const answer = await greetSource(needs, system, 'nut-a', { epoch: 2, seen: '0'.repeat(64) });
  assert.equal(answer.status, 'refused');
  const again = aKey('k3');
  assert.equal((await ask('asker', 'enrol', { ...enrolment, source: 'nut-b', kid: 'k3' })).code, 'E-EXCHANGE-ASKED');
  await granted('enrol', { source: 'nut-a', kid: 'k3', publicKey: again.publicKey });
  const back = (await line()).source;
  assert.deepEqual([back.epoch, back.keys[0].kid, back.state], [3, 'k3', 'locked-out']);
});
