/**
 * Surfaces: sets of routes that a server answers, so that what the world fetches can stand at another address than where officers work, and where power is
 * given at a third. One server may answer several, and by default answers all. What a server does not answer is there like any unknown address. Decision 0029.
 */
import type { FastifyInstance } from 'fastify';
import type { Bilingual } from '#base/problem.ts';

export const SURFACES = ['portal', 'administration', 'exchange', 'card'] as const;
export type Surface = (typeof SURFACES)[number];

/** What each is for. */
export const SURFACE_WORDS: Readonly<Record<Surface, Bilingual>> = {
  portal: { vi: 'nơi cán bộ làm việc, và trang của từng người', en: 'where officers work, and everybody’s own pages' },
  administration: { vi: 'tài khoản, vai trò, nhật ký', en: 'accounts, roles, the log' },
  exchange: { vi: 'cho hệ thống khác: khóa công khai, đầu nhật ký', en: 'for other systems: public keys, the head of the log' },
  card: { vi: 'ví giấy tờ, danh sách trạng thái, trang kiểm tra thẻ', en: 'wallets, status lists, the door page' },
};

/** Surfaces on which people sign in: sessions in cookies, the portal's pages. On the others nobody has a session, and nobody is asked for one. */
export const SIGNED_IN: ReadonlySet<Surface> = new Set<Surface>(['portal', 'administration']);

declare module 'fastify' {
  interface FastifyInstance {
    /** what this server answers; absent (a test with a few routes): everything */
    readonly surfaces?: ReadonlySet<Surface>;
  }
}

const EVERY: ReadonlySet<Surface> = new Set(SURFACES);

/** MUST be called before any route is registered. */
export function answerOnly(app: FastifyInstance, surfaces: Iterable<Surface>): void {
  app.decorate('surfaces', new Set(surfaces));
}

export const surfacesOf = (app: FastifyInstance): ReadonlySet<Surface> => app.surfaces ?? EVERY;

/** Does this server answer one of these? */
export const answersOn = (app: FastifyInstance, surfaces: readonly Surface[]): boolean =>
  surfaces.some((surface) => surfacesOf(app).has(surface));
