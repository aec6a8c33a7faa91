/** How tests come to the screens of this folder, and the mock’s answers: sessions of whoever is signed in. Never shipped. */
import type { MySession } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const MY_SESSIONS: readonly MySession[] = [
  {
    id: 'now',
    current: true,
    startedAt: '2026-11-24T01:00:00Z',
    seenAt: '2026-11-24T03:00:00Z',
    endsAt: '2026-11-24T09:00:00Z',
    agent: 'Chrome · Windows',
  },
  {
    id: 'old',
    current: false,
    startedAt: '2026-11-23T06:30:00Z',
    seenAt: '2026-11-23T08:05:00Z',
    endsAt: '2026-11-24T06:30:00Z',
    agent: 'Edge · Windows',
  },
];

export const example: Example = {
  shown: [{ name: 'sessions', address: '/phien-dang-nhap', as: 'clerk', ready: 'tbody tr' }],
  answers: (app) => {
    answer(app, 'reads', '/my/sessions', () => ({ items: MY_SESSIONS, next: null }));
    answer(app, 'removals', '/my/sessions/{id}', (_request, reply) => reply.code(204).send());
  },
};
