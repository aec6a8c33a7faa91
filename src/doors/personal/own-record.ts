/** The whole record of the person signed in, group by group: what it says, who confirmed it, what is on its way, what is missing. */
import { recordRead } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Read } from '#authority/audit/shapes.ts';
import type { Clock, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { recordAsOf } from '#record/register/as-of.ts';
import { comparedIn } from '#record/matching/compared.ts';
import { componentsOf } from '#record/register/components.ts';
import type { Component } from '#record/register/components.ts';
import { portraitOf } from '#record/register/portrait.ts';
import type { QualityOf } from '#record/register/quality-port.ts';
import type { RecordQuality } from '#record/register/quality-shapes.ts';
import { besideOf } from '#record/register/read.ts';
import { numbersOf } from '#record/register/record-code.ts';
import { maskNationalId } from '#record/register/search.ts';
import type { Compared, Heads } from '#record/register/shapes.ts';
import { readPeople, readSalts, readVersions } from '#record/register/store.ts';
import { recordView } from '#record/register/view.ts';
import type { FieldView, GroupView, SectionView } from '#record/register/view.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { realTitleOf } from '#standard/real-title.ts';
import { textOf } from '#standard/record-access.ts';
import type { GroupCode, RecordDocument } from '#standard/shapes.ts';
import { standingOf } from './group-state.ts';
import type { GroupStanding, OwnItem } from './group-state.ts';
import { enableOwnRecordPolicies, ownAttestations, ownItems, ownMatches } from './store.ts';

export interface OwnRecordNeeds extends AuditNeeds {
  readonly keys: Keys;
  readonly clock: Clock;
  /** names of bodies by id */
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** how good a record is; nothing is said of it when not given */
  readonly qualityOf?: QualityOf;
}

/** A group of one's own record. */
export interface OwnGroup extends GroupStanding {
  /** how long it is kept */
  readonly kept: Component['kept'];
  readonly code: GroupCode;
  readonly title: Bilingual;
  readonly fields: readonly FieldView[];
  readonly sections: readonly SectionView[];
  readonly source: string | null;
  readonly validFrom: PlainDate | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
}

export interface OwnRecord {
  readonly personId: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly name: string;
  /** post, or job position where there is none; in words */
  readonly position: Bilingual;
  /** in clear: the caller masks it or was asked for all */
  readonly nationalId: string;
  /** what the population database was found to say of the number; null where there is none */
  readonly nationalIdCompared: Compared | null;
  readonly version: number;
  /** which version states each group today */
  readonly heads: Heads;
  readonly identityLocked: boolean;
  /** SHA-256 of the confirmed picture; null when there is none */
  readonly portrait: string | null;
  /** all 26, in the order of the form */
  readonly groups: readonly OwnGroup[];
  readonly quality: RecordQuality | null;
  /** as it stands today, sealed groups open */
  readonly document: RecordDocument;
}

/** Role that somebody acts in at this door, whatever roles they hold elsewhere. */
export const OWN_ROLE = 'CA_NHAN';
export const AS_ONESELF = { purpose: 'OWN_RECORD', role: OWN_ROLE } as const;
const EVERY_FIELD: ReadonlySet<string> = new Set(FIELDS.map((field) => field.key));
const IDENTITY: GroupCode = 'B';

/**
 * Opens one's own record as it stands now; the opening leaves its audit row in this transaction.
 *
 * @param what  which kind of reading it is, and what it is told of in the log
 * @returns     null when nobody is registered under the number of this session, and nothing is recorded
 */
export async function openOwnRecord(
  tx: Tx,
  needs: OwnRecordNeeds,
  what: { readonly act: Read; readonly payload: unknown },
): Promise<OwnRecord | null> {
  const me = await enableOwnRecordPolicies(tx);
  const person = me && (await readPeople(tx, needs.keys, [me.personId])).get(me.personId);
  if (!person) return null;
  await recordRead(tx, needs, [{ ...AS_ONESELF, ...what, bodyId: person.bodyId, objectId: person.personId, revision: person.version }]);
  const today = needs.clock.today();
  const record = recordAsOf(await readVersions(tx, needs.keys, [person.personId]), today, Number.MAX_SAFE_INTEGER);
  const salt = (await readSalts(tx, [person.personId])).get(person.personId) ?? null;
  const comparedOf = comparedIn(needs.keys, salt, await ownMatches(tx));
  const numbers = await numbersOf(tx, needs.keys, person.personId);
  const attested = await ownAttestations(tx);
  const views = recordView(record, { roles: [OWN_ROLE], unmasked: EVERY_FIELD }, today, {
    attested,
    comparedOf,
    numbers,
    ...(await besideOf(tx, record, today)),
  });
  const number = numbers.current ?? '';
  const items = await ownItems(tx);
  const groups = componentsOf(record, attested, today).map((component) =>
    ownGroup(component, views.find((view) => view.code === component.code) ?? null, items),
  );
  return {
    personId: person.personId,
    bodyId: person.bodyId,
    bodyName: (await needs.bodyNames(tx, [person.bodyId])).get(person.bodyId) ?? '',
    name: textOf(person.document, IDENTITY, 'hoTenKhaiSinh'),
    position: positionIn(groups, record.document),
    nationalId: number,
    nationalIdCompared: number === '' ? null : comparedOf('soDinhDanh', number),
    version: person.version,
    heads: person.heads,
    identityLocked: person.identityLocked,
    portrait: portraitOf(person.document),
    groups,
    quality: needs.qualityOf?.({ document: record.document, number: numbers.current, comparedOf, on: today, isSeen: () => true }) ?? null,
    document: record.document,
  };
}

function ownGroup(component: Component, view: GroupView | null, items: readonly OwnItem[]): OwnGroup {
  return {
    code: component.code,
    title: component.title,
    fields: view?.fields ?? [],
    sections: view?.sections ?? [],
    source: view?.source ?? null,
    validFrom: view?.validFrom ?? null,
    confirmedAt: component.signed?.at ?? null,
    confirmedBy: component.signed?.by ?? null,
    kept: component.kept,
    ...standingOf(component, items),
  };
}

const NOTHING: Bilingual = { vi: '', en: '' };

/** As on the card: the real title of the post where the record states it. */
function positionIn(groups: readonly OwnGroup[], document: RecordDocument): Bilingual {
  const fields = groups.find((group) => group.code === 'F')?.fields ?? [];
  const said = (key: string): Bilingual | undefined => fields.find((field) => field.key === key && field.display.vi !== '')?.display;
  const post = said('chucVuHienTai');
  const title = post && realTitleOf(document, post.vi);
  return (title === undefined ? post : { vi: title, en: title }) ?? said('viTriViecLam.ten') ?? NOTHING;
}

/** The number as a page shows it; nothing for a person whose number was erased. */
export const maskedNumber = (record: OwnRecord): string => (record.nationalId === '' ? '' : maskNationalId(record.nationalId));
