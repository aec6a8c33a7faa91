/**
 * The sandboxed parser: reads pictures from standard input, tells portraits on standard output in frames. It is started with `--permission`,
 * and `--allow-addons` because the image library is native code: it may read these sources and that library, nothing else.
 */
import { frameOf } from './frames.ts';
import { makePhoto } from './make-photo.ts';
import { lockDecoder } from './make-portrait.ts';
import { readPictures } from './read-pictures.ts';

// The parent found the library; a look for it from here would ask for folders that this process may not read.
const { default: sharp } = (await import(process.argv[2] ?? '')) as typeof import('sharp');
lockDecoder(sharp);
const pieces: Buffer[] = [];
for await (const piece of process.stdin) pieces.push(piece as Buffer);
const read = process.argv[3] === 'photo' ? makePhoto : readPictures;
await read(Buffer.concat(pieces), sharp, (told, picture) => {
  process.stdout.write(frameOf(told, picture));
});
