/** The side of the family against the relation: "Bố" on the spouse's side is the father-in-law. */
import { entryAt, optionText } from '#standard/code-lists.ts';
import { guess } from '#base/problem.ts';
import * as problems from '#standard/problems/rules.ts';
import { lineText, linesOf } from '#standard/record-access.ts';
import { atLine, type Finding, type RuleFacts } from './finding.ts';

const RELATIONS = 'quan_he_gia_dinh';
const SPOUSE_SIDE = 'VO_CHONG';

/**
 * A relation of one side stands on the other: a warning, with the relation of that side as a guess where the list names one (`ben_vo_chong`).
 * Source: form 2C-BNV/2008 items 30a (own side) and 30b (spouse's side).
 */
export function sideFitsRelation({ document, asOf }: RuleFacts): readonly Finding[] {
  return (linesOf(document, 'Q', 'giaDinh') ?? []).flatMap((line, index): Finding[] => {
    const [side, code] = [lineText(line, 'nhom'), lineText(line, 'quanHe')];
    const relation = entryAt(RELATIONS, code, asOf);
    if (side === '' || !relation) return [];
    const onSpouseSide = relation.attributes['ben_vo_chong'] as string | undefined;
    const belongsToSpouse = relation.attributes['nhom'] === SPOUSE_SIDE;
    if (side === SPOUSE_SIDE ? onSpouseSide === undefined : !belongsToSpouse) return [];
    const meant = side === SPOUSE_SIDE ? entryAt(RELATIONS, onSpouseSide!, asOf) : null;
    return [
      {
        kind: problems.familySide,
        on: asOf,
        at: atLine('giaDinh', index, 'quanHe'),
        value: code,
        ...(meant ? { suggestion: guess(optionText(meant), 'usual-meaning') } : {}),
        params: { relation: { vi: relation.name, en: relation.nameEn ?? relation.name } },
      },
    ];
  });
}
