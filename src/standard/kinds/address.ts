/**
 * An address: {quocGia, maTinh, maHuyen, maXa, chiTiet, hieuLucTai}. Provinces and communes are read together, as of a day.
 *
 * An address of the past (birth, home town) may stand in the units of its own day, in today's or in those of a day between; `hieuLucTai`
 * says which (`NGAY_SU_KIEN`, `HIEN_NAY`, `THOI_DIEM_KHAC`). A place of the past that no list knows is kept in `chiTiet` with a warning.
 * An address of the present stands in today's units; for a former unit the successor is suggested.
 * `quocGia` is there only for an address abroad, which then has no province and commune. A district is a name within its
 * province and only its form is checked: no source has district codes (docs/architecture.md §8, Packages).
 */
import { Type } from 'typebox';
import { certain, guess, type Suggestion } from '#base/problem.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { optionText } from '#standard/code-lists.ts';
import { resolveAddress, type AddressTrouble, type UnitOverTime, type UnitsOf } from '#standard/addresses.ts';
import { LAST_DAY_OF_DISTRICTS } from '#standard/codelists/communes.ts';
import { successorsOf } from '#standard/communes.ts';
import type { Part, SpecOf } from '#standard/field-shape.ts';
import { textPattern as notOfTheForm } from '#standard/problems/cell.ts';
import { codeAmbiguous, codeListClosed, codeNotYet, codeRewritten } from '#standard/problems/codes.ts';
import {
  addressIncomplete,
  communeElsewhere,
  communeOld,
  communeUnknown,
  placeNamesake,
  placeUnlisted,
  provinceOld,
} from '#standard/problems/places.ts';
import type { Compound, Scalar } from '#standard/shapes.ts';
import { textPattern } from '#standard/value-tests.ts';
import { codesOf, isCode, nameOfCode, sayUnknown, titleOf } from './coded.ts';
import { untyped, type Kind, type Reader } from './kind.ts';
import { readBounded } from './text.ts';

const part = (key: string, vi: string, en: string, kind: Part['kind'], required = false): Part => ({
  key,
  label: { vi, en },
  kind,
  required,
});
const QUOC_GIA = part('quocGia', 'Nước', 'Country', { name: 'code', codeLists: ['quoc_tich'] });
const province = (ofPast: { readonly ofPast?: true }): Part =>
  part(
    'maTinh',
    'Tỉnh, thành phố',
    'Province',
    {
      name: 'text',
      maxChars: 100,
      codeList: 'dvhc_tinh',
      patternHint: { vi: 'Mã hoặc tên tỉnh', en: 'Code or name of the province' },
      ...ofPast,
    },
    true,
  );
const MA_TINH = province({});
const MA_TINH_OF_PAST = province({ ofPast: true });
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
    vi: 'Để trống, hoặc ghi HIEN_NAY (hiện nay), NGAY_SU_KIEN (ngày sinh), THOI_DIEM_KHAC (thời điểm khác)',
    en: 'Leave blank, or HIEN_NAY (today), NGAY_SU_KIEN (day of birth), THOI_DIEM_KHAC (another day)',
  },
});
const PARTS = {
  past: [QUOC_GIA, MA_TINH_OF_PAST, MA_HUYEN, MA_XA, CHI_TIET, HIEU_LUC_TAI],
  present: [MA_TINH, { ...MA_XA, required: true }, CHI_TIET],
} as const;

const UNITS_OF: ReadonlyMap<string, UnitsOf> = new Map([
  ['hien_nay', 'HIEN_NAY'],
  ['hiện nay', 'HIEN_NAY'],
  ['hiện hành', 'HIEN_NAY'],
  ['ngay_su_kien', 'NGAY_SU_KIEN'],
  ['ngày sự kiện', 'NGAY_SU_KIEN'],
  ['ngày sinh', 'NGAY_SU_KIEN'],
  ['thời điểm sinh', 'NGAY_SU_KIEN'],
  ['thoi_diem_khac', 'THOI_DIEM_KHAC'],
  ['thời điểm khác', 'THOI_DIEM_KHAC'],
]);

/** Words of an address that no list knows are kept with the details: as long as those may be. */
const DETAILS_CHARS_MAX = 300;

/** "LS_HAU_GIANG – Tỉnh Hậu Giang (1976–1991)". */
function unitText({ provinceCode, name, from, to }: UnitOverTime): string {
  const [first, last] = [from?.slice(0, 4) ?? '', to === null ? '' : addDays(to, -1).slice(0, 4)];
  return `${provinceCode} – ${name}${first === '' && last === '' ? '' : ` (${first}–${last})`}`;
}

const asText = (value: Scalar | undefined): string => (value === undefined ? '' : String(value));

