/** A change in lines that can be read: which body, what it was, what it will be. Pure. */
import type { Operation } from '#authority/organisations/operations.ts';
import { pieceOn } from '#authority/organisations/pieces.ts';
import type { PlannedRows } from '#authority/organisations/plan-change.ts';
import type { Registry } from '#authority/organisations/registry.ts';
import type { PlainDate } from '#base/clock.ts';

export interface Line {
  readonly kind: Operation['kind'];
  readonly body: { readonly id: string; readonly name: string };
  readonly before: string | null;
  readonly after: string | null;
  /** of a code that goes on uncertain: what says so */
  readonly uncertain: string | null;
}

export function linesOf(registry: Registry, operations: readonly Operation[], on: PlainDate, limit: number): Line[] {
  const born = new Map(operations.flatMap((one) => (one.kind === 'make' ? [[one.bodyId, one.name] as const] : [])));
  const then = (bodyId: string) => pieceOn(registry.get(bodyId)?.versions ?? [], on);
  const nameOf = (bodyId: string): string => then(bodyId)?.name ?? born.get(bodyId) ?? registry.get(bodyId)?.versions.at(-1)?.name ?? '?';
  return operations.slice(0, limit).map((operation) => {
    const { bodyId } = operation;
    const own = then(bodyId);
    const line = (before: string | null, after: string | null, uncertain: string | null = null): Line => ({
      kind: operation.kind,
      body: { id: bodyId, name: nameOf(bodyId) },
      before,
      after,
      uncertain,
    });
    switch (operation.kind) {
      case 'make':
        return line(null, nameOf(operation.parentId));
      case 'rename':
        return line(own?.name ?? null, operation.name);
      case 'move':
        return line(own?.parentId ? nameOf(own.parentId) : null, nameOf(operation.parentId));
      case 'describe':
        return line(own ? `${own.kind} · ${own.level}` : null, `${operation.bodyKind} · ${operation.level}`);
      case 'merge':
        return line(own?.name ?? null, nameOf(operation.intoId));
      case 'undo':
        return line(null, nameOf(bodyId));
      case 'end':
        return line(own?.name ?? null, null);
      case 'give-code':
        return line(null, operation.code, operation.uncertain ?? null);
      case 'take-code':
        return line(operation.code, null);
      case 'attribute': {
        const stood = pieceOn(
          (registry.get(bodyId)?.attributes ?? []).filter(({ name }) => name === operation.name),
          on,
        );
        return line(stood?.value ?? null, operation.value);
      }
      case 'establish': {
        const stood = pieceOn(
          (registry.get(bodyId)?.posts ?? []).filter(({ kind }) => kind === operation.postKind),
          on,
        );
        return line(stood ? `${operation.postKind}: ${stood.posts}` : null, `${operation.postKind}: ${operation.posts}`);
      }
    }
  });
}

/** What goes along with bodies that go into others; nothing where none does. */
export function countsAlong({ mergers = [] }: Pick<PlannedRows, 'mergers'>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { people, grants, cards } of mergers)
    for (const [name, count] of Object.entries({ people, grants, cards })) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}

/** How many operations of each kind. */
export function countsOf(operations: readonly Operation[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of operations) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
