/** The population service as the settings say it is reached, and in whose name each question is asked. */
import { populationUserOf } from '#authority/access/accounts.ts';
import { bodyOn, officialCode } from '#authority/organisations/store.ts';
import type { Clock, PlainDate } from '#base/clock.ts';
import type { Config } from '#base/config.ts';
import type { Tx } from '#base/database/transaction.ts';
import type { LgspAccess, NdxpAccess } from '#outside/population/access.ts';
import type { PopulationConfig } from '#outside/population/gateway.ts';
import { ok, refused } from '#base/problem.ts';
import type { Result } from '#base/problem.ts';
import type { Officer } from '#record/matching/port.ts';
import { bodyWithoutIdentifier } from '#record/matching/problems.ts';
import { openerOfCase } from '#record/cases/new-number.ts';
import { latestFile } from '#record/intake/store.ts';

/** How long the population database may take for one answer, in milliseconds. */
const POPULATION_MS_MAX = 5_000;
/** Addresses of the simulator, which stands in when the demo names no other. */
const SIMULATED = { service: '/sim/population/ws/TraCuuThongTinCongDan', token: '/sim/population/token' } as const;

function accessOf(config: Config): NdxpAccess | LgspAccess {
  const { populationUser: user, populationSecret: secret } = config;
  return config.populationAccess === 'lgsp'
    ? {
        kind: 'lgsp',
        tokenUrl: config.populationTokenUrl ?? `${config.publicUrl}${SIMULATED.token}`,
        accessKey: user,
        secretKey: secret,
        appName: config.populationAppName,
        partnerCode: config.populationPartnerCode,
        partnerCodeCus: config.populationPartnerCodeCus,
      }
    : { kind: 'ndxp', user, secret, xroadClient: config.populationXroadClient, apiKey: config.populationApiKey };
}

export const populationConfigOf = (config: Config, clock: Clock): PopulationConfig => ({
  url: config.populationUrl ?? `${config.publicUrl}${SIMULATED.service}`,
  serviceCode: config.populationServiceCode,
  timeoutMs: POPULATION_MS_MAX,
  clock,
  access: accessOf(config),
});

/**
 * Who asks: the officer who sent the newest file of the submission, or opened the case, under the name that the source knows them by, of the body it is for.
 * E-MATCH-NO-IDENTIFIER for a body without an official identifier: the source is not asked under a code of our own.
 * An officer whom nobody mapped goes under the id of the own account: still one human, never a shared name.
 */
export async function populationOfficer(
  tx: Tx,
  task: { readonly submissionId: string; readonly bodyId: string },
  today: PlainDate,
): Promise<Result<Officer>> {
  const asker = (await latestFile(tx, task.submissionId))?.sender.id ?? (await openerOfCase(tx, task.submissionId));
  if (!asker) throw new Error('a person waits to be matched for a submission that is not there');
  return officerOfBody(tx, { accountId: asker, bodyId: task.bodyId }, today);
}

/** The same of an officer who looks for themselves, about a person of this body. */
export async function officerOfBody(
  tx: Tx,
  { accountId, bodyId }: { readonly accountId: string; readonly bodyId: string },
  today: PlainDate,
): Promise<Result<Officer>> {
  const unit = await officialCode(tx, bodyId, today);
  if (unit === null) return refused(bodyWithoutIdentifier({ body: (await bodyOn(tx, bodyId, today))?.name ?? '' }));
  return ok({ account: (await populationUserOf(tx, accountId)) ?? `cv-${accountId}`, unit, phone: '' });
}
