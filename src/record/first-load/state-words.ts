/** A state of a first load in words, for problems. */
import type { Bilingual } from '#base/problem.ts';
import type { LoadState } from './shapes.ts';

const WORDS: Readonly<Record<LoadState, Bilingual>> = {
  gathering: { vi: 'nhận tệp', en: 'files are taken' },
  composing: { vi: 'đang chốt các dòng', en: 'the rows are being fixed' },
  sampling: { vi: 'kiểm tra mẫu', en: 'the sample is checked' },
  failed: { vi: 'mẫu có dòng sai', en: 'a row of the sample is wrong' },
  passed: { vi: 'chờ người ký thứ nhất', en: 'it waits for the first signature' },
  signed: { vi: 'chờ người ký thứ hai', en: 'it waits for the second signature' },
  registering: { vi: 'đang đưa vào CSDL', en: 'it is being registered' },
  registered: { vi: 'đã nạp xong', en: 'it is done' },
  withdrawn: { vi: 'đã hủy', en: 'it was withdrawn' },
};

export const stateWords = (state: LoadState): Bilingual => WORDS[state];
