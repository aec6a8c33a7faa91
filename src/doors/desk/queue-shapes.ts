/** What travels of the officer's queue: its rows, by what it is narrowed, somebody's place in it. */
import { Type } from 'typebox';
import { May } from '#authority/access/shapes.ts';
import { Bilingual, Id, oneOf, orNull, pageOf } from '#base/http/shapes.ts';
import { QUEUE_SORTS, WARNED } from '#record/intake/queue-order.ts';
import { Text } from './shapes.ts';

const LEVELS = ['KHOP', 'GAN_KHOP', 'LECH', 'KHONG_TIM_THAY', 'CHUA'] as const;

/** How a queue is narrowed and ordered. */
const NARROWED = {
  body: Type.Optional(Id),
  /** one of `WARNED`, or the code of a problem */
  warning: Type.Optional(Type.String({ pattern: `^(${WARNED.join('|')}|E-[A-Z0-9-]{1,60})$` })),
  match: Type.Optional(oneOf([...LEVELS])),
  /** who has waited for so many days at least */
  days: Type.Optional(Type.Integer({ minimum: 0, maximum: 3_650 })),
  sort: Type.Optional(oneOf([...QUEUE_SORTS])),
};
export const Narrowed = Type.Object(NARROWED);
export const QueueQuery = Type.Object({ ...pageOf(200), ...NARROWED });

export const QueueItem = Type.Object(
  {
    submissionId: Text,
    personId: Text,
    name: Text,
    body: Text,
    groups: Type.Array(Text),
    changes: Type.Integer(),
    /** errors and warnings of the check */
    problems: Type.Integer(),
    /** code of `muc_khop` */
    match: Text,
    waitingSince: Text,
    /** sent by me: I may look, not decide */
    mine: Type.Boolean(),
    may: May,
  },
  { title: 'QueueItem' },
);

export const QueuePage = Type.Object(
  {
    items: Type.Array(QueueItem),
    next: orNull(Text),
    /** of the queue as it is narrowed */
    total: Type.Integer(),
    /** submissions of which several people wait and whose list I may sign, the largest first */
    submissions: Type.Array(
      Type.Object({ submissionId: Text, uploadNumber: Text, body: Text, people: Type.Integer() }, { title: 'QueueSubmission' }),
    ),
    /** by what the whole queue can be narrowed, with the people that each leaves; null on further pages */
    facets: orNull(
      Type.Object(
        {
          waiting: Type.Integer(),
          bodies: Type.Array(Type.Object({ id: Text, name: Text, people: Type.Integer() })),
          matches: Type.Array(Type.Object({ level: Text, people: Type.Integer() })),
          warnings: Type.Array(Type.Object({ code: Text, title: Bilingual, people: Type.Integer() })),
        },
        { title: 'QueueFacets' },
      ),
    ),
  },
  { title: 'QueuePage' },
);

const Key = Type.Object({ submissionId: Text, personId: Text }, { title: 'QueueKey' });
export const QueuePlace = Type.Object(
  { position: Type.Integer(), total: Type.Integer(), waits: Type.Boolean(), before: orNull(Key), after: orNull(Key) },
  { title: 'QueuePlace' },
);
