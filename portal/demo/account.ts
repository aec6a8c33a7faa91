/** Addresses and words of a demo account. */
import type { DemoAccount } from '#portal/api/shapes.ts';

/** One click: the server goes through the simulator's real sign-in and comes back. */
export const accountAddress = (id: string): string => `/auth/sign-in?account=${encodeURIComponent(id)}&returnTo=/`;

export const bodyOf = (account: Pick<DemoAccount, 'body'>): string => (typeof account.body === 'string' ? account.body : account.body.name);
