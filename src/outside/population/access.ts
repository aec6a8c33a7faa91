/** The two ways in: NDXP directly, and the platform of a province or ministry (LGSP). What real clients send (README.md). */
import { createHash } from 'node:crypto';

/** NDXP: Basic over a hash that holds path, user, time and secret; X-Road client and API key beside it. */
export interface NdxpAccess {
  readonly kind: 'ndxp';
  readonly user: string;
  readonly secret: string;
  /** X-Road-Client: instance/class/member/subsystem */
  readonly xroadClient: string;
  readonly apiKey: string;
}
/** LGSP: a token by client credentials, named again in `lgspaccesstoken`. */
export interface LgspAccess {
  readonly kind: 'lgsp';
  /** only from the configuration */
  readonly tokenUrl: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly appName: string;
  readonly partnerCode: string;
  readonly partnerCodeCus: string;
}

/** sha256(path ‖ user ‖ time ‖ secret), lower-case hexadecimal. */
const ndxpHash = (path: string, user: string, timestamp: string, secret: string): string =>
  createHash('sha256').update(`${path}${user}${timestamp}${secret}`).digest('hex');

/** @param timestamp epoch milliseconds, as text; @param path of the service, as in its address */
export function ndxpHeaders(access: NdxpAccess, path: string, timestamp: string): Record<string, string> {
  return {
    Timestamp: timestamp,
    Authorization: `Basic ${Buffer.from(`${access.user}:${ndxpHash(path, access.user, timestamp, access.secret)}`).toString('base64')}`,
    'X-Road-Client': access.xroadClient,
    ApiKey: access.apiKey,
  };
}

/** The value of the header `lgspaccesstoken`: base64 of JSON, its names in the order in which clients write them. */
export const lgspAccessToken = (access: LgspAccess): string =>
  Buffer.from(
    JSON.stringify({
      AccessKey: access.accessKey,
      SecretKey: access.secretKey,
      AppName: access.appName,
      PartnerCode: access.partnerCode,
      PartnerCodeCus: access.partnerCodeCus,
    }),
  ).toString('base64');