/** The successors of a unit: the only one is suggested, several are listed without a default. */
const successorsSaid = (
  successors: readonly Parameters<typeof optionText>[0][],
  strength: 'certain' | 'guess' = 'certain',
): { suggestion?: Suggestion; candidates?: readonly string[] } =>
  successors.length === 1
    ? {
        suggestion:
          strength === 'certain'
            ? certain(optionText(successors[0]!), 'only-successor')
            : guess(optionText(successors[0]!), 'likely-successor'),
      }
    : { candidates: successors.map(optionText) };

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
  if (trouble.part === 'maTinh' && resolution.kind === 'closed') {
    at.report(
      provinceOld,
      { value: province, until, successors: resolution.allowed.map(optionText).join(', ') },
      { part: 'maTinh', ...successorsSaid(resolution.allowed) },
    );
    if (commune === '' || successors.length === 0) return;
  }
  at.report(
    communeOld,
    { value: commune, until, successors: successors.map(optionText).join(', ') || '?' },
    { part: 'maXa', ...successorsSaid(successors) },
  );
}

function sayTrouble(province: string, commune: string, trouble: AddressTrouble, present: boolean, at: Reader): void {
  const { resolution, part: where } = trouble;
  const value = where === 'maTinh' ? province : commune;
  const names = titleOf(where === 'maTinh' ? 'dvhc_tinh' : 'dvhc_xa');
  if (present && (resolution.kind === 'closed' || resolution.kind === 'without-code')) return sayOldUnit(province, commune, trouble, at);
  switch (resolution.kind) {
    case 'unknown':
      if (resolution.suggestions.length > 0 || where === 'maTinh')
        sayUnknown(value, where === 'maTinh' ? 'dvhc_tinh' : 'dvhc_xa', resolution.suggestions, at, where);
      else if (isCode('dvhc_xa', value)) at.report(communeElsewhere, { commune: value, province }, { part: where });
      else at.report(communeUnknown, { value, ...names }, { part: where });
      return;
    case 'ambiguous':
      at.report(
        codeAmbiguous,
        { value, candidates: resolution.candidates.map(optionText).join(', ') },
        { part: where, candidates: resolution.candidates.map(optionText) },
      );
      return;
    case 'closed':
      at.report(
        codeListClosed,
        { value: resolution.code, until: showDate(resolution.until), allowed: resolution.allowed.map(optionText).join(', ') || names.list },
        { part: where },
      );
      return;
    case 'not-yet':
      at.report(
        codeNotYet,
        { value: resolution.code, from: showDate(resolution.from), allowed: resolution.allowed.map(optionText).join(', ') || names.list },
        { part: where },
      );
      return;
    case 'without-code':
      at.report(
        communeOld,
        { value: resolution.name, until: showDate(LAST_DAY_OF_DISTRICTS), successors: resolution.successors.map(optionText).join(', ') },
        { part: where, ...successorsSaid(resolution.successors, 'guess') },
      );
  }
}

/**
 * Words of several cells as one text. It is made clean as such: a letter that alone may be of any alphabet stands among others now, and whoever types the text
 * again is to be read as the same.
 */
const keptWords = (words: readonly (Scalar | undefined)[], at: Reader): string | undefined =>
  readBounded(cleanText(words.filter((one) => one !== undefined && one !== '').join(', ')).text, DETAILS_CHARS_MAX, at);

/** A place of the past that the lists do not know, in words beside what they know of it. */
function keepWords(
  words: readonly string[],
  trouble: AddressTrouble,
  details: Readonly<Record<string, Scalar>>,
  at: Reader,
): Compound | undefined {
  const { part: where, resolution, province } = trouble;
  const near = resolution.kind === 'unknown' ? resolution.suggestions.map(optionText) : [];
  const value = words[0]!;
  const proposed = near.length === 1 ? { suggestion: guess(near[0]!, 'near-name') } : near.length > 1 ? { candidates: near } : {};
  at.report(placeUnlisted, { value }, { part: where, ...proposed });
  const kept = keptWords([details['chiTiet'], ...words], at);
  if (kept === undefined) return undefined;
  return {
    ...(province ? { maTinh: province.code } : {}),
    ...details,
    chiTiet: kept,
    ...(province ? { hieuLucTai: province.unitsOf } : {}),
  };
}

/** No list knows the place: an unknown name, or a commune merged away before 2025 whose code no source has. */
const isUnlisted = ({ resolution }: AddressTrouble): boolean => resolution.kind === 'unknown' || resolution.kind === 'without-code';

/** An address abroad has no units of ours: what stands in their cells is kept in words, and told. */
function abroad(country: string, words: readonly (Scalar | undefined)[], at: Reader): Compound | undefined {
  const [details, ...units] = words.map(asText);
  const typed = units.filter((one) => one !== '');
  if (typed.length > 0) at.report(placeUnlisted, { value: typed.join(', ') }, { part: 'maTinh' });
  const kept = keptWords([details, ...units], at);
  return kept === undefined ? undefined : { quocGia: country, ...(kept === '' ? {} : { chiTiet: kept }) };
}

