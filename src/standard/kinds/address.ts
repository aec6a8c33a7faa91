/**
 * An address: {quocGia, maTinh, maHuyen, maXa, chiTiet, hieuLucTai}. Provinces and communes are read together, as of a day.
 *
 * An address of the past (birth, home town) may stand in the units of its own day or in today's; `hieuLucTai` says which
 * (`NGAY_SU_KIEN` or `HIEN_NAY`). An address of the present stands in today's units; for a former unit the successor is suggested.
 * `quocGia` is there only for an address abroad, which then has no province and commune. A district is a name within its
 * province and only its form is checked: no source has district codes (ARCHITECTURE §8, Packages).
 */
import { Type } from 'typebox';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { optionText } from '#standard/code-lists.ts';
import { TWO_LEVELS_SINCE } from '#standard/codelists/communes.ts';
import { resolveAddress, successorsOf, type AddressTrouble, type UnitsOf } from '#standard/communes.ts';
import type { Part, SpecOf } from '#standard/field-shape.ts';
import * as problems from '#standard/problems.ts';
import type { Compound, Scalar } from '#standard/shapes.ts';
import { textPattern } from '#standard/value-tests.ts';
import { codesOf, isCode, nameOfCode, titleOf } from './coded.ts';
import { untyped, type Kind, type Reader } from './kind.ts';

const part = (key: string, vi: string, en: string, kind: Part['kind'], required = false): Part => ({
  key,
  label: { vi, en },
  kind,
  required,
});
const QUOC_GIA = part('quocGia', 'Nước', 'Country', { name: 'code', codeLists: ['quoc_tich'] });
const MA_TINH = part(
  'maTinh',
  'Tỉnh, thành phố',
  'Province',
  { name: 'text', maxChars: 100, codeList: 'dvhc_tinh', patternHint: { vi: 'Mã hoặc tên tỉnh', en: 'Code or name of the province' } },
  true,
);
const MA_HUYEN = part('maHuyen', 'Huyện (trước 01/7/2025)', 'District (before 2025-07-01)', { name: 'text', maxChars: 100 });
const MA_XA = part('maXa', 'Xã, phường', 'Commune', {
  name: 'text',
  maxChars: 150,
  codeList: 'dvhc_xa',
  patternHint: { vi: 'Mã hoặc tên xã, phường, đặc khu', en: 'Code or name of the commune' },
});
const CHI_TIET = part('chiTiet', 'Chi tiết', 'Details', {
  name: 'text',
  maxChars: 300,
  patternHint: { vi: 'Số nhà, đường, thôn, tổ', en: 'House, street, hamlet' },
});
const HIEU_LUC_TAI = part('hieuLucTai', 'Đơn vị hành chính của ngày nào', 'Units of which day', {
  name: 'text',
  maxChars: 30,
  patternHint: {
    vi: 'Để trống, hoặc ghi HIEN_NAY (hiện nay), NGAY_SU_KIEN (ngày sinh)',
    en: 'Leave blank, or HIEN_NAY (today), NGAY_SU_KIEN (day of birth)',
  },
});
const PARTS = { past: [QUOC_GIA, MA_TINH, MA_HUYEN, MA_XA, CHI_TIET, HIEU_LUC_TAI], present: [MA_TINH, MA_XA, CHI_TIET] } as const;

const UNITS_OF: ReadonlyMap<string, UnitsOf> = new Map([
  ['hien_nay', 'HIEN_NAY'],
  ['hiện nay', 'HIEN_NAY'],
  ['hiện hành', 'HIEN_NAY'],
  ['ngay_su_kien', 'NGAY_SU_KIEN'],
  ['ngày sự kiện', 'NGAY_SU_KIEN'],
  ['ngày sinh', 'NGAY_SU_KIEN'],
  ['thời điểm sinh', 'NGAY_SU_KIEN'],
]);

/** The last day of units with districts: what an old unit was called at its end. */
const LAST_DAY_OF_DISTRICTS = addDays(TWO_LEVELS_SINCE, -1);

const asText = (value: Scalar | undefined): string => (value === undefined ? '' : String(value));

