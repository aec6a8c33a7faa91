/** Changes of bodies as they are planned: what is said from a day on, in whatever order, and what stands in the way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLAN_FORM, keptPlan, planHash, rowsOfKept } from './kept-plan.ts';
import type { Operation } from './operations.ts';
import { planChange } from './plan-change.ts';
import type { BodyFacts, Registry, VersionPiece } from './registry.ts';
import { NO_FACTS } from './registry.ts';

const ON = '2026-12-01';
const DECISION = { number: '12/QĐ-UBND', day: '2026-11-20', signer: 'Nguyễn Văn An', issuedBy: 'UBND tỉnh Mẫu Sơn' };
let row = 0;
const version = (more: Partial<VersionPiece>): VersionPiece => ({
  from: '1900-01-01',
  to: '9999-12-31',
  row: ++row,
  parentId: 'top',
  managingId: 'province',
  name: 'Cơ quan',
  shortName: null,
  kind: 'CQHC',
  level: 'TINH',
  source: 'thử',
  confidence: 'known',
  ...more,
});
const body = (...versions: VersionPiece[]): BodyFacts => ({ ...NO_FACTS, versions });
const tree = (): Registry =>
  new Map([
    ['top', body(version({ parentId: null, managingId: 'top', name: 'Cả nước' }))],
    ['province', body(version({ name: 'UBND tỉnh Mẫu Sơn' }))],
    ['other', body(version({ managingId: 'other', name: 'UBND tỉnh Mẫu Hải' }))],
    [
      'office',
      {
        ...body(version({ parentId: 'province', name: 'Sở Y tế' })),
        codes: [
          { from: '1900-01-01', to: '9999-12-31', row: 1, scheme: 'ma_dinh_danh', code: 'H26.02', confidence: 'known', source: null },
        ],
      },
    ],
    [
      'hospital',
      body(
        version({ parentId: 'office', name: 'Bệnh viện Sông Mẫu', to: '2027-06-01' }),
        version({ parentId: 'office', name: 'Bệnh viện Mẫu', from: '2027-06-01' }),
      ),
    ],
  ]);
const plan = (operations: readonly Operation[], on = ON) => planChange(tree(), operations, on);
const codesOf = (operations: readonly Operation[], on = ON): string[] =>
  plan(operations, on).problems.map(({ index, field, problem }) => `${index} ${field} ${problem.code}`);
const make = (bodyId: string, parentId: string, name: string): Operation => ({
  kind: 'make',
  bodyId,
  parentId,
  name,
  shortName: null,
  bodyKind: 'DVSN4',
  level: 'XA',
});
const written = (planned: ReturnType<typeof plan>) =>
  planned.rows.versions.written.map(({ bodyId, name, parentId, managingId, from, to }) => [bodyId, name, parentId, managingId, from, to]);

test('a child may stand before its parent; both are managed by the province', () => {
  const planned = plan([make('school', 'ward', 'Trường Tiểu học Mẫu'), make('ward', 'province', 'UBND xã Mẫu')]);
  assert.deepEqual(planned.problems, []);
  assert.deepEqual(written(planned), [
    ['school', 'Trường Tiểu học Mẫu', 'ward', 'province', ON, '9999-12-31'],
    ['ward', 'UBND xã Mẫu', 'province', 'province', ON, '9999-12-31'],
  ]);
  assert.deepEqual(planned.over, ['province']);
});

test('a name from a day on leaves a later change of name that is known already', () => {
  const planned = plan([{ kind: 'rename', bodyId: 'hospital', name: 'Bệnh viện Đa khoa', shortName: null }]);
  assert.deepEqual(written(planned), [
    ['hospital', 'Bệnh viện Sông Mẫu', 'office', 'province', '1900-01-01', ON],
    ['hospital', 'Bệnh viện Đa khoa', 'office', 'province', ON, '2027-06-01'],
  ]);
  assert.equal(planned.rows.versions.ended.length, 1);
});

test('whatever moves takes what stands below it to its new managing body; whoever does it administers the whole country', () => {
  const planned = plan([{ kind: 'move', bodyId: 'office', parentId: 'other' }]);
  assert.deepEqual(planned.problems, []);
  assert.deepEqual(
    written(planned).filter(([, , , , from]) => from !== '1900-01-01'),
    [
      ['office', 'Sở Y tế', 'other', 'other', ON, '9999-12-31'],
      ['hospital', 'Bệnh viện Sông Mẫu', 'office', 'other', ON, '2027-06-01'],
      ['hospital', 'Bệnh viện Mẫu', 'office', 'other', '2027-06-01', '9999-12-31'],
    ],
  );
  assert.deepEqual(planned.remanaged.toSorted(), ['hospital', 'office']);
  assert.deepEqual(planned.over, ['office', 'other']);
  assert.deepEqual(plan([{ kind: 'rename', bodyId: 'province', name: 'UBND thành phố Mẫu Sơn', shortName: null }]).over, ['top']);
});

test('what stands in the way has its name and its place', () => {
  for (const [operations, expected] of [
    [[make('a', 'nobody', 'Trường Mẫu')], ['0 parent E-ORG-PARENT-UNKNOWN']],
    [[{ kind: 'move', bodyId: 'office', parentId: 'hospital' }], ['0 parent E-ORG-CIRCLE']],
    [
      [make('a', 'b', 'Một'), make('b', 'a', 'Hai')],
      ['0 parent E-ORG-CIRCLE', '1 parent E-ORG-CIRCLE'],
    ],
    [[make('a', 'province', 'Sở y tế')], ['0 name E-ORG-SIBLING-NAME']],
    [
      [make('a', 'province', 'Trường Mẫu'), make('b', 'province', 'Trường Mẫu')],
      ['0 name E-ORG-SIBLING-NAME', '1 name E-ORG-SIBLING-NAME'],
    ],
    [[{ kind: 'end', bodyId: 'office' }], ['0 body E-ORG-CHILDREN']],
    [
      [
        { kind: 'end', bodyId: 'office' },
        { kind: 'end', bodyId: 'hospital' },
      ],
      [],
    ],
    [[{ kind: 'end', bodyId: 'top' }], ['0 body E-ORG-ROOT']],
    [
      [{ kind: 'end', bodyId: 'office' }, make('a', 'office', 'Trạm')],
      ['0 body E-ORG-CHILDREN', '1 parent E-ORG-PARENT-NOT-THERE'],
    ],
    [[{ kind: 'rename', bodyId: 'office', name: 'Sở Y tế', shortName: null }], ['0 name E-ORG-UNCHANGED']],
    [[{ kind: 'give-code', bodyId: 'hospital', scheme: 'ma_dinh_danh', code: '000.00.02.H26' }], ['0 code E-ORG-CODE-TAKEN']],
    [[{ kind: 'give-code', bodyId: 'hospital', scheme: 'ma_dinh_danh', code: 'h26' }], ['0 code E-ORG-CODE-FORM']],
    [[{ kind: 'give-code', bodyId: 'office', scheme: 'ma_dinh_danh', code: 'H26.09' }], ['0 code E-ORG-CODE-SECOND']],
    [
      [
        { kind: 'give-code', bodyId: 'office', scheme: 'ma_dinh_danh', code: 'H26.09' },
        { kind: 'take-code', bodyId: 'office', scheme: 'ma_dinh_danh', code: 'H26.02' },
      ],
      [],
    ],
    [
      [
        { kind: 'give-code', bodyId: 'hospital', scheme: 'ma_dinh_danh', code: 'H26.02' },
        { kind: 'take-code', bodyId: 'office', scheme: 'ma_dinh_danh', code: 'H26.02' },
      ],
      [],
    ],
    [[{ kind: 'take-code', bodyId: 'hospital', scheme: 'ma_dinh_danh', code: 'H26.02' }], ['0 code E-ORG-CODE-NOT-HELD']],
    [[{ kind: 'attribute', bodyId: 'province', name: 'nhom_bndp', value: '71' }], ['0 value E-ORG-LIST-ENTRY']],
    [[{ kind: 'describe', bodyId: 'office', bodyKind: 'CQHC', level: 'HUYEN' }], ['0 level E-ORG-LIST-ENTRY']],
    [[{ kind: 'establish', bodyId: 'office', postKind: 'KHONG_CO', posts: 5 }], ['0 kind E-ORG-LIST-ENTRY']],
  ] as const satisfies readonly (readonly [readonly Operation[], readonly string[]])[])
    assert.deepEqual(codesOf(operations), expected, JSON.stringify(operations));
  assert.deepEqual(codesOf([make('a', 'hospital', 'Khoa Nội')], '1899-12-31'), ['0 parent E-ORG-PARENT-NOT-THERE']);
});

test('a parent that ends later is told with its day', () => {
  const registry = new Map(tree());
  registry.set('office', body(version({ parentId: 'province', name: 'Sở Y tế', to: '2027-01-01' })));
  const { problems } = planChange(registry, [make('a', 'office', 'Trạm Y tế')], ON);
  assert.deepEqual(
    problems.map(({ problem }) => [problem.code, problem.title.en]),
    [['E-ORG-PARENT-ENDS', 'The parent agency "Sở Y tế" ends on 2027-01-01, before this one.']],
  );
});

test('posts of a year give way to those of a later day', () => {
  const establish = (posts: number): Operation => ({ kind: 'establish', bodyId: 'office', postKind: 'HC', posts });
  const first = plan([establish(120)]);
  assert.deepEqual(
    first.rows.posts.written.map(({ posts, from, to, year }) => [posts, from, to, year]),
    [[120, ON, '9999-12-31', 2026]],
  );
});

test('the same change on the same tree has the same hash, on another tree or by another decision another', () => {
  const rename: Operation = { kind: 'rename', bodyId: 'hospital', name: 'Bệnh viện Đa khoa', shortName: null };
  const hashOf = (registry: Registry): string => keptPlan(planChange(registry, [rename], ON).rows, ON).sha256;
  const again = (): Registry => {
    row = 0;
    return tree();
  };
  const one = hashOf(again());
  assert.equal(hashOf(again()), one);
  const { number, ...others } = DECISION;
  assert.equal(planHash(one, { ...others, number }), planHash(one, DECISION), 'in whatever order its decision is written');
  assert.notEqual(planHash(one, { ...DECISION, number: '13/QĐ-UBND' }), planHash(one, DECISION));
  const registry = new Map(again());
  registry.set('hospital', body(version({ parentId: 'office', name: 'Bệnh viện khác' })));
  assert.notEqual(hashOf(registry), one);
});

test('what is written of the very same bodies stands when others changed: only rows of its own count', () => {
  const recoded: Operation[] = [{ kind: 'take-code', bodyId: 'office', scheme: 'ma_dinh_danh', code: 'H26.02' }];
  row = 0;
  const one = keptPlan(planChange(tree(), recoded, ON).rows, ON);
  row = 0;
  const office = tree().get('office')!;
  const others = new Map(tree());
  row = 0;
  for (const [id, facts] of tree()) others.set(id, facts);
  others.set('office', { ...others.get('office')!, codes: office.codes.map((piece) => ({ ...piece, row: 77 })) });
  assert.equal(keptPlan(planChange(others, recoded, ON).rows, ON).sha256, one.sha256);
  assert.deepEqual(rowsOfKept(one)?.codes.ended[0], {
    from: '1900-01-01',
    to: '9999-12-31',
    scheme: 'ma_dinh_danh',
    code: 'H26.02',
    confidence: 'known',
    source: null,
    bodyId: 'office',
  });
  assert.equal(rowsOfKept({ ...one, text: one.text.replace('H26.02', 'H26.03') }), null, 'a text that somebody changed');
});

test('an old code goes on beside the new one, marked as uncertain with what says so, until it is given anew', () => {
  const goesOn: Operation = {
    kind: 'give-code',
    bodyId: 'office',
    scheme: 'ma_dinh_danh',
    code: 'H26.02',
    uncertain: 'Danh sách kèm CV 12/SNV',
  };
  const renewed: Operation = { kind: 'give-code', bodyId: 'office', scheme: 'ma_dinh_danh', code: 'H27.02' };
  const recoded = plan([goesOn, renewed]);
  assert.deepEqual(recoded.problems, []);
  const pieces = (planned: ReturnType<typeof plan>) =>
    planned.rows.codes.written.map(({ code, from, confidence, source }) => [code, from, confidence, source]);
  assert.deepEqual(pieces(recoded), [
    ['H26.02', '1900-01-01', 'known', null],
    ['H26.02', ON, 'uncertain', 'Danh sách kèm CV 12/SNV'],
    ['H27.02', ON, 'decided', null],
  ]);
  // Two sure ones are one too many; so is one that another body has.
  assert.deepEqual(codesOf([renewed]), ['0 code E-ORG-CODE-SECOND']);
  assert.deepEqual(codesOf([{ ...goesOn, bodyId: 'hospital' }]), ['0 code E-ORG-CODE-TAKEN']);
  // Given once more and sure, it is sure from that day; said again as it stands, nothing changes.
  const carried = new Map(tree());
  const piece = { from: '1900-01-01', to: '9999-12-31', row: 1, scheme: 'ma_dinh_danh', code: 'H26.02' } as const;
  carried.set('office', { ...carried.get('office')!, codes: [{ ...piece, confidence: 'uncertain', source: 'CV 12' }] });
  const sure = { kind: 'give-code', bodyId: 'office', scheme: 'ma_dinh_danh', code: 'H26.02' } as const;
  assert.deepEqual(pieces(planChange(carried, [sure], ON)), [
    ['H26.02', '1900-01-01', 'uncertain', 'CV 12'],
    ['H26.02', ON, 'decided', null],
  ]);
  assert.deepEqual(
    planChange(carried, [{ ...sure, uncertain: 'CV 12' }], ON).problems.map(({ problem }) => problem.code),
    ['E-ORG-UNCHANGED'],
  );
});

test('the form of a plan is the one that its number names: another way of planning raises PLAN_FORM, so that plans which wait are made again', () => {
  row = 0;
  const { rows } = planChange(
    tree(),
    [
      make('school', 'office', 'Trường Mẫu'),
      { kind: 'rename', bodyId: 'hospital', name: 'Bệnh viện Đa khoa', shortName: 'BVĐK' },
      { kind: 'move', bodyId: 'office', parentId: 'other' },
      { kind: 'describe', bodyId: 'other', bodyKind: 'DVSN1', level: 'TINH' },
      { kind: 'take-code', bodyId: 'office', scheme: 'ma_dinh_danh', code: 'H26.02' },
      { kind: 'give-code', bodyId: 'office', scheme: 'ma_dinh_danh', code: 'H27.02' },
      { kind: 'attribute', bodyId: 'other', name: 'nhom_bndp', value: '26' },
      { kind: 'establish', bodyId: 'office', postKind: 'HC', posts: 12 },
    ],
    ON,
  );
  assert.deepEqual([PLAN_FORM, keptPlan(rows, ON).sha256], [1, '28cbad32042ef92f694c1268002dcfc57d7de9941b654fab35d3ce688d48b8c2']);
});
