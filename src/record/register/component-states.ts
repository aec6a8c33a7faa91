/**
 * `whole`: complete, and all of it confirmed · `incomplete`: confirmed, and something needed was never stated · `unconfirmed`: something of it nobody
 * has confirmed · `nothing`: nobody stated it · `system`: the system itself writes it, nobody confirms it
 */
export const COMPONENT_STATES = ['whole', 'incomplete', 'unconfirmed', 'nothing', 'system'] as const;
export type ComponentState = (typeof COMPONENT_STATES)[number];