/** The old unit that was named for a present address: says so for both parts, with the successors. */
function sayOldUnit(province: string, commune: string, trouble: AddressTrouble, at: Reader): void {
  const before = resolveAddress({ province, commune, unitsOf: 'NGAY_SU_KIEN' }, { eventOn: LAST_DAY_OF_DISTRICTS, today: at.today });
  const { resolution } = trouble;
  const until = resolution.kind === 'closed' ? showDate(resolution.until) : showDate(LAST_DAY_OF_DISTRICTS);
  const successors =
    before.kind === 'found' && before.communeCode !== null
      ? successorsOf(before.communeCode)
      : trouble.part === 'maXa' && (resolution.kind === 'closed' || resolution.kind === 'without-code')
        ? resolution.kind === 'closed'
          ? resolution.allowed
          : resolution.successors
        : [];
  const confidence = successors.length === 1 ? 0.95 : 0.5;
  const best = successors[0];
  if (trouble.part === 'maTinh' && resolution.kind === 'closed') {
    const next = resolution.allowed[0];
    at.say(
      problems.provinceOld,
      { value: province, until, successors: resolution.allowed.map(optionText).join(', ') },
      { part: 'maTinh', ...(next ? { suggestion: { value: optionText(next), confidence: 0.95 } } : {}) },
    );
    if (commune === '' || successors.length === 0) return;
  }
  at.say(
    problems.communeOld,
    { value: commune, until, successors: successors.map(optionText).join(', ') || '?' },
    { part: 'maXa', ...(best ? { suggestion: { value: optionText(best), confidence } } : {}) },
  );
}

function sayTrouble(province: string, commune: string, trouble: AddressTrouble, present: boolean, at: Reader): void {
  const { resolution, part: where } = trouble;
  const value = where === 'maTinh' ? province : commune;
  const names = titleOf(where === 'maTinh' ? 'dvhc_tinh' : 'dvhc_xa');
  if (present && (resolution.kind === 'closed' || resolution.kind === 'without-code')) return sayOldUnit(province, commune, trouble, at);
  switch (resolution.kind) {
    case 'unknown': {
      const best = resolution.suggestions[0];
      if (best)
        at.say(
          problems.codeMisspelt,
          { value, ...names, suggested: optionText(best) },
          { part: where, suggestion: { value: optionText(best), confidence: best.confidence } },
        );
      else if (where === 'maXa' && isCode('dvhc_xa', value))
        at.say(problems.communeElsewhere, { commune: value, province }, { part: where });
      else at.say(where === 'maXa' ? problems.communeUnknown : problems.codeUnknown, { value, ...names }, { part: where });
      return;
    }
    case 'ambiguous':
      at.say(problems.codeAmbiguous, { value, candidates: resolution.candidates.map(optionText).join(', ') }, { part: where });
      return;
    case 'closed':
      at.say(
        problems.codeListClosed,
        { value: resolution.code, until: showDate(resolution.until), allowed: resolution.allowed.map(optionText).join(', ') || names.list },
        { part: where },
      );
      return;
    case 'not-yet':
      at.say(
        problems.codeNotYet,
        { value: resolution.code, from: showDate(resolution.from), allowed: resolution.allowed.map(optionText).join(', ') || names.list },
        { part: where },
      );
      return;
    case 'without-code': {
      const best = resolution.successors[0];
      at.say(
        problems.communeOld,
        { value: resolution.name, until: showDate(LAST_DAY_OF_DISTRICTS), successors: resolution.successors.map(optionText).join(', ') },
        {
          part: where,
          ...(best ? { suggestion: { value: optionText(best), confidence: resolution.successors.length === 1 ? 0.8 : 0.5 } } : {}),
        },
      );
    }
  }
}

