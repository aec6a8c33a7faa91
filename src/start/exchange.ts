/** The exchange as this process serves it: the centre on tables, carriers by the settings, and who was refused summed into rows of the log. */
import { callersOf } from '#doors/exchange/callers.ts';
import type { WhyRefused } from '#doors/exchange/callers.ts';
import type { Centre } from '#doors/exchange/port.ts';
import type { ExchangeHttpNeeds } from '#doors/exchange/routes.ts';
import { tablesCentre } from '#doors/exchange/tables-centre.ts';
import { exchangeDoor } from '#doors/json/exchange-door.ts';
import type { Composed } from './compose.ts';
import { watchedSums } from './refused-sums.ts';

export interface ServedExchange extends ExchangeHttpNeeds {
  /** writes what is left of the sums; at the end of the server */
  readonly end: () => Promise<void>;
}

/** The centre of this installation, for whoever brings a batch. */
export function centreOf({ audit, config, jobSession, log, submission }: CentreParts): Required<Centre> {
  const onNotWriter = ({ source, changes }: { readonly source: string; readonly changes: number }): void =>
    log.warn(`source ${source} of the exchange wrote about people of another agency`, { count: changes });
  return tablesCentre({ ...submission, onNotWriter, audience: config.exchange.audience, door: exchangeDoor, log: audit }, () =>
    jobSession(null),
  );
}
type CentreParts = Pick<Composed, 'audit' | 'config' | 'jobSession' | 'log' | 'submission'>;

export function exchangeOf(composed: Composed): ServedExchange {
  const { config, clock, db, jobSession, log } = composed;
  const sums = watchedSums<WhyRefused | `E-EXCHANGE-${string}`>(composed, 'exchange.refused', ({ counts }) => {
    for (const { route, why, count } of counts) log.warn(`calls of the exchange were refused: ${why}`, { route, count });
  });
  const callerOf = callersOf({
    db,
    clock,
    settings: config.exchange,
    session: () => jobSession(null),
    onRefused: sums.note,
    // Beside the message log of the security server: the same names, to find one by the other.
    onMessage: (xRoad) => log.info('a call of the exchange came by X-Road', { xRoad }),
  });
  return {
    centre: centreOf(composed),
    callerOf: async (request) => {
      await sums.tellDue();
      return callerOf(request);
    },
    onSuspicion: (request, source, code) =>
      sums.note(`${request.method} ${request.routeOptions.url ?? ''} (${source})`, code as `E-EXCHANGE-${string}`, request.ip),
    end: sums.end,
  };
}
