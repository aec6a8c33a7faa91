import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/phien-dang-nhap', load: async () => (await import('./MySessions.tsx')).MySessions },
] as const satisfies readonly Screen[];
