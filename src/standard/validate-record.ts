/**
 * The bulk validator of ready-made documents (exchange, API, staged lines): is every value of its kind, every key known?
 * All errors in one pass; the same verdict as the JSON Schema (property test), without walking one.
 */
import { kindWord } from './kinds/all.ts';
import type { Bilingual, Problem } from '#base/problem.ts';
import { isParts } from './value-tests.ts';
import { GROUP_CHECKS } from './generated/validate-groups.ts';
import * as problems from './problems/documents.ts';

/** A value that is not of its kind, before it is put in words. */
export interface RecordFault {
  /** JSON pointer: `/G/luong/0/heSo` */
  readonly path: string;
  /** null: the key is not in the dictionary */
  readonly kind: string | null;
}

/** The faults of a document; empty when it fits the schema. */
export function recordFaults(document: unknown): readonly RecordFault[] {
  if (!isParts(document)) return [{ path: '', kind: 'object' }];
  let faults: RecordFault[] | undefined;
  const fault = (path: string, _value: unknown, kind: string | null): void => {
    (faults ??= []).push({ path, kind });
  };
  for (const group of Object.keys(document)) {
    const check = Object.hasOwn(GROUP_CHECKS, group) ? GROUP_CHECKS[group] : undefined;
    const values = document[group];
    if (!check) fault(`/${group}`, values, null);
    else if (!isParts(values)) fault(`/${group}`, values, 'object');
    else check(values, fault);
  }
  return faults ?? NONE;
}

const NONE: readonly RecordFault[] = [];

/** The same as problems for people; the value itself is not repeated. */
export function validateRecord(document: unknown): readonly Problem[] {
  return recordFaults(document).map(({ path, kind }) => {
    const field =
      path
        .split('/')
        .slice(2)
        .filter((part) => !/^\d+$/.test(part))
        .join('.') || null;
    if (kind === null) return problems.documentKey({ path }, { where: { field } });
    const needed: Bilingual = kindWord(kind);
    return problems.documentShape({ path, needed }, { where: { field } });
  });
}
