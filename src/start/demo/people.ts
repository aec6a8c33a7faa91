/**
 * Invented people with coherent careers, the same for the same seed. Their citizen numbers stand under the prefix 000,
 * which is issued to nobody; the product says on screen that they are invented.
 */
import { seededChance } from '#base/chance.ts';
import type { PlainDate } from '#base/clock.ts';
import type { GroupDocument, Line, RecordDocument } from '#standard/shapes.ts';
import { payLines } from './careers.ts';
import { FAMILY_NAMES, GIVEN_FEMALE, GIVEN_MALE, MIDDLE_FEMALE, MIDDLE_MALE, MINORITY_FAMILIES } from './names.ts';
import type { Weighted } from './names.ts';
import { demoCommunes } from './places.ts';
import type { Place } from './places.ts';

/** What kind of body it is tells which careers its people have. */
export type Trade = 'office' | 'commune' | 'school' | 'hospital';

export interface DemoBody {
  readonly code: string;
  readonly name: string;
  readonly trade: Trade;
  readonly people: number;
}

export interface DemoPerson {
  readonly nationalId: string;
  readonly name: string;
  readonly bodyCode: string;
  readonly document: RecordDocument;
}

/** Chance with the few shapes that a generator needs. */
export interface Dice {
  fraction(): number;
  whole(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  weighted(list: Weighted): string;
}

export function dice(seed: number): Dice {
  const chance = seededChance(seed);
  const whole = (from: number, to: number): number => from + Math.floor(chance.fraction() * (to - from + 1));
  return {
    fraction: () => chance.fraction(),
    whole,
    pick: (list) => list[whole(0, list.length - 1)]!,
    weighted(list) {
      let left = chance.fraction() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [text, weight] of list) if ((left -= weight) < 0) return text;
      return list[0]![0];
    },
  };
}

const two = (n: number): string => String(n).padStart(2, '0');
export const day = (year: number, month: number, dayOfMonth: number): PlainDate => `${year}-${two(month)}-${two(dayOfMonth)}`;

/** 000 + century and sex + year of birth + a running number: every number once, whatever the size. */
export const demoNationalId = (year: number, male: boolean, running: number): string =>
  `000${(year < 2000 ? 0 : 2) + (male ? 0 : 1)}${two(year % 100)}${String(running % 1_000_000).padStart(6, '0')}`;

interface Self {
  readonly male: boolean;
  readonly year: number;
  readonly name: string;
  readonly ethnicity: string;
}

function self(d: Dice): Self {
  const male = d.fraction() < 0.47;
  const year = d.whole(1966, 2002);
  const minority = d.fraction() < 0.11 ? d.pick(MINORITY_FAMILIES) : null;
  const family = minority ? minority[0] : d.weighted(FAMILY_NAMES);
  const name = [family, d.weighted(male ? MIDDLE_MALE : MIDDLE_FEMALE), d.weighted(male ? GIVEN_MALE : GIVEN_FEMALE)]
    .filter(Boolean)
    .join(' ');
  return { male, year, name, ethnicity: minority ? minority[1] : '01' };
}

const address = (place: Place, detail: string, of: 'HIEN_NAY'): Record<string, string> => ({
  quocGia: 'VN',
  maTinh: place.province,
  maXa: place.commune,
  chiTiet: detail,
  hieuLucTai: of,
});

const HAMLETS = [
  'Thôn 1',
  'Thôn 2',
  'Thôn Đông',
  'Tổ dân phố 3',
  'Tổ dân phố 7',
  'Khu 5',
  'Ấp Hòa Bình',
  'Xóm Mới',
  'Bản Nà Lúa',
  'Số 12, đường Trần Phú',
];

function identity(d: Dice, who: Self, birth: PlainDate): GroupDocument {
  const born = d.pick(demoCommunes());
  return {
    hoTenKhaiSinh: who.name,
    ngaySinh: birth,
    gioiTinh: who.male ? '1' : '2',
    ngayCapCccd: day(d.whole(2021, 2024), d.whole(1, 12), d.whole(1, 28)),
    noiCapCccd: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
    noiSinh: address(born, d.pick(HAMLETS), 'HIEN_NAY'),
    queQuan: address(d.fraction() < 0.7 ? born : d.pick(demoCommunes()), d.pick(HAMLETS), 'HIEN_NAY'),
    danToc: who.ethnicity,
    tonGiao: d.fraction() < 0.86 ? '00' : d.pick(['01', '02', '08']),
    quocTich: 'VN',
    tinhTrangHonNhan: who.year > 1998 ? '1' : '2',
  };
}

