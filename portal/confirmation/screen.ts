import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/xac-nhan',
    load: async () => (await import('./Queue.tsx')).Queue,
    menu: { task: 'confirm', place: 50, act: 'queue.read', surface: 'portal', sign: IconUserCheck },
  },
  { address: '/xac-nhan/:submissionId', load: async () => (await import('./ConfirmList.tsx')).ConfirmList, asks: 'item.confirm' },
  { address: '/xac-nhan/:submissionId/:personId', load: async () => (await import('./DecidePerson.tsx')).DecidePerson, asks: 'item.read' },
] as const satisfies readonly Screen[];
