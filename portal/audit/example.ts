/** How tests come to the screens of this folder, and the mock’s answers: the log. Never shipped. */
import { answer, page } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';
import { BUNDLE, CHECKPOINT, EVENTS } from '#portal/mock/record-fixtures.ts';

export const example: Example = {
  shown: [{ name: 'audit', address: '/nhat-ky', as: 'auditor', ready: 'tbody tr' }],
  answers: (app) => {
    answer(app, 'reads', '/audit/bundle/{eventId}', () => BUNDLE);
    answer(app, 'reads', '/audit/events', (request) => ({ ...page(EVENTS, request.query), outsideAfter: 0 }));
    answer(app, 'reads', '/audit/checkpoint', (_request, reply) => reply.type('text/plain; charset=utf-8').send(CHECKPOINT));
  },
};
