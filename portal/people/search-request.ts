/** What may be searched for: judged before it is sent; what of it may stand in the address. Pure. */
import type { Acts } from '#portal/api/client.ts';
import * as address from '#portal/parts/codes-in-address.ts';

/** Words that somebody typed: they may name a person, and stand in no address. */
export interface SearchWords {
  readonly name: string;
  readonly nationalId: string;
  readonly title: string;
}
export const NO_WORDS: SearchWords = { name: '', nationalId: '', title: '' };

export const SORTS = ['name', 'birth', 'grade'] as const;
export const MATCHES = ['KHOP', 'GAN_KHOP', 'LECH', 'KHONG_TIM_THAY', 'CHUA'] as const;
const MAY_BE = {
  bodyId: address.isId,
  below: address.isOneOf(['1']),
  kind: address.isCode,
  status: address.isCode,
  grade: address.isCode,
  match: address.isOneOf(MATCHES),
  missing: address.isCode,
  unconfirmed: address.isOneOf(['1']),
  incomplete: address.isOneOf(['1']),
  card: address.isOneOf(['1', '0']),
  sort: address.isOneOf(SORTS),
} as const;
export type FilterName = keyof typeof MAY_BE;
export type SearchFilter = address.Codes<FilterName>;
export const filterIn = (params: URLSearchParams): SearchFilter => address.codesIn(params, MAY_BE);
export const searchOf = (filter: SearchFilter): string => address.searchOf(filter, MAY_BE);
/** How many conditions narrow; an order and "with those below" do not. */
export const conditionsOf = ({ sort: _order, below: _below, ...filter }: SearchFilter): number => Object.keys(filter).length;

export type SearchRequest = Omit<Acts['/people/search']['asked']['body'], 'cursor' | 'limit'>;

/** The server's `NAME_LETTERS_MIN`: one letter would list half the country. */
const NAME_LETTERS_MIN = 2;

export type Refused = 'needOne' | 'short' | 'nationalIdWrong';

/** Blanks and dots that people type inside of a number are taken out. */
export function searchRequest(
  words: SearchWords,
  filter: SearchFilter,
): { readonly request: SearchRequest } | { readonly refused: Refused } {
  const name = words.name.trim();
  const nationalId = words.nationalId.replaceAll(/[\s.]/g, '');
  const title = words.title.trim();
  if (name === '' && nationalId === '' && title === '' && conditionsOf(filter) === 0) return { refused: 'needOne' };
  if ([name, title].some((typed) => typed !== '' && [...typed].length < NAME_LETTERS_MIN)) return { refused: 'short' };
  if (nationalId !== '' && !/^\d{12}$/.test(nationalId)) return { refused: 'nationalIdWrong' };
  const { bodyId, below, unconfirmed, incomplete, card, ...codes } = filter;
  return {
    request: {
      ...(name ? { name } : {}),
      ...(nationalId ? { nationalId } : {}),
      ...(title ? { title } : {}),
      ...(bodyId ? { bodyId, ...(below ? { below: true } : {}) } : {}),
      ...(unconfirmed ? { unconfirmed: true } : {}),
      ...(incomplete ? { incomplete: true } : {}),
      ...(card ? { card: card === '1' } : {}),
      ...codes,
    } as SearchRequest,
  };
}

/** The same without what only a page needs: how many there are is asked apart, of what can be counted. */
export function countRequest({
  nationalId,
  sort: _order,
  ...request
}: SearchRequest): Acts['/people/search/count']['asked']['body'] | null {
  return nationalId === undefined ? request : null;
}
