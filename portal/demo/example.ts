/** How tests come to the screens of this folder, and the mock’s answers: the accounts to choose from. Never shipped. */
import { answer } from '#portal/mock/answer.ts';
import type { Example } from '#portal/mock/example.ts';
import { ACCOUNTS } from '#portal/mock/fixtures.ts';

export const example: Example = {
  shown: [{ name: 'role-chooser', address: '/trinh-dien', as: null, ready: 'a[data-account]' }],
  answers: (app) => {
    answer(app, 'reads', '/demo/accounts', () => ({ items: ACCOUNTS, next: null }));
  },
};
