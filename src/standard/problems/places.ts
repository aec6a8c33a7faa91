/** What can be wrong with communes, provinces, addresses and bodies. */
import { problem } from '#base/problem.ts';

export const communeOld = problem({
  code: 'E-COMMUNE-OLD',
  group: { vi: 'Đổi xã, phường cũ sang đơn vị mới', en: 'Replace former communes by those of today' },
  vi: '{value} là đơn vị hành chính cũ (đến hết ngày {until}); nay thuộc: {successors}.',
  en: '{value} is a former unit (until {until}); it now belongs to: {successors}.',
  next: {
    vi: 'Địa chỉ hiện nay phải theo xã, phường hiện hành: chọn một trong các đơn vị trên.',
    en: 'A present address uses the communes of today: choose one of those.',
  },
  example: { value: '00016', until: '30/06/2025', successors: '00004 – Phường Ba Đình' },
});
export const provinceOld = problem({
  code: 'E-PROVINCE-OLD',
  group: { vi: 'Đổi tỉnh cũ sang tỉnh mới', en: 'Replace former provinces by those of today' },
  vi: '{value} là tỉnh cũ (đến hết ngày {until}); nay thuộc: {successors}.',
  en: '{value} is a former province (until {until}); it is now part of: {successors}.',
  next: { vi: 'Địa chỉ hiện nay phải theo tỉnh, thành phố hiện hành.', en: 'A present address uses the provinces of today.' },
  example: { value: '02', until: '30/06/2025', successors: '08 – Tỉnh Tuyên Quang' },
});
export const addressIncomplete = problem({
  code: 'E-ADDRESS-INCOMPLETE',
  group: { vi: 'Ghi đủ các phần của địa chỉ', en: 'Complete the address' },
  vi: 'Địa chỉ thiếu phần "{part}".',
  en: 'Part "{part}" of the address is missing.',
  next: {
    vi: 'Điền phần còn thiếu; nếu ở nước ngoài, ghi tên nước và chi tiết.',
    en: 'Fill in what is missing; for an address abroad give the country and the details.',
  },
  example: { part: { vi: 'Tỉnh, thành phố', en: 'Province' } },
});
export const communeElsewhere = problem({
  code: 'E-COMMUNE-ELSEWHERE',
  group: { vi: 'Xã, phường không thuộc tỉnh đã ghi', en: 'Commune is not in the province given' },
  vi: 'Xã, phường {commune} không thuộc tỉnh {province} vào thời điểm đó.',
  en: 'Commune {commune} did not belong to province {province} then.',
  next: { vi: 'Kiểm tra cả hai ô: tỉnh và xã, phường.', en: 'See whether province and commune are both right.' },
  example: { commune: '00004', province: '79' },
});
export const communeUnknown = problem({
  code: 'E-COMMUNE-UNKNOWN',
  group: { vi: 'Chọn lại xã, phường trong danh mục', en: 'Choose a commune of the list' },
  vi: '"{value}" không phải xã, phường, đặc khu đã biết.',
  en: '"{value}" is no known commune.',
  next: {
    vi: 'Ghi mã 5 số, hoặc tên đầy đủ như "Phường Ba Đình".',
    en: 'Give the 5-digit code, or the full name such as "Phường Ba Đình".',
  },
  example: { value: 'Xã Ba Đinh' },
});
export const placeNamesake = problem({
  code: 'E-PLACE-NAMESAKE',
  group: { vi: 'Kiểm tra đơn vị cùng tên của thời kỳ khác', en: 'Check units that bore one name at different times' },
  severity: 'warning',
  vi: '"{value}" là tên của nhiều đơn vị qua các thời kỳ: {candidates}. Đang hiểu là {chosen}.',
  en: '"{value}" was the name of several units over time: {candidates}. It is read as {chosen}.',
  next: {
    vi: 'Nếu không phải, ghi mã của đơn vị đúng, hoặc ghi HIEN_NAY (hiện nay), NGAY_SU_KIEN (ngày sinh), THOI_DIEM_KHAC (thời điểm khác) ở cột "Đơn vị hành chính của ngày nào".',
    en: 'If that is wrong, give the code of the right unit, or HIEN_NAY (today), NGAY_SU_KIEN (day of birth) or THOI_DIEM_KHAC (another day) in the column "Units of which day".',
  },
  example: {
    value: 'Hậu Giang',
    candidates: 'LS_HAU_GIANG – Tỉnh Hậu Giang (1976–1991), 93 – Tỉnh Hậu Giang (2004–2025)',
    chosen: 'LS_HAU_GIANG – Tỉnh Hậu Giang (1976–1991)',
  },
});
export const placeUnlisted = problem({
  code: 'E-PLACE-UNLISTED',
  group: { vi: 'Địa danh cũ chưa có trong danh mục', en: 'Former places that the list does not hold' },
  severity: 'warning',
  vi: 'Danh mục chưa có địa danh "{value}"; giữ nguyên chữ ở phần chi tiết của địa chỉ.',
  en: 'The list holds no place "{value}"; the words are kept in the details of the address.',
  next: {
    vi: 'Nếu viết nhầm thì sửa lại. Nếu đúng là tên cũ thì để nguyên.',
    en: 'Correct it if it is misspelt. If it is a former name, leave it as it is.',
  },
  example: { value: 'Xã Cổ Nhuế' },
});
export const bodyForm = problem({
  code: 'E-BODY-FORM',
  group: { vi: 'Ghi đúng mã hoặc tên cơ quan', en: 'Write the code or the name of the agency' },
  vi: '"{value}" không phải mã định danh, cũng không phải tên chính thức của cơ quan nào vào ngày {on}.',
  en: '"{value}" is neither the code nor the official name of an agency on {on}.',
  next: {
    vi: 'Ghi mã định danh cơ quan, ví dụ G09 hoặc H26.12, hoặc đúng tên chính thức.',
    en: 'Give the code of the agency, e.g. G09 or H26.12, or its official name.',
  },
  example: { value: 'Phòng Tổ chức', on: '01/07/2025' },
});
export const bodyAmbiguous = problem({
  code: 'E-BODY-AMBIGUOUS',
  group: { vi: 'Chọn đúng một cơ quan', en: 'Choose exactly one agency' },
  vi: '"{value}" có thể là nhiều cơ quan: {candidates}.',
  en: '"{value}" can be more than one agency: {candidates}.',
  next: { vi: 'Ghi mã của cơ quan đúng.', en: 'Give the code of the right one.' },
  example: { value: 'Sở Nội vụ', candidates: 'H26.01 – Sở Nội vụ (UBND thành phố Hà Nội); H41.01 – Sở Nội vụ (UBND tỉnh Thái Nguyên)' },
});
export const bodyNameOfAnotherDay = problem({
  code: 'E-BODY-NAME-DAY',
  group: { vi: 'Ghi tên cơ quan đúng với ngày của dữ liệu', en: 'Name the agency as of the day of the data' },
  vi: '"{value}" không phải tên của cơ quan nào vào ngày {on}; là tên ở thời gian khác của: {now}.',
  en: '"{value}" was no name of an agency on {on}; at another time it was that of: {now}.',
  next: { vi: 'Ghi mã, hoặc tên của cơ quan vào ngày đó.', en: 'Give the code, or the name that the agency had on that day.' },
  example: { value: 'UBND tỉnh Thừa Thiên Huế', on: '01/07/2025', now: 'T63.46 – UBND thành phố Huế' },
});
export const bodyNotLookedUp = problem({
  code: 'E-BODY-NOT-LOOKED-UP',
  group: { vi: 'Tên cơ quan chờ tra khi tải lên', en: 'Names of agencies that are looked up on upload' },
  severity: 'warning',
  vi: '"{value}" là tên, không phải mã: khi tải lên hệ thống mới tra được là cơ quan nào.',
  en: '"{value}" is a name, not a code: which agency it is can only be looked up on upload.',
  next: {
    vi: 'Ghi mã định danh nếu biết, hoặc để nguyên tên chính thức.',
    en: 'Give the code if you know it, or leave the official name.',
  },
  example: { value: 'Trường THPT Mẫu Sơn' },
});
