/** How the list of reported values is narrowed and ordered, as it stands in its address. Pure. */
import type { Reads } from '#portal/api/client.ts';
import * as address from '#portal/parts/codes-in-address.ts';

type Asked = NonNullable<Reads['/value-reports']['asked']['query']>;

export const SORTS = ['due', 'made', 'name'] as const satisfies readonly NonNullable<Asked['sort']>[];
export const ASSIGNED = ['me', 'nobody'] as const satisfies readonly NonNullable<Asked['assigned']>[];

const MAY_BE = {
  body: address.isId,
  assigned: address.isOneOf(ASSIGNED),
  overdue: address.isOneOf(['yes']),
  settled: address.isOneOf(['yes']),
  sort: address.isOneOf(SORTS),
} as const;
export type FilterName = keyof typeof MAY_BE;
export type ReportFilter = address.Codes<FilterName>;

export const filterIn = (params: URLSearchParams): ReportFilter => address.codesIn(params, MAY_BE);
export const searchOf = (filter: ReportFilter): string => address.searchOf(filter, MAY_BE);

/** With one of them set; an empty value takes it away. */
export const withFilter = (filter: ReportFilter, name: FilterName, value: string): ReportFilter =>
  filterIn(new URLSearchParams(searchOf({ ...filter, [name]: value })));

/** Some narrow; an order does not. */
export const isNarrowed = ({ sort: _order, ...filter }: ReportFilter): boolean => Object.keys(filter).length > 0;

/** As the server is asked. */
export const askedOf = ({ overdue, settled, ...filter }: ReportFilter): Asked =>
  ({ ...filter, ...(overdue ? { overdue: true } : {}), ...(settled ? { settled: true } : {}) }) as Asked;
