/** How tests come to the screens of this folder. Never shipped. */
import type { Example } from '#portal/mock/example.ts';

export const example: Example = {
  shown: [
    { name: 'static-error', address: '/error.html', as: null, ready: 'main h1' },
    { name: 'not-found', address: '/khong-co', as: 'clerk', ready: 'main h1' },
    { name: 'sign-in-needed', address: '/tra-cuu', as: null, ready: 'main a[href^="/auth/sign-in"]' },
    { name: 'of-others', address: '/van-hanh', as: 'clerk', ready: 'main h1' },
  ],
};
