/** The frame of a route as every room above the log uses it: which row a reading leaves is one of the closed list. Decision 0023. */
import type { TSchema } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { frameRoute } from '#authority/access/frame.ts';
import type { Asked, FrameNeeds, Nobody, RouteBody, RouteSpec } from '#authority/access/frame.ts';
import type { Subject } from '#authority/access/shapes.ts';
import type { Answer } from '#base/http/answer.ts';
import { recordRead } from './record.ts';
import type { AuditNeeds } from './record.ts';
import type { Purpose, Read, ReadEntry } from './shapes.ts';

/** A reading names its row and why; one that shows nobody says so. What neither reads nor says so is an act. */
type Reading =
  | { readonly read: Read; readonly purpose: Purpose; readonly holdsRights?: true; readonly settled?: true }
  | { readonly read: Nobody; readonly purpose?: never; readonly holdsRights?: true; readonly settled?: true };
type MethodOfRoute =
  | ({ readonly method: 'GET' | 'POST' } & Reading)
  | { readonly method: 'POST' | 'PUT' | 'DELETE'; readonly read?: never; readonly purpose?: never; readonly settled?: never };

/** What the answer shows: written as one row of the reading that the route names. */
export interface Shows {
  readonly shows: (shown: Omit<ReadEntry, 'act' | 'purpose'>) => Promise<void>;
}

export type Route<
  P extends TSchema | undefined,
  Q extends TSchema | undefined,
  B extends TSchema | undefined,
  A extends Answer,
  S extends Subject,
  K,
> = MethodOfRoute & RouteBody<P, Q, B, A, S, K, Shows>;

export function route<
  const A extends Answer,
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  S extends Subject = Subject,
  K = undefined,
>(app: FastifyInstance, needs: FrameNeeds & AuditNeeds, spec: Route<P, Q, B, A, S, K>): void {
  const { read, purpose, work } = spec;
  frameRoute(app, needs, {
    ...spec,
    work: (asked: Asked<P, Q, B> & { readonly subject: S; readonly kept: K }) =>
      work({
        ...asked,
        shows: (shown) => {
          if (typeof read !== 'string' || purpose === undefined) throw new Error('a route that reads nobody shows somebody');
          // What was seen is known by when: the row says as of which point of which transactions.
          const point = asked.settledPoint === null ? {} : { payload: { ...(shown.payload as object), settledPoint: asked.settledPoint } };
          return recordRead(asked.tx, needs, { ...shown, ...point, act: read, purpose });
        },
      }),
  } as unknown as RouteSpec<P, Q, B, A, S, K>);
}
