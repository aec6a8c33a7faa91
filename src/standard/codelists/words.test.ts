import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#base/vietnamese/dates.ts';
import type { PlainDate } from '#base/clock.ts';
import { type CodeEntry, CODE_LIST_IDS, codeList, resolveCode } from '#standard/code-lists.ts';
import { SHARED_WORDS, USED_WORDS, WORD_SOURCES } from './words.ts';

const today = '2026-11-24';
/** A day on which the entry stands: today, or the nearest to it. */
const dayOf = ({ validFrom, validTo }: CodeEntry): PlainDate =>
  validTo !== null && validTo <= today ? addDays(validTo, -1) : validFrom !== null && validFrom > today ? validFrom : today;
const isSameWord = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

test('every word that people use names its entry, on a day of that entry', () => {
  for (const { list, code, words, on } of USED_WORDS)
    for (const word of words) {
      const entries = codeList(list).entries.filter((entry) => entry.code === code && entry.aliases.includes(word));
      assert.ok(entries.length > 0, `${list} ${code} ${word}`);
      const day = on ?? dayOf(entries.at(-1)!);
      const answer = resolveCode(list, word, day);
      assert.deepEqual([answer.kind, answer.kind === 'found' && answer.code], ['found', code], `${list}: ${word}`);
    }
});

test('a word with several meanings is asked about, never guessed', () => {
  for (const { list, word } of SHARED_WORDS)
    assert.equal(resolveCode(list, word, today).kind, 'ambiguous', `${list}: ${word}`);
});

test('every row has a list, a code, a known source or a reason, and no word twice', () => {
  for (const { list, code, words, source } of USED_WORDS) {
    assert.ok(CODE_LIST_IDS.includes(list) && codeList(list).entries.some((entry) => entry.code === code), `${list} ${code}`);
    assert.ok(WORD_SOURCES[source], source);
    assert.ok(words.length > 0 && words.every((word) => word.trim() === word && word.normalize('NFC') === word && word !== ''), `${list} ${code}`);
  }
  for (const { list, word, codes, why } of SHARED_WORDS) {
    assert.ok(codes.length > 1 && codes.every((code) => codeList(list).entries.some((entry) => entry.code === code)), `${list} ${word}`);
    assert.notEqual(why, '');
    assert.equal(
      USED_WORDS.some((row) => row.list === list && row.words.some((used) => isSameWord(used, word))),
      false,
      `${list}: ${word} is used and shared`,
    );
  }
  assert.ok(USED_WORDS.flatMap(({ words }) => words).length > 1_000);
});

// Where these were met: forms of people, North and South; sheets of bodies.
test('the words of forms and sheets', () => {
  const rows: [list: string, typed: string, answer: string][] = [
    ['quan_he_gia_dinh', 'Bố đẻ', 'CHA'],
    ['quan_he_gia_dinh', 'ba', 'CHA'],
    ['quan_he_gia_dinh', 'Má', 'ME'],
    ['quan_he_gia_dinh', 'Con trai', 'CON'],
    ['quan_he_gia_dinh', 'Em trai', 'EM'],
    ['quan_he_gia_dinh', 'Chị gái', 'CHI'],
    ['quan_he_gia_dinh', 'Bố vợ', 'CHA_VC'],
    ['quan_he_gia_dinh', 'Cha ruột', 'CHA'],
    ['quan_he_gia_dinh', 'Con dâu', 'CON_DAU'],
    ['quan_he_gia_dinh', 'Vợ/chồng', 'ambiguous'],
    ['trinh_do_chuyen_mon', 'Cử nhân', 'DH'],
    ['trinh_do_chuyen_mon', 'Kỹ sư', 'ambiguous'],
    ['trinh_do_chuyen_mon', 'Th.S', 'THS'],
    ['trinh_do_chuyen_mon', 'BSCKI', 'CK1'],
    ['ton_giao', 'Thiên Chúa giáo', '02'],
    ['ton_giao', 'Thiên Chúa', '02'],
    ['ton_giao', 'Cơ đốc giáo', 'ambiguous'],
    ['dan_toc', 'Kinh (Việt)', '01'],
    ['dan_toc', 'Chil', 'ambiguous'],
    ['tinh_trang_hon_nhan', 'Độc thân', '1'],
    ['tinh_trang_hon_nhan', 'Đã kết hôn', '2'],
    ['tinh_trang_hon_nhan', 'Có gia đình', '2'],
    ['tinh_trang_hon_nhan', 'Chưa có gia đình', '1'],
    ['ngoai_ngu', 'Anh', 'en'],
    ['ngoai_ngu_bac', 'B1', 'ambiguous'],
    ['ngoai_ngu_bac', 'B1VN', 'B1VN'],
    ['ngoai_ngu_bac', 'B1 khung châu Âu', 'B3VN'],
    ['ngoai_ngu_bac', 'A2', 'B2VN'],
    ['ngoai_ngu_bac', '3', 'B3VN'],
    ['trang_thai_cong_tac', 'Đang làm việc', 'DANG_LAM'],
    ['trang_thai_cong_tac', 'Nghỉ thai sản', 'NGHI_BHXH'],
    ['xep_loai_danh_gia', 'Hoàn thành', 'ambiguous'],
    ['xep_loai_danh_gia', 'Hoàn thành tốt', 'HTTNV'],
    ['loai_hop_dong', 'HĐ 68', 'HD68'],
    ['ky_luat', 'Sa thải', 'SA_THAI'],
    ['chuc_vu', 'Trưởng phòng', 'TP'],
    ['chuc_vu', 'Giám đốc', 'ambiguous'],
    ['quoc_tich', 'Hoa Kỳ', 'US'],
    ['quoc_tich', 'CHLB Đức', 'DE'],
    ['quoc_tich', 'Liên Xô', 'SU'],
    ['quoc_tich', 'Anh', 'GB'],
    ['dvhc_tinh', 'TP Hà Nội', '01'],
    ['dvhc_tinh', 'TP HCM', '79'],
    ['dvhc_tinh', 'HN', '01'],
    ['dvhc_tinh', 'TP. Huế', '46'],
    ['hang_thuong_binh', 'Hạng 1/4', '1/4'],
    ['tin_hoc', 'Tin học A', 'closed'],
    ['nhom_vi_tri_viec_lam', 'Chuyên môn, nghiệp vụ', 'VC_CMNV'],
    ['nhom_vi_tri_viec_lam', 'Hỗ trợ', 'VC_HT'],
  ];
  for (const [list, typed, expected] of rows) {
    const answer = resolveCode(list, typed, today);
    assert.equal(answer.kind === 'found' ? answer.code : answer.kind, expected, `${list}: ${typed}`);
  }
});
