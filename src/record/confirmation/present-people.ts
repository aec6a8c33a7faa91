/** What the officer is shown of people, out of what stands of them: read for one as for many, so that a list shows what each page of it would. */
import { canonicalJson } from '#base/canonical-json.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { PersonVersion, RegisteredPerson } from '#record/register/shapes.ts';
import { readPeople, readVersions } from '#record/register/store.ts';
import { buildPresented, hashOfText } from './presented.ts';
import type { Item, PresentedContent } from './shapes.ts';
import { itemsOf } from './store.ts';

/** What other rooms know of a person in a submission. */
export interface ReviewContext {
  /** code of `nguon_du_lieu`: how what was stated came here */
  readonly source: string;
  readonly match: PresentedContent['match'];
  readonly problems: PresentedContent['problems'];
  /** suggestions that were accepted in the person's items */
  readonly accepted: NonNullable<PresentedContent['accepted']>;
}

/** What is shown of one person, and what it is made of. */
export interface PresentedFrom {
  readonly shown: PresentedContent;
  /** its canonical JSON (RFC 8785), and SHA-256 of that, hexadecimal */
  readonly text: string;
  readonly hash: string;
  /** all of theirs in this submission */
  readonly items: readonly Item[];
  /** undefined = not in the register yet */
  readonly person: RegisteredPerson | undefined;
  /** every version of theirs, oldest first */
  readonly versions: readonly PersonVersion[];
}

/** What is shown of each of these people; of whom nothing waits is not there. `lock` holds their items and their rows, in the order of their ids. */
export async function presentPeople(
  tx: Tx,
  { keys }: { readonly keys: Keys },
  submissionId: string,
  personIds: readonly string[],
  knownOf: (personId: string) => ReviewContext,
  options: { lock?: boolean } = {},
): Promise<ReadonlyMap<string, PresentedFrom>> {
  const items = Map.groupBy(await itemsOf(tx, keys, submissionId, personIds, options), ({ personId }) => personId);
  const ids = [...items].filter(([, all]) => all.some(isWaiting)).map(([personId]) => personId);
  const people = await readPeople(tx, keys, ids, options);
  const versions = Map.groupBy(people.size === 0 ? [] : await readVersions(tx, keys, [...people.keys()]), ({ personId }) => personId);
  return new Map(
    ids.map((personId) => {
      const all = items.get(personId)!;
      const { match, problems, accepted } = knownOf(personId);
      const shown = buildPresented({
        items: all.filter(isWaiting),
        person: people.get(personId),
        versions: versions.get(personId) ?? [],
        match,
        problems,
        accepted,
        salt: keys.keyedHash('shown', personId),
      });
      const text = canonicalJson(shown);
      return [
        personId,
        { shown, text, hash: hashOfText(text), items: all, person: people.get(personId), versions: versions.get(personId) ?? [] },
      ];
    }),
  );
}

const isWaiting = ({ state }: Item): boolean => state === 'awaiting-confirmation';
