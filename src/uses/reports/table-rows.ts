/** A kept report as the rows of a file: whose it is and what it is of above, headings, lines, total, and how many lines it holds. Pure. */
import { dayText, instantText } from '#base/vietnamese/time-text.ts';
import type { Report, ReportRow } from './shapes.ts';

const PLACE: Readonly<Record<ReportRow['place'], string>> = {
  itself: ' (riêng cơ quan)',
  below: '',
  gone: ' (không có chỗ duy nhất trong cây ngày này)',
};

/** @param who  the mark of who takes it: agency, hour, number */
export function rowsOfReport({ number, at, title, columns, value, sha256 }: Report, who: string): (string | number)[][] {
  return [
    [`${title.vi} – ${value.body.name}`],
    [
      `Báo cáo ${number}, lập lúc ${instantText(at)}; số liệu ngày ${dayText(value.validOn)}, cây tổ chức ngày ${dayText(value.treeOn)}, đã chốt đến giao dịch ${value.knownAt}`,
    ],
    [`Mã băm SHA-256: ${sha256}`],
    [who],
    [`Hàng: ${value.rows.length}`],
    ['Mã cơ quan', 'Cơ quan', ...columns.map(({ label }) => label.vi)],
    ...value.rows.map(({ body, place, counts }) => [body.code, `${body.name}${PLACE[place]}`, ...counts]),
    ['', 'Tổng cộng', ...value.total],
  ];
}
