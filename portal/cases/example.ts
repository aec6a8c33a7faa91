/** How tests come to the screens of this folder, and the mock’s answers: cases between bodies. Never shipped. */
import { answer } from '#portal/mock/answer.ts';
import { caseOf, CASES, TWO_RECORDS } from '#portal/mock/case-fixtures.ts';
import type { Example } from '#portal/mock/example.ts';

export const example: Example = {
  shown: [
    { name: 'cases', address: '/viec', as: 'officer', ready: 'tbody tr' },
    { name: 'case-to-answer', address: '/viec/c-ask', as: 'officer', ready: 'ol li' },
    { name: 'case-same-human', address: '/viec/c-same', as: 'officer', ready: '[data-both-records] table' },
    { name: 'case-double-claim', address: '/viec/c-dual', as: 'clerk', ready: 'ol li' },
    { name: 'case-ask', address: '/viec/tiep-nhan', as: 'clerk', press: ['form [type=submit]'], ready: 'form [id$=-error]' },
    { name: 'case-beside', address: '/viec/kiem-nhiem/p0', as: 'clerk', press: ['form [type=submit]'], ready: 'form [id$=-error]' },
    { name: 'case-in-question', address: '/viec/c-beside', as: 'officer', ready: 'ol li' },
    { name: 'case-new-number', address: '/viec/doi-so/p0', as: 'clerk', ready: 'form' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/cases', () => ({ items: CASES, next: null }));
    answer(app, 'reads', '/people/{id}/cases', (request) => ({
      items: (request.params as { id: string }).id === 'p2' ? CASES.filter((one) => one.kind === 'dual_claim') : [],
    }));
    answer(app, 'reads', '/cases/{id}', (request) => caseOf((request.params as { id: string }).id));
    answer(app, 'reads', '/cases/{id}/records', () => TWO_RECORDS);
    answer(app, 'acts', '/cases/{id}/answers', () => ({ state: 'agreed' as const }));
  },
};
