import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretMarkAmong, secretMarkOf } from './secret-mark.ts';

const CASES: readonly (readonly [string, ReturnType<typeof secretMarkOf>])[] = [
  ['TUYỆT MẬT', 'stamp'],
  ['Tối mật', 'stamp'],
  ['  [ TỐI MẬT ]', 'stamp'],
  ['TỐI MẬT'.normalize('NFD'), 'stamp'],
  ['T Ố I  M Ậ T', 'stamp'],
  ['Độ mật: Mật', 'stamp'],
  ['Mức độ mật - Tuyệt mật', 'stamp'],
  ['MẬT', 'short'],
  ['* MẬT *', 'short'],
  ['M Ậ T', 'short'],
  ['Quyết định về danh mục TỐI MẬT của ngành', 'mentioned'],
  ['12/QĐ-BNV (Mật)', 'mentioned'],
  ['07-CV/MẬT', 'mentioned'],
  ['Nguyễn Văn Mật', null],
  ['NGUYỄN VĂN MẬT', null],
  ['Mật', null],
  ['mật ong', null],
  ['Nuôi ong lấy mật', null],
  ['Bí mật nghề nghiệp', null],
  ['Vi phạm quy định bảo vệ bí mật nhà nước', null],
  ['công tác bảo mật, mật mã', null],
  ['Kết hôn tối mật thiết', null],
  ['Bệnh túi mật, cắt túi mật năm 2019', null],
  ['Thôn Mật, xã Hợp Thành', null],
  ['', null],
];
for (const [text, mark] of CASES)
  test(`${mark ?? 'no mark'}: ${text}`, () => {
    assert.equal(secretMarkOf(text), mark);
  });

test('among lines the weightiest counts', () => {
  assert.equal(secretMarkAmong(['danh mục TỐI MẬT của ngành', 'MẬT']), 'short');
  assert.equal(secretMarkAmong(['MẬT', 'Tuyệt mật', '']), 'stamp');
  assert.equal(secretMarkAmong(['mật ong']), null);
});
