/**
 * Reads what the population service answers (README.md). A DOCTYPE is refused before any of it is taken, entities are
 * never expanded, size, depth and number of elements are bounded. Only what is compared is kept: relatives, household and
 * the rest of the citizen's file are passed over.
 */
import { SaxesParser } from 'saxes';
import type { Citizen, Units } from '#record/matching/shapes.ts';
import { isPlainDate } from '#base/clock.ts';
import { ANSWER_BYTES_MAX, ANSWER_DEPTH_MAX, ANSWER_ELEMENTS_MAX, VALUE_CHARS_MAX } from './limits.ts';

/** A SOAP fault: `code` only, in safe letters; its text may quote the question and is not read. */
export interface SoapFault {
  readonly kind: 'fault';
  readonly code: string;
}
/** `why` is ours, never a piece of the answer. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly why: string;
}

export type LookUpAnswer =
  | { readonly kind: 'found'; readonly citizen: Citizen }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'ambiguous' }
  | SoapFault
  | Unreadable;
export type VerifyAnswer = { readonly kind: 'verified'; readonly exists: boolean } | SoapFault | Unreadable;

const CITIZEN = '/CongdanCollection/CongDan/';
/** Elements of CongDan that are compared, as paths below it. */
const COMPARED = new Set([
  'SoDinhDanh',
  'SoCMND',
  'HoVaTen/Ho',
  'HoVaTen/ChuDem',
  'HoVaTen/Ten',
  'GioiTinh',
  'DanToc',
  'NgayThangNamSinh/NgayThangNam',
  'NgayThangNamSinh/Nam',
  'QueQuan/MaTinhThanh',
  'QueQuan/MaPhuongXa',
  'ThuongTru/MaTinhThanh',
  'ThuongTru/MaPhuongXa',
]);

interface Seen {
  /** local names from the root, how often each path opened */
  readonly opened: Map<string, number>;
  /** texts of the paths that are wanted, trimmed */
  readonly values: Map<string, string>;
}

/** Walks the message; a string = why it cannot be read. Local names: prefixes differ between gateways. */
function walk(text: string, wanted: (path: string) => boolean): Seen | string {
  if (Buffer.byteLength(text) > ANSWER_BYTES_MAX) return 'too large';
  const seen: Seen = { opened: new Map(), values: new Map() };
  const path: string[] = [];
  let wrong: string | null = null;
  let elements = 0;
  const parser = new SaxesParser({ xmlns: false });
  const take = (chunk: string): void => {
    const here = path.join('/');
    if (!wanted(here)) return;
    const value = (seen.values.get(here) ?? '') + chunk;
    if (value.length > VALUE_CHARS_MAX) wrong ??= 'value too long';
    seen.values.set(here, value);
  };
  parser.on('doctype', () => {
    wrong ??= 'doctype';
  });
  parser.on('error', () => {
    wrong ??= 'not well-formed';
  });
  parser.on('opentag', (tag) => {
    path.push(tag.name.slice(tag.name.indexOf(':') + 1));
    elements += 1;
    if (path.length > ANSWER_DEPTH_MAX) wrong ??= 'too deep';
    if (elements > ANSWER_ELEMENTS_MAX) wrong ??= 'too many elements';
    const here = path.join('/');
    seen.opened.set(here, (seen.opened.get(here) ?? 0) + 1);
  });
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    path.pop();
  });
  try {
    // In pieces: what is wrong at the start ends the reading there.
    for (let from = 0; from < text.length && wrong === null; from += 8_192) parser.write(text.slice(from, from + 8_192));
    if (wrong === null) parser.close();
  } catch {
    wrong ??= 'not well-formed';
  }
  return wrong ?? seen;
}

const FAULT = 'Envelope/Body/Fault';

/** The path of the one element of this name below the body, whatever the operation's own element is called; null = none. */
const below = (seen: Seen, name: string): string | null =>
  [...seen.opened.keys()].find((path) => path.startsWith('Envelope/Body/') && path.endsWith(`/${name}`)) ?? null;

