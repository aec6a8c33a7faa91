/** What the choice of a wrong value offers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MyGroup } from '#portal/api/generated/api.ts';
import { reportableOf } from './reportable.ts';

const both = (vi: string) => ({ vi, en: vi });
const NOBODYS = { source: null, attestationId: null, confirmedAt: null, confirmedBy: null, initial: false };
const OWN_BODY = { kind: 'master', name: both('Cơ quan quản lý, sử dụng'), correct: null } as const;
const FIELDS: MyGroup['fields'] = [
  {
    key: 'ngaySinh',
    label: both('Ngày sinh'),
    formItem: [],
    value: null,
    display: both('14/06/1991'),
    unsure: null,
    masked: false,
    compared: null,
    derived: false,
    origin: NOBODYS,
    sourceBody: OWN_BODY,
  },
];
const SECTIONS: MyGroup['sections'] = [
  {
    key: 'hoChieu',
    title: both('Hộ chiếu'),
    origin: NOBODYS,
    hidden: ['hoChieu.so'],
    columns: [
      { key: 'hoChieu.so', label: both('Số'), derived: false, sourceBody: OWN_BODY },
      { key: 'hoChieu.ngayCap', label: both('Ngày cấp'), derived: false, sourceBody: OWN_BODY },
    ],
    lines: [{ dong: 'd7', origin: NOBODYS, cells: { 'hoChieu.so': both('••••••'), 'hoChieu.ngayCap': both('01/02/2020') }, unsure: {} }],
  },
];

test('each value, each line by what tells it from the others, and that something is missing', () => {
  assert.deepEqual(
    reportableOf({ fields: FIELDS, sections: SECTIONS }).map(({ field, line, lineNumber, begins }) => [
      field,
      line,
      lineNumber,
      begins?.vi,
    ]),
    [
      ['ngaySinh', null, null, undefined],
      ['hoChieu', 'd7', 1, '01/02/2020'],
      [null, null, null, undefined],
    ],
  );
});

test('no two choices are one', () => {
  const codes = reportableOf({ fields: FIELDS, sections: SECTIONS }).map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
});
