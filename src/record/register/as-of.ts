/** The record at a day, as known at a point: folded from the versions of one person. Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { GroupCode, GroupDocument } from '#standard/shapes.ts';
import type { PersonVersion, RecordAsOf } from './shapes.ts';

/** Later in the person's life, then later known, then later written, stands. */
const stands = (a: PersonVersion, b: PersonVersion): PersonVersion =>
  a.validFrom !== b.validFrom ? (a.validFrom > b.validFrom ? a : b) : a.tx !== b.tx ? (a.tx > b.tx ? a : b) : a.version > b.version ? a : b;

/**
 * @param versions  all versions of one person, in any order
 * @param validOn   the day asked for
 * @param knownTx   a settled point (`settled_tx()`): versions of later transactions do not count
 * @returns         the groups that stood on that day; a group nobody had stated by then is not there
 */
export function recordAsOf(versions: readonly PersonVersion[], validOn: PlainDate, knownTx: number): RecordAsOf {
  const statedBy: Partial<Record<GroupCode, PersonVersion>> = {};
  for (const version of versions) {
    if (version.tx > knownTx || version.validFrom > validOn) continue;
    for (const group of version.groups) {
      const other = statedBy[group];
      statedBy[group] = other ? stands(other, version) : version;
    }
  }
  const document: Partial<Record<GroupCode, GroupDocument>> = {};
  for (const [group, version] of Object.entries(statedBy) as [GroupCode, PersonVersion][]) {
    const stated = version.document[group];
    if (stated) document[group] = stated;
  }
  return { document, statedBy };
}
