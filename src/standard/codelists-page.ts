/** The reference page of the code lists, docs/standard/codelists.md: derived from the lists, written by tools/generate.ts. */
import type { PlainDate } from '#base/clock.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';
import { CODE_LIST_IDS, type CodeEntry, type CodeList, codeList } from './code-lists.ts';
import { SHARED_WORDS, WORD_SOURCES } from './codelists/words.ts';

/** Held as data of reference: no field and no rule asks them. The page says so, and its test holds this set against the code. */
export const REFERENCE_ONLY: ReadonlySet<string> = new Set([
  'attt_cap_do_3_va_dlcn',
  'cccd_cau_truc',
  'co_quan_demo',
  'ke_hoach_qd72',
  'ket_qua_dong_bo',
  'loai_quyet_dinh',
  'ma_dinh_danh_co_quan',
  'ma_loi_lgsp',
  'ma_tich_hop_dan_cu',
  'moc_phap_ly',
  'quy_tac_cheo',
  'tieu_chi_chat_luong',
  'trang_thai_vang',
  'vi_tri_viec_lam_vien_chuc',
]);

/** A list longer than this is described, not printed. */
const PRINTED_ENTRIES_MAX = 400;

const CONFIDENCE = {
  found: 'tài liệu công khai',
  known: 'biết rộng rãi, chưa đối chiếu',
  uncertain: 'chưa chắc',
  design: 'thiết kế của dự án',
  demo: 'dữ liệu mẫu',
} as const;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const shown = (day: PlainDate | null): string => (day === null ? '' : showDate(day));
const lastDay = (validTo: PlainDate | null): string => (validTo === null ? '' : showDate(addDays(validTo, -1)));

const tableOf = (head: readonly string[], rows: readonly string[]): string[] => [row(...head), row(...head.map(() => '---')), ...rows];

const entryRow = (entry: CodeEntry): string =>
  row(
    `\`${entry.code}\``,
    entry.name,
    entry.nameEn ?? '',
    entry.aliases.join('; '),
    shown(entry.validFrom),
    lastDay(entry.validTo),
    entry.holdClause === null ? '' : `${lastDay(entry.heldTo) || 'không ghi hạn / no end'} (${entry.holdClause})`,
    entry.replacedBy.map((code) => `\`${code}\``).join(' '),
    entry.confidence,
  );

/** The words of a list that may mean several entries: the product asks. */
function sharedWordsOf(listId: string): string[] {
  const words = SHARED_WORDS.filter(({ list }) => list === listId);
  if (words.length === 0) return [];
  const rows = words.map(({ word, codes, why }) => row(word, codes.map((code) => `\`${code}\``).join(' '), why));
  return [
    '',
    'Từ có nhiều nghĩa, hệ thống hỏi lại / words with several meanings, asked about:',
    '',
    ...tableOf(['từ / word', 'có thể là / may mean', 'vì sao'], rows),
  ];
}

function sectionOf(list: CodeList): string[] {
  const about = [
    `## ${list.id}`,
    '',
    `**${list.title.vi}** (${list.title.en}). Nguồn: ${list.source}. Độ tin cậy: ${CONFIDENCE[list.confidence]} (\`${list.confidence}\`).`,
  ];
  if (REFERENCE_ONLY.has(list.id)) {
    about.push('', '**Chỉ để tham chiếu: chưa có trường hay quy tắc nào dùng.** / Held for reference: no field or rule uses it yet.');
  }
  if (list.notes !== null) about.push('', list.notes);
  if (list.entries.length > PRINTED_ENTRIES_MAX)
    return [...about, '', `${list.entries.length} mục, không in ở đây. / ${list.entries.length} entries, not printed here.`, ''];
  const head = [
    'mã / code',
    'tên',
    'name',
    'tên khác / aliases',
    'từ ngày / from',
    'đến hết ngày / last day',
    'còn được giữ đến / held until',
    'thay bằng / replaced by',
    'tin cậy / confidence',
  ];
  return [...about, '', ...tableOf(head, list.entries.map(entryRow)), ...sharedWordsOf(list.id), ''];
}

/** The whole page as Markdown, ending with a newline. The same lists give the same bytes. */
export function codeListsPage(): string {
  const lists = CODE_LIST_IDS.map(codeList);
  const overview = tableOf(
    ['danh mục / list', 'tên / title', 'số mục / entries', 'tin cậy / confidence'],
    lists.map((list) =>
      row(`[${list.id}](#${list.id})`, `${list.title.vi} / ${list.title.en}`, String(list.entries.length), list.confidence),
    ),
  );
  return [
    '# Danh mục dùng chung / Code lists',
    '',
    'Trang này sinh từ dữ liệu (`npm run generate`); không sửa tay. Một giá trị được kiểm tra theo danh mục **tại ngày của dữ kiện**; một mã đã dùng lại có nhiều mục. ' +
      'Danh mục không phải văn bản chính thức: xem nguồn và độ tin cậy của từng danh mục, từng mục.',
    '',
    'This page is generated; do not edit it. A value is checked in the list **as of the date of its fact**; a code that was used again has several entries. ' +
      'The lists are not an official text: see source and confidence. `found` = in public material, `known` = well known but not verified, `uncertain` = may be wrong, `demo` = invented.',
    '',
    'Nguồn của các từ thường dùng (tên khác) / sources of the words that people use:',
    '',
    ...Object.entries(WORD_SOURCES).map(([key, source]) => `- \`${key}\`: ${source}`),
    '',
    ...overview,
    '',
    ...lists.flatMap(sectionOf),
  ]
    .join('\n')
    .replace(/\n*$/, '\n');
}
