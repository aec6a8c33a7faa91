/** An identifier made by the app (UUID, lower case). */
import { Type } from 'typebox';
import type { SpecOf } from '#standard/field-shape.ts';
import { printScalar, untyped, type Kind } from './kind.ts';

const PATTERN = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

export const uuid: Kind<SpecOf<'uuid'>> = {
  ...untyped,
  word: { vi: 'mã UUID', en: 'a UUID' },
  shown: { as: 'text', set: 'word' },
  print: printScalar,
  schema: () => Type.String({ pattern: PATTERN }),
  test: () => `matches(v, /${PATTERN}/u)`,
  typeText: () => 'string',
  sqlType: () => 'uuid',
};
