import IconReportAnalytics from '@tabler/icons-react/dist/esm/icons/IconReportAnalytics.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/bao-cao',
    load: async () => (await import('./Reports.tsx')).Reports,
    menu: { task: 'reports', place: 18, act: 'reports.make', surface: 'portal', sign: IconReportAnalytics },
  },
  { address: '/bao-cao/:number', load: async () => (await import('./Report.tsx')).Report, asks: 'reports.make' },
] as const satisfies readonly Screen[];
