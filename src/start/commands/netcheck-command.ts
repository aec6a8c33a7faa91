/** `congvu netcheck URL`: what is wrong between this desk and the server, why, and what to do. Needs no installation; changes nothing. */
import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import type { Bilingual, Problem } from '#base/problem.ts';
import { TRIAL, measure } from '#start/netcheck/measure.ts';
import { sendReport } from '#start/netcheck/report.ts';
import type { Server } from '#start/netcheck/measure.ts';
import { measuredLines, NETCHECK_WORDS, STEP_WORDS } from '#start/netcheck/words.ts';
import { hasPassed, judge } from '#uses/netcheck/judge.ts';

export interface NetcheckRequest {
  readonly url: string;
  /** of another server in front; null: HTTPS_PROXY of the environment, else none */
  readonly proxy: string | null;
  /** file of authorities to trust in the place of those of this machine */
  readonly authorities: string | null;
  /** where the result is sent: code of the agency, and the short code that the portal made; null: it is not */
  readonly report: { readonly org: string; readonly token: string } | null;
  readonly json: boolean;
  readonly english: boolean;
}
interface Io {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
}

/** `http://account:word@host:port`; null: it is no proxy. */
export function proxyOf(text: string): Server['proxy'] {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password } = new URL(text);
  if (protocol !== 'http:' || hostname === '') return null;
  const account = username === '' ? null : `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80), account };
}

/** @returns null when it is no address of a server */
export function serverAt(text: string): URL | null {
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url : null;
}

const findingLines = (findings: readonly Problem[], say: (text: Bilingual) => string): string[] =>
  findings.flatMap(({ code, severity, title, next }) => [
    `${severity === 'error' ? '✗' : '!'} ${say(title)}`,
    `  → ${say(next)}`,
    `    (${code})`,
  ]);

/** @returns 0 all is well, 1 it works with a remark, 2 it does not, 64 it was not asked for rightly */
export async function runNetcheck(env: NodeJS.ProcessEnv, request: NetcheckRequest, { answer, print }: Io): Promise<number> {
  const url = serverAt(request.url);
  const say = (text: Bilingual): string => text[request.english ? 'en' : 'vi'];
  const proxyText = request.proxy ?? env['HTTPS_PROXY'] ?? env['https_proxy'] ?? '';
  const proxy = proxyText === '' ? null : proxyOf(proxyText);
  if (url === null || (proxyText !== '' && proxy === null)) {
    print(say(url === null ? NETCHECK_WORDS.noServer : NETCHECK_WORDS.noProxy));
    return 64;
  }
  const ca = request.authorities === null ? null : readFileSync(request.authorities, 'utf8');
  const needs = {
    clock: systemClock,
    chance: systemChance,
    resolve: async (host: string) => (await lookup(host, { all: true })).map(({ address }) => address),
  };
  print(say(NETCHECK_WORDS.begins).replace('{host}', url.host));
  const measured = await measure({ url, ca, proxy }, TRIAL, needs, (step) => print(`  ${say(STEP_WORDS[step])}`));
  const findings = judge(measured);
  const exit = !hasPassed(findings) ? 2 : findings.length > 0 ? 1 : 0;
  const verdict = exit === 2 ? NETCHECK_WORDS.failed : exit === 1 ? NETCHECK_WORDS.remarks : NETCHECK_WORDS.passed;
  const sent = request.report === null ? null : await sendReport({ url, ca, proxy }, TRIAL, needs, measured, request.report);
  answer(
    request.json
      ? JSON.stringify({ exit, host: url.host, findings, measured, ...(sent === null ? {} : { sent: sent.ok }) }, null, 2)
      : [...measuredLines(measured).map((line) => `  ${say(line)}`), say(verdict), ...findingLines(findings, say)].join('\n'),
  );
  if (sent !== null) print(say(sent.ok ? NETCHECK_WORDS.sent : NETCHECK_WORDS.notSent).replace('{why}', sent.ok ? '' : say(sent.why)));
  return exit;
}
