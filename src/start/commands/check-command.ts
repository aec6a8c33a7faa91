/** `congvu check`: a file against the standard, at home: no server, no database. */
import { systemClock } from '#base/clock.ts';
import { checkWorkbook } from '#doors/workbook/check-file.ts';
import { markWorkbook } from '#doors/workbook/give-back.ts';
import { reportOf } from '#doors/workbook/report.ts';

export interface CheckIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** "!EJ9", "!E", " dòng 10" */
const placeIn = ({ row, column }: { readonly row: number | null; readonly column: string | null }): string =>
  column ? `!${column}${row ?? ''}` : row ? ` dòng ${row}` : '';

const MARKS = { error: '✗', warning: '!', corrected: '✓' } as const;

/** Rows, and people, after which a line of progress is told: a file of a few hundred is done before anyone reads it. */
const ROWS_A_LINE = 20_000;
const PEOPLE_A_LINE = 2_000;

/** Tells stage and count, each time another so many are done. */
function everySoMany(step: number, print: (done: number) => void): (done: number) => void {
  let told = 0;
  return (done) => {
    if (done < told + step) return;
    told = done;
    print(done);
  };
}

/** Exit 0 no errors, 1 errors in the data, 2 refused, 64 the file cannot be opened. */
export async function runCheck(
  request: { readonly file: string; readonly json: boolean; readonly out: string | null },
  io: CheckIo,
): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(request.file);
  } catch {
    io.print(`Không mở được tệp ${request.file}.`);
    return 64;
  }
  const today = systemClock.today();
  let people = 0;
  const tellChecking = everySoMany(PEOPLE_A_LINE, (done) =>
    io.print(`Đang kiểm tra: ${done.toLocaleString('vi')}/${people.toLocaleString('vi')} người…`),
  );
  const checking = (done: number, total: number): void => {
    people = total;
    tellChecking(done);
  };
  const checked = await checkWorkbook(bytes, {
    today,
    asOf: today,
    demo: process.env['NODE_ENV'] !== 'production',
    fixes: [],
    reading: everySoMany(ROWS_A_LINE, (rows) => io.print(`Đang đọc tệp: ${rows.toLocaleString('vi')} dòng…`)),
    progress: (done, total) => checking(done, total),
  });
  if (checked.kind === 'refused') {
    const { code, title, next } = checked.problem;
    if (request.json) io.answer(JSON.stringify({ refused: { code, message: title } }));
    else io.answer(`✗ ${code}  ${title.vi}\n  → ${next.vi}`);
    return 2;
  }
  const { report, problems } = await reportOf(checked);
  if (request.out !== null) {
    await io.writeFile(request.out, await markWorkbook(bytes, problems));
    io.print(`Tệp đã đánh dấu: ${request.out}`);
  }
  if (request.json) io.answer(JSON.stringify(report));
  else {
    for (const one of report.problems)
      io.answer(
        `${MARKS[one.severity]} ${[one.sheet, one.column && one.row ? `${one.column}${one.row}` : one.row ? `dòng ${one.row}` : null].filter(Boolean).join('!')}  ${one.message.vi}${one.proposed ? ` ${one.proposed.vi}` : ''} (${one.code})`,
      );
    const { received, accepted, rejected, warnings } = report.counts;
    io.answer(`\nĐã nhận ${received} người = ${accepted} đạt + ${rejected} có lỗi. Cảnh báo: ${warnings}.`);
    if (report.file.org !== null)
      io.answer(`Biểu mẫu phát cho cơ quan ${report.file.org}: chỉ gửi được với tư cách cơ quan này, hệ thống so khi tải lên.`);
    for (const one of report.ignored) io.answer(`Không đọc: ${one.sheet}${placeIn(one)} – ${one.why.vi}`);
    if (report.notChecked.length > 0) io.answer(`Chưa kiểm tra được tại máy: ${report.notChecked.map((one) => one.vi).join('; ')}.`);
  }
  return report.counts.rejected > 0 || report.problems.some((one) => one.severity === 'error') ? 1 : 0;
}
