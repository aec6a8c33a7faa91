/** A stage of a file in words, for problems. */
import type { Bilingual } from '#base/problem.ts';
import type { FileStage } from './shapes.ts';

const WORDS: Readonly<Record<FileStage, Bilingual>> = {
  queued: { vi: 'đang chờ đọc', en: 'waiting to be read' },
  reading: { vi: 'đang đọc', en: 'being read' },
  checked: { vi: 'đã kiểm tra', en: 'checked' },
  submitted: { vi: 'đã gửi', en: 'sent' },
  refused: { vi: 'không đọc được', en: 'could not be read' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  bound: { vi: 'đã chốt trong đợt nạp lần đầu', en: 'fixed in a first load' },
  loaded: { vi: 'đã nạp lần đầu', en: 'brought in by a first load' },
};

export const stageWords = (stage: FileStage): Bilingual => WORDS[stage];
