/** What stands in the way of a change: bodies as they would be, held against each other. Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { entryAt } from '#standard/code-lists.ts';
import { exactKey } from '#standard/codelists/text-keys.ts';
import type { OperationField } from './apply-operations.ts';
import { codeSpellings } from './code-spellings.ts';
import { chainAbove } from './managing.ts';
import { NAME_LETTERS_MAX } from './limits.ts';
import type { Operation } from './operations.ts';
import { ATTRIBUTE_LISTS } from './operations.ts';
import { firstGap, overlaps, pieceOn } from './pieces.ts';
import {
  bodiesInCircle,
  childrenStay,
  codeForm,
  codeSecond,
  codeTaken,
  listEntryUnknown,
  mergerIntoItself,
  nameLength,
  parentEnds,
  parentNotThere,
  parentUnknown,
  siblingName,
  successorTwice,
} from './problems.ts';
import type { ProblemOfOperation } from './plan-change.ts';
import { UNCERTAIN } from './registry.ts';
import type { BodyFacts, CodePiece, Registry, VersionPiece } from './registry.ts';
import type { CodeScheme } from './shapes.ts';

/** QĐ 20/2020/QĐ-TTg and QCVN 102:2016/BTTTT; our own; a province or a commune. */
const FORMS: Readonly<Record<CodeScheme, RegExp>> = {
  ma_dinh_danh: /^(?:[A-Z]\d{2}(?:\.\d{1,3}){0,4}|\d{2,3}(?:\.\d{2,3}){2}\.[A-Z]\d{2})$/,
  noi_bo: /^[A-ZĐ0-9][A-ZĐ0-9._-]{0,29}$/,
  dvhc: /^(?:\d{2}|\d{5})$/,
};

export interface Judged {
  readonly registry: Registry;
  readonly changed: ReadonlyMap<string, BodyFacts>;
  readonly operations: readonly Operation[];
  readonly on: PlainDate;
}

export function problemsOfChange(judged: Judged): ProblemOfOperation[] {
  const { registry, changed, operations, on } = judged;
  const factsOf = (bodyId: string): BodyFacts | undefined => changed.get(bodyId) ?? registry.get(bodyId);
  const nameOf = (bodyId: string): string => {
    const versions = factsOf(bodyId)?.versions ?? registry.get(bodyId)?.versions ?? [];
    return (pieceOn(versions, on) ?? versions.at(-1))?.name ?? '?';
  };
  const siblings = siblingIndex(judged);
  const owners = codeIndex(judged);
  const problems: ProblemOfOperation[] = [];
  operations.forEach((operation, index) => {
    const tell = (field: OperationField, ...told: (Problem | null)[]): void => {
      for (const problem of told) if (problem) problems.push({ index, field, problem });
    };
    const facts = changed.get(operation.bodyId);
    switch (operation.kind) {
      case 'make':
        tell('name', wrongName(operation.name), besideNames(siblings, operation.bodyId, factsOf, on));
        tell('kind', unlisted('loai_co_quan', operation.bodyKind, on));
        tell('level', unlisted('cap_co_quan', operation.level, on));
        tell('parent', ...wrongParent(operation.bodyId, factsOf, nameOf, on));
        return;
      case 'rename':
        tell('name', wrongName(operation.name), facts ? besideNames(siblings, operation.bodyId, factsOf, on) : null);
        return;
      case 'move':
        if (!facts) return;
        tell('parent', ...wrongParent(operation.bodyId, factsOf, nameOf, on));
        tell('name', besideNames(siblings, operation.bodyId, factsOf, on));
        return;
      case 'describe':
        tell('kind', unlisted('loai_co_quan', operation.bodyKind, on));
        tell('level', unlisted('cap_co_quan', operation.level, on));
        return;
      case 'give-code':
        tell(
          'code',
          FORMS[operation.scheme].test(operation.code) ? null : codeForm({ code: operation.code }),
          ...wrongCode(owners, operation, factsOf, nameOf, on),
        );
        return;
      case 'attribute':
        tell('value', unlisted(ATTRIBUTE_LISTS[operation.name] ?? '', operation.value, on));
        return;
      case 'end': {
        if (!facts) return;
        const children = [...(siblings.childrenOf.get(operation.bodyId) ?? [])].filter((child) =>
          (factsOf(child)?.versions ?? []).some((piece) => piece.parentId === operation.bodyId && piece.to > on),
        );
        const some = children.slice(0, 5).map(nameOf).join('; ');
        tell('body', children.length === 0 ? null : childrenStay({ name: nameOf(operation.bodyId), count: children.length, some }));
        return;
      }
      case 'establish':
        tell('kind', unlisted('loai_bien_che', operation.postKind, on));
        return;
      case 'merge':
        tell('parent', ...wrongMerger(judged, operation, factsOf, nameOf));
        return;
      case 'take-code':
      case 'undo':
        return;
    }
  });
  return problems;
}

