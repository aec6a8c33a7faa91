/**
 * What a person declared on the own pages, as it comes into the intake. Its bytes are made by `record/declarations` and by nobody else: no file that somebody
 * sends is told to be one, so nobody declares in another's name. Decision 0104.
 */
import type { Door } from '#record/intake/door.ts';
import { DECLARED_SHEETS } from '#record/declarations/declared-fields.ts';
import { MAIN_SHEET } from '#standard/workbook-columns.ts';
import { declarationOfNobody } from './problems.ts';
import { personReader, printPlace } from './door.ts';

const SECTIONS: ReadonlySet<string> = new Set(DECLARED_SHEETS.map(({ key }) => key).filter((key) => key !== MAIN_SHEET));

const personIn = (sent: unknown): unknown =>
  typeof sent === 'object' && sent !== null ? (sent as { readonly person?: unknown }).person : undefined;

export const declarationDoor: Door = {
  key: 'declaration',
  source: 'person',
  sourceCode: 'CONG',
  what: { vi: 'bản kê khai của chính người có hồ sơ', en: 'a declaration by the person whose record it is' },
  contentTypes: [],
  unnamed: 'ban-ke-khai.json',
  smaller: { vi: 'Gửi từng phần một.', en: 'Send one part at a time.' },
  statesEverybody: false,
  knownPeopleOnly: { ofNobody: declarationOfNobody, tooEarly: declarationOfNobody },
  firstLoad: 'never',
  sniff: () => 'no',
  read: personReader({ personIn, partOfRecord: true, sections: SECTIONS }),
  printPlace,
};
