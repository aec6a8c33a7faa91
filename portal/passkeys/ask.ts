/** Who asks the user for their passkey: the shell shows the dialogue, an act that was refused for want of it waits for the answer. */
type Ask = () => Promise<boolean>;

let asker: Ask | null = null;
let under: Promise<boolean> | null = null;

/** The shell says how it asks. @returns takes that back */
export function askBy(ask: Ask): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = null;
  };
}

/** Asks, once for all that wait. @returns false: the user left, or there is nobody to ask (a page outside the shell) */
export function askForPasskey(): Promise<boolean> {
  if (asker === null) return Promise.resolve(false);
  under ??= asker().finally(() => (under = null));
  return under;
}
