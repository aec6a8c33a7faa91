import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/ban-giay/:number', load: async () => (await import('./PaperPage.tsx')).PaperPage, asks: 'nobody' },
  { address: '/kiem-tra-ban-giay', load: async () => (await import('./FindPaper.tsx')).FindPaper, asks: 'nobody' },
] as const satisfies readonly Screen[];
