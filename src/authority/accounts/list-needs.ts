/** What lists of accounts need of the process; the door of workbooks fits the two ports of lists (`start/compose.ts`). */
import type { Problem } from '#base/problem.ts';
import type { CellsOfLine } from './read-line.ts';
import type { AccountNeeds } from './routes.ts';

export interface ReadAccountList {
  readonly rows: readonly CellsOfLine[];
  /** key of a column → its letter */
  readonly letters: ReadonlyMap<string, string>;
}

export interface AccountListNeeds extends AccountNeeds {
  readonly readList: (
    bytes: Uint8Array,
    heads: readonly { readonly key: string; readonly labels: readonly string[] }[],
    needed: readonly string[],
    sheet: string,
  ) => Promise<{ readonly kind: 'refused'; readonly problem: Problem } | ({ readonly kind: 'read' } & ReadAccountList)>;
  readonly writeList: (list: {
    readonly sheet: string;
    readonly heads: readonly {
      readonly label: string;
      readonly widthChars: number;
      readonly required: boolean;
      readonly choices?: readonly string[];
    }[];
    readonly rows: readonly (readonly string[])[];
    readonly guide: readonly string[];
  }) => Promise<Uint8Array>;
}
