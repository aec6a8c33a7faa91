/** Servers that are not ours: each is looked at without asking about anybody. What does not answer waits; an installation is made all the same. */
import { signInAway } from '#authority/access/problems.ts';
import { certificateWords } from '#base/certificate-words.ts';
import type { Clock } from '#base/clock.ts';
import type { Config } from '#base/config.ts';
import type { Bilingual } from '#base/problem.ts';
import { lookAtMailServer } from '#uses/notices/mailer.ts';
import { scannerOf } from '#start/scan-files.ts';
import { mailNotTaken, populationNotReached, scannerAway } from '#start/problems.ts';
import { signInProviderOf } from '#start/sign-in.ts';
import type { CheckResult } from './shapes.ts';
import { OUTSIDE_WORDS, mailFound, populationFound, signInFound } from './words.ts';

/** How long another server may take to show that it is there, in milliseconds. */
const LOOK_MS_MAX = 5_000;

export async function checkSignIn(config: Config, clock: Clock): Promise<CheckResult> {
  const issuer = config.signIn.shape === 'vneid' ? config.signIn.authorizeUrl : (config.oidcIssuer ?? '–');
  const found = signInFound(issuer, config.signIn.shape);
  try {
    const looked = await signInProviderOf(config, clock, true).check();
    return { name: 'sign-in', state: looked.ok ? 'ok' : 'failed', found, problems: looked.ok ? [] : looked.problems };
  } catch (error) {
    // The key file of the other shape is read before anything is asked.
    const { code } = error as NodeJS.ErrnoException;
    return { name: 'sign-in', state: 'failed', found, problems: [signInAway({ detail: code ?? 'error' })] };
  }
}

/** Why an address is not reached; null: something answers there. Whatever it answers to a bare GET, it is there. */
async function whyNotReached(url: string): Promise<Bilingual | null> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(LOOK_MS_MAX) });
    await answer.body?.cancel();
    return answer.status === 502 || answer.status === 503 || answer.status === 504
      ? { vi: `HTTP ${answer.status}`, en: `HTTP ${answer.status}` }
      : null;
  } catch (error) {
    const cause = (error as Error).cause as NodeJS.ErrnoException | undefined;
    const word = cause?.code ?? (error as Error).name;
    return (cause && certificateWords(cause)) ?? { vi: word, en: word };
  }
}

export async function checkPopulation({ populationUrl }: Pick<Config, 'populationUrl'>): Promise<CheckResult> {
  if (populationUrl === null) return { name: 'population', state: 'ok', found: OUTSIDE_WORDS.simulated, problems: [] };
  const why = await whyNotReached(populationUrl);
  const found = populationFound(new URL(populationUrl).host);
  return { name: 'population', state: why ? 'failed' : 'ok', found, problems: why ? [populationNotReached({ why })] : [] };
}

/** Without a scanner uploads are called "not scanned", which is told and is no fault. */
export async function checkScanner(config: Pick<Config, 'scannerUrl'>): Promise<CheckResult> {
  const scanner = scannerOf(config);
  if (scanner === null) return { name: 'scanner', state: 'ok', found: OUTSIDE_WORDS.noScanner, problems: [] };
  const why = await scanner.look();
  return {
    name: 'scanner',
    state: why === null ? 'ok' : 'failed',
    found: OUTSIDE_WORDS.scanner,
    problems: why === null ? [] : [scannerAway({ why })],
  };
}

/** Without a mail server notices stand in the portal alone, which is told and is no fault. */
export async function checkMail({ smtpUrl }: Pick<Config, 'smtpUrl'>): Promise<CheckResult> {
  if (smtpUrl === null) return { name: 'mail', state: 'ok', found: OUTSIDE_WORDS.noMail, problems: [] };
  const detail = await lookAtMailServer(smtpUrl);
  const found = mailFound(new URL(smtpUrl).host);
  return { name: 'mail', state: detail === null ? 'ok' : 'failed', found, problems: detail === null ? [] : [mailNotTaken({ detail })] };
}
