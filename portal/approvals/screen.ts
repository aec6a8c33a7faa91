import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconRouteAltLeft from '@tabler/icons-react/dist/esm/icons/IconRouteAltLeft.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/duyet-gui',
    load: async () => (await import('./Approvals.tsx')).Approvals,
    menu: { task: 'approvals', place: 45, act: 'submission.approve', surface: 'portal', sign: IconChecklist },
  },
  { address: '/duyet-gui/:id', load: async () => (await import('./ApprovalPage.tsx')).ApprovalPage, asks: 'submission.approve' },
  {
    address: '/duyet-truoc-khi-gui',
    load: async () => (await import('./SendingRules.tsx')).SendingRules,
    menu: { task: 'sending', place: 79, act: 'sending.change', surface: null, sign: IconRouteAltLeft },
  },
] as const satisfies readonly Screen[];
