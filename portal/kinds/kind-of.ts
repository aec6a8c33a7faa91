/** Kind and label of a field of the dictionary. In its own chunk: only screens that show differences load the dictionary. */
import { fieldByKey } from '#standard/dictionary.ts';
import type { KindName } from '#standard/field-shape.ts';

export function kindOf(key: string): KindName | null {
  const kind = fieldByKey(key)?.kind;
  if (!kind) return null;
  return kind.name === 'derived' ? kind.of.name : kind.name;
}
