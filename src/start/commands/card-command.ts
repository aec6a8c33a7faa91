/** `congvu card offer`: an offer of somebody's card, for tests with other wallets and for a desk where nobody can sign in. Works beside a running product. */
import { renderUnicodeCompact } from 'uqr';
import { jobSessions } from '#authority/access/sessions.ts';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { cardVctAt, readConfig } from '#base/config.ts';
import type { Config } from '#base/config.ts';
import { openDatabase } from '#base/database/transaction.ts';
import type { Tx } from '#base/database/transaction.ts';
import { refused } from '#base/problem.ts';
import type { Problem } from '#base/problem.ts';
import { personNotFound } from '#record/register/problems.ts';
import { readPeople } from '#record/register/store.ts';
import { offerFor } from '#uses/card/offer.ts';
import { protocolOf } from '#uses/card/protocol.ts';
import { cardEnvironment } from '#start/compose.ts';
import { cardUrlOf } from '#start/install/root-body.ts';
import { openInstallation } from '#start/open.ts';

export interface CommandIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

/** Settings that say where wallets ask; without any of them the server that runs has said it. */
const SAYS_WHERE = ['CARD_URL', 'CARD_PORT', 'PUBLIC_URL', 'PORT'] as const;

async function addressOf(tx: Tx, { cardUrl, cardVct }: Config): Promise<{ readonly url: string; readonly vct: string }> {
  const said = SAYS_WHERE.some((name) => process.env[name]) ? null : await cardUrlOf(tx);
  return said === null ? { url: cardUrl, vct: cardVct } : { url: said, vct: process.env['CARD_VCT'] || cardVctAt(said) };
}

/** Exit 0 offered, 1 there is no card to offer, 2 it could not be looked at. The act stands in the log, in the name of the system. */
export async function runCardOffer(request: { readonly personId: string; readonly json: boolean }, io: CommandIo): Promise<number> {
  const refuse = (problems: readonly Problem[]): number => {
    io.sayProblems(problems);
    return 2;
  };
  const config = readConfig(process.env);
  if (!config.ok) return refuse(config.problems);
  const server = await openInstallation(config.value);
  if (!server.ok) return refuse(server.problems);
  const { keys } = server.value;
  const db = openDatabase({ connectionString: server.value.urls.app });
  try {
    const opened = { db, keys, clock: systemClock, chance: systemChance };
    const jobSession = jobSessions(opened, 'card-offer');
    const { url: publicUrl, vct: cardVct } = await db.transaction(await jobSession(null), (tx) => addressOf(tx, config.value));
    const protocol = protocolOf({ publicUrl, vct: cardVct, environment: cardEnvironment(config.value), chance: systemChance });
    const person = (await db.transaction(await jobSession(null), (tx) => readPeople(tx, keys, [request.personId]))).get(request.personId);
    const offered = person
      ? await offerFor({ ...opened, jobSession, protocol }, { personId: request.personId, bodyId: person.bodyId, accountId: null })
      : refused(personNotFound());
    if (!offered.ok) {
      io.sayProblems(offered.problems);
      return 1;
    }
    const { uri, uriByValue, txCode, expiresAt } = offered.value;
    if (request.json) io.answer(JSON.stringify({ offerUri: uri, offerUriByValue: uriByValue, txCode, expiresAt }));
    else {
      io.print(renderUnicodeCompact(uri));
      io.answer(`${uri}\nMã xác nhận: ${txCode}\nHết hạn: ${expiresAt}`);
    }
    return 0;
  } finally {
    await db.close();
    await server.value.close();
  }
}
