/**
 * One POST with every bound on it: time, bytes, no redirect (threat T25). Says what came back as a value; an error of the
 * network carries nothing of what was sent.
 */

export interface Posted {
  readonly status: number;
  /** media type without parameters, lower case; empty when none was told */
  readonly type: string;
  /** null: longer than allowed, or not UTF-8 */
  readonly text: string | null;
  readonly retryAfter: string | null;
}

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bytesMax: number;
  readonly signal: AbortSignal;
}

/** @returns null when the connection failed or `signal` ended it */
export async function post({ url, headers, body, bytesMax, signal }: Post): Promise<Posted | null> {
  try {
    const response = await fetch(url, { method: 'POST', redirect: 'manual', signal, body, headers });
    return {
      status: response.status,
      type: (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase(),
      text: await textWithin(response, bytesMax),
      retryAfter: response.headers.get('retry-after'),
    };
  } catch {
    return null; // the cause may quote address or headers, and says nothing that the caller could use
  }
}

async function textWithin(response: Response, bytesMax: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > bytesMax) return null; // leaving the loop ends the transfer
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return null;
  }
}
