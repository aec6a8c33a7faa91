/** Reading records: each opening, unmasking, history and page of hits leaves its audit row in the same transaction. */
import { recordRead } from '#authority/audit/record.ts';
import { currentLists, listsKnownAt } from '#authority/code-lists/editions.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { ReadEntry } from '#authority/audit/shapes.ts';
import { bodyNames, bodyNaming } from '#authority/organisations/store.ts';
import { isPlainDate } from '#base/clock.ts';
import type { Clock, PlainDate } from '#base/clock.ts';
import { settledPoint, settledTx } from '#base/database/settled.ts';
import type { Tx } from '#base/database/transaction.ts';
import { ok, refused } from '#base/problem.ts';
import type { Bilingual, Result } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { RECORD_CODE } from '#standard/check/record-code.ts';
import { FIELDS, fieldByKey, leavesOf } from '#standard/dictionary.ts';
import { judgedBy } from '#standard/list-edition.ts';
import type { Leaf } from '#standard/field-shape.ts';
import type { Line } from '#standard/shapes.ts';
import { printValue } from '#standard/print.ts';
import { recordAsOf } from './as-of.ts';
import { bodyCodesIn, printNamed } from './body-words.ts';
import { componentsOf } from './components.ts';
import type { Component } from './components.ts';
import { dayNotValid, fieldNotVisible, personNotFound } from './problems.ts';
import type { QualityOf } from './quality-port.ts';
import type { RecordQuality } from './quality-shapes.ts';
import { readReached } from './reach.ts';
import { numbersOf, recordCodeWords } from './record-code.ts';
import { maskNationalId } from './search.ts';
import type { Attested, Compared, ComparedOf, PersonVersion, RecordAsOf, RegisteredPerson } from './shapes.ts';
import { readVersions } from './store.ts';
import { seen } from './visibility.ts';
import { recordView } from './view.ts';
import type { ViewContext, GroupView } from './view.ts';

export interface ReadNeeds extends AuditNeeds {
  readonly keys: Keys;
  readonly clock: Clock;
  /** attestations of a person, by id; they stand in the room of confirmation */
  readonly attestations: (tx: Tx, personId: string) => Promise<ReadonlyMap<string, Attested>>;
  /** what the matches with the population database say of values, as known at a point; they stand in the room of matching */
  readonly compared: (tx: Tx, personId: string, knownTx: number) => Promise<ComparedOf>;
  /** how good a record is; nothing is said of it when not given */
  readonly qualityOf?: QualityOf;
}

/** Field keys under which the citizen number is asked for: its own, and the code of the record. */
const NUMBER = 'soDinhDanh';
const IS_NUMBER: ReadonlySet<string> = new Set([NUMBER, RECORD_CODE]);

/** The citizen number in clear; null for a person who was erased. MUST be called only in a transaction that records the read. */
export const nationalIdOf = async (tx: Tx, keys: Keys, personId: string): Promise<string | null> =>
  (await numbersOf(tx, keys, personId)).current;

export interface RecordPage {
  readonly personId: string;
  readonly bodyId: string;
  readonly name: string;
  readonly nationalIdMasked: string;
  /** what the population database was found to say of the number; null for a person who was erased */
  readonly nationalIdCompared: Compared | null;
  readonly version: number;
  readonly groups: readonly GroupView[];
  /** how far each group that the reader sees stands in for its paper */
  readonly components: readonly Component[];
  /** how good it is, as far as the reader sees it */
  readonly quality: RecordQuality | null;
  readonly validOn: string;
  /** the point that this page is known at: the one asked for, else the newest settled one, or that of a version which is not settled yet */
  readonly knownAt: number;
  readonly identityLocked: boolean;
}

/**
 * Opens one record at a day, as known at a settled point; when none is said, as it stands: all that is committed, or an officer would miss what they
 * signed a second ago for as long as any other transaction of the server runs.
 * Fails with E-PERSON-NOT-FOUND, E-DAY-NOT-VALID, E-KNOWN-AT-NOT-SETTLED.
 */
