/**
 * A list of agencies held against the tree of a day: only what differs becomes operations, and what is wrong is told in its cell. The order of the lines
 * does not matter. Pure; the plan says what stands in the way of the operations.
 */
import { codeSpellings } from '#authority/organisations/code-spellings.ts';
import { CODE_SOURCE_LETTERS_MAX } from '#authority/organisations/limits.ts';
import type { Operation } from '#authority/organisations/operations.ts';
import { pieceOn } from '#authority/organisations/pieces.ts';
import { bodyNotThere, listLineIncomplete, listLineTwice, oldCodeUnsourced, parentUnknown } from '#authority/organisations/problems.ts';
import type { Registry, VersionPiece } from '#authority/organisations/registry.ts';
import type { CodeScheme } from '#authority/organisations/shapes.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { codeOn, oldCodeOn } from './list-columns.ts';
import type { ListColumn } from './list-columns.ts';

export interface LineOfList {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}
export interface WrongCell {
  readonly row: number;
  readonly column: ListColumn;
  readonly problem: Problem;
}
export interface ComparedList {
  readonly operations: readonly Operation[];
  /** of each operation the line that it came from */
  readonly rowOf: readonly number[];
  readonly wrong: readonly WrongCell[];
  readonly unchanged: number;
}

/** An identifier of QĐ 20/2020, in either form: such a code is the official one. */
const IDENTIFIER = /^(?:[GH]\d{2}(?:\.\d+)*|\d{2,3}(?:\.\d{2,3}){2}\.[GH]\d{2})$/;
const ENDED = /^(x|có|yes|1)$/iu;

export function compareList(
  registry: Registry,
  lines: readonly LineOfList[],
  { on, newId }: { readonly on: PlainDate; readonly newId: () => string },
): ComparedList {
  const byCode = codesOf(registry, on);
  const cell = (line: LineOfList, column: ListColumn): string => line.cells.get(column) ?? '';
  const wrong: WrongCell[] = [];
  const operations: Operation[] = [];
  const rowOf: number[] = [];
  let unchanged = 0;

  const met = new Map<string, number>();
  const whose = lines.map((line): { readonly bodyId: string; readonly isNew: boolean } | null => {
    const [id, code] = [cell(line, 'id'), cell(line, 'code').toUpperCase()];
    const known = id === '' ? byCode.get(code) : registry.has(id) ? id : undefined;
    if (id !== '' && known === undefined) {
      wrong.push({ row: line.row, column: 'id', problem: bodyNotThere({ name: cell(line, 'name') || id, day: on }) });
      return null;
    }
    const key = known ?? `new ${code}`;
    const before = met.get(key);
    if (before !== undefined && (known !== undefined || code !== '')) {
      wrong.push({ row: line.row, column: id === '' ? 'code' : 'id', problem: listLineTwice({ line: String(before) }) });
      return null;
    }
    met.set(key, line.row);
    return { bodyId: known ?? newId(), isNew: known === undefined };
  });
  // Lines may name each other, whichever comes first.
  const inList = new Map<string, string>();
  lines.forEach((line, at) => {
    const one = whose[at];
    if (!one) return;
    for (const column of ['code', 'identifier'] as const) {
      const code = cell(line, column).toUpperCase();
      if (code !== '' && !inList.has(code)) inList.set(code, one.bodyId);
    }
  });
  const parentOf = (text: string): string | undefined => inList.get(text.toUpperCase()) ?? byCode.get(text.toUpperCase());

  lines.forEach((line, at) => {
    const one = whose[at];
    if (!one) return;
    const { bodyId } = one;
    const parentText = cell(line, 'parent');
    const parentId = parentText === '' ? undefined : parentOf(parentText);
    if (parentText !== '' && parentId === undefined) {
      wrong.push({ row: line.row, column: 'parent', problem: parentUnknown({ parent: parentText }) });
      return;
    }
    const add = (...made: readonly Operation[]): void => {
      for (const operation of made) {
        operations.push(operation);
        rowOf.push(line.row);
      }
    };
    const source = cell(line, 'oldCodeSource');
    if (cell(line, 'oldCode') !== '' && (source === '' || source.length > CODE_SOURCE_LETTERS_MAX)) {
      wrong.push({ row: line.row, column: 'oldCodeSource', problem: oldCodeUnsourced({ most: String(CODE_SOURCE_LETTERS_MAX) }) });
      return;
    }
    const before = operations.length;
    if (one.isNew) {
      const missing = (['name', 'parent', 'bodyKind', 'level'] as const).filter((column) => cell(line, column) === '');
      for (const column of missing) wrong.push({ row: line.row, column, problem: listLineIncomplete() });
      if (missing.length > 0 || parentId === undefined) return;
      add({
        kind: 'make',
        bodyId,
        parentId,
        name: cell(line, 'name'),
        shortName: cell(line, 'shortName') || null,
        bodyKind: cell(line, 'bodyKind').toUpperCase(),
        level: cell(line, 'level').toUpperCase(),
      });
      add(...codesOfNew(bodyId, (column) => cell(line, column)));
      return;
    }
    const piece = pieceOn(registry.get(bodyId)?.versions ?? [], on);
    if (!piece) {
      wrong.push({
        row: line.row,
        column: 'code',
        problem: bodyNotThere({ name: registry.get(bodyId)?.versions.at(-1)?.name ?? '?', day: on }),
      });
      return;
    }
    add(...changesOf(registry, bodyId, piece, on, (column) => cell(line, column), parentId));
    if (operations.length === before) unchanged += 1;
  });
  return { operations, rowOf, wrong, unchanged };
}

