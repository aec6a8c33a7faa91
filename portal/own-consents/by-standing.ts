/** Consents of a page by what their person does with them: answer, watch, remember. Pure. */
import type { OwnConsent } from '#portal/api/generated/api.ts';

export const byStanding = (items: readonly OwnConsent[]) => ({
  waiting: items.filter(({ standing }) => standing === 'asked'),
  holding: items.filter(({ standing }) => standing === 'given'),
  past: items.filter(({ standing }) => standing !== 'asked' && standing !== 'given'),
});
