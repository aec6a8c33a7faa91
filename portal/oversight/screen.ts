import IconEyeSearch from '@tabler/icons-react/dist/esm/icons/IconEyeSearch.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/giam-sat',
    load: async () => (await import('./Oversight.tsx')).Oversight,
    menu: { task: 'oversight', place: 85, act: 'complaints.answer', surface: 'administration', sign: IconEyeSearch },
  },
] as const satisfies readonly Screen[];
