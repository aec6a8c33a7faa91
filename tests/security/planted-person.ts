/** A person with a recognisable value in every sensitive or sealed field, registered, sent again with other values, suggested, returned; written as the owner. */
import assert from 'node:assert/strict';
import type { Office } from '#authority/access/office-for-tests.ts';
import { openBlobStore } from '#base/blob-store.ts';
import { filesInFolder } from '#base/files/folder.ts';
import type { Tx } from '#base/database/transaction.ts';
import { certain } from '#base/problem.ts';
import type { Problem } from '#base/problem.ts';
import { aJpeg } from '#doors/portraits/pictures-for-tests.ts';
import { sheetXml, workbookOf } from '#doors/workbook/workbook-for-tests.ts';
import { columnLetter } from '#doors/workbook/reader/sheet-scanner.ts';
import { writeItems } from '#record/confirmation/store.ts';
import { keepWithItems, writeFixes } from '#record/intake/acceptance-store.ts';
import { writeLines } from '#record/intake/line-store.ts';
import { writeProblems } from '#record/intake/problem-store.ts';
import { sealDocument } from '#record/register/store.ts';
import { documentOf, groupsOf, plant } from './planted-values.ts';
import type { Planted } from './planted-values.ts';

const SHEET = 'Hồ sơ';
const ROW = 4;
const AS_OF = '2026-11-01';

/** Where a value was planted: `register` what is registered, all others what somebody sent. */
export interface Place {
  readonly name: string;
  readonly of: 'register' | 'sent';
  readonly planted: readonly Planted[];
}

export interface PlantedPerson {
  readonly personId: string;
  readonly bodyId: string;
  readonly number: string;
  /** the one whose items wait, and the one whose items came back */
  readonly submissions: { readonly waiting: string; readonly returned: string };
  readonly sender: { readonly accountId: string; readonly cookie: string };
  readonly places: readonly Place[];
  readonly caseId: string;
}

/** What the card of the person says. */
const saysOf = (name: string) => ({
  ho_ten: name,
  ho_ten_latin: '',
  co_quan: { ma: 'H26', ten: 'Sở Giáo dục và Đào tạo' },
  co_quan_quan_ly: { ma: 'H26', ten: 'Sở Giáo dục và Đào tạo' },
  loai: 'CC',
  cap: 'TINH',
  dang_cong_tac: true,
});

interface Around {
  readonly office: Office;
  readonly bodyId: string;
  readonly personId: string;
  readonly number: string;
  readonly salt: Buffer;
  readonly sender: { readonly accountId: string; readonly identity: Buffer };
  readonly newId: () => string;
}

const textOf = (planted: readonly Planted[], path: string): string => String(planted.find(({ leaf }) => leaf.path === path)!.value);

async function register(tx: Tx, { office, bodyId, personId, number, salt, newId }: Around, planted: readonly Planted[]): Promise<void> {
  const { open, sealed } = sealDocument(office.keys, salt, documentOf(planted));
  const name = textOf(planted, 'hoTenKhaiSinh');
  const heads = Object.fromEntries([...Object.keys(open), ...Object.keys(sealed)].map((group) => [group, { v: 1, from: '2026-10-01' }]));
  await tx.query('insert into person_salt (person_id, body_id, salt) values ($1, $2, $3)', [personId, bodyId, salt]);
  await tx.query(
    `insert into national_id (id_hash, person_id, body_id, sealed, state, claimed_by) values ($1, $2, $3, $4, 'registered', $2)`,
    [office.keys.nationalIdHash(number), personId, bodyId, Buffer.from(office.keys.seal(salt, 'national-id', Buffer.from(number)))],
  );
  await tx.query(
    `insert into person (person_id, body_id, version, tx, heads, document, sealed, full_name, full_name_plain, full_name_sort)
     values ($1, $2, 1, 1, $6, $3, $4, $5, $5, $5)`,
    [personId, bodyId, JSON.stringify(open), JSON.stringify(sealed), name, JSON.stringify(heads)],
  );
  await tx.query(`insert into person_reach (person_id, body_id, why, valid_from, tx_from) values ($1, $2, 'managing', '2020-01-01', 1)`, [
    personId,
    bodyId,
  ]);
  await tx.query(
    `insert into person_version (person_id, version, body_id, valid_from, groups, document, sealed, source, dictionary_version)
     values ($1, 1, $2, '2026-10-01', $3, $4, $5, 'CONG', 'x')`,
    [personId, bodyId, [...Object.keys(open), ...Object.keys(sealed)], JSON.stringify(open), JSON.stringify(sealed)],
  );
  await tx.query('insert into card_number (number) values ($1)', ['AAAA7-BBBBB-0']);
  await tx.query(
    `insert into card (person_id, card_id, body_id, number, state, version, claims, portrait, issued_on, valid_until, created_at)
     values ($1, $2, $3, 'AAAA7-BBBBB-0', 'HIEU_LUC', 1, $4, $5, '2026-11-01', '2031-10-31', now())`,
    [personId, newId(), bodyId, JSON.stringify(saysOf(name)), textOf(planted, 'anh4x6')],
  );
}