/** A body goes into another one that stands from the day on, is not itself, does not stand below it, and goes nowhere itself in the same change. */
function wrongMerger(
  { registry, changed, operations, on }: Judged,
  { bodyId, intoId }: Extract<Operation, { kind: 'merge' }>,
  factsOf: (bodyId: string) => BodyFacts | undefined,
  nameOf: (bodyId: string) => string,
): (Problem | null)[] {
  if (bodyId === intoId) return [mergerIntoItself({ name: nameOf(bodyId) })];
  const target = registry.get(intoId);
  if (!target) return [parentUnknown({ parent: intoId })];
  if (!pieceOn(target.versions, on)) return [parentNotThere({ name: nameOf(intoId), day: on })];
  if (chainAbove((id) => registry.get(id), intoId, on).includes(bodyId))
    return [bodiesInCircle({ names: [nameOf(bodyId), nameOf(intoId), nameOf(bodyId)].join(' → ') })];
  const twice = operations.filter((one) => one.kind === 'merge' && (one.bodyId === bodyId || one.bodyId === intoId)).length > 1;
  if (twice || operations.some((one) => one.kind === 'end' && (one.bodyId === bodyId || one.bodyId === intoId)))
    return [successorTwice({ name: nameOf(bodyId) })];
  const [names, units] = [
    new Set<string>(),
    [...changed].filter(([, facts]) => facts.versions.some((piece) => piece.parentId === intoId && piece.to > on)),
  ];
  const moved = new Set(units.map(([id]) => id));
  for (const [id, facts] of registry)
    if (!moved.has(id)) for (const piece of facts.versions) if (piece.parentId === intoId && piece.to > on) names.add(exactKey(piece.name));
  const parent = nameOf(intoId);
  const clash = units.flatMap(([id]) => (factsOf(id)?.versions ?? []).filter((piece) => piece.to > on && names.has(exactKey(piece.name))));
  return clash.slice(0, 5).map(({ name }) => siblingName({ name, parent }));
}

const wrongName = (name: string): Problem | null =>
  name.trim().length < 2 || name.length > NAME_LETTERS_MAX ? nameLength({ most: NAME_LETTERS_MAX }) : null;

function unlisted(list: string, code: string, on: PlainDate): Problem | null {
  if (list === '') return listEntryUnknown({ code, list, day: on });
  const entry = entryAt(list, code, on);
  return entry ? null : listEntryUnknown({ code, list, day: on });
}

/** The parent is there on each of its days, and does not stand below it. */
function wrongParent(
  bodyId: string,
  factsOf: (bodyId: string) => BodyFacts | undefined,
  nameOf: (bodyId: string) => string,
  on: PlainDate,
): (Problem | null)[] {
  for (const piece of (factsOf(bodyId)?.versions ?? []).filter(({ to }) => to > on)) {
    if (piece.parentId === null) continue;
    const from = piece.from < on ? on : piece.from;
    const parent = factsOf(piece.parentId);
    if (!parent || parent.versions.length === 0) return [parentUnknown({ parent: piece.parentId })];
    if (!pieceOn(parent.versions, from)) return [parentNotThere({ name: nameOf(piece.parentId), day: from })];
    const above = chainAbove(factsOf, bodyId, from);
    const top = above.at(-1);
    if (piece.parentId === bodyId || (top !== undefined && pieceOn(factsOf(top)?.versions ?? [], from)?.parentId === bodyId))
      return [bodiesInCircle({ names: [bodyId, ...above].map(nameOf).join(' → ') })];
    if (above.length > new Set(above).size) return [bodiesInCircle({ names: [...new Set(above)].map(nameOf).join(' → ') })];
    const gap = firstGap(parent.versions, from, piece.to);
    if (gap !== null) return [parentEnds({ name: nameOf(piece.parentId), day: gap })];
  }
  return [];
}

interface Siblings {
  readonly childrenOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** by parent and name */
  readonly named: ReadonlyMap<string, readonly { readonly bodyId: string; readonly piece: VersionPiece }[]>;
}

