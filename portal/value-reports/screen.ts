import IconMessageReport from '@tabler/icons-react/dist/esm/icons/IconMessageReport.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/bao-sai',
    load: async () => (await import('./ValueReports.tsx')).ValueReports,
    menu: { task: 'valueReports', place: 56, act: 'mismatch.work', surface: 'portal', sign: IconMessageReport },
  },
  {
    address: '/bao-sai/:id',
    load: async () => (await import('./ValueReportPage.tsx')).ValueReportPage,
    asks: 'mismatch.work',
  },
] as const satisfies readonly Screen[];
