/** How tests come to the screens of this folder, and the mock’s answers: papers made of records. Never shipped. */
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';

const SHOWN = {
  number: 'BG-4T7QK-9XWEA',
  form: '2c-bnv-2008',
  formName: 'Mẫu 2C-BNV/2008',
  bodyName: 'Sở Nội vụ tỉnh Mẫu',
  at: '2026-11-24T03:02:11Z',
  dataOf: '2026-11-24',
} as const;

const CV = {
  number: 'SY-4T7QK-9XWEA',
  at: '2026-11-24T03:02:11Z',
  bodyName: 'Sở Nội vụ tỉnh Mẫu',
  dataOf: '2026-11-24',
  revision: 3,
  leftOut: 3,
} as const;

export const example: Example = {
  shown: [
    { name: 'paper', address: '/ban-giay/BG-4T7QK-9XWEA', as: null, ready: '.pairs' },
    { name: 'cv-check', address: '/ban-giay/SY-4T7QK-9XWEA', as: null, ready: '.pairs' },
    { name: 'paper-find', address: '/kiem-tra-ban-giay', as: null, ready: 'form input' },
    { name: 'record-papers', address: '/ho-so/p0', as: 'officer', press: ['[data-open-print]'], ready: '[data-convert]' },
  ],
  answers: (app) => {
    for (const [list, act] of [
      ['/people/{id}/cvs', '/people/{id}/cvs'],
      ['/me/cvs', '/me/cvs'],
    ] as const) {
      answer(app, 'reads', list, () => ({ items: [CV], next: null }));
      answer(app, 'acts', act, () => CV, 201);
    }
    answer(app, 'reads', '/public/conversions/{number}', (request) => ({
      ...SHOWN,
      number: (request.params as { number: string }).number,
      bodyCode: 'H26.01',
      record: 'changed' as const,
      signature: 'right' as const,
      kid: null,
      jws: 'a.b.c',
    }));
    answer(app, 'acts', '/public/conversions/{number}/check', (request) => ({
      matches: (request.body as { nationalId: string }).nationalId.startsWith('000'),
    }));
    answer(app, 'reads', '/people/{id}/conversions', () => ({ items: [{ ...SHOWN, revision: 3, leftOut: 2 }], next: null }));
    answer(app, 'acts', '/people/{id}/conversions', () => ({ ...SHOWN, revision: 3, leftOut: 2 }), 201);
  },
};
