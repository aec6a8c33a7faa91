/** Repeating sections whose lines begin and end, and by which of their dates. A line of any other section has no end to be given. Data only. */
export interface LineSpan {
  readonly section: string;
  /** keys of the line */
  readonly start: string;
  readonly end: string;
}

const span = (section: string, start: string, end: string): LineSpan => ({ section, start, end });

export const LINE_SPANS: readonly LineSpan[] = [
  span('toChucCtxh', 'tuNgay', 'denNgay'),
  span('hopDong', 'tuNgay', 'denNgay'),
  span('phuCap', 'tuNgay', 'denNgay'),
  span('ngoaiNgu', 'ngayCap', 'hetHan'),
  span('daoTao', 'tuThang', 'denThang'),
  span('congTac', 'tuThang', 'denThang'),
  span('boNhiem', 'tuNgay', 'denNgay'),
  span('kyLuat', 'ngayHieuLuc', 'ngayHetHieuLuc'),
  span('lichSu.biBatTu', 'tuNgay', 'denNgay'),
  span('lichSu.cheDoCu', 'tuNgay', 'denNgay'),
];

const bySection = new Map(LINE_SPANS.map((one) => [one.section, one]));

/** The dates of a section's lines; undefined for a section whose lines have no end. */
export const spanOf = (section: string): LineSpan | undefined => bySection.get(section);
