/** Words of this folder's screen, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    decreeCoverage: { vi: 'Đối chiếu Nghị định 27', en: 'Fields against Decree 27' },
  },
  decree: {
    title: { vi: 'Đối chiếu trường với Nghị định 27/2026/NĐ-CP', en: 'Fields against Decree 27/2026' },
    lead: {
      vi: 'Từ điển trường của phần mềm so với phụ lục {{stated}} trường của nghị định, theo mười nhóm của Điều 5. Là cách hiểu của dự án, không phải kết quả chính thức.',
      en: 'The dictionary of fields against the {{stated}} fields of the appendix, by the ten groups of Article 5. A reading of this project, nothing official.',
    },
    notAtHand: {
      vi: 'Chưa có phụ lục ở đây: bản có chữ ký và danh sách {{stated}} trường chưa được đưa vào. Bảng dưới chỉ đếm trường của từ điển theo nhóm.',
      en: 'The appendix is not at hand: the {{stated}} names were not brought in. The table counts the fields of the dictionary by group alone.',
    },
    brought: { vi: 'Phụ lục được đưa vào lúc {{at}}, theo: {{source}}', en: 'Appendix brought in at {{at}}, from: {{source}}' },
    names: { vi: 'Tên trong phụ lục', en: 'Names of the appendix' },
    mapped: { vi: 'Đã gắn với trường', en: 'Mapped to a field' },
    several: { vi: 'Có thể là nhiều trường', en: 'May be several fields' },
    unknown: { vi: 'Chưa có trường nào', en: 'No field yet' },
    withoutGroup: { vi: 'Không ghi nhóm', en: 'Say no group' },
    own: { vi: 'Trường riêng, nghị định không nêu', en: 'Own fields, not named by the decree' },
    byGroup: { vi: 'Theo nhóm của Điều 5', en: 'By the groups of Article 5' },
    group: { vi: 'Nhóm', en: 'Group' },
    ours: { vi: 'Trường của từ điển', en: 'Fields of the dictionary' },
    unnamed: { vi: 'Trường chưa có tên nào trong phụ lục', en: 'Fields that stand in no name' },
    noNames: { vi: 'chưa có phụ lục', en: 'no appendix' },
    showUnnamed: { vi: 'Xem {{count}} trường của nhóm {{group}}', en: 'See {{count}} fields of group {{group}}' },
    open: { vi: 'Tên chưa gắn được', en: 'Names that are not mapped' },
    openNone: { vi: 'Mọi tên đều đã gắn với một trường.', en: 'Every name is mapped to a field.' },
    openNoneNext: { vi: 'Không còn việc gì ở đây.', en: 'There is nothing left to do here.' },
    no: { vi: 'STT', en: 'No' },
    name: { vi: 'Tên', en: 'Name' },
    source: { vi: 'Cơ quan nguồn', en: 'Source agency' },
    maybe: { vi: 'Có thể là', en: 'May be' },
    nothingNear: { vi: 'không thấy trường gần giống', en: 'no field is near' },
    groupNo: { vi: 'Nhóm {{group}}', en: 'Group {{group}}' },
    bring: { vi: 'Đưa phụ lục vào', en: 'Bring the appendix in' },
    bringWhat: {
      vi: 'Tệp CSV mã UTF-8, dòng tiêu đề: STT, Tên, Nhóm, Loại, Nguồn, Khóa (chỉ cột Tên là bắt buộc; Khóa là mã trường, điền khi biết). Bản đưa vào sau cùng được dùng; các bản trước vẫn giữ.',
      en: 'A CSV file in UTF-8 with the heads STT, Tên, Nhóm, Loại, Nguồn, Khóa (only Tên is needed; Khóa is the key of a field, where it is known). The newest is used; those before are kept.',
    },
    from: { vi: 'Lấy từ văn bản nào', en: 'Taken from' },
    fromHint: {
      vi: 'Ví dụ: Phụ lục NĐ 27/2026/NĐ-CP, bản ký số ngày 19/01/2026',
      en: 'For example: appendix of Decree 27/2026, signed copy of 19/01/2026',
    },
    fromWrong: { vi: 'Ghi nơi lấy phụ lục, ít nhất 5 ký tự.', en: 'Say where it was taken from, in 5 letters at least.' },
    choose: { vi: 'Chọn tệp phụ lục', en: 'Choose the file' },
    done: { vi: 'Đã đưa vào {{count}} tên.', en: '{{count}} names were brought in.' },
  },
} as const satisfies WordTree;
