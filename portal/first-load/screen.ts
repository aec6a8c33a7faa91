import IconDatabaseImport from '@tabler/icons-react/dist/esm/icons/IconDatabaseImport.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/nap-lan-dau',
    load: async () => (await import('./FirstLoads.tsx')).FirstLoads,
    menu: { task: 'firstLoads', place: 58, act: 'first-load.read', surface: 'portal', sign: IconDatabaseImport },
  },
  {
    address: '/nap-lan-dau/:id',
    load: async () => (await import('./FirstLoadPage.tsx')).FirstLoadPage,
    asks: 'first-load.read',
  },
] as const satisfies readonly Screen[];
