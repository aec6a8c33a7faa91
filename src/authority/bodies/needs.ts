/** What the routes of bodies need of the process; the door of workbooks fits the two ports of lists (`start/compose.ts`). */
import type { FrameNeeds } from '#authority/access/frame.ts';
import type { AuditNeeds } from '#authority/audit/record.ts';
import type { BlobStore } from '#base/blob-store.ts';
import type { Problem } from '#base/problem.ts';

export interface BodyNeeds extends FrameNeeds, AuditNeeds {
  /** scanned decisions, and the files that lists were read from */
  readonly blobs: BlobStore;
}

/** A list of rows as it was read from a file. */
export type ListRead =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | {
      readonly kind: 'read';
      readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<string, string> }[];
      /** key of a column → its letter */
      readonly letters: ReadonlyMap<string, string>;
    };

export interface ListNeeds extends BodyNeeds {
  readonly readList: (
    bytes: Uint8Array,
    heads: readonly { readonly key: string; readonly labels: readonly string[] }[],
    needed: readonly string[],
    sheet: string,
  ) => Promise<ListRead>;
  readonly writeList: (list: {
    readonly sheet: string;
    readonly heads: readonly { readonly label: string; readonly widthChars: number; readonly required: boolean }[];
    readonly rows: readonly (readonly string[])[];
    readonly guide: readonly string[];
  }) => Promise<Uint8Array>;
}