const DEGREES: Readonly<Record<Trade, readonly string[]>> = {
  office: ['Luật', 'Hành chính học', 'Kinh tế', 'Kế toán', 'Công nghệ thông tin', 'Quản lý nhà nước', 'Xây dựng'],
  commune: ['Luật', 'Quản lý đất đai', 'Công tác xã hội', 'Kế toán', 'Văn hóa quần chúng'],
  school: ['Sư phạm Toán', 'Sư phạm Ngữ văn', 'Giáo dục tiểu học', 'Sư phạm Tiếng Anh', 'Sư phạm Vật lý'],
  hospital: ['Y đa khoa', 'Điều dưỡng', 'Dược học', 'Răng hàm mặt', 'Kỹ thuật xét nghiệm y học'],
};
const SCHOOLS: Readonly<Record<Trade, readonly string[]>> = {
  office: ['Trường Đại học Luật Hà Nội', 'Học viện Hành chính Quốc gia', 'Trường Đại học Kinh tế Quốc dân', 'Trường Đại học Cần Thơ'],
  commune: ['Trường Đại học Nội vụ Hà Nội', 'Trường Đại học Vinh', 'Trường Đại học Quy Nhơn'],
  school: ['Trường Đại học Sư phạm Hà Nội', 'Trường Đại học Sư phạm Huế', 'Trường Đại học Sư phạm Thành phố Hồ Chí Minh'],
  hospital: ['Trường Đại học Y Hà Nội', 'Trường Đại học Y Dược Huế', 'Trường Đại học Y Dược Cần Thơ'],
};
const WORK: Readonly<Record<Trade, readonly string[]>> = {
  office: [
    'Tham mưu công tác tổ chức cán bộ',
    'Theo dõi cải cách hành chính',
    'Kế toán cơ quan',
    'Quản trị hệ thống thông tin',
    'Thanh tra chuyên ngành',
  ],
  commune: ['Tư pháp – hộ tịch', 'Địa chính – xây dựng', 'Văn hóa – xã hội', 'Tài chính – kế toán', 'Văn phòng – thống kê'],
  school: ['Giảng dạy môn Toán', 'Giảng dạy môn Ngữ văn', 'Chủ nhiệm lớp và giảng dạy tiểu học', 'Giảng dạy Tiếng Anh'],
  hospital: ['Khám, chữa bệnh đa khoa', 'Chăm sóc người bệnh', 'Cấp phát thuốc', 'Xét nghiệm'],
};

/** People of one body, `count` of them; `running` is the first running number. */
export function* demoPeople(body: DemoBody, count: number, seed: number, running: number, today: PlainDate): Generator<DemoPerson> {
  const d = dice(seed);
  for (let i = 0; i < count; i++) yield demoPerson(d, body, running + i, today);
}

function demoPerson(d: Dice, body: DemoBody, running: number, today: PlainDate): DemoPerson {
  const who = self(d);
  const birth = day(who.year, d.whole(1, 12), d.whole(1, 28));
  const recruited = Math.max(who.year + d.whole(22, 26), 1990);
  // Nobody graduates after being recruited: the year of the recruitment that took place, not of the one that was drawn.
  const startYear = Math.min(recruited, Number(today.slice(0, 4)) - 1);
  const start = day(startYear, d.whole(1, 12), 1);
  const isEmployee = body.trade === 'school' || body.trade === 'hospital';
  const subject = d.pick(DEGREES[body.trade]);
  const work = d.pick(WORK[body.trade]);
  const pay = payLines(d, body.trade, start, today);
  const chief = d.fraction() < 0.06;
  const home = d.pick(demoCommunes());
  const document: RecordDocument = {
    A: {
      soHieuCbccvc: `${body.code.replace(/\W/g, '').slice(-6)}-${String(running).padStart(7, '0')}`,
      coQuanQuanLy: body.code,
      coQuanSuDung: body.code,
      loaiDoiTuong: isEmployee ? 'VC' : 'CC',
      khoiCoQuan: body.trade === 'commune' ? 'CAP_XA' : isEmployee ? 'SU_NGHIEP' : 'HANH_CHINH',
      trangThaiCongTac: 'DANG_LAM',
    },
    B: identity(d, who, birth),
    C: {
      thuongTru: address(home, d.pick(HAMLETS), 'HIEN_NAY'),
      noiOHienNay: address(home, d.pick(HAMLETS), 'HIEN_NAY'),
      dienThoaiDiDong: `09${String(d.whole(0, 99_999_999)).padStart(8, '0')}`,
      emailCongVu: `cb${running}@example.gov.vn`,
    },
    E: {
      ngayTuyenDungLanDau: start,
      coQuanTuyenDung: body.name,
      hinhThucTuyenDung: isEmployee ? 'XET_TUYEN' : 'THI_TUYEN',
      soQdTuyenDung: decision(d, start, body.name),
      ngayVaoCoQuanHienTai: start,
      ngayVaoBienChe: start,
      loaiBienChe: isEmployee ? 'SN_NSNN' : 'HC',
    },
    F: {
      ...(chief
        ? { chucVuHienTai: chiefPost(body.trade, running), ngayBoNhiem: day(d.whole(2021, 2025), d.whole(1, 12), 1), nhiemKyThang: 60 }
        : {}),
      'viTriViecLam.ma': `VTVL-${two(d.whole(1, 40))}`,
      'viTriViecLam.ten': work,
      'viTriViecLam.nhom': chief ? 'LDQL' : 'NVCN',
      ...(isEmployee && today >= '2026-07-01' ? { bacNgheNghiep: '1' } : {}),
      congViecChinh: work,
    },
    G: { luong: pay.lines },
    I: {
      giaoDucPhoThong: '12/12',
      chuyenMonCaoNhat: 'DH',
      chuyenNganh: subject,
      namTotNghiep: startYear - 1,
      lyLuanChinhTri: chief ? 'TC' : 'SC',
      quanLyNhaNuoc: isEmployee ? 'CDNN' : 'CV',
      tinHoc: 'CB',
    },
    J: { daoTao: [training(d, body.trade, subject, startYear)] },
    K: { congTac: careerLines(d, body, work, start) },
    N: {
      danhGia: ['2024', '2025']
        .filter((year) => year > start.slice(0, 4))
        .map((year) => ({ ky: year, xepLoai: d.pick(['HTTNV', 'HTTNV', 'HTNV', 'HTXSNV']), capQuyetDinh: body.code })),
    },
    Q: { giaDinh: family(d, who) },
    U: { soBhxh: String(d.whole(1_000_000_000, 9_999_999_999)) },
  };
  return { nationalId: demoNationalId(who.year, who.male, running), name: who.name, bodyCode: body.code, document: withoutEmpty(document) };
}