async function send(
  tx: Tx,
  around: Around,
  request: {
    readonly number: string;
    readonly sha256: string;
    readonly planted: readonly Planted[];
    readonly problems: readonly Problem[];
  },
): Promise<{ submissionId: string; about: { submissionId: string; round: number; bodyId: string; at: string } }> {
  const { office, bodyId, personId, sender, newId } = around;
  const submissionId = newId();
  const at = office.clock.now();
  await tx.query(
    `insert into submission (submission_id, body_id, upload_number, source, created_at) values ($1, $2, $3, 'workbook', now())`,
    [submissionId, bodyId, request.number],
  );
  await tx.query(
    `insert into submission_file (submission_id, round, body_id, sha256, size_bytes, file_name, sender_id, sender_identity, at, stage, stage_at, as_of, door)
     values ($1, 1, $2, $3, 10, 'danh sách.xlsx', $4, $5, $6, 'checked', now(), $7, 'workbook')`,
    [submissionId, bodyId, Buffer.from(request.sha256, 'hex'), sender.accountId, sender.identity, at, AS_OF],
  );
  const about = { submissionId, round: 1, bodyId, at };
  const document = documentOf(request.planted);
  const line = {
    lineNo: 1,
    idHash: office.keys.nationalIdHash(around.number),
    personId,
    name: textOf(request.planted, 'hoTenKhaiSinh'),
    place: { row: ROW },
    verdict: 'accepted' as const,
    comparison: 'changed' as const,
    content: { nationalId: around.number, groups: document, changed: groupsOf(document).map(([group]) => group) },
  };
  await writeLines(tx, office.keys, about, [line]);
  await writeProblems(
    tx,
    office.keys,
    about,
    0,
    request.problems.map((problem) => ({ lineNo: 1, problem })),
  );
  await writeItems(
    tx,
    office.keys,
    new Map([[personId, around.salt]]),
    groupsOf(document).map(([group, stated]) => ({
      ...about,
      itemId: newId(),
      personId,
      group,
      state: 'awaiting-confirmation',
      comparedVersion: 1,
      validFrom: AS_OF,
      name: line.name,
      stated,
      listEdition: null,
      maker: { kind: 'account' as const, id: sender.accountId, identity: sender.identity.toString('hex') },
      createdAt: at,
    })),
  );
  return { submissionId, about };
}

/** A problem at each leaf, each of its texts with a value of its own. */
function problemsAt(places: readonly (readonly Planted[])[]): Problem[] {
  const [value, title, next, suggested, candidate] = places;
  return value!.map(({ leaf, known }, index): Problem => {
    const text = (planted: readonly Planted[] | undefined): string => planted![index]!.known[0] ?? '';
    return {
      code: 'E-PHONE-FORM',
      severity: 'warning',
      title: { vi: `Giá trị ${text(title)} lạ`, en: `Value ${text(title)} is odd` },
      next: { vi: `Xem ${text(next)}`, en: `See ${text(next)}` },
      where: { sheet: SHEET, row: ROW, column: columnLetter(index + 1), field: leaf.path },
      value: known[0] ?? null,
      suggestion: certain(text(suggested), 'lost-zero'),
      candidates: [text(candidate)],
    };
  });
}

