/** What to say of a refusal: what happened, what to do next, and where the code is explained. Pure. */
import type { Refusal } from './client.ts';

export interface LocalizedProblem {
  readonly what: string;
  readonly next: string;
  readonly code: string | null;
  readonly page: string | null;
  readonly requestId: string | null;
  readonly more: readonly string[];
}

export type Language = 'vi' | 'en';
/** Words for answers that carry none of their own: by status, and for anything else. */
export type OwnWords = Readonly<
  Record<
    'offline' | 'signedOut' | 'forbidden' | 'notFound' | 'tooLarge' | 'serverDown' | 'other',
    { readonly what: string; readonly next: string }
  >
>;

function ownKind(status: number): keyof OwnWords {
  if (status === 0) return 'offline';
  if (status === 401) return 'signedOut';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 413) return 'tooLarge';
  return status >= 500 ? 'serverDown' : 'other';
}

/** Only a path of our own server, or our page of codes: a problem's `type` may name any address. */
export function pageOfCode(problem: { readonly type?: string; readonly code?: string }): string | null {
  if (!problem.code) return null;
  return problem.type?.startsWith('/') && !problem.type.startsWith('//') ? problem.type : `/problems/${problem.code}`;
}

export function localizeProblem(problem: Refusal, language: Language, own: OwnWords): LocalizedProblem {
  const words = own[ownKind(problem.status)];
  return {
    what: problem.detail?.[language] || words.what,
    next: problem.next?.[language] || words.next,
    code: problem.code ?? null,
    page: pageOfCode(problem),
    requestId: problem.requestId ?? null,
    more: (problem.problems ?? []).map((one) => one.detail?.[language]).filter((text): text is string => Boolean(text)),
  };
}