function faultOf(seen: Seen): SoapFault | null {
  if (!seen.opened.has(FAULT)) return null;
  const code = (seen.values.get(`${FAULT}/faultcode`) ?? '').trim().replace(/^.*:/, '');
  return { kind: 'fault', code: /^[A-Za-z0-9_.-]{1,60}$/.test(code) ? code : 'Unknown' };
}

/** `yyyyMMdd` with zeros for what is not known, else the year: `yyyy-MM-dd`, `yyyy-MM`, `yyyy` or empty. */
export function birthOf(day: string, year: string): string {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  if (parts && parts[1] !== '0000') {
    const [, y, m, d] = parts as unknown as [string, string, string, string];
    if (m === '00') return y;
    if (d === '00') return isPlainDate(`${y}-${m}-01`) ? `${y}-${m}` : '';
    return isPlainDate(`${y}-${m}-${d}`) ? `${y}-${m}-${d}` : '';
  }
  return /^\d{4}$/.test(year) && year !== '0000' ? year : '';
}

/** Codes of `gioi_tinh`; 0 is "not known" there and "female" in other services: it says nothing, so it is not compared. */
const sexOf = (code: string): string => (/^[123]$/.test(code) ? code : '');

const unitsOf = (province: string, commune: string): Units | null => (province === '' ? null : { province, commune });

/**
 * The answer of TraCuuThongTinCongDan. Met in the field: Ho and ChuDem empty with the whole name in Ten; only the year of
 * birth; QuocTich empty; no CongDan, or an empty one = not found. No collection at all is not an answer: it never means "not found".
 */
export function readLookUp(text: string): LookUpAnswer {
  const isCompared = (path: string): boolean => {
    const at = path.indexOf(CITIZEN);
    return path === `${FAULT}/faultcode` || (at > 0 && COMPARED.has(path.slice(at + CITIZEN.length)));
  };
  const seen = walk(text, isCompared);
  if (typeof seen === 'string') return { kind: 'unreadable', why: seen };
  const fault = faultOf(seen);
  if (fault) return fault;
  const collection = below(seen, 'CongdanCollection');
  if (collection === null) return { kind: 'unreadable', why: 'no collection' };
  const citizens = seen.opened.get(`${collection}/CongDan`) ?? 0;
  if (citizens > 1) return { kind: 'ambiguous' };
  const get = (key: string): string => (seen.values.get(`${collection}/CongDan/${key}`) ?? '').trim().normalize('NFC');
  const name = [get('HoVaTen/Ho'), get('HoVaTen/ChuDem'), get('HoVaTen/Ten')].filter((part) => part !== '').join(' ');
  if (get('SoDinhDanh') === '' && get('SoCMND') === '' && name === '') return { kind: 'not-found' };
  return {
    kind: 'found',
    citizen: {
      nationalId: get('SoDinhDanh'),
      oldId: get('SoCMND'),
      name,
      birth: birthOf(get('NgayThangNamSinh/NgayThangNam'), get('NgayThangNamSinh/Nam')),
      sex: sexOf(get('GioiTinh')),
      ethnicity: get('DanToc'),
      homeTown: unitsOf(get('QueQuan/MaTinhThanh'), get('QueQuan/MaPhuongXa')),
      residence: unitsOf(get('ThuongTru/MaTinhThanh'), get('ThuongTru/MaPhuongXa')),
    },
  };
}

/** The answer of XacThucThongTinCongDan: KetQuaXacThuc/TonTai, xsd:boolean. */
export function readVerification(text: string): VerifyAnswer {
  const seen = walk(text, (path) => path.endsWith('/KetQuaXacThuc/TonTai') || path === `${FAULT}/faultcode`);
  if (typeof seen === 'string') return { kind: 'unreadable', why: seen };
  const fault = faultOf(seen);
  if (fault) return fault;
  const path = below(seen, 'KetQuaXacThuc/TonTai');
  const exists = path === null ? '' : (seen.values.get(path) ?? '').trim();
  if (!/^(true|false|1|0)$/.test(exists)) return { kind: 'unreadable', why: 'no result' };
  return { kind: 'verified', exists: exists === 'true' || exists === '1' };
}
