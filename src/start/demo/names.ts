/**
 * Parts of invented names, with how often they occur (weights, rough).
 * Names are put together by chance; nobody is meant. Source: general knowledge of Vietnamese naming, not a list of people.
 */

export type Weighted = readonly (readonly [text: string, weight: number])[];

export const FAMILY_NAMES: Weighted = [
  ['Nguyễn', 384], ['Trần', 110], ['Lê', 95], ['Phạm', 70], ['Hoàng', 51], ['Huỳnh', 30], ['Phan', 45], ['Vũ', 39], ['Võ', 30], ['Đặng', 21], ['Bùi', 20],
  ['Đỗ', 14], ['Hồ', 13], ['Ngô', 13], ['Dương', 10], ['Lý', 5], ['Đinh', 8], ['Mai', 6], ['Trịnh', 6], ['Đào', 6], ['Lương', 6], ['Tạ', 4], ['Cao', 5],
  ['Hà', 5], ['Tô', 3], ['Đoàn', 5], ['Chu', 3], ['Lâm', 4], ['Quách', 2], ['Ông', 1], ['Âu', 1], ['Thái', 2],
];
export const MIDDLE_MALE: Weighted = [['Văn', 40], ['Đức', 12], ['Minh', 14], ['Hữu', 10], ['Quốc', 8], ['Công', 7], ['Xuân', 5], ['Thành', 7], ['Ngọc', 5], ['Duy', 5], ['', 3]];
export const MIDDLE_FEMALE: Weighted = [['Thị', 50], ['Thị Thu', 8], ['Thị Thanh', 8], ['Thị Ngọc', 7], ['Ngọc', 8], ['Thu', 5], ['Hoài', 3], ['Thùy', 4], ['Kim', 4], ['Phương', 4], ['Bảo', 2]];
export const GIVEN_MALE: Weighted = [
  ['Anh', 8], ['Bình', 6], ['Cường', 8], ['Dũng', 9], ['Đạt', 6], ['Đông', 3], ['Giang', 3], ['Hải', 7], ['Hòa', 4], ['Hoàng', 6], ['Hùng', 9], ['Huy', 6], ['Khoa', 3], ['Kiên', 4],
  ['Lâm', 3], ['Long', 5], ['Mạnh', 4], ['Nam', 6], ['Nghĩa', 3], ['Phong', 4], ['Phúc', 4], ['Quân', 4], ['Quang', 5], ['Sơn', 6], ['Tâm', 3], ['Thắng', 6], ['Thuận', 2], ['Tiến', 4],
  ['Toàn', 4], ['Trung', 5], ['Tuấn', 9], ['Tùng', 5], ['Việt', 4], ['Vinh', 3], ['Ước', 1],
];
export const GIVEN_FEMALE: Weighted = [
  ['An', 3], ['Anh', 9], ['Ánh', 3], ['Châu', 3], ['Dung', 5], ['Duyên', 3], ['Giang', 4], ['Hà', 8], ['Hạnh', 6], ['Hằng', 6], ['Hiền', 6], ['Hoa', 5], ['Hồng', 4], ['Huệ', 3], ['Hương', 8],
  ['Huyền', 5], ['Lan', 7], ['Linh', 7], ['Loan', 4], ['Ly', 2], ['Mai', 6], ['Minh', 2], ['My', 2], ['Nga', 5], ['Ngân', 4], ['Ngọc', 4], ['Nhung', 4], ['Oanh', 2], ['Phương', 7],
  ['Quỳnh', 3], ['Tâm', 4], ['Thảo', 6], ['Thơm', 2], ['Thu', 4], ['Thủy', 6], ['Thúy', 3], ['Trang', 7], ['Trinh', 2], ['Uyên', 2], ['Vân', 5], ['Yến', 4],
];

/** Names among smaller peoples: family parts with the code of `dan_toc` that goes with them. */
export const MINORITY_FAMILIES: readonly (readonly [family: string, ethnicity: string, weight: number])[] = [
  ['Nông', '02', 6], ['Hoàng', '02', 4], ['Lò', '03', 5], ['Quàng', '03', 3], ['Cà', '03', 2], ['Thạch', '05', 3], ['Kim', '05', 2], ['Bùi', '06', 4], ['Hà', '06', 2], ['Giàng', '08', 3], ['Vàng', '08', 3],
];
