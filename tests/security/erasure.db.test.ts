/**
 * A person is erased by two people on a ground of the law: afterwards no table, no file, no payload of the log and no restored copy yields a value of theirs,
 * the log and the register hold, and what nobody may do is refused by the database too.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { anOffice } from '#authority/access/office-for-tests.ts';
import type { Office } from '#authority/access/office-for-tests.ts';
import { jobSessions } from '#authority/access/sessions.ts';
import type { Role } from '#authority/access/shapes.ts';
import { checkpointSigner } from '#authority/audit/checkpoint.ts';
import { actorOfSession } from '#authority/access/sessions.ts';
import { PAYLOAD_PURPOSE } from '#authority/audit/record.ts';
import { verifyAuditLog } from '#authority/audit/verify.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { certain } from '#base/problem.ts';
import { answerCase } from '#record/cases/answer.ts';
import { endDueCases } from '#record/cases/end-case.ts';
import type { CaseNeeds } from '#record/cases/needs.ts';
import { openAsking } from '#record/cases/open-case.ts';
import { acceptSuggestions, undoAcceptance } from '#record/intake/accept.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import { filesInFolder } from '#base/files/folder.ts';
import { countErased, eraseAgain } from '#record/erasure/again.ts';
import { carryOut } from '#record/erasure/carry-out.ts';
import { dueErasuresTask } from '#record/erasure/jobs.ts';
import type { ErasureNeeds } from '#record/erasure/needs.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { stateTables } from '#start/commands/audit-command.ts';
import { backup, restore } from '#start/commands/backup.ts';
import { aCardOffice } from '#uses/card/card-for-tests.ts';
import type { CardOffice } from '#uses/card/card-for-tests.ts';
import { takePlace, writeCopy } from '#uses/card/copy-store.ts';
import { ORIGIN, aServer, dataFolder } from './server-for-tests.ts';

const BODY = 'H26.03.01';
let agency: Agency;
let cards: CardOffice;
let app: FastifyInstance;
let folder: string;
let scratch: string;
let needs: ErasureNeeds;
let cases: CaseNeeds;
const queued: { readonly erasureId: string }[] = [];
let running = 0;

before(async () => {
  agency = await anAgency(BODY);
  cards = await aCardOffice('cd'.repeat(32), { office: agency.office, bodyCode: BODY });
  folder = await dataFolder();
  scratch = mkdtempSync(join(tmpdir(), 'congvu-erasure-'));
  app = await aServer(agency.office, folder, {
    jobs: () => ({
      send: async (_tx, _job, payload) => void queued.push(payload as { erasureId: string }),
      work: async () => undefined,
      lift: async () => false,
      stop: async () => undefined,
    }),
    watch: (_server, composed) => {
      needs = { ...composed.erasure, blobs: agency.needs.blobs };
      cases = composed.cases;
    },
  });
});
after(async () => {
  await app?.close();
  await agency?.close();
  for (const one of [folder, scratch]) rmSync(one, { recursive: true, force: true });
});

interface Answered {
  readonly code?: string;
  readonly id?: string;
  readonly items?: readonly Readonly<Record<string, unknown>>[];
  readonly grounds?: readonly { readonly code: string; readonly kept: unknown }[];
  readonly standing?: { readonly en: string } | null;
  readonly registered?: boolean;
  readonly erased?: { readonly law: string } | null;
}
async function browserOf(handle: string) {
  return async (method: 'GET' | 'POST', url: string, payload?: object): Promise<{ status: number; body: Answered }> => {
    const answer = await app.inject({
      method,
      url: `/api/v1${url}`,
      ...(payload ? { payload } : {}),
      headers: { cookie: `congvu=${handle}`, origin: ORIGIN, 'idempotency-key': `erasure-${++running}` },
    });
    return { status: answer.statusCode, body: answer.statusCode === 204 ? {} : answer.json<Answered>() };
  };
}
async function somebody(role: Role, body: string, number = `00019188${String(++running).padStart(4, '0')}`) {
  return browserOf((await agency.office.signedIn(number, [[role, body]])).handle);
}

let people = 0;
/** Somebody invented whose every value is found nowhere else. */
function invented() {
  const tail = String(++people).padStart(4, '0');
  return {
    number: `00019099${tail}`,
    name: `Hoàng Thị Xóa Sạch ${['Một', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười', 'Chục', 'Trăm', 'Nghìn', 'Vạn', 'Triệu'][people - 1]!}`,
    oldCard: `98765${tail}`,
    passport: `Z987${tail}`,
    phone: `09876${tail}1`,
    address: `Ngõ Xóa ${tail} phố Không Còn`,
    health: `Bệnh riêng ${tail}`,
    portrait: `ee${tail}`.padEnd(64, 'e'),
  };
}
type Invented = ReturnType<typeof invented>;

