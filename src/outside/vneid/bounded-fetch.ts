/** `fetch` for answers of a provider: never more bytes than any of them needs, and never where it was not sent. */

/** Bytes of one answer: a description, a set of a thousand keys, a token. A provider that goes on for ever would otherwise fill the memory for as long as an answer is waited for. */
const ANSWER_BYTES_MAX = 512 * 1024;

/** An answer that is longer than any of OpenID Connect; `whyFailed` knows it by its name. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
}

/** @throws AnswerTooLong, and what `fetch` throws. Redirects are answers, not followed. */
export async function boundedFetch(url: string, options: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, { ...options, redirect: 'manual' });
  if (answer.body === null) return answer;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > ANSWER_BYTES_MAX) throw new AnswerTooLong(`more than ${ANSWER_BYTES_MAX} bytes`); // leaving the loop ends the transfer
    chunks.push(chunk);
  }
  const headers = new Headers(answer.headers);
  // What was pressed on the way stands here unpressed.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
  return new Response(Buffer.concat(chunks), { status: answer.status, statusText: answer.statusText, headers });
}
