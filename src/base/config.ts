/** Every setting, declared once: name, unit, default, what it does. `readConfig` is the only reader of the environment. */
import { isIP } from 'node:net';
import { ok, refused } from './problem.ts';
import { secretIsDefault, settingMissing, settingNotValid } from './problems.ts';
import type { Bilingual, Problem, Result } from './problem.ts';
import { SURFACES, SURFACE_WORDS } from './http/surfaces.ts';
import { OWN_ADDRESS, addressOf, listenersOf, problemsOfSurfaces, surfacesIn } from './listeners.ts';
import type { Env, Listener } from './listeners.ts';

export interface Setting {
  readonly name: string;
  readonly unit: string;
  /** as text; null = none */
  readonly fallback: string | null;
  /** needed when NODE_ENV=production without DEMO=1 */
  readonly requiredInProduction: boolean;
  /** needed in production only when another setting has this value */
  readonly requiredWhen: { readonly name: string; readonly value: string } | null;
  readonly secret: boolean;
  readonly what: Bilingual;
}

const setting = (name: string, unit: string, fallback: string | null, vi: string, en: string, more: Partial<Setting> = {}): Setting => ({
  name,
  unit,
  fallback,
  requiredInProduction: false,
  requiredWhen: null,
  secret: false,
  what: { vi, en },
  ...more,
});

/** Client secret of the simulators; refused in production. */
const DEMO_SECRET = 'ban-trinh-dien-khong-phai-bi-mat-that';

const surfaceList = (language: keyof Bilingual): string =>
  SURFACES.map((surface) => `${surface} (${SURFACE_WORDS[surface][language]})`).join('; ');

const LGSP = { name: 'POPULATION_ACCESS', value: 'lgsp' } as const;

