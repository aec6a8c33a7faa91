/** What the settings say of this process. `readConfig` is the only reader of the environment. */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { ok, refused } from './problem.ts';
import { demoNotSaid, secretIsDefault, settingMissing, settingNotValid } from './problems.ts';
import type { Problem, Result } from './problem.ts';
import { SURFACES } from './http/surfaces.ts';
import { OWN_ADDRESS, addressOf, listenersOf, problemsOfSurfaces, surfacesIn } from './listeners.ts';
import { exchangeSettings, problemsOfExchange } from './exchange-settings.ts';
import type { ExchangeSettings } from './exchange-settings.ts';
import { guardOf } from './guards.ts';
import type { Env, Guard } from './guards.ts';
import type { Listener } from './listeners.ts';
import { isNetwork } from './networks.ts';
import { SETTINGS } from './settings.ts';
import { problemsOfSignIn, signInSettings } from './sign-in-settings.ts';
import type { SignInSettings } from './sign-in-settings.ts';

export interface Config {
  readonly production: boolean;
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** address that administrators open */
  readonly administrationUrl: string;
  /** address that wallets and doors ask */
  readonly cardUrl: string;
  /** what this process answers, and where: one server each */
  readonly listeners: readonly Listener[];
  /** a server that is to stop goes on answering for so long, no longer ready */
  readonly stopAfterSeconds: number;
  readonly dataFolder: string;
  /** absolute; DATA_FOLDER/keys unless it is named */
  readonly keysFolder: string;
  /** program that opens what a key service keeps; null: the keys stand in files */
  readonly keyService: string | null;
  /** program that keeps the private keys of the card; null: they stand in a file, sealed */
  readonly cardKeyService: string | null;
  readonly backupFolder: string;
  /** null: backups are sealed to the installation's own keys */
  readonly backupPublicKeyFile: string | null;
  readonly databaseUrl: string | null;
  /** where readings may be taken; null: where is written */
  readonly databaseReadUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  /** said explicitly: another machine's PostgreSQL may be reached without verified TLS */
  readonly databaseWithoutTls: boolean;
  readonly worker: 'inside' | 'apart';
  readonly files: 'folder' | 'database';
  readonly oidcIssuer: string | null;
  readonly oidcClientId: string;
  readonly oidcClientSecret: string;
  readonly signIn: SignInSettings;
  /** file of public keys of the service that brings updates; null: none are taken */
  readonly vneidUpdatesKeys: string | null;
  readonly vneidUpdatesIssuer: string;
  readonly populationUrl: string | null;
  readonly populationAccess: 'ndxp' | 'lgsp';
  readonly populationServiceCode: string;
  readonly populationUser: string;
  readonly populationSecret: string;
  readonly populationXroadClient: string;
  readonly populationApiKey: string;
  readonly populationTokenUrl: string | null;
  readonly populationAppName: string;
  readonly populationPartnerCode: string;
  readonly populationPartnerCodeCus: string;
  readonly populationCallsPerSecond: number;
  /** how bodies reach the exchange */
  readonly exchange: ExchangeSettings;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  /** the log may stand still for so long before what binds somebody stops */
  readonly logStopSeconds: number;
  /** where metrics are answered; null: nowhere */
  readonly metrics: { readonly port: number; readonly host: string; readonly guard?: Guard } | null;
  /** whom somebody outside the networks may ask; null: nobody is named */
  readonly networkContact: string | null;
  /** when a passkey is asked for: always, or of those who have one */
  readonly stepUp: 'required' | 'if-registered';
  /** domain that passkeys are made for (RP ID) */
  readonly passkeyRpId: string;
  readonly cardVct: string;
  readonly cardCopyDays: number;
  readonly cardValidMonths: number;
  /** copies of a card that a neutral change superseded stay good so long, at most 72; 0: they end at once (decision 0087) */
  readonly cardOverlapHours: number;
  /** copies that one wallet is issued within 24 hours */
  readonly cardCopiesPerDay: number;
  /** a pause between two signatures of lists that is longer is a clock that jumped ahead; 0: none is */
  readonly cardClockAheadHours: number;
  /** requests of wallets from one address, a second */
  readonly cardPerAddressPerSecond: number;
  /** whose X-Forwarded-For is believed: nobody, so many hops, or these addresses and ranges */
  readonly trustProxy: false | number | readonly string[];
  readonly anonymousPerAddressPerMinute: number;
  readonly anonymousPerMinute: number;
  /** null: nothing is scanned for malware */
  readonly scannerUrl: string | null;
  readonly scannerAway: 'refuse' | 'accept';
  /** null: no mail is sent */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** empty: any */
  readonly mailDomains: readonly string[];
  readonly logLevel: string;
}

