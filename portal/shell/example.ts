/** How tests come to the screens of this folder. Never shipped. */
import type { Example } from '#portal/mock/example.ts';

export const example: Example = {
  shown: [
    { name: 'static-error', address: '/error.html', as: null, ready: 'main h1' },
    { name: 'not-found', address: '/khong-co', as: 'clerk', ready: 'main h1' },
  ],
};
