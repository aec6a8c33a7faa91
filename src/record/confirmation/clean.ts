/**
 * Who may be confirmed together with others: nothing of theirs asks for an officer's eyes. Whoever is not clean stays in the queue, to be looked at
 * alone, and is counted by the reason. Pure. Decision 0030.
 */
import type { Bilingual } from '#base/problem.ts';
import { leafAt } from '#record/register/leaves.ts';
import type { GroupCode } from '#standard/shapes.ts';
import { mayConfirmGroup } from './policy.ts';
import { IDENTITY } from './register-accepted.ts';
import type { PresentedContent } from './shapes.ts';

/** Why somebody is looked at alone, in the order in which it is told: of several reasons the first counts. */
export const NOT_CLEAN = {
  unchosen: { vi: 'Không được chọn vào danh sách này', en: 'Not chosen for this list' },
  own: { vi: 'Do chính anh/chị gửi, hoặc là hồ sơ của anh/chị', en: 'Sent by you, or your own record' },
  'not-yours': { vi: 'Có nhóm thông tin ngoài thẩm quyền của anh/chị', en: 'Holds a group that is not yours to confirm' },
  returned: { vi: 'Có mục đã trả lại, chờ cơ quan gửi sửa', en: 'Something was returned and waits for the sending agency' },
  'in-part': { vi: 'Đã quyết định một phần, phần còn lại để sau', en: 'Decided in part, the rest left for later' },
  waits: { vi: 'Còn mục đang chờ đối soát hoặc chờ hồ sơ khác', en: 'Something still waits for its match or for another submission' },
  beside: { vi: 'Có hồ sơ gửi trước của người này chưa quyết định', en: 'An earlier submission of this person is undecided' },
  case: { vi: 'Đang có việc trùng số, tiếp nhận, đổi số hoặc hợp nhất', en: 'A case about the person is open' },
  mismatch: { vi: 'Chưa khớp dữ liệu dân cư', en: 'Does not match the population database' },
  warning: { vi: 'Có cảnh báo', en: 'Has a warning' },
  guess: { vi: 'Có gợi ý đoán đã được áp dụng', en: 'A guess was accepted in it' },
  line: { vi: 'Thêm, sửa hoặc kết thúc từng dòng', en: 'Acts on single lines' },
  picture: { vi: 'Có ảnh chân dung cần nhìn', en: 'Holds a portrait that must be seen' },
  register: { vi: 'Hiện chưa cập nhật vào CSDL được', en: 'The register would not take it by now' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type NotClean = keyof typeof NOT_CLEAN;
export const NOT_CLEAN_REASONS = Object.keys(NOT_CLEAN) as readonly NotClean[];

/** What the rows of a person in a submission say, before anything of theirs is opened. */
export interface RowFacts {
  readonly personId: string;
  readonly groups: readonly GroupCode[];
  /** made by, or about, the officer */
  readonly own: boolean;
  /** an item of this submission is returned */
  readonly returned: boolean;
  /** an item of the same round was registered, and others of theirs wait */
  readonly inPart: boolean;
  /** an item of this submission is held, or waits for its match */
  readonly waits: boolean;
  /** an older item of another submission is open or held */
  readonly beside: boolean;
  /** a case about them, or about their number, is open */
  readonly openCase: boolean;
  /** code of `muc_khop`; null = never matched */
  readonly level: string | null;
  /** the check found an error or a warning in this round or a later one; that the sender acknowledged it is not the officer's reading of it */
  readonly warned: boolean;
  /** an item acts on a single line */
  readonly lines: boolean;
}

/** What only the rows say; null when they say nothing against it. */
export function rowsNotClean(facts: RowFacts, roles: readonly string[]): NotClean | null {
  const says: Readonly<Partial<Record<NotClean, boolean>>> = {
    own: facts.own,
    'not-yours': facts.groups.some((group) => !mayConfirmGroup(group, roles)),
    returned: facts.returned,
    'in-part': facts.inPart,
    waits: facts.waits,
    beside: facts.beside,
    case: facts.openCase,
    mismatch: facts.level !== 'KHOP',
    warning: facts.warned,
    line: facts.lines,
  };
  return NOT_CLEAN_REASONS.find((reason) => says[reason]) ?? null;
}

/** What is seen when they are opened: exactly what the officer would be shown of them, and what the register says of it. */
export interface ShownFacts {
  readonly shown: PresentedContent;
  readonly isRegistered: boolean;
  /** the register would refuse it (`registerSays`) */
  readonly refused: boolean;
}

const isPicture = (field: string): boolean => leafAt(field)?.kind.name === 'file';

export function shownNotClean({ shown, isRegistered, refused }: ShownFacts): NotClean | null {
  const says: Readonly<Partial<Record<NotClean, boolean>>> = {
    mismatch: shown.match?.level !== 'KHOP',
    // What was only written another way (`corrected`) is the same value.
    warning: shown.problems.some(({ severity }) => severity !== 'corrected'),
    guess: (shown.accepted ?? []).some(({ strength }) => strength === 'guess'),
    line: shown.groups.some(({ operation }) => operation !== undefined),
    picture: shown.groups.some(({ changes }) => changes.some(({ field }) => isPicture(field))),
    register: refused || (!isRegistered && !shown.groups.some(({ group }) => group === IDENTITY)),
  };
  return NOT_CLEAN_REASONS.find((reason) => says[reason]) ?? null;
}
