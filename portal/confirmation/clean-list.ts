/** A list on its way to the signature: who of the sample is opened next, what keeps it from being signed. Pure. */
import type { CleanList } from '#portal/api/generated/api.ts';
import type { Tone } from '#portal/parts/tones.ts';

type ShownList = NonNullable<CleanList['list']>;
export type SampleState = ShownList['sample'][number]['state'];

export const TONE_OF_SAMPLE: Readonly<Record<SampleState, Tone>> = {
  'to-open': 'wait',
  opened: 'good',
  decided: 'note',
  returned: 'bad',
  'in-part': 'warn',
};

export const addressOfPerson = (submissionId: string, personId: string): string => `/xac-nhan/${submissionId}/${personId}`;
export const addressOfList = (submissionId: string): string => `/xac-nhan/${submissionId}`;

/** The first of the sample that was not opened yet; null when all were. */
export const nextToOpen = ({ sample }: Pick<ShownList, 'sample'>): string | null =>
  sample.find(({ state }) => state === 'to-open')?.personId ?? null;

/** What stands in the way of the signature; null when nothing does. `again`: the list is no longer what it was and must be made anew. */
export function whyNotYet({ undecided, list }: Pick<CleanList, 'undecided' | 'list'>): 'undecided' | 'sample' | 'again' | null {
  if (undecided > 0) return 'undecided';
  if (!list) return null;
  if (list.sample.some(({ state }) => state !== 'to-open' && state !== 'opened')) return 'again';
  return nextToOpen(list) === null ? null : 'sample';
}

/** Of the sample, how many were opened. */
export const openedOf = ({ sample }: Pick<ShownList, 'sample'>): number => sample.filter(({ state }) => state !== 'to-open').length;

/** People who are looked at one by one. */
export const aloneOf = ({ alone }: Pick<CleanList, 'alone'>): number => alone.reduce((sum, { people }) => sum + people, 0);
