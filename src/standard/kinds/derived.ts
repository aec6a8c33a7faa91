/** A value computed from other fields; looks like the kind it is `of`, and nobody types it. */
import type { SpecOf } from '#standard/field-shape.ts';
import { untyped, type Kind, type KindOf } from './kind.ts';

export const derivedKind = (kindOf: KindOf): Kind<SpecOf<'derived'>> => ({
  ...untyped,
  word: { vi: 'giá trị do hệ thống tính', en: 'a computed value' },
  shown: { as: 'text', set: 'word' },
  hint: () => ({ vi: 'Hệ thống tự tính.', en: 'Computed by the system.' }),
  print: (value, { of }, at) => kindOf(of).print(value, of, at),
  schema: ({ of }) => kindOf(of).schema(of),
  test: ({ of }) => kindOf(of).test(of),
  typeText: ({ of }) => kindOf(of).typeText(of),
  sqlType: ({ of }) => kindOf(of).sqlType(of),
});
