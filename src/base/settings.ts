/** Every setting, declared once: name, unit, default, what it does. `config.ts` alone reads them. */
import { SURFACES, SURFACE_WORDS } from './http/surfaces.ts';
import { GUARDED, guardSetting } from './guards.ts';
import { OWN_ADDRESS } from './listeners.ts';
import type { Bilingual } from './problem.ts';

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
    'Bản trình diễn: người hư cấu, chọn vai, bộ mô phỏng. Mặc định 1 khi không phải production và không có DATABASE_URL; với DATABASE_URL phải nói rõ.',
    'The demo: invented people, role chooser, simulators. 1 by default outside production without DATABASE_URL; with one it must be said.',
  ),
  setting('PORT', 'cổng TCP', '3000', 'Cổng mà máy chủ lắng nghe.', 'Port that the server listens on.'),
  setting('HOST', 'địa chỉ', '127.0.0.1', 'Địa chỉ mà máy chủ lắng nghe.', 'Address that the server listens on.'),
  setting(
    'STOP_AFTER_SECONDS',
    'giây (0–300)',
    '0',
    'Khi được bảo dừng, máy chủ báo chưa sẵn sàng ở /readyz và vẫn trả lời thêm chừng ấy giây rồi mới thôi nhận. Đặt lâu hơn thời gian bộ cân bằng tải cần để thấy; chỉ có một máy chủ thì để 0.',
    'Told to stop, the server is no longer ready (/readyz) and goes on answering for so many seconds before it takes no more. Longer than the balancer in front needs to see it; 0 where there is one server alone.',
  ),
  setting(
    'METRICS_PORT',
    'cổng TCP',
    null,
    'Cổng trả lời GET /metrics cho Prometheus; không đặt thì không có. Ai tới được cổng này đều đọc được, nên chỉ mở trong mạng vận hành.',
    'Port that answers GET /metrics for Prometheus; none when it is not set. Whoever reaches it reads it: open it to the network of those who operate alone.',
  ),
  setting('METRICS_HOST', 'địa chỉ', '127.0.0.1', 'Địa chỉ lắng nghe của /metrics.', 'Address that /metrics listens on.'),
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
  ...GUARDED.flatMap((of) => [
    setting(
      guardSetting(of, 'NETWORKS'),
      'IP, IP/nn',
      null,
      `Các mạng được tới mặt ${of}, thí dụ dải của mạng TSLCD; người ngoài nhận trang giải thích. Không đặt: ai tới được cổng đều được.`,
      `Networks that may come to ${of}, such as those of the dedicated state network; others get a page that explains. Not set: whoever reaches the port.`,
    ),
    setting(
      guardSetting(of, 'TLS_CERTIFICATE_FILE'),
      'tệp PEM',
      null,
      `Chứng thư (kèm các nơi cấp trung gian) của mặt ${of}, khi sản phẩm tự mở TLS. Thay tệp thì được đọc lại trong nửa phút.`,
      `Certificate (with intermediate authorities) of ${of}, where the product speaks TLS itself. A changed file is read again within half a minute.`,
    ),
    setting(guardSetting(of, 'TLS_KEY_FILE'), 'tệp PEM', null, `Khóa riêng của chứng thư đó.`, `Private key of that certificate.`),
    setting(
      guardSetting(of, 'CLIENT_CA_FILE'),
      'tệp PEM',
      null,
      `Nơi cấp chứng thư cho bên gọi (mTLS, TLS 1.3): đặt thì ai tới mặt ${of} cũng phải có chứng thư do nơi này ký.`,
      `Authority of callers' certificates (mutual TLS, TLS 1.3): whoever comes to ${of} must then have one that it signed.`,
    ),
    setting(
      guardSetting(of, 'CLIENT_CRL_FILE'),
      'tệp PEM',
      null,
      `Danh sách thu hồi của từng nơi cấp trong chuỗi, phải còn hạn; bắt buộc khi đặt ${guardSetting(of, 'CLIENT_CA_FILE')}.`,
      `Revocation list of each authority of the chain, in force; needed with ${guardSetting(of, 'CLIENT_CA_FILE')}.`,
    ),
    setting(
      guardSetting(of, 'CLIENT_NAMES'),
      'tên=mạng; …',
      null,
      `Tên trong chứng thư (DNS, không có thì CN) và mạng mà tên đó được tới từ, thí dụ h26.tslcd.vn=10.1.26.0/24; h01.tslcd.vn=10.1.1.7. Không đặt: mọi chứng thư của nơi cấp.`,
      `Names in certificates (DNS, else CN) and where each comes from, such as h26.tslcd.vn=10.1.26.0/24; h01.tslcd.vn=10.1.1.7. Not set: every certificate of the authority.`,
    ),
    setting(
      guardSetting(of, 'PROXY_HEADER_FROM'),
      'IP, IP/nn',
      null,
      `Máy chủ đứng trước chuyển nguyên kết nối TLS (không giải mã) và gửi đầu PROXY v1, v2; chỉ tin các địa chỉ này, và kết nối từ đó phải có đầu PROXY.`,
      `Servers in front that pass TLS on untouched and send a PROXY header (v1, v2): believed of these alone, who must send one.`,
    ),
  ]),
  setting(
    'NETWORK_CONTACT',
    'chữ',
    null,
    'Nơi hỏi, in trên trang báo đang ngoài mạng và trong kết quả netcheck. Thí dụ: Trung tâm Thông tin, điện thoại, thư.',
    'Whom to ask, on the page for who is outside the networks and in the answers of netcheck.',
  ),
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
    'Address that wallets and checkpoints ask; it stands in every card that was issued: do not change it. PUBLIC_URL by default.',
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
    'KEYS_FOLDER',
    'thư mục',
    null,
    'Nơi giữ khóa: nên ở đĩa hay vùng nhớ khác với dữ liệu (thẻ nhớ mã hóa, thông tin xác thực của systemd). Mặc định DATA_FOLDER/keys.',
    'Where the keys stand: better on another disk or store than the data (an encrypted stick, systemd credentials). DATA_FOLDER/keys by default.',
  ),
  setting(
    'KEY_SERVICE',
    'chương trình',
    null,
    'Chương trình mở khóa chủ do thiết bị hay dịch vụ khóa (HSM, KMS) giữ: nhận "seal" hoặc "open", một dòng base64 vào, một dòng base64 ra. Ví dụ: deploy/keys/pkcs11. Chuyển bằng "congvu keys master wrap".',
    'Program that opens the master key kept by a security module or key service: takes "seal" or "open", one line of base64 in, one out. deploy/keys/pkcs11, for one. Moved by "congvu keys master wrap".',
  ),
  setting(
    'CARD_KEY_SERVICE',
    'chương trình',
    null,
    'Chương trình giữ khóa ký thẻ và danh sách trong một thiết bị (HSM): nhận "make", "public", "sign" hoặc "forget" và tên khóa, mỗi bên một dòng base64. Ví dụ: deploy/keys/card-pkcs11. Không đặt: khóa nằm trong tệp, niêm phong bằng khóa chủ. Đặt trước khi cấp thẻ đầu tiên.',
    'Program that keeps the keys of cards and lists in a security module: takes "make", "public", "sign" or "forget" and the name of a key, one line of base64 each way. deploy/keys/card-pkcs11, for one. Without it the keys stand in a file, sealed under the master key. Set it before the first card is issued.',
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
    'DATABASE_READ_URL',
    'URL',
    null,
    'Nơi đọc của cùng cơ sở dữ liệu (bản sao chỉ đọc, cùng tài khoản với DATABASE_URL): tra cứu, bảng tiến độ đọc ở đó, theo một thời điểm đã chốt mà câu trả lời nêu; việc chính người đó vừa làm thì đọc ở nơi ghi. Nơi này vắng hoặc chậm thì đọc ở nơi ghi.',
    'Where the same database may be read (a replica; the log-in of DATABASE_URL): searches and boards are read there as of a settled point that the answer names; what somebody has just done is read where it was written. Away or behind, the leader is read.',
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
    'DATABASE_TLS',
    'verified | off',
    'verified',
    'Tới PostgreSQL ở máy khác bắt buộc TLS có kiểm tra chứng thư (sslmode=verify-full trong URL); "off" khi mạng giữa hai máy đã được mã hóa bằng cách khác.',
    'To a PostgreSQL on another machine TLS with a verified certificate is demanded (sslmode=verify-full in the URL); "off" where the network between is encrypted otherwise.',
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
  setting(
    'BACKUP_FOLDER',
    'thư mục',
    null,
    'Nơi "congvu backup" đặt bản sao lưu khi không nêu tệp, và "congvu restore-drill" tìm bản mới nhất. Mặc định DATA_FOLDER/backups; nên ở đĩa khác.',
    'Where "congvu backup" puts a backup that nobody named, and "congvu restore-drill" looks for the newest. DATA_FOLDER/backups by default; better on another disk.',
  ),
  setting(
    'BACKUP_PUBLIC_KEY_FILE',
    'tệp PEM',
    null,
    'Khóa công khai X25519: bản sao lưu được mã hóa cho khóa riêng cất ngoại tuyến, máy chủ không tự đọc lại được. Không đặt: khóa của bản cài đặt mở được.',
    'Public X25519 key: backups are sealed to the private half, which is kept offline, and the server cannot read them again. Not set: the keys of the installation open them.',
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
  setting(
    'OIDC_SHAPE',
    'oidc | vneid',
    'oidc',
    'Dạng của dịch vụ đăng nhập: "oidc" là nhà cung cấp OpenID Connect chuẩn (tự tìm địa chỉ từ OIDC_ISSUER); "vneid" là dạng mà ứng dụng công khai của VNeID cho thấy, với ba địa chỉ riêng. Xem docs/install/sign-in.md.',
    'Shape of the sign-in: "oidc" is a standard OpenID Connect provider (addresses found from OIDC_ISSUER); "vneid" is what public clients of VNeID show, with three addresses of its own. See docs/install/sign-in.md.',
  ),
  setting(
    'OIDC_NAME',
    'văn bản',
    null,
    'Tên mà người dùng gọi dịch vụ đăng nhập, hiện trên nút “Đăng nhập bằng …”. Dạng vneid: “VNeID”; dạng oidc không đặt tên thì nút ghi “Đăng nhập bằng định danh điện tử”.',
    'What people call the sign-in, on the button "Sign in with …". Of the shape vneid: "VNeID"; of the shape oidc, without a name, the button says "Sign in with your electronic identity".',
  ),
  setting(
    'OIDC_SCOPE',
    'từ, cách nhau bằng dấu cách',
    null,
    'Phạm vi xin ở nhà cung cấp; mặc định "openid profile" (vneid: "openid"). Ví dụ: openid profile citizen.',
    'Scope asked for; "openid profile" by default (vneid: "openid"). Example: openid profile citizen.',
  ),
  setting(
    'OIDC_ACR_VALUES',
    'từ, cách nhau bằng dấu cách',
    null,
    'Mức xác thực (acr_values) xin ở nhà cung cấp, tốt nhất đứng trước. Ví dụ: urn:example:loa:2.',
    'Levels of authentication (acr_values) asked for, best first. Example: urn:example:loa:2.',
  ),
  setting(
    'OIDC_NUMBER_CLAIM',
    'tên',
    null,
    'Tên trường mang số định danh 12 số; mặc định national_id (vneid: citizenPid).',
    'Name of the claim with the 12-digit citizen number; national_id by default (vneid: citizenPid).',
  ),
  setting(
    'OIDC_NAME_CLAIM',
    'tên',
    null,
    'Tên trường mang họ tên; mặc định name (vneid: fullName).',
    'Name of the claim with the full name; name by default (vneid: fullName).',
  ),
  setting(
    'OIDC_LEVEL_CLAIM',
    'tên',
    null,
    'Tên trường mang mức định danh; mặc định identity_level (vneid: accountLevel). Có thể là acr.',
    'Name of the claim with the level of identity; identity_level by default (vneid: accountLevel). It may be acr.',
  ),
  setting(
    'OIDC_LEVELS',
    'giá trị=mức, …',
    null,
    'Giá trị của trường mức nghĩa là mức 1 hay 2. Ví dụ: low=1,substantial=2,high=2. Không đặt: nhà cung cấp tự ghi 1 hoặc 2. Giá trị không có ở đây là mức 1.',
    'Which level, 1 or 2, a value of the level claim means. Example: low=1,substantial=2,high=2. Not set: the provider says 1 or 2 itself. A value that is not here is level 1.',
  ),
  ...(['AUTHORIZE', 'TOKEN', 'USERINFO'] as const).map((which) =>
    setting(
      `OIDC_${which}_URL`,
      'URL',
      null,
      `Địa chỉ ${which.toLowerCase()} của dịch vụ đăng nhập dạng vneid.`,
      `Address ${which.toLowerCase()} of a sign-in of the shape vneid.`,
      { requiredWhen: { name: 'OIDC_SHAPE', value: 'vneid' } },
    ),
  ),
  setting(
    'OIDC_PRIVATE_KEY_FILE',
    'tệp PEM',
    null,
    'Khóa RSA của hệ thống này, khi dịch vụ dạng vneid mã hóa câu trả lời.',
    'RSA key of this system, when a service of the shape vneid encrypts its answers.',
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
    'LOG_STOP_SECONDS',
    'giây (60–86400)',
    '600',
    'Nhật ký không được ký tiếp lâu hơn chừng ấy giây thì việc có giá trị pháp lý (gửi, xác nhận, cấp, trao quyền, xuất) tạm dừng và được báo rõ; xem hồ sơ vẫn được. Quy tắc riêng của sản phẩm, không văn bản nào nêu con số.',
    'When the log was not signed for so many seconds, what binds somebody (to send, confirm, issue, grant, export) is refused, and says so; readings go on. A rule of the product: no text of law names the figure.',
  ),
  setting(
    'STEP_UP',
    'required | if-registered',
    null,
    'Khi nào hỏi lại khóa truy cập trước khi xác nhận, cấp vai trò, xuất danh sách: required (luôn hỏi, ai chưa có khóa thì chưa làm được) hay if-registered (hỏi người đã có khóa). Mặc định required khi vận hành thật, if-registered ở bản trình diễn.',
    'When a passkey is asked for before something is confirmed, granted or exported: required (always; who has none cannot) or if-registered (of those who have one). required in real operation, if-registered in the demo by default.',
  ),
  setting(
    'PASSKEY_RP_ID',
    'tên miền',
    null,
    'Tên miền mà khóa truy cập được tạo cho; là tên máy của PUBLIC_URL hoặc tên miền bên trên. Đổi thì mọi khóa đã có không dùng được nữa. Mặc định là tên máy của PUBLIC_URL.',
    'Domain that passkeys are made for: the host of PUBLIC_URL or a domain above it. Changing it makes every passkey useless. Host of PUBLIC_URL by default.',
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
  setting(
    'CARD_OVERLAP_HOURS',
    'giờ (0–72) · hours',
    '72',
    'Khi thay đổi không làm mất quyền hạn (bổ nhiệm lên, đổi tên, đổi ảnh), bản thẻ cũ trên điện thoại còn dùng chừng ấy giờ trong lúc ví nhận thẻ mới; 0: ngừng ngay. Mất quyền hạn thì luôn ngừng ngay.',
    'After a change by which no power is lost (a promotion, another name or portrait), older copies on phones stay good so long while wallets fetch the new card; 0: they end at once. A loss of power always ends them at once.',
  ),
  setting('CARD_VALID_MONTHS', 'tháng (1–60)', '60', 'Thời hạn của thẻ, không quá 5 năm.', 'How long a card is valid, at most 5 years.'),
  setting(
    'CARD_COPIES_PER_DAY',
    'bản (1–1000) · copies',
    '24',
    'Một ví được cấp chừng ấy bản thẻ trong 24 giờ; mỗi bản giữ một chỗ trong danh sách trạng thái. Hết thì ví chờ, bản đã có vẫn dùng được.',
    'A wallet is issued so many copies within 24 hours; each keeps a place in a status list. Beyond that it waits, and what it has stays good.',
  ),
  setting(
    'CARD_CLOCK_AHEAD_HOURS',
    'giờ (0–9999) · hours',
    '6',
    'Danh sách thẻ được ký mỗi năm phút. Nếu từ lần ký trước đồng hồ đã tiến hơn chừng ấy giờ (hoặc lùi hơn hai phút) thì ngừng ký và ngừng cấp thẻ cho đến khi người vận hành xem đồng hồ và chạy congvu card clock right. 0: không coi là sai dù nghỉ bao lâu (bản trình diễn mặc định 0).',
    'Lists of the card are signed every five minutes. When the clock has gone ahead by more hours since the last signature (or back by more than two minutes), nothing is signed and no card issued until who operates has looked at the clock and runs congvu card clock right. 0: a pause of any length is no fault (the default of a demo).',
  ),
  setting(
    'CARD_PER_ADDRESS_PER_SECOND',
    'yêu cầu/giây · requests/second',
    '50',
    'Ví ở một địa chỉ được gửi chừng ấy yêu cầu mỗi giây (dồn được một phút). Nhịp của từng ví tính riêng; nhà mạng và máy chủ VNeID đặt hàng nghìn ví sau một địa chỉ.',
    'Requests of wallets from one address a second (a minute of them at once). The pace of a single wallet is its own; carriers and servers of VNeID put thousands behind one address.',
  ),
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
    'Requests to sign in or to write from one address (IPv6: one /64) without a session. One sign-in is two requests; set it higher for a whole agency behind one address.',
  ),
  setting(
    'ANONYMOUS_PER_MINUTE',
    'yêu cầu/phút · requests/minute',
    '6000',
    'Tất cả những ai chưa đăng nhập, cộng lại, được gửi chừng ấy yêu cầu đăng nhập hoặc ghi vào mỗi tiến trình máy chủ.',
    'Requests to sign in or to write from all without a session together, for each server process.',
  ),
  setting(
    'SCANNER_URL',
    'unix:/… | tcp://máy:cổng',
    null,
    'Phần mềm quét mã độc ClamAV (clamd): mọi tệp tải lên được quét trước khi đọc và trước khi giữ. Không đặt: tệp được nhận và ghi rõ "chưa quét". StreamMaxLength của clamd đặt ít nhất 50M.',
    'ClamAV (clamd): every uploaded file is scanned before it is read or kept. Not set: files are taken and called "not scanned". Set StreamMaxLength of clamd to 50M at least.',
  ),
  setting(
    'SCANNER_AWAY',
    'refuse | accept',
    'refuse',
    'Khi không quét được (clamd tắt, treo, trả lời sai, tệp quá giới hạn của nó): refuse từ chối tệp, mời gửi lại; accept nhận và ghi "chưa quét".',
    'When nothing could be scanned (clamd is away, hangs, answers nonsense, the file is above its limit): refuse, to be sent again; or accept, called "not scanned".',
  ),
  setting(
    'SMTP_URL',
    'smtp(s)://',
    null,
    'Máy chủ thư gửi thư tóm tắt thông báo, kèm tài khoản nếu cần; không đặt thì không gửi thư. Với smtp:// bắt buộc STARTTLS, trừ máy này.',
    'Mail server for the digests of notices, with its account where one is needed; without it no mail is sent. smtp:// demands STARTTLS, but for this machine.',
    { secret: true },
  ),
  setting(
    'MAIL_FROM',
    'địa chỉ thư',
    'cong-vu@congvu.example',
    'Người gửi ghi trên thư tóm tắt thông báo.',
    'Sender of the digests of notices.',
  ),
  setting(
    'MAIL_DOMAINS',
    'tên miền, …',
    null,
    'Chỉ gửi thư tới các tên miền này, cách nhau bằng dấu phẩy; không đặt thì tới mọi tên miền.',
    'Mails go to these domains alone, with commas between; to any when it is not set.',
  ),
  setting('LOG_LEVEL', 'info | warn | error', 'warn', 'Mức ghi nhật ký ra stderr.', 'Level of the log on standard error.'),
];