/** Bodies by each code that they have on a day, in both written forms; a code of two is nobody's. */
function codesOf(registry: Registry, on: PlainDate): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [bodyId, { codes }] of registry)
    for (const { scheme, code, from, to } of codes) {
      if (scheme === 'dvhc' || from > on || on >= to) continue;
      for (const spelling of codeSpellings(code)) {
        const other = found.get(spelling.toUpperCase());
        if (other !== undefined && other !== bodyId) twice.add(spelling.toUpperCase());
        found.set(spelling.toUpperCase(), bodyId);
      }
    }
  for (const code of twice) found.delete(code);
  return found;
}

function codesOfNew(bodyId: string, said: (column: ListColumn) => string): Operation[] {
  const [own, old, territory] = [said('code').toUpperCase(), said('oldCode').toUpperCase(), said('territory')];
  const official = said('identifier').toUpperCase() || (IDENTIFIER.test(own) && own !== old ? own : '');
  return [
    ...(official === '' ? [] : [giveCode(bodyId, 'ma_dinh_danh', official)]),
    ...(own === '' || own === official || own === old ? [] : [giveCode(bodyId, 'noi_bo', own)]),
    ...(old === '' ? [] : [goesOn(bodyId, old, said('oldCodeSource'))]),
    ...(territory === '' ? [] : [giveCode(bodyId, 'dvhc', territory)]),
  ];
}

const goesOn = (bodyId: string, code: string, source: string): Operation => ({
  ...(giveCode(bodyId, 'ma_dinh_danh', code) as Extract<Operation, { kind: 'give-code' }>),
  uncertain: source,
});

const giveCode = (bodyId: string, scheme: CodeScheme, code: string): Operation => ({ kind: 'give-code', bodyId, scheme, code });

function changesOf(
  registry: Registry,
  bodyId: string,
  piece: VersionPiece,
  on: PlainDate,
  said: (column: ListColumn) => string,
  parentId: string | undefined,
): Operation[] {
  if (ENDED.test(said('end'))) return [{ kind: 'end', bodyId }];
  const name = said('name') || piece.name;
  const shortName = said('shortName') || piece.shortName;
  const bodyKind = said('bodyKind').toUpperCase() || piece.kind;
  const level = said('level').toUpperCase() || piece.level;
  const recoded = (scheme: CodeScheme, code: string): Operation[] => {
    const now = codeOn(registry, bodyId, scheme, on);
    if (code === '' || codeSpellings(code).includes(now)) return [];
    // What goes on as uncertain is not taken.
    const taken = now !== '' && !(scheme === 'ma_dinh_danh' && codeSpellings(now).includes(old));
    return [...(taken ? [{ kind: 'take-code' as const, bodyId, scheme, code: now }] : []), giveCode(bodyId, scheme, code)];
  };
  const old = said('oldCode').toUpperCase();
  const carried = oldCodeOn(registry, bodyId, on);
  const own = said('code').toUpperCase();
  const official = codeOn(registry, bodyId, 'ma_dinh_danh', on);
  const stated = said('identifier').toUpperCase();
  return [
    ...(name !== piece.name || shortName !== piece.shortName ? [{ kind: 'rename' as const, bodyId, name, shortName }] : []),
    ...(parentId !== undefined && parentId !== piece.parentId ? [{ kind: 'move' as const, bodyId, parentId }] : []),
    ...(bodyKind !== piece.kind || level !== piece.level ? [{ kind: 'describe' as const, bodyId, bodyKind, level }] : []),
    ...recoded('ma_dinh_danh', stated || (IDENTIFIER.test(own) && own !== old && own !== carried?.code ? own : '')),
    ...(old === '' || (carried?.code === old && carried.source === said('oldCodeSource'))
      ? []
      : [goesOn(bodyId, old, said('oldCodeSource'))]),
    ...(own === '' || own === official || own === stated || IDENTIFIER.test(own) ? [] : recoded('noi_bo', own)),
    ...recoded('dvhc', said('territory')),
  ];
}