function joinAddress(parts: Readonly<Record<string, Scalar>>, { of }: SpecOf<'address'>, at: Reader): Compound | undefined {
  const [country, province, commune] = [asText(parts['quocGia']), asText(parts['maTinh']), asText(parts['maXa'])];
  const district = asText(parts['maHuyen']);
  const details = {
    ...(parts['maHuyen'] === undefined ? {} : { maHuyen: parts['maHuyen'] }),
    ...(parts['chiTiet'] === undefined ? {} : { chiTiet: parts['chiTiet'] }),
  };
  if (country !== '' && country !== 'VN') return abroad(country, [details.chiTiet, commune, district, province], at);
  const present = of === 'present';
  if (province === '') {
    // A place of the past that stands in words alone is kept as such: nobody is held by it.
    const inWords = !present && details.chiTiet !== undefined;
    const severity = inWords ? ({ severity: 'warning' } as const) : {};
    at.report(addressIncomplete, { part: MA_TINH.label }, { part: 'maTinh', ...severity });
    return inWords ? details : undefined;
  }
  if (present && commune === '') {
    at.report(addressIncomplete, { part: MA_XA.label }, { part: 'maXa' });
    return undefined;
  }
  const typedUnits = asText(parts['hieuLucTai']).toLowerCase();
  const unitsOf = UNITS_OF.get(typedUnits) ?? null;
  if (typedUnits !== '' && unitsOf === null) {
    const form = 'HIEN_NAY, NGAY_SU_KIEN, THOI_DIEM_KHAC';
    at.report(notOfTheForm, { form }, { part: 'hieuLucTai' });
    return undefined;
  }
  const typed = { province, commune, unitsOf, ...(district === '' ? {} : { district }) };
  const found = resolveAddress(typed, { eventOn: present ? at.today : at.on, today: at.today });
  if (found.kind === 'trouble') {
    const { trouble } = found;
    if (!present && isUnlisted(trouble)) {
      const words = trouble.part === 'maXa' ? [commune] : commune === '' ? [province] : [province, commune].reverse();
      return keepWords(words, trouble, details, at);
    }
    sayTrouble(province, commune, trouble, present, at);
    return undefined;
  }
  if (found.kind === 'which-day') {
    const value = [province, commune].filter((one) => one !== '').join(', ');
    at.report(
      codeAmbiguous,
      { value, candidates: found.candidates.map((one) => `${one.unitsOf}: ${unitText(one)}`).join('; ') },
      { part: 'hieuLucTai' },
    );
    return undefined;
  }
  for (const { part: where, code, name } of found.rewritten) {
    const corrected = optionText({ code, name });
    const value = where === 'maTinh' ? province : commune;
    at.report(codeRewritten, { value, corrected }, { part: where, suggestion: certain(corrected, 'same-entry') });
  }
  const [chosen, ...others] = found.namesakes;
  if (chosen && !present)
    at.report(
      placeNamesake,
      { value: province, candidates: [chosen, ...others].map(unitText).join(', '), chosen: unitText(chosen) },
      { part: 'maTinh' },
    );
  return {
    maTinh: found.provinceCode,
    ...(found.communeCode === null ? {} : { maXa: found.communeCode }),
    ...details,
    ...(present ? {} : { hieuLucTai: found.unitsOf }),
  };
}

/** A code of the statistics office, or one of ours for a province of before them (`LS_HA_NAM_NINH`). */
const PROVINCE_CODE = '^(?:[0-9]{2}|LS_[A-Z_]{2,40})$';

const TESTS = `{ quocGia: (v) => isOneOf(v, LIST_quoc_tich), maTinh: (v) => matches(v, /${PROVINCE_CODE}/u), maHuyen: (v) => isText(v, 100), maXa: (v) => matches(v, /^[0-9]{5}$/u), chiTiet: (v) => isText(v, 300), hieuLucTai: (v) => v === 'NGAY_SU_KIEN' || v === 'THOI_DIEM_KHAC' || v === 'HIEN_NAY' }`;

export const address: Kind<SpecOf<'address'>> = {
  ...untyped,
  word: { vi: 'địa chỉ theo các phần', en: 'an address in parts' },
  shown: { as: 'text', set: 'lines' },
  typed: true,
  parts: ({ of }) => PARTS[of],
  join: joinAddress,
  print: (value, _spec, at) => {
    if (typeof value !== 'object' || 'vang' in value) return '';
    const { quocGia, maTinh, maHuyen, maXa, chiTiet, hieuLucTai } = value as Readonly<Record<string, string | undefined>>;
    // A unit of a former day is named as it was at its end; of communes the lists have no older state.
    const on = hieuLucTai === 'NGAY_SU_KIEN' || hieuLucTai === 'THOI_DIEM_KHAC' ? { ...at, on: LAST_DAY_OF_DISTRICTS } : at;
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
        maTinh: Type.Optional(Type.String({ pattern: PROVINCE_CODE })),
        maHuyen: Type.Optional(Type.String({ pattern: textPattern(100) })),
        maXa: Type.Optional(Type.String({ pattern: '^[0-9]{5}$' })),
        chiTiet: Type.Optional(Type.String({ pattern: textPattern(300) })),
        hieuLucTai: Type.Optional(Type.Enum(['NGAY_SU_KIEN', 'THOI_DIEM_KHAC', 'HIEN_NAY'])),
      },
      { additionalProperties: false, minProperties: 1 },
    ),
  test: () => `hasParts(v, ${TESTS}, [])`,
  typeText: () => 'Address',
  sqlType: () => null,
};
