/** The text of a string item (`si`, `is`; CT_Rst): its runs joined, what is said of its pronunciation left out. */
import { unknownForm } from './refusal.ts';
import type { XmlElement } from './xml-element.ts';
import { plainString } from './xml-markup.ts';

const SAID_OTHERWISE: ReadonlySet<string> = new Set(['rPh', 'phoneticPr', 'extLst']);

function runText(run: XmlElement): string {
  return run.children
    .map((child) => {
      if (child.name === 't') return plainString(child.text);
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
