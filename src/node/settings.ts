/** The settings of a node: `node.json` in its folder. Paths in it are meant from that folder. No secret stands in it. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { Bilingual, Result } from '#base/problem.ts';
import { ok, refused } from '#base/problem.ts';
import type { Carrier } from '#node/line/carriers.ts';
import { settingsWrong } from './problems.ts';

export const SETTINGS_FILE = 'node.json';

const closed = { additionalProperties: false } as const;
const Name = Type.String({ minLength: 1, maxLength: 200 });
const File = Type.String({ minLength: 1, maxLength: 1_000 });

const Settings = Compile(
  Type.Object(
    {
      source: Name,
      audience: Name,
      centre: Type.Object(
        {
          url: Type.String({ pattern: '^https?://' }),
          /** JWK Set: keys by which the centre signs receipts */
          keys: File,
          certificate: Type.Optional(File),
          key: Type.Optional(File),
          authorities: Type.Optional(File),
          carrier: Type.Union([
            Type.Object({ kind: Type.Literal('mtls') }, closed),
            Type.Object({ kind: Type.Literal('x-road'), client: Name }, closed),
            Type.Object({ kind: Type.Literal('lgsp'), tokenFile: File }, closed),
          ]),
        },
        closed,
      ),
      key: File,
      database: Type.Union([
        Type.Object({ folder: File }, closed),
        Type.Object({ urlFrom: Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }) }, closed),
      ]),
      mappings: Type.Array(File, { maxItems: 50 }),
      readEveryMinutes: Type.Integer({ minimum: 1, maximum: 1_440 }),
      pagePort: Type.Integer({ minimum: 0, maximum: 65_535 }),
    },
    closed,
  ),
);

export interface NodeSettings {
  readonly folder: string;
  readonly source: string;
  readonly audience: string;
  readonly centre: {
    readonly url: string;
    readonly keys: string;
    readonly certificate: string | null;
    readonly key: string | null;
    readonly authorities: string | null;
    readonly carrier: Carrier;
  };
  readonly key: string;
  /** a folder for a database of its own, or the name of the variable of the environment that holds the URL of one */
  readonly database: { readonly folder: string } | { readonly urlFrom: string };
  readonly mappings: readonly string[];
  readonly readEveryMinutes: number;
  /** of the page of its state, on this machine alone; 0: none */
  readonly pagePort: number;
}

/** What `node.json` says before anybody changed it. */
export const sampleSettings = (one: { readonly source: string; readonly audience: string; readonly url: string }): object => ({
  source: one.source,
  audience: one.audience,
  centre: {
    url: one.url,
    keys: 'khoa/trung-tam.jwks.json',
    certificate: 'khoa/may.crt',
    key: 'khoa/may.key',
    authorities: 'khoa/ca.pem',
    carrier: { kind: 'mtls' },
  },
  key: 'khoa/ky.pem',
  database: { folder: 'du-lieu' },
  mappings: [],
  readEveryMinutes: 15,
  pagePort: 8095,
});

/** @returns E-NODE-SETTINGS with the member that is wrong */
export function readSettings(folder: string): Result<NodeSettings> {
  const file = join(resolve(folder), SETTINGS_FILE);
  const wrong = (where: string, why: Bilingual) => refused(settingsWrong({ file, where, why }));
  let told: unknown;
  try {
    told = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return wrong(
      '/',
      code ? { vi: `không mở được (${code})`, en: `cannot be opened (${code})` } : { vi: 'không phải JSON', en: 'no JSON' },
    );
  }
  if (!Settings.Check(told)) {
    const [first] = Settings.Errors(told);
    return wrong(first?.instancePath || '/', { vi: 'thiếu, thừa hoặc sai kiểu', en: 'missing, unknown, or of another kind' });
  }
  if (URL.parse(told.centre.url) === null) return wrong('/centre/url', { vi: 'không phải địa chỉ', en: 'no address' });
  const at = (path: string): string => resolve(dirname(file), path);
  const maybe = (path: string | undefined): string | null => (path === undefined ? null : at(path));
  const { centre, database } = told;
  const carrier = centre.carrier.kind === 'lgsp' ? { ...centre.carrier, tokenFile: at(centre.carrier.tokenFile) } : centre.carrier;
  return ok({
    ...told,
    folder: dirname(file),
    centre: {
      url: centre.url,
      keys: at(centre.keys),
      certificate: maybe(centre.certificate),
      key: maybe(centre.key),
      authorities: maybe(centre.authorities),
      carrier,
    },
    key: at(told.key),
    database: 'folder' in database ? { folder: at(database.folder) } : database,
    mappings: told.mappings.map(at),
  });
}
