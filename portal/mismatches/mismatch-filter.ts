/** How the list of mismatches is narrowed and ordered, as it stands in its address. Pure. */
import type { Reads } from '#portal/api/client.ts';
import * as address from '#portal/parts/codes-in-address.ts';

type Asked = NonNullable<Reads['/mismatches']['asked']['query']>;

export const SORTS = ['due', 'found', 'name'] as const satisfies readonly NonNullable<Asked['sort']>[];
export const LEVELS = ['LECH', 'GAN_KHOP', 'KHONG_TIM_THAY'] as const satisfies readonly NonNullable<Asked['level']>[];
export const ASSIGNED = ['me', 'nobody'] as const satisfies readonly NonNullable<Asked['assigned']>[];

const MAY_BE = {
  level: address.isOneOf(LEVELS),
  body: address.isId,
  assigned: address.isOneOf(ASSIGNED),
  overdue: address.isOneOf(['yes']),
  sort: address.isOneOf(SORTS),
} as const;
export type FilterName = keyof typeof MAY_BE;
export type MismatchFilter = address.Codes<FilterName>;

export const filterIn = (params: URLSearchParams): MismatchFilter => address.codesIn(params, MAY_BE);
export const searchOf = (filter: MismatchFilter): string => address.searchOf(filter, MAY_BE);

/** With one of them set; an empty value takes it away. */
export const withFilter = (filter: MismatchFilter, name: FilterName, value: string): MismatchFilter =>
  filterIn(new URLSearchParams(searchOf({ ...filter, [name]: value })));

/** Some narrow; an order does not. */
export const isNarrowed = ({ sort: _order, ...filter }: MismatchFilter): boolean => Object.keys(filter).length > 0;

/** As the server is asked. */
export const askedOf = ({ overdue, ...filter }: MismatchFilter): Asked => ({ ...filter, ...(overdue ? { overdue: true } : {}) }) as Asked;
