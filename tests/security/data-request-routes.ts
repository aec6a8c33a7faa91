/** The routes of requests about data for the matrix, and the request that they list. */
import type { Office } from '#authority/access/office-for-tests.ts';
import { sealWords } from '#record/data-requests/store.ts';
import type { MatrixRoute } from './access-matrix.ts';

export const DATA_REQUEST_ROUTES: readonly MatrixRoute[] = [
  { method: 'GET', url: '/api/v1/me/data-requests', act: 'own.read', address: () => '/api/v1/me/data-requests', list: true },
  { method: 'GET', url: '/api/v1/data-requests', act: 'mismatch.work', address: () => '/api/v1/data-requests', list: true },
];

/** The person of a subject has asked that their data is not used for the time being. */
export const aDataRequest = (
  one: (sql: string, values: readonly unknown[]) => Promise<unknown>,
  { keys }: Pick<Office, 'keys'>,
  of: { readonly request: string; readonly person: string; readonly account: string; readonly salt: Uint8Array; readonly words: string },
): Promise<unknown> =>
  one(
    `insert into data_request (person_id, request_id, by_account, kind, content_sealed, made_at) values ($1, $2, $3, 'restrict', $4, now())`,
    [of.person, of.request, of.account, sealWords(keys, of.salt, of.words)],
  );
