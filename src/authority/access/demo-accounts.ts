/** Demo accounts: one for each role, invented people under the prefix 000. Signing in is real: through the simulator of VNeID. */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { Bilingual } from '#base/problem.ts';
import { createHash } from 'node:crypto';
import { bodyByCode } from '#authority/organisations/store.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Role } from './shapes.ts';
import { GRANT_COLUMNS, givenWitness } from './grant-witness.ts';
import type { GrantRow, GrantWitness } from './grant-witness.ts';

export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly nationalId: string;
  readonly role: Role;
  /** code of the body that the role is over */
  readonly bodyCode: string;
  readonly what: Bilingual;
  readonly level: number;
}

const account = (id: string, name: string, nationalId: string, role: Role, bodyCode: string, vi: string, en: string): DemoAccount => ({
  id,
  name,
  nationalId,
  role,
  bodyCode,
  what: { vi, en },
  level: 2,
});

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account(
    'nhap-lieu',
    'Nguyễn Thị Thu Hà',
    '000188900001',
    'NHAP_LIEU',
    'H26.03.01',
    'Tải biểu mẫu về, điền và tải lên, sửa lỗi, gửi xác nhận, nhận biên nhận.',
    'Fill in the form, upload it, fix errors, submit, get the receipt.',
  ),
  account(
    'lanh-dao-don-vi',
    'Trần Văn Bình',
    '000074900002',
    'LD_DON_VI',
    'H26.03.01',
    'Xem hồ sơ đơn vị gửi và gửi đi khi đã đúng.',
    'See what the unit sends, and send it when it is right.',
  ),
  account(
    'doi-soat',
    'Lê Thị Ngọc Mai',
    '000181900003',
    'DOI_SOAT',
    'H26',
    'Đối soát hồ sơ các đơn vị, trả lại ô cần sửa.',
    "Reconcile the units' records, return cells to be fixed.",
  ),
  account(
    'xac-nhan',
    'Phạm Quốc Hùng',
    '000070900004',
    'XAC_NHAN',
    'H26',
    'Xem thay đổi, xác nhận hoặc trả lại kèm lý do.',
    'See the changes, confirm or return with a reason.',
  ),
  account(
    'quan-tri',
    'Đặng Minh Tuấn',
    '000083900005',
    'QT_BNDP',
    'H26',
    'Quản lý tài khoản của cơ quan, xem ai đã xem hồ sơ.',
    "Manage the agency's accounts, see who looked at records.",
  ),
  // Roles that confirm and administer need two administrators: one asks, the other grants.
  account(
    'quan-tri-2',
    'Dương Thị Thanh',
    '000184900012',
    'QT_BNDP',
    'H26',
    'Quản trị thứ hai: duyệt vai trò mà quản trị kia đề nghị.',
    'Second administrator: grants the roles that the other one asks for.',
  ),
  account(
    'vu-ccvc',
    'Hoàng Thị Lan',
    '000178900006',
    'VU_CCVC',
    'VN',
    'Theo dõi tiến độ và chất lượng trong cả nước; không sửa.',
    'Follow progress and quality nationwide; no editing.',
  ),
  account(
    'van-hanh',
    'Vũ Đức Long',
    '000086900007',
    'TTTT',
    'VN',
    'Vận hành hệ thống mà không đọc hồ sơ của ai.',
    "Operate the system without reading anybody's record.",
  ),
  account(
    'giam-sat',
    'Bùi Thị Hạnh',
    '000179900008',
    'GIAM_SAT',
    'VN',
    'Đọc nhật ký và kiểm tra chữ ký của nhật ký.',
    'Read the audit log and verify its signatures.',
  ),
  account(
    'ca-nhan',
    'Ngô Thùy Trang',
    '000191900009',
    'CA_NHAN',
    'H26.01',
    'Xem hồ sơ của mình, ai đã xem, nhận thẻ.',
    "See one's own record, who viewed it, take the card.",
  ),
  // A second body, so that the walls between bodies can be seen.
  account(
    'nhap-lieu-2',
    'Hồ Thị Kim Oanh',
    '000190900010',
    'NHAP_LIEU',
    'H41.51',
    'Nhập liệu của một xã thuộc tỉnh khác.',
    'Clerk of a commune in another province.',
  ),
  account(
    'xac-nhan-2',
    'Cao Xuân Nghĩa',
    '000068900011',
    'XAC_NHAN',
    'H41',
    'Người xác nhận của một tỉnh khác.',
    'Confirming officer of another province.',
  ),
  // A body that approves before it sends; at the others what a clerk submits goes its way.
  account(
    'nhap-lieu-3',
    'Lý Thị Hòa',
    '000192900014',
    'NHAP_LIEU',
    'H26.51',
    'Nhập liệu của một phường duyệt trước khi gửi: đề nghị lãnh đạo duyệt.',
    'Clerk of a ward that approves before it sends: asks the head.',
  ),
  account(
    'lanh-dao-don-vi-2',
    'Đinh Văn Khôi',
    '000072900013',
    'LD_DON_VI',
    'H26.51',
    'Duyệt trước khi cơ quan gửi hồ sơ đi xác nhận.',
    'Approve what the agency sends, before it is sent.',
  ),
];

/** The same id for the same account in every demo. */
const uuidOf = (name: string): string => {
  const hash = createHash('sha256').update(`congvu/account/${name}`).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

/** Idempotent. Runs under a system session. @returns the grants that it gave: each MUST be recorded, with what its act says of the row */
export async function seedDemoAccounts(
  tx: Tx,
  keys: Keys,
  today: PlainDate,
  at: string,
): Promise<{ readonly accountId: string; readonly bodyId: string; readonly role: string; readonly row: GrantWitness }[]> {
  const given = [];
  for (const demo of DEMO_ACCOUNTS) {
    const bodyId = await bodyByCode(tx, demo.bodyCode, today);
    if (!bodyId) throw new Error(`the demo account ${demo.id} is over a body that is not there: ${demo.bodyCode}`);
    await tx.query('insert into account (account_id, identity, name, created_at) values ($1,$2,$3,$4) on conflict do nothing', [
      uuidOf(demo.id),
      keys.nationalIdHash(demo.nationalId),
      demo.name,
      at,
    ]);
    const [row] = await tx.query<GrantRow>(
      `insert into role_grant (grant_id, account_id, role, body_id, valid_from) values ($1,$2,$3,$4,'2023-02-13') on conflict do nothing returning ${GRANT_COLUMNS}`,
      [uuidOf(`grant/${demo.id}`), uuidOf(demo.id), demo.role, bodyId],
    );
    if (row) given.push({ accountId: uuidOf(demo.id), bodyId, role: demo.role, row: givenWitness(row) });
  }
  return given;
}
