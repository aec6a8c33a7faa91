/** Shapes that travel in answers of every room. */
import { Type } from 'typebox';
import type { TEnum, TNull, TSchema, TUnion } from 'typebox';

/** A text for people, in both languages. */
export const Bilingual = Type.Object({ vi: Type.String(), en: Type.String() }, { title: 'Bilingual' });

export const orNull = <Shape extends TSchema>(shape: Shape): TUnion<[Shape, TNull]> => Type.Union([shape, Type.Null()]);

/** One of a closed list of words. */
export const oneOf = <const Words extends string[]>(words: readonly [...Words]): TEnum<Words> =>
  Type.Enum(words) as unknown as TEnum<Words>;

export const Id = Type.String({ format: 'uuid' });
/** Address of one thing by its id. */
export const ById = Type.Object({ id: Id });
/** What was made, by its id. */
export const MadeId = Type.Object({ id: Type.String() }, { title: 'MadeId' });

/** What a list takes: where to go on, and how many. */
export const pageOf = (limitMax: number) => ({
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limitMax })),
});

/** One page of a list; `next` null: it was the last. */
export const listOf = <Item extends TSchema>(item: Item) => Type.Object({ items: Type.Array(item), next: orNull(Type.String()) });

const OneProblem = Type.Object({
  code: Type.String(),
  severity: oneOf(['error', 'warning', 'corrected']),
  detail: Bilingual,
  next: Bilingual,
  where: Type.Object({
    sheet: Type.Optional(orNull(Type.String())),
    row: Type.Optional(orNull(Type.Integer())),
    column: Type.Optional(orNull(Type.String())),
    field: Type.Optional(orNull(Type.String())),
  }),
});

/** RFC 9457 with our members. */
export const ProblemDocument = Type.Object(
  {
    /** page that explains the code */
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ pattern: '^E-[A-Z0-9-]+$' }),
    detail: Bilingual,
    next: Bilingual,
    /** all that is wrong, when it is more than one thing */
    problems: Type.Optional(Type.Array(OneProblem)),
    requestId: Type.String(),
  },
  { title: 'ProblemDocument' },
);

/** Bytes: of a file that is sent, or given. */
export const Binary = Type.String({ format: 'binary' });