const placeKey = (parentId: string, name: string): string => `${parentId} ${exactKey(name)}`;

/** Children and names below the parents that the change speaks of, as they would be. */
function siblingIndex({ registry, changed, operations, on }: Judged): Siblings {
  const asked = new Set<string>();
  for (const operation of operations) {
    if (operation.kind === 'end') asked.add(operation.bodyId);
    for (const { parentId } of changed.get(operation.bodyId)?.versions ?? []) if (parentId !== null) asked.add(parentId);
  }
  const childrenOf = new Map<string, Set<string>>();
  const named = new Map<string, { bodyId: string; piece: VersionPiece }[]>();
  const add = (bodyId: string, facts: BodyFacts): void => {
    for (const piece of facts.versions) {
      if (piece.to <= on || piece.parentId === null || !asked.has(piece.parentId)) continue;
      const children = childrenOf.get(piece.parentId);
      if (children) children.add(bodyId);
      else childrenOf.set(piece.parentId, new Set([bodyId]));
      const key = placeKey(piece.parentId, piece.name);
      const own = named.get(key);
      if (own) own.push({ bodyId, piece });
      else named.set(key, [{ bodyId, piece }]);
    }
  };
  for (const [bodyId, facts] of registry) if (!changed.has(bodyId)) add(bodyId, facts);
  for (const [bodyId, facts] of changed) add(bodyId, facts);
  return { childrenOf, named };
}

function besideNames(
  { named }: Siblings,
  bodyId: string,
  factsOf: (bodyId: string) => BodyFacts | undefined,
  on: PlainDate,
): Problem | null {
  for (const piece of (factsOf(bodyId)?.versions ?? []).filter(({ to }) => to > on)) {
    if (piece.parentId === null) continue;
    const other = (named.get(placeKey(piece.parentId, piece.name)) ?? []).find(
      (one) => one.bodyId !== bodyId && overlaps(one.piece, { from: piece.from < on ? on : piece.from, to: piece.to }),
    );
    if (other) {
      const parent = pieceOn(factsOf(piece.parentId)?.versions ?? [], on)?.name ?? '?';
      return siblingName({ name: piece.name, parent });
    }
  }
  return null;
}

type CodeOwners = ReadonlyMap<string, readonly { readonly bodyId: string; readonly piece: CodePiece }[]>;

/** Who has the codes that are given, in either of their written forms. */
function codeIndex({ registry, changed, operations }: Judged): CodeOwners {
  const asked = new Set(operations.flatMap((operation) => (operation.kind === 'give-code' ? codeSpellings(operation.code) : [])));
  const owners = new Map<string, { bodyId: string; piece: CodePiece }[]>();
  if (asked.size === 0) return owners;
  const add = (bodyId: string, { codes }: BodyFacts): void => {
    for (const piece of codes) {
      if (piece.scheme === 'dvhc' || !asked.has(piece.code)) continue;
      const own = owners.get(piece.code);
      if (own) own.push({ bodyId, piece });
      else owners.set(piece.code, [{ bodyId, piece }]);
    }
  };
  for (const [bodyId, facts] of registry) if (!changed.has(bodyId)) add(bodyId, facts);
  for (const [bodyId, facts] of changed) add(bodyId, facts);
  return owners;
}

function wrongCode(
  owners: CodeOwners,
  { bodyId, scheme, code }: Extract<Operation, { kind: 'give-code' }>,
  factsOf: (bodyId: string) => BodyFacts | undefined,
  nameOf: (bodyId: string) => string,
  on: PlainDate,
): (Problem | null)[] {
  const given = factsOf(bodyId)?.codes.find((piece) => piece.scheme === scheme && piece.code === code && piece.to > on);
  if (!given) return [];
  if (scheme !== 'dvhc')
    for (const spelling of codeSpellings(code)) {
      const other = (owners.get(spelling) ?? []).find((one) => one.bodyId !== bodyId && overlaps(one.piece, given));
      if (other) return [codeTaken({ code, name: nameOf(other.bodyId), from: other.piece.from, until: other.piece.to })];
    }
  const second =
    scheme === 'ma_dinh_danh' && given.confidence !== UNCERTAIN
      ? factsOf(bodyId)?.codes.find(
          (piece) => piece.scheme === scheme && piece.code !== code && piece.confidence !== UNCERTAIN && overlaps(piece, given),
        )
      : undefined;
  return [second ? codeSecond({ name: nameOf(bodyId), code: second.code }) : null];
}
