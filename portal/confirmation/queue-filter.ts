/** How the queue is narrowed and ordered, as it stands in its address. Pure. */
import type { Reads } from '#portal/api/client.ts';
import * as address from '#portal/parts/codes-in-address.ts';

type Asked = NonNullable<Reads['/confirmation/queue']['asked']['query']>;

/** Values that are shown to choose from where the server does not count them. */
export const SORTS = ['oldest', 'newest', 'name', 'warnings', 'match'] as const satisfies readonly NonNullable<Asked['sort']>[];
export const DAYS = ['3', '7', '30'] as const;
const LEVELS = ['LECH', 'KHONG_TIM_THAY', 'GAN_KHOP', 'CHUA', 'KHOP'] as const satisfies readonly NonNullable<Asked['match']>[];

const MAY_BE = {
  body: address.isId,
  warning: (text: string): boolean => /^(some|none|E-[A-Z0-9-]{1,60})$/.test(text),
  match: address.isOneOf(LEVELS),
  days: address.isOneOf(DAYS),
  sort: address.isOneOf(SORTS),
} as const;
export type FilterName = keyof typeof MAY_BE;
export type QueueFilter = address.Codes<FilterName>;

export const filterIn = (params: URLSearchParams): QueueFilter => address.codesIn(params, MAY_BE);
/** `?` and what narrows, or nothing: to be put behind an address. */
export const searchOf = (filter: QueueFilter): string => address.searchOf(filter, MAY_BE);

/** With one of them set; an empty value takes it away. */
export const withFilter = (filter: QueueFilter, name: FilterName, value: string): QueueFilter =>
  filterIn(new URLSearchParams(searchOf({ ...filter, [name]: value })));

/** Some narrow; an order does not. */
export const isNarrowed = ({ sort: _order, ...filter }: QueueFilter): boolean => Object.keys(filter).length > 0;

/** Who matches and of whom the check has nothing to say. */
export const CLEAN: QueueFilter = { match: 'KHOP', warning: 'none' };
export const isClean = ({ match, warning }: QueueFilter): boolean => match === CLEAN.match && warning === CLEAN.warning;

/** As the server is asked. */
export const askedOf = ({ days, ...filter }: QueueFilter): Asked => ({ ...filter, ...(days ? { days: Number(days) } : {}) }) as Asked;
