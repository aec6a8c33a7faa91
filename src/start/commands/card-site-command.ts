/** `congvu card clock | site`: who operates has found the clock right, or writes under which name the issuer gave cards before it moved. Beside a running product. */
import { ok, refused } from '#base/problem.ts';
import { addressesOf } from '#uses/card/protocol.ts';
import { formerSites, writeFormerSite } from '#uses/card/former-sites.ts';
import { acceptClock, clockJump, readSigningClock } from '#uses/card/signing-clock.ts';
import { cardVctAt } from '#base/config.ts';
import { asOwner } from './as-owner.ts';
import type { CommandIo } from './card-command.ts';
import { cardSiteIsOurs } from './problems.ts';

/** Exit codes of `asOwner`. @param right  why the clock is right; null: it is only looked at */
export const runCardClock = (
  env: NodeJS.ProcessEnv,
  { right, json }: { readonly right: string | null; readonly json: boolean },
  io: CommandIo,
): Promise<number> =>
  asOwner(env, io, async (tx, { needs, config }) => {
    if (right !== null) await acceptClock(tx, needs, right);
    const { signedAt, refusedSince } = await readSigningClock(tx);
    const clock = needs.clock.now();
    const jump = clockJump(signedAt, clock, config.cardClockAheadHours);
    return ok(() =>
      io.answer(
        json
          ? JSON.stringify({ clock, signedAt, refusedSince, jump: jump?.direction ?? null })
          : [
              `Đồng hồ máy này · This clock: ${clock}`,
              `Lần ký trước · Last signature: ${signedAt ?? '–'}`,
              jump || refusedSince !== null
                ? `✗ Không ký từ · Not signing since: ${refusedSince ?? clock}`
                : '✓ Được tin, đang ký · Believed, signing',
            ].join('\n'),
      ),
    );
  });

export interface SiteOptions {
  /** null: only listed */
  readonly left: { readonly url: string; readonly vct: string | null; readonly until: string; readonly because: string } | null;
  readonly json: boolean;
}

/** Exit codes of `asOwner`. */
export const runCardSite = (env: NodeJS.ProcessEnv, { left, json }: SiteOptions, io: CommandIo): Promise<number> =>
  asOwner(env, io, async (tx, { needs, config }) => {
    if (left !== null) {
      const url = left.url.replace(/\/+$/, '');
      if (url === config.cardUrl) return refused(cardSiteIsOurs({ url }));
      await writeFormerSite(tx, needs, {
        issuerId: addressesOf(url).issuer,
        vct: left.vct ?? (env['CARD_VCT'] || cardVctAt(url)),
        // The last day counts, by the calendar of Việt Nam.
        until: new Date(Date.parse(`${left.until}T00:00:00+07:00`) + 86_400_000).toISOString(),
        because: left.because,
      });
    }
    const sites = await formerSites(tx);
    return ok(() =>
      io.answer(
        json
          ? JSON.stringify({ sites })
          : sites.map(({ issuerId, vct, until }) => [issuerId, vct, `< ${until}`].join('  ')).join('\n') || '–',
      ),
    );
  });
