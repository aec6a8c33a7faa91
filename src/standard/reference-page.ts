/** Writes the reference page of the fields, in both languages. */
import type { Bilingual } from '#base/problem.ts';
import { DICTIONARY_VERSION, GROUPS, SEALED_GROUPS } from './dictionary.ts';
import type { Field, Section } from './field-shape.ts';
import { DECREE_GROUPS, decreePlaceOf, STATED_FIELDS } from './decree/place.ts';
import { sourceOf, SOURCE_BODIES } from './decree/source.ts';
import { kindOf, kindWord } from './kinds/all.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const both = ({ vi, en }: Bilingual): string => `${cell(vi)}<br>*${cell(en)}*`;
const SUPPLIERS: Readonly<Record<Field['suppliedBy'], Bilingual>> = {
  body: { vi: 'cơ quan', en: 'agency' },
  person: { vi: 'cá nhân', en: 'person' },
  system: { vi: 'hệ thống', en: 'system' },
  derived: { vi: 'suy ra', en: 'derived' },
};

const DATA_KINDS = { master: 'chủ / master', reference: 'tham chiếu / reference' } as const;

function row(field: Field, place: number): string {
  const needed = field.requiredWhen
    ? `C: ${both({ vi: `khi ${field.requiredWhen.text.vi}`, en: `when ${field.requiredWhen.text.en}` })}`
    : field.required;
  const kind = kindWord(field.kind.name);
  const parts = kindOf(field.kind).parts(field.kind) ?? (field.kind.name === 'list' ? field.kind.parts : []);
  const names = parts.length === 0 ? '' : `<br>${parts.map((part) => `\`${part.key}\``).join(' ')}`;
  return `| ${[
    place,
    `\`${field.key}\``,
    both(field.label),
    `${both(kind)}${names}`,
    needed,
    field.codeList === null ? '' : `\`${field.codeList}\``,
    field.formItem.join(', '),
    both(SUPPLIERS[field.suppliedBy]),
    decreePlaceOf(field).group ?? '–',
    `${DATA_KINDS[sourceOf(field).kind]} \`${sourceOf(field).code}\``,
    field.sensitivity ?? '',
    SEALED_GROUPS.includes(field.group) ? '●' : '',
    `${cell(field.source)} (${field.confidence})`,
  ].join(' | ')} |`;
}

/** How many fields of a part of the dictionary there are, and of which kind. */
function coverageRow(name: string, fields: readonly Field[], isOf: (field: Field) => boolean): string {
  const of = fields.filter(isOf);
  const count = (kind: 'master' | 'reference'): number => of.filter((field) => sourceOf(field).kind === kind).length;
  return `| ${name} | ${of.length} | ${count('master')} | ${count('reference')} |`;
}

/** The page, Markdown. */
export function referencePage(fields: readonly Field[], sections: readonly Section[]): string {
  const groups = GROUPS.flatMap(({ code, title }) => {
    const own = fields.filter((field) => field.group === code);
    if (own.length === 0) return [];
    const repeating = sections.filter(
      (section) => section.group === code && own.some((field) => field.section === section.key || field.key === section.key),
    );
    return [
      `## ${code}. ${title.vi} / ${title.en}`,
      '',
      ...repeating.map(
        (section) =>
          `- \`${section.key}\`: ${section.title.vi} / ${section.title.en}; ${section.naturalKey.map((key) => `\`${key}\``).join(' + ')}`,
      ),
      ...(repeating.length > 0 ? [''] : []),
      '| # | key | tên / name | loại / kind | cần / needed | danh mục / list | biểu mẫu / form | ai cung cấp / supplied by | nhóm NĐ 27 / decree group | dữ liệu, cơ quan nguồn / data, source agency | nhạy cảm / sensitive | mã hóa / sealed | nguồn / source |',
      '|---|---|---|---|---|---|---|---|---|---|---|---|---|',
      ...own.map((field) => row(field, fields.indexOf(field) + 1)),
      '',
    ];
  });
  return `${[
    '<!-- Written by tools/generate.ts from the field dictionary; not edited by hand. -->',
    '',
    '# Từ điển trường của hồ sơ / Field dictionary',
    '',
    `Phiên bản / version ${DICTIONARY_VERSION}, ${fields.length} trường / fields.`,
    '',
    'R = bắt buộc để gửi / needed to submit · C = khi có điều kiện / on a condition · O = tùy chọn / optional · - = suy ra / derived. cb = dữ liệu cá nhân cơ bản / basic personal data · nc = nhạy cảm / sensitive.',
    '',
    'Đây không phải danh mục trường chính thức của cơ sở dữ liệu quốc gia: phụ lục 194 trường của NĐ 27/2026/NĐ-CP (Điều 5) có từ 01/7/2026, dự án chưa có bản ấy. Mỗi trường ghi nguồn và độ tin cậy. / Not the official list: the appendix of 194 fields of Decree 27/2026 exists since 1 July 2026, and this project does not hold it. Each field says its source and confidence.',
    '',
    'Nhóm NĐ 27: nhóm của Điều 5 theo cách hiểu của dự án; – là dữ liệu riêng của cơ quan. Đối chiếu với phụ lục khi có: `congvu standard import-appendix`. / Decree group: of Article 5, as this project reads it; – is an agency’s own.',
    '',
    '## Độ phủ theo nghị định / Coverage of the decree',
    '',
    `Nghị định nêu ${STATED_FIELDS} trường; danh mục ấy chưa có ở đây, nên chưa trường nào được đối chiếu chính thức. Bảng đếm các trường của từ điển theo cách hiểu của dự án. / The decree counts ${STATED_FIELDS} fields; its list is not at hand, so none was compared officially. Counted are fields of the dictionary, as this project reads them.`,
    '',
    '| nhóm Điều 5 / group | trường / fields | dữ liệu chủ / master | tham chiếu / reference |',
    '|---|---|---|---|',
    ...DECREE_GROUPS.map(({ code, ...name }) =>
      coverageRow(`${code}. ${both(name)}`, fields, (field) => decreePlaceOf(field).group === code),
    ),
    coverageRow('riêng của cơ quan / an agency’s own', fields, (field) => decreePlaceOf(field).scope === 'own'),
    coverageRow('cộng / total', fields, () => true),
    '',
    '## Cơ quan nguồn / Source agencies',
    '',
    'Dữ liệu chủ có giá trị gốc ở đây; dữ liệu tham chiếu có giá trị gốc ở nơi khác. Luật nói phụ lục nêu điều này; phụ lục chưa có, nên từng dòng là cách hiểu của dự án, kèm căn cứ và độ tin cậy. / Master data have their original here, reference data elsewhere. The appendix that says so is not at hand: each row is this project’s reading, with its ground and confidence.',
    '',
    '| mã / code | tên / name | dữ liệu / data | từ ngày / from | căn cứ / ground |',
    '|---|---|---|---|---|',
    ...SOURCE_BODIES.map(
      ({ code, name, kind, basis, confidence, validFrom }) =>
        `| \`${code}\` | ${both(name)} | ${DATA_KINDS[kind]} | ${validFrom} | ${cell(basis)} (${confidence}) |`,
    ),
    '',
    ...groups,
  ].join('\n')}`;
}
