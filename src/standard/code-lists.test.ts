import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, isPlainDate } from '#base/vietnamese/dates.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { CODE_LIST_IDS, codeList, entriesAt, entryAt, heldAt, optionText, resolveCode, successorsAt } from './code-lists.ts';
import { processorMs } from '#base/effort-for-tests.ts';

const on = '2026-11-24';
/** The answer in short: kind and the codes in it. */
const short = (listId: string, typed: string, day = on): string => {
  const answer = resolveCode(listId, typed, day);
  switch (answer.kind) {
    case 'found':
      return `${answer.code} by ${answer.by}`;
    case 'closed':
      return `closed ${answer.code} until ${answer.until}, allowed ${answer.allowed.map(({ code }) => code).join(' ')}`;
    case 'not-yet':
      return `not yet ${answer.code} from ${answer.from}, allowed ${answer.allowed.map(({ code }) => code).join(' ')}`;
    case 'ambiguous':
      return `ambiguous ${answer.candidates.map(({ code }) => code).join(' ')}`;
    case 'unknown':
      return `unknown ${answer.suggestions.map(({ code, likeness }) => `${code} ${likeness}`).join(', ')}`.trimEnd();
  }
};

test('a typed text is found by code, name, alias, or "code – name", whatever its case and accents', () => {
  const rows: [list: string, typed: string, answer: string][] = [
    ['dan_toc', '01', '01 by code'],
    ['dan_toc', '1', '01 by padded'],
    ['dan_toc', 'Kinh', '01 by name'],
    ['dan_toc', ' KINH ', '01 by name'],
    ['dan_toc', 'Việt', '01 by alias'],
    ['dan_toc', 'viet', '01 by accent-free'],
    ['dan_toc', '01 – Kinh', '01 by code-and-name'],
    ['dan_toc', '01 - kinh', '01 by code-and-name'],
    ['dan_toc', '01-Kinh', '01 by code-and-name'],
    ['dan_toc', 'Gia Rai', '10 by name'],
    ['dan_toc', 'Giarai', '10 by name'],
    ['dan_toc', 'Jrai', '10 by alias'],
    ['dan_toc', 'Ê Đê', '12 by name'],
    ['dan_toc', 'Khmer', '05 by alias'],
    ['dan_toc', '01 – Tày', 'ambiguous 01 02'],
    ['dan_toc', 'Kihn', 'unknown'],
    ['dan_toc', 'không biết gì', 'unknown'],
    ['dan_toc', '', 'unknown'],
    ['dan_toc', '99', 'unknown'],
    ['gioi_tinh', '1', '1 by code'],
    ['gioi_tinh', 'nam', '1 by name'],
    ['gioi_tinh', 'Nữ', '2 by name'],
    ['gioi_tinh', 'Nu', '2 by accent-free'],
    ['quoc_tich', 'VN', 'VN by code'],
    ['quoc_tich', 'vn', 'VN by code'],
    ['quoc_tich', 'Việt Nam', 'VN by name'],
    ['ngach_cong_chuc', '01.003', '01.003 by code'],
    ['ngach_cong_chuc', 'Chuyên viên', '01.003 by name'],
    ['ngach_cong_chuc', '01.003 – Chuyên viên', '01.003 by code-and-name'],
    ['giao_duc_pho_thong', '12/12', '12/12 by code'],
    ['dvhc_tinh', 'Hà Nội', '01 by alias'],
    ['dvhc_tinh', 'thành phố hà nội', '01 by name'],
    ['dvhc_tinh', 'TP.HCM', '79 by alias'],
    ['dvhc_tinh', 'Hoà Bình', 'closed 17 until 2025-06-30, allowed 25'],
  ];
  for (const [list, typed, answer] of rows) assert.equal(short(list, typed), answer, `${list}: ${typed}`);
});

