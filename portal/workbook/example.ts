/** How tests come to the screens of this folder, and the mock’s answers: bodies and their template. Never shipped. */
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';
import { BODIES } from '#portal/mock/fixtures.ts';

export const example: Example = {
  shown: [
    { name: 'template', address: '/bieu-mau', as: 'clerk', ready: 'main select' },
    { name: 'upload', address: '/nop-ho-so', as: 'clerk', ready: '.drop' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/bodies', () => ({ items: BODIES, next: null }));
    answer(app, 'files', '/bodies/{id}/template.xlsx', (_request, reply) =>
      reply.type('application/octet-stream').send(Buffer.from('mock')),
    );
  },
};
