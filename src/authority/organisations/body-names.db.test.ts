/** What a typed body means on a day: by code, by name, by nothing else; and what a cell says of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestDatabase } from '#base/database/test-database.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Database } from '#base/database/transaction.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { organisation } from '#standard/kinds/organisation.ts';
import { bodyWords } from './body-names.ts';
import type { BodyWords } from './body-names.ts';
import { bodyIdOf, seedOrganisations } from './seed.ts';

const TODAY = '2026-11-24';
let owner: Database;
let close: () => Promise<void>;
let bodies: BodyWords;

before(async () => {
  const db = await openTestDatabase();
  owner = openDatabase({ connectionString: db.ownerUrl, poolSize: 2 });
  close = async () => {
    await owner.close();
    await db.close();
  };
  bodies = await owner.transaction(null, async (tx) => {
    await seedOrganisations(tx, { demo: true });
    const event = bodyIdOf('event/seed');
    const body = async (code: string, name: string, shortName: string | null, parent: string) => {
      const id = bodyIdOf(`test/${code}`);
      await tx.query('insert into body (body_id, born_by) values ($1, $2)', [id, event]);
      await tx.query(
        `insert into body_version (body_id, version, parent_id, managing_id, name, short_name, kind, level, valid_from, by_event, source, confidence)
         values ($1, 1, $2, $3, $4, $5, 'DVSN4', 'TINH', '1990-01-01', $6, 'test', 'test')`,
        [id, bodyIdOf(parent), bodyIdOf('T63.01'), name, shortName, event],
      );
      await tx.query(
        `insert into body_code (scheme, code, body_id, valid_from, by_event, confidence) values ('noi_bo', $1, $2, '1990-01-01', $3, 'test')`,
        [code, id, event],
      );
    };
    await body('T-1', 'Trường Mầm non Hoà Bình', 'MN Hoà Bình', 'H26.03');
    await body('T-2', 'Trường Mầm non Hoa Binh', null, 'H41.51');
    return bodyWords(tx);
  });
});
after(() => close());

/** What a cell gives and says: `[value, code of the problem, suggestion or candidates]`. */
function reads(text: string, { on = TODAY, textAllowed = false, employer = true } = {}): unknown[] {
  const said: unknown[] = [];
  const at = {
    today: TODAY,
    on,
    demo: true,
    bodyKnown: bodies.isCode,
    bodyNamed: bodies.named,
    report: ((kind, _params, more) => {
      said.push(kind.declaration.code, more?.suggestion?.value ?? more?.candidates ?? null);
    }) as Parameters<typeof organisation.read>[2]['report'],
  };
  const spec = { name: 'organisation' as const, textAllowed, ...(employer ? { employer: true as const } : {}) };
  return [organisation.read({ text, kind: 'text', formula: false }, spec, at), ...said];
}

test('a body is known by its code, or by what it is called on the day', () => {
  const rows: [text: string, on: string, ...expected: unknown[]][] = [
    ['H26.03.01', TODAY, 'H26.03.01'],
    ['h26.03.01', TODAY, 'H26.03.01'],
    ['BCA', TODAY, 'BCA'],
    ['H26.03.01 – Trường THPT Mẫu Sơn', TODAY, 'H26.03.01'],
    ['000.01.03.H26 – Trường THPT Mẫu Sơn', TODAY, '000.01.03.H26'],
    // code and name of two bodies
    [
      'H26.03.01 – Trường THCS Đồng Mẫu',
      TODAY,
      undefined,
      'E-BODY-AMBIGUOUS',
      ['H26.03.01', 'H26.03.02 – Trường THCS Đồng Mẫu (Sở Giáo dục và Đào tạo (mẫu))'],
    ],
    ['Trường THPT Mẫu Sơn', TODAY, 'H26.03.01'],
    ['trường thpt  mẫu sơn', TODAY, 'H26.03.01'],
    ['Trường Trung học phổ thông Mẫu Sơn', TODAY, 'H26.03.01', 'E-CODE-REWRITTEN', 'H26.03.01 – Trường THPT Mẫu Sơn'],
    ['Uỷ ban nhân dân xã Mẫu Trung', TODAY, 'H41.51', 'E-CODE-REWRITTEN', 'H41.51 – UBND xã Mẫu Trung'],
    ['Truong THPT Mau Son', TODAY, 'H26.03.01', 'E-CODE-REWRITTEN', 'H26.03.01 – Trường THPT Mẫu Sơn'],
    ['MN Hòa Bình', TODAY, 'T-1', 'E-CODE-REWRITTEN', 'T-1 – Trường Mầm non Hoà Bình'],
    // its own name without marks is the name, and not another one with its marks gone
    ['Trường Mầm non Hoa Binh', TODAY, 'T-2'],
    [
      'Truong Mam non Hoa Binh',
      TODAY,
      undefined,
      'E-BODY-AMBIGUOUS',
      ['T-1 – Trường Mầm non Hoà Bình (Sở Giáo dục và Đào tạo (mẫu))', 'T-2 – Trường Mầm non Hoa Binh (UBND xã Mẫu Trung)'],
    ],
    // never by letters: other marks, a letter less, a part of the name
    ['Trường THPT Mẩu Sơn', TODAY, undefined, 'E-BODY-FORM', null],
    ['Trường THPT Mẫu Sơ', TODAY, undefined, 'E-BODY-FORM', null],
    ['Mẫu Sơn', TODAY, undefined, 'E-BODY-FORM', null],
    // two of one name
    [
      'Sở Nội vụ (mẫu)',
      TODAY,
      undefined,
      'E-BODY-AMBIGUOUS',
      ['H26.01 – Sở Nội vụ (mẫu) (UBND thành phố Hà Nội)', 'H41.01 – Sở Nội vụ (mẫu) (UBND tỉnh Nghệ An)'],
    ],
    // a name is of a day
    ['UBND tỉnh Thừa Thiên Huế', '2024-12-31', 'H57'],
    ['UBND tỉnh Thừa Thiên Huế', '2025-01-01', undefined, 'E-BODY-NAME-DAY', 'H57 – UBND thành phố Huế'],
    ['UBND thành phố Huế', '2024-12-31', undefined, 'E-BODY-NAME-DAY', 'H57 – UBND tỉnh Thừa Thiên Huế'],
  ];
  for (const [text, on, ...expected] of rows) assert.deepEqual(reads(text, { on }), expected, `${text} on ${on}`);
});

