import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/toi/dong-y',
    load: async () => (await import('./OwnConsents.tsx')).OwnConsents,
    menu: { task: 'ownConsents', place: 125, act: 'own', surface: 'portal', sign: IconHandStop },
  },
] as const satisfies readonly Screen[];
