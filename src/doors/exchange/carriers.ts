/** The carriers of the settings, asked in one order: what vouches for somebody goes before what a connection was made with. */
import type { Clock } from '#base/clock.ts';
import type { ExchangeSettings } from '#base/exchange-settings.ts';
import type { Carrier, Shown, WireCall } from './carriers/carrier.ts';
import { lgspCarrier } from './carriers/lgsp.ts';
import { mtlsCarrier } from './carriers/mtls.ts';
import { xRoadCarrier } from './carriers/x-road.ts';

/** Nothing is published of how an agent node of NDOP calls. When it is, its adapter stands here; until then whoever calls by nothing else is told why. */
const ndopSlot: Carrier = { name: 'ndop', shown: async () => ({ refusal: 'ndop-not-published' }) };

/**
 * X-Road first: our security server may come with a certificate of its own, which is nobody's. A head of X-Road from anybody else is refused and never passed over,
 * or a caller could be somebody else by leaving it out.
 */
export function shownBy(settings: ExchangeSettings, clock: Pick<Clock, 'now' | 'monotonicMs'>): (call: WireCall) => Promise<Shown> {
  const carriers: readonly Carrier[] = [
    ...(settings.xRoad ? [xRoadCarrier(settings.xRoad)] : []),
    ...(settings.lgsp ? [lgspCarrier(settings.lgsp, clock)] : []),
    ...(settings.carriers.includes('mtls') ? [mtlsCarrier(() => clock.now())] : []),
    ...(settings.carriers.includes('ndop') ? [ndopSlot] : []),
  ];
  return async (call) => {
    for (const carrier of carriers) {
      const shown = await carrier.shown(call);
      if (shown !== null) return shown;
    }
    return { refusal: 'nothing-shown' };
  };
}
