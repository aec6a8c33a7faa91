import IconIdOff from '@tabler/icons-react/dist/esm/icons/IconIdOff.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/the-giu-lai',
    load: async () => (await import('./HeldCards.tsx')).HeldCards,
    menu: { task: 'heldCards', place: 62, act: 'card.release', surface: 'portal', sign: IconIdOff },
  },
] as const satisfies readonly Screen[];
