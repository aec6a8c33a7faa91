/** QT04, QT10, QT11: Party dates, the job position, districts after 2025. */
import { earliestDay, showDate } from '#base/vietnamese/dates.ts';
import { beginsOn } from '#standard/law/rules.ts';
import * as problems from '#standard/problems/rules.ts';
import { compoundOf, textOf } from '#standard/record-access.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { at, type Finding, type RuleFacts } from './finding.ts';

/** QT04: full membership does not come before admission. Source: Party statutes, art. 5. */
export function officialAfterProbation({ document }: RuleFacts): readonly Finding[] {
  const [probation, official] = [textOf(document, 'D', 'ngayVaoDang'), textOf(document, 'D', 'ngayVaoDangChinhThuc')];
  if (probation === '' || official === '' || official >= probation) return [];
  return [
    {
      kind: problems.partyOrder,
      on: earliestDay(official),
      at: at('ngayVaoDangChinhThuc'),
      value: official,
      params: { official: showDate(official), probation: showDate(probation) },
    },
  ];
}

/** QT10: data as of the day on which it became required name the job position. */
export function jobPositionStated({ document, asOf }: RuleFacts): readonly Finding[] {
  return document.F?.['viTriViecLam.ma'] === undefined
    ? [
        {
          kind: problems.jobPositionRequired,
          on: asOf,
          at: at('viTriViecLam.ma'),
          params: { since: showDate(beginsOn('jobPositionStated') ?? asOf) },
        },
      ]
    : [];
}

const ADDRESSES: readonly (readonly [GroupCode, string, 'past' | 'present'])[] = [
  ['B', 'noiSinh', 'past'],
  ['B', 'noiDangKyKhaiSinh', 'past'],
  ['B', 'queQuan', 'past'],
  ['C', 'thuongTru', 'present'],
  ['C', 'noiOHienNay', 'present'],
  ['C', 'tamTru', 'present'],
];

/** QT11: an address whose units are those of a day without districts has none. */
export function noDistrictsAnyMore({ document, asOf, today }: RuleFacts): readonly Finding[] {
  const birth = textOf(document, 'B', 'ngaySinh');
  return ADDRESSES.flatMap(([group, key, of]): Finding[] => {
    const address = compoundOf(document, group, key);
    if (address?.['maHuyen'] === undefined) return [];
    const on = of === 'present' ? asOf : address['hieuLucTai'] === 'HIEN_NAY' ? today : birth === '' ? '' : earliestDay(birth);
    return [
      {
        kind: problems.districtAfter2025,
        on,
        at: { ...at(key), column: `${key}.maHuyen` },
        value: String(address['maHuyen']),
        params: { on: showDate(on), since: showDate(beginsOn('noDistrictsAnyMore') ?? on) },
      },
    ];
  });
}
