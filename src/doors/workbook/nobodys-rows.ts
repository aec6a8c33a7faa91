/**
 * Rows of a sheet that speak of nobody: numbers of columns under the heads, titles of groups, totals, the block of signatures, notes, and rows that were
 * struck through from end to end.
 * People put them into tables that are to be printed. They are left out and named together; a row of which it is not sure stays
 * somebody's, whose number is asked for. Pure.
 */
import { accentFree } from '#base/vietnamese/text.ts';
import type { RawLine } from '#standard/shapes.ts';
import { PERSON_COLUMN } from '#standard/workbook-columns.ts';

/** Cells of a title, a signature or a note; a person has more. */
const FEW_CELLS = 3;
const NAME_COLUMN = 'hoTenKhaiSinh';

const TOTAL = /^(?:tong(?: cong| so)?|cong|luy ke)(?:[\s:(.].*)?$/;
const SIGNATURE =
  /^(?:\(?ky\b.*(?:ten|dau|so\)?)\)?|\(?ky\)?|.*ghi ro ho ten.*|(?:nguoi|can bo) (?:lap|kiem tra|tong hop).*|thu truong(?: (?:don vi|co quan).*)?|(?:xac nhan|phe duyet) (?:cua )?.*|(?:t[m/]|k[t/]|tuq)[./]? ?.*(?:truong|giam doc|chu tich).*|.*ngay .* thang .* nam.*|noi nhan:?.*)$/;
const NOTE = /^(?:ghi chu|luu y|chu thich|chu y|note|\*+|\(\*+\))(?:[\s:.].*)?$/;
/** "I. Phòng …", "A) …", "1. Khoa …" */
const NUMBERED = /^(?:[ivx]+|[a-h]|\d{1,2})\s*[.)/-]\s*\D/;
const UNIT =
  /^(?:phong|ban|khoa|to|so|uy ban|ubnd|chi cuc|cuc|vu|trung tam|bo phan|doi|tram|vien|van phong|khoi|truong|benh vien|nhom|danh sach)\s/;

const plain = (text: string): string => accentFree(text).replace(/\s+/g, ' ').trim();
/** A citizen number, however it was spoilt, has nine digits at least. */
const NUMBER_DIGITS = 9;
const hasNumber = (line: RawLine): boolean => ((line.cells.get(PERSON_COLUMN)?.text ?? '').match(/\d/g)?.length ?? 0) >= NUMBER_DIGITS;

/** (1), (2), (3) … or 1, 2, 3 …, perhaps behind A, B: each cell is one more than the one before it. */
function isColumnNumbers(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => /^[([]?(\d{1,3})[)\].]?$/.exec(text)?.[1]).filter((one) => one !== undefined);
  const letters = texts.filter((text) => /^[([]?[a-e][)\].]?$/.test(text)).length;
  return (
    numbers.length >= 3 &&
    numbers.length + letters === texts.length &&
    numbers.every((one, i) => i === 0 || Number(one) > Number(numbers[i - 1]))
  );
}

/** Each letter of it is struck through (U+0336): whoever struck the whole row took it back. */
const isStruck = (text: string): boolean => text.includes('\u0336') && /^(?:\s|[^\u0336]\u0336)+$/u.test(text);

type Sort = 'numbers' | 'total' | 'end' | 'title' | 'note' | 'struck' | null;

/** What a row of nobody is; null: it may be somebody's. */
function sortOf(line: RawLine, isBelowEnd: boolean): Sort {
  const written = [...line.cells.values()].map(({ text }) => text).filter((text) => text.trim() !== '');
  if (written.length > 0 && written.every(isStruck)) return 'struck';
  if (hasNumber(line)) return null;
  const filled = [...line.cells].map(([key, cell]) => [key, plain(cell.text)] as const).filter(([, text]) => text !== '');
  const texts = filled.map(([, text]) => text);
  if (isColumnNumbers(texts)) return 'numbers';
  if (TOTAL.test(texts[0] ?? '') && texts.slice(1).every((text) => /^[\d.,\s%]+(?: nguoi)?$/.test(text))) return 'total';
  const few = texts.length <= FEW_CELLS;
  if (texts.some((text) => SIGNATURE.test(text)) && (few || texts.every((text) => SIGNATURE.test(text)))) return 'end';
  if (few && NOTE.test(texts[0] ?? '')) return 'note';
  if (few && isBelowEnd) return 'end';
  if (texts.length !== 1) return null;
  const [key, text] = filled[0]!;
  if (key === PERSON_COLUMN) return /\d{5}/.test(text) ? null : 'title';
  return key !== NAME_COLUMN || NUMBERED.test(text) || UNIT.test(text) ? 'title' : null;
}

/** Its number alone tells that a row is somebody's: nothing else of it need be looked at. */
const isSomebodys = (number: string | undefined): boolean =>
  number !== undefined && (number.match(/\d/g)?.length ?? 0) >= NUMBER_DIGITS && !number.includes('\u0336');

const isBlank = (line: RawLine): boolean => [...line.cells.values()].every((cell) => cell.text.trim() === '' && !cell.formula);

/**
 * The rows of people, in their order, and the numbers of the rows that are nobody's; rows in which nothing stands are neither.
 *
 * @param numberOf  what stands in the column of the citizen number; undefined where the whole row has to be looked at
 */
export function withoutNobodys<Row extends { readonly row: number }>(
  all: readonly Row[],
  numberOf: (row: Row) => string | undefined,
  lineOf: (row: Row) => RawLine,
): { readonly rows: readonly Row[]; readonly nobodys: readonly number[] } {
  const nobodys: number[] = [];
  let isBelowEnd = false;
  const rows = all.filter((row) => {
    if (isSomebodys(numberOf(row))) return true;
    const line = lineOf(row);
    if (isBlank(line)) return false;
    const sort = sortOf(line, isBelowEnd);
    if (sort === null) return true;
    // Below a signature stand the names of those who sign.
    if (sort === 'end') isBelowEnd = true;
    nobodys.push(row.row);
    return false;
  });
  return { rows, nobodys };
}
