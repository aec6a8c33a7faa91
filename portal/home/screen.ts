import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/', load: null, asks: 'nobody', menu: { task: 'home', place: 10, act: null, surface: null, sign: IconHome } },
] as const satisfies readonly Screen[];
