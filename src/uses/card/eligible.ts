/**
 * What a card of this person would say today, or what is missing for one. Pure.
 * A card is for a person in service whose identity is matched and locked, with a portrait, a position and a body.
 */
import type { Instant, PlainDate } from '#base/clock.ts';
import { nfc } from '#base/vietnamese/text.ts';
import { portraitOf } from '#record/register/portrait.ts';
import type { EmployerBodies } from '#record/register/shapes.ts';
import type { CardClaims } from '#standard/card/shapes.ts';
import { codeList } from '#standard/code-lists.ts';
import { fieldByKey } from '#standard/dictionary.ts';
import { saysNoNumber } from '#standard/numbers-in-words.ts';
import { printValue } from '#standard/print.ts';
import { realTitleOf } from '#standard/real-title.ts';
import { textOf } from '#standard/record-access.ts';
import type { RecordDocument } from '#standard/shapes.ts';
import type { EmploymentKind } from './employment.ts';
import type { EndReasonCode } from './reasons.ts';

/** What a card says of its person: the claims without the picture, the number, the days, the environment and the kind of employment, which the issue adds. */
export type CardSays = Omit<CardClaims, 'moi_truong' | 'anh' | 'loai_vi_tri' | 'ma_so_the' | 'ngay_cap' | 'het_han' | 'ma_cua'>;

/** Keys of the bodies that a card names. */
const USING = 'coQuanSuDung';
const MANAGING = 'coQuanQuanLy';

/** A body as a card names it. */
export interface Workplace {
  readonly ma: string;
  readonly ten: string;
  readonly cap: CardClaims['cap'];
}

/** The person as the register holds them today. */
export interface PersonForCard {
  readonly document: RecordDocument;
  /** the bodies of the employment as the register knows them; a card takes them from here, never from what was typed */
  readonly employers: EmployerBodies;
  readonly identityLocked: boolean;
}

export const MISSING = ['service', 'identity', 'portrait', 'name', 'employment', 'position', 'body', 'kind'] as const;
export type MissingForCard = (typeof MISSING)[number];

/** Who the bodies are that a card names: names and codes change, they do not. */
export interface CardEmployers {
  readonly using: string;
  readonly managing: string;
}

export type Eligibility =
  | { readonly fits: true; readonly says: CardSays; readonly portrait: string; readonly employers: CardEmployers }
  | {
      readonly fits: false;
      readonly heldBack: null;
      readonly missing: readonly [MissingForCard, ...MissingForCard[]];
      readonly workState: string;
    }
  /** nothing of the record brings a card; what is missing besides is told too */
  | { readonly fits: false; readonly heldBack: HeldBack; readonly missing: readonly MissingForCard[]; readonly workState: string };

/** The last card was ended for a reason of mistrust, and nobody has released its person yet. */
export interface HeldBack {
  readonly reason: EndReasonCode;
  readonly since: Instant;
  /** the session that asks ended it itself: another one releases */
  readonly byMe: boolean;
}

/** What a code list says of a code for the card, whatever the day: a record may still hold a code that has ended. '' when nothing. */
const saidOf = (list: string, code: string, attribute: string): string =>
  String(codeList(list).entries.find((entry) => entry.code === code)?.attributes[attribute] ?? '');

/** May somebody in this work state hold a card: `duoc_giu`, not now (`tam_ngung`), or no more (`thoi`)? Source and confidence: the list. */
export const workStateForCard = (workState: string): string => saidOf('trang_thai_cong_tac', workState, 'the');

const MARK = /\p{M}+/gu;
/** A citizen number that was typed among words of a body gets on no card. */
const wordsOf = (document: RecordDocument, group: 'A' | 'F', key: string): string => {
  const words = textOf(document, group, key).trim();
  return saysNoNumber(words) ? words : '';
};

