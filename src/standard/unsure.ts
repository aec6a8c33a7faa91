/** Where the lists are not certain of what a value of a record is coded by. Pure; of codes alone: `codelists/unsure.ts`. */
import type { PlainDate } from '#base/clock.ts';
import { unsureCode } from './codelists/unsure.ts';
import type { KindSpec } from './field-shape.ts';
import { kindOf } from './kinds/all.ts';
import { isAbsent } from './record-access.ts';
import type { FieldValue } from './shapes.ts';

const PROVINCES = 'dvhc_tinh';

/** The source of an uncertain entry by which a value is coded: by its own code, or of the first uncertain code among its parts. null for a value without codes. */
export function unsureValue(kind: KindSpec, value: FieldValue | undefined, on: PlainDate): string | null {
  if (value === undefined || isAbsent(value)) return null;
  if (kind.name === 'code' || kind.name === 'codeOrText') return typeof value === 'string' ? unsureCode(kind.codeLists, value, on) : null;
  if (typeof value !== 'object') return null;
  const province = kind.name === 'address' ? value['maTinh'] : undefined;
  if (typeof province === 'string') return unsureCode([PROVINCES], province, on);
  for (const part of kindOf(kind).parts(kind) ?? []) {
    const source = unsureValue(part.kind, value[part.key], on);
    if (source !== null) return source;
  }
  return null;
}
