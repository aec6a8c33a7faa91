import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/trinh-dien', load: async () => (await import('./ChooseRole.tsx')).ChooseRole, words: 'demo', asks: 'nobody' },
] as const satisfies readonly Screen[];
