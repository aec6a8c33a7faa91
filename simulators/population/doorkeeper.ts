/** Who may ask: NDXP's hash, or LGSP's token. Written again from the description, not shared with the client that it tests. */
import { createHash } from 'node:crypto';

export interface SimulatorSecrets {
  readonly user: string;
  readonly secret: string;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

export interface Doorkeeper {
  /** an access token for client credentials; null when they are wrong */
  token(headers: Headers, body: string): string | null;
  /** which way the call came in; null when it may not */
  admit(headers: Headers, path: string): 'ndxp' | 'lgsp' | null;
  /** all tokens given so far end */
  forgetTokens(): void;
}

const text = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

export function doorkeeper({ user, secret }: SimulatorSecrets): Doorkeeper {
  let given = 0;
  const tokens = new Set<string>();
  const knowsKeys = (headers: Headers): boolean => {
    try {
      const said = JSON.parse(Buffer.from(text(headers['lgspaccesstoken']), 'base64').toString()) as Record<string, unknown>;
      return (
        said['AccessKey'] === user &&
        said['SecretKey'] === secret &&
        ['AppName', 'PartnerCode', 'PartnerCodeCus'].every((name) => typeof said[name] === 'string')
      );
    } catch {
      return false;
    }
  };
  const isNdxp = (headers: Headers, path: string): boolean => {
    const timestamp = text(headers['timestamp']);
    const [name, hash] = Buffer.from(text(headers['authorization']).replace(/^Basic /, ''), 'base64')
      .toString()
      .split(':');
    const wanted = createHash('sha256')
      .update(path + user + timestamp + secret, 'utf8')
      .digest('hex');
    return (
      /^\d{13}$/.test(timestamp) &&
      name === user &&
      hash === wanted &&
      /^[^/]+(\/[^/]+){3}$/.test(text(headers['x-road-client'])) &&
      text(headers['apikey']) !== ''
    );
  };
  return {
    token(headers, body) {
      if (!knowsKeys(headers) || new URLSearchParams(body).get('grant_type') !== 'client_credentials') return null;
      given += 1;
      // No chance is needed: only who knows the secret can say it.
      const token = createHash('sha256').update(`${secret}|token|${given}`).digest('base64url');
      tokens.add(token);
      return token;
    },
    admit(headers, path) {
      const authorization = text(headers['authorization']);
      if (authorization.startsWith('Basic ')) return isNdxp(headers, path) ? 'ndxp' : null;
      return authorization.startsWith('Bearer ') && tokens.has(authorization.slice(7)) && knowsKeys(headers) ? 'lgsp' : null;
    },
    forgetTokens: () => tokens.clear(),
  };
}
