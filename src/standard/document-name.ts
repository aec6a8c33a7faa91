/**
 * The name of a document says whose it is and what: `SỐĐỊNHDANH_LOẠI_SỐKÝHIỆU_NGÀY.pdf`, the day as YYYY-MM-DD. Signs that no system has in names, and the
 * underscore, stand as %2F, %5F and so on (`12%2FQĐ-SNV`). Kind, symbol and day may be missing: what is needed is then asked for by the check. Pure.
 */
export interface NamedDocument {
  /** citizen number */
  readonly number: string;
  /** of `loai_tai_lieu`, by code or name, as it was typed */
  readonly kind: string;
  readonly symbol: string;
  readonly issuedOn: string;
}

const NUMBER = /^\d{12}$/;
const PDF = /\.pdf$/i;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is a sign like others
  }
};

/** Signs that no system has in names, and those that stand between the parts. */
const part = (text: string): string =>
  text
    .trim()
    .normalize('NFC')
    .replace(/[%_.\\/:*?"<>|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The name that `readDocumentName` reads as this. */
export const documentNameOf = ({ number, kind, symbol, issuedOn }: NamedDocument): string =>
  `${[number, part(kind), part(symbol), issuedOn].filter((one, at) => at < 2 || one !== '').join('_')}.pdf`;

/** Null when it names nobody, or does not end as a whole name does: one that was cut off on the way would lose its day. */
export function readDocumentName(fileName: string): NamedDocument | null {
  const name = fileName.replaceAll('\\', '/').split('/').pop() ?? '';
  if (!PDF.test(name)) return null;
  const [number = '', kind = '', ...rest] = name
    .replace(PDF, '')
    .split('_')
    .map((part) => decoded(part.trim()).normalize('NFC'));
  if (!NUMBER.test(number)) return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(rest.at(-1) ?? '') ? rest.at(-1)! : '';
  return { number, kind, symbol: rest.slice(0, day === '' ? rest.length : -1).join('_'), issuedOn: day };
}
