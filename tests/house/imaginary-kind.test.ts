/**
 * One kind = one file: a kind that is only named is asked for in the table of kinds, and one that lacks a part is asked for that part. It is the compiler who
 * says so, in `npm run check`: what stands behind `@ts-expect-error` is wrong, and a wrong that it would let pass is an error itself (TS2578).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KindName, KindSpec, SpecOf } from '#standard/field-shape.ts';
import { ALL_KINDS } from '#standard/kinds/all.ts';
import type { Kind } from '#standard/kinds/kind.ts';
import { isNode, nodesOf, programOf, textOf } from './sources.ts';

/** A kind that is only named. */
interface Hat {
  readonly name: 'hat';
  readonly colours: readonly string[];
}
/** What a table of kinds holds when `field-shape.ts` names these. */
type TableOf<Spec extends { readonly name: string }> = { readonly [N in Spec['name']]: N extends KindName ? Kind<SpecOf<N>> : unknown };

const { sqlType: _left, ...LACKING } = ALL_KINDS.uuid;

test('the table holds the kinds that are named; a new one is asked for, and so is a part that one lacks', () => {
  const named: TableOf<KindSpec> = ALL_KINDS;
  // @ts-expect-error -- Property 'hat' is missing
  const hat: TableOf<KindSpec | Hat> = ALL_KINDS;
  const whole: Kind<SpecOf<'uuid'>> = ALL_KINDS.uuid;
  // @ts-expect-error -- Property 'sqlType' is missing
  const lacking: Kind<SpecOf<'uuid'>> = LACKING;
  assert.ok(!('hat' in hat) && !('sqlType' in lacking));
  assert.deepEqual(
    Object.keys(whole).filter((part) => !(part in lacking)),
    ['sqlType'],
  );
  assert.ok(Object.keys(named).length > 20);
});

/** The type that a table says it satisfies; null when it says none. */
function satisfied(text: string, table: string): string | null {
  for (const { type, id, init } of nodesOf(programOf(text)))
    if (type === 'VariableDeclarator' && isNode(id) && id['name'] === table && isNode(init) && init.type === 'TSSatisfiesExpression') {
      const { start, end } = init['typeAnnotation'] as { readonly start: number; readonly end: number };
      return text.slice(start, end).replaceAll(/\s+/g, ' ');
    }
  return null;
}

test('the tables themselves are held to the names, so that the compiler points at them', () => {
  assert.equal(satisfied(textOf('src/standard/kinds/all.ts'), 'ALL_KINDS'), '{ readonly [N in KindName]: Kind<SpecOf<N>> }');
  assert.equal(satisfied(textOf('portal/kinds/generated/shown.ts'), 'SHOWN'), 'Record<KindName, ValueDisplay>');
  assert.equal(satisfied('export const ALL_KINDS = { uuid } as const;', 'ALL_KINDS'), null);
  assert.equal(satisfied('export const ALL_KINDS = { uuid } as const satisfies Some;', 'ALL_KINDS'), 'Some');
});
