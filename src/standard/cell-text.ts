/**
 * A cell as it stands in the file → clean text, or a stated absence, or nothing. What every kind needs before it reads.
 * Says what was repaired and what cannot be: formulas, error cells, legacy fonts, broken encodings, decomposed letters.
 */
import { detectLegacyFont } from '#base/vietnamese/legacy-fonts.ts';
import { cleanText, repairMojibake } from '#base/vietnamese/text.ts';
import type { Reader } from './kinds/kind.ts';
import * as problems from './problems.ts';
import type { AbsenceState, RawCell } from './shapes.ts';

const ABSENCE_WORDS: ReadonlyMap<string, AbsenceState> = new Map([
  ['chưa xác định', 'CHUA_XAC_DINH'],
  ['chua_xac_dinh', 'CHUA_XAC_DINH'],
  ['không rõ', 'KHONG_RO'],
  ['khong_ro', 'KHONG_RO'],
  ['không áp dụng', 'KHONG_AP_DUNG'],
  ['khong_ap_dung', 'KHONG_AP_DUNG'],
]);

/** The absence that a clean text states, if it is one of the typed words. */
export const absenceOf = (text: string): AbsenceState | undefined =>
  text.length < 8 || text.length > 14 ? undefined : ABSENCE_WORDS.get(text.toLowerCase());

/** The word that empties a group when it stands alone in a person's row of its sheet. */
export const isNoneWord = (text: string): boolean => text.length === 8 && text.toLowerCase() === 'không có';

const LATIN_1 = /[\u0080-\u00FF]/;

/** Text of a legacy font or a broken encoding, as it was meant; the text itself when it is neither. */
function decoded(text: string, at: Reader): string {
  const mojibake = repairMojibake(text);
  if (mojibake !== null) {
    at.say(problems.textMojibake, { suggested: mojibake }, { suggestion: { value: mojibake, confidence: 0.95 } });
    return mojibake;
  }
  const legacy = detectLegacyFont(text);
  if (legacy === null) return text;
  at.say(
    legacy.font === 'TCVN3' ? problems.textTcvn3 : problems.textVni,
    { suggested: legacy.converted },
    { suggestion: { value: legacy.converted, confidence: Math.round(legacy.confidence * 100) / 100 } },
  );
  return legacy.converted;
}

function cleaned(text: string, at: Reader): string {
  const { text: clean, changes } = cleanText(text);
  for (const { kind, characters } of changes) {
    if (kind === 'form') at.say(problems.textForm, { corrected: clean }, { suggestion: { value: clean, confidence: 1 } });
    else if (kind === 'look-alike')
      at.say(
        problems.textLookAlike,
        { characters: characters.join(', '), corrected: clean },
        { suggestion: { value: clean, confidence: 1 } },
      );
    else if (kind !== 'space')
      at.say(problems.textInvisible, { characters: characters.join(', ') || '?' }, { suggestion: { value: clean, confidence: 1 } });
  }
  return clean;
}

/** The cell with its text made clean; undefined when there is nothing to read in it (a blank, or an error cell, which is told). */
export function readableCell(cell: RawCell, at: Reader): RawCell | undefined {
  if (cell.kind === 'error') {
    at.say(problems.cellError, { value: cell.text });
    return undefined;
  }
  const text = cleaned(LATIN_1.test(cell.text) ? decoded(cell.text, at) : cell.text, at);
  if (cell.formula) at.say(problems.cellFormula, {}, text === '' ? {} : { suggestion: { value: text, confidence: 0.9 } });
  if (text === '') return undefined;
  return text === cell.text ? cell : { ...cell, text };
}