/** Whoever stops a server waits so long at most. */
const STOP_AFTER_SECONDS_MAX = 300;

const isUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Domains of a list with commas, in small letters. */
const domainsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');

/** Days after which the longest copy of a card has run out. */
export const CARD_COPY_DAYS_MAX = 31;
/** No copy outlives what its card says by more hours; the database holds the same (decision 0087). */
const CARD_OVERLAP_HOURS_MAX = 72;

/** What is wrong with the settings of mail. Production does not send in the name of nobody. */
function problemsOfMail(env: Env, real: boolean): Problem[] {
  const problems: Problem[] = [];
  const url = env['SMTP_URL'];
  if (!url) return problems;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    problems.push(
      settingNotValid({
        name: 'SMTP_URL',
        why: { vi: 'cần một địa chỉ smtp:// hoặc smtps://', en: 'an smtp:// or smtps:// address is needed' },
      }),
    );
  if (real && !env['MAIL_FROM']) problems.push(settingMissing({ name: 'MAIL_FROM' }));
  return problems;
}

/** Whose X-Forwarded-For is believed; null: the setting cannot be read. Never "everybody": whoever asks could then say that they are another. */
function proxiesOf(text: string): Config['trustProxy'] | null {
  if (/^\d$/.test(text)) return text === '0' ? false : Number(text);
  const proxies = text.split(',').map((part) => part.trim());
  return proxies.every(isNetwork) ? proxies : null;
}

const stepUpOf = (env: Env, real: boolean): Config['stepUp'] =>
  (env['STEP_UP'] || (real ? 'required' : 'if-registered')) === 'required' ? 'required' : 'if-registered';

/** A passkey works at pages of its domain and of domains below it, and nowhere else (W3C WebAuthn). */
function problemsOfPasskeys(env: Env, real: boolean): Problem[] {
  const problems: Problem[] = [];
  if (!['required', 'if-registered'].includes(env['STEP_UP'] || 'required'))
    problems.push(
      settingNotValid({
        name: 'STEP_UP',
        why: { vi: 'cần "required" hoặc "if-registered"', en: '"required" or "if-registered" is needed' },
      }),
    );
  const urls = [addressOf(env, 'portal').url, addressOf(env, 'administration').url].filter((url) => URL.canParse(url));
  const hosts = urls.map((url) => new URL(url).hostname);
  const id = env['PASSKEY_RP_ID'] || hosts[0];
  const address = hosts.find((host) => isIP(host.replace(/^\[|\]$/g, '')) !== 0);
  if (address !== undefined && stepUpOf(env, real) === 'required')
    problems.push(
      settingNotValid({
        name: 'PUBLIC_URL',
        why: {
          vi: `khóa truy cập cần một tên miền, không dùng được với địa chỉ ${address}; không bắt buộc khóa thì đặt STEP_UP=if-registered`,
          en: `passkeys need a name, they do not work at the address ${address}; where none is demanded, set STEP_UP=if-registered`,
        },
      }),
    );
  const outside = hosts.find((host) => host !== id && !host.endsWith(`.${id}`));
  if (outside !== undefined)
    problems.push(
      settingNotValid({
        name: 'PASSKEY_RP_ID',
        why: {
          vi: `cần một tên miền chung của PUBLIC_URL và ADMINISTRATION_URL; ${outside} không nằm dưới ${id}`,
          en: `a domain common to PUBLIC_URL and ADMINISTRATION_URL is needed; ${outside} is not below ${id}`,
        },
      }),
    );
  return problems;
}

