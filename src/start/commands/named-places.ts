/** What is named on the command line: a path, or an address that is fetched. Nothing else is, and nothing is sent anywhere. */
import { createReadStream } from 'node:fs';

/** An address that does not answer in this time is told, and the check goes on without it. */
const FETCH_MS_MAX = 10_000;

/** Why something that was named could not be used; told on standard error. */
export class CannotUse extends Error {}

/** Text of a stream, up to `charsMax`: what is longer is cut there, and then refused as too large by who reads it. */
export async function textOf(stream: AsyncIterable<Uint8Array | string>, charsMax: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > charsMax) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

export const isAddress = (place: string): boolean => /^https?:\/\//.test(place);

export async function readFile(path: string, charsMax: number): Promise<string> {
  try {
    return await textOf(createReadStream(path) as AsyncIterable<Uint8Array>, charsMax);
  } catch (error) {
    throw new CannotUse(`${path}: ${(error as NodeJS.ErrnoException).code ?? 'không đọc được · cannot be read'}`);
  }
}

async function fetchText(address: string, charsMax: number): Promise<string> {
  let answer: Response;
  try {
    answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS_MAX), redirect: 'error', credentials: 'omit' });
    if (answer.ok && answer.body) return await textOf(answer.body as AsyncIterable<Uint8Array>, charsMax);
  } catch {
    throw new CannotUse(`${address}: không trả lời · does not answer`);
  }
  throw new CannotUse(`${address}: HTTP ${answer.status}`);
}

export const readPlace = (place: string, charsMax: number): Promise<string> =>
  isAddress(place) ? fetchText(place, charsMax) : readFile(place, charsMax);
