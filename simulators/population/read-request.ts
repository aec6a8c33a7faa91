/** Reads a question as strictly as the real service is known to: namespace, operation, order of elements, nothing missing. */
import { SaxesParser } from 'saxes';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const REQUEST_NAMESPACE = 'http://dancuquocgia.bca';
/** Elements in the order in which they must come. */
const ORDER = [
  'MaYeuCau',
  'MaDVC',
  'MaTichHop',
  'MaCanBo',
  'SoDinhDanh',
  'SoCMND',
  'HoVaTen',
  'NgayThangNamSinh',
  'MaDonVi',
  'TaiKhoan',
  'SoDienThoai',
];
/** MaTichHop by operation. */
const CODES: Readonly<Record<string, string>> = { TraCuuThongTinCongDan: '037', XacThucThongTinCongDan: '003' };

export interface SimulatedRequest {
  readonly operation: string;
  /** texts by element, `NgayThangNamSinh/Nam` for what stands deeper */
  readonly values: ReadonlyMap<string, string>;
}

/** The question, or in words what is wrong with it. */
export function readRequest(xml: string): SimulatedRequest | string {
  const values = new Map<string, string>();
  const order: string[] = [];
  const path: { name: string; uri: string }[] = [];
  let wrong: string | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => {
    wrong ??= 'có DOCTYPE';
  });
  parser.on('error', () => {
    wrong ??= 'XML không hợp lệ';
  });
  parser.on('opentag', (tag) => {
    path.push({ name: tag.local, uri: tag.uri });
    if (path.length <= 2 && tag.uri !== SOAP) wrong ??= 'không phải SOAP 1.1';
    if (path.length > 2 && path[1]?.name === 'Body' && tag.uri !== REQUEST_NAMESPACE) wrong ??= 'sai không gian tên';
    if (path.length === 4) order.push(tag.local);
  });
  parser.on('text', (text) => {
    const key = path
      .slice(3)
      .map((one) => one.name)
      .join('/');
    if (key !== '') values.set(key, (values.get(key) ?? '') + text);
  });
  let operation = '';
  parser.on('closetag', () => {
    if (path.length === 3) operation = path[2]!.name;
    path.pop();
  });
  try {
    parser.write(xml).close();
  } catch {
    wrong ??= 'XML không hợp lệ';
  }
  return wrong ?? orderTrouble(order) ?? contentTrouble(operation, values) ?? { operation, values };
}

function orderTrouble(order: readonly string[]): string | null {
  const unknown = order.find((name) => !ORDER.includes(name));
  if (unknown !== undefined) return 'có phần tử lạ';
  return order.every((name, i) => i === 0 || ORDER.indexOf(order[i - 1]!) < ORDER.indexOf(name)) ? null : 'sai thứ tự phần tử';
}

function contentTrouble(operation: string, values: ReadonlyMap<string, string>): string | null {
  const missing = ['MaYeuCau', 'MaDVC', 'MaTichHop', 'MaCanBo', 'HoVaTen'].find((name) => !values.get(name)?.trim());
  if (missing) return `thiếu ${missing}`;
  if (CODES[operation] === undefined || CODES[operation] !== values.get('MaTichHop')) return 'MaTichHop không hợp với nghiệp vụ';
  const [number, old] = [values.get('SoDinhDanh'), values.get('SoCMND')];
  if (number === undefined ? !/^\d{9}$/.test(old ?? '') : old !== undefined || !/^\d{12}$/.test(number)) return 'số định danh không hợp lệ';
  const [day, year] = [values.get('NgayThangNamSinh/NgayThangNam'), values.get('NgayThangNamSinh/Nam')];
  return (day !== undefined && !/^\d{8}$/.test(day)) || (year !== undefined && !/^\d{4}$/.test(year)) ? 'ngày sinh không hợp lệ' : null;
}
