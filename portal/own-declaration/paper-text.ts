/** A paper in one line: what it is, its number and day, how many pages. */
import type { DeclarationEvidence } from '#portal/api/generated/api.ts';
import type { useWords } from '#portal/language/use-words.ts';
import { dayText } from '#portal/parts/format.ts';

type Words = ReturnType<typeof useWords>;

export const paperText = ({ kind, symbol, issuedOn, pages }: DeclarationEvidence, t: Words['t'], localize: Words['localize']): string =>
  [localize(kind), symbol, issuedOn === '' ? '' : dayText(issuedOn), t('declare.pages', { count: pages })]
    .filter((one) => one !== '')
    .join(' · ');
