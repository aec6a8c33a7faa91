/** The record at a day, as known at a point: folded from the versions of one person. Pure. */
import { canonicalJson } from '#base/canonical-json.ts';
import type { PlainDate } from '#base/clock.ts';
import type { GroupCode, GroupDocument, Line } from '#standard/shapes.ts';
import { lineById } from './line-operation.ts';
import type { PersonVersion, RecordAsOf } from './shapes.ts';

/** Later in the person's life, then later known, then later written, stands. */
const inOrder = (a: PersonVersion, b: PersonVersion): number =>
  a.validFrom !== b.validFrom ? (a.validFrom > b.validFrom ? 1 : -1) : a.tx !== b.tx ? a.tx - b.tx : a.version - b.version;

/** Was the version known at this point, and not taken back by then? */
const isKnown = ({ tx, retractedTx }: PersonVersion, knownTx: number): boolean =>
  tx <= knownTx && (typeof retractedTx !== 'number' || retractedTx > knownTx);

/**
 * @param versions  all versions of one person, in any order
 * @param validOn   the day asked for
 * @param knownTx   a settled point (`settled_tx()`): versions of later transactions do not count
 * @returns         the groups that stood on that day; a group nobody had stated by then is not there
 */
export function recordAsOf(versions: readonly PersonVersion[], validOn: PlainDate, knownTx: number): RecordAsOf {
  const known = versions.filter((version) => isKnown(version, knownTx) && version.validFrom <= validOn).sort(inOrder);
  const byGroup = new Map<GroupCode, PersonVersion[]>();
  for (const version of known) for (const group of version.groups) byGroup.set(group, [...(byGroup.get(group) ?? []), version]);
  const statedBy: Partial<Record<GroupCode, PersonVersion>> = {};
  const document: Partial<Record<GroupCode, GroupDocument>> = {};
  const broughtBy: Partial<Record<GroupCode, Record<string, PersonVersion>>> = {};
  const linesBroughtBy: Partial<Record<GroupCode, Record<string, Record<string, PersonVersion>>>> = {};
  for (const [group, states] of byGroup) {
    const last = states.at(-1)!;
    statedBy[group] = last;
    const stated = last.document[group];
    if (!stated) continue;
    document[group] = stated;
    broughtBy[group] = Object.fromEntries(
      Object.keys(stated).map((key) => [key, firstWithValue(states, (version) => version.document[group]?.[key])]),
    );
    linesBroughtBy[group] = linesBrought(states, group, stated);
  }
  return { document, statedBy, broughtBy, linesBroughtBy };
}

/** By section and id, the version that brought each line of a group what it says. */
const linesBrought = (
  states: readonly PersonVersion[],
  group: GroupCode,
  stated: GroupDocument,
): Record<string, Record<string, PersonVersion>> =>
  Object.fromEntries(
    Object.entries(stated).flatMap(([section, lines]) =>
      Array.isArray(lines)
        ? [
            [
              section,
              Object.fromEntries(
                (lines as readonly Line[]).map((line) => {
                  const id = String(line['dong']);
                  return [id, firstWithValue(states, (version) => lineById(version.document[group], section, id))];
                }),
              ),
            ],
          ]
        : [],
    ),
  );

/**
 * The version that brought a line what it says today: whoever reads or changes this line alone has to do with that one, whatever else was stated of
 * its group since. Undefined when no such line stands.
 */
export function lineBroughtBy(
  versions: readonly PersonVersion[],
  group: GroupCode,
  section: string,
  id: string,
): PersonVersion | undefined {
  const states = versions.filter((version) => isKnown(version, Number.MAX_SAFE_INTEGER) && version.groups.includes(group)).sort(inOrder);
  const line = (version: PersonVersion): Line | undefined => lineById(version.document[group], section, id);
  return states.length > 0 && line(states.at(-1)!) ? firstWithValue(states, line) : undefined;
}

/** Of states in order: the first of the unbroken row at the end in which the value is what it is in the last. */
function firstWithValue(states: readonly PersonVersion[], of: (version: PersonVersion) => unknown): PersonVersion {
  const valueIn = (version: PersonVersion): string => canonicalJson(of(version) ?? null);
  let at = states.length - 1;
  const value = valueIn(states[at]!);
  while (at > 0 && valueIn(states[at - 1]!) === value) at--;
  return states[at]!;
}
