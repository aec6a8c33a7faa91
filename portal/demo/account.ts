/** The address that signs in as a demo account. */

/** One click: the server goes through the simulator's real sign-in and comes back. */
export const accountAddress = (id: string): string => `/auth/sign-in?account=${encodeURIComponent(id)}&returnTo=/`;