/** Sent in a file with somebody else, confirmed and signed, with a card whose copy is on a phone. */
async function registered(who: Invented): Promise<string> {
  const submissionId = await agency.sends([
    {
      number: who.number,
      name: who.name,
      phone: who.phone,
      more: {
        A: { coQuanQuanLy: BODY, coQuanSuDung: BODY, loaiDoiTuong: 'VC', trangThaiCongTac: 'DANG_LAM' },
        B: { soCmndCu: who.oldCard, soHoChieu: who.passport },
        S: { 'sucKhoe.tinhTrang': who.health },
      },
    },
    { number: `00019098${String(++running).padStart(4, '0')}`, name: 'Người Ở Lại' },
  ]);
  for (const personId of await agency.waiting(submissionId)) assert.ok((await agency.confirms(submissionId, personId)).ok);
  const [row] = await owner<{ person_id: string }>(`select person_id from person where full_name = $1`, [who.name]);
  await cards.registers(
    row!.person_id,
    {
      A: { coQuanQuanLy: BODY, coQuanSuDung: BODY, loaiDoiTuong: 'VC', trangThaiCongTac: 'DANG_LAM', anh4x6: who.portrait },
      F: { 'viTriViecLam.ma': 'VTVL-07', 'viTriViecLam.ten': 'Giáo viên' },
    },
    { identityLocked: true },
  );
  (agency.needs.blobs as unknown as { kept: Map<string, Uint8Array> }).kept.set(who.portrait, Buffer.from(`portrait of ${who.name}`));
  return row!.person_id;
}

const owner = <Found extends object>(sql: string, values: readonly unknown[] = [], of: Office = agency.office): Promise<Found[]> =>
  of.owner.transaction(null, (tx) => tx.query<Found>(sql, values));

