/** What travels: the claims of an update, as this system states them, and the answer. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Cells } from '#record/declarations/shapes.ts';
import { LINES_MAX } from '#record/declarations/limits.ts';
import { GROUPS_MAX } from './limits.ts';

const Stated = Type.Object(
  {
    cells: Cells,
    sections: Type.Record(Type.String({ maxLength: 80 }), Type.Array(Cells, { maxItems: LINES_MAX }), { maxProperties: 8 }),
  },
  { additionalProperties: false },
);

export const UpdateClaims = Type.Object({
  iss: Type.String(),
  iat: Type.Number(),
  jti: Type.String({ minLength: 8, maxLength: 100 }),
  /** citizen number */
  sub: Type.String({ pattern: '^[0-9]{12}$' }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  /** of the electronic identity with which it was typed */
  level: Type.Literal(2),
  /** code of the sentence of truth that the person agreed to */
  truth: Type.String({ minLength: 1, maxLength: 40 }),
  groups: Type.Record(Type.String({ pattern: '^[A-Z]$' }), Stated, { minProperties: 1, maxProperties: GROUPS_MAX }),
});
export type UpdateClaims = Static<typeof UpdateClaims>;

export const UpdateTaken = Type.Object({ id: Type.String() }, { title: 'VneidUpdateTaken' });