/** For readers without Vietnamese letters; keeps the case. */
const latin = (name: string): string => name.normalize('NFD').replace(MARK, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Ids of the bodies that a main card of this person names; whoever asks `eligibilityFor` looks them up first. */
export const workplaceIds = ({ employers }: Pick<PersonForCard, 'employers'>): readonly string[] =>
  [employers[USING], employers[MANAGING]].filter((id) => typeof id === 'string');

/** Is there anything to look at? Without lock or portrait nobody has a card, and most of a first load has neither. */
export const mayBeEligible = ({ document, identityLocked }: PersonForCard): boolean => identityLocked && portraitOf(document) !== null;

/** At which body, as what, somebody stands by one of their employments. */
export interface Standing {
  readonly bodyId: string | undefined;
  readonly post: CardSays['chuc_vu'] | undefined;
  readonly job: CardSays['chuc_danh'] | undefined;
  /** '' when none is known */
  readonly unit: string;
  /** is it in force today, by the words of both bodies where it needs them? */
  readonly inForce: boolean;
}

/** What was typed of a unit, at a body → the unit as the register names it; '' when it knows none of that name there. Decision 0088. */
export type UnitOf = (bodyId: string | null | undefined, typed: string) => string;

/** What was typed of the unit: '' when nothing was. */
export const unitTyped = ({ document }: Pick<PersonForCard, 'document'>): string => wordsOf(document, 'A', 'donViTrucThuoc');

/** The employment that the record states as such: the body that uses the person, unit, post and job. */
export const statedStanding = (person: PersonForCard, today: PlainDate, unitOf: UnitOf, inForce = true): Standing => ({
  bodyId: person.employers[USING] ?? undefined,
  post: postOf(person.document, today),
  job: jobOf(person.document),
  unit: unitOf(person.employers[USING], unitTyped(person)),
  inForce,
});

/**
 * Every card stands by these rules, of whichever employment it is.
 *
 * @param workplaces  by id of the body, on `today`; one that has ended is left out
 * @param heldBack    null: nobody holds this person back
 * @returns           what the card says and the SHA-256 of its portrait, or everything that is missing, weightiest first
 */
export function eligibilityFor(
  person: PersonForCard,
  { bodyId, post, job, unit, inForce }: Standing,
  workplaces: ReadonlyMap<string, Workplace>,
  heldBack: HeldBack | null,
): Eligibility {
  const { document } = person;
  const portrait = portraitOf(document);
  const name = nfc(textOf(document, 'B', 'hoTenKhaiSinh')).trim();
  const workState = textOf(document, 'A', 'trangThaiCongTac');
  const kind = saidOf('loai_doi_tuong', textOf(document, 'A', 'loaiDoiTuong'), 'ky_hieu_the');
  const using = workplaces.get(bodyId ?? '');
  const managing = workplaces.get(person.employers[MANAGING] ?? '');
  const missing: Readonly<Record<MissingForCard, boolean>> = {
    service: workStateForCard(workState) !== 'duoc_giu',
    identity: !person.identityLocked,
    portrait: portrait === null,
    name: name === '',
    employment: !inForce,
    position: !post && !job,
    body: !using || !managing,
    kind: kind === '',
  };
  const [first, ...rest] = MISSING.filter((one) => missing[one]);
  if (heldBack) return { fits: false, heldBack, missing: first ? [first, ...rest] : [], workState };
  if (first) return { fits: false, heldBack, missing: [first, ...rest], workState };
  return {
    fits: true,
    portrait: portrait!,
    employers: { using: bodyId!, managing: person.employers[MANAGING]! },
    says: {
      ho_ten: name,
      ho_ten_latin: latin(name),
      ...(post ? { chuc_vu: post } : {}),
      ...(job ? { chuc_danh: job } : {}),
      co_quan: { ma: using!.ma, ten: using!.ten },
      co_quan_quan_ly: { ma: managing!.ma, ten: managing!.ten },
      ...(unit === '' ? {} : { don_vi: unit }),
      loai: kind,
      cap: using!.cap,
      dang_cong_tac: true,
    },
  };
}

/** A post as it was agreed: by the list's name on the day, or by its words; undefined: it looks like a number. */
export function agreedPost(post: string, today: PlainDate): CardSays['chuc_vu'] | undefined {
  const field = fieldByKey('chucVuHienTai');
  if (!field || !saysNoNumber(post)) return undefined;
  const named = printValue(field.kind, post, today).vi;
  return named === post ? { ten: post } : { ma: post, ten: named };
}

/** A post of the list by code, under its real title where the record states it, else by the list's name; one that was written out by its words alone. */
function postOf(document: RecordDocument, today: PlainDate): CardSays['chuc_vu'] | undefined {
  const stated = wordsOf(document, 'F', 'chucVuHienTai');
  const field = fieldByKey('chucVuHienTai');
  if (stated === '' || !field) return undefined;
  const named = printValue(field.kind, stated, today).vi;
  return named === stated ? { ten: stated } : { ma: stated, ten: realTitleOf(document, named, saysNoNumber) ?? named };
}

function jobOf(document: RecordDocument): CardSays['chuc_danh'] | undefined {
  const [code, name] = [wordsOf(document, 'F', 'viTriViecLam.ma'), wordsOf(document, 'F', 'viTriViecLam.ten')];
  return name === '' ? undefined : { ...(code === '' ? {} : { ma: code }), ten: name };
}

/** Why a card of that employment is over, once it is in force no more. */
const OVER: Readonly<Record<EmploymentKind, EndReasonCode>> = {
  main: 'DOI_CO_QUAN',
  concurrent: 'THOI_KIEM_NHIEM',
  secondment: 'HET_BIET_PHAI',
};

/** Why a card ends when its person no longer fits. */
export function reasonOfMissing(fit: Extract<Eligibility, { fits: false }>, kind: EmploymentKind): EndReasonCode {
  if (fit.heldBack) return fit.heldBack.reason;
  switch (fit.missing[0]) {
    case 'service':
      return workStateForCard(fit.workState) === 'tam_ngung' ? 'TAM_NGUNG' : 'THOI_PHUC_VU';
    case 'identity':
      return 'MAT_XAC_THUC';
    case 'portrait':
      return 'THIEU_ANH';
    case 'employment':
      return OVER[kind];
    case 'name':
    case 'position':
    case 'body':
    case 'kind':
      return 'THIEU_THONG_TIN';
  }
}
