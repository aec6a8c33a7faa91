/** How a source calls the lines that it added: by keys of its own, which it goes on to use; the numbers of the register are ours. */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import { namedFact } from './facts.ts';
import type { DoorOfChanges } from './places.ts';
import type { ExchangeChange, PersonFacts } from './shapes.ts';

/** What is read of a change here. */
type NamedChange = Pick<ExchangeChange, 'seq' | 'person' | 'fact'>;

const onLine = ({ fact }: NamedChange) => {
  const named = namedFact(fact);
  return named !== null && named.line !== null ? { ...named, line: named.line } : null;
};

/** By number of the change, the fact as the register names it, where a line goes by a key that its sender gave it. */
async function registerNames(tx: Tx, keys: Keys, bodyId: string, changes: readonly NamedChange[]): Promise<ReadonlyMap<number, string>> {
  const acts = changes.flatMap((change) => {
    const line = onLine(change);
    return line ? [{ seq: change.seq, hash: keys.nationalIdHash(change.person).toString('hex'), ...line }] : [];
  });
  if (acts.length === 0) return new Map();
  const rows = await tx.query<{ hash: string; section: string; key: string; line: string }>(
    `select encode(n.id_hash, 'hex') as hash, l.section, l.key, l.line from national_id n join exchange_line l using (person_id)
      where l.body_id = $1 and n.state = 'registered' and n.id_hash = any (select decode(h, 'hex') from unnest($2::text[]) h)`,
    [bodyId, [...new Set(acts.map(({ hash }) => hash))]],
  );
  const lines = new Map(rows.map(({ hash, section, key, line }) => [`${hash} ${section} ${key}`, line]));
  return new Map(
    acts.flatMap(({ seq, hash, group, key, line }) => {
      const number = lines.get(`${hash} ${key} ${line}`);
      return number === undefined ? [] : [[seq, `${group}/${key}#${number}`]];
    }),
  );
}

/** Changes with the lines that they touch named as the register names them; one that states such a line anew corrects it. */
export async function namedByRegister(
  tx: Tx,
  keys: Keys,
  bodyId: string,
  changes: readonly ExchangeChange[],
): Promise<readonly ExchangeChange[]> {
  const names = await registerNames(tx, keys, bodyId, changes);
  return changes.map((change) => {
    const fact = names.get(change.seq);
    return fact === undefined ? change : { ...change, fact, operation: change.operation === 'assert' ? 'correct' : change.operation };
  });
}

/** The door of the lines, told before it reads how a line is called. */
export const withLineNames = (door: DoorOfChanges): DoorOfChanges => ({
  ...door,
  async prepare(tx, keys, bodyId, bytes) {
    const texts = Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
    return registerNames(
      tx,
      keys,
      bodyId,
      texts.map((line) => JSON.parse(line) as NamedChange),
    );
  },
});

/** A line that a source added, and how it calls it. */
export interface NamedLine {
  readonly personId: string;
  readonly section: string;
  readonly key: string;
  readonly line: string;
}

/** Keeps how lines are called; the first name of a line stays. */
export const keepLineNames = (tx: Tx, bodyId: string, lines: readonly NamedLine[]): Promise<unknown> =>
  tx.query(
    `insert into exchange_line (body_id, person_id, section, key, line)
     select $1, l."personId", l.section, l.key, l.line from jsonb_to_recordset($2::jsonb) as l ("personId" uuid, section text, key text, line text) on conflict do nothing`,
    [bodyId, JSON.stringify(lines)],
  );

/** Lines of these people that a source named: by person, its name of a fact by the register's. */
export async function sourceNames(
  tx: Tx,
  bodyId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.query<NamedLine>(
    'select person_id as "personId", section, key, line from exchange_line where body_id = $1 and person_id = any ($2::uuid[])',
    [bodyId, personIds],
  );
  return new Map(
    [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, own]) => [
      personId,
      new Map(own.map(({ section, key, line }) => [`${section}#${line}`, key])),
    ]),
  );
}

/** The name of a fact as the source knows it. */
export function namedForSource(fact: string, names: ReadonlyMap<string, string> | undefined): string {
  const [group, ...rest] = fact.split('/');
  const line = rest.join('/');
  const key = names?.get(line);
  return key === undefined ? fact : `${group}/${line.slice(0, line.lastIndexOf('#'))}#${key}`;
}

/** Facts of a person as the source names them. */
export const factsForSource = (facts: PersonFacts, names: ReadonlyMap<string, string> | undefined): PersonFacts =>
  Object.fromEntries(Object.entries(facts).map(([fact, standing]) => [namedForSource(fact, names), standing]));
