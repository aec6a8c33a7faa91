/** A personnel software of another make is kept in step by a mapping: its own names, codes and days, and no line of code. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { seededChance } from '#base/chance.ts';
import { stoppedClock } from '#base/clock.ts';
import { newNode } from '#doors/exchange/protocol/node-step.ts';
import { jwsSigner, jwsVerifier } from '#doors/exchange/signer.ts';
import { centreForTests } from '#node/line/centre-for-tests.ts';
import { openLine } from '#node/line/request.ts';
import { openForeignDatabase, openOutboxForTests } from '#node/outbox/database-for-tests.ts';
import { rowsOf } from '#node/outbox/sql.ts';
import { writeFirstState } from '#node/outbox/store.ts';
import { compareWithCentre } from '#node/program/compare.ts';
import type { RoundNeeds } from '#node/run/round.ts';
import { begin, newMemory, round } from '#node/run/round.ts';
import { answerQuestion } from './answer-question.ts';
import type { Mapping, OpenedMapping } from './mapping-file.ts';
import { readMapping } from './mapping-file.ts';
import { checkSources, readSources } from './read-source.ts';
import { openQuestions } from './store.ts';

const AT = '2026-11-30T02:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'congvu-mapping-'));
const opened: { close(): Promise<unknown> }[] = [];
after(async () => {
  for (const one of opened.reverse()) await one.close();
  rmSync(folder, { recursive: true, force: true });
});
const pair = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { sign: jwsSigner(privateKey, kid), verify: jwsVerifier(publicKey, kid) };
};
const [body, centreKey] = [pair('H26-1'), pair('centre-1')];

/** Another make's tables and names. */
const HR = `
  create table tbl_nhan_su (nsid serial primary key, cmnd_cccd text, ho_va_ten text, phai smallint, ngay_vao date, nguoi_cap_nhat text);
  create table tbl_ngach (nsid int references tbl_nhan_su, ma_ngach text, ngay_qd timestamp, sua_sai boolean default false);
  create table tbl_hd (sohd text primary key, nsid int, loai text, tu date, den date);
  create view v_ns as select n.*, g.ma_ngach, g.ngay_qd, g.sua_sai from tbl_nhan_su n
    join lateral (select * from tbl_ngach g where g.nsid = n.nsid order by ngay_qd desc limit 1) g on true;
  create view v_hd as select h.*, n.cmnd_cccd from tbl_hd h join tbl_nhan_su n using (nsid);`;

const MAPPING: Mapping = {
  name: 'qlns',
  schema: 'cbccvc@3.0',
  maker: { is: 'phan-mem-nhan-su' },
  read: { kind: 'sql', urlFrom: 'HR_URL' },
  tables: [
    {
      from: 'v_ns',
      key: ['nsid'],
      person: 'cmnd_cccd',
      claims: true,
      validFrom: { column: 'ngay_qd', dates: 'yyyy-MM-dd' },
      correction: { column: 'sua_sai', is: ['true'] },
      facts: [
        { fact: 'B/hoTen', column: 'ho_va_ten' },
        { fact: 'B/gioiTinh', column: 'phai', codes: { '1': 'Nam', '2': 'Nữ' } },
        { fact: 'D/ngach', column: 'ma_ngach' },
      ],
    },
    {
      from: 'v_hd',
      key: ['sohd'],
      person: 'cmnd_cccd',
      validFrom: { column: 'tu', dates: 'yyyy-MM-dd' },
      endsOn: { column: 'den', dates: 'yyyy-MM-dd' },
      line: {
        section: 'E/hopDong',
        key: ['sohd'],
        fields: [
          { field: 'soHopDong', column: 'sohd' },
          { field: 'loaiHopDong', column: 'loai', codes: { XD: 'Xác định thời hạn', KXD: 'Không xác định thời hạn' } },
        ],
      },
    },
  ],
};

async function bothEnds(mapping: Mapping) {
  const [outbox, hr] = [await openOutboxForTests(), await openForeignDatabase()];
  const software = new pg.Client({ connectionString: hr.url });
  await software.connect();
  opened.push(hr, { close: () => software.end() }, outbox);
  const centre = centreForTests({ source: 'H26', audience: 'centre', sign: centreKey.sign, verify: body.verify });
  const line = openLine({ url: await centre.listen() });
  opened.push(centre);
  const [clock, chance] = [stoppedClock(AT), seededChance(5)];
  const needs: RoundNeeds = {
    database: outbox.database,
    means: { audience: 'centre', sign: body.sign, verify: centreKey.verify },
    line,
    clock,
    chance: () => chance.fraction(),
  };
  await outbox.database.transaction((sql) => writeFirstState(sql, newNode('H26')));
  await begin(needs);
  const memory = newMemory();
  const asked: OpenedMapping = { mapping, folder };
  return {
    outbox,
    centre,
    needs,
    software,
    reads: () => readSources({ database: outbox.database, clock, environment: { HR_URL: hr.url } }, asked),
    checks: () => checkSources({ environment: { HR_URL: hr.url } }, asked),
    async exchanges() {
      for (let i = 0; i < 6; i += 1) {
        await round(needs, memory);
        clock.moveTo(new Date(Date.parse(clock.now()) + 60_000).toISOString());
      }
    },
  };
}

