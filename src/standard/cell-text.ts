/**
 * A cell as it stands in the file → clean text, or a stated absence, or nothing. What every kind needs before it reads.
 * Says what was repaired and what cannot be: formulas, error cells, legacy fonts, broken encodings, decomposed letters.
 * The type of a cell is judged here, once for all kinds: a kind that says nothing about logical values or dates never meets one.
 */
import { certain, guess } from '#base/problem.ts';
import { detectLegacyFont } from '#base/vietnamese/legacy-fonts.ts';
import { secretMarkOf } from '#base/vietnamese/secret-mark.ts';
import { cleanText, repairMojibake } from '#base/vietnamese/text.ts';
import type { KindName, KindSpec } from './field-shape.ts';
import { isWordOf } from './kinds/coded.ts';
import type { Kind, Reader } from './kinds/kind.ts';
import * as problems from './problems/cell.ts';
import { standInOf } from './stand-ins.ts';
import type { AbsenceState, DateCell, RawCell } from './shapes.ts';

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

/** What empties a group, as it is written. */
export const NONE_WORD = 'Không có';
const OTHER_NONE_WORDS: ReadonlySet<string> = new Set([
  'không',
  'không bị',
  'không có gì',
  'chưa',
  'chưa có',
  'chưa bị',
  'không có ai',
  'khong',
  'khong co',
]);

/** Words that perhaps mean the same, alone in a row: they are asked about. */
export const isOtherNoneWord = (text: string): boolean => text.length <= 12 && OTHER_NONE_WORDS.has(text.toLowerCase());

/** The word that empties a group when it stands alone in a person's row of its sheet. */
export const isNoneWord = (text: string): boolean => text.length === 8 && text.toLowerCase() === 'không có';

const LATIN_1 = /[\u0080-\u00FF]/;

/** Text of a legacy font or a broken encoding, as it was meant; the text itself when it is neither. */
function decoded(text: string, at: Reader): string {
  const mojibake = repairMojibake(text);
  if (mojibake !== null) {
    at.report(problems.textMojibake, { suggested: mojibake }, { suggestion: certain(mojibake, 'broken-encoding') });
    return mojibake;
  }
  const legacy = detectLegacyFont(text);
  if (legacy === null) return text;
  at.report(
    legacy.font === 'TCVN3' ? problems.textTcvn3 : problems.textVni,
    { suggested: legacy.converted },
    {
      suggestion: legacy.confidence > 0.9 ? certain(legacy.converted, 'legacy-font') : guess(legacy.converted, 'perhaps-legacy-font'),
    },
  );
  return legacy.converted;
}

function cleaned(text: string, at: Reader): string {
  const { text: clean, changes } = cleanText(text);
  for (const { kind, characters } of changes) {
    if (kind === 'form') at.report(problems.textForm, { corrected: clean }, { suggestion: certain(clean, 'letter-form') });
    else if (kind === 'look-alike')
      at.report(
        problems.textLookAlike,
        { characters: characters.join(', '), corrected: clean },
        { suggestion: guess(clean, 'look-alike') },
      );
    else if (kind !== 'space')
      at.report(
        problems.textInvisible,
        { characters: characters.join(', ') || '?' },
        { suggestion: certain(clean, 'invisible-characters') },
      );
  }
  return clean;
}

/** Kinds that may be given as TRUE or FALSE, and those that may be given as a date cell. */
const TAKE_LOGICAL: ReadonlySet<KindName> = new Set(['flag']);
const TAKE_DATES: ReadonlySet<KindName> = new Set(['date', 'partialDate']);
/** Kinds whose text, as it was typed, a spreadsheet is known to take for a date: 12/5 of a decision, 12/12 of a school, 2/34 for a coefficient. */
const TAKEN_FOR_DATES: ReadonlySet<KindName> = new Set(['text', 'code', 'decimal', 'integer', 'digits']);
/** Digits that a spreadsheet keeps of a whole number. */
const DIGITS_KEPT = /^-?\d{1,15}(?:[.%]|$)/;

/** What was perhaps typed into a cell that became this date. */
function typedBefore({ day, shows, text }: DateCell): string[] {
  if (day === null) return [];
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8))];
  if (shows === 'year') return [year];
  if (shows === 'month') return [`${month}/${year.slice(2)}`, `${month}.${year.slice(2)}`, text, `${month}/${year}`];
  return [`${date}/${month}`, `${day.slice(8)}/${day.slice(5, 7)}`, `${date}.${month}`, text];
}

