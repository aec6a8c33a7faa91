import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/doi-chieu-nghi-dinh',
    load: async () => (await import('./DecreeCoverage.tsx')).DecreeCoverage,
    menu: { task: 'decreeCoverage', place: 81, act: 'lists.read', surface: 'administration', sign: IconListCheck },
  },
] as const satisfies readonly Screen[];