export async function aPlantedPerson(office: Office, folder: string, bodyCode: string): Promise<PlantedPerson> {
  const bodyId = await office.body(bodyCode);
  const blobs = openBlobStore(filesInFolder(folder)('blobs'), office.keys);
  const keep = async (bytes: Uint8Array): Promise<string> => {
    const kept = await blobs.put(bytes);
    assert.ok(kept.ok);
    return kept.value.sha256;
  };
  const newId = (): string => office.chance.uuid7(Date.parse(office.clock.now()));
  const senderNumber = '000090123001';
  const { handle, accountId } = await office.signedIn(senderNumber, [['NHAP_LIEU', bodyCode]]);
  const around: Around = {
    office,
    bodyId,
    personId: newId(),
    number: '000090123002',
    salt: Buffer.from(office.chance.bytes(16)),
    sender: { accountId, identity: office.keys.nationalIdHash(senderNumber) },
    newId,
  };
  // Behind the picture stands a text by which its bytes are known again.
  const picture = async (letter: string) => ({
    anh4x6: await keep(Buffer.concat([await aJpeg(30, 40), Buffer.from(` SEU${letter}0000X `)])),
  });
  const withPicture = (letter: string, planted: readonly Planted[]): readonly Planted[] =>
    planted.map((one) => (one.leaf.path === 'anh4x6' ? { ...one, known: [...one.known, `SEU${letter}0000X`] } : one));
  const plantWithPicture = async (letter: string, year: number) => withPicture(letter, plant(letter, year, await picture(letter)));
  const registered = await plantWithPicture('R', 1701);
  const sent = await plantWithPicture('S', 1711);
  const returned = await plantWithPicture('T', 1721);
  const told = ['P', 'Q', 'U', 'V', 'W'].map((letter, index) => plant(letter, 1731 + index));
  const [typed, applied] = [plant('F', 1751), plant('G', 1761)];
  const book = (planted: readonly Planted[]) =>
    keep(workbookOf({ [SHEET]: sheetXml({ [ROW]: planted.map(({ known }) => known[0] ?? '') }) }));
  const books = { waiting: await book(sent), returned: await book(returned) };
  const ids = await office.owner.transaction(null, async (tx) => {
    await register(tx, around, registered);
    const back = await send(tx, around, { number: 'TL-SEU-2', sha256: books.returned, planted: returned, problems: [] });
    await tx.query(
      `update item set state = 'returned', decided_at = now(), decided_by_name = 'Người trả', decision = $2 where submission_id = $1`,
      [
        back.submissionId,
        JSON.stringify({
          verdict: 'returned',
          cells: returned.map(({ leaf }) => ({ field: leaf.path, reason: 'SAI', note: null })),
          mismatchReason: null,
        }),
      ],
    );
    const waiting = await send(tx, around, { number: 'TL-SEU-1', sha256: books.waiting, planted: sent, problems: problemsAt(told) });
    const fixes = typed.map(({ leaf, known }, index) => ({
      place: { sheet: SHEET, row: ROW, column: columnLetter(index + 1) },
      typed: known[0] ?? '',
      value: applied[index]!.known[0] ?? '',
      field: leaf.path,
      code: 'E-PHONE-FORM',
      personName: null,
      strength: 'certain' as const,
      reason: 'lost-zero' as const,
      byName: 'Người nhập',
    }));
    const by = { byAccount: accountId, byIdentity: around.sender.identity.toString('hex'), step: 1 };
    await writeFixes(tx, office.keys, { ...waiting.about, ...by }, fixes);
    await keepWithItems(tx, office.keys, waiting.about, [
      { personId: around.personId, fixed: fixes.map(({ place }) => ({ step: 1, place })) },
    ]);
    const caseId = newId();
    await tx.query(
      `insert into person_case (case_id, kind, state, person_id, number_hash, from_body, to_body, opened_by, effective_on, due_on, created_at)
       values ($1, 're_entry', 'asked', $2, $3, $4, $5, 'to', '2026-11-01', '2099-01-01', now())`,
      [caseId, around.personId, office.keys.nationalIdHash(around.number), await office.body('H41.51'), bodyId],
    );
    return { caseId, submissions: { waiting: waiting.submissionId, returned: back.submissionId } };
  });
  return {
    ...ids,
    personId: around.personId,
    bodyId,
    number: around.number,
    sender: { accountId, cookie: `congvu=${handle}` },
    places: [
      { name: 'register', of: 'register', planted: registered },
      { name: 'file', of: 'sent', planted: sent },
      { name: 'returned', of: 'sent', planted: returned },
      ...told.map((planted, index) => ({
        name: ['value', 'title', 'next', 'suggestion', 'candidate'][index]!,
        of: 'sent' as const,
        planted,
      })),
      { name: 'typed', of: 'sent', planted: typed },
      { name: 'applied', of: 'sent', planted: applied },
    ],
  };
}
