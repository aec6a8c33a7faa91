import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveAddress, type UnitsOf } from './addresses.ts';
import { codeList, entriesAt, successorsAt } from './code-lists.ts';

const today = '2026-11-24';
const resolve = (province: string, eventOn: string, unitsOf: UnitsOf | null = null, commune = '', district = '') =>
  resolveAddress({ province, commune, unitsOf, ...(district === '' ? {} : { district }) }, { eventOn, today });
/** The answer in short. */
const short = (...asked: Parameters<typeof resolve>): string => {
  const answer = resolve(...asked);
  if (answer.kind === 'found') {
    const others = answer.namesakes.slice(1).map(({ provinceCode }) => provinceCode);
    return [answer.provinceCode, answer.communeCode, answer.unitsOf, others.length > 0 ? `also ${others.join(' ')}` : null]
      .filter(Boolean)
      .join(' ');
  }
  if (answer.kind === 'which-day') return `ask ${answer.candidates.map(({ provinceCode }) => provinceCode).join(' ')}`;
  const { part, resolution } = answer.trouble;
  return `${part} ${resolution.kind}`;
};

// Acts of each change: `can_cu` and `thanh_lap` of the rows in `codelists/dvhc_tinh.json`.
test('a province of the past is accepted for who was born in it', () => {
  const rows: [province: string, born: string, code: string][] = [
    ['Hà Tây', '1975-05-01', '28'],
    ['Hà Tây', '2000-01-01', '28'],
    ['Hà Sơn Bình', '1980-01-01', 'LS_HA_SON_BINH'],
    ['Hà Nam Ninh', '1985-06-01', 'LS_HA_NAM_NINH'],
    ['Nam Hà', '1970-01-01', 'LS_NAM_HA'],
    ['Nam Hà', '1995-01-01', 'LS_NAM_HA'],
    ['Hải Hưng', '1990-01-01', 'LS_HAI_HUNG'],
    ['Vĩnh Phú', '1982-01-01', 'LS_VINH_PHU'],
    ['Hà Bắc', '1969-01-01', 'LS_HA_BAC'],
    ['Bắc Thái', '1988-01-01', 'LS_BAC_THAI'],
    ['Cao Lạng', '1977-01-01', 'LS_CAO_LANG'],
    ['Hà Tuyên', '1983-01-01', 'LS_HA_TUYEN'],
    ['Hoàng Liên Sơn', '1983-01-01', 'LS_HOANG_LIEN_SON'],
    ['Nghĩa Lộ', '1970-01-01', 'LS_NGHIA_LO'],
    ['Nghệ Tĩnh', '1984-01-01', 'LS_NGHE_TINH'],
    ['Bình Trị Thiên', '1980-01-01', 'LS_BINH_TRI_THIEN'],
    ['Nghĩa Bình', '1985-01-01', 'LS_NGHIA_BINH'],
    ['Phú Khánh', '1985-01-01', 'LS_PHU_KHANH'],
    ['Thuận Hải', '1985-01-01', 'LS_THUAN_HAI'],
    ['Gia Lai - Kon Tum', '1985-01-01', 'LS_GIA_LAI_KON_TUM'],
    ['Gia Lai – Kon Tum', '1985-01-01', 'LS_GIA_LAI_KON_TUM'],
    ['Quảng Nam - Đà Nẵng', '1990-01-01', 'LS_QUANG_NAM_DA_NANG'],
    ['Sông Bé', '1990-01-01', 'LS_SONG_BE'],
    ['Minh Hải', '1990-01-01', 'LS_MINH_HAI'],
    ['Cửu Long', '1990-01-01', 'LS_CUU_LONG'],
    ['Vũng Tàu - Côn Đảo', '1985-01-01', 'LS_VUNG_TAU_CON_DAO'],
    ['Long Châu Hà', '1975-01-01', 'LS_LONG_CHAU_HA'],
    ['Gò Công', '1968-01-01', 'LS_GO_CONG'],
    ['Biên Hòa', '1968-01-01', 'LS_BIEN_HOA'],
    ['Kiến Hòa', '1968-01-01', 'LS_KIEN_HOA'],
    ['Thừa Thiên', '1968-01-01', '46'],
    ['Bến Tre', '1968-01-01', '83'],
    ['Kiến An', '1960-01-01', 'LS_KIEN_AN'],
    ['Sài Gòn', '1970-01-01', 'LS_SAI_GON'],
    ['Sài Gòn', '1990-01-01', '79'],
    ['Nghệ An', '1970-01-01', '40'],
    ['Nghệ An', '1995-01-01', '40'],
    ['Thừa Thiên Huế', '1995-01-01', '46'],
  ];
  for (const [province, born, code] of rows) assert.equal(short(province, born), `${code} NGAY_SU_KIEN`, `${province}, ${born}`);
});

