import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/co-quan',
    load: async () => (await import('./Bodies.tsx')).Bodies,
    menu: { task: 'bodies', place: 77, act: 'bodies.change', surface: 'administration', sign: IconSitemap },
    asks: 'bodies.read',
  },
  { address: '/co-quan/thay-doi/:id', load: async () => (await import('./ChangePage.tsx')).ChangePage, asks: 'bodies.change' },
  { address: '/co-quan/:id', load: async () => (await import('./BodyPage.tsx')).BodyPage, asks: 'bodies.read' },
] as const satisfies readonly Screen[];