function problemsOf(env: Env, real: boolean): Problem[] {
  const problems: Problem[] = [];
  for (const { name, requiredInProduction, requiredWhen, secret, fallback } of SETTINGS) {
    if (!real) continue;
    if ((requiredInProduction || (requiredWhen && env[requiredWhen.name] === requiredWhen.value)) && !env[name])
      problems.push(settingMissing({ name }));
    else if (secret && fallback !== null && env[name] === fallback) problems.push(secretIsDefault({ name }));
  }
  for (const name of ['PORT', 'METRICS_PORT', ...OWN_ADDRESS.map((surface) => `${surface.toUpperCase()}_PORT`)]) {
    const port = Number(env[name] || 3000);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      problems.push(settingNotValid({ name, why: { vi: 'cần một số từ 1 đến 65535', en: 'a number from 1 to 65535 is needed' } }));
  }
  problems.push(...problemsOfSurfaces(env), ...problemsOfMail(env, real), ...problemsOfSignIn(env, real), ...problemsOfPasskeys(env, real));
  const calls = Number(env['POPULATION_CALLS_PER_SECOND'] ?? 20);
  if (!(calls > 0))
    problems.push(
      settingNotValid({ name: 'POPULATION_CALLS_PER_SECOND', why: { vi: 'cần một số lớn hơn 0', en: 'a number above 0 is needed' } }),
    );
  for (const [name, max, fallback, min = 1] of [
    ['SESSION_IDLE_MINUTES', 60, 15],
    ['SESSION_HOURS', 24, 8],
    ['CARD_COPY_DAYS', CARD_COPY_DAYS_MAX, 7],
    ['CARD_VALID_MONTHS', 60, 60],
    ['CARD_OVERLAP_HOURS', CARD_OVERLAP_HOURS_MAX, CARD_OVERLAP_HOURS_MAX, 0],
    ['CARD_COPIES_PER_DAY', 1_000, 24],
    ['CARD_PER_ADDRESS_PER_SECOND', 100_000, 50],
    ['ANONYMOUS_PER_ADDRESS_PER_MINUTE', 1_000_000, 60],
    ['ANONYMOUS_PER_MINUTE', 1_000_000, 6000],
  ] as readonly (readonly [name: string, max: number, fallback: number, min?: number])[]) {
    const value = Number(env[name] || fallback);
    if (!Number.isInteger(value) || value < min || value > max)
      problems.push(
        settingNotValid({
          name,
          why: { vi: `cần một số nguyên từ ${min} đến ${max}`, en: `a whole number from ${min} to ${max} is needed` },
        }),
      );
  }
  if (!/^\d{1,4}$/.test(env['CARD_CLOCK_AHEAD_HOURS'] || '0'))
    problems.push(
      settingNotValid({
        name: 'CARD_CLOCK_AHEAD_HOURS',
        why: { vi: 'cần một số nguyên từ 0 đến 9999', en: 'a whole number from 0 to 9999 is needed' },
      }),
    );
  if (!/^(unix:\/.+|tcp:\/\/.+:\d{1,5})$/.test(env['SCANNER_URL'] || 'unix:/x'))
    problems.push(
      settingNotValid({
        name: 'SCANNER_URL',
        why: { vi: 'cần unix:/đường/dẫn hoặc tcp://máy:cổng', en: 'unix:/a/path or tcp://host:port is needed' },
      }),
    );
  if (!['refuse', 'accept'].includes(env['SCANNER_AWAY'] || 'refuse'))
    problems.push(
      settingNotValid({ name: 'SCANNER_AWAY', why: { vi: 'cần "refuse" hoặc "accept"', en: '"refuse" or "accept" is needed' } }),
    );
  const logStop = Number(env['LOG_STOP_SECONDS'] || 600);
  if (!Number.isInteger(logStop) || logStop < 60 || logStop > 86_400)
    problems.push(
      settingNotValid({
        name: 'LOG_STOP_SECONDS',
        why: { vi: 'cần một số nguyên từ 60 đến 86400', en: 'a whole number from 60 to 86400 is needed' },
      }),
    );
  const stopAfter = Number(env['STOP_AFTER_SECONDS'] || 0);
  if (!Number.isInteger(stopAfter) || stopAfter < 0 || stopAfter > STOP_AFTER_SECONDS_MAX)
    problems.push(
      settingNotValid({
        name: 'STOP_AFTER_SECONDS',
        why: {
          vi: `cần một số nguyên từ 0 đến ${STOP_AFTER_SECONDS_MAX}`,
          en: `a whole number from 0 to ${STOP_AFTER_SECONDS_MAX} is needed`,
        },
      }),
    );
  if (proxiesOf(env['TRUST_PROXY'] || '0') === null)
    problems.push(
      settingNotValid({
        name: 'TRUST_PROXY',
        why: {
          vi: 'cần 0, số máy chủ đứng trước (1 đến 9), hoặc các địa chỉ và dải địa chỉ cách nhau bằng dấu phẩy',
          en: '0, how many servers are in front (1 to 9), or addresses and ranges with commas are needed',
        },
      }),
    );
  for (const name of ['PUBLIC_URL', 'ADMINISTRATION_URL', 'CARD_URL', 'POPULATION_URL', 'POPULATION_TOKEN_URL', 'CARD_VCT'])
    if (env[name] && !isUrl(env[name]))
      problems.push(settingNotValid({ name, why: { vi: 'cần một địa chỉ http(s)', en: 'an http(s) address is needed' } }));
  if (!['inside', 'apart'].includes(env['WORKER'] || 'inside'))
    problems.push(settingNotValid({ name: 'WORKER', why: { vi: 'cần "inside" hoặc "apart"', en: '"inside" or "apart" is needed' } }));
  if (!['verified', 'off'].includes(env['DATABASE_TLS'] || 'verified'))
    problems.push(settingNotValid({ name: 'DATABASE_TLS', why: { vi: 'cần "verified" hoặc "off"', en: '"verified" or "off" is needed' } }));
  if (!['folder', 'database'].includes(env['FILES'] || 'folder'))
    problems.push(settingNotValid({ name: 'FILES', why: { vi: 'cần "folder" hoặc "database"', en: '"folder" or "database" is needed' } }));
  if (!['ndxp', 'lgsp'].includes(env['POPULATION_ACCESS'] || 'ndxp'))
    problems.push(settingNotValid({ name: 'POPULATION_ACCESS', why: { vi: 'cần "ndxp" hoặc "lgsp"', en: '"ndxp" or "lgsp" is needed' } }));
  if (env['POPULATION_XROAD_CLIENT'] && !/^[^/\s]+(\/[^/\s]+){3}$/.test(env['POPULATION_XROAD_CLIENT']))
    problems.push(
      settingNotValid({
        name: 'POPULATION_XROAD_CLIENT',
        why: { vi: 'cần bốn phần cách nhau bằng dấu /', en: 'four parts with slashes between them are needed' },
      }),
    );
  problems.push(...problemsOfExchange(env, SETTINGS.find(({ name }) => name === 'EXCHANGE_CARRIERS')!.fallback!));
  if (Boolean(env['DATABASE_URL']) !== Boolean(env['DATABASE_OWNER_URL']))
    problems.push(settingMissing({ name: env['DATABASE_URL'] ? 'DATABASE_OWNER_URL' : 'DATABASE_URL' }));
  return problems;
}

