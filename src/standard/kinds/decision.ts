/** A decision as it is cited: number, day, issuing body, signer and the signer's post. */
import { showDate } from '#base/vietnamese/dates.ts';
import type { Part, SpecOf } from '#standard/field-shape.ts';
import { partsSchema, partsTest, partsType } from './in-parts.ts';
import { untyped, type Kind, type KindOf } from './kind.ts';

const text = (key: string, vi: string, en: string, maxChars: number, required = false): Part => ({
  key,
  label: { vi, en },
  kind: { name: 'text', maxChars },
  required,
});

const DECISION_PARTS: readonly Part[] = [
  text('so', 'Số', 'Number', 50, true),
  { key: 'ngay', label: { vi: 'Ngày', en: 'Date' }, kind: { name: 'date', notAfterToday: true }, required: true },
  text('coQuan', 'Cơ quan ban hành', 'Issued by', 200),
  text('nguoiKy', 'Người ký', 'Signed by', 100),
  text('chucVuNguoiKy', 'Chức vụ người ký', 'Post of the signer', 150),
];

export const decisionKind = (kindOf: KindOf): Kind<SpecOf<'decision'>> => ({
  ...untyped,
  word: { vi: 'quyết định có số và ngày', en: 'a decision with number and day' },
  shown: { as: 'text', set: 'lines' },
  typed: true,
  parts: () => DECISION_PARTS,
  print: (value, _spec, { language }) => {
    if (typeof value !== 'object' || 'vang' in value) return '';
    const { so, ngay, coQuan } = value as Readonly<Record<string, string | undefined>>;
    const day = ngay === undefined ? '' : ` ${language === 'vi' ? 'ngày' : 'of'} ${showDate(ngay)}`;
    return `${language === 'vi' ? 'Số' : 'No.'} ${so ?? ''}${day}${coQuan === undefined ? '' : `, ${coQuan}`}`;
  },
  schema: () => partsSchema(DECISION_PARTS, kindOf),
  test: () => partsTest(DECISION_PARTS, kindOf),
  typeText: () => partsType(DECISION_PARTS, kindOf),
  sqlType: () => null,
});
