/** Changes of law of 2026, each as it stood on the day before and on its first day: pay, allowance, levels, contracts, places, titles, terms. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlainDate } from '#base/clock.ts';
import { addDays } from '#base/vietnamese/dates.ts';
import { entriesAt, entryAt } from './code-lists.ts';
import { lawParameter } from './law-parameters.ts';
import { payGroup, payGroupsOfLevel } from './pay-table.ts';
import { lawsDue } from './calendar/legal-terms.ts';

const named = (list: string, code: string) => (on: PlainDate) => entryAt(list, code, on)?.name ?? null;
const said = (list: string, code: string, key: string) => (on: PlainDate) => entryAt(list, code, on)?.attributes[key] ?? null;
const basePay = (on: PlainDate): unknown => entriesAt('luong_co_so', on).map(({ attributes }) => attributes['muc']);
const groupOf = (title: string) => (on: PlainDate) => payGroup('chuc_danh_nghe_nghiep', title, on)?.group ?? null;
const sourceOf = (key: Parameters<typeof lawParameter>[0], text: RegExp) => (on: PlainDate) =>
  text.test(lawParameter(key, on)?.source ?? '');

/** What it is asked of, the first day, what stood until the day before, what stands from then on, and by which law. */
const CHANGES: readonly (readonly [law: string, first: PlainDate, ask: (on: PlainDate) => unknown, before: unknown, after: unknown])[] = [
  ['NĐ 161/2026: base pay', '2026-07-01', basePay, [2_340_000], [2_530_000]],
  ['NĐ 07/2026: allowance of the head of a department (Cục)', '2026-01-01', said('phu_cap_chuc_vu', 'CUC_TRUONG', 'he_so'), null, '1.10'],
  ['NĐ 07/2026: a Cục without a class', '2026-01-01', said('phu_cap_chuc_vu', 'CUC_TRUONG', 'he_so_loai_2'), null, '1.00'],
  ['NĐ 07/2026: communes', '2026-01-01', said('phu_cap_chuc_vu', 'XA_CT_HN', 'he_so'), null, '0.70'],
  [
    'NĐ 07/2026: the row of a Vụ names no Cục any more',
    '2026-01-01',
    named('phu_cap_chuc_vu', 'TW_VT'),
    'Vụ trưởng, Cục trưởng, Chánh Văn phòng bộ và tương đương',
    'Vụ trưởng, Chánh Văn phòng bộ và tương đương',
  ],
  ['NĐ 232/2026: levels of public employees', '2026-07-01', (on) => entriesAt('bac_nghe_nghiep', on).length, 0, 5],
  ['NĐ 232/2026: pay of level 4', '2026-07-01', (on) => payGroupsOfLevel('4', on).map(({ group }) => group), [], ['A2.1', 'A2.2']],
  ['NĐ 232/2026: groups of positions', '2026-07-01', named('nhom_vi_tri_viec_lam', 'VC_CMNV'), null, 'Chuyên môn, nghiệp vụ (viên chức)'],
  [
    'NĐ 235/2026: contracts',
    '2026-07-01',
    (on) => entriesAt('loai_hop_dong', on).filter(({ code }) => code.startsWith('HD235')).length,
    0,
    3,
  ],
  ['NQ 36/2026/QH16', '2026-09-01', named('dvhc_tinh', '22'), 'Tỉnh Quảng Ninh', 'Thành phố Quảng Ninh'],
  ['NQ 39/2026/QH16', '2026-09-20', named('dvhc_tinh', '24'), 'Tỉnh Bắc Ninh', 'Thành phố Bắc Ninh'],
  ['NQ 388/NQ-UBTVQH16: a commune becomes a ward, its code stays', '2026-09-20', named('dvhc_xa', '07294'), 'Xã Bố Hạ', 'Phường Bố Hạ'],
  ['TT 21/2023/TT-BGDĐT', '2023-12-16', groupOf('V.07.06.16'), 'B', 'A0'],
  [
    'TT 10/2024/TT-BTP: a title that was not there',
    '2024-11-08',
    named('chuc_danh_nghe_nghiep', 'V.00.01.01'),
    null,
    'Viên chức đăng ký biện pháp bảo đảm hạng I',
  ],
  ['NĐ 234/2026, 2: discipline of public employees', '2026-07-01', sourceOf('disciplineInForceMonths', /234\/2026/), false, true],
  [
    'NĐ 259/2026: no probation of public employees (reported)',
    '2026-07-01',
    (on) => lawParameter('probationPayPercent', on)?.confidence,
    'known',
    'uncertain',
  ],
  [
    'Luật 129/2025: notice of retirement, not read again',
    '2026-07-01',
    (on) => lawParameter('retirementNoticeMonths', on)?.confidence,
    'found',
    'uncertain',
  ],
  ['NĐ 331/2026: level of security', '2026-08-19', named('attt_cap_do_3_va_dlcn', 'C4_WATCH'), null, 'Giám sát 24/7'],
  ['NĐ 27/2026, 18: a record within three days', '2026-07-01', (on) => lawsDue('ND27_18', on)?.lastDay ?? null, null, '2026-07-06'],
  ['NĐ 356/2025, 5: correcting within ten days', '2026-01-01', (on) => lawsDue('ND356_XEM_SUA', on)?.lastDay ?? null, null, '2026-01-12'],
];

test('each change is there from its first day on, and not a day before', () => {
  for (const [law, first, ask, before, after] of CHANGES) {
    assert.deepEqual(ask(addDays(first, -1)), before, `${law}: the day before ${first}`);
    assert.deepEqual(ask(first), after, `${law}: ${first}`);
  }
});

test('all twelve communes of Bắc Ninh changed on one day, and kept their codes', () => {
  const codes = ['07294', '07375', '07399', '07444', '07840', '09193', '09292', '09313', '09319', '09454', '09475', '09496'];
  for (const code of codes) {
    assert.match(entryAt('dvhc_xa', code, '2026-09-19')!.name, /^Xã /, code);
    assert.match(entryAt('dvhc_xa', code, '2026-09-20')!.name, /^Phường /, code);
  }
});
