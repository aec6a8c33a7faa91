/** Certificates and revocation lists of the listeners: can they be used, and when does each end? */
import type { Config } from '#base/config.ts';
import type { Guard } from '#base/guards.ts';
import type { Problem } from '#base/problem.ts';
import { readCertificates } from '#start/listening/certificates.ts';
import type { CertificateEnd } from '#start/listening/certificates.ts';
import { listenerCertificateEnds } from '#start/listening/problems.ts';
import { END_WORDS } from '#start/listening/words.ts';
import type { CheckResult } from './shapes.ts';
import { listenerCertificatesFound } from './words.ts';

const DAY_MS = 86_400_000;
/** Told so long before they end, in days: an authority is renewed by hand and by many, a list comes by itself every few days. */
const DAYS_MIN: Readonly<Record<CertificateEnd['what'], number>> = { certificate: 21, authority: 180, 'revocation-list': 2 };

const daysLeft = ({ at }: CertificateEnd, nowMs: number): number => Math.floor((Date.parse(at) - nowMs) / DAY_MS);

/** What readiness tells: nothing of it takes a server away, for the others in front of it would have the same certificates. */
export function judgeEnds(
  guards: readonly { readonly ends: () => readonly CertificateEnd[]; readonly trouble: () => Problem | null }[],
  nowMs: number,
): { readonly ok: boolean; readonly detail: string } | null {
  const trouble = guards.map((guard) => guard.trouble()).find((problem) => problem !== null);
  if (trouble) return { ok: false, detail: `a changed file is not in use: ${trouble.code}` };
  const ends = guards.flatMap((guard) => guard.ends()).toSorted((a, b) => a.at.localeCompare(b.at));
  const [first] = ends;
  if (!first) return null;
  const soon = ends.find((end) => daysLeft(end, nowMs) < DAYS_MIN[end.what]) ?? first;
  const days = daysLeft(soon, nowMs);
  return { ok: days >= DAYS_MIN[soon.what], detail: `${soon.what} ${days < 0 ? 'has ended' : `ends in ${days} days`}` };
}

export const guardsOf = ({ listeners, metrics }: Pick<Config, 'listeners' | 'metrics'>): Guard[] =>
  [...listeners.map(({ guard }) => guard), metrics?.guard].filter((guard) => guard !== undefined);

/** Nothing where no listener speaks TLS itself. */
export function checkListenerCertificates(config: Pick<Config, 'listeners' | 'metrics'>, nowMs: number): CheckResult[] {
  const guards = guardsOf(config).filter(({ tls }) => tls !== null);
  if (guards.length === 0) return [];
  const read = guards.map(readCertificates);
  const ends = read.flatMap((one) => (one.ok ? (one.value?.ends ?? []) : [])).toSorted((a, b) => a.at.localeCompare(b.at));
  const soon = ends.filter((end) => daysLeft(end, nowMs) < DAYS_MIN[end.what]);
  const unread = read.flatMap((one) => (one.ok ? [] : one.problems));
  const isOver = unread.length > 0 || soon.some((end) => daysLeft(end, nowMs) < 0);
  return [
    {
      name: 'listener-certificates',
      state: isOver ? 'failed' : soon.length > 0 ? 'warning' : 'ok',
      found: listenerCertificatesFound(ends[0]?.at.slice(0, 10) ?? null),
      problems: [
        ...unread,
        ...soon.map(({ what, file, at }) => listenerCertificateEnds({ what: END_WORDS[what], file, day: at.slice(0, 10) })),
      ],
    },
  ];
}
