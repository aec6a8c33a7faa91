/**
 * Questions to the population service in the shapes that real clients send (README.md): SOAP 1.1, namespace
 * http://dancuquocgia.bca, elements in a fixed order: MaYeuCau, MaDVC, MaTichHop, MaCanBo, then the number first among the rest.
 */
import type { Question } from '#record/matching/port.ts';

export const REQUEST_NAMESPACE = 'http://dancuquocgia.bca';

/** MaTichHop (list `ma_tich_hop_dan_cu`) and the operation that goes with it. */
const LOOK_UP = { code: '037', operation: 'TraCuuThongTinCongDan' } as const;
const VERIFY = { code: '003', operation: 'XacThucThongTinCongDan' } as const;

/** What XML 1.0 cannot hold even escaped is left out; a lone surrogate becomes U+FFFD. */
const sayable = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
const escape = (text: string): string => sayable(text).replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const element = (name: string, text: string): string => (text === '' ? '' : `<dan:${name}>${escape(text)}</dan:${name}>`);

/** A whole date goes as NgayThangNam (yyyyMMdd); when only the year is known, Nam; a month is not taken, so its year goes. */
function birthElement(birth: string): string {
  if (birth === '') return '';
  const known = birth.length === 10 ? element('NgayThangNam', birth.replaceAll('-', '')) : element('Nam', birth.slice(0, 4));
  return `<dan:NgayThangNamSinh>${known}</dan:NgayThangNamSinh>`;
}

function message(
  question: Question,
  serviceCode: string,
  { code, operation }: { readonly code: string; readonly operation: string },
): string {
  const { officer, nationalId } = question;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:dan="${REQUEST_NAMESPACE}"><soapenv:Header/><soapenv:Body><dan:${operation}>` +
    element('MaYeuCau', question.requestId) +
    element('MaDVC', serviceCode) +
    element('MaTichHop', code) +
    element('MaCanBo', officer.account) +
    element(nationalId.length === 9 ? 'SoCMND' : 'SoDinhDanh', nationalId) +
    element('HoVaTen', question.name.normalize('NFC').trim().toUpperCase()) +
    birthElement(question.birth) +
    element('MaDonVi', officer.unit) +
    element('TaiKhoan', officer.account) +
    element('SoDienThoai', officer.phone) +
    `</dan:${operation}></soapenv:Body></soapenv:Envelope>`
  );
}

/** TraCuuThongTinCongDan (037). `serviceCode` = MaDVC. */
export const lookUpMessage = (question: Question, serviceCode: string): string => message(question, serviceCode, LOOK_UP);
/** XacThucThongTinCongDan (003). */
export const verifyMessage = (question: Question, serviceCode: string): string => message(question, serviceCode, VERIFY);

/** Nobody asks anonymously, and nothing is asked that cannot be accounted for. */
export const isComplete = (question: Question): boolean =>
  question.requestId !== '' &&
  question.officer.account.trim() !== '' &&
  question.officer.unit.trim() !== '' &&
  /^(\d{9}|\d{12})$/.test(question.nationalId);