export async function openRecord(
  tx: Tx,
  needs: ReadNeeds,
  personId: string,
  how: {
    roles: readonly string[];
    validOn?: string | undefined;
    knownAt?: number | undefined;
    /** fields that are shown in clear, to who may see them at all; none when not said */
    unmasked?: ReadonlySet<string>;
    /** the row that it leaves; `record.read` of an officer, for personnel work, when not said. Data goes to a body by a kind of provision, to the person by none */
    reading?: Pick<ReadEntry, 'act'> & { readonly payload: object } & (
        | (Required<Pick<ReadEntry, 'provision'>> & { readonly purpose?: never })
        | (Required<Pick<ReadEntry, 'role'>> & Pick<ReadEntry, 'purpose'> & { readonly provision?: never })
      );
  },
): Promise<Result<RecordPage>> {
  const validOn = how.validOn ?? needs.clock.today();
  if (!isPlainDate(validOn)) return refused(dayNotValid({ day: validOn }));
  const point = await settledPoint(tx, how.knownAt);
  if (!point.ok) return point;
  const settled = await settledTx(tx);
  const person = await readReached(tx, needs.keys, personId);
  if (!person) return refused(personNotFound());
  const versions = await readVersions(tx, needs.keys, [personId]);
  const knownAt = how.knownAt ?? Math.max(settled, ...versions.map((version) => version.tx));
  const record = recordAsOf(versions, validOn, knownAt);
  await recordRead(tx, needs, [
    {
      purpose: 'CONSULT',
      act: 'record.read',
      ...(how.reading ? {} : { provision: 'personnel' as const }),
      bodyId: person.bodyId,
      objectId: personId,
      revision: person.version,
      ...how.reading,
      payload: { validOn, knownAt, ...how.reading?.payload },
    },
  ]);
  const numbers = await numbersOf(tx, needs.keys, personId, how.knownAt);
  const number = numbers.current;
  const attested = await needs.attestations(tx, personId);
  const beside = await besideOf(tx, record, validOn);
  const comparedOf = await needs.compared(tx, personId, knownAt);
  const visibility = { roles: how.roles, unmasked: how.unmasked ?? new Set<string>() };
  const lists = how.knownAt === undefined ? await currentLists(tx) : await listsKnownAt(tx, knownAt);
  const isSeen = ({ field }: Leaf): boolean => seen(field, visibility) !== 'hidden';
  const asked = { document: record.document, number, comparedOf, on: validOn, isSeen };
  return ok({
    personId,
    bodyId: person.bodyId,
    name: nameIn(person),
    nationalIdMasked: number === null ? '' : maskNationalId(number),
    version: person.version,
    nationalIdCompared: number === null ? null : comparedOf(NUMBER, number),
    groups: judgedBy(lists, () => recordView(record, visibility, validOn, { attested, comparedOf, numbers, ...beside })),
    components: judgedBy(lists, () => componentsOf(record, attested, validOn, isSeen)),
    quality: judgedBy(lists, () => needs.qualityOf?.(asked) ?? null),
    validOn,
    knownAt,
    identityLocked: person.identityLocked,
  });
}

/** How the bodies of a record are called: those of the employment on the day shown, all others on the day of their fact. */
export async function besideOf(tx: Tx, record: RecordAsOf, on: PlainDate): Promise<Pick<ViewContext, 'nameOfBody' | 'nameOfEmployer'>> {
  const employers = Object.values(record.broughtBy.A ?? {}).flatMap((version) => Object.values(version.employers));
  const names = await bodyNames(
    tx,
    employers.filter((id) => id !== null),
    on,
  );
  return { nameOfBody: await bodyNaming(tx, bodyCodesIn(record.document)), nameOfEmployer: (id) => names.get(id) };
}

const nameIn = (person: RegisteredPerson): string => String(person.document.B?.['hoTenKhaiSinh'] ?? '');

