/** The whole record of the person signed in, group by group: what it says, who confirmed it, what is on its way, what is missing. */
import { recordRead } from '#authority/audit/record.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { Read } from '#authority/audit/shapes.ts';
import type { Clock, PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { Bilingual } from '#base/problem.ts';
import type { Keys } from '#base/sealing.ts';
import { recordAsOf } from '#record/register/as-of.ts';
import { bodyCodesIn } from '#record/register/body-words.ts';
import { portraitOf } from '#record/register/portrait.ts';
import { nationalIdOf } from '#record/register/read.ts';
import { maskNationalId } from '#record/register/search.ts';
import { readPeople, readVersions } from '#record/register/store.ts';
import { recordView } from '#record/register/view.ts';
import type { FieldView, GroupView, SectionView } from '#record/register/view.ts';
import { FIELDS, GROUPS } from '#standard/dictionary.ts';
import { textOf } from '#standard/record-access.ts';
import type { GroupCode, RecordDocument } from '#standard/shapes.ts';
import { standingOf } from './group-state.ts';
import type { GroupStanding, OwnItem } from './group-state.ts';
import { enterDoor, ownAttestations, ownItems } from './store.ts';

export interface OwnRecordNeeds extends AuditNeeds {
  readonly keys: Keys;
  readonly clock: Clock;
  /** names of bodies by code; a code of nobody is left out */
  readonly bodyNamesByCode: (tx: Tx, codes: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** names of bodies by id */
  readonly bodyNames: (tx: Tx, bodyIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** A group of one's own record. */
export interface OwnGroup extends GroupStanding {
  readonly code: GroupCode;
  readonly title: Bilingual;
  readonly fields: readonly FieldView[];
  readonly sections: readonly SectionView[];
  readonly source: string | null;
  readonly validFrom: PlainDate | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  /** agrees with the population database, which keeps it from then on */
  readonly locked: boolean;
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
  readonly version: number;
  readonly identityLocked: boolean;
  /** SHA-256 of the confirmed picture; null when there is none */
  readonly portrait: string | null;
  /** all 26, in the order of the form */
  readonly groups: readonly OwnGroup[];
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
  const me = await enterDoor(tx);
  const person = me && (await readPeople(tx, needs.keys, [me.personId])).get(me.personId);
  if (!person) return null;
  await recordRead(tx, needs, [{ ...AS_ONESELF, ...what, bodyId: person.bodyId, objectId: person.personId, revision: person.version }]);
  const today = needs.clock.today();
  const record = recordAsOf(await readVersions(tx, needs.keys, [person.personId]), today, Number.MAX_SAFE_INTEGER);
  const names = await needs.bodyNamesByCode(tx, bodyCodesIn(record.document));
  const views = recordView(record, { roles: [OWN_ROLE], unmasked: EVERY_FIELD }, person.identityLocked, today, {
    attested: await ownAttestations(tx),
    nameOfBody: (code) => names.get(code),
  });
  const items = await ownItems(tx);
  const groups = GROUPS.map(({ code, title }) =>
    ownGroup(code, title, views.find((view) => view.code === code) ?? null, {
      document: record.document,
      items,
      locked: code === IDENTITY && person.identityLocked,
      today,
    }),
  );
  return {
    personId: person.personId,
    bodyId: person.bodyId,
    bodyName: (await needs.bodyNames(tx, [person.bodyId])).get(person.bodyId) ?? '',
    name: textOf(person.document, IDENTITY, 'hoTenKhaiSinh'),
    position: positionIn(groups),
    nationalId: (await nationalIdOf(tx, needs.keys, person.personId)) ?? '',
    version: person.version,
    identityLocked: person.identityLocked,
    portrait: portraitOf(person.document),
    groups,
  };
}

interface Around {
  readonly document: RecordDocument;
  readonly items: readonly OwnItem[];
  readonly locked: boolean;
  readonly today: PlainDate;
}

function ownGroup(code: GroupCode, title: Bilingual, view: GroupView | null, { document, items, locked, today }: Around): OwnGroup {
  // A group that holds computed values alone was stated by nobody.
  const stated = view !== null && view.version !== null;
  const confirmed = stated ? view.attestationId !== null || locked : null;
  return {
    code,
    title,
    fields: view?.fields ?? [],
    sections: view?.sections ?? [],
    source: view?.source ?? null,
    validFrom: view?.validFrom ?? null,
    confirmedAt: view?.confirmedAt ?? null,
    confirmedBy: view?.confirmedBy ?? null,
    locked,
    ...standingOf(code, document, items, confirmed, today),
  };
}

const NOTHING: Bilingual = { vi: '', en: '' };

function positionIn(groups: readonly OwnGroup[]): Bilingual {
  const fields = groups.find((group) => group.code === 'F')?.fields ?? [];
  const said = (key: string): Bilingual | undefined => fields.find((field) => field.key === key && field.display.vi !== '')?.display;
  return said('chucVuHienTai') ?? said('viTriViecLam.ten') ?? NOTHING;
}

/** The number as a page shows it; nothing for a person whose number was erased. */
export const maskedNumber = (record: OwnRecord): string => (record.nationalId === '' ? '' : maskNationalId(record.nationalId));
