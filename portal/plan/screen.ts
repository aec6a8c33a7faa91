import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/ke-hoach',
    load: async () => (await import('./Plan.tsx')).Plan,
    menu: { task: 'plan', place: 17, act: 'board.read', surface: 'portal', sign: IconChecklist },
  },
] as const satisfies readonly Screen[];
