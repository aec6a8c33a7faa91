/** Ends the session on the server, then loads the portal afresh: nothing of the last user stays in memory. */
import { newKey } from '#portal/api/client.ts';
import { forgetAll } from '#portal/parts/kept-choice.ts';

export async function signOut(): Promise<void> {
  // The answer may be a redirect to the provider's own page; ours is the start page either way.
  await fetch('/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'manual',
    headers: { 'idempotency-key': newKey() },
  }).catch(() => undefined);
  forgetAll(sessionStorage);
  location.assign('/');
}
