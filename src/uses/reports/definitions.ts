/** Which reports there are: dated data with versions (`definitions.json`), never code. Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import data from './definitions.json' with { type: 'json' };
import type { Written } from './law-conditions.ts';

export interface Column {
  readonly key: string;
  readonly label: Bilingual;
  readonly where: readonly Written[];
}
export interface Definition {
  readonly id: string;
  readonly version: number;
  readonly validFrom: PlainDate;
  /** null: it is in use */
  readonly validTo: PlainDate | null;
  readonly title: Bilingual;
  /** columns that divide all people among them */
  readonly classes: readonly (readonly string[])[];
  readonly population: readonly Written[];
  readonly columns: readonly Column[];
}

const ALL = data.definitions as unknown as readonly Definition[];
const EVERYBODY = data.population as unknown as readonly Written[];

/** Definitions by which a report may be made on that day. */
export const definitionsOn = (day: PlainDate): Definition[] =>
  ALL.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));

/** The definition by which a kept report was made, whether it is in use or not; null when it was never one. */
export const definitionOf = (id: string, version: number): Definition | null =>
  ALL.find((one) => one.id === id && one.version === version) ?? null;

/** Whom a report counts at all: people in service, and what the definition and who asks say beside. */
export const populationOf = (definition: Definition, where: readonly Written[]): Written[] => [
  ...EVERYBODY,
  ...definition.population,
  ...where,
];