/** One masked value in clear; the asking is a read of its own, `as` an officer who consults unless told. Fails with E-PERSON-NOT-FOUND, E-FIELD-NOT-VISIBLE. */
export async function unmaskField(
  tx: Tx,
  needs: AuditNeeds & Pick<ReadNeeds, 'keys'>,
  personId: string,
  fieldKey: string,
  roles: readonly string[],
  as: Pick<ReadEntry, 'purpose' | 'role'> = { purpose: 'CONSULT' },
): Promise<Result<{ readonly value: unknown; readonly display: Bilingual }>> {
  const person = await readReached(tx, needs.keys, personId);
  if (!person) return refused(personNotFound());
  const field = fieldByKey(fieldKey);
  const leaf = field && leavesOf(FIELDS, field.group, field.section).find((one) => one.path === fieldKey);
  if (!field || seen(field, { roles, unmasked: new Set([field.key]) }) !== 'clear') return refused(fieldNotVisible());
  await recordRead(tx, needs, [
    {
      ...as,
      act: 'record.unmasked',
      ...(as.purpose === 'CONSULT' ? { provision: 'personnel' as const } : {}),
      bodyId: person.bodyId,
      objectId: personId,
      revision: person.version,
      payload: { field: fieldKey },
    },
  ]);
  if (IS_NUMBER.has(fieldKey)) {
    const numbers = await numbersOf(tx, needs.keys, personId);
    const number = numbers.current ?? '';
    return ok({ value: number, display: fieldKey === NUMBER ? { vi: number, en: number } : recordCodeWords(numbers, false) });
  }
  const group = person.document[field.group] ?? {};
  const value = field.section === null ? group[leaf?.key ?? fieldKey] : group[field.section];
  if (value === undefined || !leaf) return ok({ value: null, display: { vi: '', en: '' } });
  if (field.section !== null && Array.isArray(value)) {
    const words = (value as Record<string, never>[]).map((line) => printValue(leaf.kind, line[leaf.key] ?? ''));
    return ok({
      value: value.map((line) => (line as Record<string, unknown>)[leaf.key] ?? null),
      display: { vi: words.map((one) => one.vi).join('; '), en: words.map((one) => one.en).join('; ') },
    });
  }
  return ok({ value, display: printValue(leaf.kind, value as never) });
}

export interface FieldMoment {
  readonly value: unknown;
  readonly display: Bilingual;
  readonly validFrom: string;
  readonly knownFrom: number;
  readonly source: string;
  readonly attestationId: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
}

/** What a field was, newest first, where it changed. Sensitive fields are refused here: they are asked for one by one. */
export async function fieldHistory(
  tx: Tx,
  needs: ReadNeeds,
  personId: string,
  fieldKey: string,
  roles: readonly string[],
): Promise<Result<FieldMoment[]>> {
  const person = await readReached(tx, needs.keys, personId);
  if (!person) return refused(personNotFound());
  const field = fieldByKey(fieldKey);
  if (!field || seen(field, { roles, unmasked: new Set() }) !== 'clear') return refused(fieldNotVisible());
  await recordRead(tx, needs, [
    {
      act: 'record.history',
      purpose: 'CONSULT',
      provision: 'personnel',
      bodyId: person.bodyId,
      objectId: personId,
      revision: person.version,
      payload: { field: fieldKey },
    },
  ]);
  const versions = await readVersions(tx, needs.keys, [personId]);
  const nameOfBody = await bodyNaming(tx, [...new Set(versions.flatMap((version) => bodyCodesIn(version.document)))]);
  return ok(momentsOf(versions, fieldKey, { attested: await needs.attestations(tx, personId), nameOfBody }));
}

/** The moments at which a single-valued field changed, newest first. Pure. */
export function momentsOf(
  versions: readonly PersonVersion[],
  fieldKey: string,
  beside: Pick<ViewContext, 'attested' | 'nameOfBody'>,
): FieldMoment[] {
  const field = fieldByKey(fieldKey);
  if (!field) return [];
  const leaf = leavesOf(FIELDS, field.group, field.section).find((one) => one.path === fieldKey);
  const moments: FieldMoment[] = [];
  let last: string | undefined;
  for (const version of versions) {
    const group = version.document[field.group];
    // What a merge had brought that was undone was nobody's fact.
    if (!group || !leaf || typeof version.retractedTx === 'number') continue;
    // Of a repeating section this column alone: its other columns are fields of their own, with eyes of their own.
    const held = field.section === null ? group[leaf.key] : group[field.section];
    const value = field.section !== null && Array.isArray(held) ? held.map((line) => (line as Line)[leaf.key] ?? null) : held;
    const text = JSON.stringify(value ?? null);
    if (text === last) continue;
    last = text;
    const single = field.section === null && value !== undefined && !Array.isArray(value);
    const confirmed = version.attestationId === null ? undefined : beside.attested.get(version.attestationId);
    moments.push({
      value: value ?? null,
      display: single ? printNamed(leaf.kind, value as never, (code) => beside.nameOfBody(code, version.validFrom)) : { vi: '', en: '' },
      validFrom: version.validFrom,
      knownFrom: version.tx,
      source: version.source,
      attestationId: version.attestationId,
      confirmedAt: confirmed?.at ?? null,
      confirmedBy: confirmed?.by ?? null,
    });
  }
  return moments.reverse();
}