function metricsOf(env: Env, host: string): Config['metrics'] {
  if (!env['METRICS_PORT']) return null;
  const guard = guardOf(env, 'metrics');
  return { port: Number(env['METRICS_PORT']), host, ...(guard ? { guard } : {}) };
}

/** Type of the card at an address, where no setting names another. */
export const cardVctAt = (cardUrl: string): string => `${cardUrl}/vct/the-cbccvc/1`;

/** The settings of this process, or every problem with them by name. */
export function readConfig(env: Env): Result<Config> {
  const production = env['NODE_ENV'] === 'production';
  const demo = env['DEMO'] === undefined ? !production : env['DEMO'] === '1';
  const problems = problemsOf(env, production && !demo);
  // Whoever has a database of their own may have real people in it: invented ones are never put there because nothing was said.
  if (demo && env['DEMO'] === undefined && env['DATABASE_URL']) problems.unshift(demoNotSaid());
  if (problems.length > 0) return refused(...problems);
  const text = (name: string): string => env[name] || (SETTINGS.find((one) => one.name === name)?.fallback ?? '');
  const port = Number(text('PORT'));
  const { url: publicUrl } = addressOf(env, 'portal');
  const { url: administrationUrl } = addressOf(env, 'administration');
  const { url: cardUrl } = addressOf(env, 'card');
  return ok({
    production,
    demo,
    port,
    host: text('HOST'),
    publicUrl,
    administrationUrl,
    cardUrl,
    listeners: listenersOf(env, surfacesIn(text('SURFACES')) ?? SURFACES),
    stopAfterSeconds: Number(text('STOP_AFTER_SECONDS')),
    logStopSeconds: Number(text('LOG_STOP_SECONDS')),
    dataFolder: text('DATA_FOLDER'),
    keysFolder: resolve(env['KEYS_FOLDER'] || join(text('DATA_FOLDER'), 'keys')),
    keyService: env['KEY_SERVICE'] || null,
    cardKeyService: env['CARD_KEY_SERVICE'] || null,
    backupFolder: env['BACKUP_FOLDER'] || join(text('DATA_FOLDER'), 'backups'),
    backupPublicKeyFile: env['BACKUP_PUBLIC_KEY_FILE'] || null,
    databaseUrl: env['DATABASE_URL'] || null,
    databaseReadUrl: env['DATABASE_READ_URL'] || null,
    databaseOwnerUrl: env['DATABASE_OWNER_URL'] || null,
    databaseWithoutTls: text('DATABASE_TLS') === 'off',
    worker: text('WORKER') === 'apart' ? 'apart' : 'inside',
    files: text('FILES') === 'database' ? 'database' : 'folder',
    oidcIssuer: env['OIDC_ISSUER'] || null,
    oidcClientId: text('OIDC_CLIENT_ID'),
    oidcClientSecret: text('OIDC_CLIENT_SECRET'),
    signIn: signInSettings(env),
    vneidUpdatesKeys: env['VNEID_UPDATES_KEYS'] || null,
    vneidUpdatesIssuer: text('VNEID_UPDATES_ISSUER'),
    populationUrl: env['POPULATION_URL'] || null,
    populationAccess: text('POPULATION_ACCESS') === 'lgsp' ? 'lgsp' : 'ndxp',
    populationServiceCode: text('POPULATION_SERVICE_CODE'),
    populationUser: text('POPULATION_USER'),
    populationSecret: text('POPULATION_SECRET'),
    populationXroadClient: text('POPULATION_XROAD_CLIENT'),
    populationApiKey: text('POPULATION_API_KEY') || text('POPULATION_SECRET'),
    populationTokenUrl: env['POPULATION_TOKEN_URL'] || null,
    populationAppName: text('POPULATION_APP_NAME'),
    populationPartnerCode: text('POPULATION_PARTNER_CODE'),
    populationPartnerCodeCus: text('POPULATION_PARTNER_CODE_CUS'),
    populationCallsPerSecond: Number(text('POPULATION_CALLS_PER_SECOND')),
    exchange: exchangeSettings(text, publicUrl),
    sessionIdleMinutes: Number(text('SESSION_IDLE_MINUTES')),
    sessionHours: Number(text('SESSION_HOURS')),
    metrics: metricsOf(env, text('METRICS_HOST')),
    networkContact: env['NETWORK_CONTACT'] || null,
    stepUp: stepUpOf(env, production && !demo),
    passkeyRpId: env['PASSKEY_RP_ID'] || new URL(publicUrl).hostname,
    cardVct: env['CARD_VCT'] || cardVctAt(cardUrl),
    cardCopyDays: Number(text('CARD_COPY_DAYS')),
    cardValidMonths: Number(text('CARD_VALID_MONTHS')),
    cardOverlapHours: Number(text('CARD_OVERLAP_HOURS')),
    cardCopiesPerDay: Number(text('CARD_COPIES_PER_DAY')),
    // A demo sleeps for nights and weeks on somebody's laptop.
    cardClockAheadHours: Number(demo && !env['CARD_CLOCK_AHEAD_HOURS'] ? 0 : text('CARD_CLOCK_AHEAD_HOURS')),
    cardPerAddressPerSecond: Number(text('CARD_PER_ADDRESS_PER_SECOND')),
    trustProxy: proxiesOf(text('TRUST_PROXY')) ?? false,
    anonymousPerAddressPerMinute: Number(text('ANONYMOUS_PER_ADDRESS_PER_MINUTE')),
    anonymousPerMinute: Number(text('ANONYMOUS_PER_MINUTE')),
    scannerUrl: env['SCANNER_URL'] || null,
    scannerAway: text('SCANNER_AWAY') === 'accept' ? 'accept' : 'refuse',
    smtpUrl: env['SMTP_URL'] || null,
    mailFrom: text('MAIL_FROM'),
    mailDomains: domainsIn(text('MAIL_DOMAINS')),
    logLevel: text('LOG_LEVEL'),
  });
}
