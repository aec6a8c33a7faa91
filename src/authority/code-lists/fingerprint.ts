/** What lists are told apart by: the same content has the same digest, in every program and every database. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#base/canonical-json.ts';
import { CODE_LIST_IDS, packedList } from '#standard/code-lists.ts';
import type { CodeEntry, CodeList } from '#standard/code-lists.ts';
import { LAW_LIST_IDS, packedLaw } from '#standard/law/law-lists.ts';

/** 80 bits: no two entries of one list are ever the same by chance. */
const DIGEST_CHARS = 20;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An entry and nothing else: communes carry more in memory, which follows from their attributes. */
export const plainEntry = (entry: CodeEntry): CodeEntry => ({
  code: entry.code,
  name: entry.name,
  nameEn: entry.nameEn,
  aliases: entry.aliases,
  sharedWords: entry.sharedWords,
  validFrom: entry.validFrom,
  validTo: entry.validTo,
  heldTo: entry.heldTo,
  holdClause: entry.holdClause,
  confidence: entry.confidence,
  replacedBy: entry.replacedBy,
  attributes: entry.attributes,
});

export const entryDigest = (entry: CodeEntry): string => sha256(canonicalJson(plainEntry(entry))).slice(0, DIGEST_CHARS);

/** What a list says of itself. */
export type AboutList = Omit<CodeList, 'id' | 'entries'>;

export interface PrintedList {
  readonly list: string;
  readonly about: AboutList;
  readonly entries: readonly { readonly digest: string; readonly entry: CodeEntry }[];
  readonly hash: string;
}

export function printedList({ id, title, source, confidence, notes, entries }: CodeList): PrintedList {
  const about: AboutList = { title, source, confidence, notes };
  const printed = entries.map((entry) => ({ digest: entryDigest(entry), entry: plainEntry(entry) }));
  const hash = sha256(canonicalJson({ id, about, entries: printed.map(({ digest }) => digest) }));
  return { list: id, about, entries: printed, hash };
}

/** Over all lists, in the order of their ids. */
export const hashOfLists = (lists: readonly Pick<PrintedList, 'list' | 'hash'>[]): string =>
  sha256(
    lists
      .map(({ list, hash }) => `${list} ${hash}\n`)
      .sort()
      .join(''),
  );

/** Of files with additions beside them, each by its digest. */
export const hashWithAdditions = (filesHash: string, digests: readonly string[]): string =>
  digests.length === 0 ? filesHash : sha256([filesHash, ...digests.toSorted()].join('\n'));

/** Everything that this program was packed with: code lists and law. */
export const packedContent = (): readonly PrintedList[] => [
  ...CODE_LIST_IDS.map((id) => printedList(packedList(id))),
  ...LAW_LIST_IDS.map((id) => printedList(packedLaw(id))),
];
