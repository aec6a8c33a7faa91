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
}

export interface IdentityProvider {
  /** Where to send the browser. `loginHint` is passed on (the demo's account). E-SIGN-IN-AWAY, -PROVIDER, -PLAIN. */
  begin(redirectUri: string, loginHint: string | null): Promise<Result<{ readonly url: string; readonly state: SignInState }>>;
  /** Takes the callback's whole address. E-SIGN-IN when anything does not fit (state, nonce, issuer, signature, replay); -CLAIMS, -CLOCK, -CLIENT, and those of `begin`. */
  finish(callbackUrl: string, state: SignInState): Promise<Result<Identity>>;
  /** Looks at the provider as it is now, without signing anybody in: the same problems, and what would only come out at a sign-in. */
  check(): Promise<Result<null>>;
}
