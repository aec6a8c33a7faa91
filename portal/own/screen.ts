import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconId from '@tabler/icons-react/dist/esm/icons/IconId.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/toi',
    load: async () => (await import('./OwnRecord.tsx')).OwnRecord,
    menu: { task: 'own', place: 110, act: 'own', surface: 'portal', sign: IconUser },
  },
  { address: '/toi/nhom/:group', load: async () => (await import('./OwnGroup.tsx')).OwnGroup },
  {
    address: '/toi/ai-da-xem',
    load: async () => (await import('./OwnReads.tsx')).OwnReads,
    menu: { task: 'ownReads', place: 120, act: 'own', surface: 'portal', sign: IconEye },
  },
  {
    address: '/toi/the',
    load: async () => (await import('./OwnCard.tsx')).OwnCard,
    menu: { task: 'ownCard', place: 130, act: 'own', surface: 'portal', sign: IconId },
  },
  {
    address: '/toi/du-lieu',
    load: async () => (await import('./OwnData.tsx')).OwnData,
    menu: { task: 'ownData', place: 140, act: 'own', surface: 'portal', sign: IconDownload },
  },
] as const satisfies readonly Screen[];
