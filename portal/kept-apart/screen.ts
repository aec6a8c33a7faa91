import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/quan-ly-rieng',
    load: async () => (await import('./KeptApart.tsx')).KeptApart,
    menu: { task: 'keptApart', place: 64, act: 'kept-apart.read', surface: 'portal', sign: IconLock },
  },
  { address: '/quan-ly-rieng/:id', load: async () => (await import('./AskKeptApart.tsx')).AskKeptApart, asks: 'kept-apart.ask' },
] as const satisfies readonly Screen[];
