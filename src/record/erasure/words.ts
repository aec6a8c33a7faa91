/** Words that stand inside the problems of this room. */
import type { Bilingual } from '#base/problem.ts';
import type { KeptBy } from './grounds.ts';
import type { Unsettled } from './shapes.ts';

const STANDING: Readonly<Record<Unsettled, Bilingual>> = {
  items: { vi: 'mục đang chờ đối soát hoặc xác nhận', en: 'items that wait to be matched or confirmed' },
  files: { vi: 'tệp có tên người này còn việc chưa xong', en: 'a file that names the person is not done with' },
  cases: { vi: 'vụ việc chưa kết thúc', en: 'a case that is not over' },
  merged: { vi: 'hồ sơ đã hợp nhất với hồ sơ khác', en: 'the record is one with another' },
  'first-load': { vi: 'đợt đưa dữ liệu khởi tạo chưa xong', en: 'a first load that is not done' },
  // Read by both: the body that asked, and the one that would ask now.
  moved: {
    vi: 'hồ sơ đã chuyển sang cơ quan khác quản lý sau khi có đề nghị hủy',
    en: 'another agency manages the record since its erasure was asked for',
  },
};
export const standingWords = (standing: readonly Unsettled[]): Bilingual => ({
  vi: standing.map((one) => STANDING[one].vi).join(', '),
  en: standing.map((one) => STANDING[one].en).join(', '),
});

export function keptWords({ why, until }: KeptBy): Bilingual {
  if (why === 'left')
    return {
      vi: 'người này đã từng phục vụ, hồ sơ là tài liệu lưu trữ',
      en: 'the person has served, and the record is one of the archive',
    };
  if (why === 'in-service') return { vi: 'người này đang công tác', en: 'the person is in service' };
  return until === null
    ? { vi: 'chưa rõ ngày thôi phục vụ nên thời hạn lưu chưa tính được', en: 'the day of leaving is not known, so the term has no end yet' }
    : { vi: `thời hạn lưu đến ${until}`, en: `its term runs until ${until}` };
}
