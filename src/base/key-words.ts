/** Why a key could not be had, in words that follow a colon. */
import type { Bilingual } from './problem.ts';

export const NOT_JSON: Bilingual = { vi: 'nội dung không đúng dạng', en: 'it is not of the form that it must have' };
export const NOT_32_BYTES: Bilingual = { vi: 'khóa phải dài đúng 32 byte', en: 'a key is 32 bytes long, no more and no fewer' };
export const NO_SUCH_FILE: Bilingual = { vi: 'không có tệp này', en: 'there is no such file' };

export const NO_ANSWER: Bilingual = { vi: 'không trả lời kịp', en: 'no answer in time' };
export const NOT_RUN = (code: string): Bilingual => ({ vi: `không chạy được (${code})`, en: `it could not be run (${code})` });
export const ENDED_WITH = (code: string): Bilingual => ({ vi: `kết thúc với mã ${code}`, en: `it ended with ${code}` });
export const NOT_BASE64: Bilingual = { vi: 'câu trả lời không phải một dòng base64', en: 'its answer is not one line of base64' };

/** Where master keys are kept. */
export const WITH_SERVICE: Bilingual = { vi: 'do dịch vụ khóa giữ', en: 'kept by the key service' };
export const IN_FILES: Bilingual = { vi: 'nằm trong tệp', en: 'in its file' };
