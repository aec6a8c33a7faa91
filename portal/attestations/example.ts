/** How tests come to the screens of this folder, and the mock’s answers: attestations. Never shipped. */
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';
import { attestationRows } from '#portal/mock/attestation-fixtures.ts';

export const example: Example = {
  shown: [
    { name: 'attestation-check', address: '/kiem-tra-xac-nhan', as: null, ready: '.drop' },
    { name: 'record-print', address: '/ho-so/p0', as: 'officer', press: ['[data-open-print]'], ready: '[data-form]' },
    { name: 'record-attestations', address: '/ho-so/p0', as: 'officer', press: ['[data-open-attestations]'], ready: '.attestations li' },
  ],
  answers: (app) => {
    answer(app, 'reads', '/people/{id}/attestations', () => attestationRows());
    answer(app, 'reads', '/me/attestations', () => attestationRows());
  },
};
