/** Short words in which the chapters are written. */
import type { Clause, ClauseLevel } from './shapes.ts';

const clause =
  (level: ClauseLevel) =>
  (number: string, vi: string, en: string, ...heldBy: readonly string[]): Clause => ({ number, level, text: { vi, en }, heldBy });

export const must = clause('must');
export const should = clause('should');

const inProtocol =
  (file: string) =>
  (title: string): string =>
    `test src/doors/exchange/${file}.test.ts: ${title}`;

/** Tests of the shipped protocol that hold a clause, by the beginning of their titles. */
export const batchTest = inProtocol('protocol/batch');
export const centreTest = inProtocol('protocol/centre-step');
export const nodeTest = inProtocol('protocol/node-step');
export const judgeTest = inProtocol('protocol/judge');
export const laneTest = inProtocol('protocol/lanes');
export const digestTest = inProtocol('protocol/digest-buckets');
export const signerTest = inProtocol('signer');
export const standardTest = inProtocol('standard/standard');
/** Tests of what stands on tables behind the routes. */
export const tablesTest = (file: string, title: string): string => `test tests/security/${file}.db.test.ts: ${title}`;
export const routesTest = inProtocol('routes');
export const canonicalTest = (title: string): string => `test src/base/canonical-json.test.ts: ${title}`;
export const versionTest = (title: string): string => `test src/standard/exchange-standard/versions.test.ts: ${title}`;
