import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/tra-cuu',
    load: async () => (await import('./SearchPeople.tsx')).SearchPeople,
    menu: { task: 'search', place: 70, act: 'record.search', surface: 'portal', sign: IconSearch },
  },
  { address: '/ho-so/:id', load: async () => (await import('./RecordPage.tsx')).RecordPage, asks: 'record.search' },
] as const satisfies readonly Screen[];
