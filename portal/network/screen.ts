import IconNetwork from '@tabler/icons-react/dist/esm/icons/IconNetwork.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/ket-noi-mang',
    load: async () => (await import('./Network.tsx')).Network,
    menu: { task: 'network', place: 82, act: 'bodies.read', surface: 'portal', sign: IconNetwork },
  },
] as const satisfies readonly Screen[];
