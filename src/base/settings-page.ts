/** The reference page of settings. */
import { SETTINGS } from './settings.ts';
import type { Setting } from './settings.ts';

/** A text as a cell of a Markdown table: a bar of its own would begin the next cell, also between code marks. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

/** When a setting must be given. */
const requiredWords = ({ requiredInProduction, requiredWhen }: Setting): string =>
  requiredInProduction ? 'có' : requiredWhen ? `khi ${requiredWhen.name}=${requiredWhen.value}` : '';

/** What a setting is when it is not given; a secret of the demo is not printed. */
const fallbackWords = ({ fallback, secret }: Setting): string =>
  fallback === null ? '–' : secret ? '(mẫu, chỉ cho bản trình diễn)' : `\`${fallback}\``;

/** The reference page of settings, `docs/settings.md`. */
export function settingsPage(): string {
  const rows = SETTINGS.map((one) => [`\`${one.name}\``, one.unit, fallbackWords(one), requiredWords(one), one.what.vi, one.what.en]);
  return [
    '# Thiết lập · Settings',
    '',
    '| tên | đơn vị | mặc định | bắt buộc khi vận hành thật | ý nghĩa | meaning |',
    '|---|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`),
    '',
  ].join('\n');
}
