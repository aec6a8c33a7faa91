/** Invented bodies of all levels for the demo, below real ones. Their names say that they are samples ("mẫu"). */

export interface DemoBodyEntry {
  readonly code: string;
  readonly name: string;
  /** code of the body above */
  readonly parent: string;
  /** `loai_co_quan`-like kind */
  readonly kind: string;
  /** `cap_co_quan` */
  readonly level: 'TW' | 'TINH' | 'XA';
  /** which careers its people have, and how many there are; 0 = only a knot of the tree */
  readonly trade: 'office' | 'commune' | 'school' | 'hospital';
  readonly people: number;
}

const body = (
  code: string,
  name: string,
  parent: string,
  kind: string,
  level: DemoBodyEntry['level'],
  trade: DemoBodyEntry['trade'],
  people: number,
): DemoBodyEntry => ({ code, name, parent, kind, level, trade, people });

export const DEMO_BODIES: readonly DemoBodyEntry[] = [
  body('BNV.01', 'Vụ Tổ chức cán bộ (mẫu)', 'BNV.2025', 'CQHC', 'TW', 'office', 90),
  body('BNV.02', 'Văn phòng Bộ (mẫu)', 'BNV.2025', 'CQHC', 'TW', 'office', 160),
  body('H26.01', 'Sở Nội vụ (mẫu)', 'H26', 'CQHC', 'TINH', 'office', 180),
  body('H26.02', 'Sở Y tế (mẫu)', 'H26', 'CQHC', 'TINH', 'office', 120),
  body('H26.02.01', 'Bệnh viện Đa khoa Sông Mẫu', 'H26.02', 'DVSN3', 'TINH', 'hospital', 420),
  body('H26.03', 'Sở Giáo dục và Đào tạo (mẫu)', 'H26', 'CQHC', 'TINH', 'office', 130),
  body('H26.03.01', 'Trường THPT Mẫu Sơn', 'H26.03', 'DVSN4', 'TINH', 'school', 140),
  body('H26.03.02', 'Trường THCS Đồng Mẫu', 'H26.03', 'DVSN4', 'TINH', 'school', 110),
  body('H26.51', 'UBND phường Mẫu Hạ', 'H26', 'CQHC', 'XA', 'commune', 80),
  body('H26.52', 'UBND xã Mẫu Thượng', 'H26', 'CQHC', 'XA', 'commune', 60),
  body('H41.01', 'Sở Nội vụ (mẫu)', 'H41', 'CQHC', 'TINH', 'office', 150),
  body('H41.02.01', 'Bệnh viện Đa khoa Núi Mẫu', 'H41', 'DVSN3', 'TINH', 'hospital', 280),
  body('H41.51', 'UBND xã Mẫu Trung', 'H41', 'CQHC', 'XA', 'commune', 80),
];
