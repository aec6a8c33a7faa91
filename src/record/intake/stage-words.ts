/** A stage or a kind of a file in words, for problems. */
import type { Bilingual } from '#base/problem.ts';
import type { FileStage, UploadKind } from './shapes.ts';

const WORDS: Readonly<Record<FileStage, Bilingual>> = {
  queued: { vi: 'đang chờ đọc', en: 'waiting to be read' },
  reading: { vi: 'đang đọc', en: 'being read' },
  checked: { vi: 'đã kiểm tra', en: 'checked' },
  submitted: { vi: 'đã gửi', en: 'sent' },
  refused: { vi: 'không đọc được', en: 'could not be read' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
};

export const stageWords = (stage: FileStage): Bilingual => WORDS[stage];

/** What is sent into a submission of this kind: parameters of E-UPLOAD-OTHER-KIND. */
export const KIND_WORDS: Readonly<Record<UploadKind, { readonly wanted: Bilingual }>> = {
  workbook: { wanted: { vi: 'biểu mẫu Excel', en: 'a workbook' } },
  portraits: { wanted: { vi: 'ảnh chân dung', en: 'portraits' } },
};
