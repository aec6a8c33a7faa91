/**
 * The slip by which a person asks for the correction of what the population database says: what this register has, where that database was found to say
 * otherwise, and room for what is right. It changes nothing here; the form is ours, no official one.
 */
import type { Instant } from '#base/clock.ts';
import { printPaper } from '#base/paper.ts';
import { instantText } from '#base/vietnamese/time-text.ts';
import type { FieldView } from '#record/register/view.ts';
import { sourceOf } from '#standard/decree/source.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { comparedLine } from './own-paper.ts';
import type { OwnRecord } from './own-record.ts';

const nfc = (text: string): string => text.normalize('NFC');
const POPULATION = 'population';
const MATCHES = 'KHOP';
const NOT_COMPARED = 'CHUA';

/** Values whose original the population database keeps; those that were found otherwise there stand first. Pure. */
export function ofPopulation({ groups }: Pick<OwnRecord, 'groups'>): readonly FieldView[] {
  const fields = groups.flatMap(({ code, fields: all }) => all.filter((field) => isOfPopulation(code, field)));
  return [...fields].sort((one, other) => Number(differs(other)) - Number(differs(one)));
}

const isOfPopulation = (group: GroupCode, { key, derived, display }: FieldView): boolean =>
  !derived && display.vi !== '' && sourceOf({ key, group }).code === POPULATION;

/** Was it found to be said otherwise there? */
export const differs = ({ compared }: Pick<FieldView, 'compared'>): boolean =>
  compared !== null && compared.level !== MATCHES && compared.level !== NOT_COMPARED;

const head = (text: string) => ({ text: nfc(text), bold: true });
const LINE = '……………………………………';

const rowOf = (field: FieldView): object[] => [
  {
    stack: [
      { text: nfc(field.label.vi), bold: differs(field) },
      ...(differs(field) ? [{ text: nfc(comparedLine(field.compared)), fontSize: 8 }] : []),
    ],
  },
  { text: nfc(field.display.vi) },
  { text: LINE, color: '#555' },
];

/** @param demo  prints that the data is invented */
export function identitySlip(record: OwnRecord, beside: { readonly at: Instant; readonly demo: boolean }): Promise<Uint8Array> {
  const where = sourceOf({ key: 'hoTenKhaiSinh', group: 'B' }).correct?.vi ?? '';
  return printPaper({
    version: '1.7',
    language: 'vi-VN',
    displayTitle: true,
    info: { title: 'Phiếu đề nghị điều chỉnh thông tin dân cư' },
    footer: (page: number, pages: number) => ({
      text: `Phiếu in lúc ${instantText(beside.at)} · mẫu của hệ thống, không phải mẫu của ngành Công an · trang ${page}/${pages}`,
      alignment: 'center',
      fontSize: 9,
      color: '#555',
      margin: [0, 16, 0, 0],
    }),
    content: [
      ...(beside.demo ? [{ text: 'DỮ LIỆU MẪU – NGƯỜI HƯ CẤU', alignment: 'center', color: '#8a1c1c', margin: [0, 0, 0, 8] }] : []),
      { text: 'PHIẾU ĐỀ NGHỊ ĐIỀU CHỈNH THÔNG TIN', bold: true, fontSize: 16, alignment: 'center' },
      { text: 'trong Cơ sở dữ liệu quốc gia về dân cư', alignment: 'center', margin: [0, 2, 0, 12] },
      { text: 'Kính gửi: Công an xã, phường, đặc khu nơi cư trú', margin: [0, 0, 0, 8] },
      { text: nfc(`Tôi là: ${record.name}`) },
      { text: nfc(`Số định danh cá nhân: ${record.nationalId}`) },
      { text: nfc(`Cơ quan quản lý hồ sơ: ${record.bodyName}`), margin: [0, 0, 0, 8] },
      {
        text: nfc(
          `Hồ sơ cán bộ, công chức, viên chức lấy các thông tin sau từ Cơ sở dữ liệu quốc gia về dân cư, nên không sửa ở hồ sơ. Nơi điều chỉnh: ${where}. Tôi đề nghị xem lại những thông tin có ghi giá trị đúng ở cột bên phải, theo giấy tờ kèm theo:`,
        ),
        margin: [0, 0, 0, 8],
      },
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: [150, '*', 160],
          body: [[head('Thông tin'), head('Hồ sơ đang ghi'), head('Đúng theo giấy tờ (tự ghi)')], ...ofPopulation(record).map(rowOf)],
        },
        layout: 'lightHorizontalLines',
        fontSize: 11,
      },
      { text: `Giấy tờ kèm theo: ${LINE}${LINE}`, margin: [0, 12, 0, 4] },
      {
        text: 'Sau khi dữ liệu dân cư được điều chỉnh, cơ quan quản lý hồ sơ đối soát lại; hồ sơ ghi theo dữ liệu dân cư đã điều chỉnh.',
        fontSize: 10,
        margin: [0, 4, 0, 12],
      },
      { text: '………, ngày …… tháng …… năm ………', alignment: 'right', italics: true },
      { text: 'Người đề nghị', alignment: 'right', bold: true, margin: [0, 2, 40, 0] },
    ],
  });
}
