/** What may be searched for: judged before it is sent. Pure. */
import type { Acts } from '#portal/api/client.ts';

export interface SearchForm {
  readonly name: string;
  readonly nationalId: string;
  readonly bodyId: string;
  readonly title: string;
}
export type SearchRequest = Omit<Acts['/people/search']['asked']['body'], 'cursor' | 'limit'>;

/** The server's `NAME_LETTERS_MIN`: one letter would list half the country. */
const NAME_LETTERS_MIN = 2;

export type Refused = 'needOne' | 'short' | 'nationalIdWrong';

/** Blanks and dots that people type inside of a number are taken out. */
export function searchRequest(form: SearchForm): { readonly request: SearchRequest } | { readonly refused: Refused } {
  const name = form.name.trim();
  const nationalId = form.nationalId.replaceAll(/[\s.]/g, '');
  const title = form.title.trim();
  if (name === '' && nationalId === '' && title === '' && form.bodyId === '') return { refused: 'needOne' };
  if (name !== '' && [...name].length < NAME_LETTERS_MIN) return { refused: 'short' };
  if (nationalId !== '' && !/^\d{12}$/.test(nationalId)) return { refused: 'nationalIdWrong' };
  return {
    request: {
      ...(name ? { name } : {}),
      ...(nationalId ? { nationalId } : {}),
      ...(form.bodyId ? { bodyId: form.bodyId } : {}),
      ...(title ? { title } : {}),
    },
  };
}
