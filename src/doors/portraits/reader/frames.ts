/** What goes from the sandboxed parser to its parent: [u32 bytes of the message][u32 bytes of the picture][message as JSON][picture]. */
import { PORTRAIT_BYTES_MAX } from './limits.ts';
import type { Finding } from './image-head.ts';

export type ParserMessage =
  | { readonly k: 'count'; readonly pictures: number }
  /** an entry that was not read; `why`: left behind by a system, or not a picture */
  | { readonly k: 'skipped'; readonly name: string; readonly why: 'junk' | 'other' }
  /** a picture, its place among the pictures from 1; `name` null: the upload is this one picture */
  | {
      readonly k: 'picture';
      readonly place: number;
      readonly name: string | null;
      readonly problem: Finding | null;
      readonly warnings: readonly Finding[];
    }
  | { readonly k: 'end' }
  | { readonly k: 'refused'; readonly refusal: Finding };

const HEAD_BYTES = 8;
/** A name in a zip has 65,535 bytes at most, each of which may become six in JSON. */
const MESSAGE_BYTES_MAX = 512 * 1024;

export function frameOf(told: ParserMessage, picture: Uint8Array = new Uint8Array(0)): Buffer {
  const message = Buffer.from(JSON.stringify(told));
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(message.length, 0);
  head.writeUInt32LE(picture.length, 4);
  return Buffer.concat([head, message, picture]);
}

/** Puts frames together again however they were cut. Throws when a frame says it is larger than any of ours. */
export function frameReader(
  take: (told: ParserMessage, picture: Buffer) => void,
  pictureBytesMax = PORTRAIT_BYTES_MAX,
): (piece: Buffer) => void {
  let held: Buffer = Buffer.alloc(0);
  return (piece) => {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    while (held.length >= HEAD_BYTES) {
      const [messageBytes, pictureBytes] = [held.readUInt32LE(0), held.readUInt32LE(4)];
      if (messageBytes > MESSAGE_BYTES_MAX || pictureBytes > pictureBytesMax) throw new RangeError('a frame larger than any of ours');
      const [message, end] = [HEAD_BYTES + messageBytes, HEAD_BYTES + messageBytes + pictureBytes];
      if (held.length < end) return;
      take(JSON.parse(held.toString('utf8', HEAD_BYTES, message)) as ParserMessage, Buffer.from(held.subarray(message, end)));
      held = held.subarray(end);
    }
  };
}
