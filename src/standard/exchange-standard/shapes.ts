/** What the standard of the exchange is made of: numbered clauses in chapters. */
import type { Bilingual } from '#base/problem.ts';

/** `must` ("PHẢI"): whoever does otherwise does not conform · `should` ("NÊN"): otherwise only with a good reason. */
export type ClauseLevel = 'must' | 'should';

/** One sentence that can be held: its number is given once, and never to another. The Vietnamese text is the normative one. */
export interface Clause {
  /** `4.2`: chapter and place; stable for ever */
  readonly number: string;
  readonly level: ClauseLevel;
  readonly text: Bilingual;
  /** `test FILE: TITLE`, by the beginning of the title; at least one. Steps of the conformance runner name their clause themselves */
  readonly heldBy: readonly string[];
}

export interface Chapter {
  readonly number: number;
  readonly title: Bilingual;
  readonly clauses: readonly Clause[];
}
