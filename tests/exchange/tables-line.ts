/** The line of the run on tables: one agency, whose people have everything that the standard asks of a new person. */
import { namedFact } from '#doors/exchange/facts.ts';
import type { Mapping } from '#node/mapping/mapping-file.ts';
import { SAMPLE_ROW } from '#standard/sample-person.ts';

export const SOURCE = 'H26.03.01';
export const MEMBER = `VN/GOV/${SOURCE}/phan-mem`;
export const AUDIENCE = 'centre';
/** Whoever made a change confirms none: the officer is another. */
export const MAKER_WHO_CONFIRMS = 'can-bo-xac-nhan';

const { soDinhDanh: _number, hoTenKhaiSinh: _name, ...SAME } = SAMPLE_ROW;
const VALUES = Object.entries({ ...SAME, coQuanQuanLy: SOURCE, coQuanSuDung: SOURCE, coQuanTuyenDung: SOURCE });
const factOf = (key: string): string => namedFact(`B/${key}`)!.name;

/** Changes of one person: the claim, the name, and all else. */
export const CHANGES_OF_A_PERSON = 2 + VALUES.length;

const WORDS = ['An', 'Bình', 'Chi', 'Dung', 'Hà', 'Khánh', 'Lan', 'Minh', 'Ngọc', 'Phúc'];
/** Of a thousand names that differ. */
export const nameOf = (n: number): string =>
  `Nguyễn ${WORDS[n % 10]!} ${WORDS[Math.floor(n / 10) % 10]!} ${WORDS[Math.floor(n / 100) % 10]!}`;

/** Citizen numbers of a demo. */
export const numberOf = (n: number): string => `000085${String(n).padStart(6, '0')}`;

export const TABLES_MAPPING: Mapping = {
  name: 'qlns',
  schema: 'cbccvc@3.0',
  lane: 'load',
  maker: { is: 'phan-mem' },
  read: { kind: 'csv' },
  tables: [
    {
      from: 'nguoi.csv',
      key: ['ma'],
      person: 'so',
      claims: true,
      validFrom: { column: 'tu', dates: 'yyyy-MM-dd' },
      facts: [{ fact: factOf('hoTenKhaiSinh'), column: 'ten' }, ...VALUES.map(([key, is]) => ({ fact: factOf(key), is }))],
    },
  ],
};
