/** What stands in the menu and in which order, from what the screens declare and what the server says that the session may do. */
import type { Grant, Session } from '#portal/api/generated/api.ts';
import { SCREENS } from '#portal/generated/screens.ts';
import type { MenuPlace, Screen } from '#portal/screen.ts';

export type TaskName = Extract<(typeof SCREENS)[number], { readonly menu: unknown }>['menu']['task'];

interface Place extends MenuPlace {
  readonly task: TaskName;
  readonly address: string;
}
/** Every place in the menu, in the order of the work. */
const PLACES: readonly Place[] = SCREENS.flatMap((screen: Screen) =>
  screen.menu ? [{ ...screen.menu, task: screen.menu.task as TaskName, address: screen.address }] : [],
).sort((one, other) => one.place - other.place);

const byTask = <T>(of: (place: Place) => T): Readonly<Record<TaskName, T>> =>
  Object.fromEntries(PLACES.map((place) => [place.task, of(place)])) as Record<TaskName, T>;
export const ADDRESS_OF_TASK = byTask(({ address }) => address);
export const SIGN_OF_TASK = byTask(({ sign }) => sign);

/** The task whose screens an address belongs to: the nearest one above it; null where there is none. */
export function taskAt(pathname: string): TaskName | null {
  const above = PLACES.filter(({ address }) => pathname === address || (address !== '/' && pathname.startsWith(`${address}/`)));
  return above.sort((one, other) => other.address.length - one.address.length)[0]?.task ?? null;
}

/** Somebody who is here for the own record alone: no role, or that of a person. */
export const isPersonAlone = (grants: readonly Pick<Grant, 'role'>[]): boolean => grants.every(({ role }) => role === 'CA_NHAN');

/** What of a session says which tasks there are: its roles, what they may do, and what its server answers. */
export interface Tasked {
  readonly grants: readonly Pick<Grant, 'role'>[];
  readonly surfaces: Session['surfaces'];
  readonly may: Session['may'];
}

/** The tasks of all roles that somebody holds, each once, in the order of the work. Who may do nothing has only the home. */
export function tasksOf({ grants, surfaces, may }: Tasked): readonly TaskName[] {
  const answered = PLACES.filter(({ surface }) => surface === null || surfaces.includes(surface));
  if (isPersonAlone(grants)) {
    const own = answered.filter(({ act }) => act === 'own');
    return (own.length > 0 ? own : answered.filter(({ act }) => act === null)).map(({ task }) => task);
  }
  return answered.filter(({ act }) => act === null || (act !== 'own' && may.includes(act))).map(({ task }) => task);
}

/** Who may open a screen: what it says itself, or else what its place in the menu asks. */
export type Asks = NonNullable<Screen['asks']>;
export const asksOf = ({ asks, menu }: Screen): Asks =>
  asks ?? (menu === undefined || menu.act === null || menu.act === 'own' ? 'session' : menu.act);

/** How a screen answers who comes to its address: it opens, it asks to sign in first, or it is of another role. */
export function admission(asks: Asks, session: Pick<Session, 'signedIn' | 'may'>): 'open' | 'sign-in' | 'of-others' {
  if (asks === 'nobody') return 'open';
  if (!session.signedIn) return 'sign-in';
  return asks === 'session' || session.may.includes(asks) ? 'open' : 'of-others';
}
