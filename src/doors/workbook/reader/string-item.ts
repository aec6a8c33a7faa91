/** The text of a string item (`si`, `is`; CT_Rst): its runs joined as they are shown, what is said of its pronunciation left out. */
import { unknownForm } from './refusal.ts';
import type { XmlElement } from './xml-element.ts';
import { plainString } from './xml-markup.ts';

const SAID_OTHERWISE: ReadonlySet<string> = new Set(['rPh', 'phoneticPr', 'extLst']);

/** Drawn over a letter: it was struck out (U+0336). Who reads the text sees that it is not what stands there now. */
const STRUCK = '\u0336';
const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;
const LOWERED = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'] as const;

const isOn = (value: string | undefined): boolean => value === undefined || !/^\s*(?:0|false|off)\s*$/.test(value);

/** The text as it is shown: letters that are struck out and digits that are raised or lowered are others than plain ones. */
function asShown(text: string, look: XmlElement | undefined): string {
  if (look === undefined || text === '') return text;
  const strike = look.children.find(({ name }) => name === 'strike' || name === 'dstrike');
  if (strike !== undefined && isOn(strike.attributes.get('val'))) return Array.from(text, (letter) => letter + STRUCK).join('');
  const place = look.children.find(({ name }) => name === 'vertAlign')?.attributes.get('val');
  const digits = place === 'superscript' ? RAISED : place === 'subscript' ? LOWERED : null;
  return digits === null ? text : text.replace(/\d/g, (digit) => digits[Number(digit)]!);
}

function runText(run: XmlElement): string {
  const look = run.children.find(({ name }) => name === 'rPr');
  return run.children
    .map((child) => {
      if (child.name === 't') return asShown(plainString(child.text), look);
      if (child.name === 'rPr') return '';
      throw unknownForm(`r/${child.name}`);
    })
    .join('');
}

/** A part of it that is not known might be text: it is refused, not left out. */
export function itemText(item: XmlElement): string {
  if (item.text.trim() !== '') throw unknownForm(`${item.name}/text()`);
  return item.children
    .map((child) => {
      if (child.name === 't') return plainString(child.text);
      if (child.name === 'r') return runText(child);
      if (SAID_OTHERWISE.has(child.name)) return '';
      throw unknownForm(`${item.name}/${child.name}`);
    })
    .join('');
}
