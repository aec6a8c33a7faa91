/** Does our server answer? Known by what was asked, and by the browser; while it does not, it is asked again and again. */

/** Between two looks for a server that did not answer, in milliseconds. */
const LOOK_EVERY_MS = 3_000;

let lost = false;
let looking = false;
const listeners = new Set<() => void>();

export const isLost = (): boolean => lost;
/** @returns ends it */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** An answer came, or none did. */
export function noteArrival(arrived: boolean): void {
  if (lost === arrived) {
    lost = !arrived;
    for (const listener of listeners) listener();
  }
  if (!arrived && !looking) {
    looking = true;
    setTimeout(() => void look(), LOOK_EVERY_MS);
  }
}

async function look(): Promise<void> {
  looking = false;
  if (!lost) return;
  noteArrival(await answers());
}

/** When the server answers again; at once when it does. */
export const connected = (): Promise<void> =>
  new Promise((resolve) => {
    if (!lost) return resolve();
    const stop = onConnection(() => {
      if (lost) return;
      stop();
      resolve();
    });
  });

/** A part of the portal that is fetched when it is opened: without a connection it waits for one, and the page begins anew. */
export async function fetchedWhenConnected<T>(fetchIt: () => Promise<T>): Promise<T> {
  try {
    return await fetchIt();
  } catch (cause) {
    noteArrival(await answers());
    if (!lost) throw cause; // the server is there, the part is not: the page says so
    await connected();
    // Browsers keep that a module did not come, and do not ask for it again: the page begins anew at the same address.
    location.reload();
    return new Promise<never>(() => undefined);
  }
}

/** Asks whether the process lives: for nobody, and keeps no session awake. */
const answers = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    () => true,
    () => false,
  );

/** Listens to the browser. Called once. */
export function watchConnection(): void {
  window.addEventListener('offline', () => noteArrival(false));
  window.addEventListener('online', () => void look());
}
