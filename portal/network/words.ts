/** Words of this folder's screens, both languages together. */
import type { WordTree } from '#portal/language/in-language.ts';

export const words = {
  menu: {
    network: { vi: 'Kết nối mạng', en: 'Network' },
  },
  network: {
    title: { vi: 'Kết nối mạng TSLCD', en: 'TSLCD connection' },
    lead: {
      vi: 'Máy này tới được hệ thống tốt không, và những cơ quan nào đã kiểm tra. Không đo, không giữ địa chỉ hay tên của máy nào.',
      en: 'Whether this computer reaches the system well, and which agencies have checked. No address or name of a computer is measured or kept.',
    },
    here: { vi: 'Kiểm tra máy này', en: 'Check this computer' },
    hereWhat: {
      vi: 'Đo đồng hồ, độ trễ, mất gói, gói lớn, tốc độ, proxy; nhiều nhất vài phút, không cần cài gì. Kết quả được ghi cho cơ quan đã chọn.',
      en: 'Measures clock, delay, loss, large messages, speed, proxy; a few minutes at most, nothing to install. The result is kept for the agency chosen.',
    },
    body: { vi: 'Cơ quan', en: 'Agency' },
    start: { vi: 'Kiểm tra', en: 'Check' },
    pings: { vi: 'Đang đo độ trễ và mất gói…', en: 'Measuring delay and loss…' },
    sizes: { vi: 'Đang thử gói nhỏ, gói lớn…', en: 'Trying small and large messages…' },
    speed: { vi: 'Đang đo tốc độ…', en: 'Measuring speed…' },
    passedHere: { vi: 'Đạt: máy này dùng được hệ thống.', en: 'Passed: the system works from here.' },
    failedHere: { vi: 'Chưa đạt. Nguyên nhân và việc cần làm:', en: 'Not passed. Why, and what to do:' },
    remark: { vi: 'Điều nên biết:', en: 'A remark:' },
    code: { vi: 'Mã cho máy chưa đăng nhập được', en: 'A code for a computer that cannot sign in' },
    codeWhat: {
      vi: 'Máy khác của cơ quan chạy “congvu netcheck” với mã này thì kết quả được gửi về. Mã dùng trong một ngày, cho {{uses}} máy.',
      en: 'Another computer of the agency that runs “congvu netcheck” with this code sends its result. Good for a day and {{uses}} computers.',
    },
    makeCode: { vi: 'Tạo mã', en: 'Make a code' },
    codeMade: { vi: 'Chạy lệnh này trên máy cần kiểm tra, trước {{at}}:', en: 'Run this on the computer to be checked, before {{at}}:' },
    bodies: { vi: 'Các cơ quan', en: 'Agencies' },
    totals: {
      vi: '{{failed}} chưa đạt · {{never}} chưa kiểm tra · {{passed}} đạt',
      en: '{{failed}} not passed · {{never}} never checked · {{passed}} passed',
    },
    filter: { vi: 'Lọc', en: 'Narrow' },
    standing: { vi: 'Kết quả', en: 'Result' },
    every: { vi: 'Tất cả', en: 'All' },
    standings: {
      failed: { vi: 'Chưa đạt', en: 'Not passed' },
      never: { vi: 'Chưa kiểm tra', en: 'Never checked' },
      passed: { vi: 'Đạt', en: 'Passed' },
    },
    text: { vi: 'Tên hoặc mã cơ quan', en: 'Name or code of an agency' },
    last: { vi: 'Lần cuối', en: 'Last check' },
    found: { vi: 'Phát hiện', en: 'Found' },
    by: {
      desk: { vi: 'congvu netcheck', en: 'congvu netcheck' },
      browser: { vi: 'trình duyệt', en: 'browser' },
    },
    none: { vi: 'Không có cơ quan nào như vậy', en: 'There is no such agency' },
    noneNext: { vi: 'Bỏ bớt điều kiện lọc.', en: 'Take a condition away.' },
    export: { vi: 'Tải bảng (CSV)', en: 'Table (CSV)' },
  },
} satisfies WordTree;