test('the name of the papers of a later day is accepted too, and the record says so', () => {
  const rows: [province: string, born: string, answer: string][] = [
    ['Nam Định', '1980-01-01', '36 THOI_DIEM_KHAC'],
    ['Hà Giang', '1985-01-01', '02 THOI_DIEM_KHAC'],
    ['Bình Dương', '1985-01-01', '74 THOI_DIEM_KHAC'],
    ['36', '1980-01-01', '36 THOI_DIEM_KHAC'],
    ['Hà Tây', '1985-01-01', '28 THOI_DIEM_KHAC'],
    ['Nghệ An', '1980-01-01', '40 HIEN_NAY'],
    ['TP.HCM', '1970-01-01', '79 HIEN_NAY'],
    ['Huế', '1980-01-01', '46 HIEN_NAY'],
    // Of 1991 and of 2025; the later one took in all of the earlier, so what is said stays true.
    ['Lào Cai', '1980-01-01', '15 HIEN_NAY'],
    ['Bắc Ninh', '1980-01-01', '24 HIEN_NAY'],
  ];
  for (const [province, born, answer] of rows) assert.equal(short(province, born), answer, `${province}, ${born}`);
});

test('a name that two units bore is told beside the unit of the day, or asked when none stood then', () => {
  const rows: [province: string, born: string, answer: string][] = [
    ['Hậu Giang', '1985-01-01', 'LS_HAU_GIANG NGAY_SU_KIEN also 93'],
    ['Hậu Giang', '1975-01-01', 'ask LS_HAU_GIANG 93'],
    ['Hậu Giang', '2006-01-01', '93 NGAY_SU_KIEN'],
    ['Lai Châu', '1975-01-01', 'LS_LAI_CHAU NGAY_SU_KIEN also 12'],
    ['Lai Châu', '1957-01-01', '12 HIEN_NAY also LS_LAI_CHAU'],
    ['Đắk Lắk', '1990-01-01', 'LS_DAK_LAK NGAY_SU_KIEN also 66'],
    ['Cần Thơ', '1995-01-01', 'LS_CAN_THO NGAY_SU_KIEN also 92'],
    ['Bạc Liêu', '1970-01-01', 'LS_BAC_LIEU NGAY_SU_KIEN also 95'],
    ['Bình Thuận', '1970-01-01', 'LS_BINH_THUAN NGAY_SU_KIEN also 60'],
    ['Quảng Nam', '1970-01-01', 'LS_QUANG_NAM NGAY_SU_KIEN also 49'],
    // One unit, merged away and restored, renamed, or enlarged: nothing to tell.
    ['Gia Lai', '1995-01-01', '64 NGAY_SU_KIEN'],
    ['Tuyên Quang', '1995-01-01', '08 NGAY_SU_KIEN'],
    ['An Giang', '1970-01-01', 'LS_AN_GIANG NGAY_SU_KIEN'],
    // A bare code that was used again.
    ['15', '1985-01-01', 'ask 15 15'],
    ['15', '1995-01-01', 'ask 15 15'],
    ['75', '1990-01-01', '75 NGAY_SU_KIEN'],
    ['46', '1995-01-01', '46 NGAY_SU_KIEN'],
  ];
  for (const [province, born, answer] of rows) assert.equal(short(province, born), answer, `${province}, ${born}`);
  // What the sender says of the day is kept to.
  assert.equal(short('Hậu Giang', '1985-01-01', 'THOI_DIEM_KHAC'), '93 THOI_DIEM_KHAC');
  assert.equal(short('Hậu Giang', '1985-01-01', 'NGAY_SU_KIEN'), 'LS_HAU_GIANG NGAY_SU_KIEN');
  assert.equal(short('LS_HAU_GIANG', '1975-01-01'), 'LS_HAU_GIANG THOI_DIEM_KHAC');
});

