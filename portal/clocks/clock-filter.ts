/** How the list of terms is narrowed, as it stands in its address. Pure. */
import type { Reads } from '#portal/api/client.ts';
import * as address from '#portal/parts/codes-in-address.ts';

type Asked = NonNullable<Reads['/legal-clocks']['asked']['query']>;

export const WHICH = ['late', 'done'] as const satisfies readonly NonNullable<Asked['which']>[];

const MAY_BE = {
  which: address.isOneOf(WHICH),
  term: address.isCode,
  body: address.isId,
} as const;
export type FilterName = keyof typeof MAY_BE;
export type ClockFilter = address.Codes<FilterName>;

export const filterIn = (params: URLSearchParams): ClockFilter => address.codesIn(params, MAY_BE);
export const searchOf = (filter: ClockFilter): string => address.searchOf(filter, MAY_BE);

/** With one of them set; an empty value takes it away. */
export const withFilter = (filter: ClockFilter, name: FilterName, value: string): ClockFilter =>
  filterIn(new URLSearchParams(searchOf({ ...filter, [name]: value })));

export const isNarrowed = (filter: ClockFilter): boolean => Object.keys(filter).length > 0;

/** As the server is asked. */
export const askedOf = (filter: ClockFilter): Asked => filter as Asked;
