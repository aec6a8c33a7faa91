/** How people sign in, by settings: which shape the provider has, what it is asked for, and what its claims are called. */
import type { Env } from './guards.ts';
import type { Problem } from './problem.ts';
import { settingMissing, settingNotValid } from './problems.ts';

/** `oidc`: a standard provider with discovery. `vneid`: the service as its public clients show it, with three addresses of its own. */
export type SignInShape = 'oidc' | 'vneid';

export interface SignInSettings {
  readonly shape: SignInShape;
  /** what people call it; null: it has no name that they would know */
  readonly name: string | null;
  readonly scope: string;
  /** asked for, best first; empty: nothing is */
  readonly acrValues: string;
  readonly claims: { readonly number: string; readonly name: string; readonly level: string };
  /** what the provider's level means here; null: it says 1 or 2 itself */
  readonly levels: ReadonlyMap<string, number> | null;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly userinfoUrl: string;
  /** file of our RSA key (PEM), when the service encrypts; null: it does not */
  readonly privateKeyFile: string | null;
}

const CLAIMS = {
  oidc: { number: 'national_id', name: 'name', level: 'identity_level' },
  vneid: { number: 'citizenPid', name: 'fullName', level: 'accountLevel' },
} as const satisfies Record<SignInShape, SignInSettings['claims']>;
const SCOPES = { oidc: 'openid profile', vneid: 'openid' } as const satisfies Record<SignInShape, string>;
const OWN_ADDRESSES = ['OIDC_AUTHORIZE_URL', 'OIDC_TOKEN_URL', 'OIDC_USERINFO_URL'] as const;

const shapeOf = (env: Env): SignInShape => (env['OIDC_SHAPE'] === 'vneid' ? 'vneid' : 'oidc');

/** `low=1,substantial=2`; a value may hold "=" itself (a URN or an address), so the last one parts. null: it cannot be read. */
function levelsIn(text: string): ReadonlyMap<string, number> | null {
  const levels = new Map<string, number>();
  for (const part of text.split(',')) {
    const at = part.lastIndexOf('=');
    const [value, level] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    if (at < 1 || value === '' || !/^[12]$/.test(level)) return null;
    levels.set(value, Number(level));
  }
  return levels;
}

const hasTls = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:';

/** @param real  production that is no demo: nobody's sign-in goes over a wire that others read */
export function problemsOfSignIn(env: Env, real: boolean): Problem[] {
  const problems: Problem[] = [];
  const wrong = (name: string, vi: string, en: string): void => void problems.push(settingNotValid({ name, why: { vi, en } }));
  if (env['OIDC_SHAPE'] && !['oidc', 'vneid'].includes(env['OIDC_SHAPE']))
    wrong('OIDC_SHAPE', 'cần "oidc" hoặc "vneid"', '"oidc" or "vneid" is needed');
  if (env['OIDC_LEVELS'] && levelsIn(env['OIDC_LEVELS']) === null)
    wrong(
      'OIDC_LEVELS',
      'cần các cặp giá-trị=mức, mức là 1 hoặc 2, cách nhau bằng dấu phẩy',
      'pairs of value=level with commas are needed, level 1 or 2',
    );
  if (env['OIDC_SCOPE'] && !env['OIDC_SCOPE'].split(' ').includes('openid'))
    wrong('OIDC_SCOPE', 'cần có "openid"', 'it must have "openid"');
  const isShaped = shapeOf(env) === 'vneid';
  for (const name of isShaped ? OWN_ADDRESSES : (['OIDC_ISSUER'] as const)) {
    const value = env[name];
    if (!value) {
      // In production the list of settings says it.
      if (isShaped && !real) problems.push(settingMissing({ name }));
    } else if (real ? !hasTls(value) : !URL.canParse(value)) wrong(name, 'cần một địa chỉ https', 'an https address is needed');
  }
  return problems;
}

/** What MUST have been found without problems. */
export function signInSettings(env: Env): SignInSettings {
  const shape = shapeOf(env);
  const own = CLAIMS[shape];
  return {
    shape,
    name: env['OIDC_NAME']?.trim() || (shape === 'vneid' ? 'VNeID' : null),
    scope: env['OIDC_SCOPE'] || SCOPES[shape],
    acrValues: env['OIDC_ACR_VALUES'] ?? '',
    claims: {
      number: env['OIDC_NUMBER_CLAIM'] || own.number,
      name: env['OIDC_NAME_CLAIM'] || own.name,
      level: env['OIDC_LEVEL_CLAIM'] || own.level,
    },
    levels: env['OIDC_LEVELS'] ? levelsIn(env['OIDC_LEVELS']) : null,
    authorizeUrl: env['OIDC_AUTHORIZE_URL'] ?? '',
    tokenUrl: env['OIDC_TOKEN_URL'] ?? '',
    userinfoUrl: env['OIDC_USERINFO_URL'] ?? '',
    privateKeyFile: env['OIDC_PRIVATE_KEY_FILE'] || null,
  };
}
