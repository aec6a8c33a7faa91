/**
 * A record on paper in the items of a form (`standard/forms.json`): rows that repeat are never broken between two pages, their headings come again on each,
 * what nobody confirmed is marked, and each page says which print it is and when it was made. Pure but for the printing.
 */
import type { Instant, PlainDate } from '#base/clock.ts';
import { carrying, printPaper, qrSvg } from '#base/paper.ts';
import type { CarriedFile } from '#base/paper.ts';
import type { Bilingual } from '#base/problem.ts';
import { dayText, instantText } from '#base/vietnamese/time-text.ts';
import type { Form, FormItem, FormTable } from '#standard/forms.ts';
import type { FieldView, SectionView } from './view.ts';

/** What of a record a form is filled in from: of whoever reads it, what they see. */
export interface FormRecord {
  readonly name: string;
  /** in clear; '' for a person whose number was erased */
  readonly nationalId: string;
  readonly groups: readonly {
    readonly title: Bilingual;
    readonly fields: readonly FieldView[];
    readonly sections: readonly SectionView[];
  }[];
}

/** What shows that it came from an electronic record: by whom, when, and how anybody checks it. */
export interface Converted {
  /** a paper (NĐ 137/2024/NĐ-CP), with a place for stamp and signature; or the e-CV itself (NĐ 27/2026/NĐ-CP Điều 17), which is signed in the file that it carries */
  readonly as: 'paper' | 'cv';
  readonly number: string;
  readonly bodyName: string;
  readonly at: Instant;
  /** day that the paper shows the record on */
  readonly dataOf: PlainDate;
  /** address of the check; for a QR too */
  readonly checkAt: string;
  /** groups of which something is not confirmed, and so is not here; absent: not counted */
  readonly leftOut?: number;
}

export interface Print {
  /** short number of this print, also in the log; null: the person's own */
  readonly number: string | null;
  readonly at: Instant;
  readonly demo: boolean;
  /** JPEG; null when there is none */
  readonly portrait: Uint8Array | null;
  /** absent: a print to be read, which proves nothing */
  readonly converted?: Converted;
  /** a file that the PDF carries */
  readonly carries?: CarriedFile;
}

const NUMBER = 'soDinhDanh';
const BLANK = '……………………';
const MARK = ' (*)';
const TABLE_FONT = 10;
/** A table of more columns fits no upright page: its lines are written out. */
const COLUMNS_MAX = 8;

const nfc = (text: string): string => text.normalize('NFC');
/** What nobody confirmed is marked; what is computed was stated by nobody. */
const marked = (text: string, origin: FieldView['origin'], derived = false): string =>
  text !== '' && !derived && origin.confirmedAt === null ? text + MARK : text;

function filled(record: FormRecord) {
  const fields = new Map(record.groups.flatMap(({ fields: all }) => all.map((field) => [field.key, field] as const)));
  const sections = new Map(record.groups.flatMap(({ sections: all }) => all.map((section) => [section.key, section] as const)));
  return { fields, sections };
}

/** Where each column of a table is as wide as what stands in it asks for. */
function tableOf(section: SectionView, { columns, only }: FormTable): object[] {
  const shown = columns.flatMap((path) => section.columns.find(({ key }) => key === path) ?? []);
  const lines = only === 'last' ? section.lines.slice(-1) : section.lines;
  const cell = (line: SectionView['lines'][number], path: string): string => nfc(line.cells[path]?.vi ?? '');
  if (shown.length > COLUMNS_MAX)
    return lines.map((line, index) => ({
      unbreakable: true,
      fontSize: TABLE_FONT,
      margin: [0, 0, 0, 3],
      text: marked(
        `${index + 1}. ${shown.flatMap(({ key, label }) => (cell(line, key) === '' ? [] : [`${nfc(label.vi)}: ${cell(line, key)}`])).join('; ')}`,
        line.origin,
      ),
    }));
  return [
    {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: shown.map(({ key }) => widthOf(lines.map((line) => cell(line, key)))),
        body: [
          shown.map(({ label }) => ({ text: nfc(label.vi), bold: true })),
          ...lines.map((line) => shown.map(({ key }, at) => ({ text: at === 0 ? marked(cell(line, key), line.origin) : cell(line, key) }))),
        ],
      },
      fontSize: TABLE_FONT,
      margin: [0, 2, 0, 4],
    },
  ];
}

/** Long words of a cell need room; a column of dates and codes takes what it needs. */
const SHORT_CHARS_MAX = 12;
const widthOf = (texts: readonly string[]): string => (texts.every((text) => text.length <= SHORT_CHARS_MAX) ? 'auto' : '*');

