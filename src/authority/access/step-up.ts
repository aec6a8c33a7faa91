/** Is who does this act to be asked again, by a passkey, before it is done? Asked once the act itself is allowed. */
import type { FastifyInstance } from 'fastify';
import type { PlainDate } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { stepUpRulesOn } from '#standard/access/step-up.ts';
import type { StepUpMode } from '#standard/access/step-up.ts';
import { passkeyNeeded, stepUpNeeded } from './problems.ts';
import type { AccessAct, Actor } from './shapes.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** when this server asks for a passkey; absent (a test with a few routes): of those who have one */
    readonly stepUp?: StepUpMode;
  }
}

/** MUST be called before any route is registered. */
export function askStepUp(app: FastifyInstance, mode: StepUpMode): void {
  app.decorate('stepUp', mode);
}
export const stepUpModeOf = (app: FastifyInstance): StepUpMode => app.stepUp ?? 'if-registered';

/**
 * @param actor  `steppedUpAt` is set while the last answer is fresh: the database says so, by its own clock
 * @returns E-STEP-UP, or E-PASSKEY-NEEDED where one is demanded and they have none; null when the act may go on
 */
export function stepUpFor(mode: StepUpMode, actor: Actor, act: AccessAct, today: PlainDate): Problem | null {
  if (actor.appChecks === false || actor.steppedUpAt !== undefined) return null;
  if (actor.hasPasskey !== true && mode === 'if-registered') return null;
  const { acts, freshMinutes } = stepUpRulesOn(today);
  if (!acts.includes(act)) return null;
  return actor.hasPasskey === true ? stepUpNeeded({ minutes: freshMinutes }) : passkeyNeeded();
}