test('a body that has ended is named by its code of then, so that the employment can tell who goes on as it', () => {
  assert.deepEqual(reads('UBND tỉnh Hà Giang', { on: '2025-06-30' }), ['H22']);
  assert.deepEqual(reads('UBND tỉnh Hà Giang'), ['H22']);
  assert.equal(reads('UBND tỉnh Hà Giang', { employer: false })[1], 'E-BODY-NAME-DAY');
});

test('in a history what no body is called stays as it was written; one that is meant twice is asked, and stays too', () => {
  const history = (text: string, on = TODAY) => reads(text, { on, textAllowed: true, employer: false });
  assert.deepEqual(history('UBND huyện Từ Liêm'), ['UBND huyện Từ Liêm']);
  assert.deepEqual(history('Trường THPT Mẫu Sơn'), ['H26.03.01']);
  assert.deepEqual(history('UBND tỉnh Thừa Thiên Huế'), ['UBND tỉnh Thừa Thiên Huế']);
  assert.equal(history('Sở Nội vụ (mẫu)')[0], 'Sở Nội vụ (mẫu)');
  assert.equal(history('Sở Nội vụ (mẫu)')[1], 'E-BODY-AMBIGUOUS');
});

test('where no bodies can be looked up, a name waits for the upload', () => {
  const said: string[] = [];
  const at = {
    today: TODAY,
    on: TODAY,
    demo: true,
    bodyKnown: undefined,
    report: ((kind) => said.push(kind.declaration.code)) as Parameters<typeof organisation.read>[2]['report'],
  };
  const spec = { name: 'organisation' as const, textAllowed: false };
  assert.equal(organisation.read({ text: 'Trường THPT Mẫu Sơn', kind: 'text', formula: false }, spec, at), undefined);
  assert.equal(organisation.read({ text: '???', kind: 'text', formula: false }, spec, at), undefined);
  assert.deepEqual(said, ['E-BODY-NOT-LOOKED-UP', 'E-BODY-FORM']);
});

test('every name of every body, as it stands and without its marks, means that body on its days, or is asked', async () => {
  const rows = await owner.transaction(null, (tx) =>
    tx.query<{ name: string; on: string; codes: string[] }>(
      `select v.name, v.valid_from as on, array_agg(c.code) as codes from body_version v join body_code c on c.body_id = v.body_id and c.scheme <> 'dvhc'
          and c.valid_from <= v.valid_from and c.valid_to > v.valid_from group by 1, 2`,
    ),
  );
  assert.ok(rows.length > 100);
  for (const { name, on, codes } of rows) {
    for (const text of [name, accentFree(name)]) {
      const meaning = bodies.named(text, on);
      if (meaning.kind === 'found') assert.ok(codes.includes(meaning.code), text);
      else assert.ok(meaning.kind === 'several' && meaning.candidates.some(({ code }) => codes.includes(code)), `${text}: ${meaning.kind}`);
    }
  }
});
