// Written by tools/generate.ts from the kinds of fields; not edited by hand.
import type { KindName } from '#standard/field-shape.ts';
import type { ValueDisplay } from '#standard/kinds/kind.ts';

export const SHOWN = {
  address: { as: 'text', set: 'lines' },
  code: { as: 'text', set: 'word' },
  codeOrText: { as: 'text', set: 'word' },
  date: { as: 'day', set: 'figures' },
  decimal: { as: 'decimal', set: 'figures' },
  decision: { as: 'text', set: 'lines' },
  derived: { as: 'text', set: 'word' },
  digits: { as: 'text', set: 'figures' },
  email: { as: 'text', set: 'word' },
  file: { as: 'text', set: 'word' },
  flag: { as: 'flag', set: 'word' },
  integer: { as: 'text', set: 'figures' },
  list: { as: 'text', set: 'lines' },
  longText: { as: 'text', set: 'lines' },
  map: { as: 'text', set: 'lines' },
  money: { as: 'money', set: 'figures' },
  nationalId: { as: 'threes', set: 'figures' },
  object: { as: 'text', set: 'lines' },
  organisation: { as: 'text', set: 'word' },
  partialDate: { as: 'day', set: 'figures' },
  personName: { as: 'text', set: 'word' },
  phone: { as: 'text', set: 'figures' },
  text: { as: 'text', set: 'word' },
  timestamp: { as: 'instant', set: 'figures' },
  uuid: { as: 'text', set: 'word' },
} as const satisfies Record<KindName, ValueDisplay>;
