import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAIMS, CLAIM_NAMES, DISCLOSABLE, isReserved, readClaims, typeMetadata } from './claims.ts';

test("the environment and the kind of employment always show; each other claim is the holder's to give", () => {
  assert.deepEqual(
    CLAIM_NAMES.filter((name) => CLAIMS[name].sd === 'never'),
    ['moi_truong', 'loai_vi_tri'],
  );
  assert.equal(DISCLOSABLE.length, CLAIM_NAMES.length - 2);
});

test('what a card never says: number of the citizen, birth, sex, address, people, belief, Party, pay, discipline, health', () => {
  for (const { from } of Object.values(CLAIMS))
    assert.doesNotMatch(from, /soDinhDanh|ngaySinh|gioiTinh|diaChi|danToc|tonGiao|dang[A-Z]|luong|kyLuat|sucKhoe|soHieuCbccvc|hoSoId/);
});

test('facts of the door have a place of their own', () => {
  const places = CLAIM_NAMES.flatMap((name) => CLAIMS[name].door ?? []);
  assert.equal(new Set(places).size, places.length);
});

test('a claim of a foreign shape spoils the card; a name outside the table is left aside', () => {
  const read = (said: Readonly<Record<string, unknown>>) => readClaims((name) => said[name]);
  assert.deepEqual(read({ ho_ten: 'Lê Văn Hạnh', mau_mat: 'nâu' }), { ho_ten: 'Lê Văn Hạnh' });
  for (const wrong of [
    { ho_ten: '' },
    { ho_ten: 5 },
    { ho_ten: 'x'.repeat(301) },
    { moi_truong: 'THẬT' },
    { cap: 'HUYEN' },
    { dang_cong_tac: 'true' },
    { het_han: '2026-02-30' },
    { het_han: 20_261_127 },
    { co_quan: 'Sở Nội vụ' },
    { co_quan: { ma: 'H26' } },
    { chuc_vu: { ma: 7, ten: 'Trưởng phòng' } },
    { anh: 'https://the.example/anh.jpg' },
    { anh: 'data:image/svg+xml;base64,PHN2Zz4=' },
    { anh: `data:image/jpeg;base64,${'A'.repeat(30_000)}` },
    { anh: 'data:image/jpeg;base64,AAAA"onerror=x' },
  ])
    assert.equal(read(wrong), null, JSON.stringify(wrong).slice(0, 60));
});

test('a disclosure can take no name that always shows or belongs to the format', () => {
  for (const name of ['moi_truong', 'vct', 'cnf', 'status', 'iss', 'exp', 'nbf', '_sd', '...', '__proto__'])
    assert.ok(isReserved(name), name);
  assert.ok(!isReserved('ho_ten'));
});

test('type metadata names every claim in both languages, and says of a demo that it is one', () => {
  const metadata = typeMetadata('https://the.example/vct/the-cbccvc/1', 'THU_NGHIEM') as {
    name: string;
    claims: { path: string[]; sd: string; display: { locale: string; label: string }[] }[];
  };
  assert.match(metadata.name, /THỬ NGHIỆM/);
  assert.deepEqual(
    metadata.claims.filter((one) => one.path.length === 1).map((one) => one.path[0]),
    CLAIM_NAMES,
  );
  for (const { display } of metadata.claims)
    assert.deepEqual(
      display.map((one) => one.locale),
      ['vi-VN', 'en-US'],
    );
  assert.equal(metadata.claims.find((one) => one.path[0] === 'moi_truong')?.sd, 'never');
});
