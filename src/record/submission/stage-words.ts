/** A stage of a file in words, for problems. */
import type { FileStage } from './shapes.ts';

const WORDS: Readonly<Record<FileStage, string>> = {
  queued: 'đang chờ đọc',
  reading: 'đang đọc',
  checked: 'đã kiểm tra',
  submitted: 'đã gửi',
  refused: 'không đọc được',
  withdrawn: 'đã rút',
};

export const stageWords = (stage: FileStage): string => WORDS[stage];
