/**
 * The one table of access: role × act × reach, with days (`roles.json`). What a role may do, which fields it sees, what stands in its menu and which
 * bodies the database shows it all follow from here. Pure.
 */
import type { PlainDate } from '#base/clock.ts';
import type { RoleCode } from '#standard/generated/role-codes.ts';
import type { AccessAct } from './acts.ts';
import table from './roles.json' with { type: 'json' };

/** Upon which bodies: `below` that over which the role is held and all below it; `own` the person's own record and sessions, whatever roles they hold. */
export type Reach = 'below' | 'own';

/** How much of a record a role sees: each level sees what the one before sees, and more. */
const LEVELS = ['none', 'ordinary', 'sensitive', 'sealed'] as const;
export type FieldLevel = (typeof LEVELS)[number];

/** One act of one role: from a day up to, and without, another; null = no bound. */
export interface MayRow {
  readonly role: RoleCode;
  readonly act: AccessAct;
  readonly reach: Reach;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

interface RoleRow {
  readonly role: RoleCode;
  readonly givenBy: 'body' | 'system';
  readonly fields: FieldLevel;
  readonly may: readonly (Pick<MayRow, 'reach' | 'validFrom' | 'validTo'> & { readonly acts: readonly AccessAct[] })[];
}
const ROWS = table.roles as unknown as readonly RoleRow[];

/** Every row of the table. */
export const MAY_ROWS: readonly MayRow[] = ROWS.flatMap(({ role, may }) =>
  may.flatMap(({ acts, reach, validFrom, validTo }) => acts.map((act) => ({ role, act, reach, validFrom, validTo }))),
);

/** What everybody who signs in may do with their own record, card and sessions. */
export const OWN_ACTS: ReadonlySet<AccessAct> = new Set(table.everybody.acts as readonly AccessAct[]);

const holdsOn = ({ validFrom, validTo }: Pick<MayRow, 'validFrom' | 'validTo'>, day: PlainDate): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo > day);

const byPair: ReadonlyMap<string, readonly MayRow[]> = Map.groupBy(MAY_ROWS, ({ role, act }) => `${role} ${act}`);

/** May this role do this act on that day, within its reach? */
export const mayOn = (role: RoleCode, act: AccessAct, day: PlainDate): boolean =>
  (byPair.get(`${role} ${act}`) ?? []).some((row) => holdsOn(row, day));

/** Roles that an administrator of a body may give; the others are set up with the installation. */
export const ROLES_GIVEN_BY_A_BODY: readonly RoleCode[] = ROWS.filter(({ givenBy }) => givenBy === 'body').map(({ role }) => role);

/** Roles that see fields of this level, in the order of the table. */
export const rolesThatSee = (level: Exclude<FieldLevel, 'none'>): readonly RoleCode[] =>
  ROWS.filter(({ fields }) => LEVELS.indexOf(fields) >= LEVELS.indexOf(level)).map(({ role }) => role);
