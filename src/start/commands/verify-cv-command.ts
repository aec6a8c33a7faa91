/** `congvu verify cv`: the file of an e-CV at home, against published keys. Offline but for what is named as an address. */
import type { Bilingual } from '#base/problem.ts';
import { checkCv, readCv } from '#record/conversion/check-cv.ts';
import type { CvCheck } from '#record/conversion/check-cv.ts';
import { readKeys } from './named-keys.ts';
import { CannotUse, readPlace } from './named-places.ts';

export interface VerifyCvOptions {
  /** the JSON file, also as it was saved out of the PDF: a path or an address */
  readonly cv: string;
  /** the key of the agency, or a set of keys: a path or an address */
  readonly keys: string | null;
  readonly json: boolean;
}

export interface VerifyCvIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
}

const CHARS_MAX = 8_000_000;

const SAID: Readonly<Record<CvCheck, Bilingual>> = {
  right: { vi: 'Chữ ký đúng: nội dung nguyên như khi lập.', en: 'The signature is right: it says what it said when it was made.' },
  wrong: {
    vi: 'Chữ ký SAI: không phải e-CV của khóa này, hoặc đã bị sửa.',
    en: 'The signature is WRONG: not of this key, or changed since.',
  },
  'no-key': {
    vi: 'Chưa kiểm tra được: trong các khóa đã cho không có khóa ký e-CV này. Lấy khóa của cơ quan tại /api/v1/keys/<kid>.',
    en: 'Not checked: the key of this e-CV is not among those given. The key of the agency is at /api/v1/keys/<kid>.',
  },
};
const SIGN: Readonly<Record<CvCheck, string>> = { right: '✓', wrong: '✗', 'no-key': '!' };
const EXIT: Readonly<Record<CvCheck, number>> = { right: 0, wrong: 1, 'no-key': 2 };

/** Exit 0 right, 1 not right, 2 could not be checked, 64 something that was named cannot be used. */
export async function runVerifyCv(asked: VerifyCvOptions, io: VerifyCvIo): Promise<number> {
  try {
    const read = readCv(await readPlace(asked.cv, CHARS_MAX));
    if (!read) throw new CannotUse(`${asked.cv}: không phải e-CV (JWS dạng JSON) · no e-CV (a JWS in JSON)`);
    const { check, document, key } = await checkCv(read, await readKeys(asked.keys));
    if (asked.json) io.answer(JSON.stringify({ check, kid: key?.kid ?? null, document }));
    else {
      io.answer(`${SIGN[check]} ${SAID[check].vi} · ${SAID[check].en}`);
      // What is not verified is not told as if it were.
      if (document && check === 'right')
        io.answer(
          [
            `  Số · Number: ${document.number}`,
            `  Cơ quan · Agency: ${document.body.name} (${document.body.code})`,
            `  Dữ liệu đến ngày · Data as of: ${document.dataOf}`,
            `  Nhóm còn phần chưa xác nhận · Groups not wholly confirmed: ${document.leftOut.components}`,
          ].join('\n'),
        );
    }
    return EXIT[check];
  } catch (error) {
    if (!(error instanceof CannotUse)) throw error;
    io.print(`Không dùng được. · Cannot be used. (${error.message})`);
    return 64;
  }
}
