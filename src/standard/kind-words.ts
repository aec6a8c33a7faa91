/** What each kind of field is called in a sentence for people. */
import type { Bilingual } from '#base/problem.ts';
import type { KindName } from './field-shape.ts';

const WORDS = {
  text: { vi: 'chữ trên một dòng', en: 'a line of text' },
  longText: { vi: 'đoạn chữ', en: 'text' },
  personName: { vi: 'họ và tên', en: 'the name of a person' },
  nationalId: { vi: '12 chữ số', en: '12 digits' },
  digits: { vi: 'dãy chữ số đúng độ dài', en: 'digits of the right length' },
  date: { vi: 'ngày dạng năm-tháng-ngày', en: 'a day as YYYY-MM-DD' },
  partialDate: { vi: 'năm, năm-tháng hoặc năm-tháng-ngày', en: 'YYYY, YYYY-MM or YYYY-MM-DD' },
  timestamp: { vi: 'thời điểm UTC', en: 'an instant, UTC' },
  code: { vi: 'một mã của danh mục', en: 'a code of the list' },
  codeOrText: { vi: 'mã hoặc chữ', en: 'a code or text' },
  integer: { vi: 'số nguyên trong khoảng cho phép', en: 'a whole number within bounds' },
  decimal: { vi: 'số thập phân dạng chữ, đủ chữ số lẻ', en: 'a decimal as text with its places' },
  money: { vi: 'số tiền nguyên, đồng', en: 'whole VND' },
  flag: { vi: 'đúng hoặc sai', en: 'true or false' },
  phone: { vi: 'số điện thoại', en: 'a telephone number' },
  email: { vi: 'địa chỉ thư điện tử', en: 'an e-mail address' },
  address: { vi: 'địa chỉ theo các phần', en: 'an address in parts' },
  decision: { vi: 'quyết định có số và ngày', en: 'a decision with number and day' },
  organisation: { vi: 'mã cơ quan', en: 'the code of a body' },
  object: { vi: 'giá trị theo các phần', en: 'a value in parts' },
  list: { vi: 'danh sách các dòng', en: 'a list of lines' },
  map: { vi: 'kết quả theo trường', en: 'a result by field' },
  file: { vi: 'mã băm SHA-256 của tệp', en: 'the SHA-256 of a file' },
  uuid: { vi: 'mã UUID', en: 'a UUID' },
  derived: { vi: 'giá trị do hệ thống tính', en: 'a computed value' },
} as const satisfies Readonly<Record<KindName, Bilingual>>;

const isKind = (name: string): name is KindName => Object.hasOwn(WORDS, name);

/** The words for a kind. */
export const kindWord = (name: string): Bilingual => (isKind(name) ? WORDS[name] : WORDS.object);
