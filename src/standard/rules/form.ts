/** QT04, QT10, QT11: Party dates, the job position, districts after 2025. */
import { earliestDay, showDate } from '#base/vietnamese/dates.ts';
import { CONDITIONS } from '#standard/conditions.ts';
import * as problems from '#standard/problems.ts';
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
      at: at('ngayVaoDangChinhThuc'),
      value: official,
      params: { official: showDate(official), probation: showDate(probation) },
    },
  ];
}

/** QT10: data as of 2025 or later name the job position. Source: Law 80/2025/QH15. */
export function jobPositionStated({ document, asOf }: RuleFacts): readonly Finding[] {
  const needed = CONDITIONS.jobPositionRequired.holds({ document, line: null, asOf });
  return needed && document.F?.['viTriViecLam.ma'] === undefined
    ? [{ kind: problems.jobPositionRequired, at: at('viTriViecLam.ma'), params: {} }]
    : [];
}

/** The day the district level ended. Source: Resolution 202/2025/QH15; Law 72/2025/QH15. */
const NO_DISTRICTS_SINCE = '2025-07-01';
const ADDRESSES: readonly (readonly [GroupCode, string, 'past' | 'present'])[] = [
  ['B', 'noiSinh', 'past'],
  ['B', 'noiDangKyKhaiSinh', 'past'],
  ['B', 'queQuan', 'past'],
  ['C', 'thuongTru', 'present'],
  ['C', 'noiOHienNay', 'present'],
  ['C', 'tamTru', 'present'],
];

/** QT11: an address whose units are those of 2025-07-01 or later has no district. */
export function noDistrictAfter2025({ document, asOf, today }: RuleFacts): readonly Finding[] {
  const birth = textOf(document, 'B', 'ngaySinh');
  return ADDRESSES.flatMap(([group, key, of]): Finding[] => {
    const address = compoundOf(document, group, key);
    if (address?.['maHuyen'] === undefined) return [];
    const on = of === 'present' ? asOf : address['hieuLucTai'] === 'HIEN_NAY' ? today : birth === '' ? '' : earliestDay(birth);
    if (on < NO_DISTRICTS_SINCE) return [];
    return [
      {
        kind: problems.districtAfter2025,
        at: { ...at(key), column: `${key}.maHuyen` },
        value: String(address['maHuyen']),
        params: { on: showDate(on) },
      },
    ];
  });
}
