import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeList } from '#standard/code-lists.ts';
import { IDENTITY_FIELDS, matchAnswer } from './match.ts';
import type { Citizen, MatchLevel, StatedIdentity } from './shapes.ts';

const stated = (more: Partial<StatedIdentity> = {}): StatedIdentity => ({
  nationalId: '000190000001',
  name: 'Nguyễn Thị Hoà',
  birth: '1990-02-28',
  sex: '2',
  ethnicity: '01',
  ...more,
});
const citizen = (more: Partial<Citizen> = {}): Citizen => ({
  nationalId: '000190000001',
  oldId: '',
  name: 'NGUYỄN THỊ HOÀ',
  birth: '1990-02-28',
  sex: '2',
  ethnicity: '01',
  homeTown: null,
  residence: null,
  ...more,
});
const matched = (ours: Partial<StatedIdentity>, theirs: Partial<Citizen>) =>
  matchAnswer(stated(ours), { kind: 'found', citizen: citizen(theirs) })!;

test('all four equal, whatever the case of letters: the identity is verified', () => {
  assert.deepEqual(matched({}, {}), {
    level: 'KHOP',
    fields: { soDinhDanh: 'KHOP', hoTenKhaiSinh: 'KHOP', ngaySinh: 'KHOP', gioiTinh: 'KHOP', danToc: 'KHOP' },
  });
});

// field, what we say, what the source says, level of the field, level of the whole
const TABLE: readonly (readonly [
  keyof ReturnType<typeof matched>['fields'],
  Partial<StatedIdentity>,
  Partial<Citizen>,
  MatchLevel | undefined,
  MatchLevel,
])[] = [
  ['hoTenKhaiSinh', { name: ' nguyễn  thị hoà' }, {}, 'KHOP', 'KHOP'],
  ['hoTenKhaiSinh', { name: 'Nguyễn Thị Hoà'.normalize('NFD') }, {}, 'KHOP', 'KHOP'],
  ['hoTenKhaiSinh', { name: 'Nguyễn\u00a0Thị\u200b Hoà' }, {}, 'KHOP', 'KHOP'],
  ['hoTenKhaiSinh', { name: 'Ðặng Thị Lan' }, { name: 'ĐẶNG THỊ LAN' }, 'KHOP', 'KHOP'],
  ['hoTenKhaiSinh', { name: 'Nguyễn Thị Hòa' }, {}, 'GAN_KHOP', 'GAN_KHOP'],
  ['hoTenKhaiSinh', { name: 'Lý Văn A' }, { name: 'LÍ VĂN A' }, 'GAN_KHOP', 'GAN_KHOP'],
  ['hoTenKhaiSinh', {}, { name: 'NGUYEN THI HOA' }, 'GAN_KHOP', 'GAN_KHOP'],
  ['hoTenKhaiSinh', {}, { name: 'NGUYỄN THỊ HOÀN' }, 'LECH', 'LECH'],
  ['hoTenKhaiSinh', {}, { name: '' }, 'CHUA', 'GAN_KHOP'],
  ['ngaySinh', {}, { birth: '1990' }, 'GAN_KHOP', 'GAN_KHOP'],
  ['ngaySinh', { birth: '1990' }, {}, 'GAN_KHOP', 'GAN_KHOP'],
  ['ngaySinh', { birth: '1990-02' }, {}, 'GAN_KHOP', 'GAN_KHOP'],
  ['ngaySinh', { birth: '1990-02' }, { birth: '1990' }, 'GAN_KHOP', 'GAN_KHOP'],
  ['ngaySinh', { birth: '1970' }, { birth: '1970' }, 'KHOP', 'KHOP'],
  ['ngaySinh', {}, { birth: '1990-02-27' }, 'LECH', 'LECH'],
  ['ngaySinh', {}, { birth: '1991' }, 'LECH', 'LECH'],
  ['ngaySinh', { birth: '' }, {}, 'CHUA', 'GAN_KHOP'],
  ['gioiTinh', {}, { sex: '1' }, 'LECH', 'LECH'],
  ['gioiTinh', {}, { sex: '' }, 'CHUA', 'GAN_KHOP'],
  ['soDinhDanh', {}, { nationalId: '000190000002' }, 'LECH', 'LECH'],
  ['soDinhDanh', { nationalId: '012345678' }, { oldId: '012345678' }, 'GAN_KHOP', 'GAN_KHOP'],
  ['soDinhDanh', {}, { nationalId: '' }, 'CHUA', 'GAN_KHOP'],
  // beyond the four: shown to the officer, they do not change the whole
  ['danToc', { ethnicity: '02' }, {}, 'LECH', 'KHOP'],
  ['danToc', { ethnicity: '' }, {}, 'CHUA', 'KHOP'],
  ['queQuan', { homeTown: { province: '01', commune: '00004' } }, { homeTown: { province: '01', commune: '00004' } }, 'KHOP', 'KHOP'],
  ['queQuan', { homeTown: { province: '01', commune: '00004' } }, { homeTown: { province: '01', commune: '' } }, 'GAN_KHOP', 'KHOP'],
  ['thuongTru', { residence: { province: '01', commune: '00004' } }, { residence: { province: '01', commune: '99999' } }, 'LECH', 'KHOP'],
  ['thuongTru', { residence: null }, { residence: { province: '01', commune: '00004' } }, undefined, 'KHOP'],
];

