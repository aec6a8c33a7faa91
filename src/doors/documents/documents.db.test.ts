/** A document's way from the file to the register and to whoever may open it; what is refused, by name; what an erasure takes. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { printPaper, carrying } from '#base/paper.ts';
import type { Result } from '#base/problem.ts';
import { documentOf, openDocument } from '#record/register/document.ts';
import { readPeople } from '#record/register/store.ts';
import { AS_OF, anAgency, brings } from '#record/intake/agency-for-tests.ts';
import type { Agency } from '#record/intake/agency-for-tests.ts';
import { readProblems } from '#record/intake/problem-store.ts';
import type { Received } from '#record/intake/receive.ts';
import { documentsDoor } from './door.ts';

let agency: Agency;
before(async () => {
  agency = await anAgency('H26.03.01', undefined, [documentsDoor]);
});
after(() => agency.close());

let last = 0;
const aNumber = (): string => `000191${String(++last).padStart(6, '0')}`;
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }): string[] =>
  result.ok ? [] : result.problems!.map(({ code }) => code);
const must = <T>(result: { ok: true; value: T } | { ok: false; problems: readonly { code: string }[] }): T => {
  if (!result.ok) throw new Error(codes(result).join());
  return result.value;
};
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
let printed = 0;
const aPdf = (more: object = {}): Promise<Uint8Array> =>
  printPaper({ content: [`Quyết định ${++printed}`, { text: 'trang hai', pageBreak: 'before' }], ...more });

async function registered(number = aNumber()): Promise<{ number: string; personId: string }> {
  const submissionId = await agency.sends([{ number, name: 'Trần Thị Hoa' }]);
  const [personId] = await agency.waiting(submissionId);
  must(await agency.confirms(submissionId, personId!));
  return { number, personId: personId! };
}
const uploads = (bytes: Uint8Array, fileName: string): Promise<Result<Received>> =>
  brings(agency.needs, agency.clerk, { bodyId: agency.bodyId, fileName, bytes, asOf: AS_OF });
async function checked(bytes: Uint8Array, fileName: string): Promise<string> {
  const { submissionId } = must(await uploads(bytes, fileName));
  await agency.works();
  return submissionId;
}
const problemsOf = (submissionId: string) =>
  agency.office.as(agency.clerk.handle, async (tx) => {
    const { round } = await agency.file(submissionId);
    return (await readProblems(tx, agency.office.keys, submissionId, round, { limit: 50 })).map(({ code }) => code);
  });
const refusalOf = async (submissionId: string): Promise<string | undefined> => (await agency.file(submissionId)).report.refusal?.code;
const documentsIn = async (personId: string) => {
  const person = (await agency.office.as(agency.officer.handle, (tx) => readPeople(tx, agency.office.keys, [personId]))).get(personId)!;
  return { document: person.document, lines: (person.document.X?.['taiLieu'] ?? []) as readonly Readonly<Record<string, unknown>>[] };
};
async function attached(number: string, personId: string, bytes: Uint8Array, name: string): Promise<void> {
  const submissionId = await checked(bytes, `${number}_${name}`);
  must(await agency.submits(submissionId, { acknowledgedCodes: await warningsOf(submissionId) }));
  await agency.works();
  assert.deepEqual(await agency.waiting(submissionId), [personId]);
  must(await agency.confirms(submissionId, personId));
}
const warningsOf = async (submissionId: string): Promise<string[]> => [...new Set(await problemsOf(submissionId))];
const opens = (
  by: { readonly handle: Parameters<Agency['office']['as']>[0] },
  personId: string,
  roles: readonly string[],
  line: string,
  validOn?: string,
) => agency.office.as(by.handle, (tx) => openDocument(tx, agency.office, personId, { roles, line, validOn }));

test('from the PDF to the register: a line is added with hash, pages and size; another stays; who may opens it, and the log says so', async () => {
  const { number, personId } = await registered();
  const [first, second] = [await aPdf({ subset: 'PDF/A-2b', version: '1.7' }), await aPdf()];
  await attached(number, personId, first, 'QD_12%2FQĐ-SNV_2020-03-01.pdf');
  await attached(number, personId, second, 'VAN%5FBANG_B-77.pdf');
  const { document, lines } = await documentsIn(personId);
  assert.deepEqual(
    lines.map(({ dong: _dong, ...line }) => line),
    [
      { loai: 'QD', soKyHieu: '12/QĐ-SNV', ngayBanHanh: '2020-03-01', tep: sha256Of(first), soTrang: 2, dungLuong: first.length },
      { loai: 'VAN_BANG', soKyHieu: 'B-77', tep: sha256Of(second), soTrang: 2, dungLuong: second.length },
    ],
  );
  const line = String(lines[0]!['dong']);
  assert.equal(documentOf(document, line), sha256Of(first));
  assert.equal(must(await opens(agency.officer, personId, ['XAC_NHAN'], line)), sha256Of(first));
  assert.deepEqual(Buffer.from(await agency.needs.blobs.get(sha256Of(first))), Buffer.from(first));
  // Of a day, the line as it stood then: before it was there nothing is opened.
  assert.equal(must(await opens(agency.officer, personId, ['XAC_NHAN'], line, agency.needs.clock.today())), sha256Of(first));
  assert.deepEqual(codes(await opens(agency.officer, personId, ['XAC_NHAN'], line, '2020-01-01')), ['E-DOCUMENT-UNKNOWN']);
  assert.deepEqual(codes(await opens(agency.officer, personId, ['XAC_NHAN'], line, 'hôm nay')), ['E-DAY-NOT-VALID']);
  assert.deepEqual(codes(await opens(agency.officer, personId, ['QT_BNDP'], line)), ['E-FIELD-NOT-VISIBLE']);
  assert.deepEqual(codes(await opens(agency.officer, personId, ['XAC_NHAN'], '999')), ['E-DOCUMENT-UNKNOWN']);
  const rows = await agency.office.owner.transaction(null, (tx) =>
    tx.query(`select 1 from audit_event where act = 'document.read' and object_id = $1`, [personId]),
  );
  assert.equal(rows.length, 2);
});

test('not PDF/A is told and does not hold; the number stands nowhere in clear', async () => {
  const { number } = await registered();
  const submissionId = await checked(await aPdf(), `${number}_QD_1.pdf`);
  assert.deepEqual(await problemsOf(submissionId), ['E-DOCUMENT-NOT-PDFA']);
  assert.equal((await agency.file(submissionId)).counts.accepted, 1);
  const rows = await agency.office.owner.transaction(null, (tx) =>
    tx.query('select to_jsonb(f)::text as text from submission_file f where submission_id = $1', [submissionId]),
  );
  assert.ok(!JSON.stringify(rows).includes(number));
});

test('the same decision is sent for each whom it is about', async () => {
  const [one, other] = [await registered(), await registered()];
  const bytes = await aPdf({ subset: 'PDF/A-2b', version: '1.7' });
  await attached(one.number, one.personId, bytes, 'QD_9.pdf');
  await attached(other.number, other.personId, bytes, 'QD_9.pdf');
  for (const { personId } of [one, other]) assert.equal((await documentsIn(personId)).lines[0]?.['tep'], sha256Of(bytes));
});

test('refused by name: password, script, files within, no PDF behind the head, nobody in the name, a kind that is none', async () => {
  const { number } = await registered();
  const name = `${number}_QD_1.pdf`;
  const at = '2026-11-30T00:00:00.000Z';
  const carries = carrying({ name: 'a.txt', mediaType: 'text/plain', description: '', at, bytes: Buffer.from('x') });
  const script = Buffer.concat([await aPdf(), Buffer.from('\n9 0 obj << /S /J#61vaScript /JS (1) >> endobj\n%%EOF\n')]);
  for (const [bytes, fileName, code] of [
    [await aPdf({ userPassword: 'a' }), name, 'E-DOCUMENT-ENCRYPTED'],
    [script, name, 'E-DOCUMENT-ACTIVE'],
    [await aPdf(carries), name, 'E-DOCUMENT-ACTIVE'],
    [Buffer.from('%PDF-1.7\nnothing'), name, 'E-DOCUMENT-BROKEN'],
    [await aPdf(), 'quyết định.pdf', 'E-DOCUMENT-NAME'],
  ] as const)
    assert.equal(await refusalOf(await checked(bytes, fileName)), code, code);
  assert.ok((await problemsOf(await checked(await aPdf(), `${number}_KHONG-CO_1.pdf`))).some((code) => code.startsWith('E-CODE')));
  assert.ok((await problemsOf(await checked(await aPdf(), `${aNumber()}_QD_1.pdf`))).includes('E-DOCUMENT-OF-NOBODY'));
});

test('an erasure takes the line and names the bytes of a document, unless they were sent about somebody else too', async () => {
  const [one, other] = [await registered(), await registered()];
  const [own, shared] = [await aPdf(), await aPdf()];
  await attached(one.number, one.personId, own, 'QD_1.pdf');
  await attached(one.number, one.personId, shared, 'QD_2.pdf');
  await attached(other.number, other.personId, shared, 'QD_2.pdf');
  const [row] = await agency.office.owner.transaction(null, (tx) =>
    tx.query<{ bytes: string[] }>(`select erase_rows_of($1, '{}', now()) -> 'bytes' as bytes`, [one.personId]),
  );
  assert.ok(row!.bytes.includes(sha256Of(own)));
  assert.ok(!row!.bytes.includes(sha256Of(shared)));
  assert.deepEqual(codes(await opens(agency.officer, one.personId, ['XAC_NHAN'], '1')), ['E-PERSON-NOT-FOUND']);
  const line = String((await documentsIn(other.personId)).lines[0]!['dong']);
  assert.equal(must(await opens(agency.officer, other.personId, ['XAC_NHAN'], line)), sha256Of(shared));
});

test('what was refused is sent again against the same submission, with another name and the same bytes too', async () => {
  const { number, personId } = await registered();
  const bytes = await aPdf({ subset: 'PDF/A-2b', version: '1.7' });
  const submissionId = await checked(bytes, 'quyết định.pdf');
  assert.equal(await refusalOf(submissionId), 'E-DOCUMENT-NAME');
  must(
    await brings(agency.needs, agency.clerk, {
      bodyId: agency.bodyId,
      fileName: `${number}_QD_1.pdf`,
      bytes,
      asOf: AS_OF,
      corrects: submissionId,
    }),
  );
  await agency.works();
  must(await agency.submits(submissionId));
  await agency.works();
  assert.deepEqual(await agency.waiting(submissionId), [personId]);
});

test('a stamp of secrecy at the head of the first page refuses the document; words that only sound like one are told', async () => {
  const { number } = await registered();
  const of = async (content: readonly object[] | readonly string[]): Promise<string> =>
    checked(await printPaper({ content: content as never }), `${number}_QD_${++last}.pdf`);
  for (const stamp of ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT', 'Độ mật: Mật'])
    assert.equal(await refusalOf(await of([stamp, 'Quyết định về việc điều động'])), 'E-SECRET-MARK', stamp);
  const many = Array.from({ length: 20 }, (_, i) => `Điều ${i + 1}`);
  for (const [content, told] of [
    [['Quyết định ban hành danh mục TỐI MẬT của ngành'], true],
    [[...many, 'MẬT'], true],
    [['Nguyễn Văn Mật', 'Giữ bí mật nghề nghiệp', 'mật ong'], false],
  ] as const) {
    const sent = await of([...content]);
    assert.equal(await refusalOf(sent), undefined, content.join());
    assert.equal((await problemsOf(sent)).includes('E-SECRET-MARK-PERHAPS'), told, content.join());
  }
});
