/** The list of accounts as a workbook: its columns, and the lines of the roles that stand. What is taken along can be changed and taken in again. Pure. */
import type { Account } from '#authority/access/accounts.ts';
import { roleName } from '#authority/access/routes.ts';
import type { Role } from '#authority/access/shapes.ts';
import { addDays, showDate } from '#base/vietnamese/dates.ts';

export const ACCOUNT_SHEET = 'Tài khoản';

export const ACCOUNT_COLUMNS = [
  { key: 'nationalId', label: 'Số định danh', widthChars: 18, required: true },
  { key: 'name', label: 'Họ và tên', widthChars: 30, required: true },
  { key: 'role', label: 'Vai trò', widthChars: 34, required: true },
  { key: 'body', label: 'Mã cơ quan', widthChars: 44, required: true },
  { key: 'from', label: 'Từ ngày', widthChars: 12, required: false },
  { key: 'until', label: 'Đến hết ngày', widthChars: 14, required: false },
  { key: 'end', label: 'Thu hồi', widthChars: 10, required: false },
  { key: 'id', label: 'Số hệ thống', widthChars: 38, required: false },
] as const;
export type AccountColumn = (typeof ACCOUNT_COLUMNS)[number]['key'];
export const COLUMN_KEYS = ACCOUNT_COLUMNS.map(({ key }) => key);
/** Without these the sheet is none of ours. */
export const ACCOUNT_NEEDED: readonly AccountColumn[] = ['nationalId', 'name', 'role', 'body'];
export const ACCOUNT_HEADS = ACCOUNT_COLUMNS.map(({ key, label }) => ({ key, labels: [label] }));

export const ACCOUNT_GUIDE: readonly string[] = [
  'DANH SÁCH TÀI KHOẢN VÀ VAI TRÒ',
  '1. Mỗi dòng một người với một vai trò ở một cơ quan. Một người có nhiều vai trò thì có nhiều dòng.',
  '2. Dòng có "Số hệ thống" là vai trò đang có: giữ nguyên các ô, chỉ đổi "Đến hết ngày", hoặc gõ x ở "Thu hồi". Cổng không giữ số định danh ở dạng đọc được, nên ô đó để trống.',
  '3. Dòng mới: để trống "Số hệ thống"; ghi đủ 12 chữ số định danh, giữ số 0 ở đầu, họ và tên, vai trò, mã cơ quan.',
  '4. "Mã cơ quan": chọn trong danh sách, hoặc gõ mã. Vai trò có hiệu lực ở cơ quan đó và các cơ quan trực thuộc.',
  '5. Ngày ghi theo dạng 31/12/2026. "Từ ngày" để trống: từ hôm nay. "Đến hết ngày" để trống: cho đến khi thu hồi.',
  '6. Vai trò xác nhận, quản trị và vai trò toàn quốc trở thành đề nghị, chờ một quản trị viên khác duyệt.',
  '7. Dòng không có trong tệp thì không thay đổi. Một dòng sai thì chưa dòng nào được giao: Cổng chỉ rõ ô nào sai và cách sửa.',
];

/** Between the code of a body and its name, where both stand in a cell. */
const BESIDE = ' · ';
export const bodyCell = ({ code, name }: { readonly code: string; readonly name: string }): string => `${code}${BESIDE}${name}`;
export const codeOfCell = (text: string): string => (text.split(BESIDE, 1)[0] ?? '').trim();

export const lineOf = (
  account: Account,
  grant: Account['grants'][number],
  body: { readonly code: string; readonly name: string } | undefined,
): string[] => {
  const cells: Readonly<Record<AccountColumn, string>> = {
    nationalId: '',
    name: account.name,
    role: roleName(grant.role).vi,
    body: body ? bodyCell(body) : '',
    from: showDate(grant.from),
    until: grant.to === null ? '' : showDate(addDays(grant.to, -1)),
    end: '',
    id: grant.id,
  };
  return ACCOUNT_COLUMNS.map(({ key }) => cells[key]);
};

/** Columns with what their drop-downs offer. */
export const headsWith = (roles: readonly Role[], bodies: readonly { readonly code: string; readonly name: string }[]) =>
  ACCOUNT_COLUMNS.map((column) => ({
    ...column,
    ...(column.key === 'role' ? { choices: roles.map((role) => roleName(role).vi) } : {}),
    ...(column.key === 'body' ? { choices: bodies.map(bodyCell) } : {}),
    ...(column.key === 'end' ? { choices: ['x'] } : {}),
  }));
