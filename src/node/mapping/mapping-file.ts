/** A mapping: from the tables of some personnel software to facts of the standard. Read from a JSON file of a published schema (`docs/node/mapping.schema.json`). */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Type from 'typebox';
import type { Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Bilingual, Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import { MAPPING_CHARS_MAX } from '#node/limits.ts';
import { mappingWrong } from '#node/problems.ts';
import { isDayFormat } from './days.ts';

const closed = { additionalProperties: false } as const;
const Column = Type.String({ minLength: 1, maxLength: 200 });
const Columns = Type.Array(Column, { minItems: 1, maxItems: 10 });
const Dates = Type.String({ description: 'd or dd, M or MM, yyyy and what stands between them: dd/MM/yyyy, yyyy-MM-dd', maxLength: 30 });
const Day = Type.Object({ column: Column, dates: Dates }, closed);
const Codes = Type.Record(Type.String(), Type.String(), {
  description: 'code of the software → code or name of the standard; any other is told, and its row is not sent',
});
const Cell = {
  column: Type.Optional(Column),
  is: Type.Optional(Type.String({ maxLength: 1_000, description: 'the same for all rows' })),
  codes: Type.Optional(Codes),
  dates: Type.Optional(Dates),
};

export const MAPPING_SCHEMA = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    name: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$', description: 'stands in references of changes: never changed' }),
    schema: Type.String({
      pattern: String.raw`^[a-z][a-z0-9.-]{0,60}@\d{1,4}\.\d{1,4}$`,
      description: 'what the values are written by: cbccvc@3.0',
    }),
    lane: Type.Optional(Type.Enum(['daily', 'correction', 'load'])),
    maker: Type.Object(
      { column: Type.Optional(Column), is: Type.Optional(Column) },
      { ...closed, description: 'who makes changes in the software: a column, or one name for all' },
    ),
    read: Type.Union([
      Type.Object(
        {
          kind: Type.Literal('sql'),
          urlFrom: Type.String({ pattern: '^[A-Z][A-Z0-9_]*$', description: 'variable of the environment with the URL of the database' }),
        },
        closed,
      ),
      Type.Object({ kind: Type.Literal('csv'), separator: Type.Optional(Type.Enum([',', ';', '\t'])) }, closed),
      Type.Object({ kind: Type.Literal('folder'), separator: Type.Optional(Type.Enum([',', ';', '\t'])) }, closed),
    ]),
    tables: Type.Array(
      Type.Object(
        {
          from: Type.String({
            minLength: 1,
            maxLength: 500,
            description: 'view or table (sql), file (csv), folder whose files are read once each (folder)',
          }),
          key: Type.Array(Column, { minItems: 1, maxItems: 10, description: 'columns that name a row for ever' }),
          person: Column,
          claims: Type.Optional(Type.Boolean({ description: 'whoever stands here is kept by this body: said once for each person' })),
          validFrom: Day,
          endsOn: Type.Optional(Type.Object(Day.properties, { ...closed, description: 'filled in: what the row says ends on that day' })),
          correction: Type.Optional(
            Type.Object(
              { column: Column, is: Type.Array(Type.String(), { minItems: 1, maxItems: 50 }) },
              { ...closed, description: 'rows whose change corrects what was wrong' },
            ),
          ),
          facts: Type.Optional(
            Type.Array(Type.Object({ fact: Type.String({ pattern: '^[A-Z]/[^#]{1,100}$' }), ...Cell }, closed), {
              minItems: 1,
              maxItems: 300,
            }),
          ),
          line: Type.Optional(
            Type.Object(
              {
                section: Type.String({ pattern: '^[A-Z]/[^#]{1,100}$' }),
                key: Columns,
                fields: Type.Array(Type.Object({ field: Column, ...Cell }, closed), { minItems: 1, maxItems: 100 }),
              },
              { ...closed, description: 'each row is one line of a section of the record' },
            ),
          ),
        },
        closed,
      ),
      { minItems: 1, maxItems: 100 },
    ),
  },
  { ...closed, $id: 'urn:congvu:node-mapping:1', title: 'Mapping of a personnel software for congvu node' },
);

export type Mapping = Static<typeof MAPPING_SCHEMA>;
export type MappedTable = Mapping['tables'][number];
export type MappedCell = Pick<NonNullable<MappedTable['facts']>[number], 'column' | 'is' | 'codes' | 'dates'>;

/** A mapping with the place that its files are meant from. */
export interface OpenedMapping {
  readonly mapping: Mapping;
  readonly folder: string;
}

const Checked = Compile(MAPPING_SCHEMA);

/** What no schema says. */
function contradiction({ tables, maker }: Mapping): { readonly where: string; readonly why: Bilingual } | null {
  const one: Bilingual = { vi: 'cần đúng một trong "column" và "is"', en: 'one of "column" and "is" is needed' };
  const isOne = (cell: { column?: string | undefined; is?: string | undefined }): boolean =>
    (cell.column === undefined) !== (cell.is === undefined);
  const format: Bilingual = { vi: 'không phải dạng ngày: cần d, M và yyyy', en: 'no form of a day: d, M and yyyy are needed' };
  if (!isOne(maker)) return { where: '/maker', why: one };
  for (const [at, table] of tables.entries()) {
    const root = `/tables/${at}`;
    if ((table.facts === undefined) === (table.line === undefined))
      return { where: root, why: { vi: 'cần đúng một trong "facts" và "line"', en: 'one of "facts" and "line" is needed' } };
    for (const [name, day] of Object.entries({ validFrom: table.validFrom, endsOn: table.endsOn }))
      if (day && !isDayFormat(day.dates)) return { where: `${root}/${name}/dates`, why: format };
    const cells: readonly MappedCell[] = table.facts ?? table.line?.fields ?? [];
    for (const [no, cell] of cells.entries()) {
      const where = `${root}/${table.facts ? 'facts' : 'line/fields'}/${no}`;
      if (!isOne(cell)) return { where, why: one };
      if (cell.dates !== undefined && !isDayFormat(cell.dates)) return { where: `${where}/dates`, why: format };
    }
    const names = table.facts?.map(({ fact }) => fact) ?? table.line?.fields.map(({ field }) => field) ?? [];
    const twice = names.findIndex((name, no) => names.indexOf(name) !== no);
    if (twice !== -1)
      return { where: `${root}/${table.facts ? 'facts' : 'line/fields'}/${twice}`, why: { vi: 'nêu hai lần', en: 'stands twice' } };
  }
  return null;
}

/** @returns E-NODE-MAPPING with the pointer to what is wrong */
export function readMapping(file: string): Result<OpenedMapping> {
  const wrong = (where: string, why: Bilingual) => refused(mappingWrong({ file, where, why }));
  let told: unknown;
  try {
    if (statSync(file).size > MAPPING_CHARS_MAX) return wrong('/', { vi: 'quá lớn', en: 'too large' });
    told = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return wrong(
      '/',
      code ? { vi: `không mở được (${code})`, en: `cannot be opened (${code})` } : { vi: 'không phải JSON', en: 'no JSON' },
    );
  }
  if (!Checked.Check(told)) {
    const [first] = Checked.Errors(told);
    return wrong(first?.instancePath || '/', { vi: 'thiếu, thừa hoặc sai kiểu', en: 'missing, unknown, or of another kind' });
  }
  const against = contradiction(told);
  return against ? wrong(against.where, against.why) : ok({ mapping: told, folder: dirname(resolve(file)) });
}