test('a province code is read with the day: seven were used again in 2025', () => {
  const reused: [code: string, before: string, today: string, since: string][] = [
    ['15', 'Yên Bái', '15', 'Lào Cai'],
    ['24', 'Bắc Giang', '24', 'Bắc Ninh'],
    ['44', 'Quảng Bình', '44', 'Quảng Trị'],
    ['52', 'Bình Định', '52', 'Gia Lai'],
    ['80', 'Long An', '80', 'Tây Ninh'],
    ['82', 'Tiền Giang', '82', 'Đồng Tháp'],
    ['91', 'Kiên Giang', '91', 'An Giang'],
  ];
  for (const [code, before, today, since] of reused) {
    assert.equal(entryAt('dvhc_tinh', code, '2025-06-30')!.name, `Tỉnh ${before}`);
    assert.equal(entryAt('dvhc_tinh', code, '2025-07-01')!.name, `Tỉnh ${since}`);
    // "15 – Yên Bái", "15 – Lào Cai": the name beside the code says which of the two is meant.
    assert.equal(short('dvhc_tinh', `${code} – Tỉnh ${since}`, '1990-01-01').startsWith(`not yet ${code} from 2025-07-01`), true);
    assert.equal(short('dvhc_tinh', `${code} – Tỉnh ${before}`), `closed ${code} until 2025-06-30, allowed ${today}`);
  }
});

test('provinces by day: 63 until 30 June 2025, 34 since; a new name does not make a new province', () => {
  assert.equal(entriesAt('dvhc_tinh', '2025-06-30').length, 63);
  assert.equal(entriesAt('dvhc_tinh', '2025-07-01').length, 34);
  assert.equal(entryAt('dvhc_tinh', '46', '2024-12-31')!.name, 'Tỉnh Thừa Thiên Huế');
  assert.equal(entryAt('dvhc_tinh', '46', '2025-01-01')!.name, 'Thành phố Huế');
  assert.equal(entryAt('dvhc_tinh', '75', '2026-04-29')!.name, 'Tỉnh Đồng Nai');
  assert.equal(entryAt('dvhc_tinh', '75', '2026-04-30')!.name, 'Thành phố Đồng Nai');
});

test('a code that ended says until when, and what took its place', () => {
  assert.equal(short('loai_doi_tuong', 'CB_XA', '2025-06-30'), 'CB_XA by code');
  assert.equal(short('loai_doi_tuong', 'CB_XA', '2025-07-01'), 'closed CB_XA until 2025-06-30, allowed CB');
  assert.equal(short('bac_nghe_nghiep', '1', '2026-06-30'), 'not yet 1 from 2026-07-01, allowed ');
  assert.equal(short('cap_co_quan', 'HUYEN', '2025-07-01'), 'closed HUYEN until 2025-06-30, allowed ');
});

// The end of giving is not the end of holding. Clauses: see `hold_clause` of each row.
test('a grade or title that is no longer given is held as long as its transitional clause says', () => {
  const TITLES = 'chuc_danh_nghe_nghiep';
  const held: [code: string, lastGiven: string, heldOn: string, clause: RegExp][] = [
    ['V.07.02.04', '2021-03-19', '2023-01-01', /01\/2021\/TT-BGDĐT Điều 7/],
    ['V.07.02.05', '2021-03-19', '2023-01-01', /01\/2021\/TT-BGDĐT Điều 7/],
    ['V.07.02.06', '2021-03-19', '2026-11-24', /01\/2021\/TT-BGDĐT Điều 9 khoản 1/],
    ['V.07.03.07', '2021-03-19', '2026-11-24', /02\/2021\/TT-BGDĐT Điều 9/],
    ['V.07.03.08', '2021-03-19', '2026-11-24', /02\/2021\/TT-BGDĐT Điều 9/],
    ['V.07.03.09', '2021-03-19', '2026-11-24', /02\/2021\/TT-BGDĐT Điều 9/],
    ['V.07.04.10', '2021-03-19', '2026-11-24', /03\/2021\/TT-BGDĐT Điều 9/],
    ['V.07.04.11', '2021-03-19', '2026-11-24', /03\/2021\/TT-BGDĐT Điều 9/],
    ['V.07.04.12', '2021-03-19', '2023-01-01', /03\/2021\/TT-BGDĐT Điều 9/],
    ['15.114', '2015-11-02', '2018-01-01', /TTLT 20, 21, 22/],
    ['16.118', '2015-11-19', '2018-01-01', /TTLT-BYT-BNV/],
    ['13.095', '2014-11-14', '2018-01-01', /24\/2014/],
    ['09.054', '2015-12-04', '2026-11-24', /37\/2015\/TTLT-BNNPTNT-BNV Điều 22 khoản 1/],
    ['09.065', '2015-12-04', '2020-12-04', /37\/2015\/TTLT-BNNPTNT-BNV Điều 22 khoản 3/],
  ];
  for (const [code, lastGiven, heldOn, clause] of held) {
    const entry = entryAt(TITLES, code, lastGiven)!;
    assert.equal(entryAt(TITLES, code, addDays(lastGiven, 1)), null, code);
    assert.match(entry.holdClause!, clause, code);
    assert.equal(short(TITLES, code, heldOn), `${code} by code`);
  }
  assert.equal(short(TITLES, '09.065', '2020-12-05').startsWith('closed 09.065 until 2015-12-04'), true);
  // A name that an ended title shares with one that is given means the one that is given.
  assert.equal(short(TITLES, 'Giáo viên trung học cơ sở hạng III', '2023-01-01'), 'V.07.04.32 by name');
  assert.equal(short(TITLES, 'Giáo viên tiểu học hạng IV', '2023-01-01'), 'V.07.03.09 by name');
});

