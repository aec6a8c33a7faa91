/** How people write what kind of unit a province is: "TP Hà Nội", "T.P Huế", "tỉnh Hà Giang". Signs and spaces do not count (`exactKey`). */
import type { CodeEntry } from './list-file.ts';

const WRITTEN: readonly (readonly [kind: string, written: readonly string[]])[] = [
  ['Thành phố ', ['Thành phố ', 'TP ', 'T.phố ', 'Th.phố ']],
  ['Tỉnh ', ['Tỉnh ', 'T. ']],
];
const HAS_KIND = /^(?:thành phố|tỉnh|khu|đặc khu|tp|t)[\s.]/iu;

/**
 * The names of a province with its kind in each way of writing; the kind is the one of its own days,
 * so that "TP Đồng Nai" is nothing before it became a city.
 */
export function provinceNames({ name, aliases }: CodeEntry): readonly string[] {
  const kind = WRITTEN.find(([whole]) => name.startsWith(whole));
  if (!kind) return [];
  const bare = [name.slice(kind[0].length), ...aliases.filter((alias) => !HAS_KIND.test(alias))];
  return kind[1].flatMap((prefix) => bare.map((one) => prefix + one));
}