test('the levels, field by field', () => {
  for (const [field, ours, theirs, level, whole] of TABLE) {
    const result = matched(ours, theirs);
    assert.deepEqual([result.fields[field], result.level], [level, whole], `${field}: ${JSON.stringify(ours)} | ${JSON.stringify(theirs)}`);
  }
});

test('an address in the units of before 1 July 2025 is near the same place in today’s', () => {
  // The commune tables: what was 00001 is part of 00097, phường Hồng Hà, today.
  const today = matched({ homeTown: { province: '01', commune: '00001' } }, { homeTown: { province: '01', commune: '00097' } }).fields
    .queQuan;
  const back = matched({ homeTown: { province: '01', commune: '00097' } }, { homeTown: { province: '01', commune: '00001' } }).fields
    .queQuan;
  assert.deepEqual([today, back], ['GAN_KHOP', 'GAN_KHOP']);
});

test('not found is said of each of the four; a source that gave no answer says nothing about the person', () => {
  const result = matchAnswer(stated(), { kind: 'not-found' })!;
  assert.deepEqual(result, {
    level: 'KHONG_TIM_THAY',
    fields: { soDinhDanh: 'KHONG_TIM_THAY', hoTenKhaiSinh: 'KHONG_TIM_THAY', ngaySinh: 'KHONG_TIM_THAY', gioiTinh: 'KHONG_TIM_THAY' },
  });
  assert.equal(matchAnswer(stated(), { kind: 'unavailable', reason: 'timeout', retryAfterMs: null }), null);
  assert.equal(matchAnswer(stated(), { kind: 'refused', code: 'HTTP-401' }), null);
});

const LEVELS = new Set(codeList('muc_khop').entries.map((entry) => entry.code));

const someone = fc.record({
  nationalId: fc.constantFrom('000190000001', '000190000002', '012345678'),
  name: fc.constantFrom('Nguyễn Thị Hoà', 'NGUYỄN THỊ HÒA', 'Nguyen Thi Hoa', 'Trần B', ''),
  birth: fc.constantFrom('1990-02-28', '1990-02', '1990', '1991', ''),
  sex: fc.constantFrom('1', '2', ''),
  ethnicity: fc.constantFrom('01', '02', ''),
});

test('the whole is KHOP exactly when each of the four is; one that differs makes it LECH', () => {
  fc.assert(
    fc.property(someone, someone, fc.constantFrom('', '012345678'), (ours, theirs, oldId) => {
      const { level, fields } = matchAnswer(ours, { kind: 'found', citizen: citizen({ ...theirs, oldId }) })!;
      const four = IDENTITY_FIELDS.map((field) => fields[field]);
      assert.equal(
        level === 'KHOP',
        four.every((one) => one === 'KHOP'),
      );
      assert.equal(level === 'LECH', four.includes('LECH'));
    }),
  );
});

test('a result holds levels and nothing of the citizen', () => {
  fc.assert(
    fc.property(someone, someone, (ours, theirs) => {
      const { fields } = matchAnswer(ours, { kind: 'found', citizen: citizen(theirs) })!;
      for (const value of Object.values(fields)) assert.ok(LEVELS.has(value), value);
    }),
  );
});
