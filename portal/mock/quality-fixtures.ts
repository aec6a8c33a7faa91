/** How good an invented record is. Never shipped. */
import type { RecordQuality } from '#portal/api/generated/api.ts';
import { both } from './both.ts';

export const QUALITY: RecordQuality = {
  level: 0,
  confidence: 'medium',
  words: [
    { word: 'DUNG', passed: 20, asked: 22 },
    { word: 'DU', passed: 74, asked: 83 },
    { word: 'SACH', passed: 30, asked: 30 },
    { word: 'SONG', passed: 2, asked: 4 },
    { word: 'THONG_NHAT', passed: 0, asked: 0 },
  ],
  failed: [
    {
      id: 'DU.F.viTriViecLam.ten',
      word: 'DU',
      level: 1,
      title: both('Tên vị trí việc làm', 'Name of the job position'),
      group: 'F',
      gain: 36,
    },
    { id: 'DU.E.coQuanTuyenDung', word: 'DU', level: 1, title: both('Cơ quan tuyển dụng', 'Recruiting agency'), group: 'E', gain: 36 },
    {
      id: 'Q28',
      word: 'SONG',
      level: 2,
      title: both('Đến hạn nâng bậc lương thì đã có diễn biến lương mới', 'a raise that was due stands in the record'),
      group: 'G',
      gain: 500,
    },
    {
      id: 'Q21',
      word: 'DUNG',
      level: 2,
      title: both('Quá trình công tác liên tục, không trống quá 3 tháng', 'the career has no gap'),
      group: 'K',
      gain: 91,
    },
    { id: 'DU.A.anh4x6', word: 'DU', level: 2, title: both('Ảnh chân dung (4x6; thẻ 3x4)', 'Portrait'), group: 'A', gain: 24 },
    { id: 'DU.I.quanLyNhaNuoc', word: 'DU', level: 2, title: both('Quản lý nhà nước', 'State management'), group: 'I', gain: 24 },
  ],
  notMeasured: [
    {
      id: 'Q29',
      word: 'SONG',
      level: 2,
      title: both('Đã đối soát dân cư trong 90 ngày qua', 'compared with the population database within 90 days'),
      group: null,
      gain: 0,
    },
  ],
};
