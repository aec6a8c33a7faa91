/**
 * Messages of the population look-up in the shapes that real clients use (domain §5.1): SOAP 1.1, request namespace
 * http://dancuquocgia.bca, elements in a fixed order (MaYeuCau, MaDVC, MaTichHop, MaCanBo, then SoDinhDanh first).
 */
import { SaxesParser } from 'saxes';
import type { Question } from '#record/matching/port.ts';
import type { Citizen } from '#record/matching/shapes.ts';

/** MaTichHop of TraCuuThongTinCongDan. */
export const LOOK_UP_CODE = '037';
export const REQUEST_NAMESPACE = 'http://dancuquocgia.bca';
export const ANSWER_NAMESPACE = 'http://www.mic.gov.vn/dancu/1.0';

/** An answer of one citizen is a few kilobytes; more is refused unread (bytes). */
export const ANSWER_BYTES_MAX = 512 * 1024;
const DEPTH_MAX = 24;

const escape = (text: string): string => text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const element = (name: string, text: string): string => (text === '' ? '' : `<dan:${name}>${escape(text)}</dan:${name}>`);

/** yyyy-MM-dd → NgayThangNam yyyyMMdd; only a year known → Nam. */
const birthElement = (birth: string): string =>
  birth.length === 10 ? `<dan:NgayThangNamSinh>${element('NgayThangNam', birth.replaceAll('-', ''))}</dan:NgayThangNamSinh>`
    : birth === '' ? '' : `<dan:NgayThangNamSinh>${element('Nam', birth.slice(0, 4))}</dan:NgayThangNamSinh>`;

export function lookUpMessage(question: Question, serviceCode: string): string {
  const number = question.nationalId.length === 9 ? element('SoCMND', question.nationalId) : element('SoDinhDanh', question.nationalId);
  return '<?xml version="1.0" encoding="UTF-8"?>'
    + `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:dan="${REQUEST_NAMESPACE}"><soapenv:Header/><soapenv:Body><dan:TraCuuThongTinCongDan>`
    + element('MaYeuCau', question.requestId) + element('MaDVC', serviceCode) + element('MaTichHop', LOOK_UP_CODE) + element('MaCanBo', question.officer.account)
    + number + element('HoVaTen', question.name.trim().toUpperCase()) + birthElement(question.birth)
    + element('MaDonVi', question.officer.unit) + element('SoDienThoai', question.officer.phone)
    + '</dan:TraCuuThongTinCongDan></soapenv:Body></soapenv:Envelope>';
}

export type ReadAnswer = { readonly kind: 'found'; readonly citizen: Citizen } | { readonly kind: 'not-found' } | { readonly kind: 'unreadable'; readonly why: string };

const isoBirth = (day: string, year: string): string => (/^\d{8}$/.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : /^\d{4}$/.test(year) ? year : '');

/**
 * Reads an answer. Quirks that are met: Ho and ChuDem empty with the whole name in Ten; only the year of birth; no CongDan
 * node = not found. A DOCTYPE, deep nesting or anything that is not well-formed is unreadable.
 */
export function readAnswer(text: string): ReadAnswer {
  if (Buffer.byteLength(text) > ANSWER_BYTES_MAX) return { kind: 'unreadable', why: 'too large' };
  const values = new Map<string, string>();
  const path: string[] = [];
  let collection = false;
  let citizens = 0;
  let fault: string | null = null;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('doctype', () => { fault ??= 'doctype'; });
  parser.on('error', () => { fault ??= 'not well-formed'; });
  parser.on('opentag', (tag) => {
    const name = tag.name.split(':').pop()!;
    path.push(name);
    if (path.length > DEPTH_MAX) fault ??= 'too deep';
    if (name === 'CongdanCollection') collection = true;
    if (name === 'Fault') fault ??= 'fault';
    if (name === 'CongDan') citizens += 1;
  });
  parser.on('text', (chunk) => {
    const at = path.indexOf('CongDan');
    if (at < 0 || citizens > 1) return;
    const key = path.slice(at + 1).join('/');
    values.set(key, ((values.get(key) ?? '') + chunk).trim());
  });
  parser.on('closetag', () => { path.pop(); });
  try {
    for (let from = 0; from < text.length && fault === null; from += 16_384) parser.write(text.slice(from, from + 16_384));
    if (fault === null) parser.close();
  } catch {
    fault ??= 'not well-formed';
  }
  if (fault !== null) return { kind: 'unreadable', why: fault };
  if (!collection) return { kind: 'unreadable', why: 'no collection' };
  const get = (key: string): string => values.get(key) ?? '';
  if (citizens === 0) return { kind: 'not-found' };
  if (citizens > 1) return { kind: 'unreadable', why: 'more than one citizen' };
  const name = [get('HoVaTen/Ho'), get('HoVaTen/ChuDem'), get('HoVaTen/Ten')].filter(Boolean).join(' ').normalize('NFC');
  return {
    kind: 'found',
    citizen: { nationalId: get('SoDinhDanh') || get('SoCMND'), name, birth: isoBirth(get('NgayThangNamSinh/NgayThangNam'), get('NgayThangNamSinh/Nam')), sex: get('GioiTinh'), ethnicity: get('DanToc') },
  };
}
