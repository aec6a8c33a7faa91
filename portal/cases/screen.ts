import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/viec',
    load: async () => (await import('./Cases.tsx')).Cases,
    menu: { task: 'cases', place: 60, act: 'case.read', surface: 'portal', sign: IconArrowsExchange },
  },
  { address: '/viec/tiep-nhan', load: async () => (await import('./AskCase.tsx')).AskTransfer, asks: 'case.ask' },
  { address: '/viec/chuyen-di/:personId', load: async () => (await import('./AskCase.tsx')).OfferPerson, asks: 'case.ask' },
  { address: '/viec/biet-phai/:personId', load: async () => (await import('./AskCase.tsx')).SecondPerson, asks: 'case.ask' },
  { address: '/viec/kiem-nhiem/:personId', load: async () => (await import('./AskCase.tsx')).BesidePost, asks: 'case.ask' },
  { address: '/viec/doi-so/:personId', load: async () => (await import('./AskCase.tsx')).ChangeNumber, asks: 'case.ask' },
  { address: '/viec/hop-nhat/:personId', load: async () => (await import('./AskCase.tsx')).MergeInto, asks: 'case.ask' },
  { address: '/viec/:id', load: async () => (await import('./CasePage.tsx')).CasePage, asks: 'case.read' },
] as const satisfies readonly Screen[];
