/** How the wallet asks the network: a bounded wait, a bounded answer, no cookies. */

/** An answer of an issuer: metadata or one copy with its portrait. Bytes. */
export const ANSWER_BYTES_MAX = 512 * 1024;
const WAIT_MS_MAX = 15_000;

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

async function readBounded(response: Response, bytesMax: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    size += step.value.length;
    if (size > bytesMax) {
      await reader?.cancel();
      throw new TypeError('the answer is too large');
    }
    pieces.push(step.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Like `fetch`; throws TypeError for what could not be reached, took too long, was led elsewhere or is too large. */
export const boundedFetch =
  (fetchAny: Fetch, bytesMax: number = ANSWER_BYTES_MAX): Fetch =>
  async (url, init = {}) => {
    const response = await fetchAny(url, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(WAIT_MS_MAX),
    }).catch((error: unknown) => {
      throw error instanceof TypeError ? error : new TypeError('the wait was too long', { cause: error });
    });
    const bytes = await readBounded(response, bytesMax);
    return new Response([204, 304].includes(response.status) ? null : bytes, { status: response.status, headers: response.headers });
  };

/** JSON of an answer; null for what is none. */
export async function jsonOfAnswer(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return null;
  }
}
