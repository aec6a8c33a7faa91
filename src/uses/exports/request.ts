/** What may be asked to be taken along, and what is refused before anything is written. */
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { grantsThatMay } from '#authority/access/decide.ts';
import type { Actor, Subject } from '#authority/access/shapes.ts';
import { isPlainDate } from '#base/clock.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { Id, oneOf } from '#base/http/shapes.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import { cleanText } from '#base/vietnamese/text.ts';
import { leavesNowhereApart } from '#record/register/kept-apart.ts';
import { personNotFound } from '#record/register/problems.ts';
import { reachedSubject } from '#record/register/reach.ts';
import { HIT_SORTS, countPeople } from '#record/register/search.ts';
import { WANTED, withinOf } from '#record/register/search-wanted.ts';
import { notChoosable } from './extract-choices.ts';
import { REASON_MIN, REASON_PATTERN, isReason } from '#base/reason.ts';
import { exportDay, exportFields, exportGround, exportNobody, exportTooMany } from './problems.ts';
import type { ExportRules } from './rules.ts';
import { EXPORT_COLUMNS, EXPORT_FORMS, EXPORT_PURPOSES } from './shapes.ts';
import type { ExportForm } from './shapes.ts';

/** Columns of an extract of many people: as many as a landscape page of several sheets still reads. */
const EXTRACT_FIELDS_MAX = 40;
export const ExportRequest = Type.Object(
  {
    wanted: Type.Object({ ...WANTED, sort: Type.Optional(oneOf([...HIT_SORTS])) }, { additionalProperties: false }),
    /** a list when it is not said */
    form: Type.Optional(oneOf([...EXPORT_FORMS])),
    /** of a list; a template has all that its reader sees */
    columns: Type.Array(oneOf([...EXPORT_COLUMNS]), { maxItems: 20 }),
    /** of an extract of many people: keys of the dictionary, in the order of the file */
    fields: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: EXTRACT_FIELDS_MAX })),
    /** of an extract of many people: the day of the data; today when it is not said */
    asOf: Type.Optional(Type.String({ maxLength: 10 })),
    /** of an extract of one person */
    personId: Type.Optional(Id),
    /** of an extract: the document that it is made by */
    ground: Type.Optional(Type.String({ maxLength: 300 })),
    purpose: oneOf([...EXPORT_PURPOSES]),
    reason: Type.String({ pattern: REASON_PATTERN, maxLength: 300 }),
    /** why the same is asked again; needed where it was asked before (E-EXPORT-ASKED-AGAIN) */
    again: Type.Optional(Type.String({ pattern: REASON_PATTERN, maxLength: 300 })),
  },
  { additionalProperties: false },
);
type Asked = Static<typeof ExportRequest>;

export const rolesOf = (actor: Actor): readonly string[] => [...new Set(grantsThatMay(actor, 'record.export').map(({ role }) => role))];
export const maxOf = (form: ExportForm, { peopleMax, templatePeopleMax, extractPeopleMax }: ExportRules): number =>
  form === 'list' ? peopleMax : form === 'cross-extract' ? extractPeopleMax : templatePeopleMax;

/** The body by which the session sees somebody; E-PERSON-NOT-FOUND, E-RECORD-KEPT-APART. */
export async function subjectOf(tx: Tx, personId: string): Promise<Result<Subject>> {
  const subject = await reachedSubject(tx, personId);
  if (!subject) return refused(personNotFound());
  const may = await leavesNowhereApart(tx, personId);
  return may.ok ? ok({ bodyId: subject.bodyId, subjectIdentity: subject.identity }) : may;
}

interface Extract {
  readonly fields: readonly string[];
  readonly asOf: PlainDate;
  readonly ground: string;
}
/** What makes an extract one; null for every other form. E-EXPORT-GROUND, E-EXPORT-DAY, E-EXPORT-FIELDS. */
export function extractOf(
  { form, fields = [], asOf, ground = '', personId }: Asked,
  roles: readonly string[],
  today: PlainDate,
): Result<Extract | null> {
  if (form !== 'cross-extract' && form !== 'person-extract')
    // Of one person, or of chosen fields, an extract alone is made.
    return fields.length > 0 || personId !== undefined
      ? refused(exportFields({ fields: [...fields, ...(personId === undefined ? [] : ['personId'])].join(', ') }))
      : ok(null);
  const stated = cleanText(ground).text;
  if (!isReason(stated)) return refused(exportGround({ count: String(REASON_MIN) }));
  const day = asOf ?? today;
  if (!isPlainDate(day) || day > today) return refused(exportDay({ day }));
  const wrong = form === 'cross-extract' ? notChoosable(fields, roles) : fields;
  if (wrong.length > 0 || new Set(fields).size < fields.length || (form === 'cross-extract') === (fields.length === 0))
    return refused(exportFields({ fields: (wrong.length > 0 ? wrong : fields).join(', ') || '–' }));
  return (form === 'person-extract') === (personId !== undefined) ? ok({ fields, asOf: day, ground: stated }) : refused(personNotFound());
}

/** How many people it is of now. E-SEARCH-FIELD-NOT-SEEN, E-EXPORT-NOBODY, E-EXPORT-TOO-MANY. */
export async function peopleOf(tx: Tx, actor: Actor, { wanted, personId }: Asked, max: number): Promise<Result<number>> {
  if (personId !== undefined) return ok(1);
  const within = await withinOf(tx, actor, wanted);
  if (!within.ok) return within;
  const people = await countPeople(tx, { ...wanted, within: within.value });
  if (people === 0) return refused(exportNobody());
  return people > max ? refused(exportTooMany({ max: String(max) })) : ok(people);
}
