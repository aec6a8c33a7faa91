/** Writes the TypeScript types of a record, for vendors and for our own code that names fields. */
import { GROUPS, leavesOf } from './dictionary.ts';
import type { Field, KindSpec, Leaf, Section } from './field-shape.ts';
import { isNeededInLine } from './json-schema.ts';
import { kindOf } from './kinds/all.ts';
import { codesOf } from './kinds/coded.ts';

const member = (leaf: Leaf, needed: boolean): string =>
  `  /** ${leaf.label.vi} (${leaf.label.en}) */\n  readonly '${leaf.key}'${needed ? '' : '?'}: ${kindOf(leaf.kind).typeText(leaf.kind)} | Absent;`;

const typeName = (section: string): string => `Line_${section.replaceAll('.', '_')}`;

function listsIn(kind: KindSpec): readonly string[] {
  switch (kind.name) {
    case 'code':
      return kind.codeLists;
    case 'map':
      return [kind.codeList];
    case 'object':
    case 'list':
      return kind.parts.flatMap((part) => listsIn(part.kind));
    case 'derived':
      return listsIn(kind.of);
    default:
      return [];
  }
}

/** The text of the types of these fields. */
export function typesText(fields: readonly Field[], sections: readonly Section[]): string {
  const lists = [...new Set(fields.flatMap((field) => listsIn(field.kind)))].sort();
  const there = sections.filter((section) => leavesOf(fields, section.group, section.key).length > 0);
  const lines = there.map((section) =>
    [
      `/** A line of "${section.title.vi}" (${section.title.en}). */`,
      `export interface ${typeName(section.key)} {`,
      '  /** stable id, given by the register */',
      "  readonly 'dong'?: string;",
      ...leavesOf(fields, section.group, section.key).map((leaf) => member(leaf, isNeededInLine(leaf))),
      '}',
      '',
    ].join('\n'),
  );
  const groups = GROUPS.filter(({ code }) => fields.some((field) => field.group === code)).map(({ code, title }) =>
    [
      `/** Group ${code}: ${title.vi} (${title.en}). */`,
      `export interface Group${code} {`,
      ...leavesOf(fields, code, null).map((leaf) => member(leaf, false)),
      ...there
        .filter((section) => section.group === code)
        .map(
          (section) =>
            `  /** ${section.title.vi} (${section.title.en}) */\n  readonly '${section.key}'?: readonly ${typeName(section.key)}[];`,
        ),
      '}',
      '',
    ].join('\n'),
  );
  return `${[
    '// Written by tools/generate.ts from the field dictionary; not edited by hand.',
    "import type { Instant, PlainDate } from '#base/clock.ts';",
    "import type { PartialDate } from '#base/vietnamese/dates.ts';",
    "import type { Absent } from '#standard/shapes.ts';",
    '',
    '/** A decimal as text with its fixed number of places: "3.66". */',
    'export type DecimalText = string;',
    '',
    'export interface Address {',
    '  readonly quocGia?: string;',
    '  readonly maTinh?: string;',
    '  readonly maHuyen?: string;',
    '  readonly maXa?: string;',
    '  readonly chiTiet?: string;',
    "  readonly hieuLucTai?: 'NGAY_SU_KIEN' | 'THOI_DIEM_KHAC' | 'HIEN_NAY';",
    '}',
    '',
    ...lists.map(
      (id) =>
        `export type CodeOf_${id} = ${codesOf([id])
          .map((code) => `'${code}'`)
          .join(' | ')};`,
    ),
    '',
    ...lines,
    ...groups,
    '/** A record, whole or the part of it that was stated. */',
    'export interface StatedRecord {',
    ...GROUPS.filter(({ code }) => fields.some((field) => field.group === code)).map(({ code }) => `  readonly ${code}?: Group${code};`),
    '}',
  ].join('\n')}\n`;
}
