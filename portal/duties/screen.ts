import IconClipboardCheck from '@tabler/icons-react/dist/esm/icons/IconClipboardCheck.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/nghia-vu',
    load: async () => (await import('./Duties.tsx')).Duties,
    menu: { task: 'duties', place: 16, act: 'duties.read', surface: 'portal', sign: IconClipboardCheck },
  },
] as const satisfies readonly Screen[];