/** Every text of every table, bytes as hexadecimal, and what the keys of the installation still open. */
async function everything(of: Office): Promise<string> {
  const tables = await owner<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('congvu', 'pgboss') and c.relkind = 'r'`,
    [],
    of,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await owner<{ row: string }>(`select t::text as row from ${name} t`, [], of);
    texts.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  for (const { salt, sealed } of await owner<{ salt: Buffer; sealed: Buffer }>('select salt, sealed from audit_payload', [], of))
    texts.push(`payload ${Buffer.from(of.keys.open(salt, PAYLOAD_PURPOSE, sealed)).toString()}`);
  const ofFiles = await owner<{ id: string; sealed: Buffer }>(
    `select submission_id as id, sealed from submission_line union all select submission_id, sealed from submission_problem
      union all select submission_id, sealed from submission_fix union all select submission_id, name_sealed from submission_file where name_sealed is not null`,
    [],
    of,
  );
  for (const { id, sealed } of ofFiles)
    texts.push(`of a file ${Buffer.from(of.keys.open(Buffer.from(id.replaceAll('-', ''), 'hex'), 'submission', sealed)).toString()}`);
  const groups = await owner<{ salt: Buffer; sealed: Record<string, string> }>(
    'select s.salt, v.sealed from person_version v join person_salt s using (person_id)',
    [],
    of,
  );
  for (const { salt, sealed } of groups)
    for (const [group, text] of Object.entries(sealed))
      texts.push(`group ${Buffer.from(of.keys.open(salt, `group:${group}`, Buffer.from(text, 'base64'))).toString()}`);
  return texts.join('\n');
}
const valuesOf = (who: Invented, of: Office): string[] => {
  const texts = [who.number, who.name, who.oldCard, who.passport, who.phone, who.health, who.portrait];
  return [...texts, ...texts.map((text) => Buffer.from(text).toString('hex')), of.keys.nationalIdHash(who.number).toString('hex')];
};
async function foundOf(who: Invented, of: Office = agency.office): Promise<string[]> {
  const all = await everything(of);
  return valuesOf(who, of).flatMap((value) => {
    const at = all.indexOf(value);
    return at < 0 ? [] : [`${value}: …${all.slice(all.lastIndexOf('\n', at) + 1, at + 20).slice(0, 160)}`];
  });
}
const blobsOf = (who: Invented): string[] =>
  [...(agency.needs.blobs as unknown as { kept: Map<string, Uint8Array> }).kept].flatMap(([hash, bytes]) =>
    hash === who.portrait || Buffer.from(bytes).includes(who.number) ? [hash] : [],
  );

async function wrongOf(of: Office): Promise<{ readonly kinds: string[]; readonly erased: number }> {
  const session = await jobSessions(of, 'test')(null);
  const { key } = checkpointSigner('audit.test/act/1', of.keys.signingKey('audit').privateKey);
  const report = await verifyAuditLog(of.db, session, {
    files: filesInFolder(scratch)('audit'),
    key,
    keys: of.keys,
    state: stateTables(of.keys),
  });
  // Nothing is published here, and roles of tests are given by no act: neither is asked for.
  return {
    kinds: report.findings
      .filter(({ kind, what }) => kind !== 'file-missing' && !/role_grant/.test(what.en))
      .map(({ kind, what }) => `${kind} ${what.en}`),
    erased: report.state?.erased ?? 0,
  };
}

const asks = (personId: string, more: object = {}) => ({
  personId,
  ground: 'QUYET_DINH',
  paper: { number: '15/2026/QĐ-TA', day: '2026-11-20', issuer: 'Tòa án nhân dân tỉnh' },
  reason: 'Theo quyết định có hiệu lực',
  ...more,
});
async function askedFor(personId: string, more: object = {}): Promise<string> {
  const asked = await (await somebody('XAC_NHAN', BODY))('POST', '/erasures', asks(personId, more));
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  return asked.body.id!;
}
async function granted(id: string): Promise<{ readonly erasureId: string }> {
  const decided = await (await somebody('QT_BNDP', 'H26'))('POST', `/erasures/${id}/decision`, { answer: 'grant' });
  assert.equal(decided.status, 204, JSON.stringify(decided.body));
  const job = queued.find(({ erasureId }) => erasureId === id);
  assert.ok(job, 'its job was queued');
  return job;
}
const erased = async (personId: string): Promise<void> => carryOut(needs, await granted(await askedFor(personId)));

/** Sent again by a file in which a cell was corrected by a suggestion, and another acceptance undone: the log keeps both values under the submission. */
async function correctedInAFile(who: Invented): Promise<void> {
  const { office, clerk } = agency;
  const made = await agency.uploads([
    { number: who.number, name: who.name, phone: who.phone.slice(1), meant: { suggestion: certain(who.phone, 'lost-zero') } },
  ]);
  assert.ok(made.ok);
  const { submissionId } = made.value;
  const accepts = () =>
    office.as(clerk.handle, async (tx) => {
      const [problem] = await readProblems(tx, office.keys, submissionId, 1, { limit: 1 });
      return acceptSuggestions(tx, agency.needs, clerk, submissionId, { problemIds: [problem!.problemNo] });
    });
  await agency.works();
  const first = await accepts();
  assert.ok(first.ok);
  await agency.works();
  assert.ok((await office.as(clerk.handle, (tx) => undoAcceptance(tx, agency.needs, clerk, submissionId, first.value.step))).ok);
  await agency.works();
  assert.ok((await accepts()).ok);
  await agency.works();
  assert.ok((await agency.submits(submissionId, { again: 'Gửi lại sau khi sửa ô điện thoại' })).ok);
  await agency.works();
  await agency.matched(submissionId);
  for (const one of await agency.waiting(submissionId)) assert.ok((await agency.confirms(submissionId, one)).ok);
}

/** Both bodies agree, and the day has come. */
async function moves(who: Invented, to: Agency): Promise<void> {
  const { office } = agency;
  const by = ({ officer: { accountId, identity, name } }: Agency) => ({ accountId, identity, name });
  const today = office.clock.today();
  const asked = await office.as(to.officer.handle, (tx) =>
    openAsking(tx, cases, by(to), {
      bodyId: to.bodyId,
      confirms: true,
      nationalId: who.number,
      effectiveOn: today,
      decisionNumber: '7/QĐ',
      decisionDate: addDays(today, -2),
      reason: '',
    }),
  );
  assert.ok(asked.ok, JSON.stringify(asked));
  const { caseId } = asked.value;
  const actor = (await office.as(agency.officer.handle, actorOfSession))!;
  assert.ok((await office.as(agency.officer.handle, (tx) => answerCase(tx, cases, actor, caseId, 'consent'))).ok);
  await endDueCases(cases);
}

/** A code that lets somebody ask, a consent that waits and one that stands, and a paper made of the record. */
async function consentsAndPaperOf(personId: string, oneself: Awaited<ReturnType<typeof browserOf>>): Promise<void> {
  const trainer = await somebody('XAC_NHAN', 'H41');
  const codeOf = async () => (await oneself('POST', '/me/consent-codes')).body.code!;
  const asksWith = async (code: string) => {
    const asked = await trainer('POST', '/consents', {
      code,
      body: await agency.office.body('H41'),
      purpose: 'DAO_TAO',
      reason: 'Xét nhận vào lớp chuyên viên chính',
      groups: ['B'],
      fields: [],
      until: addDays(agency.office.clock.today(), 9),
    });
    assert.equal(asked.status, 201, JSON.stringify(asked.body));
    return asked.body.id!;
  };
  await asksWith(await codeOf());
  const given = await asksWith(await codeOf());
  assert.equal((await oneself('POST', `/me/consents/${given}/answer`, { act: 'give', groups: ['B'], fields: [] })).status, 204);
  assert.equal((await trainer('GET', `/consents/${given}/record`)).status, 200);
  await codeOf();
  const [account] = await owner<{ id: string }>('select account_id as id from account limit 1');
  await owner(
    `insert into person_case (case_id, person_id, kind, state, opened_by, from_body, to_body, effective_on, post, number_hash, due_on, created_at, ended_at)
     select gen_random_uuid(), $1, 'concurrent', 'withdrawn', 'from', $2, b.body_id, current_date, 'Ủy viên Hội đồng Không Còn', decode(repeat('0b', 32), 'hex'), current_date, now(), now()
       from body b where b.body_id <> $2 limit 1`,
    [personId, agency.bodyId],
  );
  await owner(
    `insert into conversion (person_id, conversion_number, body_id, form, at, by_account, valid_on, known_at, revision, left_out, blinding, content, jws, document_jws)
     values ($1, 'BG-ZZZZZ-ZZZZZ', $2, '2c', now(), $3, current_date, 1, 1, 0, decode(repeat('0a', 32), 'hex'), '{}', 'x', 'a..b')`,
    [personId, agency.bodyId, account!.id],
  );
}

test('after it no table, no payload, no file yields a value of the person; the log and the register hold, and tell the rows as erased', async () => {
  const [who, other] = [invented(), invented()];
  const personId = await registered(who);
  const stays = await registered(other);
  const held = await cards.held(personId);
  assert.ok(held, 'the person has a card');
  await agency.office.as(await cards.jobSession(agency.bodyId), async (tx) => {
    const at = agency.office.clock.now();
    const expiresAt = new Date(Date.parse(at) + 86_400_000).toISOString();
    const place = await takePlace(tx, agency.office.chance, { at, expiresAt });
    await writeCopy(tx, {
      ...held,
      copyId: agency.office.chance.uuid7(Date.parse(at)),
      place,
      holderKey: 'thumbprint of a phone',
      issuedAt: at,
      expiresAt,
      grantId: null,
      notificationHash: agency.office.chance.bytes(32),
    });
  });
  const oneself = await somebody('CA_NHAN', BODY, who.number);
  await consentsAndPaperOf(personId, oneself);
  const objects = { kind: 'object', words: `Không đồng ý cho dùng “${who.health}”` };
  assert.equal((await oneself('POST', '/me/data-requests', objects)).status, 201);
  await correctedInAFile(who);
  const officer = await somebody('XAC_NHAN', BODY);
  assert.equal((await officer('GET', `/people/${personId}`)).status, 200);
  assert.equal((await officer('POST', '/people/search', { name: who.name })).status, 200);
  assert.equal((await oneself('GET', '/me')).status, 200);
  await owner(
    `insert into passkey (passkey_id, account_id, credential_id, public_key, counter, transports, model, is_synced, name, added_at)
     select gen_random_uuid(), account_id, '\\x01', '\\x02', 0, '{}', gen_random_uuid(), false, $2, now() from account where identity = $1`,
    [agency.office.keys.nationalIdHash(who.number), `Máy của ${who.name}`],
  );
  // A control: before it, every value is found.
  assert.equal((await foundOf(who)).length >= 7, true);
  assert.deepEqual((await wrongOf(agency.office)).kinds, []);

  await erased(personId);
  assert.deepEqual(await foundOf(who), []);
  assert.deepEqual(blobsOf(who), []);
  const proof = await wrongOf(agency.office);
  assert.deepEqual(proof.kinds, []);
  assert.ok(proof.erased >= 3, `${proof.erased} rows are told as erased`);
  const [card] = await owner<Readonly<Record<string, unknown>>>(
    `select c.state, c.end_reason, c.claims, p.holder_key, s.ended_at is not null as bit from card c join card_copy p using (person_id, card_id) join status_slot s using (list, idx) where person_id = $1`,
    [personId],
  );
  assert.deepEqual(card, { state: 'THU_HOI', end_reason: 'XOA_HO_SO', claims: '{}', holder_key: '', bit: true });
  assert.deepEqual(
    await owner(`select state, length(reason_sealed) as reason from consent where person_id = $1 order by consent_id`, [personId]),
    [
      { state: 'taken-back', reason: 0 },
      { state: 'withdrawn', reason: 0 },
    ],
  );
  assert.deepEqual(await owner('select 1 from consent_code where person_id = $1', [personId]), []);
  assert.deepEqual(await owner('select 1 from data_request where person_id = $1', [personId]), []);
  const [paper] = await owner<{ guessable: boolean }>(
    `select blinding <> decode(repeat('00', 32), 'hex') or document_jws is not null as guessable from conversion where person_id = $1`,
    [personId],
  );
  assert.equal(paper!.guessable, false);
  const [asked] = await owner<{ record: string }>(`select record from conversion_by_number('BG-ZZZZZ-ZZZZZ')`);
  assert.equal(asked!.record, 'gone');
  assert.deepEqual(await owner(`select post from person_case where person_id = $1 and kind = 'concurrent'`, [personId]), [{ post: '' }]);
  assert.equal((await officer('GET', `/people/${personId}`)).status, 404);
  const mine = (await oneself('GET', '/me')).body;
  assert.deepEqual(
    [mine.registered, mine.erased?.law],
    [false, 'Luật 91/2025/QH15 Điều 14 khoản 1: quyết định của cơ quan nhà nước có thẩm quyền'],
  );
  // What is left of their consents is held to the act that erased, too.
  const shifts = (days: number) => owner('update consent set until = until + $2::int where person_id = $1', [personId, days]);
  await shifts(300);
  assert.match((await wrongOf(agency.office)).kinds.join(), /row-changed.*consent/);
  await shifts(-300);
  assert.equal((await foundOf(other)).length >= 7, true, 'somebody else’s values stay');
  assert.ok(await cards.held(stays));
  // Twice does nothing more.
  await carryOut(needs, {
    erasureId: (await owner<{ erasure_id: string }>('select erasure_id from erasure where person_id = $1', [personId]))[0]!.erasure_id,
  });
  assert.equal((await owner(`select 1 from audit_event where act = 'person.erased' and object_id = $1`, [personId])).length, 1);
});

test('a number that was searched in vain stands in the log as its keyed hash alone', async () => {
  const number = '000190990099';
  const officer = await somebody('XAC_NHAN', BODY);
  assert.deepEqual((await officer('POST', '/people/search', { nationalId: number })).body.items, []);
  const all = await everything(agency.office);
  assert.ok(all.includes(agency.office.keys.nationalIdHash(number).toString('hex')));
  assert.ok(!all.includes(number));
});

test('content put back into an erased row is found', async () => {
  const who = invented();
  const personId = await registered(who);
  await erased(personId);
  await owner(`update person_version set document = '{"E":{}}' where person_id = $1 and version = 1`, [personId]);
  assert.match((await wrongOf(agency.office)).kinds.join(), /row-changed/);
  await owner(`update person_version set document = '{}' where person_id = $1 and version = 1`, [personId]);
  assert.deepEqual((await wrongOf(agency.office)).kinds, []);
});

test('an erasure explains only the payloads that it destroyed: what else of the same submission is deleted is found', async () => {
  const who = invented();
  const personId = await registered(who);
  await correctedInAFile(who);
  await erased(personId);
  assert.deepEqual((await wrongOf(agency.office)).kinds, []);
  const gone = await owner<{ row: object }>(
    `delete from audit_payload p using audit_event f
      where f.act = 'fixes.erased' and f.tx = (select tx from audit_event where act = 'person.erased' and object_id = $1)
        and (p.event_id, p.at) in (select e.event_id, e.at from audit_event e where e.object_id = f.object_id and e.act = 'receipt.issued')
      returning to_jsonb(p) as row`,
    [personId],
  );
  assert.ok(gone.length > 0, 'the submission has a receipt');
  const { kinds } = await wrongOf(agency.office);
  assert.equal(kinds.filter((kind) => kind.startsWith('payload-removed')).length, gone.length, kinds.join('\n'));
  for (const { row } of gone) await owner('insert into audit_payload select (jsonb_populate_record(null::audit_payload, $1)).*', [row]);
  assert.deepEqual((await wrongOf(agency.office)).kinds, []);
});

test('a copy of before the erasure, restored, is erased again from the list, and once', async () => {
  const who = invented();
  const personId = await registered(who);
  const { office } = agency;
  const asked = await askedFor(personId);
  const file = join(scratch, 'before.congvu');
  const kept = { ownerUrl: office.ownerUrl, keys: office.keys, files: filesInFolder(scratch) };
  const made = await backup(
    { ...kept, at: office.clock.now(), schema: 'test', chance: office.chance, recipient: null },
    file,
    async () => undefined,
  );
  assert.ok(made.ok);
  await carryOut(needs, await granted(asked));

  const there = await anOffice();
  try {
    const put = await restore(
      { ownerUrl: there.ownerUrl, keys: there.keys, files: filesInFolder(join(scratch, 'there')), opener: null },
      file,
      async () => undefined,
    );
    assert.ok(put.ok, JSON.stringify(put));
    assert.equal((await foundOf(who, there)).length >= 7, true, 'the copy brought the person back');
    const again = { ...needs, owner: there.owner, keys: there.keys, blobs: agency.needs.blobs };
    const told = await countErased(again);
    assert.equal(told.again >= 1, true);
    // A disk that fails leaves the person as they stand in the copy, and the next round begins again.
    const broken = { remove: () => Promise.reject(new Error('the disk is gone')) };
    await assert.rejects(eraseAgain({ ...again, blobs: broken }), /the disk is gone/);
    assert.equal((await countErased(again)).again, told.again);
    assert.equal((await eraseAgain(again)).again, told.again);
    assert.deepEqual(await foundOf(who, there), []);
    assert.deepEqual((await wrongOf(there)).kinds, []);
    assert.deepEqual(await owner('select state, decided_by from erasure where erasure_id = $1', [asked], there), [
      { state: 'done', decided_by: null },
    ]);
    assert.deepEqual(await eraseAgain(again), { listed: told.listed, again: 0, broken: [] });
  } finally {
    await there.close();
  }
});

test('an entry that somebody planted beside the tables erases nobody', async () => {
  const who = invented();
  const personId = await registered(who);
  await filesInFolder(folder)('erasures').write(
    `${personId}.sealed`,
    Buffer.from(JSON.stringify({ personId, files: [], at: '2026-11-30T00:00:00Z' })),
  );
  const told = await eraseAgain({ ...needs, owner: agency.office.owner });
  assert.deepEqual([told.again, told.broken], [0, [`${personId}.sealed`]]);
  assert.ok(await cards.held(personId));
});

test('who may ask and who decides: the managing body asks, an administrator above decides, never the same human, never about oneself', async () => {
  const who = invented();
  const personId = await registered(who);
  const [officer, clerk, own, above] = [
    await somebody('XAC_NHAN', BODY),
    await somebody('NHAP_LIEU', BODY),
    await somebody('QT_BNDP', BODY),
    await somebody('QT_BNDP', 'H26'),
  ];
  const codeOf = async (answer: Promise<{ readonly body: Answered }>) => (await answer).body.code;
  assert.equal(await codeOf(clerk('POST', '/erasures', asks(personId))), 'E-NOT-ALLOWED');
  assert.equal(await codeOf(officer('POST', '/erasures', asks(personId, { ground: 'VI_THICH' }))), 'E-ERASURE-GROUND');
  assert.equal(await codeOf(officer('POST', '/erasures', asks(personId, { ground: 'HET_THOI_HAN' }))), 'E-ERASURE-KEPT');
  assert.equal(
    await codeOf(officer('POST', '/erasures', asks(personId, { paper: { number: '1', day: '2099-01-01', issuer: 'x' } }))),
    'E-ERASURE-PAPER',
  );
  const themselves = await somebody('XAC_NHAN', BODY, who.number);
  assert.equal(await codeOf(themselves('POST', '/erasures', asks(personId))), 'E-CONFIRM-OWN-RECORD');
  const { id } = (await officer('POST', '/erasures', asks(personId))).body;
  assert.equal(await codeOf(officer('POST', '/erasures', asks(personId))), 'E-ERASURE-OPEN');
  assert.equal(await codeOf(officer('POST', `/erasures/${id!}/decision`, { answer: 'grant' })), 'E-NOT-ALLOWED');
  assert.equal(await codeOf(own('POST', `/erasures/${id!}/decision`, { answer: 'grant' })), 'E-ERASURE-ABOVE');
  assert.equal(await codeOf(above('POST', `/erasures/${id!}/decision`, { answer: 'refuse' })), 'E-ERASURE-REFUSAL');
  assert.equal((await above('POST', `/erasures/${id!}/decision`, { answer: 'refuse', reason: 'Quyết định chưa có hiệu lực' })).status, 204);
  assert.equal(await codeOf(above('POST', `/erasures/${id!}/decision`, { answer: 'grant' })), 'E-ERASURE-GONE');
  assert.ok(await cards.held(personId), 'nothing happened to the person');
  const second = (await officer('POST', '/erasures', asks(personId))).body.id!;
  assert.equal((await officer('POST', `/erasures/${second}/withdrawal`)).status, 204);
  // The list names who is on it to the log, as far as there is a name.
  assert.ok((await officer('GET', '/erasures')).body.items!.some((row) => row['name'] === who.name && row['state'] === 'refused'));
  const [listed] = await owner<{ listed: string[] }>(
    `select listed from audit_event where act = 'erasure.listed' order by tx desc limit 1`,
  );
  assert.ok(listed!.listed.includes(personId));
});

test('what the law keeps is asked again when it is granted: who has left service since then is not erased as entered by mistake', async () => {
  const personId = await registered(invented());
  const id = await askedFor(personId, { ground: 'NHAP_NHAM' });
  await cards.registers(personId, { A: { coQuanQuanLy: BODY, coQuanSuDung: BODY, loaiDoiTuong: 'VC', trangThaiCongTac: 'NGHI_HUU' } });
  const above = await somebody('QT_BNDP', 'H26');
  assert.equal((await above('POST', `/erasures/${id}/decision`, { answer: 'grant' })).body.code, 'E-ERASURE-KEPT');
  assert.equal((await above('POST', `/erasures/${id}/decision`, { answer: 'refuse', reason: 'Người này đã nghỉ hưu' })).status, 204);
});

test('a record that went to another body is not erased by a request of the one before, granted or not; the new body asks anew', async () => {
  const other = await anAgency('H26.03.02', agency.office);
  const [waits, grantedFirst] = [invented(), invented()];
  const [first, second] = [await registered(waits), await registered(grantedFirst)];
  const id = await askedFor(first);
  await moves(waits, other);
  const above = await somebody('QT_BNDP', 'H26');
  const refusal = await above('POST', `/erasures/${id}/decision`, { answer: 'grant' });
  assert.equal(refusal.body.code, 'E-ERASURE-STANDS');
  assert.equal((await (await somebody('XAC_NHAN', 'H26.03.02'))('POST', '/erasures', asks(first))).body.code, 'E-ERASURE-STANDS');
  const job = await granted(await askedFor(second));
  await moves(grantedFirst, other);
  await carryOut(needs, job);
  assert.deepEqual(await owner('select state from erasure where erasure_id = $1', [job.erasureId]), [{ state: 'lapsed' }]);
  assert.equal((await owner('select 1 from person where person_id = $1', [second])).length, 1, 'nobody was erased');
  assert.equal((await (await somebody('XAC_NHAN', 'H26.03.02'))('POST', '/erasures', asks(second))).status, 200);
});

test('what was only asked lapses with the move too, before the new body asks; who decides beyond their reach is told why it cannot be', async () => {
  const [near, far] = [await anAgency('H26.01', agency.office), await anAgency('H41', agency.office)];
  const [stays, leaves] = [invented(), invented()];
  const [first, second] = [await registered(stays), await registered(leaves)];
  const [one, other] = [await askedFor(first), await askedFor(second)];
  await moves(stays, near);
  await moves(leaves, far);
  // The term in which the body before may still look is over.
  await owner('update person_reach set tx_to = record_tx() where person_id = $1 and body_id <> $2 and tx_to = 9223372036854775807', [
    second,
    far.bodyId,
  ]);
  const above = await somebody('QT_BNDP', 'H26');
  assert.equal((await above('POST', `/erasures/${other}/decision`, { answer: 'grant' })).body.code, 'E-ERASURE-STANDS');
  await dueErasuresTask(needs).round(new AbortController().signal);
  assert.deepEqual(await owner('select distinct state from erasure where erasure_id = any ($1)', [[one, other]]), [{ state: 'lapsed' }]);
  for (const [personId, body] of [
    [first, 'H26.01'],
    [second, 'H41'],
  ] as const)
    assert.equal((await (await somebody('XAC_NHAN', body))('POST', '/erasures', asks(personId))).status, 200);
});

test('the list offers deciding to an administrator above alone', async () => {
  const id = await askedFor(await registered(invented()));
  const mayOf = async (body: string) =>
    (
      (await (await somebody('QT_BNDP', body))('GET', '/erasures')).body.items!.find((row) => row['id'] === id)!['may'] as string[]
    ).includes('erasure.decide');
  assert.deepEqual([await mayOf('H26'), await mayOf(BODY)], [true, false]);
});

test('what is not over stands against it, and is told beforehand', async () => {
  const who = invented();
  const personId = await registered(who);
  const open = await agency.sends([{ number: who.number, name: who.name, phone: '0911222333' }]);
  const officer = await somebody('XAC_NHAN', BODY);
  const told = (await officer('GET', `/people/${personId}/erasure`)).body;
  assert.match(told.standing!.en, /items that wait/);
  assert.ok(told.grounds!.find(({ code }) => code === 'HET_THOI_HAN')!.kept);
  assert.equal((await officer('POST', '/erasures', asks(personId))).body.code, 'E-ERASURE-STANDS');
  for (const one of await agency.waiting(open)) assert.ok((await agency.confirms(open, one)).ok);
  assert.equal((await officer('POST', '/erasures', asks(personId))).status, 200);
});

test('the database refuses it to everybody but the installation, and only after two people', async () => {
  const who = invented();
  const personId = await registered(who);
  const { office } = agency;
  const officer = await office.signedIn(`00019188${String(++running).padStart(4, '0')}`, [['XAC_NHAN', BODY]]);
  const system = await jobSessions(office, 'test')(null);
  const run = (handle: string | null, sql: string, values: readonly unknown[] = []) =>
    office.as(handle as never, (tx) => tx.query(sql, values));
  for (const handle of [null, officer.handle, system])
    await assert.rejects(run(handle, 'select erase_person($1, gen_random_uuid(), now())', [personId]), /E-ERASURE-REFUSED/);
  for (const handle of [null, officer.handle, system])
    await assert.rejects(run(handle, `select erase_rows_of($1, '{}', now())`, [personId]), /permission denied/);
  await assert.rejects(run(officer.handle, `select erasure_files($1)`, [personId]), /E-ERASURE-REFUSED/);
  await assert.rejects(run(null, `select erasure_stands_against($1)`, [personId]), /E-ERASURE-REFUSED/);
  await assert.rejects(run(system, `select erasure_forget_bytes(repeat('a', 64))`), /E-ERASURE-REFUSED/);
  const row = `insert into erasure (person_id, erasure_id, body_id, ground, paper, asked_by, asked_name, asked_at, ends_at) values ($1, gen_random_uuid(), $2, 'X_Y', '{}', $3, 'x', now(), now())`;
  await assert.rejects(run(null, row, [personId, agency.bodyId, officer.accountId]), /row-level security/);
  await assert.rejects(run(officer.handle, row, [personId, agency.bodyId, agency.clerk.accountId]), /row-level security/);
  await run(officer.handle, row, [personId, agency.bodyId, officer.accountId]);
  // A second officer may take it back, and no more: what one rule lets in another does not let out.
  const second = await office.signedIn(`00019188${String(++running).padStart(4, '0')}`, [['XAC_NHAN', BODY]]);
  await assert.rejects(
    run(
      second.handle,
      `update erasure set state = 'granted', decided_by = $2, decided_at = now() where person_id = $1 and state = 'asked'`,
      [personId, second.accountId],
    ),
    /row-level security/,
  );
  assert.deepEqual(
    await run(
      officer.handle,
      `update erasure set state = 'granted', decided_by = $2, decided_at = now() where person_id = $1 and state = 'asked' returning 1`,
      [personId, officer.accountId],
    ).catch(() => []),
    [],
    'who asked does not grant',
  );
});
