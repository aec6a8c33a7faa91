/** How a receipt names the body that it is for: by a code that is sure, or with the word that it is not. */
import type { CodeStanding } from '#authority/organisations/shapes.ts';
import type { ReceiptContent } from './shapes.ts';

export interface BodyOfReceipt {
  readonly code: string;
  readonly standing: CodeStanding;
  readonly name: string;
}

/** @param body  as it is on the day of the receipt; null when it is not there any more */
export const bodyOfReceipt = (body: BodyOfReceipt | null): Pick<ReceiptContent, 'bodyCode' | 'bodyName' | 'bodyCodeStanding'> => ({
  bodyCode: body?.code ?? '',
  bodyName: body?.name ?? '',
  ...(body && body.standing !== 'official' ? { bodyCodeStanding: body.standing } : {}),
});

/** In a line of a paper: the name, its code, and what is to be said of that. */
export function bodyLine({
  bodyName,
  bodyCode,
  bodyCodeStanding,
}: Pick<ReceiptContent, 'bodyCode' | 'bodyName' | 'bodyCodeStanding'>): string {
  const said = bodyCodeStanding === undefined ? '' : SAID[bodyCodeStanding];
  return `${bodyName}${bodyCode === '' ? '' : ` (${bodyCode})`}${said === '' ? '' : ` – ${said}`}`;
}

const SAID: Readonly<Record<Exclude<CodeStanding, 'official'>, string>> = {
  uncertain: 'mã định danh cũ, chưa chắc còn dùng',
  own: 'mã nội bộ; cơ quan chưa có mã định danh',
  none: 'cơ quan chưa có mã định danh',
};
