/** Does a record, as it was just registered, say that the person leaves their managing body, and from which day? Pure. */
import type { PlainDate } from '#base/clock.ts';
import type { Registered } from '#record/register/port.ts';
import { codeList } from '#standard/code-lists.ts';
import { hasLeft } from '#standard/conditions.ts';
import { textOf } from '#standard/record-access.ts';
import data from './leaving-rules.json' with { type: 'json' };

/** Another body manages them, by a case of both. */
export const MOVED = 'MOVED';

export interface Leaving {
  readonly bodyId: string;
  readonly onDay: PlainDate;
  /** a state of employment, or `MOVED` */
  readonly reason: string;
  /** the service altogether: roles over bodies above end too */
  readonly whole: boolean;
}

interface DatedTransfers {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly transfers: readonly string[];
}
const RULES: readonly DatedTransfers[] = data.rules;
const transfersOn = (day: PlainDate): readonly string[] =>
  RULES.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))?.transfers ?? [];

/** The state of employment that a reason for leaving leads to. */
const stateOfReason = (code: string): string => {
  const state = codeList('ly_do_thoi_viec').entries.find((entry) => entry.code === code)?.attributes['trang_thai'];
  return typeof state === 'string' ? state : '';
};

/**
 * @param leftBody  the body that let them go in this very registering; null: none did
 * @returns         null: they go on serving; a leaving whose day lies ahead may stand in the record beside a state of somebody in service
 */
export function leavingOf(
  { bodyId, document, validFrom, because }: Pick<Registered, 'bodyId' | 'document' | 'validFrom' | 'because'>,
  { leftBody, today }: { readonly leftBody: string | null; readonly today: PlainDate },
): Leaving | null {
  if (because === 'moved') return leftBody === null ? null : { bodyId: leftBody, onDay: validFrom, reason: MOVED, whole: false };
  const state = textOf(document, 'A', 'trangThaiCongTac');
  const stated = textOf(document, 'V', 'thoiViec.ngay');
  if (hasLeft(state)) return { bodyId, onDay: stated || validFrom, reason: state, whole: !transfersOn(today).includes(state) };
  // Days of an earlier leaving stay in the record of somebody who came back.
  if (stated <= today) return null;
  const reason = stateOfReason(textOf(document, 'V', 'thoiViec.loai'));
  return hasLeft(reason) ? { bodyId, onDay: stated, reason, whole: !transfersOn(today).includes(reason) } : null;
}

/** What was written of them last. */
export interface WrittenEnd extends Pick<Leaving, 'bodyId' | 'onDay' | 'reason'> {
  readonly endId: string;
  readonly state: 'waiting' | 'done' | 'taken-back';
}

export interface LeavingStep {
  /** the record does not say any more what was written */
  readonly takesBack: boolean;
  readonly writes: boolean;
}

/** @param managing  the body that manages the person now: what was written of another one is its own matter */
export function stepLeaving(last: WrittenEnd | null, next: Leaving | null, managing: string): LeavingStep {
  const stands = last !== null && last.state !== 'taken-back' && last.bodyId === (next?.bodyId ?? managing);
  if (!stands) return { takesBack: false, writes: next !== null };
  const isSame = next !== null && next.onDay === last.onDay && next.reason === last.reason;
  return { takesBack: !isSame, writes: next !== null && !isSame };
}
