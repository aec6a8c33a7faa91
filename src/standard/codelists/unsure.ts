/** Where a list is itself not certain of an entry: whoever reads or decides by its code is told, with the source. Pure. */
import type { PlainDate } from '#base/clock.ts';
import { codeList } from '#standard/code-lists.ts';
import { isHeldOn, type CodeEntry } from './list-file.ts';

/** What an entry says of where it was found; the list's own source where it says nothing. */
function sourceOf(listId: string, { attributes }: CodeEntry): string {
  const own = attributes['can_cu'] ?? attributes['source'];
  return typeof own === 'string' ? own : codeList(listId).source;
}

/** The source of the entry that a code names on a day, where the list marks the entry as uncertain; null where it does not, or has no such code. */
export function unsureCode(listIds: readonly string[], code: string, on: PlainDate): string | null {
  for (const listId of listIds) {
    const entries = codeList(listId).entries.filter((entry) => entry.code === code);
    const entry = entries.find((one) => isHeldOn(one, on)) ?? entries[0];
    if (entry) return entry.confidence === 'uncertain' ? sourceOf(listId, entry) : null;
  }
  return null;
}
