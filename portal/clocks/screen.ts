import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/thoi-han',
    load: async () => (await import('./LegalClocks.tsx')).LegalClocks,
    menu: { task: 'legalClocks', place: 57, act: 'record.search', surface: 'portal', sign: IconHourglass },
  },
] as const satisfies readonly Screen[];