export const SETTINGS: readonly Setting[] = [
  setting(
    'NODE_ENV',
    '–',
    'development',
    '"production" là vận hành thật; không có dữ liệu mẫu trừ khi DEMO=1.',
    '"production" is real operation; no demo data unless DEMO=1.',
  ),
  setting(
    'DEMO',
    '0 | 1',
    null,
    'Bản trình diễn: người hư cấu, chọn vai, bộ mô phỏng. Mặc định 1 khi không phải production.',
    'The demo: invented people, role chooser, simulators. 1 by default outside production.',
  ),
  setting('PORT', 'cổng TCP', '3000', 'Cổng mà máy chủ lắng nghe.', 'Port that the server listens on.'),
  setting('HOST', 'địa chỉ', '127.0.0.1', 'Địa chỉ mà máy chủ lắng nghe.', 'Address that the server listens on.'),
  setting(
    'SURFACES',
    SURFACES.join(' , '),
    SURFACES.join(','),
    `Những mặt mà tiến trình này phục vụ: ${surfaceList('vi')}.`,
    `Surfaces that this process answers: ${surfaceList('en')}.`,
  ),
  ...OWN_ADDRESS.flatMap((surface) => {
    const name = surface.toUpperCase();
    return [
      setting(
        `${name}_PORT`,
        'cổng TCP',
        null,
        `Cổng riêng của mặt ${surface}; mặc định là PORT.`,
        `A port of its own for ${surface}; PORT by default.`,
      ),
      setting(
        `${name}_HOST`,
        'địa chỉ',
        null,
        `Địa chỉ lắng nghe của mặt ${surface}; mặc định là HOST.`,
        `Address that ${surface} listens on; HOST by default.`,
      ),
    ];
  }),
  setting(
    'ADMINISTRATION_URL',
    'URL',
    null,
    'Địa chỉ mà quản trị viên mở, khi mặt administration có cổng riêng; khai thêm ADMINISTRATION_URL/auth/callback tại nhà cung cấp định danh. Mặc định là PUBLIC_URL.',
    'Address that administrators open, where administration has a port of its own; register ADMINISTRATION_URL/auth/callback at the identity provider too. PUBLIC_URL by default.',
  ),
  setting(
    'CARD_URL',
    'URL',
    null,
    'Địa chỉ mà ví và máy kiểm tra thẻ hỏi; nằm trong mọi thẻ đã cấp, đừng đổi. Mặc định là PUBLIC_URL.',
    'Address that wallets and doors ask; it stands in every card that was issued: do not change it. PUBLIC_URL by default.',
  ),
  setting(
    'PUBLIC_URL',
    'URL',
    null,
    'Địa chỉ người dùng mở; quyết định biên nhận, mã QR và đăng nhập. Mặc định http://localhost:PORT.',
    'Address that people open; decides receipts, QR and sign-in. http://localhost:PORT by default.',
    { requiredInProduction: true },
  ),
  setting(
    'DATA_FOLDER',
    'thư mục',
    'data',
    'Cơ sở dữ liệu đi kèm, tệp đã nhận, khóa, nhật ký.',
    'Embedded database, uploads, keys, audit tiles.',
  ),
  setting(
    'DATABASE_URL',
    'URL',
    null,
    'PostgreSQL ≥ 15 có sẵn: tài khoản của sản phẩm (không sở hữu bảng, NOBYPASSRLS).',
    'A PostgreSQL ≥ 15 of your own: log-in of the product (owner of nothing, NOBYPASSRLS).',
    { secret: true },
  ),
  setting(
    'DATABASE_OWNER_URL',
    'URL',
    null,
    'Tài khoản chủ sở hữu, chỉ để di trú, sao lưu, khôi phục.',
    'Owner log-in, for migrations, backup and restore only.',
    { secret: true },
  ),
  setting(
    'WORKER',
    'inside | apart',
    'inside',
    'Xử lý nền chạy trong tiến trình máy chủ, hay riêng bằng "congvu worker" (cần DATABASE_URL).',
    'Background work runs inside the server, or apart by "congvu worker" (needs DATABASE_URL).',
  ),
  setting(
    'FILES',
    'folder | database',
    'folder',
    'Nơi giữ tệp đã nhận (đã mã hóa), ô nhật ký và danh sách đã ký: trong DATA_FOLDER (một máy, hoặc thư mục mà mọi máy cùng gắn), hay trong PostgreSQL để nhiều máy dùng chung. Chuyển bằng "congvu files".',
    'Where uploads (sealed), tiles of the log and signed lists are kept: in DATA_FOLDER (of one machine, or a folder that all mount), or in PostgreSQL, which several nodes share. Moved by "congvu files".',
  ),
  setting('OIDC_ISSUER', 'URL', null, 'Nhà cung cấp định danh (OpenID Connect).', 'Identity provider (OpenID Connect).', {
    requiredInProduction: true,
  }),
  setting('OIDC_CLIENT_ID', '–', 'congvu', 'Mã ứng dụng tại nhà cung cấp định danh.', 'Client id at the identity provider.'),
  setting(
    'OIDC_CLIENT_SECRET',
    '–',
    DEMO_SECRET,
    'Bí mật của ứng dụng tại nhà cung cấp định danh.',
    'Client secret at the identity provider.',
    { requiredInProduction: true, secret: true },
  ),
  setting('POPULATION_URL', 'URL', null, 'Dịch vụ tra cứu dân cư (NDXP hoặc LGSP).', 'Population look-up service (NDXP or LGSP).', {
    requiredInProduction: true,
  }),
  setting(
    'POPULATION_ACCESS',
    'ndxp | lgsp',
    'ndxp',
    'Đường vào dịch vụ dân cư: trực tiếp qua NDXP, hoặc qua nền tảng LGSP của bộ, tỉnh.',
    'The way into the population service: NDXP directly, or the LGSP of a ministry or province.',
  ),
  setting(
    'POPULATION_SERVICE_CODE',
    '–',
    'CSDL_CCVC',
    'Mã đơn vị dịch vụ (MaDVC) ghi trong mỗi lần tra cứu.',
    'Service code (MaDVC) named in each look-up.',
  ),
  setting(
    'POPULATION_USER',
    '–',
    'congvu',
    'Tài khoản gọi dịch vụ dân cư (với LGSP: AccessKey).',
    'User of the population service (with LGSP: AccessKey).',
  ),
  setting(
    'POPULATION_SECRET',
    '–',
    DEMO_SECRET,
    'Khóa bí mật gọi dịch vụ dân cư (với LGSP: SecretKey).',
    'Secret key of the population service (with LGSP: SecretKey).',
    { requiredInProduction: true, secret: true },
  ),
  setting(
    'POPULATION_XROAD_CLIENT',
    'instance/class/member/subsystem',
    'VN/GOV/CBCCVC/congvu',
    'Định danh X-Road của hệ thống này (chỉ NDXP).',
    'X-Road identifier of this system (NDXP only).',
  ),
  setting(
    'POPULATION_API_KEY',
    '–',
    null,
    'ApiKey của NDXP; mặc định là POPULATION_SECRET.',
    'ApiKey of NDXP; POPULATION_SECRET by default.',
    { secret: true },
  ),
  setting('POPULATION_TOKEN_URL', 'URL', null, 'Địa chỉ cấp thẻ truy cập của LGSP.', 'Address of the LGSP token.', { requiredWhen: LGSP }),
  setting('POPULATION_APP_NAME', '–', 'congvu', 'AppName đã đăng ký với LGSP.', 'AppName registered at the LGSP.'),
  setting('POPULATION_PARTNER_CODE', '–', null, 'PartnerCode đã đăng ký với LGSP.', 'PartnerCode registered at the LGSP.', {
    requiredWhen: LGSP,
  }),
  setting('POPULATION_PARTNER_CODE_CUS', '–', null, 'PartnerCodeCus, nếu LGSP yêu cầu.', 'PartnerCodeCus, where the LGSP asks for it.'),
  setting(
    'POPULATION_CALLS_PER_SECOND',
    'lần/giây',
    '20',
    'Số lần tra cứu dân cư mỗi giây được phép.',
    'Population look-ups allowed each second.',
  ),
  setting(
    'SESSION_IDLE_MINUTES',
    'phút (1–60)',
    '15',
    'Phiên làm việc kết thúc khi không thao tác chừng ấy phút.',
    'A session ends after so many minutes without use.',
  ),
  setting(
    'SESSION_HOURS',
    'giờ (1–24)',
    '8',
    'Phiên làm việc kết thúc sau chừng ấy giờ dù vẫn thao tác.',
    'A session ends after so many hours, used or not.',
  ),
  setting(
    'CARD_VCT',
    'URL',
    null,
    'Định danh loại thẻ (vct) ghi trong thẻ; mặc định là CARD_URL/vct/the-cbccvc/1.',
    'Type of the card (vct) as it stands in the card; CARD_URL/vct/the-cbccvc/1 by default.',
  ),
  setting(
    'CARD_COPY_DAYS',
    'ngày (1–31)',
    '7',
    'Bản thẻ trong ví hết hạn sau chừng ấy ngày rồi tự làm mới.',
    'A copy of the card in a wallet ends after so many days and is refreshed.',
  ),
  setting('CARD_VALID_MONTHS', 'tháng (1–60)', '60', 'Thời hạn của thẻ, không quá 5 năm.', 'How long a card is valid, at most 5 years.'),
  setting(
    'TRUST_PROXY',
    '0 | số lớp · hops | IP, IP/nn',
    '0',
    'Máy chủ đứng trước mà lời khai X-Forwarded-For được tin: địa chỉ hoặc dải địa chỉ, cách nhau bằng dấu phẩy; hoặc số lớp. 0: không tin ai.',
    'Servers in front whose X-Forwarded-For is believed: addresses or ranges, with commas; or how many of them. 0: nobody is.',
  ),
  setting(
    'ANONYMOUS_PER_ADDRESS_PER_MINUTE',
    'yêu cầu/phút · requests/minute',
    '60',
    'Một địa chỉ (IPv6: một mạng /64) chưa đăng nhập được gửi chừng ấy yêu cầu đăng nhập hoặc ghi. Một lần đăng nhập là hai yêu cầu; cả một cơ quan sau một địa chỉ thì đặt cao hơn.',
    'Requests to sign in or to write from one address (IPv6: one /64) without a session. One sign-in is two requests; set it higher for a whole body behind one address.',
  ),
  setting(
    'ANONYMOUS_PER_MINUTE',
    'yêu cầu/phút · requests/minute',
    '6000',
    'Tất cả những ai chưa đăng nhập, cộng lại, được gửi chừng ấy yêu cầu đăng nhập hoặc ghi vào mỗi tiến trình máy chủ.',
    'Requests to sign in or to write from all without a session together, for each server process.',
  ),
  setting('LOG_LEVEL', 'info | warn | error', 'warn', 'Mức ghi nhật ký ra stderr.', 'Level of the log on standard error.'),
];

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
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly worker: 'inside' | 'apart';
  readonly files: 'folder' | 'database';
  readonly oidcIssuer: string | null;
  readonly oidcClientId: string;
  readonly oidcClientSecret: string;
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
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly cardVct: string;
  readonly cardCopyDays: number;
  readonly cardValidMonths: number;
  /** whose X-Forwarded-For is believed: nobody, so many hops, or these addresses and ranges */
  readonly trustProxy: false | number | readonly string[];
  readonly anonymousPerAddressPerMinute: number;
  readonly anonymousPerMinute: number;
  readonly logLevel: string;
}

const isUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** An address, or a range with a prefix above 0: `/0` would believe everybody. */
function isProxy(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** Whose X-Forwarded-For is believed; null: the setting cannot be read. Never "everybody": whoever asks could then say that they are another. */
function proxiesOf(text: string): Config['trustProxy'] | null {
  if (/^\d$/.test(text)) return text === '0' ? false : Number(text);
  const proxies = text.split(',').map((part) => part.trim());
  return proxies.every(isProxy) ? proxies : null;
}

function problemsOf(env: Env, real: boolean): Problem[] {
  const problems: Problem[] = [];
  for (const { name, requiredInProduction, requiredWhen, secret, fallback } of SETTINGS) {
    if (!real) continue;
    if ((requiredInProduction || (requiredWhen && env[requiredWhen.name] === requiredWhen.value)) && !env[name])
      problems.push(settingMissing({ name }));
    else if (secret && fallback !== null && env[name] === fallback) problems.push(secretIsDefault({ name }));
  }
  for (const name of ['PORT', ...OWN_ADDRESS.map((surface) => `${surface.toUpperCase()}_PORT`)]) {
    const port = Number(env[name] || 3000);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      problems.push(settingNotValid({ name, why: { vi: 'cần một số từ 1 đến 65535', en: 'a number from 1 to 65535 is needed' } }));
  }
  problems.push(...problemsOfSurfaces(env));
  const calls = Number(env['POPULATION_CALLS_PER_SECOND'] ?? 20);
  if (!(calls > 0))
    problems.push(
      settingNotValid({ name: 'POPULATION_CALLS_PER_SECOND', why: { vi: 'cần một số lớn hơn 0', en: 'a number above 0 is needed' } }),
    );
  for (const [name, max, fallback] of [
    ['SESSION_IDLE_MINUTES', 60, 15],
    ['SESSION_HOURS', 24, 8],
    ['CARD_COPY_DAYS', 31, 7],
    ['CARD_VALID_MONTHS', 60, 60],
    ['ANONYMOUS_PER_ADDRESS_PER_MINUTE', 1_000_000, 60],
    ['ANONYMOUS_PER_MINUTE', 1_000_000, 6000],
  ] as const) {
    const value = Number(env[name] || fallback);
    if (!Number.isInteger(value) || value < 1 || value > max)
      problems.push(
        settingNotValid({ name, why: { vi: `cần một số nguyên từ 1 đến ${max}`, en: `a whole number from 1 to ${max} is needed` } }),
      );
  }
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
  if (Boolean(env['DATABASE_URL']) !== Boolean(env['DATABASE_OWNER_URL']))
    problems.push(settingMissing({ name: env['DATABASE_URL'] ? 'DATABASE_OWNER_URL' : 'DATABASE_URL' }));
  return problems;
}

/** The settings of this process, or every problem with them by name. */
export function readConfig(env: Env): Result<Config> {
  const production = env['NODE_ENV'] === 'production';
  const demo = env['DEMO'] === undefined ? !production : env['DEMO'] === '1';
  const problems = problemsOf(env, production && !demo);
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
    dataFolder: text('DATA_FOLDER'),
    databaseUrl: env['DATABASE_URL'] || null,
    databaseOwnerUrl: env['DATABASE_OWNER_URL'] || null,
    worker: text('WORKER') === 'apart' ? 'apart' : 'inside',
    files: text('FILES') === 'database' ? 'database' : 'folder',
    oidcIssuer: env['OIDC_ISSUER'] || null,
    oidcClientId: text('OIDC_CLIENT_ID'),
    oidcClientSecret: text('OIDC_CLIENT_SECRET'),
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
    sessionIdleMinutes: Number(text('SESSION_IDLE_MINUTES')),
    sessionHours: Number(text('SESSION_HOURS')),
    cardVct: env['CARD_VCT'] || `${cardUrl}/vct/the-cbccvc/1`,
    cardCopyDays: Number(text('CARD_COPY_DAYS')),
    cardValidMonths: Number(text('CARD_VALID_MONTHS')),
    trustProxy: proxiesOf(text('TRUST_PROXY')) ?? false,
    anonymousPerAddressPerMinute: Number(text('ANONYMOUS_PER_ADDRESS_PER_MINUTE')),
    anonymousPerMinute: Number(text('ANONYMOUS_PER_MINUTE')),
    logLevel: text('LOG_LEVEL'),
  });
}

/** The reference page of settings, `docs/settings.md`. */
export function settingsPage(): string {
  const rows = SETTINGS.map(
    (one) =>
      `| \`${one.name}\` | ${one.unit} | ${one.fallback === null ? '–' : one.secret ? '(mẫu, chỉ cho bản trình diễn)' : `\`${one.fallback}\``} | ${one.requiredInProduction ? 'có' : one.requiredWhen ? `khi ${one.requiredWhen.name}=${one.requiredWhen.value}` : ''} | ${one.what.vi} | ${one.what.en} |`,
  );
  return [
    '# Thiết lập · Settings',
    '',
    '| tên | đơn vị | mặc định | bắt buộc khi vận hành thật | ý nghĩa | meaning |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
