/** Writes the page of one problem code, in both languages, with its example filled in. */
import type { ProblemKind } from '#base/problem.ts';

/** What a severity means for the person whose row it is. */
export const SEVERITY_WORDS = {
  error: { vi: 'Lỗi: hồ sơ còn lỗi chưa được gửi cho đến khi sửa xong.', en: 'Error: the record is not submitted until it is corrected.' },
  warning: { vi: 'Cảnh báo: không chặn, được xác nhận một lần khi gửi.', en: 'Warning: does not block, acknowledged once at submit.' },
  corrected: { vi: 'Đã tự sửa: giá trị ban đầu được giữ bên cạnh.', en: 'Corrected: the value as given is kept beside.' },
} as const;

/** Path of the page below `docs/problems/`. */
export const problemPagePath = (code: string): string => `${code}.md`;

/** The page, Markdown. `file` is the file that declares the code. */
export function problemPage(kind: ProblemKind, file: string): string {
  const { declaration } = kind;
  const example = kind(declaration.example);
  const severity = SEVERITY_WORDS[declaration.severity ?? 'error'];
  return `${[
    '<!-- Written by tools/generate.ts; not edited by hand. -->',
    '',
    `# ${declaration.code}`,
    '',
    ...(declaration.group ? [`${declaration.group.vi} / ${declaration.group.en}`, ''] : []),
    `**${example.title.vi}**`,
    '',
    `${example.next.vi}`,
    '',
    `${severity.vi}`,
    '',
    '---',
    '',
    `**${example.title.en}**`,
    '',
    `${example.next.en}`,
    '',
    `${severity.en}`,
    '',
    '---',
    '',
    `HTTP ${declaration.status ?? 422} · \`${file}\``,
  ].join('\n')}\n`;
}