test('a province that had ended before the day is told, with what took its place', () => {
  const rows: [province: string, born: string, until: string, heirs: string][] = [
    ['Hà Tây', '2010-01-01', '2008-07-31', '01'],
    ['Hải Hưng', '1998-01-01', '1996-12-31', '30 33'],
    ['Sông Bé', '1999-01-01', '1996-12-31', '74 70'],
    ['Nghệ Tĩnh', '1995-01-01', '1991-08-11', '40 42'],
    ['Hà Nam Ninh', '1997-01-01', '1991-12-25', '37 35 36'],
    ['Bình Trị Thiên', '1995-01-01', '1989-06-29', '44 45 46'],
    ['Minh Hải', '2001-01-01', '1996-12-31', '96 95'],
    ['Cao Lạng', '1985-01-01', '1978-12-28', '04 20'],
    ['Hoàng Liên Sơn', '1999-01-01', '1991-08-11', '10 15'],
    ['Cửu Long', '1999-01-01', '1991-12-25', '86 84'],
    ['Vũng Tàu - Côn Đảo', '1999-01-01', '1991-08-11', '77'],
    ['Gia Định', '1980-01-01', '1976-07-01', '79'],
  ];
  for (const [province, born, until, heirs] of rows) {
    const answer = resolve(province, born);
    assert.ok(answer.kind === 'trouble' && answer.trouble.resolution.kind === 'closed', `${province}, ${born}`);
    const { resolution } = answer.trouble;
    assert.equal(resolution.until, until, province);
    assert.equal(resolution.allowed.map(({ code }) => code).join(' '), heirs, province);
  }
});

test('papers of the time of handing over still bear the old name', () => {
  assert.equal(short('Nghệ Tĩnh', '1991-10-01'), 'LS_NGHE_TINH NGAY_SU_KIEN');
  assert.equal(short('Nghệ An', '1991-10-01'), '40 NGAY_SU_KIEN');
  assert.equal(short('Nghệ Tĩnh', '1992-02-01'), 'maTinh closed');
});

test('a former province has the communes of the provinces that came from it', () => {
  assert.equal(short('Hà Nam Ninh', '1985-01-01', null, 'Xã Giao Thiện'), 'LS_HA_NAM_NINH 14161 NGAY_SU_KIEN');
  assert.equal(short('Hà Tây', '1995-01-01', null, 'Phường Nguyễn Trãi', 'Quận Hà Đông'), 'maXa without-code');
  assert.equal(short('Hà Tây', '1995-01-01', null, 'Xã Cổ Đông'), '28 09616 NGAY_SU_KIEN');
  assert.equal(short('Hà Tây', '1995-01-01', null, 'Xã Không Có Đâu'), 'maXa unknown');
});

test('the history has no gap: who goes through it from any unit comes to a province of today', () => {
  const now = new Set(entriesAt('dvhc_tinh', today));
  for (const entry of codeList('dvhc_tinh').entries) {
    if (entry.validTo === null) continue;
    const heirs = successorsAt('dvhc_tinh', entry, today);
    assert.ok(heirs.length > 0 && heirs.every((heir) => now.has(heir)), `${entry.code} ${entry.name}`);
    // On the day it ended something stood in its place.
    assert.ok(successorsAt('dvhc_tinh', entry, entry.validTo).length > 0, `${entry.code} ${entry.name} on ${entry.validTo}`);
  }
});

test('a code of ours is never one of the statistics office, and names no two units on one day', () => {
  for (const { code } of codeList('dvhc_tinh').entries) assert.match(code, /^(?:\d{2}|LS_[A-Z_]{2,40})$/);
  for (const day of [
    '1950-01-01',
    '1960-01-01',
    '1970-01-01',
    '1977-01-01',
    '1985-01-01',
    '1990-01-01',
    '1992-01-01',
    '1997-01-01',
    '2004-01-01',
    '2009-01-01',
  ]) {
    const names = entriesAt('dvhc_tinh', day).map(({ name }) => name);
    assert.equal(new Set(names).size, names.length, day);
  }
  // As many as the country had: 40 from 1976 with Vũng Tàu – Côn Đảo, 53 after 1991, 61 in 1997, 64 in 2004, 63 in 2008.
  for (const [day, count] of [
    ['1980-01-01', 40],
    ['1992-01-01', 53],
    ['1997-01-01', 61],
    ['2004-01-01', 64],
    ['2008-08-01', 63],
  ] as const)
    assert.equal(entriesAt('dvhc_tinh', day).length, count, day);
});
