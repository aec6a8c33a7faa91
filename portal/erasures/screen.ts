import IconEraser from '@tabler/icons-react/dist/esm/icons/IconEraser.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/huy-du-lieu',
    load: async () => (await import('./Erasures.tsx')).Erasures,
    menu: { task: 'erasures', place: 63, act: 'erasure.read', surface: null, sign: IconEraser },
  },
  { address: '/huy-du-lieu/:id', load: async () => (await import('./AskErasure.tsx')).AskErasure, asks: 'erasure.ask' },
] as const satisfies readonly Screen[];
