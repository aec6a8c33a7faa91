/** What was asked for, as operations; a new body gets its id here. Pure but for the ids, which are handed in. */
import type { Operation } from '#authority/organisations/operations.ts';
import { changeIncomplete } from '#authority/organisations/problems.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { OperationAsked } from './shapes.ts';

/** Members that each kind needs. */
const NEEDS: Readonly<Record<Operation['kind'], readonly (keyof OperationAsked)[]>> = {
  make: ['parentId', 'name', 'bodyKind', 'level'],
  rename: ['bodyId', 'name'],
  move: ['bodyId', 'parentId'],
  describe: ['bodyId', 'bodyKind', 'level'],
  end: ['bodyId'],
  merge: ['bodyId', 'intoId'],
  undo: ['bodyId', 'changeId'],
  'give-code': ['bodyId', 'scheme', 'code'],
  'take-code': ['bodyId', 'scheme', 'code'],
  attribute: ['bodyId', 'attribute', 'value'],
  establish: ['bodyId', 'postKind', 'posts'],
};

/**
 * @param newId  makes the id of a body that begins
 * A code that is said with `make` is given to the new body: an operation of its own.
 */
export function operationsAsked(asked: readonly OperationAsked[], newId: () => string): Result<Operation[]> {
  const missing = asked.flatMap((one) => NEEDS[one.kind].filter((name) => one[name] === undefined));
  if (missing.length > 0) return refused(changeIncomplete({ field: missing.join(', ') }));
  return ok(asked.flatMap((one) => operationsOfOne(one, one.bodyId ?? newId())));
}

function operationsOfOne(asked: OperationAsked, bodyId: string): Operation[] {
  const { kind, parentId = '', level = '', bodyKind = '', scheme = 'noi_bo', posts = 0, postKind = '', value = '' } = asked;
  const name = asked.name?.trim() ?? '';
  const shortName = asked.shortName?.trim() ?? null;
  const code = asked.code?.trim() ?? '';
  switch (kind) {
    case 'make':
      return [
        { kind, bodyId, parentId, name, shortName, bodyKind, level },
        ...(code === '' ? [] : [{ kind: 'give-code' as const, bodyId, scheme, code }]),
      ];
    case 'rename':
      return [{ kind, bodyId, name, shortName }];
    case 'move':
      return [{ kind, bodyId, parentId }];
    case 'describe':
      return [{ kind, bodyId, bodyKind, level }];
    case 'merge':
      return [{ kind, bodyId, intoId: asked.intoId ?? '' }];
    case 'undo':
      return [{ kind, bodyId, changeId: asked.changeId ?? '' }];
    case 'end':
      return [{ kind, bodyId }];
    case 'give-code':
      return [{ kind, bodyId, scheme, code, ...(asked.uncertain === undefined ? {} : { uncertain: asked.uncertain.trim() }) }];
    case 'take-code':
      return [{ kind, bodyId, scheme, code }];
    case 'attribute':
      return [{ kind, bodyId, name: asked.attribute ?? '', value }];
    case 'establish':
      return [{ kind, bodyId, postKind, posts }];
  }
}
