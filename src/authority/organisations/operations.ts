/** What a change does to bodies: its operations, each about one body, and the decision that it rests on. */
import type { PlainDate } from '#base/clock.ts';
import type { CodeScheme } from './shapes.ts';

export type Operation =
  | {
      readonly kind: 'make';
      readonly bodyId: string;
      readonly parentId: string;
      readonly name: string;
      readonly shortName: string | null;
      readonly bodyKind: string;
      readonly level: string;
    }
  | { readonly kind: 'rename'; readonly bodyId: string; readonly name: string; readonly shortName: string | null }
  | { readonly kind: 'move'; readonly bodyId: string; readonly parentId: string }
  | { readonly kind: 'describe'; readonly bodyId: string; readonly bodyKind: string; readonly level: string }
  | { readonly kind: 'end'; readonly bodyId: string }
  /** the body ends, and its people, units and what is its own go on in the other one */
  | { readonly kind: 'merge'; readonly bodyId: string; readonly intoId: string }
  /** a merger was brought in by mistake: all is as it was before it; `bodyId` is the one that it went into */
  | { readonly kind: 'undo'; readonly bodyId: string; readonly changeId: string }
  | {
      readonly kind: 'give-code';
      readonly bodyId: string;
      readonly scheme: CodeScheme;
      readonly code: string;
      /** the code goes on after a merger or a re-coding, and nobody has said that it is still right: what says that it goes on */
      readonly uncertain?: string;
    }
  | { readonly kind: 'take-code'; readonly bodyId: string; readonly scheme: CodeScheme; readonly code: string }
  | { readonly kind: 'attribute'; readonly bodyId: string; readonly name: string; readonly value: string }
  /** posts of a kind (`loai_bien_che`) that the body is granted from the day on */
  | { readonly kind: 'establish'; readonly bodyId: string; readonly postKind: string; readonly posts: number };

export const OPERATION_KINDS = [
  'make',
  'rename',
  'move',
  'describe',
  'end',
  'give-code',
  'take-code',
  'attribute',
  'establish',
  'merge',
  'undo',
] as const satisfies readonly Operation['kind'][];

/** On what a change rests. */
export interface ChangeDecision {
  readonly number: string;
  readonly day: PlainDate;
  readonly signer: string;
  /** the body that issued it, as the decision names it */
  readonly issuedBy: string;
  /** why it takes effect before it was signed, where it does */
  readonly word?: string;
}

/** Attributes that a change may set, with the list that their values are of. */
export const ATTRIBUTE_LISTS: Readonly<Record<string, string>> = { nhom_bndp: 'nhom_bndp' };
