/** How tests come to the screens of this folder. Never shipped. */
import type { Example } from '#portal/mock/example.ts';

export const example: Example = {
  shown: [{ name: 'guide', address: '/huong-dan', as: 'clerk', ready: 'main figure' }],
};