test('an SQL view of a foreign software is kept in step: load, promotion, correction, a row told back, an end, a row that is gone', async () => {
  const { outbox, centre, needs, software, reads, checks, exchanges } = await bothEnds(MAPPING);
  await software.query(HR);
  await software.query(
    `insert into tbl_nhan_su (cmnd_cccd, ho_va_ten, phai) values ('p1', 'Lê Thị Lan', 2), ('p2', 'Trần Minh', 1), ('p3', 'Võ An', 3)`,
  );
  await software.query(
    `insert into tbl_ngach values (1, '01.003', '2026-01-01'), (2, '01.003', '2026-02-01'), (3, '01.003', '2026-02-01')`,
  );
  await software.query(`insert into tbl_hd values ('HD-7', 2, 'XD', '2026-02-01', null)`);

  // The third has a code that nobody translated: told, and nothing of it is sent.
  const checked = await checks();
  assert.deepEqual(checked.ok && checked.value.map(({ source, rows, wrong }) => [source, rows, wrong]), [
    ['qlns/v_ns', 3, 1],
    ['qlns/v_hd', 1, 0],
  ]);
  const first = await reads();
  assert.deepEqual(
    first.map(({ rows, changes, wrong, problems }) => [
      rows,
      changes,
      wrong,
      problems.map(({ code, where }) => `${code} ${where.row} ${where.column}`),
    ]),
    [
      [3, 8, 1, ['E-NODE-CODE 3 phai']],
      [1, 1, 0, []],
    ],
  );
  await exchanges();
  assert.equal(centre.standing('p1', 'B/hoTen')?.value, 'Lê Thị Lan');
  assert.deepEqual(centre.standing('p2', 'E/hopDong#HD-7')?.value, { soHopDong: 'HD-7', loaiHopDong: 'Xác định thời hạn' });
  assert.deepEqual(
    (await reads()).map(({ changes }) => changes),
    [0, 0],
    'read again, nothing is new',
  );

  // A promotion, from its day on.
  await software.query(`insert into tbl_ngach values (1, '01.002', '2026-11-15')`);
  await reads();
  await exchanges();
  assert.deepEqual(centre.standing('p1', 'D/ngach'), { value: '01.002', validFrom: '2026-11-15', ended: null });

  // A correction of what was wrong from the beginning.
  await software.query(`update tbl_nhan_su set ho_va_ten = 'Trần Văn Minh' where nsid = 2`);
  await reads();
  await exchanges();
  assert.deepEqual(centre.standing('p2', 'B/hoTen'), { value: 'Trần Văn Minh', validFrom: '2026-02-01', ended: null });
  const [operation] = await rowsOf<{ operation: string }>(
    outbox.pool,
    `select change ->> 'operation' as operation from congvu_node.change where person = 'p2' and fact = 'B/hoTen' order by seq desc limit 1`,
  );
  assert.equal(operation?.operation, 'correct');

  // An end that is written down is one; a row that is gone is a question.
  await software.query(`update tbl_hd set den = '2026-11-30' where sohd = 'HD-7'`);
  await software.query('delete from tbl_ngach where nsid = 1');
  const gone = await reads();
  assert.deepEqual(
    gone.map(({ changes, questions }) => [changes, questions]),
    [
      [0, 1],
      [1, 0],
    ],
  );
  await exchanges();
  assert.equal(centre.standing('p2', 'E/hopDong#HD-7')?.ended, '2026-11-30');
  assert.equal(centre.standing('p1', 'D/ngach')?.ended, null, 'nobody said that it ended');
  const [question] = await openQuestions(outbox.pool, 10);
  assert.deepEqual([question?.rowKey, question?.fact], ['1', null]);
  const answer = await answerQuestion(
    needs.database,
    question!.id,
    { says: 'ended', on: '2026-11-30' },
    { maker: 'lan', schema: 'cbccvc@3.0', at: AT },
  );
  assert.equal(answer.ok && answer.value, 3);
  await exchanges();
  assert.equal(centre.standing('p1', 'D/ngach')?.ended, '2026-11-30');

  // What the centre refuses is told back, with its code.
  await software.query(`update tbl_hd set sohd = 'HD-8'`);
  await software.query(`update tbl_nhan_su set cmnd_cccd = 'p9' where nsid = 2`);
  await reads();
  await exchanges();
  const refused = await rowsOf<{ fact: string; code: string }>(
    outbox.pool,
    `select fact, verdict -> 'problems' -> 0 ->> 'code' as code from congvu_node.change where verdict ->> 'verdict' = 'rejected'`,
  );
  assert.ok(refused.length > 0 && refused.every(({ code }) => code === 'E-EXCHANGE-PERSON'), JSON.stringify(refused));
  assert.deepEqual((await compareWithCentre(needs, 'H26'))?.differences, []);
});

