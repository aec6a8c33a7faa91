/** The workbooks of the demo: clean, with 602 mistakes of 25 kinds, of an old template version. The same for the same day. */
import { RENAMED_COLUMNS } from '#doors/workbook/older-templates.ts';
import { fillTemplate } from '#doors/workbook/fill-template.ts';
import { META_SHEET, makeTemplate } from '#doors/workbook/template.ts';
import type { FilledPerson } from '#doors/workbook/shapes.ts';
import { DEMO_DAY, SETS, castOf, newPeople } from './cast.ts';
import { cellsOf } from './cells.ts';
import type { PersonCells } from './cells.ts';
import { DIRT } from './dirt.ts';
import { ownPersonLater } from './own-person.ts';
import { dice } from './people.ts';

/** Mistakes in the dirty workbook, and in the smaller one that the clerk has left half-repaired. */
export const MISTAKES = 602;
export const MISTAKES_TO_FIX = 40;

type PeopleSet = (typeof SETS)[keyof typeof SETS];

const template = (bodyCode: string): Promise<Uint8Array> =>
  makeTemplate({ bodyCode, bodyName: castOf().find((body) => body.code === bodyCode)?.name ?? '', issuedOn: DEMO_DAY });

const cellsOfSet = (set: PeopleSet): PersonCells[] =>
  newPeople(set.bodyCode, set.count, set.set, DEMO_DAY).map((person) => cellsOf(person.nationalId, person.document));

/** A workbook without a mistake. */
export async function cleanWorkbook(set: PeopleSet = SETS.clean): Promise<Uint8Array> {
  return fillTemplate(await template(set.bodyCode), cellsOfSet(set));
}

/** The rows of the one who signs in as herself, as her body sends them in after the first load. */
export async function ownWorkbook(): Promise<Uint8Array> {
  const { bodyCode, nationalId, document } = ownPersonLater();
  return fillTemplate(await template(bodyCode), [cellsOf(nationalId, document)]);
}

/** May a person with these mistakes have one more? Two at most, and one that makes the rows unreadable stands alone. */
const takes = (used: ReadonlySet<string>, kind: string): boolean =>
  used.size < 2 && !used.has(kind) && (used.size === 0 || (!IDENTITY_KINDS.has(kind) && ![...used].some((one) => IDENTITY_KINDS.has(one))));

/** Lays so many mistakes over the rows: each kind in turn, each on a person that has none of that kind yet. */
export function dirtyRows(set: PeopleSet = SETS.dirty, mistakes = MISTAKES): { rows: FilledPerson[]; kinds: Map<string, number> } {
  const people = cellsOfSet(set);
  const d = dice(mistakes);
  const kinds = new Map<string, number>();
  const rows: FilledPerson[] = [];
  const extra: FilledPerson[] = [];
  const laid = people.map((person) => ({ person, used: new Set<string>() }));
  let next = 0;
  // Those that need a person of their own come first, while there are people without any mistake.
  const order = Array.from({ length: mistakes }, (_, i) => DIRT[i % DIRT.length]!).sort(
    (a, b) => Number(IDENTITY_KINDS.has(b.kind)) - Number(IDENTITY_KINDS.has(a.kind)),
  );
  for (const [made, dirt] of order.entries()) {
    let changed = null;
    let target = laid[0]!;
    for (let tried = 0; tried < laid.length && changed === null; tried++) {
      target = laid[next++ % laid.length]!;
      if (takes(target.used, dirt.kind)) changed = dirt.apply(target.person, d);
    }
    if (changed === null) throw new Error(`the dirty workbook has too few people for "${dirt.kind}"`);
    target.used.add(dirt.kind);
    kinds.set(dirt.kind, (kinds.get(dirt.kind) ?? 0) + 1);
    if (dirt.kind === 'duplicate-person') extra.push({ hoSo: changed.hoSo, sections: {} });
    else if (dirt.kind === 'orphan-row')
      extra.push({
        hoSo: {},
        sections: {
          khenThuong: [
            {
              soDinhDanh: `0000009${String(made).padStart(5, '0')}`,
              'khenThuong.hinhThuc': 'CSTDCS',
              'khenThuong.nam': '2024',
              'khenThuong.cap': 'CO_SO',
            },
          ],
        },
      });
    else
      target.person = {
        ...target.person,
        hoSo: changed.hoSo as PersonCells['hoSo'],
        sections: changed.sections as PersonCells['sections'],
      };
  }
  for (const { person } of laid) rows.push(person as FilledPerson);
  return { rows: [...rows, ...extra], kinds };
}

/** Mistakes that make a person's rows unreadable together with others: such a person has only this one. */
const IDENTITY_KINDS: ReadonlySet<string> = new Set([
  'lost-zero',
  'scientific-number',
  'sex-digit',
  'birth-year',
  'duplicate-person',
  'orphan-row',
]);

/** A workbook with mistakes of all kinds. */
export async function dirtyWorkbook(set: PeopleSet = SETS.dirty, mistakes = MISTAKES): Promise<Uint8Array> {
  return fillTemplate(await template(set.bodyCode), dirtyRows(set, mistakes).rows);
}

/** A workbook as the template of 2023.1 had it: shorter keys, its own mark. It is taken all the same, with a list of what was brought over. */
export async function oldWorkbook(): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  await book.xlsx.load(await cleanWorkbook(SETS.old));
  const oldKey = new Map(RENAMED_COLUMNS.map((one) => [one.to, one.from]));
  for (const sheet of book.worksheets) {
    if (sheet.name === META_SHEET) {
      sheet.getCell('B2').value = '2023.1';
      continue;
    }
    sheet.getRow(1).eachCell((cell) => {
      const old = oldKey.get(String(cell.value));
      if (old) cell.value = old;
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
