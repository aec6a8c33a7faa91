/**
 * A question of a meeting as conditions over the same definitions: words of a fixed list, ages and a day; what was not read is told, never guessed. Pure.
 * “bao nhiêu viên chức nữ dưới 35 tuổi có bằng thạc sĩ ở cấp xã, ngày 30/6”
 */
import type { PlainDate } from '#base/clock.ts';
import { isPlainDate } from '#base/clock.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import data from './question-words.json' with { type: 'json' };
import type { ReportCondition } from './shapes.ts';

export interface ReadQuestion {
  readonly where: readonly ReportCondition[];
  /** null: it names no day */
  readonly validOn: PlainDate | null;
  /** what was read, as it was typed */
  readonly read: readonly string[];
  /** words that mean nothing here */
  readonly unread: readonly string[];
}

const WORDS = (data.words as readonly { readonly say: readonly string[]; readonly condition: ReportCondition }[])
  .flatMap(({ say, condition }) => say.map((words) => ({ words, condition })))
  .sort((one, other) => other.words.length - one.words.length);
const SILENT = [...data.silent].sort((one, other) => other.length - one.length);

/** Of a text without any accent the words are compared without: “nam” is a man only where it cannot be “năm”. */
const foldFor = (text: string): ((words: string) => string) => (accentFree(text) === text ? accentFree : (words) => words);

const AGES: readonly (readonly [RegExp, (numbers: readonly number[]) => Pick<ReportCondition, 'from' | 'to'>])[] = [
  [/(?:từ|tu) (\d{1,2}) (?:đến|den) (\d{1,2}) (?:tuổi|tuoi)/, ([from, to]) => ({ from: from!, to: to! })],
  [/(?:dưới|duoi) (\d{1,2}) (?:tuổi|tuoi)/, ([age]) => ({ to: age! - 1 })],
  [/(?:trên|tren) (\d{1,2}) (?:tuổi|tuoi)/, ([age]) => ({ from: age! + 1 })],
  [/(?:từ|tu) (\d{1,2}) (?:tuổi|tuoi)(?: (?:trở lên|tro len))/, ([age]) => ({ from: age! })],
  [/(\d{1,2}) (?:tuổi|tuoi)/, ([age]) => ({ from: age!, to: age! })],
];
const DAY = /(?:ngày|ngay)? ?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?/;
const two = (text: string): string => text.padStart(2, '0');

/** @param today  a day without a year is its last one that is not in the future */
export function readQuestion(typed: string, today: PlainDate): ReadQuestion {
  const fold = foldFor(typed.toLowerCase().normalize('NFC'));
  let left = ` ${typed
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[?,.;:!]/g, ' ')
    .replaceAll(/\s+/g, ' ')} `;
  const read: string[] = [];
  const where: ReportCondition[] = [];
  const take = (words: string): void => {
    read.push(words.trim());
    left = left.replace(words, ' | ');
  };
  let validOn: PlainDate | null = null;
  const day = DAY.exec(left);
  if (day) {
    const [text, dayOfMonth, month, year] = day;
    const of = (y: string): string => `${y}-${two(month!)}-${two(dayOfMonth!)}`;
    const thisYear = of(today.slice(0, 4));
    const meant = year ? of(year) : thisYear <= today ? thisYear : of(String(Number(today.slice(0, 4)) - 1));
    if (isPlainDate(meant)) {
      validOn = meant;
      take(text);
    }
  }
  for (const [pattern, bounds] of AGES) {
    const found = pattern.exec(left);
    if (!found) continue;
    where.push({ of: 'age', ...bounds(found.slice(1).map(Number)) });
    take(found[0]);
    break;
  }
  for (const { words, condition } of WORDS) {
    const said = ` ${fold(words)} `;
    if (!left.includes(said) || where.some(({ of }) => of === condition.of)) continue;
    where.push(condition);
    read.push(words);
    left = left.replace(said, ' | ');
  }
  for (const words of SILENT) left = left.replaceAll(new RegExp(`(?<= )${fold(words)}(?= )`, 'g'), '');
  return { where, validOn, read, unread: left.split(/[ |]+/).filter((word) => word !== '') };
}
