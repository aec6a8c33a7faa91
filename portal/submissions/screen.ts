import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import type { Screen } from '#portal/screen.ts';

export const screens = [
  {
    address: '/ho-so-gui',
    load: async () => (await import('./Submissions.tsx')).Submissions,
    menu: { task: 'submissions', place: 40, act: 'submission.read', surface: 'portal', sign: IconInbox },
  },
  { address: '/ho-so-gui/:id', load: async () => (await import('./SubmissionPage.tsx')).SubmissionPage, asks: 'submission.read' },
  {
    address: '/ho-so-gui/:id/doi-chieu',
    load: async () => (await import('./CompareAndSubmit.tsx')).CompareAndSubmit,
    asks: 'submission.submit',
  },
] as const satisfies readonly Screen[];
