/** The LGSP access token: asked for once, kept until shortly before its end, thrown away when it is refused. */
import type { Clock } from '#base/clock.ts';
import type { Refused, Unavailable } from '#record/matching/port.ts';
import { lgspAccessToken } from './access.ts';
import type { LgspAccess } from './access.ts';
import { post } from './bounded-post.ts';
import { TOKEN_BYTES_MAX } from './limits.ts';
import { isRefusal, unavailable } from './outcome.ts';

export interface LgspTokens {
  /** headers of a call, or why there are none */
  headers(signal: AbortSignal): Promise<Record<string, string> | Unavailable | Refused>;
  forget(): void;
}

/** Renewed so long before its end, in milliseconds. */
const EARLY_MS = 30_000;
/** When the platform does not say how long it lasts, in seconds. */
const LASTS_SECONDS = 300;

export function lgspTokens(access: LgspAccess, clock: Clock): LgspTokens {
  let kept: { readonly value: string; readonly untilMs: number } | null = null;
  const lgspaccesstoken = lgspAccessToken(access);
  return {
    forget() {
      kept = null;
    },
    async headers(signal) {
      const nowMs = Date.parse(clock.now());
      if (!kept || kept.untilMs <= nowMs) {
        const posted = await post({
          url: access.tokenUrl,
          signal,
          bytesMax: TOKEN_BYTES_MAX,
          body: 'grant_type=client_credentials',
          headers: { 'content-type': 'application/x-www-form-urlencoded', lgspaccesstoken },
        });
        if (!posted) return unavailable('connection');
        if (isRefusal(posted.status) || posted.status === 400) return { kind: 'refused', code: `TOKEN-${posted.status}` };
        if (posted.status !== 200) return unavailable('status', posted.retryAfter);
        const token = readToken(posted.text);
        if (!token) return unavailable('unreadable');
        kept = { value: token.value, untilMs: nowMs + Math.max(token.lastsSeconds * 500, token.lastsSeconds * 1000 - EARLY_MS) };
      }
      return { Authorization: `Bearer ${kept.value}`, lgspaccesstoken };
    },
  };
}

function readToken(text: string | null): { readonly value: string; readonly lastsSeconds: number } | null {
  try {
    const said = JSON.parse(text ?? '') as { access_token?: unknown; expires_in?: unknown } | null;
    // Only what may stand in a header; a line break in it would be a header of its own.
    if (typeof said?.access_token !== 'string' || !/^[\w.~+/=-]{1,4096}$/.test(said.access_token)) return null;
    const lastsSeconds = Number(said.expires_in);
    return { value: said.access_token, lastsSeconds: Number.isFinite(lastsSeconds) && lastsSeconds > 0 ? lastsSeconds : LASTS_SECONDS };
  } catch {
    return null;
  }
}
