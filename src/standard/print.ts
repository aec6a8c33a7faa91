/** A value of the record as people read it: codes named, dates day first, absences in words. Never for storing. */
import type { PlainDate } from '#base/clock.ts';
import type { Bilingual } from '#base/problem.ts';
import type { KindSpec } from './field-shape.ts';
import { kindOf } from './kinds/all.ts';
import { isAbsent } from './record-access.ts';
import type { AbsenceState, FieldValue } from './shapes.ts';

const ABSENCES: Readonly<Record<AbsenceState, Bilingual>> = {
  CHUA_XAC_DINH: { vi: 'Chưa xác định', en: 'Undetermined' },
  KHONG_RO: { vi: 'Không rõ', en: 'Unknown' },
  KHONG_AP_DUNG: { vi: 'Không áp dụng', en: 'Not applicable' },
};

/** Lists whose codes stand on decisions and are what people know: both are shown. */
const KNOWN_BY_CODE: ReadonlySet<string> = new Set(['ngach_cong_chuc', 'chuc_danh_nghe_nghiep']);
const isKnownByCode = (kind: KindSpec): boolean => kind.name === 'code' && kind.codeLists.some((list) => KNOWN_BY_CODE.has(list));

/** Later than every list: a code is named by the entry that is valid still. */
const STILL_VALID: PlainDate = '9999-12-31';

/**
 * @param on  the day whose names codes get; their names of today when not told. A code that no list knows is shown as it is.
 * @returns   both languages; where a code has no English name, the Vietnamese one
 */
export function printValue(kind: KindSpec, value: FieldValue, on: PlainDate = STILL_VALID): Bilingual {
  if (isAbsent(value)) return ABSENCES[value.vang];
  const { print } = kindOf(kind);
  const named = (language: 'vi' | 'en'): string => {
    const name = print(value, kind, { language, on });
    return typeof value === 'string' && name !== value && isKnownByCode(kind) ? `${value} – ${name}` : name;
  };
  return { vi: named('vi'), en: named('en') };
}
