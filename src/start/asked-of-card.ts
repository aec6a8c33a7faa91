/** `congvu card …` as it is typed: which of its commands is meant, with everything it needs; what is none is told by its usage. */
import type { Problem } from '#base/problem.ts';
import type { CardKeyDeed } from '#start/commands/card-key-command.ts';
import { UUID, text } from './asked.ts';
import type { Asked, Values } from './asked.ts';

interface Io {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
  /** tells the slip; @returns its exit code */
  readonly usage: (why: string) => number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `card clock`, `card site`; undefined: something else is asked of the card. */
async function cardOperation([what, verb, which]: readonly string[], values: Values, io: Io): Promise<number | undefined> {
  const [because, until, json] = [text(values, 'because') ?? '', text(values, 'until') ?? '', values['json'] === true];
  if (what === 'clock') {
    if (verb !== undefined && (verb !== 'right' || because === ''))
      return io.usage('Dùng: congvu card clock | card clock right --because "LÝ DO"');
    const { runCardClock } = await import('#start/commands/card-site-command.ts');
    return runCardClock(process.env, { right: verb === undefined ? null : because, json }, io);
  }
  if (what !== 'site') return undefined;
  const isUrl = which !== undefined && /^https?:$/.test(URL.parse(which)?.protocol ?? '');
  if (verb !== undefined && (verb !== 'left' || !isUrl || !DAY.test(until) || Number.isNaN(Date.parse(until)) || because === ''))
    return io.usage('Dùng: congvu card site | card site left https://DIA-CHI-CU --until NGAY --because "LÝ DO" [--vct URL]');
  const { runCardSite } = await import('#start/commands/card-site-command.ts');
  const left = verb === undefined ? null : { url: which!, vct: text(values, 'vct') ?? null, until, because };
  return runCardSite(process.env, { left, json }, io);
}

/** How long what the machine of the anchor makes holds, where nobody says otherwise. */
const DAYS: Readonly<Record<string, number>> = { new: 7_300, certify: 800, revoke: 400 };
/** Keys that can be named; those of the ceremony are refused with its steps. */
const KEY_USES = ['card', 'status', 'door', 'list', 'anchor'] as const;
const KEY_NAME = /^[\w-]{11}$/;
const KEYS_USAGE =
  'Dùng: congvu card key | card key rotate card|status|door | card key distrust KID --because "LÝ DO" | card key request --out TEP.csr | card anchor announce|adopt TEP.pem | card anchor revocations TEP.crl | card anchor withdraw KID --because "LÝ DO" | card anchor end --because "LÝ DO" | (máy ngoại tuyến) card anchor new --org TEN --out THU-MUC | card anchor certify TEP.csr --key anchor.key --anchor anchor.pem --out TEP.pem [--site https://DIA-CHI] | card anchor revoke --key anchor.key --anchor anchor.pem --out TEP.crl [--revoked THU-MUC]';

/** What is asked of keys and anchors; null: they are only listed; undefined: not what this command knows. */
function cardKeyDeed([what, verb, which = '']: readonly string[], values: Values): CardKeyDeed | null | undefined {
  const [because, out] = [text(values, 'because') ?? '', text(values, 'out') ?? ''];
  if (verb === undefined) return null;
  const isNamed = KEY_NAME.test(which) && because !== '';
  if (what === 'key') {
    const use = KEY_USES.find((one) => one === which);
    if (verb === 'rotate' && use !== undefined) return { deed: verb, use };
    if (verb === 'distrust' && isNamed) return { deed: verb, kid: which, because };
    return verb === 'request' && which === '' && out !== '' ? { deed: verb, out } : undefined;
  }
  if ((verb === 'announce' || verb === 'adopt' || verb === 'revocations') && which !== '') return { deed: verb, file: which };
  if (verb === 'withdraw' && isNamed) return { deed: verb, kid: which, because };
  return verb === 'end' && which === '' && because !== '' ? { deed: verb, because } : undefined;
}

/** `card key`, `card anchor`; undefined: something else is asked of the card. */
async function cardKeys(positionals: readonly string[], values: Values, io: Io): Promise<number | undefined> {
  const [what, verb, request] = positionals;
  if (what !== 'key' && what !== 'anchor') return undefined;
  const [out, org, passphrase] = [text(values, 'out'), text(values, 'org'), text(values, 'passphrase') ?? null];
  const days = Number(text(values, 'days') ?? DAYS[verb ?? ''] ?? 0);
  if (what === 'anchor' && (verb === 'new' || verb === 'certify' || verb === 'revoke')) {
    const { runAnchorCertify, runAnchorNew, runAnchorRevoke } = await import('#start/commands/anchor-command.ts');
    const [key, anchor] = [text(values, 'key'), text(values, 'anchor')];
    if (out === undefined || !Number.isInteger(days) || days < 1) return io.usage(KEYS_USAGE);
    if (verb === 'new') return org === undefined ? io.usage(KEYS_USAGE) : runAnchorNew({ out, org, passphrase, days }, io);
    if (key === undefined || anchor === undefined) return io.usage(KEYS_USAGE);
    const revoked = text(values, 'revoked') ?? null;
    if (verb === 'revoke') return runAnchorRevoke({ revoked, key, anchor, out, passphrase, days }, io);
    const site = text(values, 'site')?.replace(/\/+$/, '') ?? null;
    const isSite = site === null || /^https?:$/.test(URL.parse(site)?.protocol ?? '');
    if (request === undefined || !isSite) return io.usage(KEYS_USAGE);
    return runAnchorCertify({ request, key, anchor, out, passphrase, days, site }, io);
  }
  const deed = cardKeyDeed(positionals, values);
  if (deed === undefined) return io.usage(KEYS_USAGE);
  const { runCardKeys } = await import('#start/commands/card-key-command.ts');
  return runCardKeys(process.env, { deed, json: values['json'] === true }, io);
}

/** @returns exit code */
export async function cardAsked({ positionals, values }: Asked, io: Io): Promise<number> {
  const personId = text(values, 'person');
  if (positionals[0] === 'end-unknown' && positionals.length === 1) {
    const { runEndUnknownCopies } = await import('#start/commands/maintenance-commands.ts');
    return runEndUnknownCopies(io);
  }
  const operated = (await cardOperation(positionals, values, io)) ?? (await cardKeys(positionals, values, io));
  if (operated !== undefined) return operated;
  if (positionals[0] !== 'offer' || personId === undefined)
    return io.usage(
      'Dùng: congvu card offer --person MA-HO-SO [--json] | card end-unknown | card clock | card site | card key | card anchor',
    );
  if (!UUID.test(personId))
    return io.usage(
      `"${personId}" không phải mã hồ sơ: lấy mã ở cuối địa chỉ trang hồ sơ, /ho-so/MA. · "${personId}" is no id of a record: take it from the address of the record's page.`,
    );
  const { runCardOffer } = await import('#start/commands/card-command.ts');
  return runCardOffer({ personId, json: values['json'] === true }, io);
}
