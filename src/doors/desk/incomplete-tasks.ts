/** Of whom an agency still has to send something: as many as the search finds that it leads to. */
import { bodiesFor, grantsThatMay } from '#authority/access/decide.ts';
import type { Actor } from '#authority/access/shapes.ts';
import type { Tx } from '#base/database/transaction.ts';
import { countPeople } from '#record/register/search.ts';
import { withinOf } from '#record/register/search-wanted.ts';
import type { Wanted } from '#record/register/search-wanted.ts';

const HREF = '/tra-cuu?incomplete=1';

/** One search of all that the actor finds, where they bring files for all of it; else one of each agency that they bring files for. */
function searchesOf(actor: Actor): readonly { readonly wanted: Wanted; readonly href: string }[] {
  const brings = bodiesFor(actor, 'upload.create');
  if (brings === null) return [];
  if ((bodiesFor(actor, 'record.search') ?? []).every((bodyId) => brings.includes(bodyId)))
    return brings.length === 0 ? [] : [{ wanted: { incomplete: true }, href: HREF }];
  const at = new Set(grantsThatMay(actor, 'upload.create').map(({ bodyId }) => bodyId));
  return [...at].map((bodyId) => ({ wanted: { incomplete: true, bodyId, below: true }, href: `${HREF}&bodyId=${bodyId}&below=1` }));
}

export async function incompleteTasks(tx: Tx, actor: Actor) {
  const tasks = [];
  for (const { wanted, href } of searchesOf(actor)) {
    const within = await withinOf(tx, actor, wanted);
    if (!within.ok) continue;
    const count = await countPeople(tx, { ...wanted, within: within.value });
    if (count > 0) tasks.push({ kind: 'people-incomplete' as const, count, oldestAt: null, href });
  }
  return tasks;
}
