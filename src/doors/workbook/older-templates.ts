/** Column keys of older templates and what they are called now. Dated data; a key that is not here and not known is ignored by name. */

export interface RenamedColumn {
  readonly from: string;
  readonly to: string;
  /** last version of the template that had the old key */
  readonly until: string;
}

/** The first sketch of the form (2023.1) had shorter keys. Source: our own templates. */
export const RENAMED_COLUMNS: readonly RenamedColumn[] = [
  { from: 'cccd', to: 'soDinhDanh', until: '2023.1' },
  { from: 'hoTen', to: 'hoTenKhaiSinh', until: '2023.1' },
  { from: 'gioi', to: 'gioiTinh', until: '2023.1' },
  { from: 'diDong', to: 'dienThoaiDiDong', until: '2023.1' },
  { from: 'email', to: 'emailCongVu', until: '2023.1' },
  { from: 'trinhDo', to: 'chuyenMonCaoNhat', until: '2023.1' },
  { from: 'luong.ngach', to: 'luong.maNgach', until: '2023.1' },
];

const renamed = new Map(RENAMED_COLUMNS.map((one) => [one.from, one.to]));

/** Today's key of a column; null when it never was ours under this name. */
export const currentKey = (key: string): string | null => renamed.get(key) ?? null;
