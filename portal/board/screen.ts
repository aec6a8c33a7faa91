import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/tien-do',
    load: async () => (await import('./Board.tsx')).Board,
    menu: { task: 'board', place: 15, act: 'board.read', surface: 'portal', sign: IconChartBar },
  },
] as const satisfies readonly Screen[];
