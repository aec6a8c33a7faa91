/**
 * Who employs a person, as the register knows it: each body of the employment is resolved to its identity on the day of the fact, and is
 * taken only from that body itself or from one above it. This is the lowest place that every way into the register passes (`apply.ts`);
 * the check of an upload asks the same, so that it is told at the cell. Decision 0014. One that only uses the person (secondment, biệt phái)
 * is taken when that body has agreed; until then it stays in the document as it was written, and nobody's list or card has it. Decision 0020.
 */
import { bodyPlaces } from '#authority/organisations/body-places.ts';
import type { BodyPlace, NamedBody } from '#authority/organisations/body-places.ts';
import type { PlainDate } from '#base/clock.ts';
import type { Tx } from '#base/database/transaction.ts';
import { certain } from '#base/problem.ts';
import type { Problem, Suggestion } from '#base/problem.ts';
import { showDate } from '#base/vietnamese/dates.ts';
import { FIELDS } from '#standard/dictionary.ts';
import { isEmployer } from '#standard/hot-columns.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import type { EmployerBodies } from './shapes.ts';
import {
  bodyUnknown,
  employerAbove,
  employerAmbiguous,
  employerCodeChanged,
  employerElsewhere,
  employerEnded,
  employerNotYet,
  secondmentNotAgreed,
} from './problems.ts';

const EMPLOYERS = FIELDS.filter(isEmployer);
/** The body that uses a person: the one that may be another than the body that manages. */
const USING = 'coQuanSuDung';

/** What is stated of a person on a day, and by which body. */
export interface StatedEmployment {
  /** the body that speaks */
  readonly bodyId: string;
  /** the day of the fact */
  readonly on: PlainDate;
  readonly stated: RecordDocument;
  /** whom it is stated of; null of somebody whom nobody has registered */
  readonly personId: string | null;
  /** what else stands of them, for the words that say a secondment */
  readonly standing?: RecordDocument;
}

export interface Employment {
  readonly bodies: EmployerBodies;
  /** at the field (`where.field`), with the value as stated; none of the employment may be registered while there is one */
  readonly problems: readonly Problem[];
  /** what is kept as it was written, and known of nobody */
  readonly warnings: readonly Problem[];
}

const statedIn = (document: RecordDocument): { key: string; value: unknown }[] =>
  EMPLOYERS.flatMap(({ group, key }) => {
    const value = document[group]?.[key];
    return value === undefined ? [] : [{ key, value }];
  });

/** @returns the employment of each, in the same order; nobody of the same body and day is asked for twice */
export async function resolveEmployment(tx: Tx, all: readonly StatedEmployment[]): Promise<Employment[]> {
  const found = new Map<StatedEmployment, Employment>();
  for (const same of Map.groupBy(all, ({ bodyId, on }) => `${bodyId} ${on}`).values()) {
    const { bodyId, on } = same[0]!;
    const codes = same.flatMap(({ stated }) => statedIn(stated).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])));
    const told =
      codes.length === 0 ? { places: new Map<string, BodyPlace>(), sender: null } : await bodyPlaces(tx, codes, { sender: bodyId, on });
    const users = await secondedTo(
      tx,
      same.flatMap(({ personId }) => personId ?? []),
      bodyId,
      on,
    );
    for (const one of same) found.set(one, employmentOf(one, told.places, told.sender, users.get(one.personId ?? '') ?? null));
  }
  return all.map((one) => found.get(one)!);
}

/** Who uses these people by a secondment that both bodies agreed to, on the day. */
async function secondedTo(tx: Tx, people: readonly string[], managing: string, on: PlainDate): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await tx.query<{ person_id: string; body_id: string }>('select * from seconded_people($1::uuid[], $2, $3)', [
    people,
    managing,
    on,
  ]);
  return new Map(rows.map((row) => [row.person_id, row.body_id]));
}

/**
 * The employment as it stands of people of whom something else is stated now. It was resolved when it was stated; a body that has nothing
 * to do any more with the one that keeps the person (they went over) is known no longer, until it is stated anew.
 */
