/** What a process answers, and where: surfaces that share a port are one server. Decision 0029. */
import { settingNotValid } from './problems.ts';
import type { Problem } from './problem.ts';
import { guardOf, guardSetting, guardText, problemsOfGuard } from './guards.ts';
import type { Env, Guard } from './guards.ts';
import { SURFACES } from './http/surfaces.ts';
import type { Surface } from './http/surfaces.ts';

/** Surfaces that may have a port of their own; the portal has PORT. */
export const OWN_ADDRESS = ['administration', 'exchange', 'card'] as const satisfies readonly Surface[];
/** And what its users open at another address than PUBLIC_URL. */
const WITH_URL: ReadonlySet<Surface> = new Set<Surface>(['administration', 'card']);

/** One server of this process. */
export interface Listener {
  readonly surfaces: readonly Surface[];
  readonly port: number;
  readonly host: string;
  /** address that its users open */
  readonly url: string;
  /** who may come to it; absent: whoever reaches the port, without TLS of its own */
  readonly guard?: Guard;
}

type Address = Omit<Listener, 'surfaces' | 'guard'>;

const wordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** The surfaces of SURFACES, in our order; null: a word of it is none. */
export function surfacesIn(text: string): readonly Surface[] | null {
  const words: readonly string[] = wordsOf(text);
  return words.length > 0 && words.every((word) => (SURFACES as readonly string[]).includes(word))
    ? SURFACES.filter((surface) => words.includes(surface))
    : null;
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** Where a surface listens and what its users open. In the trial, without PUBLIC_URL, what has a port of its own is opened there. */
export function addressOf(env: Env, surface: Surface): Address {
  const name = surface.toUpperCase();
  const [ownPort, ownHost] = surface === 'portal' ? [undefined, undefined] : [env[`${name}_PORT`], env[`${name}_HOST`]];
  const publicUrl = env['PUBLIC_URL'] ? withoutSlash(env['PUBLIC_URL']) : null;
  const port = Number(ownPort || env['PORT'] || 3000);
  const own = WITH_URL.has(surface) ? env[`${name}_URL`] : undefined;
  return {
    port,
    host: ownHost || env['HOST'] || '127.0.0.1',
    url: own ? withoutSlash(own) : (publicUrl ?? `http://localhost:${port}`),
  };
}

const samePlace = (a: Address, b: Address): boolean => a.port === b.port && a.host === b.host;

/** One server for each port; its address is that of the first of its surfaces: people's before machines'. */
export function listenersOf(env: Env, surfaces: readonly Surface[]): Listener[] {
  const found: Listener[] = [];
  for (const surface of surfaces) {
    const address = addressOf(env, surface);
    const at = found.findIndex((one) => samePlace(one, address));
    const guard = guardOf(env, surface);
    if (at === -1) found.push({ ...address, surfaces: [surface], ...(guard ? { guard } : {}) });
    else found[at] = { ...found[at]!, surfaces: [...found[at]!.surfaces, surface] };
  }
  return found;
}

/** Surfaces that say who may come to them, and stand on a port whose first surface says otherwise. */
const otherGuards = (env: Env, { surfaces: [first, ...others] }: Listener): Surface[] =>
  others.filter((surface) => guardOf(env, surface) !== null && guardText(env, surface) !== guardText(env, first!));

/** What is wrong with the settings of surfaces. */
export function problemsOfSurfaces(env: Env): Problem[] {
  const surfaces = surfacesIn(env['SURFACES'] || SURFACES.join(','));
  if (surfaces === null)
    return [
      settingNotValid({
        name: 'SURFACES',
        why: {
          vi: `cần một hay nhiều tên, cách nhau bằng dấu phẩy, trong: ${SURFACES.join(', ')}`,
          en: `one or more names with commas are needed, out of: ${SURFACES.join(', ')}`,
        },
      }),
    ];
  const [portal, administration] = [addressOf(env, 'portal'), addressOf(env, 'administration')];
  const shares = surfaces.includes('portal') && surfaces.includes('administration') && samePlace(portal, administration);
  const listeners = listenersOf(env, surfaces);
  return [
    // One server has one address to come back to from signing in, and one origin that may write.
    ...(shares && portal.url !== administration.url
      ? [
          settingNotValid({
            name: 'ADMINISTRATION_URL',
            why: {
              vi: 'địa chỉ khác PUBLIC_URL thì cần ADMINISTRATION_PORT riêng',
              en: 'another address than PUBLIC_URL needs an ADMINISTRATION_PORT of its own',
            },
          }),
        ]
      : []),
    ...listeners
      .filter((one, at) => listeners.some((other, before) => before < at && other.port === one.port))
      .map(({ surfaces: [surface] }) =>
        settingNotValid({
          name: `${surface!.toUpperCase()}_HOST`,
          why: { vi: 'hai mặt ở một cổng thì nghe ở một địa chỉ', en: 'two surfaces on one port listen on one address' },
        }),
      ),
    ...surfaces.flatMap((surface) => problemsOfGuard(env, surface)),
    ...(env['METRICS_PORT'] ? problemsOfGuard(env, 'metrics') : []),
    ...listeners.flatMap((listener) =>
      otherGuards(env, listener).map((surface) =>
        settingNotValid({
          name: guardSetting(surface, 'NETWORKS'),
          why: {
            vi: `mặt ${surface} ở cùng cổng với ${listener.surfaces[0]}: cần ${surface.toUpperCase()}_PORT riêng thì mới có mạng và chứng thư riêng`,
            en: `${surface} shares a port with ${listener.surfaces[0]}: networks and certificates of its own need ${surface.toUpperCase()}_PORT`,
          },
        }),
      ),
    ),
  ];
}
