/** A decision that is being made, in two parts: what may be kept in the browser, and the notes, which are words about somebody and stay in memory. Pure. */
import type { Choices, GroupChoice } from './decision.ts';

/** Of each item all but the note. */
export type KeptChoices = Readonly<Record<string, Omit<GroupChoice, 'note'>>>;
export type Notes = Readonly<Record<string, string>>;

export interface KeptDecision {
  readonly choices: KeptChoices;
  readonly mismatch: string;
}
export const NOTHING_DECIDED: KeptDecision = { choices: {}, mismatch: '' };

export const notesOf = (choices: Choices): Notes =>
  Object.fromEntries(Object.entries(choices).flatMap(([item, { note }]) => (note === '' ? [] : [[item, note]])));

export const withoutNotes = (choices: Choices): KeptChoices =>
  Object.fromEntries(Object.entries(choices).map(([item, { verdict, cells, reason }]) => [item, { verdict, cells, reason }]));

export const withNotes = (choices: KeptChoices, notes: Notes): Choices =>
  Object.fromEntries(Object.entries(choices).map(([item, choice]) => [item, { ...choice, note: notes[item] ?? '' }]));

/** Notes typed at this visit of the portal, by the person of the queue: going on to the next one and back finds them. Never written anywhere. */
export const typedNotes = new Map<string, Notes>();
