/** Files given as values: the door of workbooks is not this room's business, so its port is filled with people as they were read. */
import { cellError } from '#standard/problems.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import type { ReadUpload } from './port.ts';

/** One person of a file. */
export interface PersonOfFile {
  readonly number: string;
  readonly name: string;
  readonly phone?: string;
  /** a cell of theirs cannot be read */
  readonly hasError?: boolean;
  /** groups besides identity and contact */
  readonly more?: RecordDocument;
}

const documentOf = (person: PersonOfFile): RecordDocument => ({
  ...person.more,
  B: { soDinhDanh: person.number, hoTenKhaiSinh: person.name, ngaySinh: '1990-02-01', gioiTinh: '2', danToc: '01', ...person.more?.B },
  C: { dienThoaiDiDong: person.phone ?? '0912345678' },
});

export interface FilesForTests {
  /** @param issuedFor  code of the body to which the form was given; nothing when the form does not say */
  bytesOf(people: readonly PersonOfFile[], issuedFor?: string): Uint8Array;
  readonly readWorkbook: ReadUpload;
}

/** Bytes are the people's JSON; reading them back is the port. */
export function recordFiles(): FilesForTests {
  return {
    bytesOf: (people, issuedFor) => Buffer.from(JSON.stringify({ people, ...(issuedFor === undefined ? {} : { issuedFor }) })),
    readWorkbook: async (bytes) => {
      const { people, issuedFor } = JSON.parse(Buffer.from(bytes).toString()) as { people: PersonOfFile[]; issuedFor?: string };
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
          row: i + 4,
          name: person.name,
          placeOf: (field: string) => ({ sheet: 'Hồ sơ', row: i + 4, column: 'AA', field }),
          checked: {
            nationalId: person.number,
            document: documentOf(person),
            problems: person.hasError
              ? [cellError({ value: '#N/A' }, { where: { sheet: 'Hồ sơ', row: i + 4, column: 'C', field: 'dienThoaiDiDong' } })]
              : [],
          },
        })),
      };
    },
  };
}
