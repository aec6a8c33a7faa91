/** Which employments of a person a card may be of, and what each needs. Pure. Decisions 0086, 0092. */
import type { PlainDate } from '#base/clock.ts';
import { lineText, linesOf } from '#standard/record-access.ts';
import { agreedPost, eligibilityFor, statedStanding } from './eligible.ts';
import type { Eligibility, HeldBack, PersonForCard, UnitOf, Workplace } from './eligible.ts';

/** Of which of a person's employments a card is; with the body, but for the main one. */
export type Employment = 'main' | `${'concurrent' | 'secondment'}:${string}`;
export const MAIN: Employment = 'main';
export const EMPLOYMENT_KINDS = ['main', 'concurrent', 'secondment'] as const;
export type EmploymentKind = (typeof EMPLOYMENT_KINDS)[number];
export const kindOf = (employment: Employment): EmploymentKind => employment.split(':')[0] as EmploymentKind;

/** What two bodies agreed to of a person: that the other one uses them, or gives them a post beside the main one. */
export interface AgreedEmployment {
  readonly kind: 'concurrent' | 'secondment';
  readonly bodyId: string;
  /** concurrent: a code of `chuc_vu` or words; else null */
  readonly post: string | null;
  readonly from: PlainDate;
  /** last day; null: until a side ends it */
  readonly until: PlainDate | null;
  /** every code that the body ever had: by which the record names it */
  readonly codes: readonly string[];
}

/** What a card of one employment would say today, or what is missing for one. */
export interface EmploymentFit {
  readonly employment: Employment;
  /** no card is valid longer; null: no end is known */
  readonly until: PlainDate | null;
  readonly fit: Eligibility;
}

/** The employments of one person: the first is the main one, or the secondment that stands in its place. */
export interface Employments {
  readonly first: EmploymentFit;
  readonly beside: readonly EmploymentFit[];
}

/** Does the record name this post at this body? Both words are needed: the other body agreed to the post, and the managing one still states it. */
const isStated = ({ document }: PersonForCard, { post, codes }: AgreedEmployment): boolean =>
  (linesOf(document, 'F', 'chucVuKiemNhiem') ?? []).some(
    (line) => lineText(line, 'chucVu') === post && codes.includes(lineText(line, 'coQuan')),
  );

const isInForce = ({ from, until }: AgreedEmployment, today: PlainDate): boolean => from <= today && (until === null || until >= today);

/** While another body uses somebody, their card is one of that secondment: of the body that lent them they hold no post. */
export function employmentsOf(
  person: PersonForCard,
  agreed: readonly AgreedEmployment[],
  {
    workplaces,
    unitOf,
    today,
    heldBack,
  }: {
    readonly workplaces: ReadonlyMap<string, Workplace>;
    readonly unitOf: UnitOf;
    readonly today: PlainDate;
    readonly heldBack: HeldBack | null;
  },
): Employments {
  const lent = agreed.findLast(({ kind, bodyId }) => kind === 'secondment' && bodyId === person.employers['coQuanSuDung']);
  const inForce = lent === undefined || isInForce(lent, today);
  return {
    first: {
      employment: lent ? `secondment:${lent.bodyId}` : MAIN,
      until: lent?.until ?? null,
      fit: eligibilityFor(person, statedStanding(person, today, unitOf, inForce), workplaces, heldBack),
    },
    beside: agreed
      .filter(({ kind }) => kind === 'concurrent')
      .map((one): EmploymentFit => {
        const standing = {
          bodyId: one.bodyId,
          post: agreedPost(one.post ?? '', today),
          job: undefined,
          unit: '',
          inForce: isInForce(one, today) && isStated(person, one),
        };
        return { employment: `concurrent:${one.bodyId}`, until: one.until, fit: eligibilityFor(person, standing, workplaces, heldBack) };
      }),
  };
}

/** What a card of an employment that nobody agrees to any more stands on. */
function gone({ first }: Employments): Eligibility {
  const { fit } = first;
  const { heldBack, workState, missing } = fit.fits ? { heldBack: null, workState: '', missing: [] } : fit;
  // What is missing of the person weighs more than that the employment is over.
  const ofPerson = missing.filter((one) => one === 'service' || one === 'identity' || one === 'portrait' || one === 'name');
  const [weightiest, ...rest] = [...ofPerson, 'employment' as const];
  return heldBack
    ? { fits: false, heldBack, missing: [weightiest!, ...rest], workState }
    : { fits: false, heldBack: null, missing: [weightiest!, ...rest], workState };
}

/** Of an employment, with what it needs; one that is none any more fits no card. */
export function fitOf(all: Employments, employment: Employment): EmploymentFit {
  const known = [all.first, ...all.beside].find((one) => one.employment === employment);
  return known ?? { employment, until: null, fit: gone(all) };
}

/** Those that are, and those of which cards hold. */
export const everyEmployment = (all: Employments, held: readonly Employment[]): readonly EmploymentFit[] =>
  [...new Set([...held, all.first.employment, ...all.beside.map(({ employment }) => employment)])].map((one) => fitOf(all, one));