test('every end of a grade, title or group of pay says what becomes of those who have it', () => {
  for (const list of ['ngach_cong_chuc', 'chuc_danh_nghe_nghiep'])
    for (const entry of codeList(list).entries) {
      if (entry.validTo !== null) {
        assert.ok(entry.holdClause, `${list} ${entry.code}`);
        assert.match(String(entry.attributes['hold_confidence']), /^(?:found|known|uncertain)$/, entry.code);
      }
      const groups = entry.attributes['nhom_luong'] as { nhom: string; valid_to: string | null; hold_clause?: string }[];
      for (const [at, group] of groups.entries())
        if (group.valid_to !== null && groups[at + 1]?.nhom !== group.nhom)
          assert.ok(group.hold_clause, `${list} ${entry.code} ${group.nhom}`);
    }
});

test('a code has its successors through all that lay between', () => {
  const entry = entryAt('dvhc_tinh', 'LS_HA_NAM_NINH', '1980-01-01')!;
  const names = (on: string) => successorsAt('dvhc_tinh', entry, on).map(({ name }) => name);
  assert.deepEqual(names('1993-01-01'), ['Tỉnh Nam Hà', 'Tỉnh Ninh Bình']);
  assert.deepEqual(names('2010-01-01'), ['Tỉnh Ninh Bình', 'Tỉnh Hà Nam', 'Tỉnh Nam Định']);
  assert.deepEqual(names(on), ['Tỉnh Ninh Bình']);
  // Used again: 24 was Bắc Giang.
  assert.deepEqual(
    successorsAt('dvhc_tinh', entryAt('dvhc_tinh', 'LS_HA_BAC', '1980-01-01')!, on).map(({ name }) => name),
    ['Thành phố Bắc Ninh'],
  );
});

test('every list holds its promises', () => {
  const seen = new Set<string>();
  for (const id of CODE_LIST_IDS) {
    const list = codeList(id);
    assert.equal(list.id, id);
    assert.equal(list.title.vi !== '' && list.title.en !== '' && list.source !== '' && list.entries.length > 0, true, id);
    assert.match(list.confidence, /^(?:found|known|uncertain|demo)$/, id);
    assert.doesNotMatch(JSON.stringify([list.source, list.notes]), /domain\.md|\/work\/|S\d+\)/, id);
    for (const entry of list.entries) {
      assert.equal(
        entry.name.trim() === entry.name && entry.name === entry.name.normalize('NFC') && entry.name !== '',
        true,
        `${id} ${entry.code}`,
      );
      for (const day of [entry.validFrom, entry.validTo]) assert.equal(day === null || isPlainDate(day), true, `${id} ${entry.code}`);
      assert.equal(entry.validFrom === null || entry.validTo === null || entry.validFrom < entry.validTo, true, `${id} ${entry.code}`);
      assert.match(entry.confidence, /^(?:found|known|uncertain|demo)$/, `${id} ${entry.code}`);
    }
    seen.add(id);
  }
  assert.equal(seen.size, CODE_LIST_IDS.length);
  assert.throws(() => codeList('khong_co'), /khong_co/);
});

