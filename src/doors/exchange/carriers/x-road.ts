/**
 * X-Road, the software of NDXP: our security server calls us in the name of a member, whose identity it has verified. Its heads are as the protocol of X-Road for
 * REST has them (PR-REST 1.x): `X-Road-Client: instance/class/member/subsystem`, `X-Road-Id`, `X-Road-Request-Hash`. Whoever else sends them is refused.
 */
import type { ExchangeSettings } from '#base/exchange-settings.ts';
import { standsIn } from '#base/networks.ts';
import type { Carrier } from './carrier.ts';
import { fingerprintOf } from './mtls.ts';

const MEMBER = /^[A-Za-z0-9._-]{1,40}(\/[A-Za-z0-9._%-]{1,80}){3}$/;
const MESSAGE_ID = /^[A-Za-z0-9._:-]{1,100}$/;
const HASH = /^[A-Za-z0-9+/=]{0,200}$/;

export function xRoadCarrier({ from, certificateSha256 }: NonNullable<ExchangeSettings['xRoad']>): Carrier {
  const isOurs = standsIn(from);
  return {
    name: 'x-road',
    shown: async ({ head, peer, certificate }) => {
      const member = head('x-road-client');
      if (member === '') return null;
      const byCertificate = certificateSha256 === null || (certificate !== null && fingerprintOf(certificate) === certificateSha256);
      if (!isOurs(peer) || !byCertificate) return { refusal: 'not-our-security-server' };
      const [messageId, requestHash] = [head('x-road-id'), head('x-road-request-hash')];
      if (!MEMBER.test(member) || !MESSAGE_ID.test(messageId) || !HASH.test(requestHash)) return { refusal: 'member-unread' };
      return { carrier: 'x-road', name: member, message: { messageId, clientId: member, requestHash } };
    },
  };
}
