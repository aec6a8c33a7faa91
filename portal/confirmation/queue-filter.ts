/** How the queue is narrowed and ordered, as it stands in its address: codes alone, nothing of a person. Pure. */
import type { Reads } from '#portal/api/client.ts';

type Asked = NonNullable<Reads['/confirmation/queue']['asked']['query']>;
export type QueueFilter = Readonly<Partial<Record<FilterName, string>>>;

/** Values that are shown to choose from where the server does not count them. */
export const SORTS = ['oldest', 'newest', 'name', 'warnings', 'match'] as const satisfies readonly NonNullable<Asked['sort']>[];
export const DAYS = ['3', '7', '30'] as const;
export const LEVELS = ['LECH', 'KHONG_TIM_THAY', 'GAN_KHOP', 'CHUA', 'KHOP'] as const satisfies readonly NonNullable<Asked['match']>[];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const oneOf =
  (words: readonly string[]) =>
  (text: string): boolean =>
    words.includes(text);
/** What each may be; anything else in an address is left out. */
const MAY_BE = {
  body: (text: string): boolean => UUID.test(text),
  warning: (text: string): boolean => /^(some|none|E-[A-Z0-9-]{1,60})$/.test(text),
  match: oneOf(LEVELS),
  days: oneOf(DAYS),
  sort: oneOf(SORTS),
} as const;
export type FilterName = keyof typeof MAY_BE;
export const FILTER_NAMES = Object.keys(MAY_BE) as readonly FilterName[];

export function filterIn(params: URLSearchParams): QueueFilter {
  return Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const value = params.get(name);
      return value !== null && MAY_BE[name](value) ? [[name, value]] : [];
    }),
  );
}

/** `?` and what narrows, or nothing: to be put behind an address. */
export function searchOf(filter: QueueFilter): string {
  const params = new URLSearchParams(FILTER_NAMES.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** With one of them set; an empty value takes it away. */
export const withFilter = (filter: QueueFilter, name: FilterName, value: string): QueueFilter =>
  filterIn(new URLSearchParams(searchOf({ ...filter, [name]: value })));

/** Some narrow; an order does not. */
export const isNarrowed = (filter: QueueFilter): boolean => FILTER_NAMES.some((name) => name !== 'sort' && filter[name] !== undefined);

/** Who matches and of whom the check has nothing to say. */
export const CLEAN: QueueFilter = { match: 'KHOP', warning: 'none' };
export const isClean = ({ match, warning }: QueueFilter): boolean => match === CLEAN.match && warning === CLEAN.warning;

/** As the server is asked. */
export const askedOf = ({ days, ...filter }: QueueFilter): Asked => ({ ...filter, ...(days ? { days: Number(days) } : {}) }) as Asked;
