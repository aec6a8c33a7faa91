/** Every route belongs to surfaces, a server answers those of its own and no other, and where nobody signs in no route asks who one is. Decision 0029. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { registeredRoutes, surfacesOfOperation } from '#base/http/operation.ts';
import type { Registered } from '#base/http/operation.ts';
import { SIGNED_IN, SURFACES } from '#base/http/surfaces.ts';
import type { Surface } from '#base/http/surfaces.ts';
import { withServer } from '../../tools/api-document.ts';

/** What is no operation of the API, and where it is answered. */
const BESIDE: readonly (readonly [RegExp, readonly Surface[]])[] = [
  [/^\/docs(\/|$)/, SURFACES],
  [/^\/card\/\*$/, ['card']],
  // asked by the wrong method: 405
  [/^\/card\/(nonce|token|credential|notification)$/, ['card']],
];

const routesOf = new Map<Surface | 'all', readonly Registered[]>();

before(async () => {
  for (const name of ['all', ...SURFACES] as const) {
    let found: readonly Registered[] = [];
    const options = { portalFolder: null, watch: (app: Parameters<typeof registeredRoutes>[0]) => void (found = registeredRoutes(app)) };
    await withServer({ surfaces: name === 'all' ? SURFACES : [name], url: 'http://127.0.0.1:1' }, options, async () => undefined);
    routesOf.set(name, found);
  }
});

/** Where a route must be answered; null when it says it nowhere. */
const belongsTo = ({ path, operation }: Registered): readonly Surface[] | null =>
  operation ? surfacesOfOperation(operation) : (BESIDE.find(([of]) => of.test(path))?.[1] ?? null);
const nameOf = ({ method, path }: Registered): string => `${method} ${path}`;

test('every route has a surface', () => {
  const all = routesOf.get('all')!;
  assert.ok(all.length > 100, `${all.length} routes`);
  assert.deepEqual(all.filter((route) => (belongsTo(route)?.length ?? 0) === 0).map(nameOf), []);
});

test('a server of one surface has its routes, and those alone', () => {
  for (const surface of SURFACES) {
    const expected = routesOf.get('all')!.filter((route) => belongsTo(route)!.includes(surface));
    assert.deepEqual(routesOf.get(surface)!.map(nameOf).sort(), expected.map(nameOf).sort(), surface);
  }
});

/** Routes that ask for a session where nobody can have one. */
const askNobody = (routes: readonly Registered[]): string[] =>
  routes
    .filter(
      ({ operation }) => operation?.security === 'session' && surfacesOfOperation(operation).some((surface) => !SIGNED_IN.has(surface)),
    )
    .map(nameOf);

test('no route asks for a session on a surface where nobody signs in', () => {
  const all = routesOf.get('all')!;
  assert.deepEqual(askNobody(all), []);
  const asking = all.find(({ operation }) => operation?.security === 'session')!;
  const wrong: Registered = { ...asking, operation: { ...asking.operation!, surfaces: ['card'] } };
  assert.deepEqual(askNobody([wrong]), [nameOf(asking)], 'and it would be found');
});
