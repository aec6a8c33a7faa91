/** The invented queue, narrowed as the server does, and the place of one person in it. */
import type * as S from '#portal/api/generated/api.ts';
import { both } from './both.ts';
import { QUEUE } from './decision-fixtures.ts';

const counts = (wordOf: (item: S.QueueItem) => string): readonly (readonly [string, number])[] =>
  [...Map.groupBy(QUEUE, wordOf)].map(([word, items]) => [word, items.length]);
const BODY_IDS: Readonly<Record<string, string>> = {
  'UBND xã Suối Trong': '01890000-0000-7000-8000-000000000041',
  'Trường THPT Nguyễn Trãi': '01890000-0000-7000-8000-000000000026',
};

export const QUEUE_FACETS: S.QueueFacets = {
  waiting: QUEUE.length,
  bodies: counts(({ body }) => body).map(([name, people]) => ({ id: BODY_IDS[name]!, name, people })),
  matches: counts(({ match }) => match).map(([level, people]) => ({ level, people })),
  warnings: [
    {
      code: 'E-PAY-EARLY',
      title: both('Kiểm tra nâng bậc sớm', 'Check early raises'),
      people: QUEUE.filter(({ problems }) => problems > 0).length,
    },
  ],
};

export function queueOf(query: unknown): readonly S.QueueItem[] {
  const { body, match, warning, sort } = query as Readonly<Record<string, string | undefined>>;
  const shown = QUEUE.filter(
    (item) =>
      (!body || BODY_IDS[item.body] === body) &&
      (!match || item.match === match) &&
      (!warning || (warning === 'none') === (item.problems === 0)),
  );
  return sort === 'newest' ? shown.toReversed() : shown;
}

export function placeOf(query: unknown, personId: string): S.QueuePlace {
  const shown = queueOf(query);
  const at = shown.findIndex((item) => item.personId === personId);
  const keyOf = (item: S.QueueItem | undefined) => (item ? { submissionId: item.submissionId, personId: item.personId } : null);
  return {
    position: Math.max(at, 0) + 1,
    total: shown.length,
    waits: at >= 0,
    before: keyOf(at > 0 ? shown[at - 1] : undefined),
    after: keyOf(shown[at + 1]),
  };
}
