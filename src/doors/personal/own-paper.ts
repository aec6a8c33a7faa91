/** One's own data on paper, in the order of form 2C: to be read, not to be shown to anybody as proof. */
import type { Instant } from '#base/clock.ts';
import { printPaper } from '#base/paper.ts';
import { dayText, instantText } from '#base/vietnamese/time-text.ts';
import type { FieldView, SectionView } from '#record/register/view.ts';
import { codeList } from '#standard/code-lists.ts';
import type { OwnGroup, OwnRecord } from './own-record.ts';

const nfc = (text: string): string => text.normalize('NFC');

const sources = new Map(codeList('nguon_du_lieu').entries.map((entry) => [entry.code, entry.name]));

/** Where a group comes from, in one line. */
function originOf(group: OwnGroup): string {
  if (group.source === null) return '';
  const parts = [`Nguồn: ${sources.get(group.source) ?? group.source}`];
  if (group.validFrom) parts.push(`có hiệu lực từ ${dayText(group.validFrom)}`);
  if (group.confirmedAt) parts.push(`xác nhận ${instantText(group.confirmedAt)}${group.confirmedBy ? `, ${group.confirmedBy}` : ''}`);
  else parts.push('chưa được xác nhận');
  return parts.join(' · ');
}

const levels = new Map(codeList('muc_khop').entries.map((entry) => [entry.code, entry.name]));

/** What was found of this very value, in one line; nothing for a field on which the population database has no word. */
export function comparedLine(compared: FieldView['compared']): string {
  if (compared === null) return '';
  if (compared.level === 'CHUA' || compared.at === null) return 'Đối soát dân cư: chưa so';
  const extent = compared.extent === 'units' ? ' (tỉnh, xã)' : '';
  const level = (levels.get(compared.level) ?? compared.level).toLocaleLowerCase('vi');
  return `Đối soát dân cư: ${level}${extent}, ${instantText(compared.at)}, nguồn ${compared.source}`;
}

/** The item of form 2C-BNV/2008 that asks for a field, as far as the dictionary gives its number. */
const itemOf = (formItem: readonly string[]): string | null => {
  const number = formItem.flatMap((one) => /^2C\.(\d+\w?)/.exec(one)?.[1] ?? [])[0];
  return number === undefined ? null : `2C mục ${number}`;
};

const rowOf = (field: FieldView): object[] => [
  {
    stack: [
      { text: nfc(field.label.vi), color: '#444' },
      ...(itemOf(field.formItem) === null ? [] : [{ text: nfc(itemOf(field.formItem)!), fontSize: 8, color: '#555' }]),
    ],
  },
  {
    stack: [
      { text: nfc(field.display.vi), bold: true },
      ...(field.compared === null ? [] : [{ text: nfc(comparedLine(field.compared)), fontSize: 8, color: '#555' }]),
    ],
  },
];

/** A line of a section as one paragraph: a table of thirty columns fits no page. No line is broken between two pages. */
const linesOf = (section: SectionView): object => ({
  stack: section.lines.map((line, index) => ({
    unbreakable: true,
    margin: [0, 0, 0, 3],
    text: nfc(
      `${index + 1}. ` +
        section.columns
          .map((column) => [column.label.vi, line.cells[column.key]?.vi ?? ''] as const)
          .filter(([, value]) => value !== '')
          .map(([label, value]) => `${label}: ${value}`)
          .join('; ') +
        (line.origin.confirmedAt === null ? ' (chưa được xác nhận)' : ''),
    ),
  })),
  fontSize: 11,
  margin: [0, 2, 0, 6],
});

function groupOf(group: OwnGroup, index: number): object[] {
  const fields = group.fields.filter((field) => field.display.vi !== '');
  if (fields.length === 0 && group.sections.length === 0) return [];
  return [
    { text: nfc(`${index}. ${group.title.vi}`), bold: true, fontSize: 13, margin: [0, 12, 0, 2] },
    { text: nfc(originOf(group)), fontSize: 9, color: '#555', margin: [0, 0, 0, 4] },
    ...(fields.length > 0
      ? [
          {
            table: { headerRows: 0, dontBreakRows: true, widths: [170, '*'], body: fields.map(rowOf) },
            layout: 'lightHorizontalLines',
            fontSize: 11,
          },
        ]
      : []),
    ...group.sections.flatMap((section) => [
      { text: nfc(section.title.vi), italics: true, fontSize: 11, margin: [0, 6, 0, 0] },
      linesOf(section),
    ]),
  ];
}

/**
 * @param portrait  JPEG; null when there is none
 * @param demo      prints that the data is invented
 */
export function ownPaper(
  record: OwnRecord,
  beside: { readonly at: Instant; readonly demo: boolean; readonly portrait: Uint8Array | null },
): Promise<Uint8Array> {
  const facts = [
    { text: nfc(record.name), bold: true, fontSize: 16 },
    { text: nfc(record.position.vi) },
    { text: nfc(record.bodyName) },
    { text: `Số định danh cá nhân: ${record.nationalId}`, margin: [0, 6, 0, 0] },
    { text: `Phiên bản hồ sơ: ${record.version} · bản in lúc ${instantText(beside.at)}`, fontSize: 10, color: '#555' },
  ];
  const stated = record.groups.filter((group) => group.fields.some((field) => field.display.vi !== '') || group.sections.length > 0);
  return printPaper({
    info: { title: 'Bản sao dữ liệu cá nhân' },
    footer: (page: number, pages: number) => ({
      text: `Bản in lúc ${instantText(beside.at)} · không phải giấy tờ chính thức · trang ${page}/${pages}`,
      alignment: 'center',
      fontSize: 9,
      color: '#555',
      margin: [0, 16, 0, 0],
    }),
    content: [
      ...(beside.demo ? [{ text: 'DỮ LIỆU MẪU – NGƯỜI HƯ CẤU', alignment: 'center', color: '#8a1c1c', margin: [0, 0, 0, 8] }] : []),
      { text: 'BẢN SAO DỮ LIỆU CÁ NHÂN', bold: true, fontSize: 18, alignment: 'center' },
      {
        text: 'Theo thứ tự các mục của sơ yếu lý lịch (mẫu 2C). Cấp cho chính người có hồ sơ; không thay giấy tờ chính thức và không dùng để chứng minh với người khác.',
        alignment: 'center',
        fontSize: 10,
        margin: [0, 4, 0, 14],
      },
      {
        columns: [
          ...(beside.portrait
            ? [{ image: `data:image/jpeg;base64,${Buffer.from(beside.portrait).toString('base64')}`, fit: [85, 113], width: 100 }]
            : []),
          { stack: facts },
        ],
      },
      ...stated.flatMap((group, index) => groupOf(group, index + 1)),
    ],
  });
}
