/**
 * Writes the bulk validator as TypeScript: one function a group and section, all errors in one pass, no schema walked.
 * The text is checked in (`generated/validate-groups.ts`); a property test holds its verdict equal to the JSON Schema's.
 */
import { GROUPS, leavesOf } from './dictionary.ts';
import type { Field, Leaf, Section } from './field-shape.ts';
import { isNeededInLine, LINE_ID_PATTERN } from './json-schema.ts';
import { kindOf } from './kinds/all.ts';
import { codesOf } from './kinds/coded.ts';
import type { GroupCode } from './shapes.ts';

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const functionName = (section: string): string => `line_${section.replaceAll('.', '_')}`;

/** One predicate for each different value, shared by the fields that hold it. */
class Predicates {
  readonly texts: string[] = [];
  private readonly names = new Map<string, string>();
  of(leaf: Leaf): string {
    const expression = kindOf(leaf.kind).test(leaf.kind);
    const known = this.names.get(expression);
    if (known) return known;
    const name = `is${this.names.size + 1}`;
    this.names.set(expression, name);
    this.texts.push(`const ${name} = (v: unknown): boolean => ${expression};`);
    return name;
  }
}

const caseOf = (leaf: Leaf, predicates: Predicates, path: string): string =>
  `      case ${quoted(leaf.key)}: if (!${predicates.of(leaf)}(v) && !isAbsence(v)) fault(${path}, v, ${quoted(leaf.kind.name)}); break;`;

function lineFunction(leaves: readonly Leaf[], section: Section, predicates: Predicates): string {
  const needed = leaves.filter(isNeededInLine);
  return [
    `function ${functionName(section.key)}(line: Record<string, unknown>, path: string, fault: Fault): void {`,
    '  for (const key of Object.keys(line)) {',
    '    const v = line[key];',
    '    switch (key) {',
    `      case 'dong': if (!matches(v, /${LINE_ID_PATTERN}/u)) fault(\`\${path}/dong\`, v, 'text'); break;`,
    ...leaves.map((leaf) => caseOf(leaf, predicates, '`${path}/${key}`')),
    '      default: fault(`${path}/${key}`, v, null);',
    '    }',
    '  }',
    ...needed.map(
      (leaf) =>
        `  if (line[${quoted(leaf.key)}] === undefined && !Object.hasOwn(line, ${quoted(leaf.key)})) fault(\`\${path}/${leaf.key}\`, undefined, ${quoted(leaf.kind.name)});`,
    ),
    '}',
  ].join('\n');
}

function groupFunction(fields: readonly Field[], sections: readonly Section[], group: GroupCode, predicates: Predicates): string {
  const lines = sections.filter((one) => one.group === group && leavesOf(fields, group, one.key).length > 0);
  return [
    `function group${group}(document: Record<string, unknown>, fault: Fault): void {`,
    '  for (const key of Object.keys(document)) {',
    '    const v = document[key];',
    '    switch (key) {',
    ...leavesOf(fields, group, null).map((leaf) => caseOf(leaf, predicates, `\`/${group}/\${key}\``)),
    ...lines.map(
      (section) => `      case ${quoted(section.key)}: eachLine(v, \`/${group}/\${key}\`, ${functionName(section.key)}, fault); break;`,
    ),
    `      default: fault(\`/${group}/\${key}\`, v, null);`,
    '    }',
    '  }',
    '}',
  ].join('\n');
}

/** Sets of codes that the predicates name as `LIST_<ids joined by two underscores>`. */
const listSets = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => text.match(/LIST_\w+/g) ?? []))].sort().map((name) => {
    const codes = codesOf(name.slice('LIST_'.length).split('__')).map(quoted);
    return `const ${name}: ReadonlySet<unknown> = new Set([${codes.join(', ')}]);`;
  });

/** The text of the validator of these fields. */
export function validatorText(fields: readonly Field[], sections: readonly Section[]): string {
  const predicates = new Predicates();
  const groups = GROUPS.map(({ code }) => code).filter((code) => fields.some((field) => field.group === code));
  const lines = sections.flatMap((section) => {
    const leaves = leavesOf(fields, section.group, section.key);
    return leaves.length === 0 ? [] : [lineFunction(leaves, section, predicates)];
  });
  const functions = groups.map((group) => groupFunction(fields, sections, group, predicates));
  return `${[
    '// Written by tools/generate.ts from the field dictionary; not edited by hand.',
    '// oxlint-disable no-control-regex',
    "import { hasParts, isAbsence, isDay, isInstant, isMapOf, isOneOf, isPartialDay, isParts, isText, isWhole, matches } from '#standard/value-tests.ts';",
    '',
    '/** Tells a value that is not of its kind; `kind` null: the key itself is not in the dictionary. */',
    'export type Fault = (path: string, value: unknown, kind: string | null) => void;',
    '',
    ...listSets(predicates.texts),
    '',
    ...predicates.texts,
    '',
    'function eachLine(v: unknown, path: string, check: (line: Record<string, unknown>, path: string, fault: Fault) => void, fault: Fault): void {',
    "  if (!Array.isArray(v)) return fault(path, v, 'list');",
    '  for (let i = 0; i < v.length; i++) {',
    '    const line: unknown = v[i];',
    "    if (isParts(line)) check(line, `${path}/${i}`, fault); else fault(`${path}/${i}`, line, 'list');",
    '  }',
    '}',
    '',
    ...lines.flatMap((text) => [text, '']),
    ...functions.flatMap((text) => [text, '']),
    '/** The check of each group. */',
    `export const GROUP_CHECKS: Readonly<Record<string, (document: Record<string, unknown>, fault: Fault) => void>> = { ${groups.map((group) => `${group}: group${group}`).join(', ')} };`,
  ].join('\n')}\n`;
}