/** A date where none belongs: told as what it shows; what was typed is a guess, and only one that the kind can read. */
function sayDate(cell: DateCell, kind: Kind<KindSpec>, spec: KindSpec, at: Reader): void {
  const fits = (text: string): boolean => {
    let isClean = true;
    const { today, on, demo, bodyKnown, bodyNamed } = at;
    const report = (): void => {
      isClean = false;
    };
    return (
      kind.read({ text, kind: 'text', formula: false }, spec, { today, on, demo, bodyKnown, bodyNamed, report }) !== undefined && isClean
    );
  };
  const meant = TAKEN_FOR_DATES.has(spec.name) ? typedBefore(cell).find(fits) : undefined;
  at.report(problems.cellDate, { shown: cell.text }, meant === undefined ? {} : { suggestion: guess(meant, 'shown-by-format') });
}

/** Says what the type of the cell makes unreadable for this kind. */
function isOfWrongType(cell: RawCell, kind: Kind<KindSpec>, spec: KindSpec, at: Reader): boolean {
  if (cell.kind === 'error') at.report(problems.cellError, { value: cell.text });
  else if (cell.kind === 'boolean' && !TAKE_LOGICAL.has(spec.name)) at.report(problems.cellLogical, { value: cell.text });
  else if (cell.kind === 'date' && !TAKE_DATES.has(spec.name)) sayDate(cell, kind, spec, at);
  else if (cell.kind === 'number' && /^-?\d/.test(cell.text) && !DIGITS_KEPT.test(cell.text)) at.report(problems.cellDigitsLost);
  else return false;
  return true;
}

const STRUCK = /(?:[^\u0336]\u0336)+/gu;

/** Words that were struck out in the sheet (the reader draws U+0336 over them) are said, and nothing is read; what stands beside them is a guess. */
function isStruck(text: string, at: Reader): boolean {
  if (!text.includes('\u0336')) return false;
  const struck = (text.match(STRUCK) ?? []).map((one) => one.replaceAll('\u0336', '')).join(' … ');
  const left = cleanText(text.replace(STRUCK, ' ')).text;
  at.report(problems.cellStruck, { struck }, left === '' ? {} : { suggestion: guess(left, 'not-struck') });
  return true;
}

/** Is the text no value but a stand-in ("nt", "-", "#N/A")? Says so; for "as above" the value above is proposed, as a guess. An entry of the field's own list is a value. */
function isStandIn(text: string, spec: KindSpec, at: Reader): boolean {
  if (spec.name === 'flag') return false;
  const means = standInOf(text, spec.name);
  if (means === undefined || ('codeLists' in spec && isWordOf(spec.codeLists, text, at.on))) return false;
  if (means !== 'as-above') {
    at.report(problems.cellStandIn, { value: text });
    return true;
  }
  const above = at.above?.() ?? null;
  at.report(problems.cellAsAbove, { value: text }, above === null ? {} : { suggestion: guess(above, 'as-above') });
  return true;
}

/** Kinds whose words are anybody's: what is a code, a number or a day says no secret by its form, and a name may be Mật. */
const MAY_SAY_SECRETS: ReadonlySet<KindName> = new Set(['text', 'longText', 'codeOrText', 'organisation', 'decision']);

/** Does the text bear a mark of secrecy? Says so; what may be something else is asked about, and read. */
function isSecret(text: string, spec: KindSpec, at: Reader): boolean {
  const mark = MAY_SAY_SECRETS.has(spec.name) ? secretMarkOf(text) : null;
  if (mark !== null) at.report(mark === 'stamp' ? problems.secretMark : problems.secretMarkPerhaps, {});
  return mark === 'stamp';
}

/**
 * The cell with its text made clean; undefined when there is nothing to read in it (a blank, or a cell whose type its kind cannot
 * read, which is told). MUST stand before every `kind.read` of a cell of a file.
 */
export function readableCell(cell: RawCell, kind: Kind<KindSpec>, spec: KindSpec, at: Reader): RawCell | undefined {
  if (isOfWrongType(cell, kind, spec, at) || isStruck(cell.text, at)) return undefined;
  const text = cleaned(LATIN_1.test(cell.text) ? decoded(cell.text, at) : cell.text, at);
  if (cell.formula) at.report(problems.cellFormula, {}, text === '' ? {} : { suggestion: guess(text, 'formula-result') });
  if (text === '' || isStandIn(text, spec, at) || isSecret(text, spec, at)) return undefined;
  return text === cell.text ? cell : { ...cell, text };
}
