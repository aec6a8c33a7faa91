/** Joins the door of updates from VNeID to what the process has: keys of the settings' file, or of the demo's simulator. */
import { readFileSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import { anonymousBudget } from '#base/http/anonymous-budget.ts';
import type { VneidUpdateNeeds } from '#doors/vneid-updates/routes.ts';
import type { Composed } from './compose.ts';

const keysIn = (file: string): JSONWebKeySet => JSON.parse(readFileSync(file, 'utf8')) as JSONWebKeySet;

export const vneidUpdatesOf = ({ config, personal, access, vneidKeys, clock }: Composed): VneidUpdateNeeds => ({
  ...personal,
  ...personal.declaring,
  accounts: access,
  vneidKeys: config.vneidUpdatesKeys === null ? (vneidKeys ?? null) : keysIn(config.vneidUpdatesKeys),
  vneidIssuer: config.vneidUpdatesIssuer,
  publicUrl: config.publicUrl,
  // A budget of its own: forged texts take no turn from people who sign in, nor those from them.
  unvouched: anonymousBudget(clock, {
    perAddressPerMinute: config.anonymousPerAddressPerMinute,
    perMinute: config.anonymousPerMinute,
  }).take,
});
