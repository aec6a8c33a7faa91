/** What a step of the runner is: one clause, looked at in what a client did. */
import type { Bilingual } from '#base/problem.ts';
import type { Evidence } from './evidence.ts';
import type { LoggedExchange } from '#doors/exchange/conformance-client.ts';

/** Why a clause does not hold, and the question that shows it; null: the whole of it does. */
export interface Fault {
  readonly because: Bilingual;
  readonly at: LoggedExchange | null;
}

export interface ConformanceStep {
  /** `send.digest` */
  readonly id: string;
  readonly clause: string;
  /** whose log it is looked for in */
  readonly scenario: string;
  readonly expects: Bilingual;
  readonly fault: (evidence: Evidence) => Fault | null;
}

export interface Suite {
  readonly key: string;
  readonly title: Bilingual;
  /** suites that must have passed: without them this one says nothing */
  readonly needs: readonly string[];
  readonly steps: readonly ConformanceStep[];
}

export const fault = (vi: string, en: string, at: LoggedExchange | null = null): Fault => ({ because: { vi, en }, at });

/** The first fault of some things, each looked at by itself. */
export function firstFault<T>(all: readonly T[], look: (one: T, at: number) => Fault | null): Fault | null {
  for (const [at, one] of all.entries()) {
    const found = look(one, at);
    if (found) return found;
  }
  return null;
}
