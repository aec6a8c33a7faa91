/** What of a row is signed: the leaf of a first load's tree. Pure. */
import { createHash } from 'node:crypto';
import { leafHash, treeRoot } from '#authority/audit/merkle-tree.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import type { StoredLine } from '#record/intake/line-store.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The row by its part and line, whose it is (keyed number), and the hash of all that it states. */
export const leafOfRow = (part: number, { lineNo, idHash, content }: StoredLine): Uint8Array =>
  leafHash(
    Buffer.from(
      canonicalJson({
        v: 1,
        part,
        line: lineNo,
        number: Buffer.from(idHash!).toString('hex'),
        stated: sha256(canonicalJson(content!.groups)),
      }),
    ),
  );

/** Of a part: over its rows in order. */
export const rootOfRows = (leaves: readonly Uint8Array[]): Uint8Array => treeRoot(leaves);

/** Of the load: over its parts that take anybody, in order. */
export const rootOfParts = (parts: readonly { readonly no: number; readonly people: number; readonly root: string }[]): string =>
  Buffer.from(treeRoot(parts.map((part) => leafHash(Buffer.from(canonicalJson({ v: 1, ...part })))))).toString('hex');
