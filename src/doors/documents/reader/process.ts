/** The sandboxed parser: one PDF on standard input, what was found on standard output, as one line of JSON. It may read its own sources and the library. */
import { inspect } from './inspect.ts';
import type { PdfLibrary } from './inspect.ts';

const library = (await import(process.argv[2] ?? '')) as PdfLibrary;
const pieces: Buffer[] = [];
for await (const piece of process.stdin) pieces.push(piece as Buffer);
process.stdout.write(`${JSON.stringify(await inspect(Buffer.concat(pieces), library))}\n`);