/** Code of `chuc_vu`: a school has principals and their deputies, no heads of department. */
const chiefPost = (trade: Trade, running: number): string => (trade === 'school' ? (running % 4 === 0 ? 'HT' : 'PHT') : 'TP');

/** A section without lines was not stated. */
const withoutEmpty = (document: RecordDocument): RecordDocument =>
  Object.fromEntries(
    Object.entries(document).filter(
      ([, group]) => !Object.values(group as GroupDocument).some((value) => Array.isArray(value) && value.length === 0),
    ),
  ) as RecordDocument;

export const decision = (d: Dice, on: PlainDate, by: string): Record<string, string> => ({
  so: `${d.whole(10, 2999)}/QĐ-${on.slice(0, 4)}`,
  ngay: on,
  coQuan: by,
  nguoiKy: 'Người ký mẫu',
  chucVuNguoiKy: 'Thủ trưởng',
});

const training = (d: Dice, trade: Trade, subject: string, recruited: number): Line => ({
  coSo: d.pick(SCHOOLS[trade]),
  nganh: subject,
  tuThang: `${recruited - 5}-09`,
  denThang: `${recruited - 1}-06`,
  hinhThuc: 'CQ',
  vanBang: 'DH',
  nhom: 'CM',
});

function careerLines(d: Dice, body: DemoBody, work: string, start: PlainDate): Line[] {
  const year = Number(start.slice(0, 4));
  const from = start.slice(0, 7);
  if (year > 2012) return [{ tuThang: from, noiDung: `${work}, ${body.name}`, coQuan: body.code, loai: 'TUYEN_DUNG' }];
  const moved = d.whole(year + 3, 2018);
  return [
    { tuThang: from, denThang: `${moved}-05`, noiDung: `${work}, đơn vị tiền thân của ${body.name}`, loai: 'TUYEN_DUNG' },
    { tuThang: `${moved}-06`, noiDung: `${work}, ${body.name}`, coQuan: body.code, loai: 'DIEU_DONG' },
  ];
}

function family(d: Dice, who: Self): Line[] {
  const parent = who.year - d.whole(22, 32);
  const lines: Line[] = [
    {
      nhom: 'BAN_THAN',
      quanHe: 'CHA',
      hoTen: `${who.name.split(' ')[0]} ${d.weighted(MIDDLE_MALE)} ${d.weighted(GIVEN_MALE)}`.replace(/ {2,}/g, ' '),
      namSinh: String(parent),
      queQuan: 'Cùng quê quán với bản thân',
      ngheNghiep: 'Hưu trí',
      noiO: 'Cùng địa phương',
    },
    {
      nhom: 'BAN_THAN',
      quanHe: 'ME',
      hoTen: `${d.weighted(FAMILY_NAMES)} Thị ${d.weighted(GIVEN_FEMALE)}`,
      namSinh: String(parent + d.whole(0, 4)),
      queQuan: 'Cùng quê quán với bản thân',
      ngheNghiep: 'Nội trợ',
      noiO: 'Cùng địa phương',
    },
  ];
  return lines;
}
