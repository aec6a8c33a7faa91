/** Files given as values: doors are not this room's business, so one is made here whose bytes are people as they were read. */
import type { Problem } from '#base/problem.ts';
import { cellError } from '#standard/problems/cell.ts';
import { phoneForm } from '#standard/problems/contact.ts';
import { idSex } from '#standard/problems/identity.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import type { Place } from '#base/problem.ts';
import type { Door } from './door.ts';
import type { AcceptedFix } from './port.ts';

/** One person of a file. */
export interface PersonOfFile {
  readonly number: string;
  readonly name: string;
  readonly phone?: string;
  /** a cell of theirs cannot be read */
  readonly hasError?: boolean;
  /** what their telephone cell is said to mean instead: a suggestion, or candidates */
  readonly meant?: Pick<Problem, 'suggestion' | 'candidates'>;
  /** and what it is said to mean by another problem of the same cell */
  readonly meantToo?: PersonOfFile['meant'];
  /** something of theirs is to be read before sending: a warning */
  readonly isUnusual?: boolean;
  /** groups besides identity and contact */
  readonly more?: RecordDocument;
}

const documentOf = (person: PersonOfFile): RecordDocument => ({
  ...person.more,
  B: { soDinhDanh: person.number, hoTenKhaiSinh: person.name, ngaySinh: '1990-02-01', gioiTinh: '2', danToc: '01', ...person.more?.B },
  C: { dienThoaiDiDong: person.phone ?? '0912345678' },
});

const phoneCell = (row: number) => ({ sheet: 'Hồ sơ', row, column: 'C', field: 'dienThoaiDiDong' });

/** What a door does with accepted values; a cell that was mended says nothing more. */
function withFixes(person: PersonOfFile, row: number, fixes: readonly AcceptedFix[]): PersonOfFile & { readonly fixed: AcceptedFix[] } {
  const fixed = fixes.filter(
    ({ place, ...fix }) => place['row'] === row && place['column'] === 'C' && fix.typed === (person.phone ?? null),
  );
  const { meant: _meant, meantToo: _too, ...rest } = person;
  return fixed[0] ? { ...rest, phone: fixed[0].value, fixed } : { ...person, fixed };
}

export interface FilesForTests {
  /** @param issuedFor  code of the body to which the form was given; nothing when the form does not say */
  bytesOf(people: readonly PersonOfFile[], issuedFor?: string): Uint8Array;
  /** the bytes are the people's JSON */
  readonly door: Door;
}

/** Bytes are the people's JSON; reading them back is the port. */
export function recordFiles(): FilesForTests {
  return {
    bytesOf: (people, issuedFor) => Buffer.from(JSON.stringify({ people, ...(issuedFor === undefined ? {} : { issuedFor }) })),
    door: {
      // The key of the product's own door of such places: a server of a test prints them.
      key: 'workbook',
      source: 'workbook',
      sourceCode: 'EXCEL',
      what: { vi: 'người của phép thử', en: 'people of a test' },
      contentTypes: [],
      unnamed: 'khong-ten',
      smaller: { vi: 'Bớt người.', en: 'Leave people out.' },
      statesEverybody: true,
      sniff: (bytes) => (Buffer.from(bytes).toString('utf8', 0, 10) === '{"people":' ? 'sure' : 'no'),
      printPlace: ({ sheet, row, column }: Place) => ({
        sheet: typeof sheet === 'string' ? sheet : null,
        row: typeof row === 'number' ? row : null,
        column: typeof column === 'string' ? column : null,
      }),
      takesValue: (place) => 'column' in place,
      read: async (bytes, { fixes }) => {
        const sent = JSON.parse(Buffer.from(bytes).toString()) as { people: PersonOfFile[]; issuedFor?: string };
        const { issuedFor } = sent;
        const people = sent.people.map((person, i) => withFixes(person, i + 4, fixes));
        return {
          kind: 'read',
          template: 'T',
          version: '1',
          issuedFor: issuedFor === undefined ? null : { code: issuedFor, on: null },
          problems: [],
          ignored: [],
          notChecked: [],
          files: [],
          people: people.map((person, i) => ({
            place: { row: i + 4 },
            ...(person.fixed.length > 0 ? { fixed: person.fixed } : {}),
            name: person.name,
            placeOf: (field: string) => ({ sheet: 'Hồ sơ', row: i + 4, column: 'AA', field }),
            checked: {
              nationalId: person.number,
              document: documentOf(person),
              problems: [
                ...(person.hasError ? [cellError({ value: '#N/A' }, { where: phoneCell(i + 4) })] : []),
                ...(person.isUnusual
                  ? [
                      idSex(
                        { digit: '1', expected: { vi: 'nữ', en: 'female' }, stated: { vi: 'nam', en: 'male' } },
                        { where: phoneCell(i + 4) },
                      ),
                    ]
                  : []),
                ...[person.meant, person.meantToo].flatMap((meant) =>
                  meant
                    ? [
                        phoneForm(
                          {},
                          {
                            where: phoneCell(i + 4),
                            value: person.phone ?? null,
                            suggestion: meant.suggestion,
                            ...(meant.candidates ? { candidates: meant.candidates } : {}),
                          },
                        ),
                      ]
                    : [],
                ),
              ],
            },
          })),
        };
      },
    },
  };
}
