/** How tests come to the screens of this folder, and the mock’s answers: one passkey of whoever is signed in. Never shipped. */
import type { Passkey } from '#portal/api/generated/api.ts';
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const MINE: readonly Passkey[] = [
  { id: 'p1', name: 'Máy tính ở bàn làm việc', addedAt: '2026-11-02T02:10:00Z', usedAt: '2026-11-24T02:31:00Z', isSynced: false },
  { id: 'p2', name: 'Điện thoại', addedAt: '2026-11-03T01:00:00Z', usedAt: null, isSynced: true },
];

export const example: Example = {
  shown: [{ name: 'passkeys', address: '/khoa-truy-cap', as: 'officer', ready: 'tbody tr' }],
  answers: (app) => {
    answer(app, 'reads', '/my/passkeys', () => ({ items: MINE, adding: 'step-up' as const }));
    answer(app, 'removals', '/my/passkeys/{id}', (_request, reply) => reply.code(204).send());
    answer(app, 'acts', '/my/passkeys/challenge', () => ({ options: {} }));
    answer(app, 'acts', '/my/passkeys', () => MINE[0]!, 201);
    answer(app, 'acts', '/session/step-up/challenge', () => ({ options: {} }));
    answer(app, 'acts', '/session/step-up', () => ({ at: '2026-11-24T03:00:00Z' }));
  },
};
