/** Port to an identity provider: code + PKCE in, who it is out. Implemented in `outside/vneid`. */
import type { Result } from '#base/problem.ts';

/** What is kept (sealed, in a cookie) between leaving for the provider and coming back. */
export interface SignInState {
  readonly state: string;
  readonly codeVerifier: string;
  readonly nonce: string | null;
}

/** Who the provider says it is. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly nationalId: string;
  readonly name: string;
  /** 1 or 2 (NĐ 69/2024/NĐ-CP) */
  readonly level: number;
  /** the provider's name of its session with the person; null: it tells none */
  readonly sid: string | null;
}

/** Who is signed out at the provider (OpenID Connect Back-Channel Logout 1.0): a person, one of their sessions, or both. */
export interface LoggedOut {
  readonly issuer: string;
  readonly subject: string | null;
  readonly sid: string | null;
  /** the token's own name: it is taken once */
  readonly jti: string;
  /** it is not taken any more from then on, in seconds since 1970 */
  readonly untilSeconds: number;
}

export interface IdentityProvider {
  /** Where to send the browser. `loginHint` is passed on (the demo's account). E-SIGN-IN-AWAY, -PROVIDER, -PLAIN. */
  begin(redirectUri: string, loginHint: string | null): Promise<Result<{ readonly url: string; readonly state: SignInState }>>;
  /** Takes the callback's whole address. E-SIGN-IN when anything does not fit (state, nonce, issuer, signature, replay); -CLAIMS, -CLOCK, -CLIENT, and those of `begin`. */
  finish(callbackUrl: string, state: SignInState): Promise<Result<Identity>>;
  /** Looks at the provider as it is now, without signing anybody in: the same problems, and what would only come out at a sign-in. */
  check(): Promise<Result<null>>;
  /** Verifies a logout token that somebody brought. E-LOGOUT-TOKEN, also where the provider knows no such tokens. */
  loggedOut(token: string): Promise<Result<LoggedOut>>;
}
