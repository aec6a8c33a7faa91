/** How tests come to the screens of this folder, and the mock’s answers: bodies and their template. Never shipped. */
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';
import { BODIES } from '#portal/mock/fixtures.ts';

export const example: Example = {
  shown: [
    { name: 'template', address: '/bieu-mau', as: 'clerk', ready: 'main select' },
    { name: 'attach', address: '/van-ban', as: 'clerk', ready: '.drop' },
    { name: 'attach-again', address: '/van-ban?sua=s-vb', as: 'clerk', ready: '.drop' },
    { name: 'upload', address: '/nop-ho-so', as: 'clerk', ready: '.drop' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/document-kinds', () => ({
      items: [
        { code: 'QD', label: { vi: 'Quyết định', en: 'Decision' } },
        { code: 'VAN_BANG', label: { vi: 'Văn bằng, chứng chỉ', en: 'Degree, certificate' } },
      ],
      next: null,
    }));
    answer(app, 'reads', '/bodies', () => ({ items: BODIES, next: null }));
    answer(app, 'files', '/bodies/{id}/template.xlsx', (_request, reply) =>
      reply.type('application/octet-stream').send(Buffer.from('mock')),
    );
  },
};
