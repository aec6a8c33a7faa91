/** How tests come to the screens of this folder, and the mock’s answers: the log. Never shipped. */
import { answer, page } from '#portal/mock/answer.ts';
import { both } from '#portal/mock/both.ts';
import type { Example } from '#portal/mock/example.ts';
import { BODIES } from '#portal/mock/fixtures.ts';
import { BUNDLE, CHECKPOINT, EVENTS } from '#portal/mock/record-fixtures.ts';

/** Bodies of the country, for the filter. */
const TREE = BODIES.map(({ id, code, name, level }) => ({
  bodyId: id,
  parentId: null,
  managingId: id,
  code,
  standing: 'official' as const,
  name,
  kind: 'CO_QUAN',
  level,
  validFrom: '2025-07-01',
  validTo: '9999-12-31',
}));

export const example: Example = {
  shown: [{ name: 'audit', address: '/nhat-ky', as: 'auditor', ready: 'tbody tr' }],
  answers: (app) => {
    answer(app, 'reads', '/audit/acts', () => ({
      items: [
        { code: 'item.confirmed', kind: 'act' as const, name: both('Xác nhận', 'Confirmed') },
        { code: 'record.read', kind: 'read' as const, name: both('Mở hồ sơ', 'Record opened') },
      ],
      next: null,
    }));
    answer(app, 'reads', '/audit/key', (_request, reply) =>
      reply.type('text/plain; charset=utf-8').send('audit.example/act/1+00000000+AA==\n'),
    );
    answer(app, 'reads', '/bodies/tree', () => ({ items: TREE, next: null }));
    answer(app, 'reads', '/audit/bundle/{eventId}', () => BUNDLE);
    answer(app, 'reads', '/audit/events', (request) => ({ ...page(EVENTS, request.query), outsideAfter: 0 }));
    answer(app, 'reads', '/audit/checkpoint', (_request, reply) => reply.type('text/plain; charset=utf-8').send(CHECKPOINT));
  },
};