export async function standingEmployers(
  tx: Tx,
  people: readonly { readonly personId: string; readonly bodyId: string; readonly employers: EmployerBodies }[],
): Promise<EmployerBodies[]> {
  const pairs = people.flatMap(({ personId, bodyId, employers }) =>
    Object.entries(employers).flatMap(([key, employer]) =>
      employer === null || employer === bodyId ? [] : [{ personId, employer, bodyId, uses: key === USING }],
    ),
  );
  const nameOf = (one: { personId: string; employer: string; bodyId: string }): string => `${one.personId} ${one.employer} ${one.bodyId}`;
  const known = new Set(
    pairs.length === 0
      ? []
      : (
          await tx.query<{ person_id: string; employer: string; body_id: string }>(
            `select p.person_id, p.employer, p.body_id from (select distinct * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[]) as q (person_id, employer, body_id, uses)) p
              where body_ever_within(p.employer, p.body_id) or (p.uses and ever_seconded(p.person_id, p.employer, p.body_id))`,
            [
              pairs.map((pair) => pair.personId),
              pairs.map((pair) => pair.employer),
              pairs.map((pair) => pair.bodyId),
              pairs.map((pair) => pair.uses),
            ],
          )
        ).map((row) => nameOf({ personId: row.person_id, employer: row.employer, bodyId: row.body_id })),
  );
  return people.map(({ personId, bodyId, employers }) =>
    Object.fromEntries(
      Object.entries(employers).map(([key, employer]) => [
        key,
        employer === null || employer === bodyId || known.has(nameOf({ personId, employer, bodyId })) ? employer : null,
      ]),
    ),
  );
}

function employmentOf(
  one: StatedEmployment,
  places: ReadonlyMap<string, BodyPlace>,
  sender: NamedBody | null,
  secondedTo: string | null,
): Employment {
  const bodies: Record<string, string | null> = {};
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const { key, value } of statedIn(one.stated)) {
    bodies[key] = null;
    if (typeof value !== 'string') continue;
    const place = places.get(value)!;
    const lends = key === USING && (place.kind === 'elsewhere' || place.kind === 'above');
    if (place.kind === 'within' || (lends && place.bodyId === secondedTo)) bodies[key] = place.bodyId;
    else if (lends && [one.stated, one.standing].some((words) => words && saysSeconded(words, one.on)))
      warnings.push(secondmentNotAgreed({ value, name: place.name }, { where: { field: key }, value }));
    else problems.push(problemOf(place, value, key, one.on, sender));
  }
  return { bodies, problems, warnings };
}

const SECONDED = 'BIET_PHAI';
const goesOn = (end: unknown, on: PlainDate): boolean => typeof end !== 'string' || end >= on.slice(0, end.length);

/** Does the record say that the person is seconded on the day: by the work state, or by an appointment or a line of the career that goes on? */
function saysSeconded(document: RecordDocument, on: PlainDate): boolean {
  const open = (lines: unknown, kind: string, end: string): boolean =>
    Array.isArray(lines) &&
    (lines as readonly Readonly<Record<string, unknown>>[]).some((line) => line[kind] === SECONDED && goesOn(line[end], on));
  return (
    document.A?.['trangThaiCongTac'] === SECONDED ||
    open(document.L?.['boNhiem'], 'hinhThuc', 'denNgay') ||
    open(document.K?.['congTac'], 'loai', 'denThang')
  );
}

/** What stands in the way of taking this body from this sender. */
function problemOf(
  place: Exclude<BodyPlace, { kind: 'within' }>,
  value: string,
  key: string,
  on: PlainDate,
  sender: NamedBody | null,
): Problem {
  const label = EMPLOYERS.find((field) => field.key === key)!.label;
  const about = { value, label: label.vi, labelEn: label.en, sender: sender?.name ?? '', senderCode: sender?.code ?? '', on: showDate(on) };
  const at = (suggestion: Suggestion | null = null) => ({ where: { field: key }, value, suggestion });
  // A suggestion only where it is the same body by construction: under its code of that day, or gone on whole in one alone.
  switch (place.kind) {
    case 'elsewhere':
      return employerElsewhere({ ...about, name: place.name }, at());
    case 'above':
      return employerAbove({ ...about, name: place.name }, at());
    case 'renumbered':
      return employerCodeChanged(
        { ...about, name: place.name, code: place.code },
        at(place.within ? certain(place.code, 'same-body') : null),
      );
    case 'ended': {
      const [only] = place.successors;
      return employerEnded(
        {
          ...about,
          name: place.name,
          lastDay: showDate(place.lastDay),
          successors: place.successors.map((body) => `"${body.name}" (${body.code})`).join(', ') || '–',
        },
        at(place.whole && only?.within ? certain(only.code, 'only-successor') : null),
      );
    }
    case 'notYet':
      return employerNotYet({ ...about, name: place.name, from: showDate(place.from) }, at());
    case 'ambiguous':
      return employerAmbiguous({ ...about, names: place.names.map((name) => `"${name}"`).join(', ') }, at());
    case 'unknown':
      return bodyUnknown(about, at());
  }
}
