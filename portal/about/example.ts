/** How tests come to the screens of this folder. Never shipped. */
import type { Example } from '#portal/mock/example.ts';

export const example: Example = {
  shown: [{ name: 'accessibility', address: '/tro-nang', as: 'clerk', ready: 'main h2' }],
};
