import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/viec',
    load: async () => (await import('./Cases.tsx')).Cases,
    menu: { task: 'cases', place: 60, act: 'case.read', surface: 'portal', sign: IconArrowsExchange },
  },
  { address: '/viec/tiep-nhan', load: async () => (await import('./AskCase.tsx')).AskTransfer },
  { address: '/viec/chuyen-di/:personId', load: async () => (await import('./AskCase.tsx')).OfferPerson },
  { address: '/viec/biet-phai/:personId', load: async () => (await import('./AskCase.tsx')).SecondPerson },
  { address: '/viec/doi-so/:personId', load: async () => (await import('./AskCase.tsx')).ChangeNumber },
  { address: '/viec/hop-nhat/:personId', load: async () => (await import('./AskCase.tsx')).MergeInto },
  { address: '/viec/:id', load: async () => (await import('./CasePage.tsx')).CasePage },
] as const satisfies readonly Screen[];
