/** How bodies reach the exchange, by settings: which carriers are taken, whom each is believed of, and the name of this installation in manifests. */
import type { Env } from './guards.ts';
import { networksIn } from './networks.ts';
import type { Problem } from './problem.ts';
import { settingMissing, settingNotValid } from './problems.ts';

/** `mtls`: a certificate of the body's own · `x-road`: our security server (NDXP) · `lgsp`: a token of a provincial platform · `ndop`: not published yet */
export const CARRIERS = ['mtls', 'x-road', 'lgsp', 'ndop'] as const;
export type CarrierName = (typeof CARRIERS)[number];

export interface ExchangeSettings {
  readonly audience: string;
  readonly carriers: readonly CarrierName[];
  /** our security server: where it calls from, and by which certificate (SHA-256, hexadecimal; null: by none of its own) */
  readonly xRoad: { readonly from: readonly string[]; readonly certificateSha256: string | null } | null;
  readonly lgsp: { readonly issuer: string; readonly audience: string; readonly keysFile: string; readonly claim: string } | null;
}

const carriersIn = (text: string): readonly CarrierName[] | null => {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const known = CARRIERS.filter((one) => words.includes(one));
  return words.length > 0 && known.length === words.length ? known : null;
};
const fingerprintIn = (text: string): string | null => {
  const plain = text.replaceAll(':', '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(plain) ? plain : null;
};
const LGSP_SETTINGS = ['EXCHANGE_LGSP_ISSUER', 'EXCHANGE_LGSP_AUDIENCE', 'EXCHANGE_LGSP_KEYS_FILE'] as const;

/** @param fallback  what stands for EXCHANGE_CARRIERS where nothing is said */
export function problemsOfExchange(env: Env, fallback: string): Problem[] {
  const carriers = carriersIn(env['EXCHANGE_CARRIERS'] || fallback);
  if (carriers === null)
    return [
      settingNotValid({
        name: 'EXCHANGE_CARRIERS',
        why: { vi: `cần các tên trong: ${CARRIERS.join(', ')}`, en: `names out of these are needed: ${CARRIERS.join(', ')}` },
      }),
    ];
  const problems: Problem[] = [];
  if (carriers.includes('x-road') && !env['EXCHANGE_XROAD_FROM']) problems.push(settingMissing({ name: 'EXCHANGE_XROAD_FROM' }));
  if (env['EXCHANGE_XROAD_FROM'] && networksIn(env['EXCHANGE_XROAD_FROM']) === null)
    problems.push(
      settingNotValid({
        name: 'EXCHANGE_XROAD_FROM',
        why: { vi: 'cần địa chỉ hoặc dải địa chỉ, cách nhau bằng dấu phẩy', en: 'addresses or ranges with commas are needed' },
      }),
    );
  if (env['EXCHANGE_XROAD_CERTIFICATE'] && fingerprintIn(env['EXCHANGE_XROAD_CERTIFICATE']) === null)
    problems.push(
      settingNotValid({
        name: 'EXCHANGE_XROAD_CERTIFICATE',
        why: { vi: 'cần giá trị băm SHA-256 (64 chữ số hệ 16)', en: 'a SHA-256 fingerprint (64 hexadecimal digits) is needed' },
      }),
    );
  if (carriers.includes('lgsp')) problems.push(...LGSP_SETTINGS.filter((name) => !env[name]).map((name) => settingMissing({ name })));
  return problems;
}

/** MUST have passed `problemsOfExchange`. @param text  the value of a setting, its fallback where there is none */
export function exchangeSettings(text: (name: string) => string, publicUrl: string): ExchangeSettings {
  const carriers = carriersIn(text('EXCHANGE_CARRIERS')) ?? [];
  return {
    audience: text('EXCHANGE_AUDIENCE') || new URL(publicUrl).host,
    carriers,
    xRoad: carriers.includes('x-road')
      ? { from: networksIn(text('EXCHANGE_XROAD_FROM')) ?? [], certificateSha256: fingerprintIn(text('EXCHANGE_XROAD_CERTIFICATE')) }
      : null,
    lgsp: carriers.includes('lgsp')
      ? {
          issuer: text('EXCHANGE_LGSP_ISSUER'),
          audience: text('EXCHANGE_LGSP_AUDIENCE'),
          keysFile: text('EXCHANGE_LGSP_KEYS_FILE'),
          claim: text('EXCHANGE_LGSP_CLAIM'),
        }
      : null,
  };
}
