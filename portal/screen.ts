/**
 * What a folder declares of its screens, in its `screen.ts`: all that the routes, the menu and the shell know of them. A new file is taken up by
 * `npm run generate` (`generated/screens.ts`). The word of a place in the menu is `menu.<task>` of the folder's `words.ts`; what the mock answers and
 * how tests come to the screen is its `example.ts`.
 */
import type { ComponentType } from 'react';
import type { Session } from '#portal/api/generated/api.ts';
import type { WordsBehind } from '#portal/language/set-up.ts';
import type { AccessAct } from '#standard/access/acts.ts';

/** A place in the menu. */
export interface MenuPlace {
  /** name of the task, unlike any other */
  readonly task: string;
  /** the menu stands in the order of these numbers, no two alike; tens, so that another one fits between */
  readonly place: number;
  /**
   * What the server asks for before it answers: who may not do it is not shown it. null: whoever signs in for their office. `own`: the own pages,
   * everybody's; in the menu of those who have no other task, officers find them under their name.
   */
  readonly act: AccessAct | null | 'own';
  /** a server that does not answer it does not show it; null: every server for people does */
  readonly surface: Extract<Session['surfaces'][number], 'portal' | 'administration'> | null;
  readonly sign: ComponentType<{ size?: number }>;
}

export interface Screen {
  readonly address: string;
  /** fetched when it is opened; null: it comes with the first load (`routes.tsx`) */
  readonly load: (() => Promise<ComponentType>) | null;
  /** the words that it is fetched with; not said: those of all screens */
  readonly words?: WordsBehind;
  readonly menu?: MenuPlace;
  /**
   * Who may open it: `nobody` is asked for anything, a `session`, or one that may do this act. Who may not is told so before anything is asked or drawn.
   * Not said: what its place in the menu asks; without a place, a session.
   */
  readonly asks?: AccessAct | 'session' | 'nobody';
}
