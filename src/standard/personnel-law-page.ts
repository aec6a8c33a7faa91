/** The page of the law on personnel, docs/standard/personnel-law.md: its rows, its readings, and examples that the functions themselves work out. Written by tools/generate.ts. */
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import data from './personnel-law-examples.json' with { type: 'json' };
import { lawList } from './law/law-lists.ts';
import type { LawListId } from './law/law-lists.ts';
import { beyondScale } from './personnel/beyond-scale.ts';
import { promote } from './personnel/grade-change.ts';
import type { Service } from './personnel/hold.ts';
import { raiseDueOf } from './personnel/raise.ts';
import type { Reason } from './personnel/reason.ts';
import { retirement } from './personnel/retirement.ts';
import { termEnd } from './personnel/term.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const tableOf = (head: readonly string[], rows: readonly string[]): readonly string[] => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows,
];
const days = ({ validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null }): string =>
  `${validFrom === null ? '' : showDate(validFrom)} – ${validTo === null ? '' : showDate(addDays(validTo, -1))}`;

/** A row of law says its figure, its days, its source and how certain it is. */
function rowsOf(id: LawListId, figure: (attributes: Readonly<Record<string, unknown>>, code: string) => string): readonly string[] {
  return lawList(id).entries.map((entry) =>
    row(
      `\`${entry.code}\``,
      entry.name,
      figure(entry.attributes, entry.code),
      days(entry),
      String(entry.attributes['source']),
      entry.confidence,
    ),
  );
}
const HEAD = ['mã', 'nội dung', 'giá trị', 'hiệu lực', 'căn cứ', 'độ tin cậy'];
const COUNTS: Readonly<Record<string, string>> = { all: 'tính', none: 'không tính', 'up-to': 'tính tới số tháng cộng dồn' };

const civil = (more: Partial<Service> = {}): Service => ({ employee: 'CC', periods: [], faults: [], ...more });
const reasonLine = ({ text, law, reading }: Reason): string =>
  `- ${text.vi}${law === null ? '' : `. *${law.source}*`}${reading === null ? '' : `. Cách hiểu: \`${reading.key}\` = \`${reading.value}\``}`;
const example = (title: string, reasons: readonly Reason[]): readonly string[] => [`### ${title}`, '', ...reasons.map(reasonLine), ''];
/** Of an example that works out: one that does not is a fault of this page. */
function worked<Value>(found: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!found.ok) throw new Error('an example of the page of law does not work out');
  return found.value;
}

function examples(): readonly string[] {
  const { raise, beyondScale: beyond, promotion, retirement: retired, term } = data;
  return [
    ...example(raise.title, worked(raiseDueOf(raise.pay, civil(raise.service as Partial<Service>))).because),
    ...example(beyond.title, worked(beyondScale(beyond.pay, civil(beyond.service as Partial<Service>), beyond.on)).because),
    ...example(promotion.title, worked(promote(promotion.pay, promotion.beside, promotion.to, promotion.signedOn)).because),
    ...example(retired.title, worked(retirement(retired.sex, retired.birth)).because),
    ...example(term.title, termEnd(term.effectiveOn, term.months, term.retireFrom).because),
  ];
}

export function personnelLawPage(): string {
  return [
    '# Pháp luật về lương, thời hạn, nghỉ hưu: dòng dữ liệu, cách hiểu, ví dụ',
    '',
    'Trang này được viết từ chính dữ liệu và hàm của phần mềm (`src/standard/personnel`, `src/standard/law`). Là cách hiểu của dự án, không thay văn bản; chỗ ghi `uncertain` chưa được đối chiếu với văn bản. Kết quả là gợi ý: chỉ quyết định đã ký mới là dữ kiện.',
    '',
    'The law on pay, terms and retirement as this product reads it: rows with their days and sources, readings where the law is not clear, and examples worked out by the functions themselves.',
    '',
    '## Ví dụ',
    '',
    ...examples(),
    '## Cách hiểu chỗ pháp luật chưa nói rõ',
    '',
    'Cơ quan cấp trên có thể chọn khác; mỗi kết quả nói đã dùng cách nào.',
    '',
    ...tableOf(
      HEAD,
      rowsOf('luat_cach_hieu', ({ value, choices }) => `**${String(value)}** (${(choices as readonly string[]).join(', ')})`),
    ),
    '',
    '## Thời gian trong lúc giữ một bậc lương',
    '',
    ...tableOf(
      HEAD,
      rowsOf(
        'luat_thoi_gian_giu_bac',
        ({ counts, months }) => `${COUNTS[String(counts)]!}${months === undefined ? '' : `: ${String(months)}`}`,
      ),
    ),
    '',
    '## Kéo dài thời hạn nâng bậc',
    '',
    ...tableOf(
      HEAD,
      rowsOf(
        'luat_keo_dai_nang_luong',
        ({ months, doi_tuong: whom }) =>
          `${months === null ? 'bằng thời gian nghỉ' : `${String(months)} tháng`} (${whom === null ? 'mọi người' : (whom as readonly string[]).join(', ')})`,
      ),
    ),
    '',
    '## Số của pháp luật',
    '',
    ...tableOf(
      HEAD,
      rowsOf('luat_tham_so', ({ value, unit }) => `${String(value)} ${String(unit)}`),
    ),
    '',
  ].join('\n');
}
