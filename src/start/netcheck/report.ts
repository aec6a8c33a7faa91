/** Sends what was measured to the page that collects it, by the code of an agency and a short code. Nothing of the desk goes with it. */
import type { Bilingual } from '#base/problem.ts';
import { CHECK_PATH } from '#uses/netcheck/limits.ts';
import type { Measurements } from '#uses/netcheck/shapes.ts';
import { askOnce } from './line.ts';
import { targetAt } from './measure.ts';
import type { MeasureNeeds, Server, Trial } from './measure.ts';
import { NETCHECK_WORDS } from './words.ts';

export async function sendReport(
  server: Server,
  trial: Trial,
  { clock, resolve }: Pick<MeasureNeeds, 'clock' | 'resolve'>,
  measured: Measurements,
  { org, token }: { readonly org: string; readonly token: string },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: Bilingual }> {
  const notReached = { ok: false, why: NETCHECK_WORDS.notReached } as const;
  const address = await resolve(server.url.hostname).catch(() => []);
  if (address[0] === undefined && server.proxy === null) return notReached;
  const body = JSON.stringify({ code: org, token, measured });
  const target = targetAt(server, address[0] ?? server.url.hostname);
  const came = await askOnce(target, trial, { method: 'POST', path: `${CHECK_PATH}/reports`, body, msMax: trial.answerMs }, clock);
  if ('code' in came) return notReached;
  if (came.value.status === 200) return { ok: true };
  try {
    const { detail, next } = JSON.parse(came.value.text) as { detail: Bilingual; next: Bilingual };
    return { ok: false, why: { vi: `${detail.vi} ${next.vi}`, en: `${detail.en} ${next.en}` } };
  } catch {
    return notReached;
  }
}