test('a view that was filtered ends nobody: it is told, and nobody is asked a thousand questions', async () => {
  const { software, reads, outbox } = await bothEnds(MAPPING);
  await software.query(HR);
  await software.query(
    `insert into tbl_nhan_su (cmnd_cccd, ho_va_ten, phai) select 'p' || n, 'Người ' || n, 1 from generate_series(1, 1200) n`,
  );
  await software.query(`insert into tbl_ngach select n, '01.003', '2026-01-01' from generate_series(1, 1200) n`);
  assert.deepEqual((await reads())[0], {
    source: 'qlns/v_ns',
    rows: 1200,
    unchanged: 0,
    wrong: 0,
    changes: 4800,
    questions: 0,
    problems: [],
  });
  await software.query('delete from tbl_ngach where nsid > 100');
  const [reading] = await reads();
  assert.deepEqual([reading!.questions, reading!.problems.map(({ code }) => code)], [0, ['E-NODE-SHRUNK']]);
  assert.deepEqual(await openQuestions(outbox.pool, 10), []);
  // A server that is not there, and a view that is not: told, and nothing is taken as ended.
  await software.query('drop view v_hd');
  assert.deepEqual(
    (await reads())[1]!.problems.map(({ code }) => code),
    ['E-NODE-SOURCE'],
  );
});

test('a folder takes each file once, and a file that is read again says nothing new', async () => {
  const { centre, reads, exchanges } = await bothEnds({
    ...MAPPING,
    read: { kind: 'folder' },
    maker: { column: 'ai' },
    tables: [
      {
        from: 'den',
        key: ['ma'],
        person: 'so',
        claims: true,
        validFrom: { column: 'tu', dates: 'dd/MM/yyyy' },
        facts: [{ fact: 'B/hoTen', column: 'ten' }],
      },
    ],
  });
  const place = join(folder, 'den');
  mkdirSync(place);
  writeFileSync(join(place, '1.csv'), 'ma;so;ten;tu;ai\n1;p1;Lê Lan;01/11/2026;hoa\n2;p2;Trần Minh;01/11/2026;\n');
  assert.deepEqual(
    (await reads()).map(({ rows, changes }) => [rows, changes]),
    [[2, 4]],
  );
  assert.deepEqual(readdirSync(place), ['da-doc']);
  writeFileSync(join(place, '2.csv'), 'ma;so;ten;tu;ai\n2;p2;Trần Minh;01/11/2026;\n');
  assert.deepEqual(
    (await reads()).map(({ rows, changes, questions }) => [rows, changes, questions]),
    [[1, 0, 0]],
  );
  await exchanges();
  assert.equal(centre.standing('p2', 'B/hoTen')?.value, 'Trần Minh');
});

test('a mapping that cannot be meant is told by the place where it is wrong', () => {
  const file = join(folder, 'mapping.json');
  const told = (mapping: unknown): string => {
    writeFileSync(file, typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
    const read = readMapping(file);
    return read.ok ? 'ok' : read.problems[0]!.title.en;
  };
  assert.equal(told(MAPPING), 'ok');
  assert.match(told('{'), /no JSON/);
  assert.match(told({ ...MAPPING, tables: [] }), /\/tables/);
  assert.match(told({ ...MAPPING, maker: {} }), /\/maker/);
  const [table] = MAPPING.tables;
  assert.match(told({ ...MAPPING, tables: [{ ...table, facts: undefined }] }), /\/tables\/0: one of "facts" and "line"/);
  assert.match(told({ ...MAPPING, tables: [{ ...table, validFrom: { column: 'x', dates: 'MM/yyyy' } }] }), /\/tables\/0\/validFrom\/dates/);
  assert.match(told({ ...MAPPING, tables: [{ ...table, facts: [{ fact: 'B/hoTen' }] }] }), /\/tables\/0\/facts\/0/);
});
