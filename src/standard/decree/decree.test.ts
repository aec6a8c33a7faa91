/** Each field has its place in the decree's groups; an appendix of 194 invented names is mapped where a name is one field, shown where it is not, and never lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELDS, sectionByKey } from '#standard/dictionary.ts';
import { coverageOf, mapName } from './appendix.ts';
import type { AppendixName } from './appendix.ts';
import { DECREE_GROUPS, STATED_FIELDS, decreePlace } from './place.ts';
import decree from './fields.json' with { type: 'json' };

test('every field has one place: one of ten groups, or a body’s own; no row names a field that is gone', () => {
  const codes = DECREE_GROUPS.map(({ code }) => code);
  assert.deepEqual(codes, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  for (const { key } of FIELDS) {
    const { scope, group } = decreePlace(key);
    assert.ok(scope === 'own' ? group === null : codes.includes(group!), key);
  }
  const keys = new Set(FIELDS.map(({ key }) => key));
  const written = [...decree.nationalGroups.flatMap(({ fields }) => fields as readonly string[]), ...decree.own.fields];
  assert.deepEqual(
    written.filter((key) => !keys.has(key)),
    [],
  );
  assert.equal(new Set(written).size, written.length);
  const groups = [...decree.nationalGroups.flatMap(({ groups: of }) => of as readonly string[]), ...decree.own.groups];
  assert.deepEqual(groups.toSorted(), [...new Set(FIELDS.map(({ group }) => group))].sort(), 'each group of the form once');
  for (const { code } of DECREE_GROUPS)
    assert.ok(
      FIELDS.some(({ key }) => decreePlace(key).group === code),
      `group ${code} has fields`,
    );
});

test('what the decree names stands where it names it', () => {
  const groupOf = (key: string): string | null => decreePlace(key).group;
  assert.deepEqual(
    ['hoTenKhaiSinh', 'noiOHienNay', 'giaDinh.hoTen', 'ngayVaoDang', 'ngayNhapNgu', 'keKhaiTaiSan', 'luong.heSo', 'boNhiem.quyetDinh'].map(
      groupOf,
    ),
    ['1', '1', '2', '7', '8', '9', '6', '4'],
  );
  assert.deepEqual(decreePlace('lienHeKhanCap'), { scope: 'own', group: null });
});

const line = (no: number, name: string, more: Partial<AppendixName> = {}): AppendixName => ({
  no: String(no),
  name,
  group: null,
  kind: null,
  sourceBody: null,
  keys: [],
  ...more,
});

/** Names of fields that mean one field alone, with the section before the label where there is one. */
function namesOfOurs(most: number): AppendixName[] {
  const national = FIELDS.filter(({ key }) => decreePlace(key).scope === 'national');
  return national.slice(0, most).map((field, at) => {
    const title = field.section === null ? '' : `${sectionByKey(field.section)?.title.vi ?? ''} `;
    return line(at + 1, `${title}${field.label.vi}`, { group: decreePlace(field.key).group, kind: at % 3 === 0 ? 'reference' : 'master' });
  });
}

test('an invented appendix of 194 names: counted, mapped, shown, nothing lost', () => {
  const ours = namesOfOurs(150);
  const invented = Array.from({ length: STATED_FIELDS - ours.length - 4 }, (_, at) =>
    line(200 + at, `Trường bịa đặt số ${at} chưa ai có`, { group: '4' }),
  );
  const others = [
    line(190, 'Họ và tên', { keys: ['giaDinh.hoTen'] }),
    line(191, 'Tên gì đó', { keys: ['khongCo', 'ngaySinh'] }),
    line(192, 'Tên gì đó khác', { keys: ['khongCoLuon'] }),
    line(193, 'NGAY SINH'),
  ];
  const appendix = [...ours, ...invented, ...others];
  assert.equal(appendix.length, STATED_FIELDS);
  const mapped = appendix.map(mapName);
  const coverage = coverageOf(mapped);
  assert.equal(coverage.names, STATED_FIELDS);
  assert.equal(coverage.mapped + coverage.several + coverage.unknown, STATED_FIELDS);
  assert.equal(coverage.unknown, invented.length + 1);
  assert.equal(coverage.withoutGroup, others.length);
  assert.equal(
    coverage.groups.reduce((sum, { names }) => sum + names, coverage.withoutGroup),
    STATED_FIELDS,
  );
  // What is mapped by its name is the field of that name, and of the group that was said.
  for (const [at, one] of mapped.slice(0, ours.length).entries())
    if (one.outcome === 'mapped') {
      assert.equal(one.keys.length, 1, one.name);
      assert.equal(decreePlace(one.keys[0]!).group, ours[at]!.group, one.name);
    } else assert.ok(one.outcome === 'several' && one.candidates.length > 1, one.name);
  assert.ok(coverage.mapped >= 140, String(coverage.mapped));
  const [byKey, half, none, loose] = mapped.slice(-4);
  assert.deepEqual([byKey!.keys, half!.keys, half!.notOurs], [['giaDinh.hoTen'], ['ngaySinh'], ['khongCo']]);
  assert.deepEqual([none!.outcome, none!.notOurs], ['unknown', ['khongCoLuon']]);
  assert.deepEqual(loose!.keys, ['ngaySinh'], 'a name without marks');
  for (const [at, one] of mapped.entries()) assert.equal(one.name, appendix[at]!.name, 'in the order and the words of the appendix');
});

test('a name that several fields have is asked about; one that is near is only shown', () => {
  const several = mapName(line(1, 'Quyết định'));
  assert.equal(several.outcome, 'several');
  assert.ok(several.candidates.includes('boNhiem.quyetDinh') && several.keys.length === 0);
  const near = mapName(line(2, 'Ngày vào Đảng dự bị lần đầu', { group: '7' }));
  assert.deepEqual([near.outcome, near.keys], ['unknown', []]);
  assert.ok(near.candidates.includes('ngayVaoDang'), near.candidates.join());
});
