/** Problems of one person as JSON. */
import { problem } from '#base/problem.ts';

export const notAPerson = problem({
  code: 'E-JSON-PERSON',
  vi: 'Đây không phải một người dưới dạng JSON theo từ điển: {path} không đọc được.',
  en: 'This is not one person as JSON of the dictionary: {path} cannot be read.',
  next: {
    vi: 'Gửi một đối tượng JSON: khóa là khóa của từ điển, giá trị là chữ hoặc số; mỗi quá trình là một mảng các đối tượng như vậy, hoặc {"operations": […]} với từng thao tác trên dòng.',
    en: 'Send one JSON object: keys of the dictionary with texts or numbers; each section is an array of such objects, or {"operations": […]} with acts on its lines.',
  },
  example: { path: '/luong/0' },
});

export const declarationOfNobody = problem({
  code: 'E-DECLARATION-OF-NOBODY',
  vi: 'Hồ sơ của người kê khai không còn do cơ quan này quản lý.',
  en: 'The record of who declared is no longer managed by this agency.',
  next: {
    vi: 'Người có hồ sơ mở lại bản kê khai và gửi: bản mới đến cơ quan đang quản lý.',
    en: 'The person opens the declaration again and sends it: it then goes to the agency that manages the record now.',
  },
  example: {},
});

export const changeByHand = problem({
  code: 'E-EXCHANGE-BY-HAND',
  vi: 'Thay đổi loại {operation} về {fact} chưa nhận được qua đường trao đổi.',
  en: 'A change of kind {operation} about {fact} is not taken over the line yet.',
  next: {
    vi: 'Làm việc này trên trang của cơ quan: chuyển người, rút thông tin, hoặc nêu đúng số dòng đang ghi nhận.',
    en: 'Do it on the pages of your agency: move the person, take the fact back, or name the line by its number in the record.',
  },
  example: { operation: 'release', fact: 'employer' },
});
