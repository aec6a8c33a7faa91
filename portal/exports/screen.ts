import type { Screen } from '#portal/screen.ts';

export const screens = [
  { address: '/xuat-danh-sach', load: async () => (await import('./Exports.tsx')).Exports, asks: 'record.export' },
] as const satisfies readonly Screen[];
