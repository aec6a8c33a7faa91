/**
 * The one of the demo who signs in as herself (account `ca-nhan`): a rich record, a part of it confirmed by an officer, a part that still
 * waits, something missing, and officers who have looked. Invented like everybody here.
 */
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Line, RecordDocument } from '#standard/shapes.ts';
import { payLines } from './careers.ts';
import { decision, dice } from './people.ts';
import type { DemoPerson } from './people.ts';
import { demoCommunes } from './places.ts';

const ACCOUNT = DEMO_ACCOUNTS.find((account) => account.id === 'ca-nhan')!;
const BODY = 'Sở Nội vụ (mẫu)';
const SEED = 19_910_614;
const START: PlainDate = '2014-09-01';

const at = (detail: string): Record<string, string> => {
  const place = demoCommunes()[7]!;
  return { quocGia: 'VN', maTinh: place.province, maXa: place.commune, chiTiet: detail, hieuLucTai: 'HIEN_NAY' };
};

const WORK: readonly Line[] = [
  {
    tuThang: '2014-09',
    denThang: '2019-12',
    noiDung: `Chuyên viên, Phòng Cải cách hành chính, ${BODY}`,
    coQuan: ACCOUNT.bodyCode,
    loai: 'TUYEN_DUNG',
  },
  { tuThang: '2020-01', noiDung: `Chuyên viên, Phòng Tổ chức bộ máy, ${BODY}`, coQuan: ACCOUNT.bodyCode, loai: 'DIEU_DONG' },
];

const relative = (quanHe: string, hoTen: string, namSinh: string, ngheNghiep: string): Line => ({
  nhom: 'BAN_THAN',
  quanHe,
  hoTen,
  namSinh,
  queQuan: 'Cùng quê quán với bản thân',
  ngheNghiep,
  noiO: 'Cùng địa phương',
});

/** The same career each time: a later day only adds steps. */
const payUntil = (day: PlainDate): readonly Line[] => payLines(dice(SEED), 'office', START, day).lines;

/** What stands in the register from its first load: confirmed by nobody, but the identity matches. No degrees: they were never sent in. */
function first(): RecordDocument {
  const d = dice(SEED);
  return {
    A: {
      soHieuCbccvc: 'H2601-0900009',
      coQuanQuanLy: ACCOUNT.bodyCode,
      coQuanSuDung: ACCOUNT.bodyCode,
      loaiDoiTuong: 'CC',
      khoiCoQuan: 'HANH_CHINH',
      trangThaiCongTac: 'DANG_LAM',
    },
    B: {
      hoTenKhaiSinh: ACCOUNT.name,
      ngaySinh: '1991-06-14',
      gioiTinh: '2',
      ngayCapCccd: '2022-03-21',
      noiCapCccd: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
      noiSinh: at('Tổ dân phố 3'),
      queQuan: at('Thôn Đông'),
      danToc: '01',
      tonGiao: '00',
      quocTich: 'VN',
      tinhTrangHonNhan: '2',
    },
    C: {
      thuongTru: at('Tổ dân phố 7'),
      noiOHienNay: at('Tổ dân phố 7'),
      dienThoaiDiDong: '0900000009',
      emailCongVu: 'trang.ngo@example.gov.vn',
    },
    E: {
      ngayTuyenDungLanDau: START,
      coQuanTuyenDung: BODY,
      hinhThucTuyenDung: 'THI_TUYEN',
      soQdTuyenDung: decision(d, START, BODY),
      ngayVaoCoQuanHienTai: START,
      ngayVaoBienChe: START,
      loaiBienChe: 'HC',
    },
    F: {
      'viTriViecLam.ma': 'VTVL-12',
      'viTriViecLam.ten': 'Chuyên viên về cải cách hành chính',
      'viTriViecLam.nhom': 'NVCN',
      congViecChinh: 'Theo dõi cải cách hành chính',
    },
    G: { luong: payUntil('2022-12-31') },
    I: {
      giaoDucPhoThong: '12/12',
      chuyenMonCaoNhat: 'DH',
      chuyenNganh: 'Hành chính học',
      namTotNghiep: 2013,
      lyLuanChinhTri: 'SC',
      quanLyNhaNuoc: 'CV',
      tinHoc: 'CB',
    },
    K: { congTac: WORK.slice(0, 1).map(({ denThang: _until, ...line }) => line as Line) },
    Q: {
      giaDinh: [
        relative('CHA', 'Ngô Văn Thái', '1962', 'Hưu trí'),
        relative('ME', 'Đỗ Thị Nhàn', '1964', 'Nội trợ'),
        relative('CHONG', 'Vũ Hoàng Nam', '1989', 'Kỹ sư'),
      ],
    },
    U: { soBhxh: '0100900009', maSoThue: '8000900009' },
  };
}

/** What her body sent in later. */
function later(): RecordDocument {
  const before = first();
  return {
    ...before,
    F: {
      ...before.F,
      chucVuHienTai: 'PTP',
      ngayBoNhiem: '2025-03-01',
      nhiemKyThang: 60,
      'viTriViecLam.ma': 'VTVL-31',
      'viTriViecLam.ten': 'Phó Trưởng phòng Tổ chức bộ máy',
      'viTriViecLam.nhom': 'LDQL',
      congViecChinh: 'Giúp Trưởng phòng về tổ chức bộ máy và biên chế',
    },
    G: { luong: payUntil('2026-11-01') },
    K: { congTac: WORK },
    N: {
      danhGia: ['2023', '2024', '2025'].map((ky) => ({ ky, xepLoai: ky === '2025' ? 'HTXSNV' : 'HTTNV', capQuyetDinh: ACCOUNT.bodyCode })),
    },
    O: { khenThuong: [{ hinhThuc: 'CSTDCS', nam: '2025', cap: 'CO_SO' }] },
  };
}

const person = (document: RecordDocument): DemoPerson => ({
  nationalId: ACCOUNT.nationalId,
  name: ACCOUNT.name,
  bodyCode: ACCOUNT.bodyCode,
  document,
});

export const ownPersonAtFirst = (): DemoPerson => person(first());
export const ownPersonLater = (): DemoPerson => person(later());
/** Groups of what was sent later that the officer leaves for another day. */
export const LEFT_WAITING: readonly string[] = ['K', 'O'];
