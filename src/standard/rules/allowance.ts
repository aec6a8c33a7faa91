/** Allowances: value and unit stand in two columns, and one of them is easily another's. */
import { entryAt } from '#standard/code-lists.ts';
import * as problems from '#standard/problems/rules.ts';
import { linesOf } from '#standard/record-access.ts';
import { lawParameter } from '#standard/law-parameters.ts';
import { atLine, type Finding, type RuleFacts } from './finding.ts';

/** A coefficient as large as a percentage, or a percentage as small as a coefficient: 40 for 0.40, 0.25 for 25 per cent. A warning. */
export function allowanceFitsUnit({ document, asOf }: RuleFacts): readonly Finding[] {
  return (linesOf(document, 'H', 'phuCap') ?? []).flatMap((line, index): Finding[] => {
    const allowance = line['heSoHoacPct'] as Readonly<Record<string, unknown>> | undefined;
    const [value, unit] = [String(allowance?.['giaTri'] ?? ''), String(allowance?.['donVi'] ?? '')];
    const amount = Number(value);
    const bound = lawParameter(unit === 'HS' ? 'allowanceCoefficientMax' : 'allowancePercentMin', asOf)?.value;
    const isOdd = bound !== undefined && (unit === 'HS' ? amount > bound : unit === 'PCT' && amount > 0 && amount < bound);
    if (!isOdd) return [];
    const name = entryAt('don_vi_phu_cap', unit, asOf);
    return [
      {
        kind: problems.allowanceUnit,
        on: asOf,
        at: { ...atLine('phuCap', index, 'heSoHoacPct'), column: 'phuCap.heSoHoacPct.giaTri' },
        value,
        params: { value, unit: { vi: name?.name ?? unit, en: name?.nameEn ?? unit } },
      },
    ];
  });
}
