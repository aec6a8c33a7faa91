/**
 * The law as data in the shape of the code lists: a row is an entry, with its days, source and confidence. So an edition holds both, and a check of an
 * old day is judged by the figures and rules of that edition.
 */
import { addDays } from '#base/vietnamese/dates.ts';
import { editionInUse } from '#standard/list-edition.ts';
import type { CodeEntry, CodeList, ListConfidence } from '#standard/codelists/list-file.ts';
import holidayNotices from './holiday-notices.json' with { type: 'json' };
import holidayRules from './holiday-rules.json' with { type: 'json' };
import numberForms from './number-forms.json' with { type: 'json' };
import parameters from './parameters.json' with { type: 'json' };
import raiseDelays from './raise-delays.json' with { type: 'json' };
import readings from './readings.json' with { type: 'json' };
import rules from './rules.json' with { type: 'json' };
import servicePeriods from './counted-periods.json' with { type: 'json' };

const LAW = [
  'luat_cach_hieu',
  'luat_dang_so',
  'luat_keo_dai_nang_luong',
  'luat_ngay_nghi',
  'luat_quy_tac',
  'luat_quy_tac_ngay_nghi',
  'luat_tham_so',
  'luat_thoi_gian_giu_bac',
] as const;
export type LawListId = (typeof LAW)[number];
/** Ids of the lists that hold law, sorted. */
export const LAW_LIST_IDS: readonly LawListId[] = LAW;

interface LawItem {
  readonly code: string;
  readonly name: string;
  readonly validFrom: string | null;
  /** last day, as the files write it */
  readonly lastDay: string | null;
  readonly confidence: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const entryOf = ({ code, name, validFrom, lastDay, confidence, attributes }: LawItem): CodeEntry => {
  const validTo = lastDay === null ? null : addDays(lastDay, 1);
  return {
    code,
    name,
    nameEn: null,
    aliases: [],
    sharedWords: [],
    validFrom,
    validTo,
    heldTo: validTo,
    holdClause: null,
    confidence: confidence as ListConfidence,
    replacedBy: [],
    attributes,
  };
};

const listOf = (id: LawListId, vi: string, en: string, items: readonly LawItem[]): CodeList => ({
  id,
  title: { vi, en },
  source: 'mỗi dòng ghi căn cứ của mình',
  confidence: 'known',
  notes: null,
  entries: items.map(entryOf),
});

const packed: Readonly<Record<LawListId, CodeList>> = {
  luat_cach_hieu: listOf(
    'luat_cach_hieu',
    'Cách hiểu chỗ pháp luật chưa nói rõ',
    'Readings where the law is not clear',
    readings.items.map(({ key, name_vi, valid_from, valid_to, confidence, ...attributes }) => ({
      code: key,
      name: name_vi,
      validFrom: valid_from,
      lastDay: valid_to,
      confidence,
      attributes,
    })),
  ),
  luat_dang_so: listOf(
    'luat_dang_so',
    'Dạng số theo pháp luật',
    'Forms of numbers by law',
    numberForms.forms.map(({ number, from, to, confidence, vi, ...attributes }) => ({
      code: number,
      name: vi,
      validFrom: from,
      lastDay: to,
      confidence,
      attributes,
    })),
  ),
  luat_keo_dai_nang_luong: listOf(
    'luat_keo_dai_nang_luong',
    'Thời gian kéo dài nâng bậc lương',
    'What lengthens the wait for a pay step',
    raiseDelays.items.map(({ code, what, valid_from, valid_to, confidence, ...attributes }) => ({
      code,
      name: what,
      validFrom: valid_from,
      lastDay: valid_to,
      confidence,
      attributes,
    })),
  ),
  luat_ngay_nghi: listOf(
    'luat_ngay_nghi',
    'Ngày nghỉ lễ theo thông báo của từng năm',
    'Days off by the notice of each year',
    holidayNotices.years.map(({ year, confidence, ...attributes }) => ({
      code: year,
      name: year,
      validFrom: `${year}-01-01`,
      lastDay: `${year}-12-31`,
      confidence,
      attributes,
    })),
  ),
  luat_quy_tac: listOf(
    'luat_quy_tac',
    'Ngày hiệu lực của các quy tắc',
    'Days of the rules',
    rules.items.map(({ key, valid_from, valid_to, confidence, ...attributes }) => ({
      code: key,
      name: key,
      validFrom: valid_from,
      lastDay: valid_to,
      confidence,
      attributes,
    })),
  ),
  luat_quy_tac_ngay_nghi: listOf(
    'luat_quy_tac_ngay_nghi',
    'Ngày nghỉ lễ theo luật',
    'Days off by law',
    holidayRules.items.map(({ key, name_vi, valid_from, valid_to, confidence, ...attributes }) => ({
      code: key,
      name: name_vi,
      validFrom: valid_from,
      lastDay: valid_to,
      confidence,
      attributes,
    })),
  ),
  luat_thoi_gian_giu_bac: listOf(
    'luat_thoi_gian_giu_bac',
    'Thời gian tính và không tính khi giữ bậc lương',
    'Time that counts and does not count while a pay step is held',
    servicePeriods.items.map(({ code, name_vi, valid_from, valid_to, confidence, ...attributes }) => ({
      code,
      name: name_vi,
      validFrom: valid_from,
      lastDay: valid_to,
      confidence,
      attributes,
    })),
  ),
  luat_tham_so: listOf(
    'luat_tham_so',
    'Số của pháp luật',
    'Figures of the law',
    parameters.items.map(({ key, name_vi, valid_from, valid_to, confidence, ...attributes }) => ({
      code: key,
      name: name_vi,
      validFrom: valid_from,
      lastDay: valid_to,
      confidence,
      attributes,
    })),
  ),
};

export const isLawList = (id: string): id is LawListId => LAW.some((one) => one === id);

/** The rows of law as this program was packed with them. */
export const packedLaw = (id: LawListId): CodeList => packed[id];

/** The rows of law of that id, in the edition in use. */
export const lawList = (id: LawListId): CodeList => editionInUse().others.get(id) ?? packed[id];