function joinAddress(parts: Readonly<Record<string, Scalar>>, { of }: SpecOf<'address'>, at: Reader): Compound | undefined {
  const [country, province, commune] = [asText(parts['quocGia']), asText(parts['maTinh']), asText(parts['maXa'])];
  const details = {
    ...(parts['maHuyen'] === undefined ? {} : { maHuyen: parts['maHuyen'] }),
    ...(parts['chiTiet'] === undefined ? {} : { chiTiet: parts['chiTiet'] }),
  };
  if (country !== '' && country !== 'VN')
    return { quocGia: country, ...(parts['chiTiet'] === undefined ? {} : { chiTiet: parts['chiTiet'] }) };
  if (province === '') {
    at.say(problems.addressIncomplete, { part: MA_TINH.label }, { part: 'maTinh' });
    return undefined;
  }
  const present = of === 'present';
  if (present && commune === '') {
    at.say(problems.addressIncomplete, { part: MA_XA.label }, { part: 'maXa' });
    return undefined;
  }
  const typedUnits = asText(parts['hieuLucTai']).toLowerCase();
  const unitsOf = UNITS_OF.get(typedUnits) ?? null;
  if (typedUnits !== '' && unitsOf === null) {
    at.say(problems.textPattern, { form: 'HIEN_NAY, NGAY_SU_KIEN' }, { part: 'hieuLucTai' });
    return undefined;
  }
  const found = resolveAddress({ province, commune, unitsOf }, { eventOn: present ? at.today : at.on, today: at.today });
  if (found.kind === 'trouble') {
    sayTrouble(province, commune, found.trouble, present, at);
    return undefined;
  }
  if (found.kind === 'which-day') {
    at.say(
      problems.codeAmbiguous,
      {
        value: [province, commune].filter((one) => one !== '').join(', '),
        candidates: found.candidates.map((one) => `${one.unitsOf}: ${one.name}`).join('; '),
      },
      { part: 'hieuLucTai' },
    );
    return undefined;
  }
  return {
    maTinh: found.provinceCode,
    ...(found.communeCode === null ? {} : { maXa: found.communeCode }),
    ...details,
    ...(present ? {} : { hieuLucTai: found.unitsOf }),
  };
}

const TESTS = `{ quocGia: (v) => isOneOf(v, LIST_quoc_tich), maTinh: (v) => matches(v, /^[0-9]{2}$/u), maHuyen: (v) => isText(v, 100), maXa: (v) => matches(v, /^[0-9]{5}$/u), chiTiet: (v) => isText(v, 300), hieuLucTai: (v) => v === 'NGAY_SU_KIEN' || v === 'HIEN_NAY' }`;

export const address: Kind<SpecOf<'address'>> = {
  ...untyped,
  typed: true,
  parts: ({ of }) => PARTS[of],
  join: joinAddress,
  print: (value, _spec, at) => {
    if (typeof value !== 'object' || 'vang' in value) return '';
    const { quocGia, maTinh, maHuyen, maXa, chiTiet, hieuLucTai } = value as Readonly<Record<string, string | undefined>>;
    // A unit of the day of the fact is named as it was at its end; the lists have no older state.
    const on = hieuLucTai === 'NGAY_SU_KIEN' ? { ...at, on: LAST_DAY_OF_DISTRICTS } : at;
    return [
      chiTiet,
      maXa && nameOfCode(['dvhc_xa'], maXa, on),
      maHuyen,
      maTinh && nameOfCode(['dvhc_tinh'], maTinh, on),
      quocGia && nameOfCode(['quoc_tich'], quocGia, at),
    ]
      .filter((one) => one)
      .join(', ');
  },
  schema: () =>
    Type.Object(
      {
        quocGia: Type.Optional(Type.Enum([...codesOf(['quoc_tich'])])),
        maTinh: Type.Optional(Type.String({ pattern: '^[0-9]{2}$' })),
        maHuyen: Type.Optional(Type.String({ pattern: textPattern(100) })),
        maXa: Type.Optional(Type.String({ pattern: '^[0-9]{5}$' })),
        chiTiet: Type.Optional(Type.String({ pattern: textPattern(300) })),
        hieuLucTai: Type.Optional(Type.Enum(['NGAY_SU_KIEN', 'HIEN_NAY'])),
      },
      { additionalProperties: false, minProperties: 1 },
    ),
  test: () => `hasParts(v, ${TESTS}, [])`,
  typeText: () => 'Address',
  sqlType: () => null,
};
