/** The door of workbooks, as one value: what `record/intake` and the desk know of Excel. */
import { entryNames } from '#base/zip.ts';
import type { Claim, Door, GiveBack, PlacedProblem } from '#record/intake/door.ts';
import { markWorkbook } from './give-back.ts';
import { isCell, placeOfField, printCell } from './place.ts';
import { readWorkbook } from './read-workbook.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const ZIP = 'PK\u0003\u0004';
/** Entries that every document of Office, or of OpenDocument, has: one for this door, also when it is none. */
const DOCUMENT_PARTS = /^(\[Content_Types\]\.xml|_rels\/.*|xl\/.*|mimetype|META-INF\/manifest\.xml)$/;

/** Whatever nobody else wants comes here too: this door says what is wrong with it. */
function sniff(bytes: Uint8Array): Claim {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isZip = view.toString('latin1', 0, ZIP.length) === ZIP;
  return isZip && entryNames(view).some((name) => DOCUMENT_PARTS.test(name)) ? 'sure' : 'last';
}

const giveBack: GiveBack = {
  operation: 'getMarkedFile',
  address: 'marked.xlsx',
  contentType: XLSX_TYPE,
  nameOf: (fileName) => `${fileName.replace(/\.xlsx$/i, '')}-danh-dau.xlsx`,
  mark: (bytes, problems) =>
    markWorkbook(
      bytes,
      problems.map(({ place, field, ...problem }: PlacedProblem) => ({ ...problem, where: { ...(place ? printCell(place) : {}), field } })),
    ),
};

export const workbookDoor: Door = {
  key: 'workbook',
  source: 'workbook',
  sourceCode: 'EXCEL',
  what: { vi: 'biểu mẫu Excel', en: 'a workbook' },
  contentTypes: [XLSX_TYPE],
  unnamed: 'bieu-mau.xlsx',
  smaller: { vi: 'Bỏ ảnh và trang tính thừa khỏi biểu mẫu.', en: 'Remove pictures and extra sheets from the workbook.' },
  statesEverybody: true,
  sniff,
  read: readWorkbook,
  printPlace: printCell,
  placeOfField,
  takesValue: isCell,
  giveBack,
};
