/**
 * Who may come to a listener: from which networks, over which certificate, with a certificate of their own. Settings of each surface and of the metrics;
 * surfaces on one port are one listener and have one guard. Decision 0066.
 */
import { networksIn } from './networks.ts';
import type { Problem } from './problem.ts';
import { settingNotValid } from './problems.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** What has settings of its own for who may come to it. */
export const GUARDED = ['portal', 'administration', 'exchange', 'card', 'metrics'] as const;
export type Guarded = (typeof GUARDED)[number];

export interface Guard {
  /** null: whoever reaches the port */
  readonly networks: readonly string[] | null;
  readonly tls: { readonly certificateFile: string; readonly keyFile: string } | null;
  /** a certificate is asked of everybody who connects */
  readonly clients: {
    readonly authorityFile: string;
    readonly revokedFile: string;
    /** names of certificates and where each comes from; null: whoever the authority signed, from `networks` */
    readonly names: ReadonlyMap<string, readonly string[]> | null;
  } | null;
  /** servers in front that pass connections on untouched, with a PROXY header that is believed; null: nobody sends one */
  readonly proxyHeaderFrom: readonly string[] | null;
}

const PARTS = [
  'NETWORKS',
  'TLS_CERTIFICATE_FILE',
  'TLS_KEY_FILE',
  'CLIENT_CA_FILE',
  'CLIENT_CRL_FILE',
  'CLIENT_NAMES',
  'PROXY_HEADER_FROM',
] as const;
type Part = (typeof PARTS)[number];

export const guardSetting = (of: Guarded, part: Part): string => `${of.toUpperCase()}_${part}`;

/** `name=network, network; name=network`; null: it cannot be read. Names are compared in small letters, as those of hosts are. */
function namesIn(text: string): ReadonlyMap<string, readonly string[]> | null {
  const names = new Map<string, readonly string[]>();
  for (const part of text.split(';').filter((one) => one.trim() !== '')) {
    const [name = '', networks = '', ...more] = part.split('=');
    const read = networksIn(networks);
    const key = name.trim().toLowerCase();
    if (key === '' || read === null || more.length > 0 || names.has(key)) return null;
    names.set(key, read);
  }
  return names.size > 0 ? names : null;
}

/** null: nothing is said of it. MUST have passed `problemsOfGuard`. */
export function guardOf(env: Env, of: Guarded): Guard | null {
  const text = (part: Part): string | null => env[guardSetting(of, part)] || null;
  if (PARTS.every((part) => text(part) === null)) return null;
  const [networks, certificateFile, keyFile] = [text('NETWORKS'), text('TLS_CERTIFICATE_FILE'), text('TLS_KEY_FILE')];
  const [authorityFile, revokedFile, names, proxies] = [
    text('CLIENT_CA_FILE'),
    text('CLIENT_CRL_FILE'),
    text('CLIENT_NAMES'),
    text('PROXY_HEADER_FROM'),
  ];
  return {
    networks: networks === null ? null : networksIn(networks),
    tls: certificateFile !== null && keyFile !== null ? { certificateFile, keyFile } : null,
    clients:
      authorityFile !== null && revokedFile !== null ? { authorityFile, revokedFile, names: names === null ? null : namesIn(names) } : null,
    proxyHeaderFrom: proxies === null ? null : networksIn(proxies),
  };
}

const NETWORKS_WANTED = {
  vi: 'cần các địa chỉ hoặc dải địa chỉ (10.0.0.0/8, fd00::/8), cách nhau bằng dấu phẩy; không nhận /0',
  en: 'addresses or ranges (10.0.0.0/8, fd00::/8) with commas are needed; /0 is not taken',
};

/** What is wrong with the settings of one guard, each by its name. */
export function problemsOfGuard(env: Env, of: Guarded): Problem[] {
  const set = (part: Part): boolean => Boolean(env[guardSetting(of, part)]);
  const problems: Problem[] = [];
  const wrong = (part: Part, vi: string, en: string): void =>
    void problems.push(settingNotValid({ name: guardSetting(of, part), why: { vi, en } }));
  for (const part of ['NETWORKS', 'PROXY_HEADER_FROM'] as const)
    if (set(part) && networksIn(env[guardSetting(of, part)]!) === null) wrong(part, NETWORKS_WANTED.vi, NETWORKS_WANTED.en);
  if (set('TLS_CERTIFICATE_FILE') !== set('TLS_KEY_FILE'))
    wrong(
      set('TLS_KEY_FILE') ? 'TLS_CERTIFICATE_FILE' : 'TLS_KEY_FILE',
      'chứng thư và khóa của nó phải đi cùng nhau',
      'a certificate and its key are set together',
    );
  if (set('CLIENT_CA_FILE') && !set('TLS_CERTIFICATE_FILE'))
    wrong(
      'CLIENT_CA_FILE',
      'chỉ hỏi chứng thư bên gọi khi mặt này có TLS của mình',
      'certificates are asked only where this listener has TLS of its own',
    );
  if (set('CLIENT_CA_FILE') !== set('CLIENT_CRL_FILE'))
    wrong(
      set('CLIENT_CA_FILE') ? 'CLIENT_CRL_FILE' : 'CLIENT_CA_FILE',
      'nơi cấp và danh sách thu hồi phải đi cùng nhau: không có danh sách thì không thu hồi được ai',
      'authority and revocation list are set together: without a list nobody can be revoked',
    );
  if (set('CLIENT_NAMES') && (!set('CLIENT_CA_FILE') || namesIn(env[guardSetting(of, 'CLIENT_NAMES')]!) === null))
    wrong(
      'CLIENT_NAMES',
      `cần CLIENT_CA_FILE, và viết "tên=mạng, mạng; tên=mạng"; mỗi tên một lần`,
      'needs CLIENT_CA_FILE, and is written "name=network, network; name=network", each name once',
    );
  // How many hops there are says nothing of who stands there: whoever reaches the port could say that they come from inside.
  if (set('NETWORKS') && /^[1-9]$/.test(env['TRUST_PROXY'] || '0'))
    problems.push(
      settingNotValid({
        name: 'TRUST_PROXY',
        why: {
          vi: `khi đặt ${guardSetting(of, 'NETWORKS')} thì nêu địa chỉ của máy chủ đứng trước, không nêu số lớp`,
          en: `with ${guardSetting(of, 'NETWORKS')} the servers in front are named by address, not counted`,
        },
      }),
    );
  return problems;
}

/** Settings of one guard as they are written, for comparing two. */
export const guardText = (env: Env, of: Guarded): string => JSON.stringify(PARTS.map((part) => env[guardSetting(of, part)] || null));
