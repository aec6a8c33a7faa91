/**
 * `congvu standard import-appendix F.csv [--out M.csv]`: the names of the decree's appendix against our fields. `congvu standard coverage [--file F.csv]`:
 * how far the dictionary covers it, group by group. No server, no database; nothing is changed.
 */
import { appendixIn } from '#authority/code-lists/appendix-table.ts';
import { csvOf } from '#base/csv.ts';
import type { Problem, Result } from '#base/problem.ts';
import { ok } from '#base/problem.ts';
import { FIELDS, fieldByKey } from '#standard/dictionary.ts';
import { coverageOf, mapName } from '#standard/decree/appendix.ts';
import type { Coverage, MappedName } from '#standard/decree/appendix.ts';
import { DECREE_GROUPS, STATED_FIELDS, decreePlace } from '#standard/decree/place.ts';

export interface StandardIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
}

async function mappedIn(file: string, io: StandardIo): Promise<Result<readonly MappedName[]>> {
  const names = appendixIn(await io.readFile(file));
  return names.ok ? ok(names.value.map(mapName)) : names;
}

const labels = (keys: readonly string[]): string => keys.map((key) => `${key} (${fieldByKey(key)?.label.vi ?? '?'})`).join('; ');
const MARKS = { mapped: '✓', several: '?', unknown: '✗' } as const;

/** The table that comes back: every line as it was, and what it is; it can be filled in and given to the command again. */
const tableOf = (lines: readonly MappedName[]): string =>
  csvOf([
    ['STT', 'Tên', 'Nhóm', 'Loại', 'Nguồn', 'Khóa', 'Kết quả', 'Có thể là'],
    ...lines.map(({ no, name, group, kind, sourceBody, keys, outcome, candidates, notOurs }) => [
      no,
      name,
      group,
      kind === null ? null : kind === 'master' ? 'dữ liệu chủ' : 'dữ liệu tham chiếu',
      sourceBody,
      [...keys, ...notOurs].join(' '),
      outcome === 'mapped' ? 'đã gắn' : outcome === 'several' ? 'nhiều trường' : 'chưa có',
      candidates.join(' '),
    ]),
  ]);

/** Exit 0 every name is a field of ours, 1 some are not, 2 refused. */
export async function runImportAppendix(
  request: { readonly file: string; readonly out: string | null; readonly json: boolean },
  io: StandardIo,
): Promise<number> {
  const mapped = await mappedIn(request.file, io);
  if (!mapped.ok) {
    io.sayProblems(mapped.problems);
    return 2;
  }
  const lines = mapped.value;
  const coverage = coverageOf(lines);
  if (request.out !== null) {
    await io.writeFile(request.out, Buffer.from(tableOf(lines)));
    io.print(`Bảng gắn tên với trường: ${request.out}. Điền cột Khóa rồi chạy lại lệnh với tệp này.`);
  }
  if (request.json) io.answer(JSON.stringify({ coverage, names: lines }));
  else {
    for (const { no, name, outcome, keys, candidates, notOurs } of lines) {
      const may = outcome === 'mapped' ? labels(keys) : candidates.length > 0 ? `có thể là ${labels(candidates)}` : 'chưa có trường nào';
      io.answer(`${MARKS[outcome]} ${no}  ${name} → ${may}${notOurs.length > 0 ? ` · không có khóa ${notOurs.join(', ')}` : ''}`);
    }
    sayCoverage(coverage, io);
  }
  return coverage.mapped === coverage.names ? 0 : 1;
}

/** Exit 0; 2 when the file is refused. Without a file: what we hold to be of each group, for nobody here has the appendix. */
export async function runCoverage(request: { readonly file: string | null; readonly json: boolean }, io: StandardIo): Promise<number> {
  const mapped = request.file === null ? ok([]) : await mappedIn(request.file, io);
  if (!mapped.ok) {
    io.sayProblems(mapped.problems);
    return 2;
  }
  const coverage = coverageOf(mapped.value);
  if (request.json) io.answer(JSON.stringify(coverage));
  else sayCoverage(coverage, io);
  return 0;
}

function sayCoverage({ names, mapped, several, unknown, groups, withoutGroup }: Coverage, { answer }: StandardIo): void {
  const own = FIELDS.filter(({ key }) => decreePlace(key).scope === 'own').length;
  answer(
    names === 0
      ? `\nPhụ lục ${STATED_FIELDS} trường của NĐ 27/2026/NĐ-CP chưa có ở đây: chỉ đếm theo nhóm, là cách hiểu của dự án.`
      : `\n${names} tên (nghị định nói ${STATED_FIELDS}) = ${mapped} đã gắn + ${several} nhiều trường + ${unknown} chưa có; ${withoutGroup} tên không ghi nhóm.`,
  );
  for (const { group, names: stated, mapped: found, ours, unnamed } of groups) {
    const { vi } = DECREE_GROUPS.find(({ code }) => code === group)!;
    answer(
      `Nhóm ${group}: ${names === 0 ? '' : `${found}/${stated} tên đã gắn; `}${ours} trường của từ điển${names === 0 ? '' : `, ${unnamed.length} chưa có tên`} – ${vi}`,
    );
  }
  answer(`Dữ liệu riêng của cơ quan, không thấy nghị định nêu: ${own} trường. Không phải kết quả chính thức.`);
}
