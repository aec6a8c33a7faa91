/** A stage or a kind of a file in words, for problems. */
import type { FileStage, UploadKind } from './shapes.ts';

const WORDS: Readonly<Record<FileStage, string>> = {
  queued: 'đang chờ đọc',
  reading: 'đang đọc',
  checked: 'đã kiểm tra',
  submitted: 'đã gửi',
  refused: 'không đọc được',
  withdrawn: 'đã rút',
};

export const stageWords = (stage: FileStage): string => WORDS[stage];

/** What is sent into a submission of this kind: parameters of E-UPLOAD-OTHER-KIND. */
export const KIND_WORDS: Readonly<Record<UploadKind, { readonly wanted: string; readonly wantedEn: string }>> = {
  workbook: { wanted: 'biểu mẫu Excel', wantedEn: 'a workbook' },
  portraits: { wanted: 'ảnh chân dung', wantedEn: 'portraits' },
};
