/** Words of the checks for people, in both languages. */
import type { Bilingual } from '#base/problem.ts';
import type { CheckName, CheckState } from './shapes.ts';

export const CHECK_WORDS: Readonly<Record<CheckName, Bilingual>> = {
  program: { vi: 'Chương trình', en: 'Program' },
  settings: { vi: 'Thiết lập', en: 'Settings' },
  database: { vi: 'Cơ sở dữ liệu', en: 'Database' },
  clock: { vi: 'Đồng hồ', en: 'Clock' },
  keys: { vi: 'Khóa', en: 'Keys' },
  schema: { vi: 'Cấu trúc dữ liệu', en: 'Schema' },
  administrators: { vi: 'Quản trị viên', en: 'Administrators' },
  'sign-in': { vi: 'Đăng nhập', en: 'Sign-in' },
  population: { vi: 'Dữ liệu dân cư', en: 'Population service' },
  mail: { vi: 'Thư', en: 'Mail' },
  disk: { vi: 'Đĩa', en: 'Disk' },
  port: { vi: 'Cổng mạng', en: 'Port' },
};

export const STATE_MARKS: Readonly<Record<CheckState, string>> = { ok: '✓', made: '+', warning: '!', failed: '✗' };

export const programFound = (node: string, platform: string): Bilingual => ({
  vi: `Node ${node} trên ${platform}`,
  en: `Node ${node} on ${platform}`,
});

export const databaseFound = (what: { version: string; database: string; owner: string; app: string; locale: string }): Bilingual => ({
  vi: `PostgreSQL ${what.version}, cơ sở dữ liệu ${what.database} (UTF8, ${what.locale}), tài khoản chủ ${what.owner}, tài khoản sản phẩm ${what.app}`,
  en: `PostgreSQL ${what.version}, database ${what.database} (UTF8, ${what.locale}), owner ${what.owner}, log-in of the product ${what.app}`,
});
export const databasePrepared = (found: Bilingual, made: readonly string[]): Bilingual => ({
  vi: `${found.vi}; vừa đặt: ${made.join(', ')}`,
  en: `${found.en}; set now: ${made.join(', ')}`,
});
export const clockFound = (seconds: number): Bilingual => ({
  vi: `lệch ${Math.abs(seconds).toFixed(1).replace('.', ',')} giây so với máy chủ cơ sở dữ liệu`,
  en: `${Math.abs(seconds).toFixed(1)} seconds from the database server`,
});
export const keysFound = (folder: string): Bilingual => ({ vi: `có sẵn trong ${folder}`, en: `there, in ${folder}` });
export const keysMade = (folder: string): Bilingual => ({ vi: `vừa tạo trong ${folder}`, en: `made now, in ${folder}` });
export const schemaFound = (head: string): Bilingual => ({ vi: `phiên bản ${head}`, en: `at ${head}` });
export const schemaMade = (head: string, steps: number): Bilingual => ({
  vi: `vừa đưa lên phiên bản ${head} (${steps} bước)`,
  en: `brought to ${head} now (${steps} steps)`,
});
export const administratorsFound = (count: number, org: string): Bilingual => ({
  vi: `${count} quản trị viên của ${org}`,
  en: `${count} administrator${count === 1 ? '' : 's'} of ${org}`,
});
