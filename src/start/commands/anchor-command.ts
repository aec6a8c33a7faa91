/** `congvu card anchor new | certify | revoke`: files of the machine apart on which the anchor is kept (`uses/card/anchor-apart.ts`, docs/card/le-ky-neo.md). */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import type { Clock } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { certifyRequest, listRevoked, makeAnchor } from '#uses/card/anchor-apart.ts';
import { passphraseEmpty } from './problems.ts';

export interface AnchorNew {
  /** folder that is made: `anchor.key` (0600) and `anchor.pem` */
  readonly out: string;
  /** organisation in the name of the anchor */
  readonly org: string;
  /** file whose first line encrypts the key; null: it stands in the clear, and that is said */
  readonly passphrase: string | null;
  readonly days: number;
}

export interface AnchorCertify {
  /** PKCS #10, PEM */
  readonly request: string;
  readonly key: string;
  readonly anchor: string;
  readonly out: string;
  readonly passphrase: string | null;
  readonly days: number;
  /** address of the cards' issuer; null: none is named */
  readonly site: string | null;
}

export interface AnchorRevoke {
  /** folder with each certificate that this anchor ever revoked, `.pem`; null: none, and the list says that */
  readonly revoked: string | null;
  readonly key: string;
  readonly anchor: string;
  readonly out: string;
  readonly passphrase: string | null;
  readonly days: number;
}

interface Io {
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

const textIn = (file: string): string => readFileSync(file, 'utf8');
const passphraseIn = (file: string | null): string | null => (file === null ? null : textIn(file).split('\n')[0]!.trim());

/** Exit 0 made, 1 refused with its reason. Files that are there already are not written over: that is a thrown error of the system. */
export function runAnchorNew({ out, org, passphrase, days }: AnchorNew, io: Io, clock: Pick<Clock, 'now'> = systemClock): number {
  const phrase = passphraseIn(passphrase);
  if (phrase === '') {
    io.sayProblems([passphraseEmpty({ file: passphrase ?? '' })]);
    return 1;
  }
  const made = makeAnchor({ organisation: org, passphrase: phrase, days }, { clock, chance: systemChance });
  mkdirSync(out, { recursive: true, mode: 0o700 });
  writeFileSync(join(out, 'anchor.key'), made.key, { mode: 0o600, flag: 'wx' });
  writeFileSync(join(out, 'anchor.pem'), made.certificate, { flag: 'wx' });
  io.print(`✓ ${join(out, 'anchor.pem')}\n  SHA-256 ${made.fingerprint}`);
  if (passphrase === null)
    io.print('! Khóa neo KHÔNG được mã hóa (không có --passphrase): giữ như giữ con dấu. · The key of the anchor stands in the clear.');
  return 0;
}

/** Exit 0 certified, 1 refused with its reason. */
export function runAnchorCertify(request: AnchorCertify, io: Io, clock: Pick<Clock, 'now'> = systemClock): number {
  const { out, days, site } = request;
  const certified = certifyRequest(
    {
      request: textIn(request.request),
      key: textIn(request.key),
      anchor: textIn(request.anchor),
      passphrase: passphraseIn(request.passphrase),
      days,
      site,
    },
    { clock, chance: systemChance },
  );
  if (!certified.ok) {
    io.sayProblems(certified.problems);
    return 1;
  }
  writeFileSync(out, certified.value.certificate, { flag: 'wx' });
  io.print(`✓ ${out}\n  SHA-256 ${certified.value.fingerprint}`);
  return 0;
}

/** Exit 0 made, 1 refused with its reason. */
export function runAnchorRevoke(request: AnchorRevoke, io: Io, clock: Pick<Clock, 'now'> = systemClock): number {
  const { out, days, revoked: folder } = request;
  const names =
    folder === null
      ? []
      : readdirSync(folder)
          .filter((name) => name.endsWith('.pem'))
          .sort();
  const listed = listRevoked(
    {
      key: textIn(request.key),
      anchor: textIn(request.anchor),
      passphrase: passphraseIn(request.passphrase),
      revoked: names.map((file) => ({ file, certificate: textIn(join(folder!, file)) })),
      days,
    },
    { clock },
  );
  if (!listed.ok) {
    io.sayProblems(listed.problems);
    return 1;
  }
  writeFileSync(out, listed.value, { flag: 'wx' });
  io.print(`✓ ${out}: ${names.length} chứng thư đã thu hồi · revoked certificates`);
  return 0;
}
