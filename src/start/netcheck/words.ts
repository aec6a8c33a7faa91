/** Words of `congvu netcheck`, in both languages. */
import type { Bilingual } from '#base/problem.ts';
import { numberWords } from '#base/vietnamese/number-words.ts';
import type { Measurements } from '#uses/netcheck/shapes.ts';
import type { MeasureStep } from './measure.ts';

export const STEP_WORDS: Readonly<Record<MeasureStep, Bilingual>> = {
  name: { vi: 'tìm địa chỉ của tên máy chủ …', en: 'looking for the address of the name …' },
  connection: { vi: 'kết nối, bắt tay TLS …', en: 'connecting, TLS handshake …' },
  answer: { vi: 'hỏi máy chủ …', en: 'asking the server …' },
  pings: { vi: 'đo độ trễ và mất gói …', en: 'measuring delay and loss …' },
  sizes: { vi: 'thử gói nhỏ, gói lớn …', en: 'trying small and large messages …' },
  speed: { vi: 'đo tốc độ …', en: 'measuring speed …' },
};

export const NETCHECK_WORDS = {
  noServer: {
    vi: 'Thiếu hoặc sai địa chỉ máy chủ. Thí dụ: congvu netcheck https://can-bo.example.gov.vn',
    en: 'The address of the server is missing or wrong. Example: congvu netcheck https://can-bo.example.gov.vn',
  },
  noProxy: {
    vi: 'Địa chỉ proxy không đúng dạng http://tài-khoản:mật-khẩu@máy:cổng (--proxy hoặc HTTPS_PROXY).',
    en: 'The proxy is not of the form http://account:password@host:port (--proxy or HTTPS_PROXY).',
  },
  begins: {
    vi: 'Kiểm tra đường mạng từ máy này tới {host}; mất nhiều nhất hai phút.',
    en: 'Checking the network from here to {host}; two minutes at most.',
  },
  passed: { vi: '✓ Đạt: máy này dùng được hệ thống.', en: '✓ Passed: the system works from here.' },
  remarks: { vi: '✓ Đạt, có điều nên biết:', en: '✓ Passed, with a remark:' },
  sent: { vi: 'Đã gửi kết quả cho trung tâm.', en: 'The result was sent to the centre.' },
  notSent: { vi: 'Chưa gửi được kết quả: {why}', en: 'The result was not sent: {why}' },
  notReached: {
    vi: 'không tới được máy chủ; chụp lại màn hình này và gửi cho cán bộ công nghệ thông tin.',
    en: 'the server is not reached; give this text to your IT staff.',
  },
  failed: { vi: 'Chưa đạt. Nguyên nhân và việc cần làm:', en: 'Not passed. Why, and what to do:' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const number = (value: number): Bilingual => numberWords(String(value));
const megabits = (rate: number): Bilingual => number(Math.round(rate / 100_000) / 10);

/** What was measured, a line each; what was not come to has none. */
export function measuredLines({ name, connection, tls, clockAheadSeconds, pings, downRate, upRate }: Measurements): Bilingual[] {
  const lines: Bilingual[] = [];
  const stepLine = (vi: string, en: string, of: { readonly code: string | null; readonly ms: number } | null): void => {
    if (of) lines.push({ vi: `${vi}: ${of.code ?? `tốt, ${of.ms} mili giây`}`, en: `${en}: ${of.code ?? `well, ${of.ms} ms`}` });
  };
  stepLine('Tên máy chủ', 'Name', name);
  stepLine('Kết nối', 'Connection', connection);
  stepLine('TLS', 'TLS', tls);
  if (clockAheadSeconds !== null)
    lines.push({
      vi: `Đồng hồ: lệch ${number(Math.abs(clockAheadSeconds)).vi} giây`,
      en: `Clock: ${number(Math.abs(clockAheadSeconds)).en} seconds off`,
    });
  const times = pings.filter((ms) => ms !== null).toSorted((a, b) => a - b);
  if (pings.length > 0) {
    const middle = times[Math.floor(times.length / 2)] ?? 0;
    lines.push({
      vi: `Hỏi đáp: ${times.length}/${pings.length} lần có trả lời, thường ${middle} mili giây`,
      en: `Questions: ${times.length} of ${pings.length} answered, mostly in ${middle} ms`,
    });
  }
  if (downRate !== null && upRate !== null)
    lines.push({
      vi: `Tốc độ: tải về ${megabits(downRate).vi}, gửi lên ${megabits(upRate).vi} Mbit/giây`,
      en: `Speed: ${megabits(downRate).en} Mbit/s down, ${megabits(upRate).en} up`,
    });
  return lines;
}