function itemOf(item: FormItem, { fields, sections }: ReturnType<typeof filled>, nationalId: string): object {
  const said = (item.fields ?? []).map((path): readonly [label: string, text: string] => {
    if (path === NUMBER) return ['Số định danh cá nhân', nationalId];
    const field = fields.get(path);
    return [field?.label.vi ?? '', field ? marked(nfc(field.display.vi), field.origin, field.derived) : ''];
  });
  const stated = said.filter(([, text]) => text !== '');
  const tables = (item.tables ?? []).flatMap((table) => {
    const section = sections.get(table.section);
    return section && section.lines.length > 0
      ? [...(table.title ? [{ text: nfc(table.title), italics: true, fontSize: TABLE_FONT }] : []), ...tableOf(section, table)]
      : [];
  });
  const heading = `${item.no === '' ? '' : `${item.no}) `}${nfc(item.title)}`;
  const alone = said.length === 1 && tables.length === 0;
  return {
    stack: [
      {
        text: [
          { text: `${heading}: `, bold: true },
          stated.length === 0 && tables.length === 0
            ? BLANK
            : alone
              ? stated[0]![1]
              : stated.map(([label, text]) => (label === '' ? text : `${nfc(label)}: ${text}`)).join('; '),
        ],
      },
      ...tables,
    ],
    margin: [0, 0, 0, 5],
  };
}

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** The picture in the corner of the form, or the frame that waits for one: bytes that are no picture keep nobody from the record. */
const picture = (portrait: Uint8Array | null): object =>
  portrait && isJpeg(portrait)
    ? { image: `data:image/jpeg;base64,${Buffer.from(portrait).toString('base64')}`, fit: [85, 113], width: 100 }
    : { table: { widths: [85], heights: [105], body: [[{ text: 'Ảnh 4 × 6', alignment: 'center', color: '#555' }]] }, width: 100 };

const PRINTED =
  'In từ dữ liệu đang ghi nhận; chưa có chữ ký và xác nhận của cơ quan. (*) Thông tin chưa được xác nhận. Dòng để chấm: chưa có dữ liệu.';
const CONVERTED = 'Bản này chỉ có thông tin đã được cơ quan có thẩm quyền xác nhận. Dòng để chấm: chưa có, hoặc chưa được xác nhận.';

/** Where whoever is told signs. */
const signatures = (): object => ({
  unbreakable: true,
  columns: [
    { text: 'Người khai\n(Ký, ghi rõ họ tên)', alignment: 'center' },
    { text: 'Thủ trưởng cơ quan, đơn vị\n(Ký tên, đóng dấu)', alignment: 'center' },
  ],
  margin: [0, 18, 0, 60],
});

/** Mark, body, time and place for the stamp of a conversion; its number and address to check it. */
const conversionMarks = ({ as, number, bodyName, at, dataOf, checkAt, leftOut }: Converted, nationalId: string): object => ({
  unbreakable: true,
  margin: [0, 18, 0, 40],
  columns: [
    { svg: qrSvg(checkAt), width: 92 },
    {
      width: '*',
      margin: [12, 0, 12, 0],
      fontSize: 10,
      stack: [
        { text: as === 'cv' ? 'SƠ YẾU LÝ LỊCH ĐIỆN TỬ' : 'BẢN GIẤY CHUYỂN ĐỔI TỪ HỒ SƠ ĐIỆN TỬ', bold: true },
        { text: `Số: ${number}` },
        // The code of the one electronic record (NĐ 27/2026/NĐ-CP Điều 16.3).
        { text: `Mã hồ sơ điện tử (số định danh cá nhân): ${nationalId}` },
        { text: nfc(`${as === 'cv' ? 'Cơ quan quản lý' : 'Cơ quan chuyển đổi'}: ${bodyName}`) },
        { text: `${as === 'cv' ? 'Thời gian lập' : 'Thời gian chuyển đổi'}: ${instantText(at)}` },
        { text: `Dữ liệu đến ngày: ${dayText(dataOf)}` },
        ...(leftOut ? [{ text: `${leftOut} nhóm thông tin còn phần chưa được xác nhận, không có trong bản này` }] : []),
        { text: `Kiểm tra tại: ${checkAt}` },
      ],
    },
    as === 'cv'
      ? { width: 150, text: 'Chữ ký số của cơ quan nằm trong tệp JSON đính kèm tệp PDF này.', fontSize: 9, color: '#555' }
      : { width: 150, text: 'Cơ quan chuyển đổi\n(Ký tên, đóng dấu)', alignment: 'center' },
  ],
});

export function formPaper(form: Form, record: FormRecord, { number, at, demo, portrait, converted, carries }: Print): Promise<Uint8Array> {
  const given = filled(record);
  const printed = converted
    ? `${converted.as === 'cv' ? 'Sơ yếu lý lịch điện tử' : 'Bản chuyển đổi'} số ${converted.number}, lúc ${instantText(at)}`
    : `Bản in ${number === null ? '' : `số ${number}, `}lúc ${instantText(at)}`;
  return printPaper({
    info: { title: `${form.name} ${record.name}` },
    ...(carries ? carrying(carries) : {}),
    footer: (page: number, pages: number) => ({
      text: `${printed} · ${form.name} · trang ${page}/${pages}`,
      alignment: 'center',
      fontSize: 9,
      color: '#555',
      margin: [0, 16, 0, 0],
    }),
    content: [
      ...(demo ? [{ text: 'DỮ LIỆU MẪU – NGƯỜI HƯ CẤU', alignment: 'center', color: '#8a1c1c', margin: [0, 0, 0, 8] }] : []),
      {
        columns: [
          picture(portrait),
          {
            stack: [
              { text: form.title, bold: true, fontSize: 16, alignment: 'center' },
              { text: nfc(`${form.name}, ${form.basis}`), alignment: 'center', fontSize: 10, color: '#555' },
              { text: nfc(record.name.toLocaleUpperCase('vi')), bold: true, alignment: 'center', margin: [0, 10, 0, 0] },
              {
                text: nfc(converted ? CONVERTED : PRINTED),
                alignment: 'center',
                fontSize: 9,
                margin: [0, 8, 0, 0],
              },
            ],
          },
        ],
        margin: [0, 0, 0, 12],
      },
      ...form.items.map((item) => itemOf(item, given, record.nationalId)),
      converted ? conversionMarks(converted, record.nationalId) : signatures(),
    ],
  });
}
