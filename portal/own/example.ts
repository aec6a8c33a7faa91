/** How tests come to the screens of this folder, and the mock’s answers: the own pages of one person. Never shipped. */
import type { FastifyRequest } from 'fastify';
import { accountOf, answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';
import { ME, MY_CARD, MY_OFFER, MY_READS, MY_REPORTS, myGroup, NO_CARD, NOBODY, PICTURE } from '#portal/mock/own-fixtures.ts';

export const example: Example = {
  shown: [
    { name: 'own-record', address: '/toi', as: 'person', ready: '.own-groups a' },
    { name: 'own-record-none', address: '/toi', as: 'officer', ready: '.empty' },
    { name: 'own-group-identity', address: '/toi/nhom/B', as: 'person', ready: '.own-fields' },
    { name: 'own-group-pay', address: '/toi/nhom/G', as: 'person', ready: '.own-lines' },
    { name: 'own-group-missing', address: '/toi/nhom/C', as: 'person', ready: '.empty' },
    { name: 'own-report', address: '/toi/nhom/B', as: 'person', press: ['[data-report]'], ready: 'dialog form' },
    {
      name: 'own-report-paper',
      address: '/toi/nhom/B',
      as: 'person',
      press: ['[data-add-report-paper]'],
      ready: '[data-report-paper] form',
    },
    { name: 'own-reads', address: '/toi/ai-da-xem', as: 'person', ready: '.own-reads' },
    { name: 'own-complain', address: '/toi/ai-da-xem', as: 'person', press: ['.own-reads [data-complain]'], ready: 'dialog form' },
    { name: 'own-card', address: '/toi/the', as: 'person', ready: '.own-card-face[data-employment=main]' },
    { name: 'own-card-offer', address: '/toi/the', as: 'person', press: ['[data-take-card=main]'], ready: '.own-offer .qr' },
    { name: 'own-card-code', address: '/toi/the', as: 'person', press: ['[data-take-card=main]', '[data-show-code]'], ready: '.own-code' },
    { name: 'own-card-end', address: '/toi/the', as: 'person', press: ['[data-end-card]'], ready: 'dialog form' },
    { name: 'own-copy-end', address: '/toi/the', as: 'person', press: ['[data-end-copy]'], ready: 'dialog form' },
    { name: 'own-card-none', address: '/toi/the', as: 'newcomer', ready: '.own-obstacle' },
    { name: 'own-data', address: '/toi/du-lieu', as: 'person', ready: 'a[href$="data.pdf"]' },
  ],
  answers: (app) => {
    const isPerson = (request: FastifyRequest): boolean => accountOf(request)?.role === 'CA_NHAN';
    answer(app, 'reads', '/me', (request) => (isPerson(request) ? ME : NOBODY));
    answer(app, 'reads', '/me/groups/{group}', (request) => myGroup((request.params as { group: string }).group));
    answer(app, 'acts', '/me/unmask', () => ({ value: '0123456789', display: { vi: '0123456789', en: '0123456789' } }));
    answer(app, 'files', '/me/portrait', (_request, reply) => reply.type('image/png').send(PICTURE));
    answer(app, 'reads', '/me/value-reports', (request) => ({ items: isPerson(request) ? MY_REPORTS : [] }));
    answer(app, 'acts', '/me/value-reports', () => ({ id: 'r9', dueOn: '2026-12-04' }), 201);
    answer(app, 'uploads', '/me/value-reports/{id}/paper', () => ({ id: 'r2' }), 201);
    answer(app, 'reads', '/me/reads', () => MY_READS);
    answer(app, 'acts', '/me/reads/{id}/complaint', () => ({ id: 'c9', dueOn: '2026-12-09' }), 201);
    answer(app, 'reads', '/me/card', (request) => (accountOf(request)?.id === 'newcomer' ? NO_CARD : MY_CARD));
    answer(app, 'acts', '/me/card/end', () => ({ replaced: true, copies: 2 }));
    answer(app, 'acts', '/me/card/wallets/{id}/end', () => ({ copies: 1 }));
    answer(app, 'acts', '/me/card/offer', () => MY_OFFER, 201);
  },
};
