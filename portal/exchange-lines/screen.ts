import IconPlugConnected from '@tabler/icons-react/dist/esm/icons/IconPlugConnected.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/trao-doi',
    load: async () => (await import('./Lines.tsx')).Lines,
    menu: { task: 'exchangeLines', place: 65, act: 'exchange.read', surface: null, sign: IconPlugConnected },
  },
  { address: '/trao-doi/:id', load: async () => (await import('./Line.tsx')).Line, asks: 'exchange.read' },
] as const satisfies readonly Screen[];
