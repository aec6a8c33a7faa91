/**
 * A door: one way by which what is stated comes here. It is one value, made in a folder of `src/doors` and joined by one line of
 * `start/compose.ts`; this room knows that there are doors, and never which. Decision 0021.
 */
import type { Tx } from '#base/database/transaction.ts';
import type { Keys } from '#base/sealing.ts';
import type { Bilingual, Place, PrintedPlace, Problem, ProblemKind } from '#base/problem.ts';
import type { ReadUpload } from './port.ts';
import type { Source } from './shapes.ts';

/** How sure a door is that bytes are its own. The surest is asked to read; `last` takes what nobody else wants, and says what is wrong with it. */
export type Claim = 'sure' | 'likely' | 'last' | 'no';

/** A problem as it goes back to the door whose place it bears. */
export interface PlacedProblem extends Omit<Problem, 'where'> {
  readonly place: Place | null;
  readonly field: string | null;
}

/** Gives the sender's own file back with what is wrong marked in it. */
export interface GiveBack {
  /** what the API calls it */
  readonly operation: string;
  /** the last part of its address under the submission: `marked.xlsx` */
  readonly address: string;
  readonly contentType: string;
  /** what the marked file of that name is called */
  nameOf(fileName: string): string;
  mark(bytes: Uint8Array, problems: readonly PlacedProblem[]): Promise<Uint8Array>;
}

/** What is wrong with somebody of a door that makes nobody: the register does not know them, or not yet. */
export interface KnownPeopleOnly {
  readonly ofNobody: ProblemKind;
  readonly tooEarly: ProblemKind;
}

export interface Door {
  /** stands with each file that it reads, for ever */
  readonly key: string;
  readonly source: Source;
  /** code of `nguon_du_lieu` that stands with what becomes of it */
  readonly sourceCode: string;
  /** what is sent by it, in a sentence */
  readonly what: Bilingual;
  /** content types that may carry its bytes; what they are is told from the bytes */
  readonly contentTypes: readonly string[];
  /** what is called that came without a name */
  readonly unnamed: string;
  /** how what is too large is made smaller */
  readonly smaller: Bilingual;
  /** does one sending state everybody of the body, so that who is missing is told? */
  readonly statesEverybody: boolean;
  /** is the file itself what is stated, so that who decides opens it? */
  readonly fileIsStated?: true;
  /** do the same bytes sent again say something of their own: of somebody else, or as another batch? not given = they are the same upload */
  readonly sameBytesAgain?: true;
  /** set where it says something of registered people only, and makes nobody */
  readonly knownPeopleOnly?: KnownPeopleOnly;
  /** `only`: it reads parts of a first load; `never`: it reads none; not given = it reads those too */
  readonly firstLoad?: 'only' | 'never';
  /** from the first bytes and the names within an archive; nothing is inflated or decoded. Pure */
  sniff(bytes: Uint8Array): Claim;
  readonly read: ReadUpload;
  /** what the register must say before the bytes are read, in a transaction of its own; handed to `read` as `prepared`. not given = nothing */
  prepare?(tx: Tx, keys: Keys, bodyId: string, bytes: Uint8Array): Promise<unknown>;
  printPlace(place: Place): PrintedPlace;
  /** where a field of somebody is filled in, as far as their place tells; not given = nowhere that can be named */
  placeOfField?(field: string, line: Place | null): Place | null;
  /** is this one value, over which another can be laid? not given = none is */
  takesValue?(place: Place): boolean;
  readonly giveBack?: GiveBack;
}

export type Doors = readonly Door[];

const CLAIMS: readonly Claim[] = ['sure', 'likely', 'last'];

/** The door that reads these bytes: the first of the surest; null when no door wants them. */
export function doorFor(doors: Doors, bytes: Uint8Array): Door | null {
  const claims = doors.map((door) => ({ door, claim: door.sniff(bytes) }));
  for (const claim of CLAIMS) {
    const found = claims.find((one) => one.claim === claim);
    if (found) return found.door;
  }
  return null;
}

/** The door that read a file. One that is gone cannot print what it wrote: it MUST stay joined as long as a file of it is kept. */
export function doorOf(doors: Doors, { door: key }: { readonly door: string }): Door {
  const door = doors.find((one) => one.key === key);
  if (!door) throw new Error(`no door is called ${key}`);
  return door;
}

const NOWHERE: PrintedPlace = { sheet: null, row: null, column: null };

/** A place in the words of its door; nulls where there is none. */
export const printed = (door: Door, place: Place | null): PrintedPlace => (place === null ? NOWHERE : door.printPlace(place));
