/** May this person add a passkey now, and what is missing? Pure. */
import type { Bilingual } from '#base/problem.ts';
import { FRESH_SIGN_IN_SECONDS_MAX, PASSKEYS_MAX } from './limits.ts';
import type { Adding } from './shapes.ts';

export interface StateOfPasskeys {
  readonly living: number;
  /** had one ever, living or ended */
  readonly hadOne: boolean;
  /** an administrator's leave that is neither used nor too old */
  readonly isReleased: boolean;
  readonly isSteppedUp: boolean;
  /** seconds since the person signed in */
  readonly signedInSeconds: number;
}

/**
 * A first one needs nothing but a sign-in that is fresh; a further one, one that is there; when all are gone, an administrator's leave as well: whoever
 * holds only the electronic identity of somebody cannot get around what they chose to be asked for.
 */
export function addingOf({ living, hadOne, isReleased, isSteppedUp, signedInSeconds }: StateOfPasskeys): Adding {
  if (living >= PASSKEYS_MAX) return 'full';
  if (living > 0) return isSteppedUp ? 'again' : 'step-up';
  if (hadOne && !isReleased) return 'release';
  if (signedInSeconds > FRESH_SIGN_IN_SECONDS_MAX) return 'sign-in';
  return hadOne ? 'again' : 'first';
}

/** Why not; null when it may be done. */
export const WHY_NOT: Readonly<Record<Adding, Bilingual | null>> = {
  first: null,
  again: null,
  'step-up': { vi: 'cần xác thực bằng một khóa đang có', en: 'verify with a passkey that you have first' },
  'sign-in': {
    vi: `lần đăng nhập này đã quá ${FRESH_SIGN_IN_SECONDS_MAX / 60} phút; hãy đăng nhập lại`,
    en: `you signed in more than ${FRESH_SIGN_IN_SECONDS_MAX / 60} minutes ago; sign in again`,
  },
  release: {
    vi: 'mọi khóa của anh/chị đã kết thúc; cần quản trị của cơ quan cho đăng ký lại',
    en: 'all your passkeys have ended; your administrator must give leave first',
  },
  full: {
    vi: `đã có ${PASSKEYS_MAX} khóa; hãy bỏ bớt khóa không dùng`,
    en: `there are ${PASSKEYS_MAX} already; remove one that you do not use`,
  },
};
