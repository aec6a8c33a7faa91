/** What travels of entries that administrators ask for. */
import { Type } from 'typebox';
import { NamedBody } from '#authority/access/shapes.ts';
import { Bilingual, oneOf, orNull } from '#base/http/shapes.ts';

const Day = Type.String({ format: 'date', pattern: '^[1-9]' });
const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: String.raw`\S` });

/** What is asked for. */
export const AdditionRequest = Type.Object(
  {
    list: Type.String({ minLength: 1, maxLength: 60 }),
    code: Type.String({ pattern: '^[A-ZĐ0-9][A-ZĐ0-9._-]{0,29}$' }),
    name: Words(300),
    nameEn: Type.Optional(Words(300)),
    aliases: Type.Optional(Type.Array(Words(300), { maxItems: 20 })),
    validFrom: Day,
    /** the last day; without it, without end */
    lastDay: Type.Optional(Day),
    /** the decision or text of law that makes the entry */
    source: Type.String({ minLength: 5, maxLength: 500, pattern: String.raw`\S` }),
  },
  { additionalProperties: false, title: 'AdditionRequest' },
);

export const AdditionVerdict = Type.Object(
  { granted: Type.Boolean(), reason: Type.Optional(Words(500)) },
  { additionalProperties: false, title: 'AdditionVerdict' },
);

export const AdditionShape = Type.Object(
  {
    id: Type.String(),
    list: Type.String(),
    listTitle: Bilingual,
    code: Type.String(),
    name: Type.String(),
    nameEn: orNull(Type.String()),
    aliases: Type.Array(Type.String()),
    validFrom: Type.String(),
    lastDay: orNull(Type.String()),
    source: Type.String(),
    body: NamedBody,
    askedAt: Type.String(),
    state: oneOf(['waiting', 'granted', 'refused']),
    decidedAt: orNull(Type.String()),
    reason: orNull(Type.String()),
    mayDecide: Type.Boolean(),
  },
  { title: 'ListAddition' },
);

/** The additions, and the lists that take some. */
export const AdditionList = Type.Object(
  {
    items: Type.Array(AdditionShape),
    next: orNull(Type.String()),
    openLists: Type.Array(Type.Object({ id: Type.String(), title: Bilingual })),
    mayAsk: Type.Boolean(),
  },
  { title: 'AdditionList' },
);

/** `edition`: the one that knows the entry; null when it was refused. */
export const DecidedAddition = Type.Object({ edition: orNull(Type.Integer()) }, { title: 'DecidedAddition' });
