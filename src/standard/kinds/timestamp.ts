/** An instant, UTC, ISO 8601: `2026-11-24T03:04:05.678Z`. Nobody types one. */
import { Type } from 'typebox';
import type { SpecOf } from '#standard/field-shape.ts';
import { INSTANT_PATTERN } from '#standard/value-tests.ts';
import { printScalar, untyped, type Kind } from './kind.ts';

export const timestamp: Kind<SpecOf<'timestamp'>> = {
  ...untyped,
  word: { vi: 'thời điểm UTC', en: 'an instant, UTC' },
  shown: { as: 'instant', set: 'figures' },
  print: printScalar,
  schema: () => Type.String({ pattern: INSTANT_PATTERN, format: 'instant' }),
  test: () => 'isInstant(v)',
  typeText: () => 'Instant',
  sqlType: () => 'timestamptz',
};
