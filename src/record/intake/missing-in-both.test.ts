/** A blank cell leaves what is on record as it is: it is missing only where neither says it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegisteredPerson } from '#record/register/shapes.ts';
import { checkPerson } from '#standard/check.ts';
import { SAMPLE_CONTEXT, samplePerson } from '#standard/sample-person.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import { missingInBoth } from './missing-in-both.ts';

const { problems } = checkPerson(
  samplePerson({ danToc: null, tonGiao: null, ngaySinh: '31/02/1985' }, { khenThuong: [{ nam: '2024' }] }),
  SAMPLE_CONTEXT,
);
const found = (document: RecordDocument | null): string[] =>
  missingInBoth(problems, document === null ? undefined : ({ document } as RegisteredPerson)).map(
    ({ code, where }) => `${code} ${where.field}`,
  );
const OF_THE_LINE = 'E-REQUIRED khenThuong.hinhThuc';

test('of somebody new all that is blank is missing', () => {
  for (const all of [found(null), found({})]) {
    assert.ok(
      ['E-REQUIRED danToc', 'E-REQUIRED tonGiao', OF_THE_LINE].every((one) => all.includes(one)),
      all.join(),
    );
  }
});

test('what the register holds is not missing, a stated absence neither; a line has to say all, and what is wrong stays wrong', () => {
  const left = found({
    B: { danToc: '01', tonGiao: { vang: 'KHONG_RO' }, ngaySinh: '1985-03-12' },
    R: { khenThuong: [{ hinhThuc: 'CSTDCS' }] },
  });
  assert.equal(
    left.some((one) => /danToc|tonGiao/.test(one)),
    false,
  );
  assert.ok(left.includes(OF_THE_LINE), left.join());
  assert.equal(left.filter((one) => one.includes('ngaySinh')).length, problems.filter(({ where }) => where.field === 'ngaySinh').length);
});