test('no code has two meanings on one day, in any list', () => {
  for (const id of CODE_LIST_IDS) {
    const byCode = Map.groupBy(codeList(id).entries, ({ code }) => code);
    for (const [code, entries] of byCode) {
      const days = entries
        .flatMap(({ validFrom, validTo }) => [validFrom, validTo && addDays(validTo, -1), validTo])
        .filter((day) => day !== null);
      for (const day of [...days, on, '1990-01-01']) {
        const valid = entries.filter((entry) => (entry.validFrom ?? '') <= day && (entry.validTo === null || day < entry.validTo));
        assert.equal(valid.length <= 1, true, `${id} ${code} on ${day}`);
      }
    }
  }
});

test('every file of the folder is a list', () => {
  const files = globSync('*.json', { cwd: new URL('./codelists/', import.meta.url) }).map((file) => basename(file, '.json'));
  assert.deepEqual([...files, 'dvhc_xa'].sort(), CODE_LIST_IDS);
});

test('every entry is found again by what a drop-down shows, and by its code', () => {
  for (const id of CODE_LIST_IDS.filter((id) => id !== 'dvhc_xa')) {
    for (const entry of entriesAt(id, on)) {
      for (const typed of [entry.code, optionText(entry), accentFree(optionText(entry)).toUpperCase()]) {
        const answer = resolveCode(id, typed, on);
        assert.deepEqual([answer.kind, answer.kind === 'found' && answer.code], ['found', entry.code], `${id}: ${typed}`);
      }
    }
  }
});

test('whatever is typed gets an answer whose codes exist, or are still held, on that day', () => {
  const ids = CODE_LIST_IDS.filter((id) => id !== 'dvhc_xa');
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 })),
      fc.constantFrom('1995-01-01', '2025-06-30', on),
      (id, typed, day) => {
        const answer = resolveCode(id, typed, day);
        const codes =
          answer.kind === 'found'
            ? [answer.code]
            : answer.kind === 'ambiguous'
              ? answer.candidates.map(({ code }) => code)
              : answer.kind === 'unknown'
                ? answer.suggestions.map(({ code }) => code)
                : answer.allowed.map(({ code }) => code);
        const isHeld = (code: string): boolean => heldAt(id, day).some((entry) => entry.code === code);
        for (const code of codes) assert.ok(entryAt(id, code, day) !== null || isHeld(code), `${id} ${typed} ${code}`);
      },
    ),
    { numRuns: 2000, examples: [['quoc_tich', 'cs', '1995-01-01']] },
  );
});

test('a misspelt name gets the right suggestion, where the list allows to guess by letters', () => {
  const names = entriesAt('ngoai_ngu', on).filter(({ name }) => name.length >= 8);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), (entry, at) => {
      const cut = at % (entry.name.length - 1);
      const typed = `${entry.name.slice(0, cut)}${entry.name.slice(cut + 1)}`;
      const answer = resolveCode('ngoai_ngu', typed, on);
      if (answer.kind === 'unknown')
        assert.equal(
          answer.suggestions.some(({ code }) => code === entry.code),
          true,
          typed,
        );
    }),
    { numRuns: 500 },
  );
});

test('an answer that was given before is given again only between the same turning days', () => {
  for (const day of ['2025-06-30', '2025-07-01', '2025-06-30', '1995-01-01', '2025-07-01']) {
    assert.equal(short('dvhc_tinh', 'Yên Bái', day), day < '2025-07-01' ? '15 by alias' : 'closed 15 until 2025-06-30, allowed 15');
  }
});

test('a very long text is unknown at once, and is not kept', () => {
  const spentMs = processorMs(() => {
    for (let at = 0; at < 200; at++) assert.equal(short('quoc_tich', `${at}${'x'.repeat(100_000)}`), 'unknown');
  });
  assert.ok(spentMs < 20_000);
});
