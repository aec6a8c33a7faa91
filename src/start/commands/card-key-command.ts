/** `congvu card key | anchor`: keys of the card and the anchor that checkpoints pin (decision 0081; the order of steps: docs/card/le-ky-neo.md). */
import { readFile, writeFile } from 'node:fs/promises';
import { ok, refused } from '#base/problem.ts';
import { changeKeys, keysIn } from '#uses/card/change-keys.ts';
import type { KeyDeed } from '#uses/card/change-keys.ts';
import { bookOf } from '#uses/card/open-signer.ts';
import { addressesOf } from '#uses/card/protocol.ts';
import { TRUST_LIST_FILE } from '#uses/card/publish.ts';
import { cardIssuerName } from '#start/compose.ts';
import { openKeptFiles } from '#start/open.ts';
import { asOwner } from './as-owner.ts';
import type { AsOwner } from './as-owner.ts';
import type { CommandIo } from './card-command.ts';
import { cardKeysNone } from './problems.ts';

/** What is done; null: the keys are only listed. Paths are read and written where the command runs. */
export type CardKeyDeed =
  | Exclude<KeyDeed, { readonly deed: 'request' | 'announce' | 'adopt' | 'revocations' }>
  | { readonly deed: 'request'; readonly out: string }
  | { readonly deed: 'announce' | 'adopt' | 'revocations'; readonly file: string };

async function publishedList({ config, urls }: AsOwner): Promise<string | null> {
  const files = openKeptFiles(config, urls.app);
  try {
    const bytes = await files.open('card').read(TRUST_LIST_FILE);
    return bytes && Buffer.from(bytes).toString();
  } finally {
    await files.close();
  }
}

async function withTexts(deed: CardKeyDeed, of: AsOwner): Promise<KeyDeed> {
  if (deed.deed === 'request') return { deed: 'request' };
  if (!('file' in deed)) return deed;
  const certificate = await readFile(deed.file, 'utf8');
  if (deed.deed === 'revocations') return { deed: deed.deed, list: certificate };
  return deed.deed === 'announce' ? { deed: 'announce', certificate } : { deed: 'adopt', certificate, published: await publishedList(of) };
}

/** Exit codes of `asOwner`; a path that cannot be read or written ends with nothing changed. */
export const runCardKeys = (
  env: NodeJS.ProcessEnv,
  { deed, json }: { readonly deed: CardKeyDeed | null; readonly json: boolean },
  io: CommandIo,
): Promise<number> =>
  asOwner(env, io, async (tx, of) => {
    const { config, needs } = of;
    const folder = config.keysFolder;
    let keys = keysIn(folder);
    let forget = (): void => undefined;
    if (!keys) return refused(cardKeysNone());
    if (deed !== null) {
      const book = {
        service: config.cardKeyService,
        organisation: cardIssuerName(config).vi,
        issuerId: addressesOf(config.cardUrl).issuer,
      };
      const changed = await changeKeys(
        tx,
        { ...needs, ...bookOf({ ...needs, ...book }) },
        {
          folder,
          deed: await withTexts(deed, of),
          beforeWriting: async (request) => {
            if (deed.deed === 'request' && request !== null) await writeFile(deed.out, request, { flag: 'wx' });
          },
        },
      );
      if (!changed.ok) return changed;
      ({ keys, forget } = changed.value);
    }
    const listed = keys;
    const line = ({ kid, use, state, notAfter, chain, label }: (typeof listed)[number]): string =>
      [kid, use, state, notAfter, chain.join('<') || '–', label].join('  ');
    return ok(() => {
      forget();
      io.answer(json ? JSON.stringify({ keys: listed }) : listed.map(line).join('\n'));
    });
  });
