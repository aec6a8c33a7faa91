/** One list of checks for the installation, `congvu doctor` and `/readyz`. */
import type { Bilingual, Problem } from '#base/problem.ts';

/** What is looked at, in the order in which it is told. */
export type CheckName =
  | 'program'
  | 'settings'
  | 'database'
  | 'clock'
  | 'keys'
  | 'schema'
  | 'administrators'
  | 'sign-in'
  | 'population'
  | 'mail'
  | 'scanner'
  | 'disk'
  | 'port'
  | 'log'
  | 'jobs'
  | 'retention'
  | 'sealed-rows'
  | 'erasures'
  | 'backup'
  | 'restore-drill'
  | 'certificates'
  | 'card-clock'
  | 'card-site'
  | 'listener-certificates';

/** ok: it stands. made: it was missing and was made. warning: it works, and somebody has something to do. failed: it does not work. */
export type CheckState = 'ok' | 'made' | 'warning' | 'failed';

export interface CheckResult {
  readonly name: CheckName;
  readonly state: CheckState;
  /** what was found, in a sentence without names of people */
  readonly found: Bilingual;
  /** why it is not well; empty when it is */
  readonly problems: readonly Problem[];
}

/** Something that a person still has to do. */
export interface OpenTask {
  readonly what: Bilingual;
  /** a command, or the place where it is done */
  readonly how: string;
}
